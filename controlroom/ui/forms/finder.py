"""What a text may mean, as places to choose from. No widgets; for workers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import cos, radians
from typing import Final

from controlroom.casework.placing.ports import Locator, PlaceFinder
from controlroom.casework.placing.understood import NOTHING, Candidate, Understood
from controlroom.domain.case import Place
from controlroom.errors import BadInput
from controlroom.ui.kit.district_names import DistrictNames, read_district_names

NEAR_KM: Final = 6.0  # so far away a guessed district may end
KM_A_DEGREE: Final = 111.2


@dataclass(frozen=True, slots=True)
class Spot:
    """One place to choose. Names of districts in English; `names` turns them into Hindi."""

    lat: float
    lon: float
    accuracy_m: float | None = None
    kind: str = "point"  # alert pick, or a kind of casework.understood
    name_en: str = ""
    name_hi: str = ""
    named_district: str = ""  # the one that its own list gives it
    district: str = ""  # the one that it lies in
    is_guess: bool = True
    others: tuple[str, ...] = ()
    source: str = ""  # who named it, where the alert says so
    is_exact: bool = True  # what was typed says just this; else it is a near spelling
    state: str = ""  # another state than Uttar Pradesh, in English


@dataclass(frozen=True, slots=True)
class Spots:
    """All that a text may mean, the names of districts in both languages, and what makes it uncertain."""

    spots: tuple[Spot, ...]
    names: DistrictNames
    doubt: BadInput | None = None
    state: str = ""  # where it lies outside Uttar Pradesh, probably


def look_up(text: str, finder: PlaceFinder | None, locator: Locator | None) -> Spots:
    """What a text may mean, and the sentence that asks back where that is not certain."""
    if finder is None:
        return Spots((), district_names(), None)
    return _as_spots(finder.understand(text), locator)


def look_at_once(text: str, finder: PlaceFinder | None, locator: Locator | None) -> Spots | None:
    """What a point or a PIN code says by itself; None where names have to be looked up."""
    read = finder.at_once(text) if finder is not None else None
    return _as_spots(read, locator) if read is not None else None


def _as_spots(read: Understood, locator: Locator | None) -> Spots:
    if not read.candidates and read.doubt is not None and read.doubt.template != NOTHING:
        raise read.doubt
    found = [_spot(one, is_exact=not one.is_near) for one in (*read.candidates, *read.others)]
    doubt = None if read.is_sure else read.doubt
    return Spots(tuple(located(spot, locator) for spot in found), district_names(), doubt, read.state)


def _spot(one: Candidate, *, is_exact: bool) -> Spot:
    return Spot(
        one.lat,
        one.lon,
        one.accuracy_m,
        one.kind,
        one.name_en,
        one.name_hi,
        named_district=one.district,
        is_exact=is_exact,
        state=one.state,
    )


def look_at(places: Sequence[Place], locator: Locator | None) -> Spots:
    """The places that the alert named itself."""
    found = [Spot(p.lat, p.lon, p.accuracy_m, "alert", p.text, source=p.source) for p in places]
    return Spots(tuple(located(spot, locator) for spot in found), district_names())


def located(spot: Spot, locator: Locator | None) -> Spot:
    """The same with the district it lies in, as far as that is known."""
    if locator is None:
        return spot
    found, is_guess = locator.district_at(spot.lat, spot.lon)
    # A list that names the district of its places knows more than a guess by the nearest post offices.
    district = spot.named_district if is_guess and spot.named_district else found
    others = (found, *_around(spot, locator)) if is_guess else ()
    doubts = [name for name in dict.fromkeys(others) if name and name != district]
    return replace(spot, district=district, is_guess=is_guess, others=tuple(doubts[:2]))


def _around(spot: Spot, locator: Locator) -> list[str]:
    """The districts a few kilometres to each side, the most frequent first: where the guess may be wrong."""
    north = NEAR_KM / KM_A_DEGREE
    east = north / max(0.1, cos(radians(spot.lat)))
    sides = [(y * north, x * east) for y in (-1, 0, 1) for x in (-1, 0, 1) if x or y]
    near = Counter(locator.district_at(spot.lat + y, spot.lon + x)[0] for y, x in sides)
    return [name for name, sides_of_it in near.most_common() if sides_of_it > 1]


@cache
def district_names() -> DistrictNames:
    """Read once; by a worker."""
    return read_district_names()

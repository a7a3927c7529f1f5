"""Where a text may mean: coordinates and map links first, else names and PINs. No widgets; for workers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Protocol

from controlroom.casework.ports import Locator
from controlroom.clues.read import read_clues
from controlroom.domain.case import Place
from controlroom.errors import BadInput
from controlroom.ui.district_names import DistrictNames, read_district_names

CERTAIN: Final = 0.95  # of the finder's score, as on the command line
WORTH_ASKING: Final = 0.8
MOST: Final = 8
_LINK = re.compile(r"https?://|\bgoo\.gl\b|\bmaps\.app\b", re.I)


class Named(Protocol):
    """A place that fits a name; `score` is 0 to 1, `district` the key of its district."""

    @property
    def kind(self) -> str: ...
    @property
    def name_en(self) -> str: ...
    @property
    def name_hi(self) -> str: ...
    @property
    def district(self) -> str: ...
    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...
    @property
    def accuracy_m(self) -> float: ...
    @property
    def score(self) -> float: ...


class District(Protocol):
    """A district by its English name."""

    @property
    def name_en(self) -> str: ...


class Standing(Protocol):
    """Which other districts a point may be in."""

    @property
    def others(self) -> Sequence[District]: ...


class PlaceFinder(Protocol):
    """Finds places by name, and says what a point is near. May read files: workers only."""

    def find(self, text: str, limit: int = 10) -> Sequence[Named]:
        """Districts, thanas, PIN codes and post offices; the best first."""

    def where(self, lat: float, lon: float) -> Standing:
        """Which districts a point may be in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place to choose. Names of districts in English; `names` turns them into Hindi."""

    lat: float
    lon: float
    accuracy_m: float | None = None
    kind: str = "point"  # point alert pick district thana pin "post office"
    name_en: str = ""
    name_hi: str = ""
    named_district: str = ""  # the one that its own list gives it
    district: str = ""  # the one that it lies in
    is_guess: bool = True
    others: tuple[str, ...] = ()
    source: str = ""  # who named it, where the alert says so
    is_exact: bool = True  # what was typed says just this; else it is a near spelling


@dataclass(frozen=True, slots=True)
class Spots:
    """All that a text may mean, and the names of districts in both languages."""

    spots: tuple[Spot, ...]
    names: DistrictNames


def look_up(text: str, finder: PlaceFinder | None, locator: Locator | None) -> Spots:
    """What a text may mean. Raises BadInput for a link that does not say where."""
    points = read_clues(text).points
    if points:
        found = [Spot(p.lat, p.lon, p.accuracy_m, name_en=p.text) for p in points]
    elif _LINK.search(text):
        raise BadInput("This link does not say where: open it elsewhere and paste the coordinates.")
    else:
        found = _named(text, finder)
    return Spots(tuple(located(spot, finder, locator) for spot in found), district_names())


def look_at(places: Sequence[Place], finder: PlaceFinder | None, locator: Locator | None) -> Spots:
    """The places that the alert named itself."""
    found = [Spot(p.lat, p.lon, p.accuracy_m, "alert", p.text, source=p.source) for p in places]
    return Spots(tuple(located(spot, finder, locator) for spot in found), district_names())


def located(spot: Spot, finder: PlaceFinder | None, locator: Locator | None) -> Spot:
    """The same with the district it lies in, as far as that is known."""
    if locator is None:
        return spot
    district, is_guess = locator.district_at(spot.lat, spot.lon)
    around = finder.where(spot.lat, spot.lon).others if is_guess and finder is not None else ()
    others = (spot.named_district, *(other.name_en for other in around))
    doubts = [name for name in dict.fromkeys(others) if name and name != district] if is_guess else []
    return replace(spot, district=district, is_guess=is_guess, others=tuple(doubts[:2]))


def _named(text: str, finder: PlaceFinder | None) -> list[Spot]:
    if finder is None:
        return []
    pins = read_clues(text).pin_codes
    found = finder.find(pins[0] if pins else text, limit=MOST)
    certain = [one for one in found if one.score >= CERTAIN]
    names = district_names()
    return [
        Spot(
            one.lat,
            one.lon,
            one.accuracy_m,
            one.kind,
            one.name_en,
            one.name_hi,
            named_district=names.name(one.district, "en"),
            is_exact=one.score >= CERTAIN,
        )
        for one in certain or [one for one in found if one.score >= WORTH_ASKING]
    ]


@cache
def district_names() -> DistrictNames:
    """Read once; by a worker."""
    return read_district_names()

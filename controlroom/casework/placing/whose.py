"""Whose case it is, as far as the place and the words say: proposed with the reasons, decided by a person."""

from dataclasses import dataclass
from typing import Protocol

from controlroom.casework.calling.directory import Directory, Entry
from controlroom.domain.case import Case
from controlroom.domain.finding import reach_m, says_rail


@dataclass(frozen=True, slots=True)
class Around:
    """What lies at a point and within a radius of it. Names in English, the likeliest first.

    `districts`: more than one near a border or where the place is only approximate. `states`: probable ones
    outside Uttar Pradesh. `grp` is the nearest railway police station that is known, or "".
    """

    districts: tuple[str, ...] = ()
    commissionerates: frozenset[str] = frozenset()
    thana: str = ""
    zone: str = ""
    grp: str = ""
    station: str = ""  # the railway station that is near, or ""
    is_sure: bool = False
    is_outside: bool = False
    states: tuple[str, ...] = ()


class Ground(Protocol):
    """Looks at the ground around a point. May read files: never on the Qt thread."""

    def around(self, lat: float, lon: float, accuracy_m: float | None) -> Around: ...


@dataclass(frozen=True, slots=True)
class Claim:
    """One police that may be responsible.

    `why`: boundary, near-border, approximate, named, words-rail, station, outside.
    """

    force: str  # one of triage.FORCES
    district: str = ""
    thana: str = ""
    zone: str = ""
    state: str = ""
    why: str = ""
    words: str = ""


def claims(case: Case, ground: Ground | None) -> tuple[Claim, ...]:
    """The likeliest first; several where more than one must be told. Empty while there is no place."""
    place = case.place
    around = ground.around(place.lat, place.lon, reach_m(place)) if place is not None and ground else None
    found: list[Claim] = []
    if around is not None and around.is_outside:
        found += [Claim("other-state", state=state, why="outside") for state in around.states or ("",)]
        found += [_claim(around, name, "near-border") for name in around.districts[:1] if not around.is_sure]
    elif around is not None and place is not None:
        names = tuple(
            dict.fromkeys(filter(None, (place.district if not around.is_sure else "", *around.districts)))
        )
        why = "boundary" if around.is_sure and len(names) == 1 else "near-border"
        why = why if around.is_sure or not place.is_guess else "approximate"
        found += [_claim(around, name, why) for name in names[:3]]
    elif case.district:
        found.append(Claim("district", case.district, why="named"))
    return (*found, *_railway(case, around))


def whom_to_call(claim: Claim, directory: Directory) -> tuple[Entry, ...]:
    """Who answers for it, the first choice first: of another state its nodal officer."""
    receiver = "thana" if claim.thana and claim.force in ("district", "commissionerate") else claim.force
    return directory.for_receiver(
        receiver, district=claim.district, thana=claim.thana, state=claim.state, limit=3
    )


def _claim(around: Around, district: str, why: str) -> Claim:
    is_first = district == around.districts[0] if around.districts else False
    force = "commissionerate" if district in around.commissionerates else "district"
    return Claim(force, district, around.thana if is_first else "", around.zone if is_first else "", why=why)


def _railway(case: Case, around: Around | None) -> list[Claim]:
    """Beside the district, not instead of it: the tracks are the railway police's."""
    place = case.place
    is_named = says_rail(case)
    at_station = (
        around.station if around is not None and place is not None and place.source == "landmark" else ""
    )
    if not is_named and not at_station:
        return []
    if around is None:
        district = case.district
    else:
        district = around.districts[0] if around.districts and not around.is_outside else ""
    thana = around.grp if around is not None else ""
    why = "words-rail" if is_named else "station"
    return [Claim("grp", district, thana, why=why, words=at_station or (around.station if around else ""))]

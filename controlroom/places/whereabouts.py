"""From boundaries, post offices and stations to one answer: where is a point, and how sure is that? Pure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from controlroom.places.guess import guess_district
from controlroom.places.model import District, Thana, Whereabouts
from controlroom.places.nearby import Grid, distance_km
from controlroom.places.tables import DistrictNames

if TYPE_CHECKING:
    from controlroom.places.boundaries import Boundaries, Standing

NEAR_KM = 3.0
OUTSIDE = "outside Uttar Pradesh"
BOUNDARY = "boundary"
NEAR_A_BORDER = "near a border"
NEAR_THE_STATES_BORDER = "near the state's border"
NEAREST_OFFICES = "nearest post offices"
BY_STATION = "; thana: nearest station"
_SHOWN = 10


def far_away() -> Whereabouts:
    """Beyond the state's extent: certain without any boundary."""
    return Whereabouts(None, None, sure=True, others=(), outside=True, why=OUTSIDE)


def by_boundary(boundaries: "Boundaries", lat: float, lon: float) -> Whereabouts | None:
    """None where the boundaries cannot tell, because the point may be in a district that was not imported."""
    standing = boundaries.standing(lat, lon)
    others = tuple(district for _, district in standing.near)
    if standing.inside:
        return _inside(standing, (*standing.inside[1:], *others), is_complete=boundaries.is_complete)
    if standing.is_in_a_crack:
        return Whereabouts(others[0], None, sure=False, others=others[1:], outside=False, why=NEAR_A_BORDER)
    if not boundaries.is_complete:
        return None
    why = NEAR_THE_STATES_BORDER if others else OUTSIDE
    return Whereabouts(None, None, sure=not others, others=others, outside=True, why=why)


def _inside(standing: "Standing", others: tuple[District, ...], *, is_complete: bool) -> Whereabouts:
    is_sure = not others and standing.border_km > NEAR_KM
    why = BOUNDARY
    if not is_sure:
        # Nobody of ours on the other side: it is another state's border, or an unknown district's.
        why = NEAR_A_BORDER if others or not is_complete else NEAR_THE_STATES_BORDER
    return Whereabouts(standing.inside[0], None, sure=is_sure, others=others, outside=False, why=why)


def by_offices(
    grid: Grid[str], names: DistrictNames, boundaries: "Boundaries | None", lat: float, lon: float
) -> Whereabouts:
    """Always a guess, among the districts without a boundary; a boundary close by is named too."""
    free = names.by_key
    if boundaries is not None:
        free = {key: district for key, district in free.items() if key not in boundaries.shapes}
    guess = guess_district(grid, free, lat, lon)
    near = boundaries.standing(lat, lon).near if boundaries is not None else ()
    ranked = (*guess.districts, *(district for _, district in near))
    if guess.outside:
        return Whereabouts(None, None, sure=False, others=ranked, outside=True, why=NEAREST_OFFICES)
    return Whereabouts(ranked[0], None, sure=False, others=ranked[1:], outside=False, why=NEAREST_OFFICES)


def nearest_station(stations: Iterable[Thana], district: str, lat: float, lon: float) -> Thana | None:
    """Of the stations of that district; the railway police have no ground but the tracks."""
    own = [station for station in stations if station.district == district and not station.is_railway]
    return min(own, key=lambda each: distance_km(lat, lon, each.lat, each.lon), default=None)


def with_thana(answer: Whereabouts, stations: Iterable[Thana], lat: float, lon: float) -> Whereabouts:
    """The same answer with the nearest station of its district, which `why` then says."""
    if answer.district is None:
        return answer
    thana = nearest_station(stations, answer.district.key, lat, lon)
    return answer if thana is None else replace(answer, thana=thana, why=answer.why + BY_STATION)


def strays(stations: Iterable[Thana], boundaries: "Boundaries", names: DistrictNames) -> tuple[str, ...]:
    """A note for the stations that stand more than 3 km outside the boundary of their district."""
    found = []
    for station in stations:
        if station.district not in boundaries.shapes:
            continue
        standing = boundaries.standing(station.lat, station.lon)
        own = (*standing.inside, *(district for _, district in standing.near))
        if all(district.key != station.district for district in own):
            found.append(f"{station.name_en} ({station.code}, {names.by_key[station.district].name_en})")
    if not found:
        return ()
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return (f"Stations outside their district's boundary, please check: {', '.join(found[:_SHOWN])}{more}.",)

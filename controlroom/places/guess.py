"""Which district is a point in, when no boundaries were imported: a guess from the nearest post offices.

Measured against real boundaries it is right for about 8 points in 10; hence the runners-up. Pure.
"""

from collections import defaultdict
from dataclasses import dataclass

from controlroom.places.model import District
from controlroom.places.nearby import Grid, distance_km

# The state's extent in degrees, with a margin of about 3 km.
_SOUTH, _NORTH, _WEST, _EAST = 23.84, 30.44, 77.05, 84.67
_OFFICES, _OFFICES_KM = 9, 25.0
_RUNNERS_UP = 3
_HEADQUARTERS, _HEADQUARTERS_KM = 2, 80.0
_HEADQUARTERS_LAT, _HEADQUARTERS_LON = 0.73, 0.9  # 80 km in degrees, at the state's northern end at most
_ELSEWHERE = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest districts first; `outside`: rather in another state; the districts are the nearest."""

    districts: tuple[District, ...]
    outside: bool


def is_far_away(lat: float, lon: float) -> bool:
    """Beyond the state's extent, whatever the boundaries; also true for what is no place on Earth."""
    return not (_SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST)


def guess_district(grid: Grid[str], districts: dict[str, District], lat: float, lon: float) -> Guess:
    """For a point that is not far away; the districts are those it may be.

    Without any office (their data are not installed) the headquarters alone speak.
    """
    weights: dict[str, float] = defaultdict(float)
    for away, key in grid.near(lat, lon, count=_OFFICES, within_km=_OFFICES_KM):
        weights[key] += 1.0 / (away + 0.5) ** 2
    ranked = sorted(weights, key=lambda key: -weights[key])
    named = [districts[key] for key in ranked if key in districts]
    # The nearest headquarters as further runners-up: where offices are few or wrong, they still help.
    named += [district for district in _by_headquarters(districts, lat, lon) if district not in named]
    outside = not named or (ranked[0] == _ELSEWHERE if ranked else bool(grid))
    return Guess(tuple(named[: 1 + _RUNNERS_UP]), outside)


def _by_headquarters(districts: dict[str, District], lat: float, lon: float) -> list[District]:
    away = [
        (distance_km(lat, lon, each.hq_lat, each.hq_lon), each)
        for each in districts.values()
        if abs(each.hq_lat - lat) < _HEADQUARTERS_LAT and abs(each.hq_lon - lon) < _HEADQUARTERS_LON
    ]
    close = sorted((pair for pair in away if pair[0] <= _HEADQUARTERS_KM), key=lambda pair: pair[0])
    return [each for _, each in close[:_HEADQUARTERS]]

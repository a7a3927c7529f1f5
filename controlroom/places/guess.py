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
    """For a point that is not far away."""
    weights: dict[str, float] = defaultdict(float)
    for away, key in grid.near(lat, lon, count=_OFFICES, within_km=_OFFICES_KM):
        weights[key] += 1.0 / (away + 0.5) ** 2
    ranked = sorted(weights, key=lambda key: -weights[key])
    named = [districts[key] for key in ranked if key != _ELSEWHERE]
    # The nearest headquarters as further runners-up: where offices are few or wrong, they still help.
    by_headquarters = sorted(districts.values(), key=lambda d: distance_km(lat, lon, d.hq_lat, d.hq_lon))
    named += [district for district in by_headquarters[:2] if district not in named]
    outside = not ranked or ranked[0] == _ELSEWHERE
    return Guess(tuple(named[: 1 + _RUNNERS_UP]), outside)

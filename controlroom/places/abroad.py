"""Which other state a point probably lies in: by extents and large cities. Never certain. Pure."""

from controlroom.places.gazetteer import ABROAD, cities, states
from controlroom.places.nearby import distance_km

_WEST, _EAST, _SOUTH, _NORTH = 68.0, 97.6, 6.5, 37.1


def is_in_india(lat: float, lon: float) -> bool:
    """Within the country's extent."""
    return _SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST


def probable_states(lat: float, lon: float) -> tuple[str, ...]:
    """English names of those whose extent holds the point; by their nearest large city."""
    holding = [state.name_en for state in states() if state.holds(lat, lon)]
    away = {
        name: min(
            (
                distance_km(lat, lon, city.lat, city.lon)
                for city in cities()
                if city.district == f"{ABROAD}{name}"
            ),
            default=1e9,
        )
        for name in holding
    }
    return tuple(sorted(away, key=lambda name: away[name]))

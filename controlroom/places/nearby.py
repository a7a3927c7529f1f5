"""Points in a grid, so that the nearest few are found without looking at all of them. Pure."""

import math
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
_CELL = 0.05  # degrees, about 5 km
_KM_A_DEGREE = 111.2


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Along the sphere; good to half a per cent."""
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((phi_b - phi_a) / 2) ** 2
    half += math.cos(phi_a) * math.cos(phi_b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


class Grid(Generic[Item]):
    """Items by place. `near` wants a latitude between the tropics and 60 degrees: ours are at 23 to 31."""

    def __init__(self, placed: Iterable[tuple[float, float, Item]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, Item]]] = {}
        for row in placed:
            self._cells.setdefault((int(row[0] // _CELL), int(row[1] // _CELL)), []).append(row)

    def __len__(self) -> int:
        return sum(map(len, self._cells.values()))

    def near(self, lat: float, lon: float, *, count: int, within_km: float) -> Sequence[tuple[float, Item]]:
        """The nearest items with their distance in km, nearest first."""
        for radius in (within_km / 4, within_km / 2, within_km):
            hits = self._within(lat, lon, radius)
            if len(hits) >= count:
                break
        hits.sort(key=lambda hit: hit[0])
        return hits[:count]

    def _within(self, lat: float, lon: float, radius: float) -> list[tuple[float, Item]]:
        shrink = math.cos(math.radians(lat))
        rows = int(radius / (_KM_A_DEGREE * _CELL)) + 1
        columns = int(radius / (_KM_A_DEGREE * _CELL * shrink)) + 1
        row, column = int(lat // _CELL), int(lon // _CELL)
        cells = self._cells.get
        hits: list[tuple[float, Item]] = []
        for y in range(row - rows, row + rows + 1):
            for x in range(column - columns, column + columns + 1):
                for at_lat, at_lon, item in cells((y, x), ()):
                    away = math.hypot(at_lat - lat, (at_lon - lon) * shrink) * _KM_A_DEGREE
                    if away <= radius:
                        hits.append((away, item))
        return hits

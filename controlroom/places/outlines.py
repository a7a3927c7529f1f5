"""The districts' outlines for the map: imported ones with less detail, and the cells of the rough ones.

Imports shapely, 20 MB: import this module only where boundaries were imported.
"""

import json

import shapely
from shapely.geometry import MultiPoint, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from controlroom.places.boundaries import Boundaries
from controlroom.places.geofeatures import Rings, collection
from controlroom.places.tables import DistrictNames

LIMIT_BYTES = 150_000
_DIGITS = 3  # of a degree: 100 m, below a pixel where districts are looked at
_TOLERANCES = (0.001, 0.002, 0.004, 0.008, 0.016, 0.03)  # degrees
_AROUND = 0.35  # degrees that the rough outline reaches beyond the outermost headquarters


def imported_outlines(boundaries: Boundaries, names: DistrictNames) -> dict[str, object]:
    """Shared borders stay shared; less and less detail until it is below 150 kB."""
    shapes = list(boundaries.shapes.values())
    districts = [names.by_key[key] for key in boundaries.shapes]
    made: dict[str, object] = {}
    for tolerance in _TOLERANCES:
        simple = [_without_specks(each, tolerance) for each in shapely.coverage_simplify(shapes, tolerance)]
        rings = [_rings(each) for each in simple]
        made = collection(zip(districts, rings, strict=True), is_approximate=False)
        if len(json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()) < LIMIT_BYTES:
            break
    return made


def rough_cells(names: DistrictNames) -> dict[str, Rings]:
    """Around each headquarters what is nearest to it, by district. Kept in `geofeatures.ROUGH`."""
    spots = [Point(district.hq_lon, district.hq_lat) for district in names.all]
    state = MultiPoint(spots).convex_hull.buffer(_AROUND, quad_segs=2)
    cells = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(spots), extend_to=state))
    tree = shapely.STRtree(cells)
    return {
        district.key: _rings(shapely.intersection(cells[tree.query(spot, predicate="within")[0]], state))
        for district, spot in zip(names.all, spots, strict=True)
    }


def _without_specks(shape: BaseGeometry, tolerance: float) -> BaseGeometry:
    """The largest part, and what is not lost in that much detail (islands in a river, by the hundred)."""
    least = (4 * tolerance) ** 2
    parts = sorted(shapely.get_parts(shape), key=lambda part: -float(part.area))
    large = [part for part in parts if part.area >= least]
    return MultiPolygon([_without_pinholes(part, least) for part in large or parts[:1]])


def _without_pinholes(part: BaseGeometry, least: float) -> Polygon:
    rings = list(shapely.get_rings(part))
    return Polygon(rings[0], [hole for hole in rings[1:] if Polygon(hole).area >= least])


def _rings(shape: BaseGeometry) -> Rings:
    parts = [part for part in shapely.get_parts(shape) if part.area > 0]
    return [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in parts]


def _ring(ring: BaseGeometry) -> list[list[float]]:
    return [[round(x, _DIGITS), round(y, _DIGITS)] for x, y in shapely.get_coordinates(ring).tolist()]

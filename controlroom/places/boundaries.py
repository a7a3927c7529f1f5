"""Imported boundaries: made from a file's features, kept as text, and asked which district a point is in.

Imports shapely: import this module only where a boundary is at hand. Immutable, so any thread may ask.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from controlroom.errors import BadInput, WorldFault
from controlroom.places.features import Feature, FeatureFile, Rings
from controlroom.places.model import District
from controlroom.places.naming import name_features
from controlroom.places.nearby import distance_km
from controlroom.places.tables import DistrictNames

NEAR_KM = 3.0
_GAP_KM = 0.2  # a point this close to two districts and in neither lies in a crack between them
_DETAIL, _MANY_POINTS = 0.0001, 100_000  # degrees, about 10 m: official files may hold millions of points
_ELSEWHERE_KM, _OUTSIDE_KM = 150.0, 3.0
# A plane of kilometres, true at 27 degrees, 3.5 % off at the state's ends; what it finds is measured again.
_PLANE = np.array([111.2 * np.cos(np.radians(27.0)), 111.2])


@dataclass(frozen=True, slots=True)
class Standing:
    """`inside`: the districts that hold the point (two where they overlap), deepest first.

    `near`: (km, district) of the others within 3 km, nearest first; `border_km`: to the own border.
    """

    inside: tuple[District, ...]
    near: tuple[tuple[float, District], ...]
    border_km: float

    @property
    def is_in_a_crack(self) -> bool:
        return not self.inside and len(self.near) > 1 and self.near[1][0] <= _GAP_KM


class Boundaries:
    """One shape for each district that was imported, in degrees."""

    def __init__(self, shapes: dict[str, BaseGeometry], names: DistrictNames) -> None:
        self.shapes = {key: shapes[key] for key in sorted(shapes)}
        self._districts = [names.by_key[key] for key in self.shapes]
        self._flat = shapely.transform(np.array(list(self.shapes.values())), lambda xy: xy * _PLANE)
        self._edges = shapely.boundary(self._flat)
        self._tree = shapely.STRtree(self._flat)
        self.is_complete = len(shapes) == len(names.all)

    def standing(self, lat: float, lon: float) -> Standing:
        """For a point on Earth."""
        spot = Point(*(np.array([lon, lat]) * _PLANE))
        inside: list[tuple[float, District]] = []
        near: list[tuple[float, District]] = []
        for index in self._tree.query(spot, predicate="dwithin", distance=NEAR_KM * 1.1):
            district = self._districts[index]
            away = self._km(spot, self._edges[index])
            if self._flat[index].covers(spot):
                inside.append((away, district))
            elif away <= NEAR_KM:
                near.append((away, district))
        inside.sort(key=lambda pair: -pair[0])
        near.sort(key=lambda pair: pair[0])
        return Standing(tuple(d for _, d in inside), tuple(near), inside[0][0] if inside else 0.0)

    def _km(self, spot: Point, edge: BaseGeometry) -> float:
        ends = shapely.get_coordinates(shapely.shortest_line(spot, edge)) / _PLANE
        return distance_km(ends[0][1], ends[0][0], ends[1][1], ends[1][0])

    def reach_km(self, district: District) -> float:
        """From the headquarters to the farthest point of the boundary; 0 where none was imported."""
        shape = self.shapes.get(district.key)
        if shape is None:
            return 0.0
        corners = shapely.get_coordinates(shape.convex_hull)
        return max(distance_km(district.hq_lat, district.hq_lon, lat, lon) for lon, lat in corners)

    def as_body(self) -> dict[str, object]:
        """For keeping: WKB as text, which is read back in milliseconds."""
        return {key: base64.b64encode(shape.wkb).decode() for key, shape in self.shapes.items()}

    @classmethod
    def from_body(cls, body: dict[str, object], names: DistrictNames) -> "Boundaries":
        """WorldFault where the text is no shape of ours."""
        try:
            shapes = {key: shapely.from_wkb(base64.b64decode(str(text))) for key, text in body.items()}
        except (binascii.Error, shapely.errors.ShapelyError, ValueError) as fault:
            raise WorldFault("The kept boundaries are damaged; import the official file again.") from fault
        if not shapes or not shapes.keys() <= names.by_key.keys():
            raise WorldFault("The kept boundaries are of other districts; import the official file again.")
        return cls(shapes, names)


def boundaries_of(file: FeatureFile, names: DistrictNames) -> tuple[Boundaries, tuple[str, ...]]:
    """The file's boundaries and notes; BadInput with the feature's number where one cannot be used."""
    named, notes = name_features(file, names)
    parts: dict[str, list[BaseGeometry]] = {}
    repaired: list[str] = []
    for feature, district in named:
        _check_degrees(file.name, feature)
        shape, is_repaired = _shape(file.name, feature, district)
        _check_place(file.name, feature, district, shape)
        parts.setdefault(district.key, []).append(shape)
        if is_repaired:
            repaired.append(district.name_en)
    shapes = _with_less_detail({key: _joined(pieces) for key, pieces in parts.items()})
    return Boundaries(shapes, names), (*file.notes, *notes, *_notes(parts, shapes, repaired, names))


def _check_degrees(file: str, feature: Feature) -> None:
    corners = [corner for rings in feature.polygons for ring in rings for corner in ring]
    for x, y in corners:
        if abs(x) > 180 or abs(y) > 90:
            raise BadInput(
                "{file}, feature {number}: {x:.6g}, {y:.6g} are not degrees; export the file as "
                "WGS84 (EPSG:4326: longitude, latitude).",
                file=file,
                number=feature.number,
                x=x,
                y=y,
            )
    if corners and all(20 < x < 35 and 70 < y < 90 for x, y in corners):
        raise BadInput(
            "{file}, feature {number}: latitude and longitude are exchanged; write longitude "
            "first, as GeoJSON wants it.",
            file=file,
            number=feature.number,
        )


def _shape(file: str, feature: Feature, district: District) -> tuple[BaseGeometry, bool]:
    whole = MultiPolygon([polygon for rings in feature.polygons if (polygon := _polygon(rings))])
    is_whole = whole.is_valid and len(whole.geoms) == len(feature.polygons)
    shape = _areas(whole)
    if shape.is_empty:
        raise BadInput(
            "{file}, feature {number} ({name_en}): its rings enclose no area; export it again.",
            file=file,
            number=feature.number,
            name_en=district.name_en,
        )
    return shape, not is_whole


def _polygon(rings: Rings) -> Polygon | None:
    if not rings or len(set(rings[0])) < 3:
        return None
    return Polygon(rings[0], [hole for hole in rings[1:] if len(set(hole)) >= 3])


def _with_less_detail(shapes: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The same shapes; where they hold very many points, without those that move a border by under 10 m."""
    whole = list(shapes.values())
    if shapely.get_num_coordinates(whole).sum() <= _MANY_POINTS:
        return shapes
    return dict(zip(shapes, map(_areas, shapely.coverage_simplify(whole, _DETAIL)), strict=True))


def _joined(pieces: list[BaseGeometry]) -> BaseGeometry:
    return pieces[0] if len(pieces) == 1 else _areas(shapely.union_all(pieces))


def _areas(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of it alone; a repair may leave lines and points beside them."""
    whole = shape if shape.is_valid else shapely.make_valid(shape)
    if whole.geom_type in ("Polygon", "MultiPolygon"):
        return whole
    parts = shapely.get_parts(shapely.get_parts(whole))  # a MultiPolygon may stand in the collection
    return MultiPolygon([part for part in parts if isinstance(part, Polygon)])


def _check_place(file: str, feature: Feature, district: District, shape: BaseGeometry) -> None:
    if _headquarters_away(district, shape) > _ELSEWHERE_KM:
        raise BadInput(
            "{file}, feature {number}: this boundary of {name_en} is not where the district lies; "
            "take out districts of other states, or correct the name.",
            file=file,
            number=feature.number,
            name_en=district.name_en,
        )


def _headquarters_away(district: District, shape: BaseGeometry) -> float:
    ends = shapely.get_coordinates(shapely.shortest_line(Point(district.hq_lon, district.hq_lat), shape))
    return distance_km(ends[0][1], ends[0][0], ends[1][1], ends[1][0])


def _notes(
    parts: dict[str, list[BaseGeometry]],
    shapes: dict[str, BaseGeometry],
    repaired: Iterable[str],
    names: DistrictNames,
) -> list[str]:
    notes = []
    missing = [district.name_en for district in names.all if district.key not in shapes]
    if missing:
        notes.append(f"{len(missing)} of the 75 districts have no boundary here: {_some(missing)}.")
    joined = [names.by_key[key].name_en for key, pieces in parts.items() if len(pieces) > 1]
    if joined:
        notes.append(f"Several features were joined into one district: {_some(joined)}.")
    broken = list(repaired)
    if broken:
        notes.append(f"Rings that cross themselves were repaired: {_some(broken)}.")
    strange = [
        names.by_key[key].name_en
        for key, shape in shapes.items()
        if _headquarters_away(names.by_key[key], shape) > _OUTSIDE_KM
    ]
    if strange:
        notes.append(f"The headquarters lie outside their boundary, please check: {_some(strange)}.")
    return notes


def _some(labels: list[str]) -> str:
    more = f" and {len(labels) - 10} more" if len(labels) > 10 else ""
    return ", ".join(labels[:10]) + more

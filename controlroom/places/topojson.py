"""TopoJSON: shared arcs, delta coded, put together into rings."""

from collections.abc import Iterator
from typing import cast

from controlroom.errors import BadInput
from controlroom.places.features import Feature, Ring, Rings, is_number, point, points

Json = dict[str, object]


class TopologyReader:
    """One topology; `features` reads the object that has the most polygons."""

    def __init__(self, name: str, whole: Json) -> None:
        self._name = name
        arcs, objects = whole.get("arcs"), whole.get("objects")
        if not isinstance(arcs, list) or not isinstance(objects, dict) or not objects:
            raise BadInput(
                "{name}: the arcs or objects of the TopoJSON are missing; export it again.", name=name
            )
        self._objects = cast("Json", objects)
        self._scale, self._shift = self._transform(whole.get("transform"))
        self._arcs = [self._arc(number, arc) for number, arc in enumerate(arcs)]

    def features(self) -> list[Feature]:
        layers = [list(self._geometries(layer)) for layer in self._objects.values()]
        best = max(layers, key=lambda layer: sum(_is_area(geometry) for geometry in layer))
        return [self._feature(number, geometry) for number, geometry in enumerate(best, start=1)]

    def _geometries(self, layer: object) -> Iterator[Json]:
        if not isinstance(layer, dict):
            return
        inner = layer.get("geometries")
        if layer.get("type") == "GeometryCollection" and isinstance(inner, list):
            yield from (cast("Json", each) if isinstance(each, dict) else {} for each in inner)
        else:
            yield cast("Json", layer)

    def _feature(self, number: int, geometry: Json) -> Feature:
        arcs = geometry.get("arcs")
        if not _is_area(geometry) or not isinstance(arcs, list):
            raise BadInput(
                "{_name}, feature {number}: its shape is not a polygon; export areas.",
                _name=self._name,
                number=number,
            )
        polygons = [arcs] if geometry["type"] == "Polygon" else arcs
        properties = geometry.get("properties")
        return Feature(
            number,
            properties if isinstance(properties, dict) else {},
            [self._rings(number, polygon) for polygon in polygons],
        )

    def _rings(self, number: int, polygon: object) -> Rings:
        if not isinstance(polygon, list):
            raise BadInput(
                "{_name}, feature {number}: its arcs are missing; export the file again.",
                _name=self._name,
                number=number,
            )
        return [self._ring(number, ring) for ring in polygon]

    def _ring(self, number: int, ring: object) -> Ring:
        out: Ring = []
        for index in ring if isinstance(ring, list) else [None]:
            if not isinstance(index, int) or not -len(self._arcs) <= index < len(self._arcs):
                raise BadInput(
                    "{_name}, feature {number}: arc {index} does not exist; the file is damaged.",
                    _name=self._name,
                    number=number,
                    index=index,
                )
            arc = self._arcs[index] if index >= 0 else self._arcs[~index][::-1]
            out.extend(arc[1:] if out else arc)
        return out

    def _arc(self, number: int, value: object) -> Ring:
        try:
            steps = points(self._name, 0, value)
        except BadInput as fault:
            raise BadInput(
                "{_name}: arc {number} is damaged; export the file again.", _name=self._name, number=number
            ) from fault
        if self._scale is None or self._shift is None:
            return steps
        (across, up), (left, low) = self._scale, self._shift
        x = y = 0.0
        out: Ring = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            out.append((x * across + left, y * up + low))
        return out

    def _transform(self, value: object) -> tuple[tuple[float, float] | None, tuple[float, float] | None]:
        if value is None:
            return None, None
        if isinstance(value, dict):
            scale, shift = value.get("scale"), value.get("translate")
            if all(_is_pair(pair) for pair in (scale, shift)):
                return point(self._name, 0, scale), point(self._name, 0, shift)
        raise BadInput(
            "{_name}: the transform of the TopoJSON is damaged; export it again.", _name=self._name
        )


def _is_area(geometry: Json) -> bool:
    return geometry.get("type") in ("Polygon", "MultiPolygon")


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) >= 2 and all(map(is_number, value))

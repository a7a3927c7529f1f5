"""Boundary files in JSON: GeoJSON and TopoJSON, turned into numbered features."""

from collections.abc import Iterator
from typing import cast

from controlroom.errors import BadInput
from controlroom.places.features import Feature, FeatureFile, Rings, points
from controlroom.places.topojson import TopologyReader

Json = dict[str, object]
_WGS84 = ("4326", "CRS84", "WGS84", "WGS 84", "4979")


def features_of(name: str, value: object) -> FeatureFile:
    """The polygons of a GeoJSON or TopoJSON value; BadInput with the feature's number where one cannot be."""
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise BadInput(
            "{name} is JSON but no map (GeoJSON or TopoJSON); export the districts as GeoJSON.", name=name
        )
    whole = cast("Json", value)
    _check_reference(name, whole.get("crs"))
    if whole["type"] == "Topology":
        features = TopologyReader(name, whole).features()
    elif whole["type"] == "FeatureCollection":
        features = [_feature(name, n, each) for n, each in enumerate(_list(name, whole, "features"), start=1)]
    elif whole["type"] == "Feature":
        features = [_feature(name, 1, whole)]
    else:
        raise BadInput(
            "{name} holds a bare {value}; each district must be a feature with its "
            "name, in a FeatureCollection.",
            name=name,
            value=whole["type"],
        )
    if not features:
        raise BadInput("{name} holds no features; export the districts' layer.", name=name)
    return FeatureFile(name, features)


def _feature(name: str, number: int, value: object) -> Feature:
    if not isinstance(value, dict) or value.get("type") != "Feature":
        raise BadInput(
            "{name}, feature {number}: this is not a GeoJSON feature; export the file again.",
            name=name,
            number=number,
        )
    properties = value.get("properties")
    polygons = list(_polygons(name, number, value.get("geometry")))
    return Feature(number, properties if isinstance(properties, dict) else {}, polygons)


def _polygons(name: str, number: int, value: object) -> Iterator[Rings]:
    geometry = cast("Json", value) if isinstance(value, dict) else {}
    kind = geometry.get("type")
    if kind == "Polygon":
        yield _rings(name, number, geometry.get("coordinates"))
    elif kind == "MultiPolygon":
        for part in _parts(name, number, geometry.get("coordinates")):
            yield _rings(name, number, part)
    elif kind == "GeometryCollection":
        for part in _parts(name, number, geometry.get("geometries")):
            yield from _polygons(name, number, part)
    else:
        raise BadInput(
            "{name}, feature {number}: its shape is {value}, not a polygon; export the "
            "districts' areas, not lines or points.",
            name=name,
            number=number,
            value=_shape_name(kind),
        )


def _rings(name: str, number: int, value: object) -> Rings:
    return [points(name, number, ring) for ring in _parts(name, number, value)]


def _parts(name: str, number: int, value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise BadInput(
        "{name}, feature {number}: its coordinates are missing; export the file again.",
        name=name,
        number=number,
    )


def _list(name: str, whole: Json, key: str) -> list[object]:
    value = whole.get(key)
    if isinstance(value, list):
        return value
    raise BadInput("{name}: the list '{key}' is missing; export the file again.", name=name, key=key)


def _shape_name(kind: object) -> str:
    return kind if isinstance(kind, str) else "missing"


def _check_reference(name: str, crs: object) -> None:
    """The old `crs` member, which some programs still write."""
    if not isinstance(crs, dict):
        return
    properties = crs.get("properties")
    label = properties.get("name") if isinstance(properties, dict) else None
    if isinstance(label, str) and not any(mark in label.upper() for mark in _WGS84):
        raise BadInput(
            "{name} is in {label}, not in WGS84; export it as EPSG:4326 (longitude, latitude).",
            name=name,
            label=label,
        )

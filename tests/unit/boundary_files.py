"""Small files of boundaries, right and wrong ones, as headquarters may drop them in."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import shapefile

WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]'
UTM = 'PROJCS["WGS_1984_UTM_Zone_44N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]]'


EVEREST = 'GEOGCS["GCS_Everest_1830",DATUM["D_Everest_1830"]]'


BOX = (80.3, 26.5, 80.8, 27.0)


def ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(name: Any, box: tuple[float, float, float, float] = BOX, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"district": name, **properties},
        "geometry": {"type": "Polygon", "coordinates": [ring(*box)]},
    }


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def write(folder: Path, value: Any, name: str = "map.geojson", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding=encoding)
    return path


def topology(**changes: Any) -> dict[str, Any]:
    """Lucknow and Sitapur share arc 1; delta coded in steps of 0.01 degrees."""
    return {
        "type": "Topology",
        "transform": {"scale": [0.01, 0.01], "translate": [80.3, 26.5]},
        "arcs": [
            [[0, 50], [0, -50], [50, 0], [0, 50]],
            [[50, 50], [-50, 0]],
            [[50, 50], [0, 60], [-50, 0], [0, -60]],
        ],
        "objects": {
            "state": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"dtname": "Lucknow"}},
                    {"type": "MultiPolygon", "arcs": [[[2, -2]]], "properties": {"dtname": "Sitapur"}},
                ],
            }
        },
        **changes,
    }


def shapes(
    rows: list[tuple[str, tuple[float, float, float, float]]], kind: int = shapefile.POLYGON
) -> dict[str, bytes]:
    parts = {suffix: io.BytesIO() for suffix in (".shp", ".shx", ".dbf")}
    with shapefile.Writer(
        shp=parts[".shp"], shx=parts[".shx"], dbf=parts[".dbf"], shapeType=kind, encoding="utf-8"
    ) as writer:
        writer.field("DISTRICT", "C", size=60)
        for name, box in rows:
            if kind == shapefile.POLYGON:
                writer.poly([ring(*box)[::-1]])
            else:
                writer.point(box[0], box[1])
            writer.record(name)
    return {suffix: part.getvalue() for suffix, part in parts.items()} | {".prj": WGS84.encode()}


def zipped(folder: Path, parts: dict[str, bytes], stem: str = "in/map", name: str = "map.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("__MACOSX/in/._map.shp", b"junk")
        for suffix, content in parts.items():
            archive.writestr(stem + suffix, content)
    return path

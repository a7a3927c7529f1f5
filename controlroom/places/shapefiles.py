"""Zipped shapefiles: the four parts are found, checked and read, never unpacked to disk."""

import io
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from pathlib import PurePosixPath

import shapefile

from controlroom.errors import BadInput
from controlroom.places.features import Feature, FeatureFile, points

shapefile.VERBOSE = False  # rings wound the wrong way are repaired here; the log need not hear of them

_LIMIT_MB = 100
_NEEDED = (".shp", ".shx", ".dbf")
_POLYGONS = (shapefile.POLYGON, shapefile.POLYGONZ, shapefile.POLYGONM)
_WGS84 = re.compile(r'^\s*GEOG(?:CS|CRS)\s*\[\s*"[^"]*(?:WGS[ _]?(?:19)?84|4326|CRS:?84)', re.IGNORECASE)
# All that the standard library was seen to raise for damaged, locked and invented archives.
_NOT_A_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError,
    struct.error, ValueError, KeyError, IndexError, OverflowError,
)  # fmt: skip
_NOT_A_SHAPEFILE = (
    shapefile.ShapefileException, shapefile.GeoJSON_Error, shapefile.RingSamplingError, struct.error,
    ValueError, IndexError, KeyError, OSError, OverflowError, MemoryError, TypeError,
)  # fmt: skip
_CRS_NAME = re.compile(r'\[\s*"([^"]{1,60})"')


def read_shapefile(name: str, content: bytes) -> FeatureFile:
    """The features of the one shapefile in a zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(name, archive)
    except _NOT_A_ZIP as fault:
        raise BadInput("{name} is not a whole zip file; copy or zip it again.", name=name) from fault
    notes = _check_reference(name, parts.get(".prj"))
    try:
        with warnings.catch_warnings():  # the library warns of a damaged head, on standard error
            warnings.simplefilter("ignore")
            features = _features(name, parts)
    except _NOT_A_SHAPEFILE as fault:
        raise BadInput(
            "{name}: the shapefile inside is damaged; export and zip it again.", name=name
        ) from fault
    if not features:
        raise BadInput(
            "{name}: the shapefile inside holds no features; export the districts' layer.", name=name
        )
    return FeatureFile(name, features, notes)


def _parts(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    members = [PurePosixPath(info.filename) for info in archive.infolist() if not info.is_dir()]
    members = [member for member in members if "__MACOSX" not in member.parts]
    shapes = [member for member in members if member.suffix.lower() == ".shp"]
    if not shapes:
        raise BadInput(
            "{name} holds no .shp file; zip the .shp, .shx, .dbf and .prj of the districts.", name=name
        )
    if len(shapes) > 1:
        found = ", ".join(sorted(shape.name for shape in shapes)[:5])
        raise BadInput(
            "{name} holds several shapefiles ({found}); zip only the one with the districts.",
            name=name,
            found=found,
        )
    stem = shapes[0].with_suffix("")
    own = {member.suffix.lower(): str(member) for member in members if member.with_suffix("") == stem}
    missing = [suffix for suffix in _NEEDED if suffix not in own]
    if missing:
        raise BadInput(
            "{name}: the {value} file is missing; zip all parts together.",
            name=name,
            value=" and ".join(missing),
        )
    wanted = [suffix for suffix in (*_NEEDED, ".prj", ".cpg") if suffix in own]
    if sum(archive.getinfo(own[suffix]).file_size for suffix in wanted) > _LIMIT_MB << 20:
        raise BadInput(
            "{name} unpacks to more than {_LIMIT_MB} MB; export it with less detail.",
            name=name,
            _LIMIT_MB=_LIMIT_MB,
        )
    return {suffix: _read(name, archive, own[suffix]) for suffix in wanted}


def _read(name: str, archive: zipfile.ZipFile, member: str) -> bytes:
    """The sizes written in a zip may lie, so that the reading itself is limited too."""
    with archive.open(member) as file:
        content = file.read((_LIMIT_MB << 20) + 1)
    if len(content) > _LIMIT_MB << 20:
        raise BadInput(
            "{name} unpacks to more than {_LIMIT_MB} MB; export it with less detail.",
            name=name,
            _LIMIT_MB=_LIMIT_MB,
        )
    return content


def _check_reference(name: str, prj: bytes | None) -> tuple[str, ...]:
    if prj is None:
        return ("The zip holds no .prj file: the coordinates were taken as WGS84 degrees.",)
    text = prj.decode("utf-8", errors="replace").lstrip("\ufeff")
    if _WGS84.search(text):
        return ()
    label = _CRS_NAME.search(text)
    found = label.group(1) if label else "unknown"
    raise BadInput(
        "{name} is in {found}, not in WGS84; export it as EPSG:4326 (longitude, latitude).",
        name=name,
        found=found,
    )


def _features(name: str, parts: dict[str, bytes]) -> list[Feature]:
    label = parts.get(".cpg", b"").decode("ascii", errors="ignore").strip().lower()
    encoding = "utf-8" if not label or label in ("utf-8", "utf8", "65001") else "latin-1"
    with shapefile.Reader(
        shp=io.BytesIO(parts[".shp"]),
        shx=io.BytesIO(parts[".shx"]),
        dbf=io.BytesIO(parts[".dbf"]),
        encoding=encoding,
        encodingErrors="replace",  # a name that cannot be read is reported with its feature
    ) as reader:
        if reader.shapeType not in _POLYGONS:
            raise BadInput("{name}: the shapefile holds no polygons; export the districts' areas.", name=name)
        return [
            _feature(name, number, pair.shape, pair.record.as_dict())
            for number, pair in enumerate(reader.iterShapeRecords(), start=1)
        ]


def _feature(name: str, number: int, shape: "shapefile.Shape", record: dict[str, object]) -> Feature:
    if shape.shapeType == shapefile.NULL:
        raise BadInput(
            "{name}, feature {number}: its shape is missing; export the file again.", name=name, number=number
        )
    outline = shape.__geo_interface__
    kind, coordinates = outline.get("type"), outline.get("coordinates", ())
    if kind not in ("Polygon", "MultiPolygon") or not coordinates:
        raise BadInput(
            "{name}, feature {number}: its shape is missing; export the file again.", name=name, number=number
        )
    polygons = [coordinates] if kind == "Polygon" else coordinates
    return Feature(
        number,
        record,
        [[points(name, number, list(ring)) for ring in polygon] for polygon in polygons],
    )

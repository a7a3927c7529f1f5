"""Which reader a file that somebody chose is for, by its name; readers are imported only when needed."""

from pathlib import Path

from controlroom.errors import BadInput
from controlroom.places.features import FeatureFile
from controlroom.places.rawfiles import as_json, as_text, read_bytes

_JSON = (".geojson", ".json", ".topojson")
_WITHOUT_ZIP = (".shp", ".shx", ".dbf", ".prj")
_LIMIT_MB = 64


def is_station_list(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def read_table(path: Path) -> str:
    """The text of a station list."""
    return as_text(path.name, read_bytes(path, limit_mb=_LIMIT_MB))


def read_features(path: Path) -> FeatureFile:
    """The features of a boundary file of any format that is read here."""
    kind = path.suffix.lower()
    if kind in _WITHOUT_ZIP:
        raise BadInput(
            "{name} is one part of a shapefile; zip its .shp, .shx, .dbf and .prj together.", name=path.name
        )
    if kind not in (*_JSON, ".zip"):
        raise BadInput(
            "{name} is of a kind that is not read here; boundaries come as .geojson, .json (GeoJSON "
            "or TopoJSON) or a zipped shapefile, stations as .csv.",
            name=path.name,
        )
    content = read_bytes(path, limit_mb=_LIMIT_MB)
    if kind == ".zip":
        from controlroom.places.shapefiles import read_shapefile

        return read_shapefile(path.name, content)
    from controlroom.places.geojson import features_of

    return features_of(path.name, as_json(path.name, content))

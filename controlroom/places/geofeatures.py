"""Outlines as GeoJSON, and the rough ones, which come with the program. Standard library only."""

import json
from collections.abc import Iterable

from controlroom.config import resources_dir
from controlroom.places.model import District
from controlroom.places.tables import DistrictNames

ROUGH = "rough-outlines.json"  # what `outlines.rough_cells` gives: making it anew at each start takes shapely
Rings = list[list[list[list[float]]]]  # of a MultiPolygon, in degrees


def rough_outlines(names: DistrictNames) -> dict[str, object]:
    """Around each headquarters what is nearest to it: a scheme, never to be taken for a border."""
    cells: dict[str, Rings] = json.loads((resources_dir() / "places" / ROUGH).read_bytes())
    known = [(district, cells[district.key]) for district in names.all if district.key in cells]
    return collection(known, is_approximate=True)


def collection(pairs: Iterable[tuple[District, Rings]], *, is_approximate: bool) -> dict[str, object]:
    """A FeatureCollection of the districts with their outlines."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(district, rings, is_approximate) for district, rings in pairs],
    }


def _feature(district: District, rings: Rings, is_approximate: bool) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {
            "key": district.key,
            "en": district.name_en,
            "hi": district.name_hi,
            "hq": [district.hq_lon, district.hq_lat],
            "approximate": is_approximate,
        },
        "geometry": {"type": "MultiPolygon", "coordinates": rings},
    }

"""A file of boundaries that cannot be used is refused in one sentence, and leaves the earlier one."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapefile
from boundary_files import BOX, EVEREST, UTM, collection, feature, ring, shapes, topology, write, zipped

from controlroom.errors import BadInput, WorldFault
from controlroom.places import rawfiles
from controlroom.places.atlas import Atlas


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return Atlas(tmp_path / "places")


def refused(atlas: Atlas, path: Path) -> str:
    """The sentence, which is one line, names no folder, and leaves the atlas as it was."""
    before = atlas.has_boundaries
    with pytest.raises(BadInput) as caught:
        atlas.import_file(path)
    text = str(caught.value)
    assert "\n" not in text and text.endswith(".") and len(text) < 400
    assert str(path.parent) not in text and path.name in text
    assert atlas.has_boundaries == before
    return text


JSON_FAULTS: list[tuple[Any, str]] = [
    ({"a": 1}, "no map"),
    ([1, 2], "no map"),
    ("null", "no map"),
    ("12", "no map"),
    (collection(), "no features"),
    ({"type": "FeatureCollection"}, "'features' is missing"),
    ({"type": "Polygon", "coordinates": [ring(*BOX)]}, "bare Polygon"),
    (collection(feature("Lucknow"), 7), "feature 2: this is not a GeoJSON feature"),
    (collection(feature("Lucknow"), feature("Atlantis")), "feature 2: 'Atlantis' is not one of the 75"),
    (collection(feature("Atlantis")), "feature 1: 'Atlantis'"),
    (collection(feature(None)), "feature 1: no property names its district"),
    (collection(feature(12)), "feature 1: no property names its district"),
    (collection({**feature("Lucknow"), "geometry": None}), "feature 1: its shape is missing, not a polygon"),
    (
        collection({**feature("Lucknow"), "geometry": {"type": "Point", "coordinates": [80, 26]}}),
        "its shape is Point, not a polygon",
    ),
    (
        collection({**feature("Lucknow"), "geometry": {"type": "Polygon", "coordinates": None}}),
        "coordinates are missing",
    ),
    (
        collection({**feature("Lucknow"), "geometry": {"type": "Polygon", "coordinates": [[["x", 1]]]}}),
        "not two plain numbers",
    ),
    (
        collection({**feature("Lucknow"), "geometry": {"type": "Polygon", "coordinates": [5]}}),
        "a ring of coordinates is missing",
    ),
    (
        collection({**feature("Lucknow"), "geometry": {"type": "Polygon", "coordinates": []}}),
        "enclose no area",
    ),
    (collection(feature("Lucknow", (80.3, 26.5, 80.3, 26.5))), "feature 1 (Lucknow): its rings enclose no"),
    (collection(feature("Lucknow", (512345, 2987654, 522345, 2997654))), "are not degrees"),
    (collection(feature("Lucknow", (26.5, 80.3, 27.0, 80.8))), "latitude and longitude are exchanged"),
    (collection(feature("Pratapgarh", (74.5, 23.8, 75.0, 24.3))), "is not where the district lies"),
    (
        collection(feature("Lucknow"), crs={"type": "name", "properties": {"name": "EPSG:32644"}}),
        "is in EPSG:32644, not in WGS84",
    ),
    (
        '{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[NaN, 1]]]}}',
        "two plain numbers",
    ),
    ('{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[1e999, 1]]]}}', "two plain num"),
    (
        '{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[1' + "0" * 400 + ", 1]]]}}",
        "two plain numbers",
    ),
    ('{"a": 1' + "0" * 5000 + "}", "cannot be a coordinate"),
    ("[" * 100_000 + "]" * 100_000, "nested too deep"),
    ("", "is empty"),
    (" \n\t ", "is empty"),
    ("<html>not found</html>", "line 1, column 1: this is not JSON"),
    (topology(arcs=None), "arcs or objects of the TopoJSON are missing"),
    (topology(objects={}), "arcs or objects of the TopoJSON are missing"),
    (topology(arcs=[[[0, 0], ["x", 0]]]), "arc 0 is damaged"),
    (topology(arcs=topology()["arcs"][:2]), "feature 2: arc 2 does not exist"),
    (topology(transform={"scale": [1]}), "transform of the TopoJSON is damaged"),
    (topology(transform={"scale": [1], "translate": [2]}), "transform"),
    (
        topology(objects={"a": {"type": "Point", "coordinates": [1, 2]}}),
        "feature 1: its shape is not a polyg",
    ),
    (topology(objects={"a": 5}), "no features"),
]


@pytest.mark.parametrize(("value", "words"), JSON_FAULTS)
def test_that_each_fault_of_a_json_map_has_its_sentence(
    atlas: Atlas, tmp_path: Path, value: Any, words: str
) -> None:
    path = write(tmp_path, value)
    assert words in refused(atlas, path)


def test_that_json_cut_in_the_middle_is_told_by_line_and_column(atlas: Atlas, tmp_path: Path) -> None:
    text = json.dumps(collection(feature("Lucknow"), feature("Hardoi")), indent=1)
    for cut in range(40, len(text) - 1, 37):
        path = write(tmp_path, text[:cut])
        said = refused(atlas, path)
        place = re.search(r"line (\d+), column (\d+): the file ends in the middle", said)
        assert place is not None, (text[cut - 20 : cut], said)
        assert abs(int(place[1]) - (text[:cut].count("\n") + 1)) <= 1


def test_that_text_that_is_not_unicode_is_told_by_line(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "map.geojson"
    path.write_bytes(b'{"type":\n "Fe\xff\xfe\xe9ture"}')
    assert "line 2: the text is not UTF-8" in refused(atlas, path)


@pytest.mark.parametrize("name", ["map.kml", "map.gpkg", "map", "map.xlsx"])
def test_that_another_kind_of_file_is_told_what_is_read(atlas: Atlas, tmp_path: Path, name: str) -> None:
    assert "zipped shapefile" in refused(atlas, write(tmp_path, "x", name))


def test_that_one_part_of_a_shapefile_is_asked_to_be_zipped(atlas: Atlas, tmp_path: Path) -> None:
    assert "zip its .shp, .shx, .dbf and .prj" in refused(atlas, write(tmp_path, "x", "map.shp"))


def test_that_no_file_and_a_folder_are_told_apart(atlas: Atlas, tmp_path: Path) -> None:
    assert "There is no file" in refused(atlas, tmp_path / "nothing.json")
    (tmp_path / "folder.json").mkdir()
    assert "is not a file" in refused(atlas, tmp_path / "folder.json")


def test_that_a_file_above_the_limit_is_refused(
    atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rawfiles, "_MEGABYTE", 10)
    assert "is larger than 64 MB" in refused(atlas, write(tmp_path, "x" * 1000))


def without(suffix: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: {key: part for key, part in parts.items() if key != suffix}


ZIP_FAULTS: list[tuple[Callable[[dict[str, bytes]], dict[str, bytes]], str]] = [
    (without(".shx"), "the .shx file is missing"),
    (without(".dbf"), "the .dbf file is missing"),
    (without(".shp"), "holds no .shp file"),
    (lambda parts: {".shp": parts[".shp"]}, "the .shx and .dbf file is missing"),
    (lambda parts: {**parts, ".prj": UTM.encode()}, "is in WGS_1984_UTM_Zone_44N, not in WGS84"),
    (lambda parts: {**parts, ".prj": EVEREST.encode()}, "is in GCS_Everest_1830, not in WGS84"),
    (lambda parts: {**parts, ".prj": b"\xff\x00"}, "is in unknown, not in WGS84"),
    (lambda parts: {**parts, ".shp": parts[".shp"][:60]}, "the shapefile inside is damaged"),
    (lambda parts: {**parts, ".shp": b""}, "the shapefile inside is damaged"),
    (lambda parts: {**parts, ".dbf": b"junk"}, "the shapefile inside is damaged"),
    (lambda parts: {**parts, "2.shp": parts[".shp"]}, "holds several shapefiles (map.shp, map2.shp)"),
    (lambda _: shapes([("Atlantis", BOX)]), "feature 1: 'Atlantis' is not one of the 75"),
    (lambda _: shapes([("Lucknow", BOX)], shapefile.POINT), "holds no polygons"),
    (lambda _: shapes([]), "holds no features"),
    (lambda _: shapes([("Lucknow", (512345, 2987654, 522345, 2997654))]), "are not degrees"),
]


@pytest.mark.parametrize(("change", "words"), ZIP_FAULTS)
def test_that_each_fault_of_a_zipped_shapefile_has_its_sentence(
    atlas: Atlas, tmp_path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]], words: str
) -> None:
    assert words in refused(atlas, zipped(tmp_path, change(shapes([("Lucknow", BOX)]))))


def test_that_a_broken_zip_has_its_sentence(atlas: Atlas, tmp_path: Path) -> None:
    whole = zipped(tmp_path, shapes([("Lucknow", BOX)])).read_bytes()
    for content in (
        whole[:200],
        whole[:-30],
        b"PK\x03\x04" + b"x" * 50,
        whole[:60] + b"x" * 90 + whole[150:],
    ):
        path = tmp_path / "broken.zip"
        path.write_bytes(content)
        assert "not a whole zip file" in refused(atlas, path)


def test_that_a_zip_bomb_is_refused_before_it_unpacks(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for suffix, part in shapes([("Lucknow", BOX)]).items():
            if suffix != ".shp":
                archive.writestr(f"map{suffix}", part)
        with archive.open("map.shp", "w", force_zip64=True) as member:
            for _ in range(500):
                member.write(bytes(1 << 20))
    assert "unpacks to more than 100 MB" in refused(atlas, path)


def test_that_a_zip_that_lies_about_its_size_is_refused(atlas: Atlas, tmp_path: Path) -> None:
    path = zipped(tmp_path, shapes([("Lucknow", BOX)]))
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 4)
    content[at + 24 : at + 28] = (12).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    assert "map.zip" in refused(atlas, path)


def test_that_no_damaged_byte_is_a_fault_of_ours(atlas: Atlas, tmp_path: Path) -> None:
    rng = random.Random(11)
    sources = {
        "map.zip": zipped(tmp_path, shapes([("Lucknow", BOX)])).read_bytes(),
        "map.json": json.dumps(topology()).encode(),
        "map.geojson": json.dumps(collection(feature("Lucknow"))).encode(),
    }
    refusals = 0
    for name, whole in sources.items():
        for _ in range(250):
            content = bytearray(whole)
            for _ in range(rng.randint(1, 4)):
                content[rng.randrange(len(content))] = rng.randrange(256)
            path = tmp_path / name
            path.write_bytes(bytes(content[: rng.choice((len(content), rng.randrange(len(content)))) or 1]))
            try:
                atlas.import_file(path)
            except BadInput as fault:
                refusals += 1
                assert "\n" not in str(fault)
    assert refusals > 400


def test_that_a_shapefile_with_an_empty_shape_has_its_sentence(atlas: Atlas, tmp_path: Path) -> None:
    parts = {suffix: io.BytesIO() for suffix in (".shp", ".shx", ".dbf")}
    with shapefile.Writer(
        shp=parts[".shp"], shx=parts[".shx"], dbf=parts[".dbf"], shapeType=shapefile.POLYGON
    ) as writer:
        writer.field("DISTRICT", "C", size=60)
        writer.poly([ring(*BOX)[::-1]])
        writer.record("Lucknow")
        writer.null()
        writer.record("Hardoi")
    path = zipped(tmp_path, {suffix: part.getvalue() for suffix, part in parts.items()})
    assert "feature 2: its shape is missing" in refused(atlas, path)


def test_that_a_refused_import_leaves_the_earlier_one(atlas: Atlas, tmp_path: Path) -> None:
    atlas.import_file(write(tmp_path, collection(feature("Lucknow"))))
    kept = (tmp_path / "places" / "boundaries.json").read_bytes()
    refused(atlas, write(tmp_path, collection(feature("Atlantis"))))
    assert (tmp_path / "places" / "boundaries.json").read_bytes() == kept
    assert atlas.where(26.75, 80.55).sure


def test_that_a_folder_that_cannot_be_written_is_a_fault_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("a file where the folder should be")
    atlas = Atlas(tmp_path / "places")
    with pytest.raises(WorldFault, match="cannot be written"):
        atlas.import_file(write(tmp_path, collection(feature("Lucknow"))))
    assert not atlas.has_boundaries

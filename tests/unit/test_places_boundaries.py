"""Importing boundaries: every format is read, and what was mended, joined or left out is a note."""

import json
import random
from pathlib import Path

import pytest
from boundary_files import BOX, collection, feature, ring, shapes, topology, write, zipped

from controlroom.places.atlas import Atlas


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return Atlas(tmp_path / "places")


def test_that_geojson_is_read_and_fewer_than_75_is_a_note(atlas: Atlas, tmp_path: Path) -> None:
    done = atlas.import_file(write(tmp_path, collection(feature("Lucknow"))))
    assert (done.districts, done.stations) == (1, 0)
    assert any("74 of the 75 districts have no boundary" in note for note in done.notes)
    assert atlas.has_boundaries and atlas.where(26.75, 80.55).sure


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_that_the_encoding_does_not_matter(atlas: Atlas, tmp_path: Path, encoding: str) -> None:
    text = json.dumps(collection(feature("लखनऊ")), ensure_ascii=False)
    assert atlas.import_file(write(tmp_path, text, encoding=encoding)).districts == 1


@pytest.mark.parametrize("name", ["map.json", "MAP.TOPOJSON"])
def test_that_topojson_is_read(atlas: Atlas, tmp_path: Path, name: str) -> None:
    assert atlas.import_file(write(tmp_path, topology(), name)).districts == 2
    for point, key in (((26.7, 80.5), "lucknow"), ((27.3, 80.5), "sitapur")):
        found = atlas.where(*point)
        assert found.sure and found.district is not None and found.district.key == key


def test_that_topojson_without_a_transform_is_read(atlas: Atlas, tmp_path: Path) -> None:
    value = topology(transform=None, arcs=[ring(*BOX)])
    value["objects"] = {
        "a": {"type": "Polygon", "arcs": [[0]], "properties": {"name": "Lucknow"}},
        "lines": {"type": "LineString", "arcs": [0]},
    }
    assert atlas.import_file(write(tmp_path, value)).districts == 1


def test_that_a_zipped_shapefile_is_read(atlas: Atlas, tmp_path: Path) -> None:
    rows = [("LUCKNOW", BOX), ("सीतापुर", (80.3, 27.0, 80.8, 27.6))]
    done = atlas.import_file(zipped(tmp_path, shapes(rows)))
    assert done.districts == 2
    assert not any(".prj" in note for note in done.notes)
    found = atlas.where(27.3, 80.5)
    assert found.district is not None and found.district.key == "sitapur"


def test_that_a_shapefile_without_prj_is_taken_with_a_note(atlas: Atlas, tmp_path: Path) -> None:
    parts = shapes([("Lucknow", BOX)])
    del parts[".prj"]
    assert any(".prj" in note for note in atlas.import_file(zipped(tmp_path, parts)).notes)


def test_that_the_name_is_found_in_whatever_column(atlas: Atlas, tmp_path: Path) -> None:
    value = collection(feature(None, NAME_2="Faizabad", remark="x", box=(82.0, 26.5, 82.4, 26.9)))
    atlas.import_file(write(tmp_path, value))
    found = atlas.where(26.7, 82.2)
    assert found.district is not None and found.district.key == "ayodhya"


def test_that_a_census_code_names_a_district_where_the_name_does_not(atlas: Atlas, tmp_path: Path) -> None:
    value = collection(feature("Nakhlau", dt_code="157"), feature("Sitapur", (80.3, 27.0, 80.8, 27.6)))
    assert atlas.import_file(write(tmp_path, value)).districts == 2
    assert atlas.where(26.75, 80.55).sure


def test_that_districts_of_other_states_are_left_out_with_a_note(atlas: Atlas, tmp_path: Path) -> None:
    value = collection(
        feature("Lucknow", st_nm="Uttar Pradesh"),
        feature("Pratapgarh", (74.5, 23.8, 75.0, 24.3), st_nm="Rajasthan"),
        feature("Patna", (85.0, 25.4, 85.3, 25.7), st_nm="Bihar"),
    )
    done = atlas.import_file(write(tmp_path, value))
    assert done.districts == 1
    assert "2 districts of other states were left out." in done.notes


def test_that_rings_that_cross_themselves_are_repaired_with_a_note(atlas: Atlas, tmp_path: Path) -> None:
    bow = feature("Lucknow")
    bow["geometry"]["coordinates"] = [
        [[80.3, 26.5], [80.8, 27.0], [80.8, 26.5], [80.3, 27.0], [80.3, 26.5]],
        [[80.4, 26.6], [80.4, 26.6], [80.4, 26.6], [80.4, 26.6]],
    ]
    done = atlas.import_file(write(tmp_path, collection(bow)))
    assert any("repaired: Lucknow" in note for note in done.notes)
    found = atlas.where(26.75, 80.75)
    assert found.district is not None and found.district.key == "lucknow"


def test_that_two_features_of_one_district_are_joined_with_a_note(atlas: Atlas, tmp_path: Path) -> None:
    value = collection(
        feature("Lucknow", (80.3, 26.5, 80.5, 27.0)), feature("LUCKNOW", (80.5, 26.5, 80.8, 27.0))
    )
    done = atlas.import_file(write(tmp_path, value))
    assert done.districts == 1 and any("joined" in note for note in done.notes)
    assert atlas.where(26.75, 80.5).sure


def test_that_a_headquarters_outside_its_boundary_is_a_note(atlas: Atlas, tmp_path: Path) -> None:
    done = atlas.import_file(write(tmp_path, collection(feature("Hardoi"))))
    assert any("headquarters lie outside their boundary" in note and "Hardoi" in note for note in done.notes)


def test_that_heights_and_geometry_collections_do_no_harm(atlas: Atlas, tmp_path: Path) -> None:
    one = feature("Lucknow")
    one["geometry"] = {
        "type": "GeometryCollection",
        "geometries": [{"type": "MultiPolygon", "coordinates": [[[[*p, 120.5] for p in ring(*BOX)]]]}],
    }
    assert atlas.import_file(write(tmp_path, one)).districts == 1


def test_that_very_fine_borders_lose_only_what_is_below_10_m(atlas: Atlas, tmp_path: Path) -> None:
    rng = random.Random(1)
    edge = [[80.3 + n * 0.5 / 120_000, 26.5 + rng.uniform(0, 0.00002)] for n in range(120_000)]
    value = feature("Lucknow")
    value["geometry"]["coordinates"] = [[*edge, [80.8, 27.0], [80.3, 27.0], edge[0]]]
    atlas.import_file(write(tmp_path, value))
    assert (tmp_path / "places" / "boundaries.json").stat().st_size < 100_000
    assert atlas.where(26.75, 80.55).sure

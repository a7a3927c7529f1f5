"""Street maps in one file: pictures and vectors, whole and broken."""

import gzip
import json
import os
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import mapbox_vector_tile
import pytest
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from controlroom.errors import BadInput
from controlroom.mapview.tiles import LARGEST_TILE, StreetMap

PICTURE = b"\x89PNG\r\n\x1a\n" + b"not looked at any further"
VECTOR = mapbox_vector_tile.encode(
    [{"name": "places", "features": [{"geometry": "POINT(10 10)", "properties": {"name": "लखनऊ"}}]}]
)


def make_mbtiles(path: Path, tiles: dict[tuple[int, int, int], bytes], **said: str) -> Path:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    database.execute(
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"
    )
    database.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
    database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", [(*at, data) for at, data in tiles.items()])
    database.commit()
    database.close()
    return path


def make_pmtiles(path: Path, tiles: dict[tuple[int, int, int], bytes], **header: Any) -> Path:
    with path.open("wb") as file:
        writer = Writer(file)
        for (z, x, y), data in sorted(tiles.items(), key=lambda item: zxy_to_tileid(*item[0])):
            writer.write_tile(zxy_to_tileid(z, x, y), data)
        writer.finalize(
            {
                "tile_type": TileType.MVT, "tile_compression": Compression.GZIP, "min_lon_e7": 770000000,
                "min_lat_e7": 230000000, "max_lon_e7": 850000000, "max_lat_e7": 310000000, "center_zoom": 5,
                "center_lon_e7": 0, "center_lat_e7": 0, **header,
            },
            {"name": "made here", "attribution": "<a href='x'>us &amp; them</a>",
             "vector_layers": [{"id": "places"}]},
        )  # fmt: skip
    return path


def test_that_a_picture_tile_is_found_by_the_webs_numbering(tmp_path: Path) -> None:
    street = StreetMap(make_mbtiles(tmp_path / "a.mbtiles", {(2, 1, 3): PICTURE}, format="png"))
    assert street.tile(2, 1, 0) == PICTURE
    assert street.tile(2, 1, 3) is None
    assert (street.mime, street.is_vector) == (b"image/png", False)


def test_that_a_gzipped_vector_tile_comes_out_plain(tmp_path: Path) -> None:
    layers = json.dumps({"vector_layers": [{"id": "places"}, {"id": "roads"}]})
    file = make_mbtiles(tmp_path / "a.mbtiles", {(0, 0, 0): gzip.compress(VECTOR)}, format="pbf", json=layers)
    street = StreetMap(file)
    assert street.tile(0, 0, 0) == VECTOR
    assert street.is_vector
    assert street.facts.layers == ("places", "roads")


def test_that_metadata_are_read_and_markup_in_them_is_not_kept(tmp_path: Path) -> None:
    file = make_mbtiles(
        tmp_path / "a.mbtiles",
        {(3, 0, 0): PICTURE, (7, 0, 0): PICTURE},
        name="Lucknow",
        bounds="77,23.5,85,31",
        attribution="<b>Survey</b> &copy;",
    )
    facts = StreetMap(file).facts
    assert (facts.name, facts.format, facts.min_zoom, facts.max_zoom) == ("Lucknow", "png", 3, 7)
    assert facts.bounds == (77.0, 23.5, 85.0, 31.0)
    assert facts.attribution == "Survey ©"


@pytest.mark.parametrize("bounds", ["", "a,b,c,d", "1,2,3", "85,23,77,31", "nan,1,2,3", "-999,1,2,3"])
def test_that_bounds_that_cannot_be_are_left_out(tmp_path: Path, bounds: str) -> None:
    assert (
        StreetMap(make_mbtiles(tmp_path / "a.mbtiles", {(0, 0, 0): PICTURE}, bounds=bounds)).facts.bounds
        is None
    )


def test_that_a_pmtiles_vector_map_is_served(tmp_path: Path) -> None:
    file = make_pmtiles(
        tmp_path / "a.pmtiles", {(0, 0, 0): gzip.compress(VECTOR), (5, 23, 13): gzip.compress(b"x")}
    )
    street = StreetMap(file)
    assert street.tile(0, 0, 0) == VECTOR
    assert street.tile(5, 23, 13) == b"x"
    assert street.tile(5, 23, 14) is None
    assert (street.facts.min_zoom, street.facts.max_zoom) == (0, 5)
    assert street.facts.attribution == "us & them"
    assert street.facts.bounds == (77.0, 23.0, 85.0, 31.0)
    street.close()


def test_that_a_tile_outside_the_world_is_none(tmp_path: Path) -> None:
    street = StreetMap(make_mbtiles(tmp_path / "a.mbtiles", {(0, 0, 0): PICTURE}))
    assert [street.tile(*at) for at in ((0, 1, 0), (-1, 0, 0), (99, 0, 0), (3, 0, -1))] == [None] * 4


def broken_files(folder: Path) -> list[Path]:
    whole = make_pmtiles(folder / "whole.pmtiles", {(0, 0, 0): gzip.compress(VECTOR)}).read_bytes()
    files = {
        "text.mbtiles": b"this is no database",
        "empty.mbtiles": b"",
        "empty.pmtiles": b"",
        "text.pmtiles": b"this is no archive " * 50,
        "half.pmtiles": whole[:140],
        "map.zip": b"PK",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    make_mbtiles(folder / "bare.mbtiles", {})
    make_pmtiles(folder / "brotli.pmtiles", {(0, 0, 0): b"x"}, tile_compression=Compression.BROTLI)
    make_pmtiles(folder / "avif.pmtiles", {(0, 0, 0): b"x"}, tile_type=TileType.AVIF)
    (folder / "folder.mbtiles").mkdir()
    names = [*files, "bare.mbtiles", "brotli.pmtiles", "avif.pmtiles", "folder.mbtiles", "nowhere.mbtiles"]
    return [folder / name for name in names]


def test_that_a_broken_file_is_one_plain_sentence_with_its_name(tmp_path: Path) -> None:
    for file in broken_files(tmp_path):
        with pytest.raises(BadInput) as refused:
            StreetMap(file)
        assert file.name in str(refused.value)
        assert str(refused.value).endswith(".")
        assert str(tmp_path) not in str(refused.value)


def test_that_a_tile_cannot_fill_the_memory(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(LARGEST_TILE + 1))
    street = StreetMap(make_mbtiles(tmp_path / "a.mbtiles", {(0, 0, 0): bomb}, format="pbf"))
    with pytest.raises(BadInput):
        street.tile(0, 0, 0)


def test_that_a_broken_tile_is_bad_input(tmp_path: Path) -> None:
    cut = gzip.compress(zlib.compress(VECTOR))[:-9]
    street = StreetMap(make_mbtiles(tmp_path / "a.mbtiles", {(0, 0, 0): cut}, format="pbf"))
    with pytest.raises(BadInput):
        street.tile(0, 0, 0)


def test_that_the_newest_street_map_of_a_folder_is_taken(tmp_path: Path) -> None:
    assert StreetMap.in_folder(tmp_path / "none") is None
    assert StreetMap.in_folder(tmp_path) is None
    old = make_mbtiles(tmp_path / "old.mbtiles", {(0, 0, 0): PICTURE})
    new = make_pmtiles(tmp_path / "new.pmtiles", {(0, 0, 0): gzip.compress(VECTOR)})
    os.utime(old, (1, 1))
    (tmp_path / "readme.txt").write_text("no map")
    found = StreetMap.in_folder(tmp_path)
    assert found is not None
    assert found.path == new

"""A dropped-in street map in a real web engine: pictures and vectors come through our own scheme."""

import gzip
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import mapbox_vector_tile
import pytest
from map_house import Ask, asker, map_pane
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage

from controlroom.errors import BadInput
from controlroom.mapview.tiles import StreetMap
from controlroom.ui.map.pane import MapPane
from controlroom.ui.map.scheme import tile_of


class WatchedMap(StreetMap):
    """Remembers which tiles were asked for and what became of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.found: list[tuple[int, int, int]] = []
        self.missing: list[tuple[int, int, int]] = []

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        data = super().tile(z, x, y)
        (self.missing if data is None else self.found).append((z, x, y))
        return data


def make_mbtiles(path: Path, tile: bytes, form: str, layers: list[str] | None = None) -> Path:
    """The same tile everywhere in the north of India, at zoom 5 to 7; the rest of the world is missing."""
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    database.execute("CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)")
    said = {"format": form, "attribution": "made here"}
    if layers:
        said["json"] = json.dumps({"vector_layers": [{"id": layer} for layer in layers]})
    database.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
    for z in (5, 6, 7):
        n = 1 << z
        spots = [
            (z, x, y, tile)
            for x in range(n * 22 // 32, n * 24 // 32)
            for y in range(n * 17 // 32, n * 20 // 32)
        ]
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", spots)
    database.commit()
    database.close()
    return path


def make_picture() -> bytes:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor("#3a7d44"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def make_vectors(layer: str) -> bytes:
    ground = {"geometry": "POLYGON((0 0,4096 0,4096 4096,0 4096,0 0))", "properties": {"kind": "earth"}}
    return gzip.compress(mapbox_vector_tile.encode([{"name": layer, "features": [ground]}]))


@pytest.fixture
def pane(qtbot: Any) -> Iterator[MapPane]:
    yield from map_pane(qtbot)


@pytest.fixture
def ask(pane: MapPane, qtbot: Any) -> Ask:
    return asker(pane, qtbot)


def test_that_a_picture_map_is_drawn_and_taken_away(
    pane: MapPane, ask: Ask, qtbot: Any, tmp_path: Path
) -> None:
    street = WatchedMap(make_mbtiles(tmp_path / "a.mbtiles", make_picture(), "png"))
    pane.set_street_map(street)
    qtbot.waitUntil(lambda: pane.is_drawn and bool(street.found))
    assert (
        ask("[...document.querySelectorAll('img.leaflet-tile')].some(tile => tile.naturalWidth === 256)")
        is True
    )
    assert ask("Room.controls.source.textContent") == "made here"
    pane.set_street_map(None)
    qtbot.waitUntil(lambda: ask("document.querySelectorAll('img.leaflet-tile').length") == 0)


@pytest.mark.parametrize("layers", [["earth"], ["transportation", "landuse"]])
def test_that_a_vector_map_is_drawn_on_canvas(
    pane: MapPane, ask: Ask, qtbot: Any, tmp_path: Path, layers: list[str]
) -> None:
    street = WatchedMap(make_mbtiles(tmp_path / "a.mbtiles", make_vectors(layers[-1]), "pbf", layers))
    pane.set_street_map(street)
    qtbot.waitUntil(lambda: pane.is_drawn and bool(street.found))
    painted = "[...document.querySelectorAll('canvas.leaflet-tile')].map(c => c.getContext('2d')"
    qtbot.waitUntil(
        lambda: ask(f"{painted}.getImageData(c.width / 2, c.height / 2, 1, 1).data[3]).includes(255)") is True
    )
    assert pane.view is not None
    assert pane.view.guard.count == 0


def test_that_a_missing_tile_is_an_empty_one(pane: MapPane, ask: Ask, qtbot: Any, tmp_path: Path) -> None:
    street = WatchedMap(make_mbtiles(tmp_path / "a.mbtiles", make_picture(), "png"))
    pane.set_street_map(street)
    ask("void Room.map.setView([0, 0], 6)")
    qtbot.waitUntil(lambda: pane.is_drawn and bool(street.missing))
    assert ask("document.querySelectorAll('img.leaflet-tile').length") > 0
    whole = (
        "[...document.querySelectorAll('img.leaflet-tile')].every(tile => tile.complete && tile.naturalWidth)"
    )
    qtbot.waitUntil(lambda: ask(whole) is True)


def test_that_a_tile_that_cannot_be_read_leaves_the_map_standing(
    pane: MapPane, ask: Ask, qtbot: Any, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("cannot be read")

    class Broken(WatchedMap):
        def tile(self, z: int, x: int, y: int) -> bytes | None:
            self.found.append((z, x, y))
            raise BadInput("The street map is broken.")

    street = Broken(make_mbtiles(tmp_path / "a.mbtiles", make_picture(), "png"))
    pane.set_street_map(street)
    qtbot.waitUntil(lambda: pane.is_drawn and bool(street.found))
    assert ask("Room.map.getZoom() > 0") is True


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/5/22/13", (5, 22, 13)),
        ("/0/0/0", (0, 0, 0)),
        ("/5/22", None),
        ("/5/22/13/1", None),
        ("5/22/13", None),
        ("/5/-1/13", None),
        ("/5/22/..", None),
        ("/५/22/13", None),
        ("/5/22/99999999999", None),
        ("", None),
    ],
)
def test_that_only_three_numbers_are_a_tile(path: str, place: tuple[int, int, int] | None) -> None:
    assert tile_of(path) == place

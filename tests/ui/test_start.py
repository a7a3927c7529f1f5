"""What the start of the program leaves for later: whatever the first rows on the screen do not need."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from controlroom.ui.case.place import CasePlace
from controlroom.ui.context import Room

TOP = Path(__file__).resolve().parents[2]
HEAVY = ("numpy", "shapely", "sqlalchemy", "folium", "psycopg", "phonenumbers", "selectolax")
LATER = (
    "PySide6.QtWebEngineCore",
    "PySide6.QtMultimedia",
    "controlroom.clues.read",
    "controlroom.ui.case.pane",
)

START = """
import json, linecache, os, sys
from pathlib import Path
from controlroom import app

place = app._Session._place
names = {names!r}

def tell(what):
    print(json.dumps([what, [name for name in names if name in sys.modules]]), flush=True)

def placed(session, window, kept, size):
    place(session, window, kept, size)
    window.map.start = lambda: None
    window.queue.shown.connect(lambda: tell("rows"))
    window.case_place.made.connect(lambda pane: (tell("case"), tell_sources(), os._exit(0)))

def tell_sources():
    print(json.dumps(["sources", [name for name in linecache.cache if "/ui/" in name]]), flush=True)

app._Session._place = placed
app.run(Path(sys.argv[1]), person="asha", size=(1366, 768), lang="en")
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What was loaded when the first rows were there, and when the case pane had been made."""
    script = START.format(names=[*HEAVY, *LATER])
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path_factory.mktemp("start") / "profile")],
        env={
            **os.environ,
            "PYTHONPATH": str(TOP),
            "CONTROLROOM_PASSPHRASE": "x",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        timeout=120,
        check=True,
    )
    return dict(json.loads(line) for line in done.stdout.splitlines())


def test_that_the_first_rows_wait_for_nothing_they_do_not_need(told: dict[str, list[str]]) -> None:
    assert told["rows"] == []


def test_that_the_case_pane_comes_by_itself(told: dict[str, list[str]]) -> None:
    assert "controlroom.ui.case.pane" in told["case"]


def test_that_nothing_heavy_is_loaded_for_a_window_without_a_map(told: dict[str, list[str]]) -> None:
    assert [name for name in told["case"] if name in HEAVY] == []


def test_that_qt_does_not_keep_the_text_of_our_modules(told: dict[str, list[str]]) -> None:
    assert told["sources"] == []


@pytest.fixture
def place(room: Room) -> Iterator[CasePlace]:
    window = QWidget()
    first = QLineEdit(window)
    made = CasePlace(room, window)
    made.retranslate()
    made.setGeometry(0, 40, 400, 600)
    window.resize(400, 640)
    window.show()
    first.setFocus()
    yield made
    window.deleteLater()


def test_that_the_case_pane_takes_its_place_without_a_jump(place: CasePlace, qtbot: QtBot) -> None:
    before = place.grab().toImage()
    pane = place.pane
    qtbot.waitUntil(lambda: pane.isVisible() and pane.size() == place.size())
    assert place.grab().toImage() == before


def test_that_the_place_prepares_the_pane_between_other_things(place: CasePlace, qtbot: QtBot) -> None:
    made: list[object] = []
    place.made.connect(made.append)
    place.prepare()
    qtbot.waitUntil(lambda: bool(made))
    assert made == [place.pane]


def test_that_the_keys_go_to_the_pane(place: CasePlace, qtbot: QtBot) -> None:
    place.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: place.focusProxy() is place.pane)

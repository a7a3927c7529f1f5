"""The program as a process of its own: it draws, ends when told to, and refuses a second window."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from controlroom.store import open_profile
from controlroom.ui.frame.docks import DOCKS, Docks

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def start(profile: Path, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CONTROLROOM_PERSON": "op"}
    return subprocess.Popen(
        [sys.executable, "-m", "controlroom", "--profile", str(profile), *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> tuple[str, str]:
    try:
        return process.communicate(timeout=120)
    finally:
        process.kill()


def test_that_the_picture_of_an_empty_room_is_drawn(profile: Path, tmp_path: Path) -> None:
    picture = tmp_path / "room.png"
    process = start(profile, "picture", str(picture), "--size", "1366x768", "--lang", "hi")
    said, complaints = finish(process)
    assert process.returncode == 0, complaints
    assert said.strip() == f"picture: {picture}"
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1366, 768)
    colours = {image.pixelColor(x, y).name() for x in range(360, 960, 7) for y in range(150, 700, 7)}
    assert len(colours) > 3, "the map is not in it"


def test_that_a_window_ends_cleanly_when_told_to_and_is_the_only_one(profile: Path, tmp_path: Path) -> None:
    picture = tmp_path / "room.png"
    first = start(profile, "--picture-when-ready", str(picture))
    assert first.stdout is not None
    assert first.stdout.readline() == f"picture: {picture}\n"
    second = start(profile, "--picture-when-ready", str(tmp_path / "other.png"))
    said, complaint = finish(second)
    assert (second.returncode, said) == (1, "")
    assert "already open" in complaint.splitlines()[-1]
    assert "Traceback" not in complaint
    first.send_signal(signal.SIGTERM)
    finish(first)
    assert first.returncode == 0
    opened = open_profile(profile)
    assert set(opened.reader().setting("window")) == {"docks", "geometry"}
    opened.close()


def shown_docks(qtbot: Any) -> Docks:
    window = QWidget()
    qtbot.addWidget(window)
    floor = QMainWindow(window)
    floor.setWindowFlags(Qt.WindowType.Widget)
    docks = Docks(window, floor, {name: QLabel(name) for name in DOCKS})
    window.resize(1200, 700)
    window.show()
    return docks


def test_that_a_pane_that_is_torn_off_does_not_keep_the_program_from_ending(
    profile: Path, tmp_path: Path, qtbot: Any
) -> None:
    docks = shown_docks(qtbot)
    docks.all["case"].setFloating(True)
    opened = open_profile(profile)
    with opened.writer.write(actor="op") as tx:
        tx.put_setting("window", docks.kept())
    opened.close()
    process = start(profile, "--picture-when-ready", str(tmp_path / "room.png"))
    assert process.stdout is not None
    assert process.stdout.readline().startswith("picture: ")
    process.send_signal(signal.SIGTERM)
    finish(process)
    assert process.returncode == 0
    opened = open_profile(profile)
    again = shown_docks(qtbot)
    assert again.come_back(opened.reader().setting("window"))
    assert again.all["case"].isFloating()
    opened.close()

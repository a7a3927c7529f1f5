"""`controlroom --lang hi` without a word: the window speaks it, and what is kept stays what it was."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from controlroom.store import open_profile

TOP = Path(__file__).resolve().parents[2]
START = """
import json, sys
from controlroom import app
from controlroom.cli.main import run
from PySide6.QtCore import QTimer

place = app._Session._place

def tell(window):
    window.appearance.switch_theme()
    if "switch" in sys.argv:
        window.appearance.switch_language()
    print(json.dumps([window.room.language, window.windowTitle()]), flush=True)
    window.close_soon()

def placed(session, window, kept, size):
    place(session, window, kept, size)
    window.map.start = window.ringer.start = lambda: None
    window.is_up.connect(lambda: QTimer.singleShot(0, lambda: tell(window)))

app._Session._place = placed
sys.exit(run(["--profile", sys.argv[1], "--as", "asha", *(["--lang", "hi"] if "hi" in sys.argv else [])]))
"""


def opened(profile: Path, *words: str) -> list[str]:
    """The language and the title of the window that was opened so."""
    done = subprocess.run(
        [sys.executable, "-c", START, str(profile), *words],
        env={**os.environ, "PYTHONPATH": str(TOP), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    told: list[str] = json.loads(done.stdout.splitlines()[-1])
    return told


def kept(folder: Path) -> tuple[Any, Any, Any]:
    """The language of the setting, its theme, and the language of the door."""
    profile = open_profile(folder)
    look: Any = profile.reader().setting("look")
    profile.close()
    return look["language"], look["theme"], json.loads((folder / "door.json").read_text())["language"]


@pytest.mark.timeout(120)
def test_that_the_window_speaks_what_is_asked_for_and_keeps_what_was_kept(profile: Path) -> None:
    assert opened(profile, "hi") == ["hi", "कंट्रोल रूम"]
    assert kept(profile) == ("en", "light", "en")
    assert opened(profile)[0] == "en"
    assert opened(profile, "hi", "switch") == ["en", "Control room"]
    assert opened(profile, "switch")[0] == "hi"
    assert kept(profile) == ("hi", "dark", "hi")

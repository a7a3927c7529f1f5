"""The map page, built by a short-lived process of our own: folium's 35 MB never come into the window's."""

import logging
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Final

HIDDEN_WORD: Final = "__map-page__"
SECONDS: Final = 60
_log = logging.getLogger(__name__)


@lru_cache(maxsize=4)
def page_made_apart(title: str) -> str:
    """The page as HTML. Where no process can be started it is built in this one."""
    import subprocess  # not before the window is up

    try:
        done = subprocess.run(
            [*_command(), title],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        return done.stdout.decode()
    except (OSError, subprocess.SubprocessError) as fault:
        from controlroom.mapview.page import build_page

        _log.info("the map page is made by the window itself: %s", type(fault).__name__)
        return build_page(title=title)


def serve(title: str) -> int:
    """In the child: the page on standard output."""
    from controlroom.mapview.page import build_page

    sys.stdout.buffer.write(build_page(title=title).encode())
    return 0


def _command() -> list[str]:
    """The same program with a hidden word, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_WORD]
    return [sys.executable, "-m", "controlroom", HIDDEN_WORD]


def _environment() -> dict[str, str]:
    """Ours without the settings and secrets of the program, and able to find the program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CONTROLROOM_")}
    if not getattr(sys, "frozen", False):
        kept["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    return kept

"""The map page, built by a short-lived process of our own: folium's 35 MB never come into the window's."""

import logging
import sys
from functools import lru_cache
from typing import Final

from controlroom.config import child_command, child_environment

HIDDEN_WORD: Final = "__map-page__"
SECONDS: Final = 60
_log = logging.getLogger(__name__)


@lru_cache(maxsize=4)
def page_made_apart(title: str) -> str:
    """The page as HTML. Where no process can be started it is built in this one."""
    import subprocess  # not before the window is up

    try:
        done = subprocess.run(
            [*child_command(HIDDEN_WORD), title],
            env=child_environment(),
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

"""The map page comes from a process of its own, and is the page that folium makes."""

import re
import subprocess
import sys
from typing import Any

import pytest

from controlroom.mapview import apart
from controlroom.mapview.page import build_page

NONCE = re.compile(r"nonce-?=?\"?[\w-]{22}")


@pytest.fixture(autouse=True)
def fresh() -> None:
    apart.page_made_apart.cache_clear()


def test_that_the_page_made_apart_is_the_page() -> None:
    assert NONCE.sub("", apart.page_made_apart("नक्शा")) == NONCE.sub("", build_page(title="नक्शा"))


def test_that_the_window_does_not_load_folium_for_it() -> None:
    look = (
        "import sys; from controlroom.mapview.room import MapRoom; page = MapRoom().page('Map');"
        "sys.exit('folium' in sys.modules or '<html' not in page)"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False, timeout=240).returncode == 0


def test_that_without_another_process_the_page_is_made_here(monkeypatch: Any) -> None:
    monkeypatch.setattr(apart, "child_command", lambda word: ["/there/is/no/such/program", word])
    assert "Room.start" in apart.page_made_apart("Map")

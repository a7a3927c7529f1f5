"""Desks beside one room in memory, for the tests of the replica."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from roominmemory import Open, SharedRoom, connect

from controlroom.store import Profile, open_profile


@pytest.fixture
def opening(tmp_path: Path, profile: Path) -> Iterator[Open]:
    held: list[Profile] = []

    def make(name: str) -> Profile:
        held.append(open_profile(tmp_path / name))
        return held[-1]

    yield make
    for one in held:
        one.close()


@pytest.fixture
def room() -> SharedRoom:
    return SharedRoom()


@pytest.fixture
def two(opening: Open) -> tuple[Profile, Profile]:
    first, second = opening("a"), opening("b")
    connect(first, "asha")
    connect(second, "bilal")
    return first, second

"""The directory as this desk has it: what came with the program, and over it what the room has said."""

import csv
from dataclasses import replace
from functools import lru_cache
from typing import Any

from controlroom.casework.calling.directory import (
    STALE_DAYS,
    Directory,
    Entry,
    built_in_entries,
    directory_of,
)
from controlroom.casework.room.roomset import DIRECTORY_DAYS, stale_days_from
from controlroom.config import resources_dir
from controlroom.store.roomwide import word, words


@lru_cache(maxsize=1)
def built_in() -> tuple[Entry, ...]:
    """The table that the program brings along; a fault in it is a fault of ours."""
    path = resources_dir() / "directory" / "helplines.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(built_in_entries(csv.DictReader(lines)))


def directory(connection: Any) -> Directory:
    """All entries."""
    said = ((one.subject, one.body) for one in words(connection, "directory_changed"))
    days = stale_days_from((word(connection, "room_set", DIRECTORY_DAYS) or {}).get("value"))
    found = directory_of(said, built_in())
    if days == STALE_DAYS:
        return found
    return Directory(replace(one, stale_days=days) for one in found.entries)

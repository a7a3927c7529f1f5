"""The directory as this desk has it: what came with the program, and over it what the room has said."""

import csv
from functools import lru_cache
from typing import Any

from controlroom.casework.directory import Directory, Entry, built_in_entries, directory_of
from controlroom.config import resources_dir
from controlroom.store.roomwide import words


@lru_cache(maxsize=1)
def built_in() -> tuple[Entry, ...]:
    """The table that the program brings along; a fault in it is a fault of ours."""
    path = resources_dir() / "directory" / "helplines.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(built_in_entries(csv.DictReader(lines)))


def directory(connection: Any) -> Directory:
    """All entries."""
    said = ((word.subject, word.body) for word in words(connection, "directory_changed"))
    return directory_of(said, built_in())

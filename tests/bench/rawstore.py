"""The raw side of the store's lines: the same library, key and pragmas, through the driver alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from controlroom.store.database import engine_for
from controlroom.store.desk.keys import database_key

PRAGMAS = ("journal_mode", "synchronous", "cache_size", "temp_store", "foreign_keys", "page_size")


@contextmanager
def raw_connection(folder: Path, *, read_only: bool) -> Iterator[Any]:
    """The driver's own connection to this profile's database, set up as the program sets up its own."""
    held = engine_for(folder, database_key(folder), read_only=read_only).connect()
    try:
        yield held.connection.driver_connection
    finally:
        held.close()


@contextmanager
def raw_table(folder: Path) -> Iterator[Any]:
    """A writing connection to a database of the same set-up with one lean table of events."""
    folder.mkdir(parents=True, exist_ok=True)
    with raw_connection(folder, read_only=False) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS lean (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,"
            " stream BLOB NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL)"
        )
        yield connection


def pragmas(connection: Any) -> dict[str, Any]:
    """What both sides ran with."""
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}

"""Opens SQLCipher connections, with every pragma in one place; by themselves or for SQLAlchemy's engine."""

import errno
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher

from controlroom.errors import Damaged, Unsaved, WorldFault

if TYPE_CHECKING:
    from sqlalchemy import Engine

DATABASE = "room.db"
MOST_PAGES_AHEAD = 8_000  # in the write-ahead log: 32 MB; mostly the gate carries them over before
OLDEST_SAFE_SQLITE = (3, 51, 3)  # earlier ones can corrupt a WAL that is reset


def connect(folder: Path, key: bytes, *, read_only: bool) -> Any:
    """A connection of the driver's own: open, keyed and set up. Any thread may use it, one at a time."""
    if sqlcipher.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise WorldFault(
            "The database library is too old ({version}); install the packages that came with the program.",
            version=sqlcipher.sqlite_version,
        )
    path = folder / DATABASE
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    set_up(connection, key, read_only=read_only)
    return connection


def engine_for(folder: Path, key: bytes, *, read_only: bool) -> "Engine":
    """An engine with such connections. Its caller keeps the one it takes."""
    from sqlalchemy import create_engine  # 0.1 s: a word of the command line does without
    from sqlalchemy.pool import NullPool

    return create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connect(folder, key, read_only=read_only),
        poolclass=NullPool,
    )


def set_up(connection: Any, key: bytes, *, read_only: bool) -> None:
    """The key, and every pragma; the first thing on a connection."""
    connection.execute("PRAGMA cipher_log_level = NONE")  # a fault is raised; nothing is printed
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA busy_timeout = 15000")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -32000")
    else:
        connection.execute("PRAGMA cache_size = -16000")  # enough for the pages that one transaction changes
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {MOST_PAGES_AHEAD}")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        connection.execute("PRAGMA secure_delete = ON")  # who was erased lies in no free page either


def _is_full(folder: Path) -> bool:
    """Whether its disk, or the share of it that is ours, does not take a few pages more."""
    try:
        with TemporaryFile(dir=folder) as few:
            few.write(bytes(65_536))
    except OSError as fault:
        return fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return False


def plain_fault(fault: Exception, folder: Path | None = None) -> WorldFault:
    """The sentence for what the database library said; at a start it does not name a full disk."""
    text = str(fault)
    if "full" in text or (folder is not None and "disk I/O" in text and _is_full(folder)):
        return Unsaved("The disk is full, so nothing could be saved; free some space and do it again.")
    if "not a database" in text:
        return Damaged("The profile's database cannot be opened with this key, or it is damaged.")
    if "malformed" in text:
        return Damaged("The profile's database is damaged. Start the program again: it offers to mend it.")
    if "locked" in text:
        return Unsaved("Another program holds the profile's database; close it and do it again.")
    if "readonly" in text or "unable to open" in text or "disk I/O" in text:
        return Unsaved("The profile's folder cannot be written to; check the disk and its permissions.")
    return WorldFault("The database did not take it: {text}.", text=text)

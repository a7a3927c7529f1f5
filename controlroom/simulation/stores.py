"""Stores of desks that are made, killed and opened again by the thousand: real ones, on a disk in memory.

Their shape is made once and copied; the key is known, so that none has to be worked out at each opening.
"""

import tempfile
from functools import cache
from pathlib import Path

from controlroom.store import Profile
from controlroom.store.database import DATABASE, connect
from controlroom.store.migrations import migrate

_KEY = bytes(32)  # nobody's data


def passing_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes when it is left; in memory, where there is such a disk: nothing in it need last."""
    memory = Path("/dev/shm")  # noqa: S108
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)


def new_store(folder: Path) -> Profile:
    """The store of a new desk in a folder that is not there yet."""
    folder.mkdir()
    (folder / DATABASE).write_bytes(_empty())
    return open_store(folder)


def open_store(folder: Path) -> Profile:
    """The same, opened again."""
    return Profile(folder, _KEY)


@cache
def _empty() -> bytes:
    """The file of a store with nothing in it, not even who the desk is."""
    with passing_folder() as folder:
        connection = connect(Path(folder), _KEY, read_only=False)
        migrate(connection)
        connection.close()
        return (Path(folder) / DATABASE).read_bytes()

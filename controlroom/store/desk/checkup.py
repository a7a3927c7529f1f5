"""Is the database whole? Once a start, beside everything else, every page of it is read."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from controlroom.errors import Damaged
from controlroom.log import logger
from controlroom.store.database import plain_fault

_SEEN: Final = "damage-seen"  # an empty file: a page could not be read; the next start offers to mend it
_STEPS: Final = 20_000  # of SQLite's machine, between two looks at whether it should stop
_log = logger("store")


def note_damage(folder: Path) -> None:
    """A page of this profile could not be read."""
    try:
        (folder / _SEEN).touch(mode=0o600)
    except OSError:
        _log.error("that the database is damaged could not be written down")


def is_damage_seen(folder: Path) -> bool:
    """Whether a page could not be read since the database was last mended."""
    return (folder / _SEEN).exists()


def forget_damage(folder: Path) -> None:
    """It is mended."""
    (folder / _SEEN).unlink(missing_ok=True)


class Checkup:
    """A loop that ends by itself. `tell` gets the fault, on this thread, where a page can't be read."""

    def __init__(
        self,
        folder: Path,
        connect: Callable[[], Any],
        tell: Callable[[Damaged], None],
        *,
        after_s: float = 30,
    ) -> None:
        self._folder, self._connect, self._tell, self._after_s = folder, connect, tell, after_s

    def run(self, stop: Event) -> None:
        """A while after the start, when nobody waits for the disk."""
        if stop.wait(self._after_s):
            return
        fault = self._fault(stop)
        if fault is not None and not stop.is_set():
            note_damage(self._folder)
            self._tell(fault)

    def _fault(self, stop: Event) -> Damaged | None:
        connection = self._connect()
        try:
            connection.set_progress_handler(stop.is_set, _STEPS)
            rows = connection.execute("PRAGMA quick_check(1)").fetchall()
            told = None if rows == [("ok",)] else plain_fault(sqlcipher.DatabaseError("malformed"))
        except sqlcipher.Error as fault:
            told = plain_fault(fault)
        finally:
            connection.close()
        return told if isinstance(told, Damaged) else None

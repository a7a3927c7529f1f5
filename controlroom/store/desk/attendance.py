"""Who has a profile open: a lock that all who open it share, and that is had alone by who mends it.

Locks of the operating system: they go when the process goes, and no child inherits them.
"""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Pause
from typing import BinaryIO, Final

from controlroom.errors import WorldFault

_OPEN, _DOOR = "open.lock", "door.lock"
_LOOK_S: Final = 0.02
_PLACES: Final = 1024  # of Windows, which shares no lock: each takes one, who is alone takes all


def attend(folder: Path) -> BinaryIO:
    """Have it open, beside others, until the file is closed. Raises WorldFault while it is being mended."""
    file = (folder / _OPEN).open("a+b")
    if not _share(file.fileno()):
        file.close()
        raise WorldFault("This profile is being mended just now; wait until that is done.")
    return file


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else has it open inside the block, here or elsewhere. Raises WorldFault where somebody has."""
    with (folder / _OPEN).open("a+b") as file:
        if not _take(file.fileno()):
            raise WorldFault(
                "Other programs have this profile open: end the intake and every other word on it, then do it"
                " again."
            )
        yield


@contextmanager
def door(folder: Path, wait_s: float = 60) -> Iterator[None]:
    """One at a time goes through. Raises WorldFault where somebody stands in it for so long."""
    until = time.monotonic() + wait_s
    with (folder / _DOOR).open("a+b") as file:
        while not _take(file.fileno()):
            if time.monotonic() > until:
                raise WorldFault("Another program holds the profile's database; close it and do it again.")
            Pause().wait(_LOOK_S)
        yield


if sys.platform == "win32":
    import msvcrt
    import os

    def _share(descriptor: int) -> bool:
        return any(_locked(descriptor, random.randrange(_PLACES), 1) for _ in range(8))

    def _take(descriptor: int) -> bool:
        return _locked(descriptor, 0, _PLACES)

    def _locked(descriptor: int, at: int, count: int) -> bool:
        os.lseek(descriptor, at, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _share(descriptor: int) -> bool:
        return _locked(descriptor, fcntl.LOCK_SH)

    def _take(descriptor: int) -> bool:
        return _locked(descriptor, fcntl.LOCK_EX)

    def _locked(descriptor: int, how: int) -> bool:
        try:
            fcntl.flock(descriptor, how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

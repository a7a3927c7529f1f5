"""Files of a profile: written whole or not at all, and the lock of the one window."""

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from controlroom.errors import WorldFault


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` so that after a power cut the file holds either the old bytes or the new ones.

    Of two who write at once one file stands whole.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as fault:
        with suppress(OSError):
            beside.unlink()
        raise WorldFault(
            "{path} could not be written ({reason}); free some space.", path=path, reason=fault.strerror
        ) from fault


def write_first(path: Path, data: bytes) -> bool:
    """Write `data` whole, unless somebody else was first; whether it is ours that stands there now."""
    mine = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
    write_whole(mine, data)
    try:
        os.link(mine, path)
    except FileExistsError:
        return False
    except OSError as fault:
        raise WorldFault(
            "{path} could not be written ({reason}); free some space.", path=path, reason=fault.strerror
        ) from fault
    finally:
        mine.unlink(missing_ok=True)
    return True


def hold(path: Path) -> BinaryIO:
    """Lock this file until it is closed, or the process goes. Raises WorldFault where another holds it."""
    file = path.open("a+b")
    try:
        _lock(file.fileno())
    except OSError as held:
        file.close()
        raise WorldFault(
            "The control room is already open on this profile; go to that window, or close it first."
        ) from held
    return file


class WindowLock:
    """One window a profile, by a lock of the operating system: it goes when the process goes."""

    def __init__(self, folder: Path) -> None:
        self._file = hold(folder / "window.lock")

    def release(self) -> None:
        """Let another window open this profile."""
        self._file.close()


def is_window_open(folder: Path) -> bool:
    """Whether a window is open on this profile, in this process or another."""
    if not (folder / "window.lock").exists():
        return False
    try:
        WindowLock(folder).release()
    except WorldFault:
        return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

"""The imported files of a places folder, read again when one of them changes. Guarded by its owner's lock."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from controlroom.errors import WorldFault
from controlroom.places.kept import Body, read_kept, write_kept

Value = TypeVar("Value")
_Signature = tuple[int, int, int] | None


class Shelf(Generic[Value]):
    """One kept file and what was made of it; damaged, it is as if it were not there, and `fault` says so."""

    def __init__(self, path: Path, make: Callable[[Body], Value], empty: Value) -> None:
        self._path = path
        self._make = make
        self._empty = empty
        self._seen: _Signature | str = "never"
        self.value = empty
        self.fault: WorldFault | None = None

    def refresh(self) -> bool:
        """Reads the file if it is not the one that was read; whether it was another."""
        now = self._signature()
        if now == self._seen:
            return False
        self._seen, self.value, self.fault = now, self._empty, None
        try:
            body = read_kept(self._path)
            if body is not None:
                self.value = self._make(body)
        except WorldFault as fault:
            self.fault = fault
        return True

    def keep(self, body: Body) -> None:
        """WorldFault when it cannot be written; then the old file still stands."""
        write_kept(self._path, body)

    def _signature(self) -> _Signature:
        try:
            state = self._path.stat()
        except OSError:
            return None
        return state.st_mtime_ns, state.st_size, state.st_ino

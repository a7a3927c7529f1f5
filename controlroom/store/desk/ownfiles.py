"""A file that the program brings along and the administrator may replace in the folder of the profile."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from controlroom.config import resources_dir
from controlroom.errors import BadInput

Told = TypeVar("Told")


class OwnFile(Generic[Told]):
    """Reads both while the program runs; each is parsed once as long as it stays as it is."""

    def __init__(
        self,
        name: str,
        parse: Callable[[str], Told],
        over: Callable[[Told, Told], Told],
        troubled: Callable[[Told, str], Told],
    ) -> None:
        """`over`: ours with the administrator's put over it. `troubled`: ours, with the trouble of theirs."""
        self._name, self._over, self._troubled = name, over, troubled
        self._parsed = lru_cache(maxsize=8)(lambda path, mark: parse(path.read_text(encoding="utf-8")))

    def read(self, folder: Path) -> Told:
        """As they are now; where the administrator's can't be used that is told, and the shipped count."""
        ours, own = resources_dir() / self._name, folder / self._name
        shipped, mark = self._parsed(ours, _mark(ours)), _mark(own)
        if mark is None:
            return shipped
        try:
            return self._over(shipped, self._parsed(own, mark))
        except (BadInput, OSError, UnicodeDecodeError) as trouble:
            return self._troubled(shipped, f"{own.name}: {trouble}")


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size

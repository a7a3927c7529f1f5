"""The files of the check-lists: the shipped one, and the administrator's in the folder of the profile."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from controlroom.casework.checklists import CheckLists, parse_checklists
from controlroom.config import resources_dir
from controlroom.errors import BadInput

FILE: Final = "checklists.toml"


def read_checklists(folder: Path) -> CheckLists:
    """The lists as they are now; where the administrator's can't be used that is told, and ours count."""
    shipped, own = _read(resources_dir() / FILE, _mark(resources_dir() / FILE)), folder / FILE
    mark = _mark(own)
    if mark is None:
        return shipped
    try:
        return shipped.with_own(_read(own, mark))
    except (BadInput, OSError, UnicodeDecodeError) as trouble:
        return CheckLists(shipped.lists, f"{own.name}: {trouble}")


@lru_cache(maxsize=8)
def _read(path: Path, mark: tuple[int, int] | None) -> CheckLists:
    return parse_checklists(path.read_text(encoding="utf-8"))


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size

"""Short cards on how to speak, and what the law says: a file that the administrator edits.

Any thread; reads two small files at each asking, so that a change shows at once.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from controlroom.config import resources_dir
from controlroom.domain.case import RANK, Case
from controlroom.errors import WorldFault

FILE: Final = "speaking.toml"
MOST: Final = 9  # a digit turns to each
_PARTS: Final = ("en_title", "hi_title", "en", "hi")
_MINOR: Final = "minor"


class SpeakingCard(NamedTuple):
    """One card, a point a line. `only` is "minor" where it is for a person under 18 alone."""

    key: str
    en_title: str
    hi_title: str
    en: str
    hi: str
    only: str = ""

    def title(self, language: str) -> str:
        return self.hi_title if language == "hi" else self.en_title

    def points(self, language: str) -> tuple[str, ...]:
        text = self.hi if language == "hi" else self.en
        return tuple(line.strip() for line in text.splitlines() if line.strip())


class SpeakingCards:
    """`folder` is the profile's; its file takes the place of ours, card by card."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def of(self, case: Case) -> tuple[SpeakingCard, ...]:
        """The cards for this case, the one that is needed now first; a WorldFault where a file is broken."""
        cards = [card for card in self._cards() if case.is_minor or card.only != _MINOR]
        return tuple(sorted(cards, key=lambda card: card.key != _needed_now(case))[:MOST])

    def _cards(self) -> Iterator[SpeakingCard]:
        tables = _read(resources_dir() / FILE)
        if self._folder is not None and (own := self._folder / FILE).exists():
            tables = {**tables, **_read(own)}
        for key, table in tables.items():
            if not isinstance(table, dict):
                raise _broken(f"{key} is no card")
            parts = {part: str(table.get(part) or "").strip() for part in _PARTS}
            if not all(parts.values()):
                raise _broken(f"{key} needs {', '.join(_PARTS)}")
            yield SpeakingCard(key, **parts, only=str(table.get("only") or ""))


def _needed_now(case: Case) -> str:
    """Before somebody is with the person it is they who are spoken to, then the family."""
    if RANK[case.state] >= RANK["with the person"]:
        return "family"
    return "child" if case.is_minor else "person"


def _read(path: Path) -> Mapping[str, Any]:
    import tomllib  # not before somebody asks

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise _broken(str(fault)) from fault


def _broken(why: str) -> WorldFault:
    return WorldFault(
        "The cards on how to speak ({name}) cannot be read: {fault}. Mend the file or take it away.",
        name=FILE,
        fault=why,
    )

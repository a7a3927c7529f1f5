"""The check-lists of a case: what an administrator wrote for its category, ticked one by one. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple
from uuid import UUID

from controlroom.casework.ports import Tx
from controlroom.casework.steps import open_case, say
from controlroom.domain.case import Case
from controlroom.domain.triage import CATEGORIES
from controlroom.errors import BadInput

MARKS: Final = ("minor", "live")
MOST: Final = 9  # of one list: a digit ticks each
LONGEST: Final = 120  # characters


class CheckItem(NamedTuple):
    """One thing to do; `key` is what the log keeps."""

    key: str
    en: str
    hi: str

    def text(self, language: str) -> str:
        """In that language, or in the other where it was left out."""
        return (self.hi if language == "hi" else self.en) or self.en or self.hi


@dataclass(frozen=True, slots=True)
class CheckLists:
    """All of them by category or mark; `trouble` says why the administrator's can't be used."""

    lists: Mapping[str, tuple[CheckItem, ...]] = field(default_factory=dict)
    trouble: str = ""

    def of(self, case: Case) -> tuple[CheckItem, ...]:
        """What is to be done on this case, each once; before triage what an attempt asks for."""
        names = [case.category or "attempt"]
        names += [mark for mark, is_so in zip(MARKS, (case.is_minor, case.is_live), strict=True) if is_so]
        found = {item.key: item for name in names for item in self.lists.get(name, ())}
        return tuple(found.values())

    def with_own(self, own: "CheckLists") -> "CheckLists":
        """These, with the lists of the administrator in place of those of the same name."""
        return CheckLists({**self.lists, **own.lists}, own.trouble)


def check_off(tx: Tx, case_id: UUID, *, items: tuple[str, ...], lists: CheckLists) -> None:
    """Tick these; what is ticked already stays so without a second event."""
    case = open_case(tx, case_id)
    known = [item.key for item in lists.of(case)]
    for key in items:
        if key not in known:
            raise BadInput(
                "'{key}' is not on the check-list of this case; it is one of: {allowed}.",
                key=key,
                allowed=", ".join(known),
            )
    for key in dict.fromkeys(items):
        if key not in case.checks:
            say(tx, case_id, "check_done", {"item": key})


def parse_checklists(text: str) -> CheckLists:
    """A file of lists. Raises BadInput with a sentence that says where it is wrong."""
    import tomllib  # not before somebody asks

    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise BadInput("The check-lists can't be read: {why}.", why=broken) from broken
    return CheckLists({name: tuple(_items(name, value)) for name, value in told.items()})


def _items(name: str, value: Any) -> Iterator[CheckItem]:
    if name not in (*CATEGORIES, *MARKS):
        allowed = ", ".join((*CATEGORIES, *MARKS))
        raise BadInput(
            "There is no check-list '{name}'; it is one of: {allowed}.", name=name, allowed=allowed
        )
    if not isinstance(value, list) or len(value) > MOST:
        raise BadInput("The check-list '{name}' needs 1 to {most} items.", name=name, most=MOST)
    for item in value:
        told = (
            [str(item.get(part) or "").strip() for part in ("key", "en", "hi")]
            if isinstance(item, dict)
            else []
        )
        if not told or not told[0] or not (told[1] or told[2]) or max(map(len, told)) > LONGEST:
            raise BadInput(
                "Each item of '{name}' needs a key and a text of at most {most} letters.",
                name=name,
                most=LONGEST,
            )
        yield CheckItem(*told)

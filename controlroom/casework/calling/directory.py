"""The directory: whom to call, by district, thana, state or name in either script. Pure values, no store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, Final

from controlroom.clues.folding import fold_text, words_of

IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")
STALE_DAYS: Final = 90
KINDS: Final = (
    "control-room",
    "cell",
    "thana",
    "112",
    "1090",
    "ambulance",
    "grp",
    "nodal",
    "stf",
    "hospital",
    "dmhp",  # the district mental health programme
    "helpline",
    "ngo",
    "other",
)
# Who stands for a receiver of a hand-over, the first choice first.
OF_RECEIVER: Final[Mapping[str, tuple[str, ...]]] = {
    "112": ("112",),
    "district": ("control-room", "cell"),
    "cell": ("cell", "control-room"),
    "thana": ("thana", "control-room"),
    "commissionerate": ("control-room", "cell"),
    "1090": ("1090",),
    "108": ("ambulance",),
    "grp": ("grp",),
    "stf": ("stf",),
    "other-state": ("nodal", "control-room"),
    "hospital": ("hospital",),
}
_ROOM_WIDE: Final = frozenset({"112", "1090", "ambulance", "stf", "helpline"})  # of no one district
_SAID_ALONG: Final = frozenset(
    ("police", "station", "thana", "ps", "district", "zila", "थाना", "पुलिस", "स्टेशन", "जिला", "जनपद")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who can be called. `district` and `state` in English; Uttar Pradesh needs no state."""

    key: str
    kind: str
    name_en: str
    name_hi: str = ""
    district: str = ""
    thana: str = ""
    state: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    checked_on: date | None = None
    note: str = ""
    is_built_in: bool = False  # as it came with the program: check before use
    stale_days: int = STALE_DAYS  # how long a check holds: as the room has set it, never kept with an entry

    def name(self, language: str) -> str:
        """In "hi" or "en", the other one where it has no such name."""
        return (self.name_hi or self.name_en) if language == "hi" else (self.name_en or self.name_hi)

    def is_stale(self, today: date, days: int | None = None) -> bool:
        """Nobody has checked it for so long (else: for as long as the room allows), or ever."""
        held = timedelta(days=self.stale_days if days is None else days)
        return self.checked_on is None or self.checked_on + held < today

    def told(self) -> dict[str, Any]:
        """As an event body and a script read it."""
        found = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "stale_days"}
        found |= {"phones": list(self.phones), "languages": list(self.languages)}
        return found | {"checked_on": self.checked_on.isoformat() if self.checked_on else ""}


def entry_from(key: str, told: Mapping[str, Any]) -> Entry:
    """The entry of an event body, of whatever version: what is missing is empty."""

    def text(name: str) -> str:
        return str(told.get(name) or "").strip()

    def texts(name: str) -> tuple[str, ...]:
        value = told.get(name) or ()
        return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value),)

    kind = text("kind")
    return Entry(
        key,
        kind if kind in KINDS else "other",
        text("name_en"),
        text("name_hi"),
        text("district"),
        text("thana"),
        text("state"),
        texts("phones"),
        text("email"),
        text("hours"),
        texts("languages"),
        _day(text("checked_on")),
        text("note"),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def today_in_india(now: datetime) -> date:
    """The date in India at that moment (aware)."""
    return now.astimezone(IST).date()


class Directory:
    """All entries, in the order people look for them. Cheap to search; make one and keep it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        order = {kind: at for at, kind in enumerate(KINDS)}
        self.entries = tuple(
            sorted(entries, key=lambda one: (order[one.kind], one.state, one.district, one.name_en, one.key))
        )
        self._by_key = {one.key: one for one in self.entries}
        self._words: dict[str, str] = {}

    def warm(self) -> "Directory":
        """Fold every name now, on whatever thread that is, rather than at the first question."""
        for one in self.entries:
            self._folded(one)
            for name in (one.name_en, one.name_hi, one.thana, one.district, one.state):
                bare(name)
        return self

    def get(self, key: str) -> Entry | None:
        """The entry of this key."""
        return self._by_key.get(key)

    def find(self, text: str, limit: int = 50, *, kinds: Sequence[str] = ()) -> tuple[Entry, ...]:
        """Entries that hold every word that was typed (the beginning of one will do), in either script."""
        wanted = _wanted(text)
        found = (one for one in self.entries if not kinds or one.kind in kinds)
        hits = [one for one in found if all(f" {word}" in self._folded(one) for word in wanted)]
        return tuple(hits[:limit])

    def for_receiver(
        self, to: str, *, district: str = "", thana: str = "", state: str = "", limit: int = 5
    ) -> tuple[Entry, ...]:
        """Whom to call at a receiver of a hand-over (112 district cell thana 1090 108 grp other-state ...).

        The nearest first: the thana itself, then its district. Nobody of another district or state is given.
        """
        kinds = OF_RECEIVER.get(to, ())
        found = [
            (kinds.index(one.kind), one)
            for one in self.entries
            if one.kind in kinds and _stands_for(one, district=district, thana=thana, state=state)
        ]
        found.sort(key=lambda pair: pair[0])
        return tuple(one for _, one in found[:limit])

    def for_place(self, *, district: str = "", thana: str = "", state: str = "") -> tuple[Entry, ...]:
        """Everybody who may be called about somebody at this place, thana first, those of the room last."""
        order = ("thana", "control-room", "cell", "grp", "nodal", "hospital", "112", "ambulance", "1090")
        found = [
            (order.index(one.kind), one)
            for one in self.entries
            if one.kind in order and _stands_for(one, district=district, thana=thana, state=state)
        ]
        found.sort(key=lambda pair: pair[0])
        return tuple(one for _, one in found)

    def stale(self, today: date, days: int | None = None) -> tuple[Entry, ...]:
        """Those that nobody has checked for so long, see `Entry.is_stale`."""
        return tuple(one for one in self.entries if one.is_stale(today, days))

    def _folded(self, entry: Entry) -> str:
        known = self._words.get(entry.key)
        if known is None:
            names = (entry.name_en, entry.name_hi, entry.district, entry.thana, entry.state, entry.kind)
            folded = fold_text(" ".join((*names, *entry.phones, entry.email, entry.note)))
            known = self._words[entry.key] = f" {' '.join(words_of(folded))} {folded}"
        return known


def _wanted(text: str) -> list[str]:
    """The words that were typed; a number that was typed in groups is one."""
    words = fold_text(text).replace("-", " ").split()
    return ["".join(words)] if words and all(word.isdecimal() for word in words) else words


def _stands_for(entry: Entry, *, district: str, thana: str, state: str) -> bool:
    """Whether this entry is about that place."""
    if entry.kind in _ROOM_WIDE:
        return True
    if entry.kind == "nodal":
        return bool(state) and _same(entry.state, state)
    if (entry.state or state) and not _same(entry.state, state):
        return False
    if entry.kind == "thana":
        is_it = bool(thana) and any(
            _same(thana, name) for name in (entry.thana, entry.name_en, entry.name_hi)
        )
        return is_it and (not district or not entry.district or _same(entry.district, district))
    if entry.kind == "grp" and not entry.district:
        return True
    return bool(district) and _same(entry.district, district)


def _same(one: str, other: str) -> bool:
    return bare(one) == bare(other)


@lru_cache(maxsize=20_000)  # thousands of names, asked again with each case
def bare(name: str) -> str:
    """A name without what is said along ("PS Chinhat", "थाना चिनहट"), for comparing only."""
    words = words_of(fold_text(name))
    return " ".join(word for word in words if word not in _SAID_ALONG) or " ".join(words)


def directory_of(words: Iterable[tuple[str, Mapping[str, Any]]], built_in: Iterable[Entry]) -> Directory:
    """Those that came with the program, and over them what the room has said: (key, body of the event)."""
    found = {one.key: one for one in built_in}
    for key, body in words:
        told = body.get("entry")
        if isinstance(told, Mapping):
            found[key] = entry_from(key, told)
        else:
            found.pop(key, None)
    return Directory(found.values())


def built_in_entries(rows: Iterable[Mapping[str, str]]) -> Iterator[Entry]:
    """The rows of the table that the program brings along."""
    for row in rows:
        told: dict[str, Any] = dict(row)
        told |= {name: [part for part in row[name].split("|") if part] for name in ("phones", "languages")}
        yield replace(entry_from(row["key"], told), is_built_in=True)

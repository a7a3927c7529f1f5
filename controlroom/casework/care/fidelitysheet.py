"""The fidelity figures as scripts and files have them. A file hides rows about few people. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from controlroom.casework.care.fidelity import FEW, FIRST, Fidelity, Tally
from controlroom.texts import Texts, district_name, mark, texts

COLUMNS: Final = (
    mark("due"),
    mark("tried"),
    mark("reached"),
    mark("reached in time"),
    mark("still open"),
    mark("moved to another day"),
    mark("people"),
)
KINDS: Final = {"week": mark("week from"), "district": mark("district"), "owner": mark("keeps in touch")}
HIDDEN: Final = f"<{FEW}"
Row = tuple[str, Tally]


def hidden_rows(rows: Sequence[Row], total: Tally | None = None) -> frozenset[str]:
    """The rows that a file may not show. One alone could be had from the sum: the next one goes too."""
    small = [name for name, tally in rows if tally.is_small]
    if total is not None and len(small) == 1:
        rest = [(tally.people, name) for name, tally in rows if name not in small and tally.people]
        small += [name for _, name in sorted(rest)[:1]]
    return frozenset(small)


def card(found: Fidelity) -> dict[str, Any]:
    """The figures for a script in this room: nothing is hidden, what is small says so."""
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "at": found.at.isoformat(),
        "by": found.by,
        "plans": found.plans,
        "total": _tally_card(found.total),
        "windows": [{"window": name} | _tally_card(tally) for name, tally in found.windows],
        "groups": [{found.by: name} | _tally_card(tally) for name, tally in found.groups],
        "again": [{"days": one.days, "of": one.of, "again": one.again} for one in found.again],
        "extra": found.extra,
    }


def _tally_card(tally: Tally) -> dict[str, Any]:
    return tally._asdict() | {"small": tally.is_small}


def as_csv(found: Fidelity, language: str) -> str:
    """A file that may leave the room: both days, every numerator with its denominator, small rows hidden."""
    out, say = io.StringIO(), texts(language)
    write = csv.writer(out).writerow
    write([say(_TITLE)])
    write([say(_DAYS, first=_day(found.first), last=_day(found.last))])
    write([])
    write([say("what"), say("name"), *map(say, COLUMNS)])
    _write_rows(
        write, say("all contacts"), [("", found.total)], frozenset({""} if found.total.is_small else ())
    )
    windows = [(window_name(name, say), tally) for name, tally in found.windows]
    _write_rows(write, say("time after the rescue"), windows, hidden_rows(windows))
    groups = [(_group_name(found.by, name, say), tally) for name, tally in found.groups]
    _write_rows(write, say(KINDS[found.by]), groups, hidden_rows(groups, found.total))
    write([])
    write([say("in danger again within so many days"), say("people"), say("again")])
    for one in found.again:
        is_small = 0 < one.of < FEW or 0 < one.again < FEW
        write([one.days, HIDDEN if 0 < one.of < FEW else one.of, HIDDEN if is_small else one.again])
    write([])
    write([say(_FEW, few=FEW)])
    return out.getvalue()


_TITLE: Final = mark("Follow-up as planned and as done")
_DAYS: Final = mark("From {first} to {last}, both included, IST")
_FEW: Final = mark(
    "Rows about fewer than {few} people are hidden, and one more where the sum would tell them."
)


def _write_rows(write: Any, what: str, rows: Iterable[Row], hidden: frozenset[str]) -> None:
    for name, tally in rows:
        if name in hidden:
            write([what, safe_cell(name), *[HIDDEN if tally.is_small else "-"] * len(COLUMNS)])
        else:
            write([what, safe_cell(name), *tally])


def safe_cell(text: str) -> str:
    """A name that a spreadsheet would take for a formula is only text."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def window_name(key: str, say: Texts) -> str:
    """A step of a plan as people call it; what is written otherwise stays as it is."""
    if key == FIRST:
        return say("first word, within 72 hours")
    units = {"d": mark("{count} days"), "w": mark("{count} weeks"), "m": mark("{count} months")}
    unit = units.get(key[-1:])
    return say(unit, count=key[:-1]) if unit and key[:-1].isdecimal() else key


def _group_name(by: str, name: str, say: Texts) -> str:
    if by == "week":
        monday = date.fromisoformat(name)
        return f"{_day(monday)} - {_day(monday + timedelta(days=6))}"
    return district_name(name, say.language) if by == "district" else name


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"

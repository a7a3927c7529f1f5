"""The calendar of one owner (RFC 5545): each contact that is owed, by case number, without a name. Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from controlroom.casework.care.personcards import BoardRow
from controlroom.texts import texts

_OCTETS: Final = 75  # of a line
_STAMP: Final = "%Y%m%dT%H%M%SZ"


def calendar_of(rows: Iterable[BoardRow], owner: str, now: datetime, *, language: str = "hi") -> bytes:
    """A whole day for each contact that this owner still has to make. `now` is aware."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//UP Police SMC//control room//EN", "METHOD:PUBLISH"]
    own = sorted((row for row in rows if row.owner == owner), key=lambda row: row.plan)
    for row in own:
        lines += _days(row, now.astimezone(UTC).strftime(_STAMP), language)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _days(row: BoardRow, stamp: str, language: str) -> Iterator[str]:
    say = texts(language)
    title = say("Follow-up {number}", number=row.number)
    for day in row.owed:
        yield "BEGIN:VEVENT"
        yield f"UID:{row.plan}-{day:%Y%m%d}@controlroom"
        yield f"DTSTAMP:{stamp}"
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
        yield f"SUMMARY:{_escaped(title)}"
        yield "TRANSP:TRANSPARENT"
        yield "CLASS:CONFIDENTIAL"
        yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, no sign cut through; all but the first begin with a space."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > _OCTETS:
            yield part
            part = " "
        part += sign
    yield part

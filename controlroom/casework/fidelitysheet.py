"""The fidelity figures as scripts and files have them. A file hides rows about few people. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from controlroom.casework.fidelity import FEW, Fidelity, Tally

COLUMNS: Final = ("planned", "tried", "reached", "in_window", "open", "moved", "people")
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


def as_csv(found: Fidelity) -> str:
    """A file that may leave the room: both days, every numerator with its denominator, small rows hidden."""
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(["from", "to", "time zone", "counted at"])
    write([found.first.isoformat(), found.last.isoformat(), "IST", found.at.isoformat(timespec="seconds")])
    write([])
    write(["what", "name", *COLUMNS])
    _write_rows(write, "all", [("", found.total)], frozenset({""} if found.total.is_small else ()))
    _write_rows(write, "window", found.windows, hidden_rows(found.windows))
    _write_rows(write, found.by, found.groups, hidden_rows(found.groups, found.total))
    write([])
    write(["in danger again within days", "people", "again"])
    for one in found.again:
        is_small = 0 < one.of < FEW or 0 < one.again < FEW
        write([one.days, HIDDEN if 0 < one.of < FEW else one.of, HIDDEN if is_small else one.again])
    write([])
    write([f"Rows about fewer than {FEW} people are hidden, and one more where the sum would tell them."])
    return out.getvalue()


def _write_rows(write: Any, what: str, rows: Iterable[Row], hidden: frozenset[str]) -> None:
    for name, tally in rows:
        if name in hidden:
            write([what, safe_cell(name), *[HIDDEN if tally.is_small else "hidden"] * len(COLUMNS)])
        else:
            write([what, safe_cell(name), *tally])


def safe_cell(text: str) -> str:
    """A name that a spreadsheet would take for a formula is only text."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text

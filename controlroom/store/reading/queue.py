"""Pages of the queue: a view in its order, or what a search finds. Keyset pages, never OFFSET."""

from typing import Any

from controlroom.casework.rows import QueueFilter, QueuePage
from controlroom.store.migrations import REVIEW_DUE
from controlroom.store.projection import decode_line

_SORTS = {
    "urgent": ("priority", "received_at", "n"),
    "newest": ("received_at", "n"),
    "oldest": ("received_at", "n"),
    "number": ("n",),
}


# The first page has a statement of its own: a bound value that tells nothing costs a tenth more.
_FIND = "SELECT c.line, s.rowid FROM search s JOIN cases c ON c.n = s.rowid WHERE search MATCH ?"
_FIND_ON = f"{_FIND} AND s.rowid < ?"
_NEWEST = " ORDER BY s.rowid DESC LIMIT "


def _conditions(which: QueueFilter) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    values: list[Any] = []
    if which.state:
        where.append("state = ?")
        values.append(which.state)
    elif which.view == "new":
        where.append("is_open = 1 AND owner = ''")
    elif which.view == "mine":
        where.append("is_open = 1 AND owner = ?")
        values.append(which.person)
    elif which.view in ("open", "closed"):
        where.append(f"is_open = {int(which.view == 'open')}")
    elif which.view == "review":
        where.append(REVIEW_DUE)
    return where, values


def listed(connection: Any, which: QueueFilter, after: tuple[Any, ...] | None, limit: int) -> QueuePage:
    """The cases of a view in its order."""
    keys = _SORTS[which.sort]
    downward = which.sort in ("newest", "number")
    where, values = _conditions(which)
    if after is not None:
        where.append(f"({', '.join(keys)}) {'<' if downward else '>'} ({', '.join('?' * len(keys))})")
        values += after
    order = ", ".join(f"{key} {'DESC' if downward else 'ASC'}" for key in keys)
    query = (
        f"SELECT line, {', '.join(keys)} FROM cases"  # noqa: S608  columns of our own
        f" {'WHERE ' + ' AND '.join(where) if where else ''} ORDER BY {order} LIMIT ?"
    )
    rows = connection.execute(query, (*values, limit)).fetchall()
    return QueuePage(
        rows=tuple(decode_line(row[0]) for row in rows),
        after=tuple(rows[-1][1:]) if len(rows) == limit else None,
        total=_total(connection, which),
    )


def _total(connection: Any, which: QueueFilter) -> int:
    if which.state:
        names = [f"state:{which.state}"]
    else:
        names = {
            "new": ["owner:"],
            "mine": [f"owner:{which.person}"],
            "open": ["open"],
            "closed": ["closed"],
            "all": ["open", "closed"],
            "review": ["review"],
        }[which.view]
    marks = ", ".join("?" * len(names))
    row = connection.execute(
        f"SELECT coalesce(sum(count), 0) FROM tallies WHERE name IN ({marks})",  # noqa: S608
        names,
    ).fetchone()
    return int(row[0])


def found(connection: Any, query: str, after: tuple[Any, ...] | None, limit: int) -> QueuePage:
    """Newest first: a ranked match over everything that holds a common word would take too long."""
    if not query:
        return QueuePage((), None, 0)
    find, values = (_FIND_ON, (query, *after)) if after else (_FIND, (query,))
    rows = connection.execute(f"{find}{_NEWEST}{limit:d}", values).fetchall()
    is_full = len(rows) == limit
    return QueuePage(
        tuple([decode_line(line) for line, _ in rows]),
        (rows[-1][1],) if is_full else None,
        -1 if after or is_full else len(rows),
    )

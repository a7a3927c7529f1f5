"""Cases by what they bear: the one of a number, those that share an account, a phone or a post."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from controlroom.casework.rows import QueueRow
from controlroom.store.eventlog import micros
from controlroom.store.projection import decode_line


def case_id_of(connection: Any, number: str) -> UUID | None:
    """The case that bears this number."""
    row = connection.execute(
        "SELECT case_id FROM numbers WHERE number = ?", (number.strip().upper(),)
    ).fetchone()
    return UUID(bytes=row[0]) if row else None


def sharing(connection: Any, values: Iterable[str], *, since: datetime) -> list[tuple[UUID, str, str]]:
    """Cases that share one of these facts, came in after `since` and were not joined into another."""
    return [
        (line.id, line.number, value)
        for value in values
        for _, line in lines_sharing(connection, value, since=since)
        if not line.joined_into
    ]


def lines_sharing(connection: Any, value: str, *, since: datetime) -> list[tuple[int, QueueRow]]:
    """The newest twenty cases with this fact that came in after `since`, each with its place in the store."""
    rows = connection.execute(
        "SELECT c.n, c.line FROM facts f JOIN cases c ON c.n = f.n WHERE f.value = ?"
        " AND c.received_at >= ? ORDER BY c.n DESC LIMIT 20",
        (value, micros(since)),
    )
    return [(n, decode_line(line)) for n, line in rows]

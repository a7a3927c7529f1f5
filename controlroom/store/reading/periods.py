"""Cases by when they came in: those of a stretch of days, and those around one moment."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from controlroom.domain.case import Case
from controlroom.store.eventlog import micros
from controlroom.store.reading.cases import case_from


def received_between(connection: Any, start: datetime, end: datetime) -> list[Case]:
    """Those whose first alert came in from `start` on and before `end` (aware UTC), oldest first."""
    rows = connection.execute(
        "SELECT id FROM cases WHERE received_at >= ? AND received_at < ? ORDER BY received_at, n",
        (micros(start), micros(end)),
    ).fetchall()
    cases = (case_from(connection, UUID(bytes=case_id)) for (case_id,) in rows)
    return [case for case in cases if case is not None]


# source is the seventh of a line; the query has to say it as the index does
CALLS_INDEX = "CREATE INDEX cases_calls ON cases (received_at) WHERE is_open = 1 AND line ->> 6 <> 'mail'"
_AROUND = (
    "SELECT id FROM cases{index} WHERE is_open = 1{calls} AND received_at >= ? AND received_at <= ?"
    " ORDER BY abs(received_at - ?), n LIMIT 25"
)
# named: without statistics SQLite takes the larger one, and reads every mail of the hour
_CALLS_AROUND = _AROUND.format(index=" INDEXED BY cases_calls", calls=" AND line ->> 6 <> 'mail'")
_ALL_AROUND = _AROUND.format(index="", calls="")


def around(connection: Any, moment: datetime, *, within: timedelta, calls_only: bool) -> list[UUID]:
    """Open cases that came in around then (aware UTC), the nearest first, at most 25."""
    query = _CALLS_AROUND if calls_only else _ALL_AROUND
    bounds = (micros(moment - within), micros(moment + within), micros(moment))
    return [UUID(bytes=case_id) for (case_id,) in connection.execute(query, bounds)]

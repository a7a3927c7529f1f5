"""The cases of a stretch of days, folded from their events: for figures, never for a list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from controlroom.domain.case import Case
from controlroom.store.cases import case_from
from controlroom.store.eventlog import micros


def received_between(connection: Any, start: datetime, end: datetime) -> list[Case]:
    """Those whose first alert came in from `start` on and before `end` (aware UTC), oldest first."""
    rows = connection.execute(
        "SELECT id FROM cases WHERE received_at >= ? AND received_at < ? ORDER BY received_at, n",
        (micros(start), micros(end)),
    ).fetchall()
    cases = (case_from(connection, UUID(bytes=case_id)) for (case_id,) in rows)
    return [case for case in cases if case is not None]

"""Claims of people who are gone: whose, and back into the queue by an event. The rule is pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from controlroom.casework.ports import Tx
from controlroom.casework.rows import QueueRow
from controlroom.casework.steps import say, the_case
from controlroom.domain.case import RANK


def left_behind(
    rows: Iterable[QueueRow],
    seen: Mapping[str, datetime],
    since: datetime,
    now: datetime,
    limit_s: float,
) -> list[QueueRow]:
    """Cases whose owner nobody has seen for so long. `seen`: when each was there last; else `since`.

    Where an officer is with the person nobody has to run any more: those stay.
    """
    limit = timedelta(seconds=limit_s)
    return [
        row
        for row in rows
        if row.is_open
        and row.owner
        and RANK[row.state] < RANK["with the person"]
        and now - max(seen.get(row.owner, since), since) >= limit
    ]


def return_claim(tx: Tx, case_id: UUID, *, owner: str) -> str:
    """Back into the queue, where it rings; who took the case meanwhile keeps it. Gives its number, or ""."""
    case = the_case(tx, case_id)
    if case.owner != owner or not case.is_open:
        return ""
    say(tx, case_id, "case_released", {"of": owner, "reason": "gone"})
    return case.number

"""A case from its rows: only the columns that the fold looks at are read, and no event is made of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from controlroom.domain.case import Case
from controlroom.domain.fold import Told, fold, fold_told
from controlroom.store.eventlog import events_of

TOLD_COLUMNS = "coalesce(stream_seq, pos), kind, happened_at, at, actor, body"
_decode = msgspec.json.Decoder().decode
_fromtimestamp = datetime.fromtimestamp
_made = tuple.__new__


def case_from(connection: Any, case_id: UUID) -> Case | None:
    """The case as its events tell it, None when there is none of them."""
    rows = connection.execute(
        f"SELECT {TOLD_COLUMNS} FROM events WHERE stream_id = ? ORDER BY pos",  # noqa: S608  constant columns
        (case_id.bytes,),
    ).fetchall()
    if not rows:
        return None
    return case_of_rows(case_id, rows) or fold(case_id, events_of(connection, case_id))


def case_of_rows(case_id: UUID, rows: Sequence[Sequence[Any]]) -> Case | None:
    """The case of these rows, None where whole events are needed: one is undone, or they are in no order."""
    told: list[Told] = []
    last = 0
    for place, kind, happened, at, actor, body in rows:
        if place <= last or kind == "event_undone":
            return None
        last = place
        entered = _fromtimestamp(at / 1e6, UTC)
        on_ground = entered if happened == at else _fromtimestamp(happened / 1e6, UTC)
        told.append(_made(Told, (kind, on_ground, entered, actor, _decode(body))))
    return fold_told(case_id, told)

"""A case from its rows: only the columns that the fold looks at are read, and no event is made of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from controlroom.domain.branches.told import Told
from controlroom.domain.case import Case
from controlroom.domain.events import Event
from controlroom.domain.fold import fold, fold_told
from controlroom.store.care.seals import KEY_COLUMN, Seals
from controlroom.store.eventlog import events_of
from controlroom.store.joined import void_here

TOLD_COLUMNS = (
    "stream_seq, pos, refused, kind, happened_at, at, coalesce(login, actor), coalesce(sent_body, body),"
    f" number, id, stream, {KEY_COLUMN}"
)
_OF_CASE = f"SELECT {TOLD_COLUMNS} FROM events WHERE stream_id = ? ORDER BY pos"  # noqa: S608  constant columns
# These need whole events: what they take back, or whether they are void, hangs on ids.
_WITH_IDS = frozenset({"event_undone", "case_joined", "case_absorbed"})
_decode = msgspec.json.Decoder().decode
_fromtimestamp = datetime.fromtimestamp
_made = tuple.__new__


def case_from(connection: Any, case_id: UUID) -> Case | None:
    """The case as its events tell it, None when there is none of them."""
    rows = connection.execute(_OF_CASE, (case_id.bytes,)).fetchall()
    if not rows:
        return None
    return case_of_rows(case_id, rows, Seals(connection)) or fold_events(
        connection, case_id, events_of(connection, case_id)
    )


def fold_events(connection: Any, case_id: UUID, events: Sequence[Event]) -> Case | None:
    """The case of these events of this store, None where none counts."""
    if not events:
        return None
    return fold(case_id, events, void_here(connection, case_id, events), is_ordered=True)


def case_of_rows(case_id: UUID, rows: Sequence[Sequence[Any]], seals: Seals) -> Case | None:
    """The case of these rows, None where whole events are needed or the rows are in no order."""
    told: list[Told] = []
    last = last_pending = 0
    for place, pos, refused, kind, happened, at, actor, body, number, id_, stream, key in rows:
        if place is None:
            if pos <= last_pending or refused is not None:
                return None
            last_pending = pos
        elif place <= last or last_pending:
            return None
        else:
            last = place
        if key is not None:
            seals.take(key)
        if kind in _WITH_IDS:
            return None
        entered = _fromtimestamp(at / 1e6, UTC)
        on_ground = entered if happened == at else _fromtimestamp(happened / 1e6, UTC)
        said = seals.opened(id_, stream, case_id, kind=kind, body=_decode(body))
        told.append(_made(Told, (kind, on_ground, entered, actor, said, number or "")))
    return fold_told(case_id, told)

"""Which joins of this store are void: the table beside the log that the domain's rule reads and decides."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from controlroom.domain.circles import Join, moment_of, void_joins
from controlroom.domain.events import Event
from controlroom.domain.fold import undone_by, undone_ids

KINDS_THAT_JOIN = frozenset({"case_joined", "event_undone"})
_GROUP = """
WITH RECURSIVE alike(id) AS (
  SELECT ?1
  UNION SELECT j.into_id FROM joins j JOIN alike a ON j.case_id = a.id
  UNION SELECT j.case_id FROM joins j JOIN alike a ON j.into_id = a.id
)
SELECT event_id, case_id, into_id, seq, is_undone, undone_seq, undone_by, is_void
FROM joins WHERE case_id IN (SELECT id FROM alike)
"""


def void_here(connection: Any, case_id: UUID, events: Iterable[Event]) -> frozenset[UUID]:
    """Ids of the events of this case that a void join made."""
    involved = [event for event in events if event.kind in ("case_joined", "case_absorbed")]
    if not involved:
        return frozenset()
    mine = {
        UUID(bytes=row[0])
        for row in connection.execute(
            "SELECT event_id FROM joins WHERE case_id = ? AND is_void = 1", (case_id.bytes,)
        )
    }
    others = {
        str(UUID(bytes=row[0]))
        for row in connection.execute(
            "SELECT case_id FROM joins WHERE into_id = ? GROUP BY case_id"
            " HAVING min(is_void OR is_undone) = 1 AND max(is_void) = 1",
            (case_id.bytes,),
        )
    }
    brought = (e.id for e in involved if e.kind == "case_absorbed" and str(e.body.get("other")) in others)
    return frozenset((*mine, *brought))


def settle(connection: Any, case_id: UUID, events: Sequence[Event]) -> set[UUID]:
    """Write down the joins of this case; gives the cases that change because a join became void or good, or a
    good one came beside a void one."""
    group = {row[0]: row for row in _group(connection, case_id)}
    _write(connection, case_id, events, {key: row[7] for key, row in group.items()})
    after = {row[0]: row for row in _group(connection, case_id)}
    for case in {UUID(bytes=row[1]) for key, row in group.items() if key not in after} - {case_id}:
        after |= {row[0]: row for row in _group(connection, case)}
    void = {event.bytes for event in void_joins(map(_join_of, after.values()))}
    changed = [row for key, row in after.items() if bool(row[7]) != (key in void)]
    for row in changed:
        connection.execute("UPDATE joins SET is_void = ? WHERE event_id = ?", (row[0] in void, row[0]))
    others = [row for row in after.values() if row[1] != case_id.bytes]
    now = [(*row[:7], row[0] in void) for row in after.values()]
    moved = _nothing_brought([*others, *group.values()]) ^ _nothing_brought(now)
    return {UUID(bytes=side) for pair in (*(row[1:3] for row in changed), *moved) for side in pair}


def _nothing_brought(rows: Iterable[tuple[Any, ...]]) -> set[tuple[bytes, bytes]]:
    """(case, into) where each join is void or undone, and one is void: as `void_here` reads the table."""
    good, void = set(), set()
    for _, case, into, _, is_undone, _, _, is_void in rows:
        if is_void:
            void.add((case, into))
        elif not is_undone:
            good.add((case, into))
    return void - good


def has_joins(connection: Any, case_id: UUID) -> bool:
    """Whether a join of this case is written down."""
    row = connection.execute("SELECT 1 FROM joins WHERE case_id = ?", (case_id.bytes,)).fetchone()
    return row is not None


def _group(connection: Any, case_id: UUID) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = connection.execute(_GROUP, (case_id.bytes,)).fetchall()
    return found


def _join_of(row: tuple[Any, ...]) -> Join:
    event, case, into, seq, is_undone, undone_seq, undone_id, _ = row
    return Join(
        UUID(bytes=event),
        UUID(bytes=case),
        UUID(bytes=into),
        moment_of(seq, UUID(bytes=event)),
        moment_of(undone_seq, UUID(bytes=undone_id)) if is_undone else None,
    )


def _write(connection: Any, case_id: UUID, events: Sequence[Event], void: dict[bytes, int]) -> None:
    connection.execute("DELETE FROM joins WHERE case_id = ?", (case_id.bytes,))
    undone = undone_ids(events)
    undos = {
        undone_by(event): event for event in events if event.kind == "event_undone" and event.id not in undone
    }
    for event in events:
        into = _into(event) if event.kind == "case_joined" else None
        if into is None:
            continue
        undo = undos.get(event.id) if event.id in undone else None
        connection.execute(
            "INSERT INTO joins (event_id, case_id, into_id, seq, is_undone, undone_seq, undone_by, is_void)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.id.bytes,
                case_id.bytes,
                into.bytes,
                _seq(connection, event),
                undo is not None,
                _seq(connection, undo) if undo else None,
                undo.id.bytes if undo else None,
                void.get(event.id.bytes, 0),
            ),
        )


def _seq(connection: Any, event: Event) -> int | None:
    """The room's number; what stands in for it while a desk is alone is none."""
    row = connection.execute("SELECT seq FROM events WHERE id = ?", (event.id.bytes,)).fetchone()
    seq: int | None = row[0]
    return seq


def _into(event: Event) -> UUID | None:
    try:
        return UUID(str(event.body["into"]))
    except (KeyError, ValueError):
        return None

"""What was made here and goes to the room, and what the room said to it."""

import time
from collections.abc import Sequence
from uuid import UUID

from controlroom.casework.ports import Changes
from controlroom.casework.room.sharing import Answer, PendingEvent
from controlroom.store.care.persons import settle_persons
from controlroom.store.desk.identity import identity_of, remember_head
from controlroom.store.projection import emptied
from controlroom.store.replica.confirming import Confirming
from controlroom.store.replica.strides import Strides
from controlroom.store.roomwide import settle

_OURS = (
    " FROM events WHERE seq IS NULL AND refused IS NULL"
    " AND desk IN (SELECT value ->> 'desk' FROM settings WHERE name = 'identity'"
    " UNION ALL SELECT d.value FROM settings AS s, json_each(s.value) AS d WHERE s.name = 'former_desks')"
)
_PENDING = (
    "SELECT id, stream, stream_id, kind, version, happened_at, at, coalesce(login, actor), desk,"
    " coalesce(sent_body, body)" + _OURS + " ORDER BY lsn LIMIT ?"
)
# What was refused, and not done again since by the same person, in cases that go on; the newest first.
_REFUSED = (
    "SELECT c.line ->> 1 FROM events AS r INDEXED BY events_refused"
    " LEFT JOIN cases AS c ON c.id = r.stream_id"
    " WHERE r.refused IS NOT NULL AND coalesce(c.is_open, 1) AND NOT EXISTS (SELECT 1 FROM events AS again"
    " WHERE again.stream_id = r.stream_id AND again.kind = r.kind AND again.refused IS NULL"
    " AND again.at >= r.at AND coalesce(again.login, again.actor) = coalesce(r.login, r.actor))"
    " ORDER BY r.lsn DESC"
)


class Outgoing(Strides):
    """The half of the replica that sends."""

    def pending(self, limit: int) -> Sequence[PendingEvent]:
        """The oldest of what was made here and is not in the room, as the room is to have it."""
        rows = self._gate.glance(lambda c: c.execute(_PENDING, (limit,)).fetchall())
        return [PendingEvent(UUID(bytes=row[0]), row[1], UUID(bytes=row[2]), *row[3:]) for row in rows]

    def pending_count(self) -> int:
        """How many there are."""
        return self._count("SELECT count(*)" + _OURS)

    def pushed_count(self) -> int:
        """How many events of this desk the room has."""
        return self._count(
            "SELECT count(*) FROM events WHERE seq IS NOT NULL AND desk = ?",
            str(self._reading.glance(identity_of).desk),
        )

    def pulled_count(self) -> int:
        """How many events of others are here."""
        return self._count(
            "SELECT count(*) FROM events WHERE seq IS NOT NULL AND desk <> ?",
            str(self._reading.glance(identity_of).desk),
        )

    def refused_in(self) -> tuple[str, ...]:
        """One number of a case for each step that the room did not take, "" where it is of none."""
        rows = self._reading.glance(lambda c: c.execute(_REFUSED).fetchall())
        return tuple(number or "" for (number,) in rows)

    def refused_count(self) -> int:
        """How many the room did not take and nobody has done again."""
        return len(self.refused_in())

    def set_aside_count(self) -> int:
        """How many rows came that no event can be made of."""
        return self._count("SELECT count(*) FROM set_aside")

    def confirm(self, answers: Sequence[Answer]) -> None:
        """Write down the numbers; what was refused or is in conflict leaves the fold and shows why.

        Where the room has them all it does not wait for the disk: asked again, it says the same.
        """
        is_durable = any(answer.seq is None for answer in answers)
        at, (slice_s, most, _) = 0, self._stride()
        while at < len(answers):
            with self._gate.transaction(is_person=False, is_durable=is_durable) as connection:
                taking = Confirming(connection)
                until = time.perf_counter() + slice_s
                is_full = False
                while at < len(answers) and not is_full:
                    taking.take(answers[at])
                    at += 1
                    is_full = len(taking.changed) >= most or time.perf_counter() > until
                persons = frozenset(settle_persons(connection, taking.files))
                due = taking.changed | emptied(connection)
                cases, rev = self._project(connection, due, taking.touched)
                newest = max((answer for answer in answers[:at] if answer.hash), key=_seq, default=None)
                if newest is not None:
                    remember_head(connection, newest.seq or 0, newest.hash or b"")
                room = settle(connection, taking.subjects)
            changed = frozenset(cases) | taking.touched
            told = Changes(cases=changed, drafts=taking.has_drafts, room=room, persons=persons)
            self._publish(cases, rev, told)


def _seq(answer: Answer) -> int:
    return answer.seq or 0

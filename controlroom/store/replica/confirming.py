"""What became of what this desk pushed: numbers, or a reason; and numbers that a fail-over took back."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.room.sharing import Answer
from controlroom.domain.events import CASE, PERSON
from controlroom.store import drafts
from controlroom.store.care.seals import Seals
from controlroom.store.eventlog import is_in_room
from controlroom.store.joined import KINDS_THAT_JOIN, has_joins
from controlroom.store.projection import REFOLDED, Changed
from controlroom.store.replica.held import further, hold_upto, upto_of
from controlroom.store.replica.rows import number_event
from controlroom.store.roomwide import Subject, subject_in

AHEAD = "the clock of the desk is ahead"
NO_CASE = "there is no such case"
# Where the typed words of an event go back to: the field of the form in which they were typed.
_FIELDS: Mapping[str, tuple[str, str]] = {
    "note_added": ("text", "note.text"),
    "location_tried": ("text", "tried.text"),
    "place_found": ("text", "place.text"),
    "handed_over": ("ref", "handover.ref"),
    "outcome_reviewed": ("text", "review.text"),
    "case_closed": ("reason", "close.reason"),
    "case_reopened": ("reason", "reopen.reason"),
    "case_released": ("reason", "release.reason"),
    "case_joined": ("reason", "join.reason"),
    "event_undone": ("reason", "undo.reason"),
}
_ROW = (
    "SELECT lsn, stream, stream_id, kind, seq, coalesce(login, actor), coalesce(sent_body, body), at, desk"
    " FROM events WHERE id = ?"
)


class Confirming:
    """Takes the answers of one push inside an open transaction. `changed` and `touched` say which cases."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.changed: Changed = {}
        self.touched: set[UUID] = set()
        self.has_drafts = False
        self.subjects: set[Subject] = set()  # of the room, to be settled
        self.files: set[UUID] = set()  # of persons, likewise

    def take(self, answer: Answer) -> None:
        """One of them, in the order in which they were pushed."""
        row = self._connection.execute(_ROW, (answer.id.bytes,)).fetchone()
        if row is None or row[4] is not None:
            return  # not of this desk, or its numbers came with a pull
        if answer.verdict in ("accepted", "same") and answer.seq is not None:
            self._number(answer, row)
        elif not self._may_be_taken_later(answer, row):
            self._refuse(answer, row)

    def _number(self, answer: Answer, row: Sequence[Any]) -> None:
        lsn, stream, stream_id = row[:3]
        before = upto_of(self._connection, stream_id) or 0
        place = answer.stream_seq or 0
        number_event(self._connection, answer.id.bytes, answer)
        if stream != CASE:
            if stream != PERSON or place == before + 1:  # else what stands between them comes by its numbers
                hold_upto(self._connection, stream_id, max(before, place))
            self._note(stream, stream_id, row)
            return
        is_next = place == before + 1
        upto, is_ahead = further(self._connection, stream_id, place if is_next else before)
        hold_upto(self._connection, stream_id, upto)
        case_id = UUID(bytes=stream_id)
        is_moved = answer.number or not is_next or is_ahead or self._waits(stream_id, lsn)
        if is_moved or has_joins(self._connection, case_id):  # which of two joins is void hangs on numbers
            self._refold(case_id)
        else:
            self.touched.add(case_id)

    def _waits(self, stream_id: bytes, lsn: int) -> bool:
        """Whether an earlier event of this case is not numbered: then it is behind this one now."""
        found = self._connection.execute(
            "SELECT 1 FROM events WHERE stream_id = ? AND seq IS NULL AND refused IS NULL AND lsn < ?",
            (stream_id, lsn),
        )
        return found.fetchone() is not None

    def _may_be_taken_later(self, answer: Answer, row: Sequence[Any]) -> bool:
        """The clock goes on; and a case that a fail-over lost comes back from the desk that made it."""
        if answer.why == AHEAD:
            return True
        if row[3] == "person_erased":  # what was asked comes again from the desk that asked
            return self._is_asked_elsewhere(row)
        if answer.why != NO_CASE:
            return False
        found = self._connection.execute(
            "SELECT 1 FROM events WHERE stream_id = ? AND seq IS NULL AND refused IS NULL AND desk <> ?",
            (row[2], row[8]),
        )
        return found.fetchone() is not None

    def _is_asked_elsewhere(self, row: Sequence[Any]) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM events WHERE stream_id = ? AND kind = 'erasure_asked' AND refused IS NULL"
            " AND coalesce(login, actor) <> ? AND seq IS NULL",
            (row[2], row[5]),
        )
        return found.fetchone() is not None

    def _refuse(self, answer: Answer, row: Sequence[Any]) -> None:
        why = answer.why or "another event has this id"
        self._connection.execute("UPDATE events SET refused = ? WHERE id = ?", (why, answer.id.bytes))
        _, stream, stream_id, kind, _, actor, body, at, _ = row
        if stream != CASE:
            self._note(stream, stream_id, row)
            return
        case_id = UUID(bytes=stream_id)
        self._refold(case_id)
        said = Seals(self._connection).opened(
            answer.id.bytes, stream, case_id, kind=kind, body=msgspec.json.decode(body)
        )
        self._give_back(case_id, kind, said, actor, at)

    def _note(self, stream: str, stream_id: bytes, row: Sequence[Any]) -> None:
        """An event of the room or of a person has another place, or none, from now on."""
        self.subjects |= subject_in(row[3], msgspec.json.decode(row[6]))
        if stream == PERSON:
            self.files.add(UUID(bytes=stream_id))

    def _give_back(self, case_id: UUID, kind: str, body: Mapping[str, Any], actor: str, at: int) -> None:
        """Typed words become a draft of their author again, below what else was typed there."""
        name, field = _FIELDS.get(kind, ("", ""))
        text = str(body.get(name) or "").strip()
        if not text:
            return
        key = f"{case_id}/{field}"
        kept = drafts.find(self._connection, actor, key)
        if kept is None or text not in kept.text:
            drafts.save(self._connection, actor, key, f"{kept.text}\n{text}" if kept else text, at)
        self.has_drafts = True

    def _refold(self, case_id: UUID) -> None:
        kinds = REFOLDED | (KINDS_THAT_JOIN if has_joins(self._connection, case_id) else frozenset())
        self.changed[case_id] = (None, kinds)


def take_back(connection: Any, seq: int, desk: str) -> tuple[int, Changed]:
    """Clear every number above `seq`; gives how many events of this desk are pending again, and the cases."""
    rows = connection.execute(
        "SELECT stream, stream_id, stream_seq, desk FROM events WHERE seq > ?"
        " UNION ALL SELECT 'stub', stream_id, stream_seq, '' FROM stubs"
        " WHERE seq > ? AND stream_id IS NOT NULL",
        (seq, seq),
    ).fetchall()
    connection.execute(
        "DELETE FROM numbers WHERE number IN (SELECT number FROM events WHERE seq > ?)", (seq,)
    )
    connection.execute(
        "UPDATE events SET seq = NULL, stream_seq = NULL, recorded_at = NULL, number = NULL, salt = NULL,"
        " digest = NULL, room_hash = NULL WHERE seq > ?",
        (seq,),
    )
    connection.execute("DELETE FROM stubs WHERE seq > ?", (seq,))
    connection.execute("DELETE FROM set_aside WHERE seq > ?", (seq,))
    lowest: dict[bytes, int] = {}
    for _, stream_id, place, _ in rows:
        lowest[stream_id] = min(place, lowest.get(stream_id, place))
    for stream_id, place in lowest.items():
        _let_go(connection, stream_id, place - 1)
    cases = {UUID(bytes=stream_id) for stream, stream_id, _, _ in rows if stream == CASE}
    joining = {case for case in cases if has_joins(connection, case)}
    changed: Changed = {
        c: (None, REFOLDED | (KINDS_THAT_JOIN if c in joining else frozenset())) for c in cases
    }
    return sum(row[3] == desk for row in rows), changed


def _let_go(connection: Any, stream_id: bytes, upto: int) -> None:
    if upto <= 0:
        connection.execute("DELETE FROM held WHERE stream_id = ?", (stream_id,))
    elif is_in_room(connection, stream_id):
        hold_upto(connection, stream_id, min(upto, upto_of(connection, stream_id) or 0))

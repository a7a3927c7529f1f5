"""Lays down what came from the shared database, stream by stream, inside one open transaction."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.room.sharing import SharedEvent
from controlroom.casework.rows import QueueRow
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, PERSON, Event
from controlroom.domain.fold import advance, fold
from controlroom.store.care.persons import settle_persons
from controlroom.store.care.seals import erased_of, want
from controlroom.store.joined import KINDS_THAT_JOIN, has_joins
from controlroom.store.projection import REFOLDED, Changed, Projector, emptied, project_all
from controlroom.store.replica.beforehand import Beforehand
from controlroom.store.replica.held import begun, further, hold_all, hold_upto, places_of, upto_of
from controlroom.store.replica.rows import CannotApply, Rows, number_event
from controlroom.store.roomwide import Subject, settle, subjects_of
from controlroom.store.writer import StoreWriter

_KNOWN = (
    "SELECT seq, stream_id, coalesce(login, actor), coalesce(sent_body, body), refused"
    " FROM events WHERE id = ?"
)
_IN_OTHER_STREAMS = frozenset({"case_joined", "case_absorbed"})
_encode = msgspec.json.Encoder().encode


class Laid(msgspec.Struct):
    """What one transaction laid down."""

    events: list[Event] = msgspec.field(default_factory=list)
    cases: dict[UUID, Case] = msgspec.field(default_factory=dict)
    touched: set[UUID] = msgspec.field(default_factory=set)
    alerts: set[UUID] = msgspec.field(default_factory=set)
    rows: tuple[QueueRow, ...] = ()
    set_aside: int = 0
    rev: int = 0
    room: frozenset[str] = frozenset()  # kinds of room-wide events whose last word is another one now
    persons: set[UUID] = msgspec.field(default_factory=set)


Group = Sequence[SharedEvent]  # rows of one stream


def place_of(row: SharedEvent) -> int:
    """Its place in its stream."""
    return row.stream_seq or 0


class _Stream(msgspec.Struct):
    """What is known of the stream that is being laid down, and what has come to it."""

    id: UUID
    key: bytes
    is_case: bool
    is_gapless: bool  # a place that is missed out says that something has not come
    upto: int
    is_here: bool  # something of it is in this store
    fresh: list[Event] = msgspec.field(default_factory=list)
    numbered: list[Event] = msgspec.field(default_factory=list)  # of no case: were here, and have a place now
    is_reordered: bool = False
    is_touched: bool = False


class Landing:
    """One transaction's worth: `lay` some streams, and some more, then `finish`.

    `is_fetched`: the rows are all that may be read of their streams. Of a person's file that is not all there
    is: of the rest not even whose it is can be seen. So a gap there shows only in what comes by the numbers.
    Raises NotTogether where the rows do not go in together: then they are to be tried `one_by_one`.
    """

    def __init__(
        self,
        connection: Any,
        writer: StoreWriter,
        *,
        is_fetched: bool = False,
        one_by_one: bool = False,
        beforehand: Beforehand | None = None,
    ) -> None:
        self._connection, self._writer, self._is_fetched = connection, writer, is_fetched
        self._beforehand = beforehand or Beforehand()
        self._rows = Rows(connection, one_by_one=one_by_one, beforehand=self._beforehand.events)
        self._projector = Projector(connection, writer.limits)
        self._changed: Changed = {}
        self._new: set[UUID] = set()
        self._open: set[int] = set()
        self._places: dict[bytes, int] = {}  # up to which each stream is held now
        self._subjects: set[Subject] = set()
        self._files: set[UUID] = set()  # of persons
        self.has_gaps = connection.execute("SELECT 1 FROM gaps LIMIT 1").fetchone() is not None
        self.laid = Laid()

    def first_of(self, groups: Sequence[Group]) -> list[Group]:
        """The first ones, up to a stream of which rows were laid down here before: that is for the next."""
        first, seen = list[Group](), set[int]()
        for group in groups:
            if (stream_id := group[0].stream_id) is not None:
                if stream_id.int in self._open or stream_id.int in seen:
                    break
                seen.add(stream_id.int)
            first.append(group)
        return first

    def lay(self, groups: Sequence[Group]) -> None:
        """Rows of some streams, those of each in order."""
        keys = [group[0].stream_id.bytes for group in groups if group[0].stream_id is not None]
        upto = places_of(self._connection, keys)
        unknown = [key for key in keys if key not in upto]
        ours = begun(self._connection, unknown) if unknown else set()
        for group in groups:
            if group[0].stream_id is None:
                for row in group:
                    self._stub(row)
            else:
                self._lay(self._stream(group[0].stream_id, group[0].stream, upto, ours), group)
        self._rows.write()
        self._draw()

    def _stream(self, stream_id: UUID, name: str, upto: Mapping[bytes, int], ours: set[bytes]) -> _Stream:
        self._open.add(stream_id.int)
        key = stream_id.bytes
        is_here = key in upto or key in ours
        if not is_here:
            self._rows.begins(key)
        is_gapless = name == CASE or (name == PERSON and not self._is_fetched)
        return _Stream(stream_id, key, name == CASE, is_gapless, upto.get(key, 0), is_here)

    def _lay(self, stream: _Stream, group: Group) -> None:
        before = stream.upto
        for row in group:
            place = row.stream_seq or 0
            if stream.is_gapless and place > stream.upto + 1:
                self._connection.execute("INSERT OR IGNORE INTO gaps (stream_id) VALUES (?)", (stream.key,))
                self.has_gaps = True
                break
            self._row(stream, row)
            stream.upto = max(stream.upto, place)
        else:
            if self.has_gaps:
                self._connection.execute("DELETE FROM gaps WHERE stream_id = ?", (stream.key,))
        if stream.upto != before:
            if stream.is_case and stream.is_here:
                stream.upto, is_ahead = further(self._connection, stream.key, stream.upto)
                stream.is_reordered |= is_ahead and bool(stream.fresh)
            self._places[stream.key] = stream.upto
        self._note(stream)

    def set_aside(self, group: Group, why: str) -> None:
        """None of these can be shown; their places are held, so that what comes after them can."""
        for row in group:
            self._aside(row, why)
        key = group[0].stream_id
        if key is not None:
            last = max(map(place_of, group))
            hold_upto(self._connection, key.bytes, max(last, upto_of(self._connection, key.bytes) or 0))

    def _draw(self) -> None:
        """The rows behind the screens of what was laid down last: so little is left for the end."""
        if self._files:
            self._settle_files()
        self.laid.cases |= project_all(self._connection, self._projector, self._changed, self._new)
        self._projector.write()
        self._files, self._changed, self._new = set(), {}, set()

    def _settle_files(self) -> None:
        """An erasure among them reaches what was opened in this transaction, too."""
        self.laid.persons |= settle_persons(self._connection, self._files).keys()
        self._rows.look_anew()
        gone = erased_of(self._connection, [case.bytes for case in self._changed])
        for case, (_, kinds) in self._changed.items():
            if case.bytes in gone:
                self._changed[case] = (None, kinds | REFOLDED)
        self._changed |= emptied(self._connection)

    def finish(self) -> Laid:
        """What is left; the last thing."""
        laid = self.laid
        hold_all(self._connection, self._places)
        want(self._connection, self._rows.lacked)
        self._changed = emptied(self._connection)
        self._draw()
        self._projector.finish()
        for case_id in laid.touched - laid.cases.keys():
            case = self._writer.held.case(self._connection, case_id)
            self._projector.touch(case_id)
            if case is not None:
                laid.cases[case_id] = case
        laid.rev, laid.rows = self._projector.rev, self._projector.told
        laid.room = settle(self._connection, self._subjects)
        return laid

    def _row(self, stream: _Stream, row: SharedEvent) -> None:
        if row.id is None:
            self._stub(row)
            return
        try:
            if not (stream.is_here and self._is_known(stream, row)):
                stream.fresh.append(self._rows.add(stream.key, row))
                if stream.is_here and (row.stream_seq or 0) <= stream.upto:
                    self._connection.execute("DELETE FROM stubs WHERE seq = ?", (row.seq,))
                    stream.is_reordered = True  # it may be read now
        except CannotApply as trouble:
            self._aside(row, str(trouble))

    def _is_known(self, stream: _Stream, row: SharedEvent) -> bool:
        """Whether this event is here; it takes its numbers then, if it had none."""
        assert row.id is not None
        known = self._connection.execute(_KNOWN, (row.id.bytes,)).fetchone()
        if known is None:
            return False
        seq, stream_id, actor, body, refused = known
        if seq == row.seq:
            stream.is_reordered |= bool(stream.fresh)  # what is new goes before this one
            return True
        if seq is not None or stream_id != stream.key or actor != row.actor:
            raise CannotApply("another event has its id")
        number_event(self._connection, row.id.bytes, row)
        if body != row.body:
            self._connection.execute("UPDATE events SET sent_body = ? WHERE id = ?", (row.body, row.id.bytes))
        stream.is_touched = True
        if not stream.is_case:
            stream.numbered.append(self._rows.event_of(row))
        stream.is_reordered |= bool(row.number) or body != row.body or refused is not None
        stream.is_reordered |= stream.is_case and self._is_out_of_order(stream, row)
        return True

    def _is_out_of_order(self, stream: _Stream, row: SharedEvent) -> bool:
        """Whether an event that is not numbered yet stood before it, or a later one has come."""
        if stream.fresh:
            return True
        assert row.id is not None
        found = self._connection.execute(
            "SELECT 1 FROM events WHERE stream_id = ?1 AND id <> ?2 AND refused IS NULL"
            " AND (stream_seq > ?3 OR stream_seq IS NULL AND lsn < (SELECT lsn FROM events WHERE id = ?2))",
            (stream.key, row.id.bytes, row.stream_seq),
        )
        return found.fetchone() is not None

    def _note(self, stream: _Stream) -> None:
        """What the rows have made of the case."""
        self.laid.events += stream.fresh
        if not stream.is_case:
            told = stream.fresh + stream.numbered
            self._subjects |= subjects_of(told)
            self._files |= {event.stream_id for event in told if event.stream == PERSON}
        if not stream.is_case or not (stream.fresh or stream.is_touched):
            return
        if not stream.is_here:
            self._new.add(stream.id)
        is_joined = stream.is_here and has_joins(self._connection, stream.id)
        if not (stream.fresh or stream.is_reordered or is_joined):
            self.laid.touched.add(stream.id)
            return
        kinds = frozenset(event.kind for event in stream.fresh)
        if "alert_received" in kinds:
            self.laid.alerts.add(stream.id)
        is_moved = stream.is_reordered or (is_joined and stream.is_touched)
        case = None if is_moved or kinds & _IN_OTHER_STREAMS else self._gone_on(stream)
        if case is None:
            kinds |= REFOLDED
            kinds |= KINDS_THAT_JOIN if is_joined else frozenset()
        self._changed[stream.id] = (case, kinds)

    def _gone_on(self, stream: _Stream) -> Case | None:
        """The case with what has come to it; None where only a new fold can tell."""
        if not stream.is_here:
            return self._beforehand.case_of(stream.fresh) or fold(stream.id, stream.fresh)
        behind = self._connection.execute(  # what comes after these: not in the room yet, or here before
            "SELECT 1 FROM events WHERE stream_id = ?1"
            " AND (seq IS NULL AND refused IS NULL OR stream_seq > ?2) LIMIT 1",
            (stream.key, stream.fresh[-1].stream_seq),
        )
        case = None if behind.fetchone() else self._writer.held.case(self._connection, stream.id)
        for event in stream.fresh:
            case = case and advance(case, event)
        return case

    def _stub(self, row: SharedEvent) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO stubs (seq, stream_id, stream_seq, digest, hash) SELECT ?1, ?2, ?3, ?4, ?5"
            " WHERE NOT EXISTS (SELECT 1 FROM events WHERE seq = ?1)",
            (row.seq, row.stream_id and row.stream_id.bytes, row.stream_seq, row.digest, row.hash),
        )

    def _aside(self, row: SharedEvent, why: str) -> None:
        self.laid.set_aside += 1
        self._stub(row)
        self._connection.execute(
            "INSERT OR REPLACE INTO set_aside (seq, why, raw) VALUES (?, ?, ?)",
            (row.seq, why, _encode(row._asdict()).decode()),
        )

"""Lays down what came from the shared database, stream by stream, inside one open transaction."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from time import perf_counter
from typing import Any
from uuid import UUID

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from controlroom.casework.room.sharing import SharedEvent
from controlroom.casework.rows import QueueRow
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, PERSON, Event, is_too_deep
from controlroom.domain.fold import advance, fold
from controlroom.store.care.persons import settle_persons
from controlroom.store.care.seals import Seals
from controlroom.store.eventlog import Chain, moment
from controlroom.store.joined import KINDS_THAT_JOIN, has_joins
from controlroom.store.projection import REFOLDED, Changed, Projector, project_all
from controlroom.store.replica.held import further, hold_upto, upto_of
from controlroom.store.roomwide import Subject, settle, subjects_of
from controlroom.store.writer import StoreWriter

AT_ONCE = 200  # rows of one stream
NUMBERED = (
    "UPDATE events SET seq = ?, stream_seq = ?, recorded_at = ?, number = ?, salt = ?, digest = ?,"
    " room_hash = ?, refused = NULL WHERE id = ?"
)
_INSERT = (
    "INSERT INTO events (id, stream, stream_id, pos, kind, version, happened_at, at, actor, desk, audience,"
    " body, hash, seq, stream_seq, recorded_at, number, salt, digest, room_hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_KNOWN = (
    "SELECT seq, stream_id, coalesce(login, actor), coalesce(sent_body, body), refused"
    " FROM events WHERE id = ?"
)
_IN_OTHER_STREAMS = frozenset({"case_joined", "case_absorbed"})
_desk_of = lru_cache(maxsize=256)(str)
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_encode = msgspec.json.Encoder().encode


class CannotApply(Exception):  # noqa: N818  a row's trouble, told in its own words
    """No event can be made of this row."""


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
    persons: frozenset[UUID] = frozenset()


def by_stream(rows: Iterable[SharedEvent]) -> list[list[SharedEvent]]:
    """The rows of each stream in its order, so many at once; stubs of no stream by themselves."""
    streams: dict[UUID | int, list[SharedEvent]] = {}
    for row in rows:
        streams.setdefault(row.seq if row.stream_id is None else row.stream_id, []).append(row)
    groups = []
    for group in streams.values():
        group.sort(key=_place)
        groups += [group[at : at + AT_ONCE] for at in range(0, len(group), AT_ONCE)]
    return groups


def _place(row: SharedEvent) -> int:
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
    """One transaction's worth: `lay` each group, then `finish`.

    `is_fetched`: the rows are all that may be read of their streams. Of a person's file that is not all there
    is: of the rest not even whose it is can be seen. So a gap there shows only in what comes by the numbers.
    """

    def __init__(self, connection: Any, writer: StoreWriter, *, is_fetched: bool = False) -> None:
        self._connection, self._writer, self._is_fetched = connection, writer, is_fetched
        self._chain, self._seals = Chain(connection), Seals(connection)
        self._projector = Projector(connection, writer.limits)
        self._changed: Changed = {}
        self._new: set[UUID] = set()
        self._is_open: set[UUID] = set()
        self._subjects: set[Subject] = set()
        self._files: set[UUID] = set()  # of persons
        self._has_gaps = connection.execute("SELECT 1 FROM gaps LIMIT 1").fetchone() is not None
        self.laid = Laid()

    def has(self, group: Sequence[SharedEvent]) -> bool:
        """Whether rows of this stream were laid down here before: then the rest waits for the next."""
        return group[0].stream_id in self._is_open

    def lay(self, group: Sequence[SharedEvent]) -> None:
        """Rows of one stream, in order."""
        stream_id = group[0].stream_id
        if stream_id is None:
            for row in group:
                self._stub(row)
            return
        self._is_open.add(stream_id)
        stream = self._open(stream_id, group[0].stream)
        before = stream.upto
        for row in group:
            place = row.stream_seq or 0
            if stream.is_gapless and place > stream.upto + 1:
                self._connection.execute("INSERT OR IGNORE INTO gaps (stream_id) VALUES (?)", (stream.key,))
                break
            self._row(stream, row)
            stream.upto = max(stream.upto, place)
        else:
            if self._has_gaps:
                self._connection.execute("DELETE FROM gaps WHERE stream_id = ?", (stream.key,))
        if stream.upto != before:
            if stream.is_case and stream.is_here:
                stream.upto, is_ahead = further(self._connection, stream.key, stream.upto)
                stream.is_reordered |= is_ahead and bool(stream.fresh)
            hold_upto(self._connection, stream.key, stream.upto)
        self._note(stream)

    def set_aside(self, group: Sequence[SharedEvent], why: str) -> None:
        """None of these can be shown; their places are held, so that what comes after them can."""
        for row in group:
            self._aside(row, why)
        key = group[0].stream_id
        if key is not None:
            last = max(map(_place, group))
            hold_upto(self._connection, key.bytes, max(last, upto_of(self._connection, key.bytes) or 0))

    def finish(self) -> Laid:
        """The rows behind the screens; the last thing."""
        laid = self.laid
        laid.cases = project_all(self._connection, self._projector, self._changed, self._new)
        self._projector.count()
        for case_id in laid.touched - laid.cases.keys():
            case = self._writer.held(self._connection, case_id)
            self._projector.touch(case_id)
            if case is not None:
                laid.cases[case_id] = case
        laid.rev, laid.rows = self._projector.rev, self._projector.told
        laid.room = settle(self._connection, self._subjects)
        laid.persons = frozenset(settle_persons(self._connection, self._files))
        return laid

    def _open(self, stream_id: UUID, name: str) -> _Stream:
        key = stream_id.bytes
        upto = upto_of(self._connection, key)
        is_here = upto is not None
        if not is_here:
            found = self._connection.execute("SELECT 1 FROM events WHERE stream_id = ? LIMIT 1", (key,))
            is_here = found.fetchone() is not None
        if not is_here:
            self._chain.begins(key)
        is_gapless = name == CASE or (name == PERSON and not self._is_fetched)
        return _Stream(stream_id, key, name == CASE, is_gapless, upto or 0, is_here)

    def _row(self, stream: _Stream, row: SharedEvent) -> None:
        if row.id is None:
            self._stub(row)
            return
        try:
            if not (stream.is_here and self._is_known(stream, row)):
                stream.fresh.append(self._insert(row))
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
        number_event(self._connection, row.id, row)
        if body != row.body:
            self._connection.execute("UPDATE events SET sent_body = ? WHERE id = ?", (row.body, row.id.bytes))
        stream.is_touched = True
        if not stream.is_case:
            stream.numbered.append(self._event_of(row))
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

    def _insert(self, row: SharedEvent) -> Event:
        event = self._event_of(row)
        told: tuple[Any, ...] = (event.id.bytes, row.stream, event.stream_id.bytes, row.kind, row.version)
        told = (*told, row.happened_at, row.at, row.actor, event.desk, row.audience, row.body)
        _, position, own_hash = self._chain.next_row(told)
        numbers = (row.seq, row.stream_seq, row.recorded_at, row.number, row.salt, row.digest, row.hash)
        try:
            self._connection.execute(_INSERT, (*told[:3], position, *told[3:], own_hash, *numbers))
        except sqlcipher.IntegrityError as double:
            self._chain = Chain(self._connection)
            raise CannotApply("another event has its id or its number") from double
        return event

    def _event_of(self, row: SharedEvent) -> Event:
        event = _event_of(row)
        if event.stream != PERSON:
            return event
        body = self._seals.opened(event.id, event.stream_id, kind=event.kind, body=event.body)
        return event._replace(body=body)

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
            return fold(stream.id, stream.fresh)
        behind = self._connection.execute(  # what comes after these: not in the room yet, or here before
            "SELECT 1 FROM events WHERE stream_id = ?1"
            " AND (seq IS NULL AND refused IS NULL OR stream_seq > ?2) LIMIT 1",
            (stream.key, stream.fresh[-1].stream_seq),
        )
        case = None if behind.fetchone() else self._writer.held(self._connection, stream.id)
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


class Page:
    """Rows that came together, and how far they are laid down."""

    def __init__(self, rows: Sequence[SharedEvent], cursor: int | None, slice_s: float) -> None:
        self.rows, self.cursor, self._slice_s = rows, cursor, slice_s
        self.groups = by_stream(rows)
        self.at = self.alone_until = self.set_aside = 0
        self.gaps: tuple[UUID, ...] = ()
        self.is_done = False

    @property
    def is_alone(self) -> bool:
        """Each stream by itself: something among these went wrong."""
        return self.at < self.alone_until

    def lay_some(self, landing: Landing) -> int:
        """Lay down what fits into one transaction, one stream at least; gives where it ended."""
        at, until = self.at, perf_counter() + self._slice_s
        end = self.at + 1 if self.is_alone else len(self.groups)
        is_full = False
        while at < end and not is_full and not landing.has(self.groups[at]):
            landing.lay(self.groups[at])
            at += 1
            is_full = perf_counter() > until
        return at


def number_event(connection: Any, event_id: UUID, told: Any) -> None:
    """Write down the numbers that the room gave an event, in a row or an answer."""
    connection.execute("DELETE FROM stubs WHERE seq = ?", (told.seq,))
    connection.execute(
        NUMBERED.replace("UPDATE", "UPDATE OR IGNORE", 1),
        (
            told.seq,
            told.stream_seq,
            told.recorded_at,
            told.number,
            told.salt,
            told.digest,
            told.hash,
            event_id.bytes,
        ),
    )


def _event_of(row: SharedEvent) -> Event:
    """The row as an event. Raises CannotApply."""
    if row.happened_at is None or row.at is None or row.body is None or row.recorded_at is None:
        raise CannotApply("something is missing in it")
    if row.id is None or row.stream_id is None or row.kind is None or row.actor is None:
        raise CannotApply("something is missing in it")
    if is_too_deep(row.body):
        raise CannotApply("it cannot be read (too deep)")
    try:
        return Event(
            row.id,
            row.stream,
            row.stream_id,
            row.kind,
            row.version or 1,
            moment(row.happened_at),
            moment(row.at),
            row.actor,
            _desk_of(row.desk),
            _decode(row.body),
            row.audience or "",
            row.seq,
            row.stream_seq,
            moment(row.recorded_at),
            row.hash,
            row.number or "",
        )
    except (ValueError, OverflowError, OSError, RecursionError) as broken:
        raise CannotApply(f"it cannot be read ({type(broken).__name__})") from broken

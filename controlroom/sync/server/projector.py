"""Keeps the server's index of cases in step with the log, by the domain's own fold; the audience of cases."""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from controlroom.casework.cards import queue_row, search_words
from controlroom.casework.room import sealing
from controlroom.clues.folding import fold_text, words_of
from controlroom.domain.clocks import DEFAULT_LIMITS, Limits, limits_from
from controlroom.domain.events import Event, is_too_deep
from controlroom.domain.fold import fold
from controlroom.domain.roomwide import stream_of
from controlroom.domain.sealed import SEALED, SEALED_BY, clear_of
from controlroom.sync.connection import Connection
from controlroom.sync.server.joined import KINDS, void_events

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NAME = "projector"
WINDOW = 5_000  # events that one transaction goes forward
AT_ONCE = 200  # cases held in memory
LONGEST_WORD, MOST_WORDS = 200, 20_000  # a tsvector holds 1 MiB
Ciphers = Mapping[str, "AESGCM"]
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_fromtimestamp = datetime.fromtimestamp
_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)

_TOUCHED = (
    "SELECT DISTINCT stream_id FROM log.events WHERE room = %s AND seq > %s AND seq <= %s AND stream = 'case'"
)
_ERASED = (
    "SELECT stream_id FROM log.erased WHERE room = %s AND seq > %s AND seq <= %s",
    "SELECT stream_id FROM log.erased WHERE room = %s AND stream_id = ANY (%s)",
)
_KEYS = "SELECT id, key FROM log.person_keys WHERE room = %s AND stream_id = ANY (%s)"
_COLUMNS = (
    "SELECT id, stream, stream_id, kind, version, happened_at, at, actor, desk::text, body, audience, seq,"
    " stream_seq, recorded_at, number FROM log.events WHERE room = %s AND stream_id = ANY (%s) AND seq <= %s"
)
_EVENTS = f"{_COLUMNS} ORDER BY stream_id, stream_seq"
_JOINS = f"{_COLUMNS} AND kind = ANY (%s) ORDER BY stream_id, stream_seq"
_SETTINGS = (
    "SELECT body, seq FROM log.events WHERE room = %s AND stream_id = %s AND seq <= %s"
    " ORDER BY stream_seq DESC"
)
_OPEN = "SELECT case_id FROM work.case_index WHERE room = %s AND is_open"
_INDEX = (
    "INSERT INTO work.case_index AS i"
    " (room, case_id, numbers, is_open, state, received_at, last_seq, words, line)"
    r" VALUES (%s, %s, string_to_array(%s, E'\n'), %s, %s, %s, %s,"
    r" array_to_tsvector(string_to_array(%s, E'\n')), %s)"
    " ON CONFLICT (room, case_id) DO UPDATE SET numbers = excluded.numbers, is_open = excluded.is_open,"
    " state = excluded.state, received_at = excluded.received_at, last_seq = excluded.last_seq,"
    " words = excluded.words, line = excluded.line WHERE excluded.last_seq >= i.last_seq"
)
_BEGIN = (
    "INSERT INTO work.cursors VALUES (%s, %s, 0, %s) ON CONFLICT DO NOTHING",
    "SELECT seq FROM work.cursors WHERE room = %s AND name = %s FOR UPDATE",
)
_MOVE = "UPDATE work.cursors SET seq = %s, moved_at = %s WHERE room = %s AND name = %s"


@dataclass(slots=True)
class Progress:
    """How far it is: what was done since the start, and how many events are still ahead."""

    events: int = 0
    cases: int = 0
    behind: int = 0
    unreadable: int = 0


class Projector:
    """Runs on its own connection. Several may run: the cursor's row lets one work at a time."""

    EVERY_S = 0.5  # looks by itself so often; the ticker wakes it sooner
    BEHIND_S = 0.2  # but then the desks that were poked come first, and what follows at once is taken too

    def __init__(
        self,
        connection: Connection,
        *,
        rooms: Collection[UUID] | None = None,
        done: Progress | None = None,
    ) -> None:
        self._connection, self._rooms = connection, rooms
        connection.execute("SET synchronous_commit = off")  # what a crash takes away is made again
        connection.execute("SET enable_seqscan = off")  # a plan made while the log was empty must stay right
        self.done = done or Progress()

    def run_once(self) -> int:
        """One step forward in every room; gives by how many events."""
        heads = self._connection.execute("SELECT room, last_seq FROM log.heads").fetchall()
        moved = behind = 0
        for room, head in heads:
            if self._rooms is None or room in self._rooms:
                before, after = self._step(room, head)
                moved += after - before
                behind += head - after
        self.done.events += moved
        self.done.behind = behind
        return moved

    def rebuild(self) -> None:
        """Begin again: every case is folded anew, by the rules of this version."""
        self._connection.execute("UPDATE work.cursors SET seq = 0 WHERE name = %s", (NAME,))

    def _step(self, room: UUID, head: int) -> tuple[int, int]:
        """One transaction: index and cursor together. Gives where the cursor was, and is."""
        with self._connection.transaction():
            self._connection.execute(_BEGIN[0], (room, NAME, _now()))
            found = self._connection.execute(_BEGIN[1], (room, NAME)).fetchone()
            before = int(found[0]) if found else 0
            after = min(head, before + WINDOW)
            if after <= before:
                return before, before
            rows = self._connection.execute(_TOUCHED, (room, before, after)).fetchall()
            rows += self._connection.execute(_ERASED[0], (room, before, after)).fetchall()
            touched = list(dict.fromkeys(case_id for (case_id,) in rows))
            limits, said = self._limits(room, after)
            if said > before:  # every clock runs by other limits now
                running = self._connection.execute(_OPEN, (room,)).fetchall()
                touched = list(dict.fromkeys([*touched, *(case_id for (case_id,) in running)]))
            for start in range(0, len(touched), AT_ONCE):
                self._project(room, touched[start : start + AT_ONCE], after, limits)
            self._connection.execute(_MOVE, (after, _now(), room, NAME))
        self.done.cases += len(touched)
        return before, after

    def _limits(self, room: UUID, upto: int) -> tuple[Limits, int]:
        """What the room has set for its clocks by then, and the number of the event that said so, or 0."""
        told = self._connection.execute(_SETTINGS, (room, stream_of("room_set"), upto)).fetchall()
        for body, seq in told:
            value = _read(body)
            if isinstance(value, dict) and value.get("name") == "limits":
                limits = value.get("value")
                return limits_from(limits if isinstance(limits, dict) else None), int(seq)
        return DEFAULT_LIMITS, 0

    def _project(self, room: UUID, case_ids: Sequence[UUID], upto: int, limits: Limits) -> None:
        with self._connection.cursor(binary=True) as cursor:
            erased = {one for (one,) in cursor.execute(_ERASED[1], (room, case_ids)).fetchall()}
            rows = cursor.execute(_EVENTS, (room, case_ids, upto)).fetchall()
            keys = cursor.execute(_KEYS, (room, case_ids)).fetchall()
            ciphers = {str(id_): sealing.cipher_of(bytes(key)) for id_, key in keys}
            told = (
                self._line(
                    room, one, _opened(events, ciphers, is_erased=one in erased), upto=upto, limits=limits
                )
                for one, events in _by_case(rows)
            )
            cursor.executemany(_INDEX, [line for line in told if line is not None])

    def _line(
        self,
        room: UUID,
        case_id: UUID,
        events: Sequence[Event],
        *,
        upto: int,
        limits: Limits,
    ) -> tuple[Any, ...] | None:
        void = void_events(case_id, events, lambda cases: self._joins(room, cases, upto))
        case = fold(case_id, events, void)
        self.done.unreadable += len(case.unreadable)
        if case.received_at is None:
            return None  # not a case: it never had an alert
        found_by = "\n".join(case.numbers) if case.is_erased else search_words(case)
        words = sorted({word[:LONGEST_WORD] for word in words_of(fold_text(found_by))})[:MOST_WORDS]
        return (
            room,
            case_id,
            "\n".join(case.numbers),
            case.is_open,
            case.state,
            (case.received_at - _EPOCH) // _MICROSECOND,
            max(event.seq or 0 for event in events),
            "\n".join(words),
            _encode(queue_row(case, limits)).decode(),
        )

    def _joins(self, room: UUID, case_ids: Sequence[UUID], upto: int) -> dict[UUID, list[Event]]:
        with self._connection.cursor(binary=True) as cursor:
            rows = cursor.execute(_JOINS, (room, list(case_ids), upto, list(KINDS))).fetchall()
        return {case_id: list(map(event_of, told)) for case_id, told in _by_case(rows)}


def event_of(row: Sequence[Any]) -> Event:
    """A row of the log as an event."""
    (
        id_,
        stream,
        stream_id,
        kind,
        version,
        happened,
        at,
        actor,
        desk,
        body,
        audience,
        seq,
        place,
        recorded,
        number,
    ) = row
    return Event(
        id_,
        stream,
        stream_id,
        kind,
        version,
        _fromtimestamp(happened / 1e6, UTC),
        _fromtimestamp(at / 1e6, UTC),
        actor,
        desk,
        _read(body),
        audience,
        seq,
        place,
        _fromtimestamp(recorded / 1e6, UTC),
        None,
        number,
    )


def _opened(rows: Iterable[Sequence[Any]], ciphers: Ciphers, *, is_erased: bool) -> list[Event]:
    """The events as they were said, as far as their keys are there; of an erased case what is in clear."""
    return [_open(event, ciphers, is_erased=is_erased) for event in map(event_of, rows)]


def _open(event: Event, ciphers: Ciphers, *, is_erased: bool) -> Event:
    body = event.body
    if is_erased:
        clear = clear_of(event.stream, event.kind, body)
        return event if len(clear) == len(body) else event._replace(body=clear | {SEALED: ""})
    cipher = ciphers.get(str(body.get(SEALED_BY))) if SEALED in body else None
    if cipher is None:
        return event
    said = sealing.opened(cipher, event.id.bytes, of=event.stream_id, kind=event.kind, body=body)
    return event._replace(body=said)


def _read(body: str) -> Any:
    """A body that nobody can read folds to nothing: whoever wrote it may stop nobody."""
    try:
        return {} if is_too_deep(body) else _decode(body)
    except msgspec.DecodeError:
        return {}


def _by_case(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[UUID, list[Sequence[Any]]]]:
    for case_id, told in groupby(rows, key=itemgetter(2)):
        yield case_id, list(told)


def _now() -> int:
    return time.time_ns() // 1000

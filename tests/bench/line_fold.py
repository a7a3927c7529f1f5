"""Fold: stored events to cases in bulk, and one event more on an open case."""

import gc
import hashlib
import random
import time
from binascii import a2b_base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import invented
import msgspec
from measure import Line, Lines, Options, by_turns
from rawstore import raw_connection
from seed import empty_profile

from controlroom.casework.ports import NewEvent
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, Event
from controlroom.domain.fold import advance, fold
from controlroom.store import open_profile
from controlroom.store.care.seals import Seals
from controlroom.store.eventlog import EVENT_COLUMNS, event_of
from controlroom.store.reading.cases import TOLD_COLUMNS, case_of_rows

Row = tuple[Any, ...]
_BODY = 12  # its place among EVENT_COLUMNS
_decode_words = msgspec.json.Decoder(dict[str, Any]).decode


class RawEvent(msgspec.Struct):
    """An event as one JSON text, decoded by msgspec with all its types."""

    id: UUID
    stream_id: UUID
    kind: str
    happened_at: datetime
    at: datetime
    actor: str
    desk: str
    body: dict[str, Any]


@dataclass(slots=True)
class RawCase:
    """What the trivial fold keeps."""

    count: int = 0
    kind: str = ""
    owner: str = ""
    last_at: datetime | None = None
    number: str = ""


def run(options: Options) -> Iterator[Lines]:
    """The two figures of the fold."""
    cases = 300 if options.is_quick else 3000
    with empty_profile() as folder:
        _store(folder, cases)
        with raw_connection(folder, read_only=True) as connection:
            rows, told = _stored(connection)
            seals = Seals(connection)
            raw = _Raw(rows, connection, seals)
            yield {"fold, bulk": _bulk(options, raw, _by_stream(told), seals)}
            yield {"fold, one more event": _one_more(rows, options, seals)}


def _store(folder: Any, cases: int) -> None:
    """Whole stories of 12 kinds, through the writer."""
    rng = random.Random(7)
    profile = open_profile(folder)
    bodies = [
        invented.alert_body(rng, number="", handle=f"user{at}", phone=f"98{at:08d}") for at in range(50)
    ]
    for start in range(0, cases, 500):
        with profile.writer.write(actor="asha", is_person=False) as tx:
            for at in range(start, min(cases, start + 500)):
                body = {**bodies[at % 50], "number": tx.next_number()}
                for kind, told in invented.story(rng, body, length=12):
                    tx.append([NewEvent(CASE, UUID(int=at + 1), kind, told)])
    profile.close()


def _stored(connection: Any) -> tuple[list[Row], list[Row]]:
    """Rows as SQLite gives them: whole events, and as much of them as the fold asks for, after the id of
    their case."""
    whole, told = (
        connection.execute(
            f"SELECT {columns} FROM events WHERE stream = 'case' ORDER BY stream_id, pos"
        ).fetchall()
        for columns in (EVENT_COLUMNS, f"stream_id, {TOLD_COLUMNS}")
    )
    return whole, told


class _Raw:
    """The same work by bare libraries: JSON into a struct, the words opened, five fields kept."""

    def __init__(self, rows: Sequence[Row], connection: Any, seals: Seals) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        kept = connection.execute("SELECT id, key FROM person_seals").fetchall()
        self._ciphers = {str(UUID(bytes=id_)): AESGCM(key) for id_, key in kept}
        events = [event_of(row, seals) for row in rows]
        self.in_clear = [_as_json(event, event.body) for event in events]
        self._as_stored = [
            _as_json(event, msgspec.Raw(row[_BODY].encode())) for event, row in zip(events, rows, strict=True)
        ]

    def fold(self) -> list[RawCase]:
        """Of what is stored: sealed."""
        return _raw_fold(self._as_stored, self._opened)

    def fold_in_clear(self) -> list[RawCase]:
        """Of the same events, had nobody sealed them."""
        return _raw_fold(self.in_clear, lambda event: event.body)

    def _opened(self, event: RawEvent) -> Mapping[str, Any]:
        body = event.body
        if "sealed" not in body:
            return body
        name = event.id.bytes
        nonce = hashlib.sha256(b"controlroom nonce\0" + name).digest()[:12]
        about = name + event.stream_id.bytes + event.kind.encode()
        words = self._ciphers[body["seal"]].decrypt(nonce, a2b_base64(body["sealed"]), about)
        return body | _decode_words(words)


def _raw_fold(texts: Sequence[bytes], body_of: Callable[[RawEvent], Mapping[str, Any]]) -> list[RawCase]:
    decode = msgspec.json.Decoder(RawEvent).decode
    cases: dict[UUID, RawCase] = {}
    for text in texts:
        event = decode(text)
        body = body_of(event)
        case = cases.get(event.stream_id)
        if case is None:
            case = cases[event.stream_id] = RawCase()
        case.count += 1
        case.kind, case.last_at = event.kind, event.at
        if event.kind == "case_claimed":
            case.owner = event.actor
        elif event.kind == "alert_received":
            case.number = body["number"]
    return list(cases.values())


def _as_json(event: Event, body: Any) -> bytes:
    told = {name: getattr(event, name) for name in RawEvent.__struct_fields__}
    return msgspec.json.encode(told | {"body": body})


def _by_stream(told: Sequence[Row]) -> list[tuple[UUID, list[Row]]]:
    found: dict[bytes, list[Row]] = {}
    for stream_id, *row in told:
        found.setdefault(stream_id, []).append(tuple(row))
    return [(UUID(bytes=stream), of_case) for stream, of_case in found.items()]


def _bulk(options: Options, raw: _Raw, streams: list[tuple[UUID, list[Row]]], seals: Seals) -> Line:
    gc.collect()
    gc.freeze()  # the rows and texts that wait in memory are no part of either side's work

    def ours() -> list[Case | None]:
        return [case_of_rows(case_id, of_case, seals) for case_id, of_case in streams]

    _, _, collected = by_turns(ours, raw.fold, rounds=options.rounds(7), clock=time.thread_time)
    gc.disable()  # as in the program, whose Collector looks now and then, on the Qt thread
    mine, theirs, ratio = by_turns(ours, raw.fold, rounds=options.rounds(15), clock=time.thread_time)
    _, in_clear, to_clear = by_turns(
        ours, raw.fold_in_clear, rounds=options.rounds(7), clock=time.thread_time
    )
    gc.enable()
    events = len(raw.in_clear)
    ours_a_s, raw_a_s, share = events / mine, events / theirs, 1 / ratio
    return Line(
        ours=ours_a_s,
        raw=raw_a_s,
        ratio=share,
        budget=">= 0.4x raw",
        within=share >= 0.4,
        unit="events/s",
        how=f"{events:,} stored events of 12 kinds in {len(streams):,} cases, rows in memory, sealed; raw:"
        " the same events as JSON texts by msgspec into a typed struct, opened by the same cipher, a fold of"
        " five fields; both in time of the thread, without the collector, as beside the window",
        more={
            "ratio_with_collector": 1 / collected,
            "raw_in_clear": events / in_clear,
            "ratio_to_raw_in_clear": 1 / to_clear,
        },
    )


def _one_more(rows: Sequence[Row], options: Options, seals: Seals) -> Line:
    """An open case of eight events and one more of each common kind."""
    events = [event_of(row, seals) for row in rows[:12]]
    case = fold(events[0].stream_id, events[:8])
    further = [events[5], events[6], events[7], events[2], events[4]]
    took: list[float] = []
    many = 200 if options.is_quick else 1000
    gc.collect()
    for _ in range(options.rounds(15)):
        started = time.thread_time()
        for _ in range(many):
            for event in further:
                after = advance(case, event)
        took.append((time.thread_time() - started) / many / len(further))
    assert isinstance(after, Case)
    value = sorted(took)[len(took) // 2] * 1e6
    return Line(
        ours=value,
        raw=None,
        ratio=None,
        budget="<= 10 us",
        within=value <= 10,
        unit="us",
        how="advance() of a case with 8 events by a note, a hand-over, a report, a triage, a place; time of"
        " the thread, median",
    )

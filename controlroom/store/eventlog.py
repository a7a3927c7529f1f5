"""The event log of this desk: rows to events and back, the hash chain, append."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID, SafeUUID

import msgspec

from controlroom.casework.ports import NewEvent
from controlroom.domain.events import KINDS, Event, audience_of, new_id

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode
_fromtimestamp = datetime.fromtimestamp
# A UUID refuses to be set: past its own `__setattr__`, by the slots themselves.
_new_uuid, _int_of, _UNKNOWN = UUID.__new__, int.from_bytes, SafeUUID.unknown
_set_int, _set_safe = vars(UUID)["int"].__set__, vars(UUID)["is_safe"].__set__
_as_tuple = tuple.__new__
_COLUMNS = (
    "id, stream, stream_id, kind, version, happened_at, at, actor, desk, body, audience,"
    " coalesce(seq, lsn), coalesce(stream_seq, pos), coalesce(recorded_at, at), hash"
)
_INSERT = (
    "INSERT INTO events (id, stream, stream_id, pos, kind, version, happened_at, at, actor, desk, audience,"
    " body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def micros(moment: datetime) -> int:
    """Aware time to microseconds since 1970, UTC."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(value: int) -> datetime:
    """Microseconds since 1970 to an aware UTC time."""
    return _fromtimestamp(value / 1e6, UTC)


def uuid_of(data: bytes) -> UUID:
    """The same as UUID(bytes=data) in a fifth of the time: every event read makes one."""
    made = _new_uuid(UUID)
    _set_int(made, _int_of(data, "big"))
    _set_safe(made, _UNKNOWN)
    return made


_stream_uuid = lru_cache(maxsize=256)(uuid_of)  # rows come stream by stream


def event_of(row: Sequence[Any]) -> Event:
    """A stored row as an event; while this desk is alone, its own order stands for the room's."""
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
        pos,
        rec,
        digest,
    ) = row
    entered = _fromtimestamp(at / 1e6, UTC)
    told = (
        uuid_of(id_),
        stream,
        _stream_uuid(stream_id),
        kind,
        version,
        entered if happened == at else _fromtimestamp(happened / 1e6, UTC),
        entered,
        actor,
        desk,
        _decode(body),
        audience,
        seq,
        pos,
        entered if rec == at else _fromtimestamp(rec / 1e6, UTC),
        digest,
    )
    return _as_tuple(Event, told)


def events_of(connection: Any, stream_id: UUID) -> list[Event]:
    """All events of one stream, in order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM events WHERE stream_id = ? ORDER BY pos",  # noqa: S608  constant columns
        (stream_id.bytes,),
    )
    return [event_of(row) for row in rows]


def events_after(connection: Any, lsn: int, limit: int = 500) -> list[tuple[int, Event]]:
    """Events that were appended after local number `lsn`, with their numbers."""
    rows = connection.execute(
        f"SELECT {_COLUMNS}, lsn FROM events WHERE lsn > ? ORDER BY lsn LIMIT ?",  # noqa: S608
        (lsn, limit),
    )
    return [(row[-1], event_of(row[:-1])) for row in rows]


def last_lsn(connection: Any) -> int:
    """The highest local number there is."""
    return int(connection.execute("SELECT coalesce(max(lsn), 0) FROM events").fetchone()[0])


def link(previous: bytes, fields: Iterable[str | bytes | int]) -> bytes:
    """The hash of an event, chained on the one before it: SHA-256 over length-marked fields."""
    chain = hashlib.sha256(b"controlroom event 1\0" + previous)
    for value in fields:
        data = value if isinstance(value, bytes) else str(value).encode()
        chain.update(len(data).to_bytes(8, "big") + data)
    return chain.digest()


class Appender:
    """Appends events inside one transaction; knows the head of the chain and of each stream in it."""

    def __init__(self, connection: Any, *, actor: str, desk: str, now: datetime) -> None:
        self._connection = connection
        self._actor, self._desk, self.now = actor, desk, now
        self._head: tuple[int, bytes] | None = None
        self._positions: dict[UUID, int] = {}

    def begins(self, stream_id: UUID) -> None:
        """This stream is known to have no event yet."""
        self._positions[stream_id] = 0

    def append(self, new: NewEvent) -> Event:
        """Store one event at the end of the log and of its stream."""
        lsn, previous = self._head or self._read_head()
        position = self._next_position(new.stream_id)
        kind = KINDS[new.kind]
        body = _encode(new.body).decode()
        audience = audience_of(new.kind)
        at, happened = micros(self.now), micros(new.happened_at or self.now)
        id_ = new_id()
        told = (id_.bytes, new.stream, new.stream_id.bytes, new.kind, kind.version, happened, at)
        digest = link(previous, (*told, self._actor, self._desk, audience, body))
        row = (id_.bytes, new.stream, new.stream_id.bytes, position, new.kind, kind.version, happened, at)
        self._connection.execute(_INSERT, (*row, self._actor, self._desk, audience, body, digest))
        self._head = (lsn + 1, digest)
        self._positions[new.stream_id] = position
        return Event(
            id_,
            new.stream,
            new.stream_id,
            new.kind,
            kind.version,
            moment(happened),
            moment(at),
            self._actor,
            self._desk,
            _decode(body),
            audience,
            lsn + 1,
            position,
            moment(at),
            digest,
        )

    def _read_head(self) -> tuple[int, bytes]:
        row = self._connection.execute("SELECT lsn, hash FROM events ORDER BY lsn DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, b"")

    def _next_position(self, stream_id: UUID) -> int:
        known = self._positions.get(stream_id)
        if known is None:
            row = self._connection.execute(
                "SELECT max(pos) FROM events WHERE stream_id = ?", (stream_id.bytes,)
            ).fetchone()
            known = row[0] or 0
        return known + 1


def first_broken(connection: Any) -> int | None:
    """Re-compute the chain; the local number of the first event that does not fit, None when all do."""
    previous, expected = b"", 1
    rows = connection.execute(
        "SELECT lsn, id, stream, stream_id, kind, version, happened_at, at, actor, desk, audience, body, hash"
        " FROM events ORDER BY lsn"
    )
    for lsn, *fields, digest in rows:
        if lsn != expected or link(previous, fields) != digest:
            return int(lsn) if lsn == expected else expected
        previous, expected = digest, expected + 1
    return None

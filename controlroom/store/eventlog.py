"""The event log of this desk: rows to events and back, the hash chain, append."""

import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from operator import itemgetter
from typing import Any
from uuid import UUID, SafeUUID

import msgspec

from controlroom.casework.ports import NewEvent
from controlroom.domain.events import KINDS, Event, audience_of, new_id
from controlroom.domain.fold import UNCONFIRMED
from controlroom.domain.sealed import SEALED
from controlroom.store.care.seals import KEY_COLUMN, Seals, Secrets, new_secret

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode
_fromtimestamp = datetime.fromtimestamp
# A UUID refuses to be set: past its own `__setattr__`, by the slots themselves.
_new_uuid, _int_of, _UNKNOWN = UUID.__new__, int.from_bytes, SafeUUID.unknown
_set_int, _set_safe = vars(UUID)["int"].__set__, vars(UUID)["is_safe"].__set__
_as_tuple = tuple.__new__
_length = struct.Struct(">Q").pack
EVENT_COLUMNS = (
    "stream_seq, pos, refused, id, stream, stream_id, kind, version, happened_at, at, coalesce(login, actor),"
    " desk, coalesce(sent_body, body), audience, lsn, seq, recorded_at, coalesce(room_hash, hash), number,"
    f" {KEY_COLUMN}"
)
_OF_STREAM = f"SELECT {EVENT_COLUMNS} FROM events WHERE stream_id = ? ORDER BY pos"  # noqa: S608  constant columns
_place_in_room = itemgetter(0)
FIRST_KIND = "alert_received"
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


def event_of(row: Sequence[Any], seals: Seals, *, is_shared: bool = False) -> Event:
    """A stored row as an event, opened. While the room has none of it, the desk's own order stands in."""
    (
        stream_seq,
        pos,
        _,
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
        lsn,
        seq,
        recorded,
        digest,
        number,
        key,
    ) = row
    if key is not None:
        seals.take(key)
    entered = _fromtimestamp(at / 1e6, UTC)
    if seq is None and not is_shared:
        stream_seq, seq, recorded = pos, lsn, at
    event_id, file, said = uuid_of(id_), _stream_uuid(stream_id), _decode(body)
    told = (
        event_id,
        stream,
        file,
        kind,
        version,
        entered if happened == at else _fromtimestamp(happened / 1e6, UTC),
        entered,
        actor,
        desk,
        seals.opened(id_, stream, file, kind=kind, body=said),
        audience,
        seq,
        stream_seq,
        entered if recorded == at else None if recorded is None else _fromtimestamp(recorded / 1e6, UTC),
        digest,
        number or "",
    )
    return _as_tuple(Event, told)


def events_of(connection: Any, stream_id: UUID) -> list[Event]:
    """The events of one stream that count: what the room has, in its order, then what is pending here."""
    rows = _rows_of(connection, stream_id)
    is_shared = any(map(_place_in_room, rows))
    standing = [row for row in rows if row[2] is None or (row[6] == FIRST_KIND and not is_shared)]
    if is_shared:
        standing.sort(key=_place)
    seals = Seals(connection)
    return [event_of(row, seals, is_shared=is_shared) for row in standing]


def refused_of(connection: Any, stream_id: UUID) -> list[tuple[Event, str]]:
    """What the shared database did not take of a stream, and why."""
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM events WHERE stream_id = ? AND refused IS NOT NULL ORDER BY lsn",  # noqa: S608
        (stream_id.bytes,),
    ).fetchall()
    seals = Seals(connection)
    return [(event_of(row, seals, is_shared=True), row[2]) for row in rows]


def _rows_of(connection: Any, stream_id: UUID) -> list[Sequence[Any]]:
    found: list[Sequence[Any]] = connection.execute(_OF_STREAM, (stream_id.bytes,)).fetchall()
    return found


def _place(row: Sequence[Any]) -> tuple[int, int]:
    return (UNCONFIRMED if row[0] is None else row[0], row[1])


def events_after(connection: Any, lsn: int, limit: int = 500) -> list[tuple[int, Event]]:
    """Events that were appended after local number `lsn`, with their numbers."""
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM events WHERE lsn > ? ORDER BY lsn LIMIT ?",  # noqa: S608  constant columns
        (lsn, limit),
    )
    seals = Seals(connection)
    return [(row[14], event_of(row, seals)) for row in rows]


def last_lsn(connection: Any) -> int:
    """The highest local number there is."""
    return int(connection.execute("SELECT coalesce(max(lsn), 0) FROM events").fetchone()[0])


@lru_cache(maxsize=1024)
def _marked(value: str | int | None) -> bytes:
    """A field that many events have alike, behind its length."""
    data = str(value).encode()
    return _length(len(data)) + data


def link(previous: bytes, fields: Sequence[Any]) -> bytes:
    """The hash of an event, chained on the one before it: SHA-256 over length-marked fields."""
    id_, stream, stream_id, kind, version, happened, at, actor, desk, audience, body = fields
    entered, said = b"%d" % at, body.encode()
    on_ground = entered if happened == at else b"%d" % happened
    parts = (
        b"controlroom event 1\0",
        previous,
        _length(len(id_)),
        id_,
        _marked(stream),
        _length(len(stream_id)),
        stream_id,
        _marked(kind),
        _marked(version),
        _length(len(on_ground)),
        on_ground,
        _length(len(entered)),
        entered,
        _marked(actor),
        _marked(desk),
        _marked(audience),
        _length(len(said)),
        said,
    )
    return sha256(b"".join(parts)).digest()


def without_nul(value: Any) -> Any:
    """The same without the character that PostgreSQL's text cannot hold."""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, Mapping):
        return {without_nul(name): without_nul(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [without_nul(item) for item in value]
    return value


def body_text(body: Mapping[str, Any]) -> str:
    """A body as it is stored and sent."""
    text = _encode(body).decode()
    return _encode(without_nul(body)).decode() if "\\u0000" in text else text


_PLACE = (
    "SELECT coalesce((SELECT max(pos) FROM events WHERE stream_id = ?1), 0),"
    " EXISTS (SELECT 1 FROM held WHERE stream_id = ?1)"
)


class Chain:
    """Puts rows at the end of this desk's log, each chained on the one before; lives in one transaction."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._head: tuple[int, bytes] | None = None
        self._positions: dict[bytes, int] = {}

    def begins(self, stream_id: bytes, after: int = 0) -> None:
        """This stream is known to have so many events."""
        self._positions[stream_id] = after

    def next_row(self, told: tuple[Any, ...]) -> tuple[int, int, bytes]:
        """(lsn, place in its stream, hash) of the row that holds these fields, in the order stored."""
        if self._head is None:
            row = self._connection.execute(
                "SELECT lsn, hash FROM events ORDER BY lsn DESC LIMIT 1"
            ).fetchone()
            self._head = (row[0], row[1]) if row else (0, b"")
        lsn, previous = self._head
        stream_id = told[2]
        position = self._positions.get(stream_id)
        if position is None:
            row = self._connection.execute(
                "SELECT max(pos) FROM events WHERE stream_id = ?", (stream_id,)
            ).fetchone()
            position = row[0] or 0
        self._head = (lsn + 1, link(previous, told))
        self._positions[stream_id] = position + 1
        return lsn + 1, position + 1, self._head[1]


class Appender:
    """Appends what happens at this desk, inside one transaction."""

    def __init__(
        self,
        connection: Any,
        *,
        actor: str,
        desk: str,
        now: datetime,
        given: str = "",
        secrets: Secrets = new_secret,
    ) -> None:
        self._connection, self._chain = connection, Chain(connection)
        self.seals = Seals(connection, secrets)
        self._shared: dict[bytes, bool] = {}  # whether the room has an event of the stream
        self._actor, self._desk, self.now = actor, desk, now
        self._entered_as = {"entered_as": given} if given and given != actor else {}

    def append(self, new: NewEvent) -> Event:
        """Store one event at the end of the log and of its stream."""
        kind = KINDS[new.kind]
        text = body_text({**new.body, **self._entered_as} if self._entered_as else new.body)
        audience = audience_of(new.kind)
        at, happened = micros(self.now), micros(new.happened_at or self.now)
        id_ = new_id()
        said = _decode(text)
        closed = self.seals.sealed(
            id_, new.stream, new.stream_id, kind=new.kind, audience=audience, body=said
        )
        body = text if closed is said else _encode(closed).decode()
        when = (kind.version, happened, at)
        told = (
            id_.bytes,
            new.stream,
            new.stream_id.bytes,
            new.kind,
            *when,
            self._actor,
            self._desk,
            audience,
            body,
        )
        is_shared = self._is_shared(new.stream_id.bytes)
        lsn, position, digest = self._chain.next_row(told)
        self._connection.execute(_INSERT, (*told[:3], position, *told[3:], digest))
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
            said if closed is said or closed[SEALED] else closed,
            audience,
            None if is_shared else lsn,
            None if is_shared else position,
            None if is_shared else moment(at),
            digest,
        )

    def _is_shared(self, stream_id: bytes) -> bool:
        if stream_id not in self._shared:
            place, is_shared = self._connection.execute(_PLACE, (stream_id,)).fetchone()
            self._chain.begins(stream_id, place)
            self._shared[stream_id] = bool(is_shared)
        return self._shared[stream_id]


def is_in_room(connection: Any, stream_id: bytes) -> bool:
    """Whether the room has an event of this stream, as far as this desk knows."""
    return connection.execute("SELECT 1 FROM held WHERE stream_id = ?", (stream_id,)).fetchone() is not None


def first_broken(connection: Any) -> int | None:
    """Re-compute the chain; the local number of the first event that does not fit, None when all do."""
    previous, expected = b"", 1
    rows = connection.execute(
        "SELECT lsn, id, stream, stream_id, kind, version, happened_at, at, actor, desk, audience, body, hash"
        " FROM events ORDER BY lsn"
    )
    for lsn, *fields, digest in rows:
        if lsn != expected or not _follows(previous, fields, digest):
            return int(lsn) if lsn == expected else expected
        previous, expected = digest, expected + 1
    return None


def _follows(previous: bytes, fields: Sequence[Any], digest: bytes) -> bool:
    try:
        return link(previous, fields) == digest
    except (TypeError, AttributeError):  # somebody has put a value of another kind there
        return False

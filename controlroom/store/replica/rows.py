"""Rows of the room's log as events, and their way into this desk's log: many in one statement."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from controlroom.casework.room.sharing import SharedEvent
from controlroom.domain.events import Event, is_too_deep
from controlroom.domain.sealed import SEALED, SEALED_BY, sealed_with
from controlroom.store.care.seals import Seals
from controlroom.store.eventlog import Chain, moment
from controlroom.store.together import insert

NUMBERED = (
    "UPDATE events SET seq = ?, stream_seq = ?, recorded_at = ?, number = ?, salt = ?, digest = ?,"
    " room_hash = ?, refused = NULL WHERE id = ?"
)
_INSERT = (
    "INSERT INTO events (id, stream, stream_id, pos, kind, version, happened_at, at, actor, desk, audience,"
    " body, hash, seq, stream_seq, recorded_at, number, salt, digest, room_hash)"
)
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


@lru_cache(maxsize=256)
def _desk_of(number: int) -> str:
    return str(UUID(int=number))


class CannotApply(Exception):  # noqa: N818  a row's trouble, told in its own words
    """No event can be made of this row."""


class NotTogether(Exception):  # noqa: N818  an answer, not a fault
    """One of the rows did not go in: each has to be tried by itself."""


class Rows:
    """Puts rows at the end of this desk's log, inside one transaction.

    Together they go in with `write`; tried `one_by_one`, each goes in at once, or it is told why not.
    """

    def __init__(
        self, connection: Any, *, one_by_one: bool, beforehand: Mapping[int, Event] | None = None
    ) -> None:
        self._connection, self._one_by_one = connection, one_by_one
        self._beforehand = beforehand or {}
        self._chain, self._seals = Chain(connection), Seals(connection)
        self._waiting: list[tuple[Any, ...]] = []
        self.lacked: list[tuple[str, str, UUID]] = []  # keys that did not come before what they seal

    def look_anew(self) -> None:
        """Keys may have gone in this transaction."""
        self._seals = Seals(self._connection)

    def begins(self, stream_id: bytes) -> None:
        """This stream is known to have no event yet."""
        self._chain.begins(stream_id)

    def add(self, stream_id: bytes, row: SharedEvent) -> Event:
        """The row as an event. Raises CannotApply."""
        event = self.event_of(row)
        when, said = row[6:9], (row.actor, event.desk, row.audience, row.body)
        told = (event.id.bytes, row.stream, stream_id, row.kind, *when, *said)
        _, position, own_hash = self._chain.next_row(told)
        numbers = (row.seq, row.stream_seq, row.recorded_at, *row[14:])
        self._waiting.append((*told[:3], position, *told[3:], own_hash, *numbers))
        if self._one_by_one:
            try:
                self.write()
            except NotTogether as double:
                raise CannotApply("another event has its id or its number") from double
        return event

    def write(self) -> None:
        """What was added and is not in the log yet. Raises NotTogether."""
        waiting, self._waiting = self._waiting, []
        try:
            insert(self._connection, _INSERT, waiting)
        except sqlcipher.IntegrityError as double:
            self._chain = Chain(self._connection)
            raise NotTogether from double

    def event_of(self, row: SharedEvent) -> Event:
        """The row as an event, opened. Raises CannotApply."""
        known = self._beforehand.get(row.seq)
        if known is not None and not self._seals.is_erased(known.stream_id):
            return known
        event = event_of(row)
        said = event.body
        body = self._seals.opened(event.id.bytes, event.stream, event.stream_id, kind=event.kind, body=said)
        if body is not said:
            return event._replace(body=body)
        of = sealed_with(event.stream, event.stream_id, event.kind, said) if SEALED in said else None
        if of is not None:
            self.lacked.append((str(said.get(SEALED_BY)), event.stream, of))
        return event


def event_of(row: SharedEvent) -> Event:
    """The row as an event, sealed as it is. Raises CannotApply."""
    seq, id_, stream, stream_id, place, kind, version, happened, at, actor, desk, body, *_ = row
    recorded = row.recorded_at
    if happened is None or at is None or body is None or recorded is None:
        raise CannotApply("something is missing in it")
    if id_ is None or stream_id is None or kind is None or actor is None or desk is None:
        raise CannotApply("something is missing in it")
    if is_too_deep(body):
        raise CannotApply("it cannot be read (too deep)")
    try:
        entered = moment(at)
        told = (
            id_,
            stream,
            stream_id,
            kind,
            version or 1,
            entered if happened == at else moment(happened),
            entered,
            actor,
            _desk_of(desk.int),
            _decode(body),
            row.audience or "",
            seq,
            place,
            entered if recorded == at else moment(recorded),
            row.hash,
            row.number or "",
        )
    except (ValueError, OverflowError, OSError, RecursionError) as broken:
        raise CannotApply(f"it cannot be read ({type(broken).__name__})") from broken
    return _made(Event, told)


def number_event(connection: Any, event_id: bytes, told: Any) -> None:
    """Write down the numbers that the room gave an event, in a row or an answer."""
    connection.execute("DELETE FROM stubs WHERE seq = ?", (told.seq,))
    numbers = (told.seq, told.stream_seq, told.recorded_at, told.number, told.salt, told.digest, told.hash)
    connection.execute(NUMBERED.replace("UPDATE", "UPDATE OR IGNORE", 1), (*numbers, event_id))

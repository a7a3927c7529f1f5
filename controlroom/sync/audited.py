"""The shared log as the audit reads it: by a desk's own login, or by an administrator of the server."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg

from controlroom.casework.room.sharing import Account, Memory, SharedEvent
from controlroom.errors import BadInput
from controlroom.sync.connection import Connection, open_connection, parts_of
from controlroom.sync.faults import plain_fault
from controlroom.sync.hosts import connect
from controlroom.sync.server.setup import room_of
from controlroom.sync.session import login_of
from controlroom.sync.shared import Shared
from controlroom.sync.verify import PAGE

_HASHES = 2_000  # that one question may ask for
_ROWS = (
    "SELECT seq, id, stream, stream_id, stream_seq, kind, version, happened_at, at, actor, desk, body,"
    " audience, recorded_at, number, salt, digest, hash FROM log.events WHERE room = %s"
)


class OfDesk:
    """By the functions that every login may call. Implements verify's Log."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def end(self) -> tuple[int, bytes]:
        head = self._shared.head()
        return head.seq, head.hash

    def rows(self, after: int, most: int) -> Sequence[SharedEvent]:
        return self._shared.pull(after, most)[1]

    def stream(self, stream_id: UUID, after: int, most: int) -> Sequence[SharedEvent]:
        return self._shared.pull_streams({stream_id: after}, most)

    def hashes(self, seqs: Sequence[int]) -> Mapping[int, bytes]:
        return self._shared.hashes(seqs)

    def hashes_before(self, seqs: Sequence[int]) -> Mapping[int, bytes]:
        """The hash of the event before each of these."""
        found: dict[int, bytes] = {}
        for start in range(0, len(seqs), _HASHES):
            found |= self._shared.hashes([seq - 1 for seq in seqs[start : start + _HASHES]])
        return {seq: found[seq - 1] for seq in seqs if seq - 1 in found}

    def between(self, after: int, upto: int) -> Iterator[SharedEvent]:
        """Everything of the room in order, page by page."""
        while after < upto and (rows := self.rows(after, PAGE)):
            yield from (row for row in rows if row.seq <= upto)
            after = rows[-1].seq

    def case_of_number(self, number: str) -> UUID | None:
        """The case that bears this number, room's or desk's."""
        return self._shared.case_of_number(number.strip().upper())


class OfAdministrator:
    """Straight from the table, stubs nowhere. Implements verify's Log."""

    def __init__(self, connection: Connection, room: UUID) -> None:
        self._connection, self._room = connection, room

    def end(self) -> tuple[int, bytes]:
        [row] = self._ask("SELECT last_seq, last_hash FROM log.heads WHERE room = %s")
        return row[0], row[1]

    def rows(self, after: int, most: int) -> Sequence[SharedEvent]:
        found = self._ask(f"{_ROWS} AND seq > %s ORDER BY seq LIMIT %s", after, most)
        return list(map(SharedEvent._make, found))

    def stream(self, stream_id: UUID, after: int, most: int) -> Sequence[SharedEvent]:
        query = f"{_ROWS} AND stream_id = %s AND stream_seq > %s ORDER BY stream_seq LIMIT %s"
        return list(map(SharedEvent._make, self._ask(query, stream_id, after, most)))

    def hashes(self, seqs: Sequence[int]) -> Mapping[int, bytes]:
        query = "SELECT seq, hash FROM log.events WHERE room = %s AND seq = ANY (%s::bigint[])"
        return dict(self._ask(query, list(seqs)))

    def case_of_number(self, number: str) -> UUID | None:
        """The case that bears this number: the room's, or a desk's where the index of cases knows it."""
        wanted = number.strip().upper()
        found = self._ask(
            "SELECT case_id FROM work.case_index WHERE room = %s AND %s = ANY (numbers)", wanted
        )
        found = found or self._ask("SELECT stream_id FROM log.events WHERE room = %s AND number = %s", wanted)
        return found[0][0] if found else None

    def _ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._connection.cursor(binary=True) as cursor:
            return cursor.execute(query.encode(), (self._room, *values)).fetchall()


@contextmanager
def of_desk(account: Account, password: str | None, memory: Memory) -> Iterator[OfDesk]:
    """The log by a connected desk's login. Raises WorldFault or BadInput."""
    shared, _ = connect(login_of(account, password), memory)
    try:
        yield OfDesk(shared)
    finally:
        shared.close()


@contextmanager
def of_dsn(dsn: str, room: str | None, *, plain_loopback: bool) -> Iterator[OfDesk | OfAdministrator]:
    """The log by whoever the address names: a superuser of the server, or a login of the room."""
    user = parts_of(dsn).get("user", "")
    connection = open_connection(dsn, plain_loopback=plain_loopback)
    try:
        row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user").fetchone()
        if row and row[0]:
            yield OfAdministrator(connection, room_of(connection, room))
        else:
            yield OfDesk(Shared(connection, user))
    except psycopg.Error as fault:
        raise plain_fault(fault, {"user": user}) from fault
    finally:
        connection.close()


def demand(case_id: UUID | None, number: str) -> UUID:
    """The case, or one plain sentence."""
    if case_id is None:
        raise BadInput("There is no case {number} in the room; look at the number again.", number=number)
    return case_id

"""The functions of the shared database, one typed call each, on one connection. One thread at a time."""

import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import starmap
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import psycopg

from controlroom.casework.room.fetching import Intake
from controlroom.casework.room.sharing import Answer, Present, Seal, SharedEvent
from controlroom.errors import WorldFault
from controlroom.sync.calls import Calls, Value
from controlroom.sync.connection import CALL_S, Connection
from controlroom.sync.faults import DISABLED, Refused, plain_fault

STATEMENT_MS, LOCK_MS = 15_000, 2_000
OPTIONS = f"-c statement_timeout={STATEMENT_MS} -c lock_timeout={LOCK_MS}"
_BYTES_A_SECOND = 50_000  # the slowest line on which a file is still waited for
_MUCH_S = 10.0  # more time for an answer that may be long
_FEW = 500
_SEEN = (
    "seq, id, stream, stream_id, stream_seq, kind, version, happened_at, at, actor, desk, body, audience,"
    " recorded_at, number, salt, digest, hash"
)
_HEAD = "last_seq, last_hash, (written - '0/0')::bigint, (flushed - '0/0')::bigint, standbys, server_time"
_ANSWER = "id, verdict, why, seq, stream_seq, recorded_at, number, audience, salt, digest, hash"
_HEAD_WIDTH = 6
_APPEND = f"SELECT {_ANSWER} FROM api.append_events($1)"  # noqa: S608  constant columns, as below
_PULL = f"SELECT {_HEAD}, {_SEEN} FROM api.head() LEFT JOIN api.pull($1, $2) ON true"  # noqa: S608
_PULL_STREAMS = f"SELECT {_SEEN} FROM api.pull_streams($1, $2, $3)"  # noqa: S608
_answer = partial(tuple.__new__, Answer)  # a NamedTuple's own is written in Python, and three times as slow
_event = partial(tuple.__new__, SharedEvent)


class Unfit(Exception):  # noqa: N818  an answer, not a fault: something in the batch cannot be stored
    """The database could not read the batch."""


class Cluster(NamedTuple):
    """Which cluster this is, on which time line, and what it runs."""

    system: int
    timeline: int
    is_standby: bool
    version_num: int
    shape: int | None
    oldest_program: int | None


class Welcome(NamedTuple):
    """What the room says to a desk that presents itself."""

    room: UUID
    room_name: str
    roles: tuple[str, ...]
    audiences: tuple[str, ...]
    mark: str
    kinds: Sequence[str]


class Head(NamedTuple):
    """Where the room stands. `written` and `flushed` are positions in the write-ahead log."""

    seq: int
    hash: bytes
    written: int
    flushed: int | None
    standbys: int
    server_time: int
    skew_us: int = 0  # this desk's clock minus the server's
    round_trip_us: int = 0


class Shared:
    """One connection. Raises WorldFault or BadInput, each one plain sentence; `Unfit` from `append`."""

    def __init__(self, connection: Connection, user: str) -> None:
        self._connection, self._user = connection, user
        self._calls = Calls(connection)
        self.is_poked = False
        connection.add_notify_handler(self._poked)

    @property
    def is_open(self) -> bool:
        """Whether there is still a line to the server."""
        return not self._connection.closed

    def fileno(self) -> int:
        """The socket: it can be read when the server said something by itself."""
        return self._connection.fileno()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def cut(self) -> None:
        """From any thread: a call that hangs ends with a fault."""
        with suppress(OSError, psycopg.Error), socket.fromfd(self.fileno(), 0, socket.SOCK_STREAM) as line:
            line.shutdown(socket.SHUT_RDWR)

    def hear(self) -> None:
        """Take in what the server said by itself. Raises WorldFault where the line is gone."""
        try:
            self._connection.pgconn.consume_input()
        except psycopg.Error as fault:
            self._connection.close()
            raise plain_fault(fault, {"user": self._user}) from fault
        while self._connection.pgconn.notifies():
            self.is_poked = True

    def _poked(self, _: object) -> None:
        self.is_poked = True

    def _rows(
        self,
        statement: str,
        values: Sequence[Value] = (),
        extra_s: float = 0.0,
        make: Callable[[Any], Any] = tuple,
    ) -> list[Any]:
        self._connection.deadline_s = CALL_S + extra_s
        try:
            return self._calls.rows(statement, values, make)
        except psycopg.Error as fault:
            raise plain_fault(fault, {"user": self._user}) from fault

    # --- who and where ------------------------------------------------------------------------------------

    def cluster(self) -> Cluster:
        """Which cluster answers. Raises Refused where the login was put out."""
        [row] = self._rows(
            "SELECT system, timeline, is_standby, version_num, shape, oldest_program,"
            " api.my_room() IS NOT NULL FROM api.cluster()"
        )
        *told, is_in = row
        if not is_in:
            raise self._put_out()
        return Cluster(*told)

    def _put_out(self) -> Refused:
        """An administrator may do this from a desk: the login may still log in, and is shown nothing."""
        return Refused(DISABLED.template, user=self._user)

    def hello(self, desk: UUID, mark: str, *, token: UUID, following: UUID, program: str) -> Welcome:
        """Present this desk."""
        [row] = self._rows(
            "SELECT room, room_name, roles, audiences, mark, kinds FROM api.hello($1, $2, $3, $4, $5)",
            (desk, mark, token, following, program),
        )
        room, name, roles, audiences, given, kinds = row
        return Welcome(room, name, tuple(sorted(roles)), tuple(sorted(audiences)), given, kinds)

    def would_let_in(self, desk: UUID, mark: str, *, token: UUID, following: UUID, program: str) -> None:
        """Ask as `hello` does, and keep nothing of it. Raises what `hello` would."""
        with self._connection.transaction(force_rollback=True):
            self.hello(desk, mark, token=token, following=following, program=program)

    def head(self) -> Head:
        """Where the room stands, and how far this desk's clock is off."""
        sent = time.time_ns() // 1000
        [row] = self._rows(f"SELECT {_HEAD} FROM api.head()")  # noqa: S608  constant columns
        return self._head(row, sent)

    def _head(self, row: Sequence[Any], sent: int) -> Head:
        if row[0] is None:
            raise self._put_out()
        came = time.time_ns() // 1000
        return Head._make((*row, (sent + came) // 2 - row[-1], came - sent))

    def projector_lag(self) -> int | None:
        """Events that the index of cases is behind; None where nobody keeps it."""
        rows = self._rows("SELECT behind FROM api.projector_lag()")
        return rows[0][0] if rows else None

    def hashes(self, seqs: Sequence[int]) -> dict[int, bytes]:
        """The hash at each of these numbers."""
        return dict(self._rows("SELECT seq, hash FROM api.hashes($1)", (seqs,)))

    def listen(self, room: UUID) -> None:
        """Be poked when something comes in."""
        self._connection.deadline_s = CALL_S
        try:
            self._connection.execute(f'LISTEN "{channel(room)}"'.encode())
        except psycopg.Error as fault:
            raise plain_fault(fault, {"user": self._user}) from fault

    # --- the log ------------------------------------------------------------------------------------------

    def append(self, batch: bytes) -> list[Answer]:
        """Push a batch, JSON text; one answer an event."""
        try:
            return self._rows(_APPEND, (batch,), make=_answer)
        except WorldFault as fault:
            cause = fault.__cause__
            if isinstance(cause, psycopg.DataError) or getattr(cause, "sqlstate", "") == "54000":
                raise Unfit from cause
            raise

    def pull(self, after: int, most: int) -> tuple[Head, list[SharedEvent]]:
        """What came after a number, and where the room stands: one round trip."""
        sent = time.time_ns() // 1000
        rows = self._rows(_PULL, (after, most), 0.0 if most <= _FEW else _MUCH_S)
        head = self._head(rows[0][:_HEAD_WIDTH], sent)
        return head, [_event(row[_HEAD_WIDTH:]) for row in rows if row[_HEAD_WIDTH] is not None]

    def pull_streams(self, places: dict[UUID, int], most: int) -> list[SharedEvent]:
        """The events of these streams after the place that each is held up to."""
        return self._rows(_PULL_STREAMS, (tuple(places), tuple(places.values()), most), _MUCH_S, _event)

    def working_set(self, since: int, most: int) -> list[tuple[UUID, bool]]:
        """(stream, is it open) of what a new desk takes."""
        return self._rows("SELECT stream_id, is_open FROM api.working_set($1, $2)", (since, most), _MUCH_S)

    # --- the keys of what is said of persons, and in cases -------------------------------------------------

    def put_seals(self, seals: Sequence[Seal]) -> None:
        """Keep keys on the server; those of what was erased it lets fall."""
        told = [
            {"id": one.id, "stream_id": one.file, "audience": one.audience, "key": one.key.hex()}
            for one in seals
        ]
        self._rows("SELECT api.put_person_keys($1)", (msgspec.json.encode(told),))

    def seals(self, ids: Sequence[UUID]) -> list[Seal]:
        """Those of these keys that are there and that this login may have."""
        statement = "SELECT id, stream_id, audience, key FROM api.person_keys($1)"
        return list(starmap(Seal, self._rows(statement, (ids,), _MUCH_S)))

    def erased(self, streams: Sequence[UUID]) -> list[UUID]:
        """Those of these files and cases whose words were erased."""
        rows = self._rows("SELECT stream_id FROM api.erased_among($1)", (streams,))
        return [stream for (stream,) in rows]

    # --- on demand ----------------------------------------------------------------------------------------

    def search(self, words: Sequence[str], most: int) -> list[tuple[UUID, str]]:
        """(case, its line) of cases that hold all these folded words."""
        statement = "SELECT case_id, line FROM api.search_cases(string_to_array($1, ' '), $2)"
        return self._rows(statement, (" ".join(words), most))

    def case_of_number(self, number: str) -> UUID | None:
        """The case that bears this number."""
        [[found]] = self._rows("SELECT api.case_of_number($1)", (number,))
        return UUID(str(found)) if found else None

    def presence(self, desk: UUID, case_id: UUID | None, *, is_typing: bool) -> list[Present]:
        """Say what this desk has open, hear what the others have."""
        rows = self._rows(
            "SELECT login, other_desk, open_case, types FROM api.presence($1, $2, $3)",
            (desk, case_id, is_typing),
        )
        return list(starmap(Present, rows))

    def mail(self, desk: UUID, state: str | None, last_success: int | None) -> list[Intake]:
        """Say how this desk's mail goes (None: it fetches none), hear how everybody's does."""
        rows = self._rows(
            "SELECT login, fetching_desk, standing, success, silent_us FROM api.mail($1, $2, $3)",
            (desk, state, last_success),
        )
        return list(starmap(Intake, rows))

    def put_blob(self, data: bytes) -> None:
        """Keep bytes on the server."""
        self._rows("SELECT api.put_blob($1)", (data,), len(data) / _BYTES_A_SECOND)

    def blob(self, sha256: str) -> bytes | None:
        """Bytes that this login may read."""
        [[data]] = self._rows("SELECT api.blob($1)", (bytes.fromhex(sha256),), 60)
        return bytes(data) if data is not None else None


def channel(room: UUID) -> str:
    """Where the ticker pokes."""
    return f"cr_{room.hex}"

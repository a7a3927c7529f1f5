"""`server run`: projector, ticker and janitor, each on a thread and a connection of its own, kept going."""

import socket
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

import psycopg

from controlroom import log
from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.sync.connection import Connection, open_connection, parts_of
from controlroom.sync.faults import plain_fault
from controlroom.sync.hosts import each_host
from controlroom.sync.server.janitor import Janitor, Tidied
from controlroom.sync.server.projector import Progress, Projector
from controlroom.sync.server.ticker import Ticker

Say = Callable[[Mapping[str, Any]], None]
EVERY_S = 60.0  # a line of health of each part at least so often
_LOOK_S = 0.2
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.1, 3.0
_HUNG_S, _PROJECTOR_HUNG_S = 10.0, 60.0  # without a sign of life: the line is cut, and made anew
_TIMELINE = (
    "SELECT (SELECT system_identifier FROM pg_control_system()),"
    " ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int"
)
_log = log.logger("server")


@dataclass(slots=True)
class Part:
    """One of the three, and how it is. `counts` gives the figures of its health line."""

    name: str
    work: Callable[["Part", Connection, threading.Event], None]
    counts: Callable[[], dict[str, Any]]
    patience_s: float = _HUNG_S
    state: str = "connecting"  # connecting | running | away | ill
    text: str = ""
    beat: float = field(default_factory=time.monotonic)
    connection: Connection | None = None
    thread: threading.Thread | None = None


class Service:
    """All three. `rebuild`: the index of cases is made anew from the first event."""

    def __init__(
        self,
        dsn: str,
        *,
        say: Say,
        room: str | None = None,
        plain_loopback: bool = False,
        rebuild: bool = False,
    ) -> None:
        self._dsn, self._say, self._room, self._plain = dsn, say, room, plain_loopback
        self._rebuild = rebuild
        self._newest: tuple[int, int] | None = None  # cluster and the highest time line seen
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._progress, self._tidied, self._pokes = Progress(), Tidied(), [0]
        self.parts = (
            Part("projector", self._project, lambda: asdict(self._progress), _PROJECTOR_HUNG_S),
            Part("ticker", self._tick, lambda: {"pokes": self._pokes[0]}),
            Part("janitor", self._tidy, lambda: asdict(self._tidied)),
        )

    def run(self, stop: threading.Event, *, every_s: float = EVERY_S) -> None:
        """Until `stop`. Raises BadInput at once where the address or the login cannot be right."""
        with suppress(WorldFault):  # away now: it is tried again by itself
            self._open().close()
        for part in self.parts:
            part.thread = threading.Thread(target=self._keep, args=(part, stop), name=part.name, daemon=True)
            part.thread.start()
        self._watch(stop, every_s)
        self._wake.set()
        for part in self.parts:
            assert part.thread is not None
            part.thread.join(timeout=3)

    def _watch(self, stop: threading.Event, every_s: float) -> None:
        said: dict[str, tuple[str, str]] = {}
        told_at = time.monotonic()
        while True:
            is_over, is_time = stop.wait(_LOOK_S), time.monotonic() - told_at >= every_s
            for part in self.parts:
                if is_time or said.get(part.name) != (part.state, part.text):
                    said[part.name] = (part.state, part.text)
                    self._say(health(part))
                if part.state == "running" and time.monotonic() - part.beat > part.patience_s:
                    _cut(part.connection)
            told_at = time.monotonic() if is_time else told_at
            if is_over:
                return

    def _keep(self, part: Part, stop: threading.Event) -> None:
        pause = _FIRST_PAUSE_S
        while not stop.is_set():
            try:
                with self._connected(part) as connection:
                    part.beat, part.state, part.text, pause = time.monotonic(), "running", "", _FIRST_PAUSE_S
                    part.work(part, connection, stop)
            except ControlRoomError as fault:
                part.state, part.text = "away", str(fault)
            except psycopg.OperationalError as fault:
                part.state, part.text = "away", str(plain_fault(fault, parts_of(self._dsn)))
            except Exception as fault:  # noqa: BLE001  the edge of a loop: shown, and tried again
                part.state, part.text = "ill", log.where(fault)
                _log.error("the %s stopped: %s", part.name, log.where(fault))
            stop.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_S)

    # --- the three ----------------------------------------------------------------------------------------

    def _project(self, part: Part, connection: Connection, stop: threading.Event) -> None:
        projector = Projector(connection, rooms=self._rooms(connection), done=self._progress)
        if self._rebuild:
            projector.rebuild()
            self._rebuild = False
        while not stop.is_set():
            self._wake.clear()
            part.beat = time.monotonic()
            projector.run_once()
            if not projector.done.behind and self._wake.wait(Projector.EVERY_S):
                stop.wait(Projector.BEHIND_S)

    def _tick(self, part: Part, connection: Connection, stop: threading.Event) -> None:
        ticker = Ticker(connection, rooms=self._rooms(connection))
        while not stop.is_set():
            part.beat = time.monotonic()
            if poked := ticker.run_once():
                self._pokes[0] += poked
                self._wake.set()

    def _tidy(self, part: Part, connection: Connection, stop: threading.Event) -> None:
        janitor = Janitor(connection, done=self._tidied)
        while not stop.is_set():
            part.beat = time.monotonic()
            janitor.run_once()
            stop.wait(Janitor.EVERY_S)

    # --- connections --------------------------------------------------------------------------------------

    @contextmanager
    def _connected(self, part: Part) -> Iterator[Connection]:
        connection = part.connection = self._open()
        try:
            yield connection
        finally:
            connection.close()

    def _open(self) -> Connection:
        """The primary of the newest time line there is: an old one that came back gets nothing from us."""
        found: Connection | None = None
        faults: list[ControlRoomError] = []
        for host in each_host(self._dsn):
            try:
                connection = self._ask(host)
            except ControlRoomError as fault:  # a standby may not know the login yet
                faults.append(fault)
                continue
            if self._is_newest(connection):
                if found is not None:
                    found.close()
                found = connection
            else:
                connection.close()
                faults.append(
                    WorldFault("An old primary answers, and a newer one was seen; it is left alone.")
                )
        if found is None:
            raise next((fault for fault in faults if isinstance(fault, BadInput)), faults[0])
        return found

    def _ask(self, host: dict[str, str]) -> Connection:
        connection = open_connection(
            self._dsn,
            plain_loopback=self._plain,
            target_session_attrs="read-write",
            tcp_user_timeout=int(_HUNG_S * 1000),
            **host,
        )
        connection.deadline_s = None
        try:
            connection.execute("SET ROLE cr_projector")
        except psycopg.errors.InsufficientPrivilege as wrong:
            user = connection.info.user
            connection.close()
            raise BadInput(
                "The login {user} may not serve; make one: controlroom server adduser NAME --role projector",
                user=user,
            ) from wrong
        except psycopg.Error as fault:
            connection.close()
            raise plain_fault(fault, parts_of(self._dsn)) from fault
        return connection

    def _is_newest(self, connection: Connection) -> bool:
        row = connection.execute(_TIMELINE).fetchone()
        assert row is not None
        system, timeline = row
        with self._lock:
            if self._newest is not None and (system != self._newest[0] or timeline < self._newest[1]):
                return False
            self._newest = (system, timeline)
            return True

    def _rooms(self, connection: Connection) -> Collection[UUID] | None:
        if self._room is None:
            return None
        rows = connection.execute("SELECT room FROM log.rooms WHERE name = %s", (self._room,)).fetchall()
        if not rows:
            raise WorldFault("There is no room {name} in this database; look at the name.", name=self._room)
        return [room for (room,) in rows]


def health(part: Part) -> dict[str, Any]:
    """One line of health, as scripts read it."""
    return {"part": part.name, "state": part.state, "text": part.text, **part.counts()}


def _cut(connection: Connection | None) -> None:
    """A line on which nothing comes any more: whoever waits there gets a fault, and connects anew."""
    if connection is None or connection.closed:
        return
    with (
        suppress(OSError, psycopg.Error),
        socket.fromfd(connection.fileno(), socket.AF_INET, socket.SOCK_STREAM) as line,
    ):
        line.shutdown(socket.SHUT_RDWR)

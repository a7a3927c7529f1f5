"""Many desks in one process, each no more than a connection that listens and pulls."""

import multiprocessing
import selectors
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg
from psycopg import pq

POLL_S = 1.0  # as a desk does when nobody pokes it
PULL = "SELECT * FROM api.pull($1, 500)"
_processes = multiprocessing.get_context("spawn")
Arrivals = dict[int, list[float]]  # number -> when each client had it, by the machine's monotonic clock


class Feed(NamedTuple):
    """Where it is told that there is something, and the statement that fetches it: the number first."""

    channel: str
    statement: str
    is_polled: bool = True


class PullClients:
    """The process, from outside."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe

    def arrivals(self) -> list[Arrivals]:
        """Of each feed, since the last time this was asked."""
        self._pipe.send("arrivals")
        found: list[Arrivals] = self._pipe.recv()
        return found


@contextmanager
def pull_clients(dsns: Sequence[str], feeds: Sequence[Feed]) -> Iterator[PullClients]:
    """One client a DSN; all of them listen when the block begins."""
    ours, theirs = _processes.Pipe()
    process = _processes.Process(target=_run, args=(dsns, feeds, theirs), daemon=True)
    process.start()
    theirs.close()
    assert ours.recv() == "ready"
    try:
        yield PullClients(ours)
    finally:
        ours.close()
        process.join(10)
        process.kill()


def _run(dsns: Sequence[str], feeds: Sequence[Feed], pipe: Any) -> None:
    arrivals: list[Arrivals] = [defaultdict(list) for _ in feeds]
    clients = [_Client(dsn, feeds, arrivals) for dsn in dsns]
    with selectors.DefaultSelector() as ready:
        ready.register(pipe, selectors.EVENT_READ, None)
        for client in clients:
            ready.register(client.fileno, selectors.EVENT_READ, client)
        pipe.send("ready")
        while True:
            for key, _ in ready.select(0.1):
                if key.data is not None:
                    key.data.hear()
                elif not _answer(pipe, arrivals):
                    return
            now = time.monotonic()
            for client in clients:
                client.poll(now)


def _answer(pipe: Any, arrivals: list[Arrivals]) -> bool:
    try:
        pipe.recv()
    except EOFError:
        return False
    pipe.send([dict(found) for found in arrivals])
    for found in arrivals:
        found.clear()
    return True


class _Client:
    """One connection, straight through libpq: no more of this process's time than must be."""

    def __init__(self, dsn: str, feeds: Sequence[Feed], arrivals: list[Arrivals]) -> None:
        self._connection = psycopg.connect(dsn, autocommit=True)
        self._pq = self._connection.pgconn
        self._feeds, self._arrivals = feeds, arrivals
        self._numbers = {feed.channel.encode(): at for at, feed in enumerate(feeds)}
        self._after = [0] * len(feeds)
        self._due: set[int] = set()
        self._asked: int | None = None
        self._polled_at = time.monotonic()
        for at, feed in enumerate(feeds):
            self._connection.execute(f'LISTEN "{feed.channel}"'.encode())
            done = self._pq.prepare(b"feed%d" % at, feed.statement.encode())
            assert done.status == pq.ExecStatus.COMMAND_OK, done.error_message
            self._to_the_end(at)
        self._pq.nonblocking = 1
        self.fileno = self._pq.socket

    def hear(self) -> None:
        """Take in what came, and ask again where there is reason to."""
        self._pq.consume_input()
        while told := self._pq.notifies():
            self._due.add(self._numbers[told.relname])
        while self._asked is not None and not self._pq.is_busy():
            result = self._pq.get_result()
            if result is None:
                self._asked = None
            else:
                self._take(self._asked, result)
        self._ask()

    def poll(self, now: float) -> None:
        """As if poked, once a second."""
        if now - self._polled_at > POLL_S:
            self._polled_at = now
            self._due |= {at for at, feed in enumerate(self._feeds) if feed.is_polled}
            self._ask()

    def _ask(self) -> None:
        if self._asked is None and self._due:
            self._asked = self._due.pop()
            self._polled_at = time.monotonic()
            self._pq.send_query_prepared(b"feed%d" % self._asked, [b"%d" % self._after[self._asked]])
            self._pq.flush()

    def _take(self, at: int, result: pq.abc.PGresult) -> None:
        assert result.status == pq.ExecStatus.TUPLES_OK, result.error_message
        now = time.perf_counter()
        for row in range(result.ntuples):
            number = int(result.get_value(row, 0) or 0)
            self._arrivals[at][number].append(now)
            self._after[at] = number

    def _to_the_end(self, at: int) -> None:
        """What is there already is of no interest."""
        while True:
            result = self._pq.exec_prepared(b"feed%d" % at, [b"%d" % self._after[at]])
            if not result.ntuples:
                return
            self._after[at] = int(result.get_value(result.ntuples - 1, 0) or 0)

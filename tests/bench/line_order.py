"""Order without gaps: eight writers by the room's lock while a reader follows; 200 listening desks."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from uuid import UUID

import psycopg
from measure import Line, Lines, Options
from sharedroom import RAW_INSERT, Desk, Room, raw_row, shared_room

from controlroom.sync.connection import open_connection
from controlroom.sync.server.ticker import Ticker, channel_of

WRITERS, LISTENERS = 8, 200
LOGINS = [f"desk{n}" for n in range(WRITERS)]
_processes = multiprocessing.get_context("spawn")


def run(options: Options) -> Iterator[Lines]:
    """The order, then the cost of listening."""
    each = 60 if options.is_quick else 250
    with shared_room(LOGINS) as room:
        yield {"order, 8 writers": _order(room, each)}
        yield {"listening desks, 200": _listening(room, each)}


def _order(room: Room, each: int) -> Line:
    with Follower(room) as follower:
        rate = _race(room, each)
        follower.until(room.room)
    raw = _race(room, each, is_raw=True)
    return Line(
        ours=rate,
        raw=raw,
        ratio=rate / raw,
        budget=">= 2,500 events/s singly, or 0.76x of a bare lock (2,500 of 3,300); 0 missed",
        within=(rate >= 2500 or rate >= 0.76 * raw) and follower.missed == 0 and follower.seen > 0,
        unit="events/s",
        how=f"{WRITERS} processes, {each} notes each, one call and one commit a note, while a reader asks"
        " for what came after its last number; raw: the same processes take a bare room lock (UPDATE ... last"
        " + 1), insert a bare row, commit",
        more={"missed": follower.missed, "read_while_writing": follower.seen},
    )


class Follower:
    """Reads `pull(after its last number)` all the while: every number must come, in order, none twice."""

    def __init__(self, room: Room) -> None:
        self.seen = self.missed = 0
        self._desk = Desk(room.dsn("desk0"), "desk0")
        self._after = self._desk.shared.head().seq
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> "Follower":
        self._thread.start()
        return self

    def _read(self) -> None:
        while not self._stop.wait(0.002):
            self._look()

    def _look(self) -> None:
        _, rows = self._desk.shared.pull(self._after, 500)
        for row in rows:
            self.missed += row.seq != self._after + 1
            self._after = row.seq
        self.seen += len(rows)

    def until(self, room: UUID) -> None:
        """Read to the end."""
        self._stop.set()
        self._thread.join()
        head = self._desk.shared.head().seq
        while self._after < head:
            self._look()

    def __exit__(self, *_: object) -> None:
        self._desk.shared.close()


def _race(room: Room, each: int, *, is_raw: bool = False) -> float:
    """Events a second of all writers together, between their common start and the last one's end."""
    ready, go, ends = _processes.Barrier(WRITERS + 1), _processes.Event(), _processes.Queue()
    writers = []
    for login in LOGINS:
        dsn = room.database.dsn("bare", "barge-Stone-57-lamp") if is_raw else room.dsn(login)
        words = (dsn, login, each, is_raw, ready, go, ends)
        writers.append(_processes.Process(target=_write, args=words, daemon=True))
    if is_raw:
        with room.raw() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS raw_head (last bigint)")
            connection.execute("INSERT INTO raw_head VALUES (0)")
    for writer in writers:
        writer.start()
    ready.wait(60)
    started = time.perf_counter()
    go.set()
    for _ in writers:
        ends.get(timeout=120)
    took = time.perf_counter() - started
    for writer in writers:
        writer.join(20)
    return WRITERS * each / took


def _write(dsn: str, login: str, each: int, is_raw: bool, ready: Any, go: Any, ends: Any) -> None:
    if is_raw:
        with psycopg.connect(dsn, autocommit=True) as connection:
            ready.wait(60)
            go.wait()
            for _ in range(each):
                with connection.transaction(), connection.pipeline():
                    connection.execute("UPDATE raw_head SET last = last + 1", prepare=True)
                    connection.execute(RAW_INSERT, raw_row(), prepare=True)
            ends.put(login)
        return
    desk = Desk(dsn, login)
    for _ in range(3):
        desk.shared.append(desk.batch([desk.note()]))
    ready.wait(60)
    go.wait()
    for _ in range(each):
        desk.shared.append(desk.batch([desk.note()]))
    ends.put(login)
    desk.shared.close()


def _listening(room: Room, each: int) -> Line:
    bare, heard = [], []
    for turn in range(3):
        if turn % 2:
            heard.append(_with_listeners(room, each))
            bare.append(_race(room, each))
        else:
            bare.append(_race(room, each))
            heard.append(_with_listeners(room, each))
    ours, raw = sorted(heard)[1], sorted(bare)[1]
    return Line(
        ours=ours,
        raw=raw,
        ratio=ours / raw,
        budget=">= 0.8x of none",
        within=ours >= 0.8 * raw,
        unit="events/s",
        how=f"the writers of the line above with {LISTENERS} connections that LISTEN and a ticker that pokes"
        " them, against nobody listening and no ticker; median of three, by turns",
    )


def _with_listeners(room: Room, each: int) -> float:
    stop = threading.Event()
    with ExitStack() as held:
        for _ in range(LISTENERS):
            listener = held.enter_context(room.raw())
            listener.execute(f"LISTEN {channel_of(room.room)}".encode())
        admin = held.enter_context(open_connection(room.database.admin_dsn, plain_loopback=True))
        ticker = threading.Thread(target=_tick, args=(Ticker(admin), stop), daemon=True)
        ticker.start()
        rate = _race(room, each)
        stop.set()
        ticker.join(5)
    return rate


def _tick(ticker: Ticker, stop: threading.Event) -> None:
    while not stop.is_set():
        ticker.run_once()

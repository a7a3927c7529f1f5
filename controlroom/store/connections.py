"""The one writer, where people go before loops, and the read-only connections."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher

from controlroom.errors import Damaged, WorldFault
from controlroom.log import fail_point, logger, where
from controlroom.store.database import plain_fault

READERS = 2
CARRIED_FROM = 4_000  # pages in the write-ahead log: so many are carried over at once, beside all else
Answer = TypeVar("Answer")
_log = logger("store")


def _another(connection: Any, connect: Callable[[], Any]) -> Any:
    """In the place of one that has met a bad page: it would read nothing more, not even what is whole."""
    connection.close()
    return connect()


class WriteGate:
    """One write transaction at a time; a person's waits only for the one that is running."""

    def __init__(self, connect: Callable[[], Any], on_damage: Callable[[], None]) -> None:
        self._connect, self._on_damage = connect, on_damage
        self.raw = connect()
        self._turn = threading.Condition()
        self._busy = False
        self._people_waiting = 0
        self._is_durable = True
        self._carrying = threading.Lock()
        self._carrier: Any = None
        self._is_closed = False

    @contextmanager
    def transaction(self, *, is_person: bool, is_durable: bool = True) -> Iterator[Any]:
        """A transaction on the driver's own connection, committed durably when the block ends well.

        Not `is_durable`: whole or not at all, but a power cut may take it away; for what can be had again.
        """
        with self._alone(is_person=is_person):
            self._wait_for_disk(is_durable)
            yield from self._run()
            is_much = not is_person and self._pages_ahead() >= CARRIED_FROM
        if is_much:
            self._carry_over()

    def _pages_ahead(self) -> int:
        """Pages in the write-ahead log that are not in the database yet."""
        _, written, carried = self.raw.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
        return int(written - carried)

    def _carry_over(self) -> None:
        """The write-ahead log into the database, by a connection of its own: whoever writes does not wait.

        What a person commits does it only where no loop has done so for long: see `set_up`. The transaction
        has ended well before this: no fault here is one of its own.
        """
        if not self._carrying.acquire(blocking=False):
            return
        try:
            if self._is_closed:
                return
            self._carrier = self._carrier or self._connect()
            self._carrier.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except (sqlcipher.Error, WorldFault) as fault:
            _log.warning("the write-ahead log could not be carried over: %s", where(fault))
        finally:
            self._carrying.release()

    def glance(self, work: Callable[[Any], Answer]) -> Answer:
        """What `work` makes of the writer's own connection, between transactions: its pages are at hand."""
        with self._alone(is_person=False):
            return work(self.raw)

    @contextmanager
    def _alone(self, *, is_person: bool) -> Iterator[None]:
        self._enter(is_person=is_person)
        try:
            yield
        except sqlcipher.Error as fault:
            told = plain_fault(fault)
            if isinstance(told, Damaged):
                self.raw = _another(self.raw, self._connect)
                self._on_damage()
            raise told from fault
        finally:
            self._leave()

    @property
    def is_wanted(self) -> bool:
        """Whether a person waits for the transaction that runs."""
        return self._people_waiting > 0

    def _wait_for_disk(self, is_durable: bool) -> None:
        if is_durable != self._is_durable:
            self.raw.execute(f"PRAGMA synchronous = {'FULL' if is_durable else 'NORMAL'}")
            self._is_durable = is_durable

    def _run(self) -> Iterator[Any]:
        raw = self.raw
        raw.execute("BEGIN IMMEDIATE")
        try:
            yield raw
            fail_point("before-commit")
            raw.execute("COMMIT")
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise
        fail_point("after-commit")

    def _enter(self, *, is_person: bool) -> None:
        with self._turn:
            self._people_waiting += is_person
            self._turn.wait_for(lambda: not self._busy and (is_person or not self._people_waiting))
            self._people_waiting -= is_person
            self._busy = True

    def _leave(self) -> None:
        with self._turn:
            self._busy = False
            self._turn.notify_all()

    def close(self) -> None:
        """Wait for a running transaction, then close the writer."""
        self._enter(is_person=True)
        try:
            with self._carrying:
                self._is_closed = True
                if self._carrier is not None:
                    self._carrier.close()
            self.raw.close()
        finally:
            self._leave()


class Reading:
    """Two read-only connections, lent one caller at a time."""

    def __init__(self, connect: Callable[[], Any], on_damage: Callable[[], None]) -> None:
        self._connect, self._on_damage = connect, on_damage
        self._held = [connect() for _ in range(READERS)]
        self._free = list(self._held)  # the last one given back goes first: its pages are at hand
        self._places: queue.SimpleQueue[None] = queue.SimpleQueue()
        for _ in self._held:
            self._places.put(None)
        self.newest = 0  # a number that cases have reached, as far as searches have shown

    @contextmanager
    def connection(self) -> Iterator[Any]:
        """One of the connections, inside one read transaction: everything read is of one moment."""
        raw = self._lend()
        try:
            raw.execute("BEGIN")
            try:
                yield raw
            finally:
                raw.execute("COMMIT")
        except sqlcipher.Error as fault:
            told = plain_fault(fault)
            if isinstance(told, Damaged):
                self._held.remove(raw)
                raw = _another(raw, self._connect)
                self._held.append(raw)
                self._on_damage()
            raise told from fault
        finally:
            self._give_back(raw)

    def glance(self, work: Callable[[Any], Answer]) -> Answer:
        """What `work` makes of one of the connections. One statement is of one moment by itself."""
        raw = self._lend()
        try:
            return work(raw)
        except sqlcipher.Error as fault:
            told = plain_fault(fault)
            if isinstance(told, Damaged):
                self._held.remove(raw)
                raw = _another(raw, self._connect)
                self._held.append(raw)
                self._on_damage()
            raise told from fault
        finally:
            self._give_back(raw)

    def _lend(self) -> Any:
        try:
            self._places.get(timeout=60)
        except queue.Empty as busy:
            raise WorldFault("The store is busy; wait a moment and do it again.") from busy
        return self._free.pop()

    def _give_back(self, raw: Any) -> None:
        self._free.append(raw)
        self._places.put(None)

    def close(self) -> None:
        """Close both."""
        for held in self._held:
            held.close()

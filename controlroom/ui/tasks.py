"""Work off the main thread: one writer, two readers, a few workers. Answers come back on the main one."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from controlroom.casework.ports import Changes, Tx, Writer
from controlroom.casework.queries import Reader
from controlroom.errors import ControlRoomError

T = TypeVar("T")
WORKERS = 4  # for what takes long: places, files, pictures
BATCH_S = 0.12  # changes that follow one another closer than this reach the panes as one

_log = logging.getLogger(__name__)


class _Task(msgspec.Struct, frozen=True):
    """What was asked for, and who waits. Of several with one key only the newest is answered.

    Made and let go of on the main thread only: the last to let go of a widget frees it.
    """

    job: Callable[..., Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    key: str = ""


class TaskRunner(QObject):
    """Runs what takes time. `changed` carries casework.ports.Changes, `faulted` an exception; main thread."""

    changed = Signal(object)
    faulted = Signal(object)
    _landed = Signal(int, object, object)
    _called = Signal(object)
    _poked = Signal()
    _stepped = Signal()

    def __init__(
        self, writer: Writer, open_reader: Callable[[], Reader], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.person = ""
        self._writer = writer
        self._open_reader = open_reader
        self._acts: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._asked: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._tasks: dict[int, _Task] = {}  # threads are given numbers, and look here
        self._newest: dict[str, int] = {}
        self._count = 0
        self._lock = threading.Lock()
        self._pending: list[Changes] = []
        self._is_closed = False
        self._last_flush = 0.0
        self._landed.connect(self._land)
        self._called.connect(self._call_now)
        self._poked.connect(self._on_poke)
        self._stepped.connect(self._flush)
        self._flush_timer = QTimer(self, singleShot=True)
        self._flush_timer.timeout.connect(self._flush)
        self._workers = ThreadPoolExecutor(WORKERS, "work")
        self._threads = [
            threading.Thread(target=self._run_writer, name="writer", daemon=True),
            threading.Thread(target=self._run_reader, name="reader-1", daemon=True),
            threading.Thread(target=self._run_reader, name="reader-2", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    # --- what panes call, on the main thread --------------------------------------------------------------

    def act(
        self,
        use_case: Callable[[Tx], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """A person's action, in one transaction on the one writer thread, in the order they came."""
        if not self._is_closed:
            job = partial(self._act, self.person, use_case)
            self._acts.put(self._keep(_Task(job, done, failed)))

    def ask(
        self,
        query: Callable[[Reader], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """A question to the store. With a key, an older question of that key is dropped, answered or not."""
        if self._is_closed:
            return
        number = self._keep(_Task(query, done, failed, key))
        if key:
            self._newest[key] = number
        self._asked.put(number)

    def work(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Files and network, on a worker thread. With a key, as in `ask`."""
        if self._is_closed:
            return
        number = self._keep(_Task(job, done, failed, key))
        if key:
            self._newest[key] = number
        self._workers.submit(self._work, number)

    def publish(self, changes: Changes) -> None:
        """Tell every pane what a commit changed. Any thread; a burst arrives as one, our own step at once."""
        is_step = threading.current_thread() is self._threads[0] and bool(changes.rows)
        with self._lock:
            self._pending.append(changes)
            is_first = len(self._pending) == 1
        if self._is_closed:
            return
        if is_step:
            self._stepped.emit()  # somebody has pressed a key and looks for what it did
        elif is_first:
            self._poked.emit()

    def call_soon(self, call: Callable[[], None]) -> None:
        """Run this on the main thread. Any thread."""
        if not self._is_closed:
            self._called.emit(call)

    def close(self) -> None:
        """End all threads and wait for them; what was begun is finished, answers are dropped."""
        self._is_closed = True
        self._flush_timer.stop()
        self._acts.put(None)
        self._asked.put(None)
        self._asked.put(None)
        for thread in self._threads:
            thread.join()
        self._workers.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def _keep(self, task: _Task) -> int:
        self._count += 1
        self._tasks[self._count] = task
        return self._count

    # --- off the main thread ------------------------------------------------------------------------------

    def _run_writer(self) -> None:
        while (number := self._acts.get()) is not None:
            self._work(number)

    def _act(self, person: str, use_case: Callable[[Tx], Any]) -> Any:
        with self._writer.write(actor=person) as tx:
            return use_case(tx)

    def _work(self, number: int) -> None:
        self._landed.emit(number, *self._outcome(number))

    def _run_reader(self) -> None:
        reader: Reader | None = None
        while (number := self._asked.get()) is not None:
            if self._is_closed:
                continue
            fault: Exception | None = None
            if reader is None:
                reader, fault = self._opened()
            outcome = self._outcome(number, reader) if fault is None else (None, fault)
            self._landed.emit(number, *outcome)
        _close(reader)

    def _opened(self) -> tuple[Reader | None, Exception | None]:
        try:
            return self._open_reader(), None
        except Exception as fault:  # noqa: BLE001  shown at its one place; the next question tries again
            return None, _noted(fault)

    def _outcome(self, number: int, *values: Any) -> tuple[Any, Exception | None]:
        """Run the job. When it is left, and the main thread hears, this thread holds nothing of who asked."""
        task = self._tasks[number]
        if self._is_old(number, task):
            return None, None
        try:
            return task.job(*values), None
        except Exception as fault:  # noqa: BLE001  the edge of a task: shown at its one place
            return None, _noted(fault)

    def _is_old(self, number: int, task: _Task) -> bool:
        return bool(task.key) and self._newest.get(task.key) != number

    # --- on the main thread -------------------------------------------------------------------------------

    @Slot(int, object, object)
    def _land(self, number: int, answer: Any, fault: Exception | None) -> None:
        task = self._tasks.pop(number, None)
        if task is None or self._is_closed or self._is_old(number, task):
            return
        if fault is not None:
            _call(task.failed or self.faulted.emit, fault)
        elif task.done is not None:
            _call(task.done, answer)

    @Slot(object)
    def _call_now(self, call: Callable[[], None]) -> None:
        if not self._is_closed:
            call()

    @Slot()
    def _on_poke(self) -> None:
        wait = self._last_flush + BATCH_S - monotonic()
        if wait <= 0:
            self._flush()
        elif not self._flush_timer.isActive():
            self._flush_timer.start(int(wait * 1000) + 1)

    @Slot()
    def _flush(self) -> None:
        with self._lock:
            pending, self._pending = self._pending, []
        if pending and not self._is_closed:
            self._last_flush = monotonic()
            self.changed.emit(merged(pending))


def merged(changes: list[Changes]) -> Changes:
    """Several commits as one value."""
    if len(changes) == 1:
        return changes[0]
    return Changes(
        cases=frozenset().union(*(one.cases for one in changes)),
        new_alerts=frozenset().union(*(one.new_alerts for one in changes)),
        mails=any(one.mails for one in changes),
        drafts=any(one.drafts for one in changes),
        places=any(one.places for one in changes),
        room=frozenset().union(*(one.room for one in changes)),
        persons=frozenset().union(*(one.persons for one in changes)),
        events=tuple(event for one in changes for event in one.events),
        rows=tuple({row.id: row for one in changes for row in one.rows}.values()),
    )


def _close(reader: Reader | None) -> None:
    close = getattr(reader, "close", None)
    if close is not None:
        close()


def _call(receiver: Callable[[Any], None], value: Any) -> None:
    """Call it, unless the object that it belongs to has been deleted meanwhile."""
    bound = receiver.func if isinstance(receiver, partial) else receiver
    owner = getattr(bound, "__self__", None)
    if isinstance(owner, QObject) and not isValid(owner):
        return
    receiver(value)


def _noted(fault: Exception) -> Exception:
    """Log a fault of ours; and let go of the frames that it passed through: they hold who asked."""
    if not isinstance(fault, ControlRoomError):
        _log.error("a task failed: %s at %s", type(fault).__name__, _where(fault))
    one: BaseException | None = fault
    while one is not None:
        one.__traceback__ = None
        one = one.__cause__ or one.__context__
    return fault


def _where(fault: Exception) -> str:
    """File and line; never the text, which may hold what somebody typed."""
    trace = fault.__traceback__
    where = "unknown"
    while trace is not None:
        where = f"{trace.tb_frame.f_code.co_filename.rsplit('controlroom', 1)[-1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where

"""The sending loop: what stands in the outbox goes out, each letter on a thread of its own. Own thread."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event, Lock, Thread
from typing import Final
from uuid import UUID

from controlroom.casework.handing.letters import (
    record_dropped,
    record_failed,
    record_sent,
    why_not_to_send,
)
from controlroom.casework.handing.ports import Connector, ConnectorSettings, Letter, Outbox
from controlroom.casework.ports import Health, Tx
from controlroom.errors import ControlRoomError, Sentence, WorldFault
from controlroom.log import fail_point, logger, where

LATE: Final = timedelta(seconds=60)
NAME: Final = "Sending"
CHORE: Final = timedelta(minutes=5)  # between two looks at what is to be written of itself
_AT_ONCE: Final = 16  # letters on their way at the same time
_IDLE_S: Final = 1.0  # between two looks, unless something is written meanwhile
_LOOK_S: Final = 0.25  # while something is on its way
_OTHER_S: Final = 30.0  # how long one look waits for another process that is sending
_PART_S: Final = 3.0  # how long the end of the program waits for what is on its way
_log = logger("handover")

Write = Callable[[], AbstractContextManager[Tx]]
Known = Callable[[], Collection[ConnectorSettings]]


@dataclass(slots=True)
class Sent:
    """What one look did. `waiting` is what still waits, the failed ones among them."""

    sent: int = 0
    failed: int = 0
    waiting: int = 0


class SendingLoop:
    """Each step may be repeated: bytes and key of a letter never change, so it may die at any instant."""

    def __init__(
        self,
        outbox: Outbox,
        write: Write,
        known: Known,
        connector_of: Callable[[ConnectorSettings], Connector],
        publish: Callable[[Health], None],
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        chore: Callable[[datetime], object] = lambda now: None,
    ) -> None:
        self._outbox, self._write, self._known = outbox, write, known
        self._connector_of, self._publish, self._now = connector_of, publish, now
        self._chore, self._chore_at = chore, datetime.min.replace(tzinfo=UTC)
        self._wake = Event()
        self._lock = Lock()
        self._busy: dict[UUID, Thread] = {}
        self._tally = Sent()
        self._last_success: datetime | None = None
        self._last_error = ""
        self._said: tuple[str, int, str] | None = None

    def wake(self) -> None:
        """Something was written into the outbox. Any thread."""
        self._wake.set()

    def run(self, stop: Event) -> None:
        """Until `stop`. Never raises for a fault of the world."""
        try:
            while not stop.is_set():
                self._round(stop)
                self._wake.wait(_IDLE_S)
                self._wake.clear()
        finally:
            self._part()
            self._say("off", Sentence("Nothing is being sent."))

    def run_once(self) -> Sent:
        """Try all that wait, now, whatever their gap. Raises WorldFault where another process sends on."""
        self._tally = Sent()
        with self._outbox.alone(_OTHER_S) as is_ours:
            if not is_ours:
                raise WorldFault("Another window or word is sending just now; try again in a moment.")
            letters = list(self._outbox.waiting())
            while letters or self._busy:
                while letters and self._start(letters[0]):
                    letters.pop(0)
                self._join_some()
        self._tally.waiting = len(self._outbox.waiting())
        self._say_how_it_is()
        return self._tally

    # --- a round ------------------------------------------------------------------------------------------

    def _round(self, stop: Event) -> None:
        try:
            if self._now() >= self._chore_at:
                self._chore_at = self._now() + CHORE
                self._chore(self._now())
            if self._due():
                with self._outbox.alone() as is_ours:
                    while is_ours and not stop.is_set() and self._step():
                        pass
        except WorldFault as fault:
            self._last_error = fault.sentence
            self._say("down", fault.sentence)
            return
        except Exception as fault:  # noqa: BLE001  the edge of the loop: it shows what it caught and goes on
            _log.error("a round of sending failed: %s", where(fault))
            self._last_error = Sentence(
                "Sending failed ({__name__}); it is tried again.", __name__=type(fault).__name__
            )
            self._say("down", self._last_error)
            return
        self._say_how_it_is()

    def _step(self) -> bool:
        """Start what is due, wait a moment for what is on its way. False when there is nothing of either."""
        for letter in self._due():
            self._start(letter)
        if not self._busy:
            return False
        self._join_some()
        self._say_how_it_is()
        return True

    def _due(self) -> list[Letter]:
        now = self._now()
        with self._lock:
            busy = set(self._busy)
        return [one for one in self._outbox.waiting() if one.next_try_at <= now and one.id not in busy]

    def _start(self, letter: Letter) -> bool:
        """False while too many are on their way."""
        with self._lock:
            if len(self._busy) >= _AT_ONCE:
                return False
            thread = Thread(target=self._carry, args=(letter,), name="letter", daemon=True)
            self._busy[letter.id] = thread
        thread.start()
        return True

    def _join_some(self) -> None:
        """Until one of those on their way has come back, or a moment is over."""
        with self._lock:
            threads = list(self._busy.values())
        if threads:
            threads[0].join(_LOOK_S / 5)

    def _part(self) -> None:
        """The end of the program: what is on its way gets a moment, what stays behind is sent again."""
        with self._lock:
            threads = list(self._busy.values())
        for thread in threads:
            thread.join(_PART_S / len(threads))

    # --- one letter, on a thread of its own ---------------------------------------------------------------

    def _carry(self, letter: Letter) -> None:
        try:
            self._send(letter)
        except ControlRoomError as fault:
            self._failed(letter, fault)
        except Exception as fault:  # noqa: BLE001  the edge: one letter must not stop the others
            _log.error("a letter could not be sent: %s", where(fault))
            self._failed(
                letter,
                WorldFault("Sending failed ({__name__}); it is tried again.", __name__=type(fault).__name__),
            )
        finally:
            with self._lock:
                self._busy.pop(letter.id, None)

    def _send(self, letter: Letter) -> None:
        way = self._way(letter)
        connector = self._connector_of(way)
        why = why_not_to_send(self._outbox, letter, is_outside=connector.is_outside)
        if why:
            with self._write() as tx:
                record_dropped(tx, letter, way.to_whom, why)
            return
        fail_point("before-send")
        receipt = connector.send(letter.payload, letter.id)
        fail_point("given-over")
        with self._write() as tx:
            is_new = record_sent(tx, letter, way.to_whom, receipt)
        with self._lock:
            self._tally.sent += is_new
            self._last_success = self._now()

    def _way(self, letter: Letter) -> ConnectorSettings:
        for way in self._known():
            if way.name == letter.connector:
                return way
        raise WorldFault("The connector {name} is not there any more; add it again.", name=letter.connector)

    def _failed(self, letter: Letter, fault: ControlRoomError) -> None:
        with self._lock:
            self._tally.failed += 1
            self._last_error = fault.sentence
        to = next((way.to_whom for way in self._known() if way.name == letter.connector), letter.connector)
        try:
            with self._write() as tx:
                record_failed(tx, letter, to, fault)
        except ControlRoomError as worse:  # the disk: the letter is as it was, and due
            self._last_error = worse.sentence

    # --- how it is ----------------------------------------------------------------------------------------

    def _say_how_it_is(self) -> None:
        waiting = self._outbox.waiting()
        late = [one for one in waiting if self._now() - one.written_at >= LATE]
        failed = [one for one in waiting if one.last_error]
        if late:
            self._say("down", Sentence("A hand-over has not gone out for more than a minute."), len(waiting))
        elif failed:
            self._say("late", Sentence("A hand-over did not go out yet; it is tried again."), len(waiting))
        elif not self._known():
            self._say("off", Sentence("No connector is set up."), 0)
        else:
            self._say("ok", Sentence("What was handed over has gone out."), len(waiting))

    def _say(self, state: str, text: str, backlog: int = 0) -> None:
        if self._said == (state, backlog, text):
            return
        self._said = (state, backlog, text)
        self._publish(
            Health(
                name=NAME,
                state=state,
                text=text,
                last_success=self._last_success,
                last_error=self._last_error if state in ("late", "down") else "",
                backlog=backlog,
            )
        )

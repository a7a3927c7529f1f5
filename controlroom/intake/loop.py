"""The intake loop: fetch, keep, read, make rows, and say how it is. Runs on a thread of its own."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Final

from controlroom.casework.arriving.ports import KeptMail, MailShelf, ReadMail
from controlroom.casework.ports import Health
from controlroom.errors import Sentence, WorldFault
from controlroom.intake.limited.reader import Failed
from controlroom.intake.parsing.parse import Parsed
from controlroom.intake.sift import Sift
from controlroom.intake.sources import Source
from controlroom.intake.sources.faults import Refused
from controlroom.log import fail_point, logger, where

MAX_TRIES: Final = 3
LOUD_FAILURES: Final = 2  # one lost connection that comes back at once rings nobody
_BATCH: Final = 25  # mails that the child is asked to read at once
_AT_ONCE: Final = 10  # rows a transaction, ended early when a person waits for it: so it stays under 8 ms
Ready = tuple[ReadMail, KeptMail]
_HEAD_OF_RUN: Final = _AT_ONCE  # mails: so many may stand before the one that ended the last run
_LEAD: Final = 10
_PATIENCE: Final = 0.25  # seconds that rows which are ready wait for the next one
_GAPS: Final = (1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
_log = logger("intake")


@dataclass(slots=True)
class _State:
    """What the loop knows of itself."""

    last_success: datetime | None = None
    last_mail: datetime | None = None
    last_error: str = ""
    failures: int = 0
    is_refused: bool = False


class IntakeLoop:
    """One source, read for ever. Each step is kept before the next, so it may die at any instant."""

    def __init__(
        self,
        source: Source,
        shelf: MailShelf,
        sift: Sift,
        take: Callable[[Sequence[Ready]], object],
        publish: Callable[[Health], None],
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        silent_after: timedelta = timedelta(hours=24),
        warm_up: Callable[[], object] = lambda: None,
    ) -> None:
        self._source, self._shelf, self._sift = source, shelf, sift
        self._take, self._publish, self._now = take, publish, now
        self._silent_after, self._warm_up = silent_after, warm_up
        self._state = _State()
        self._not_its_fault: Counter[str] = Counter()
        self._failures: Counter[str] = Counter()
        self._head_of_run = _HEAD_OF_RUN
        self._stuck: set[str] = set()
        self._upto = (
            ""  # SHA-256 of the last mail that the child was asked to read; empty: none since the top
        )
        self._is_all_asked = False  # so far as was kept when it was looked last

    def run(self, stop: Event) -> None:
        """Until `stop`. Never raises for a fault of the world; reconnects with a growing gap."""
        self._state.last_mail = self._now()
        self._say("starting", Sentence("Looking at the mailbox for the first time."))
        try:
            self._sift.warm_up()
            self._warm_up()
            while not stop.is_set():
                if self._round(stop):
                    self._wait(stop)
                else:
                    stop.wait(_GAPS[min(self._state.failures, len(_GAPS)) - 1])
        finally:
            self._source.close()
            self._sift.close()
            self._say("off", Sentence("Mail is not being fetched."))

    def run_once(self) -> Health:
        """One look at everything, and every kept mail read. Gives how it went; raises what the world did."""
        stop = Event()
        self._sift.warm_up()
        self._warm_up()
        try:
            self._take_in(stop)
            self._state.last_success = self._now()
        except WorldFault as fault:
            self._failed(fault)
            raise
        finally:
            self._source.close()
            self._sift.close()
        return self._say_how_it_is()

    def _round(self, stop: Event) -> bool:
        """One look and everything read. False when the source failed."""
        try:
            self._take_in(stop)
        except WorldFault as fault:
            self._failed(fault)
            return False
        except Exception as fault:  # noqa: BLE001  the edge of the loop: it shows what it caught and goes on
            _log.error("a round of intake failed: %s", where(fault))
            self._failed(
                WorldFault(
                    "Fetching mail failed ({__name__}); it is tried again.", __name__=type(fault).__name__
                )
            )
            return False
        self._state.failures, self._state.last_success = 0, self._now()
        self._say_how_it_is()
        return True

    def _wait(self, stop: Event) -> None:
        try:
            self._source.wait(stop)
        except WorldFault as fault:
            self._failed(fault)

    def _failed(self, fault: WorldFault) -> None:
        self._source.close()
        self._state.failures += 1
        self._state.last_error = fault.sentence
        is_loud = isinstance(fault, Refused) or self._state.failures >= LOUD_FAILURES
        self._say("down" if is_loud else "late", fault.sentence)

    # --- kept mails to rows ---

    def _take_in(self, stop: Event) -> None:
        """One look at everything; whatever is kept becomes rows, also where the look fails half-way."""
        self._read_waiting(stop)
        lead = _LEAD if self._source.is_at_hand else 0
        try:
            for count in self._source.fetch(self._shelf, stop):
                self._state.last_mail = self._now() if count else self._state.last_mail
                self._read_waiting(stop, lead=lead)
        except Exception:
            self._read_waiting(stop)
            raise
        self._read_waiting(stop)

    def _read_waiting(self, stop: Event, *, lead: int = 0) -> None:
        """Everything that is kept and not yet a row; the disk decides, not what was fetched.

        All but the last `lead` mails: the child reads those while more are fetched.
        """
        self._is_all_asked = False
        self._read_on(stop, lead)
        while self._upto and not (lead or stop.is_set()):
            self._upto, self._is_all_asked = "", False  # from the top: what made no row is tried again
            self._read_on(stop, 0)

    def _read_on(self, stop: Event, lead: int) -> None:
        ready: list[Ready] = []
        while not stop.is_set():
            self._ask_for_more()
            if self._sift.due <= lead:
                break
            answer = self._sift.next(_PATIENCE)
            if answer is not None:
                ready.append((self._understand(*answer), answer[0]))
            if answer is None or len(ready) >= _AT_ONCE or self._is_new:
                due, ready = ready, []
                self._make_rows(due)
        self._make_rows(ready)

    def _ask_for_more(self) -> None:
        """The child always has the next mails before it is done with those it has."""
        if self._is_all_asked or self._sift.has_enough:
            return
        waiting = self._shelf.waiting(_BATCH + len(self._stuck), after=self._upto)
        mails = [mail for mail in waiting if mail.sha256 not in self._stuck]
        self._sift.ask(mails)
        self._upto = mails[-1].sha256 if mails else self._upto
        self._is_all_asked = not mails

    def _understand(self, mail: KeptMail, parsed: Parsed | Failed) -> ReadMail:
        """Counted as a try only from here, so that a kill while mails merely waited costs them nothing."""
        if self._count(mail) >= MAX_TRIES:
            return self._sift.give_up(mail, "the program ended twice while it read this mail")
        return self._sift.understand(mail, parsed)

    def _make_rows(self, ready: list[Ready]) -> None:
        """Some at once, in one transaction that is still short; each by itself where that fails."""
        if not ready:
            return
        fail_point("before-take")
        try:
            self._take(ready)
        except WorldFault:
            self._not_its_fault.update(mail.sha256 for _, mail in ready)
            raise
        except Exception as fault:  # noqa: BLE001  one mail that can't become a row must not stop the others
            if len(ready) > 1:
                for one in ready:
                    self._make_rows([one])
                return
            self._not_made(ready[0][1], fault)
            return
        fail_point("after-take")

    def _not_made(self, mail: KeptMail, fault: Exception) -> None:
        _log.error("a mail could not be made a row: %s", where(fault))
        self._state.last_error = Sentence(
            "A mail could not be made a row ({name}); it is kept.", name=type(fault).__name__
        )
        self._failures[mail.sha256] += 1
        if self._failures[mail.sha256] > MAX_TRIES:
            self._set_aside(mail)

    @property
    def _is_new(self) -> bool:
        """The first mails of a run are made rows one by one: one of them may have ended the run before."""
        return self._head_of_run > 0

    def _count(self, mail: KeptMail) -> int:
        """Which try this is. A mail that ends the program is the first one of the next run, so it is enough
        to write down the tries of the first mails of a run, and of those that failed before."""
        sha = mail.sha256
        if self._head_of_run <= 0 and not (mail.tries or self._failures[sha] or self._not_its_fault[sha]):
            return 1
        self._head_of_run -= 1
        return self._shelf.count_try(sha) - self._not_its_fault[sha]

    def _set_aside(self, mail: KeptMail) -> None:
        """Not even a quarantined row could be made of it: it stays kept, and the strip says so."""
        self._stuck.add(mail.sha256)

    # --- how it is ---

    def _say_how_it_is(self) -> Health:
        if self._stuck:
            text = Sentence(
                "{n} kept mails can't be made rows; restart, then call for help.", n=len(self._stuck)
            )
            return self._say("down", text)
        for trouble in self._sift.errors:
            return self._say("late", trouble)
        silent = self._now() - self._state.last_mail if self._state.last_mail else timedelta()
        if silent > self._silent_after:
            hours = int(silent.total_seconds() // 3600)
            text = Sentence(
                "No mail at all for {hours} hours: is the mailbox still the right one?", hours=hours
            )
            return self._say("late", text)
        return self._say("ok", Sentence("Mail is being fetched."))

    def _say(self, state: str, text: str) -> Health:
        health = Health(
            name=self._source.name,
            state=state,
            text=text,
            last_success=self._state.last_success,
            last_error=self._state.last_error,
            backlog=self._shelf.backlog(),
        )
        self._publish(health)
        return health

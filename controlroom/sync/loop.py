"""The sync loop of one desk: connect, stay, and when the line is lost try again. A thread of its own."""

import random
import time
from dataclasses import dataclass
from threading import Event
from typing import Final
from uuid import UUID

from controlroom.casework.room.sharing import Account, LinkPublish, PresencePublish, Replica
from controlroom.errors import BadInput, ControlRoomError, Unsaved, WorldFault
from controlroom.log import logger, where
from controlroom.sync.connected import Connected
from controlroom.sync.faults import Ended, Refused
from controlroom.sync.fetching import Fetching
from controlroom.sync.presence import Presence
from controlroom.sync.pull import PAGE
from controlroom.sync.session import Door, Session, login_of
from controlroom.sync.standing import Standing
from controlroom.sync.wake import Ender, Waker

BACK_OFF_S: Final = (0.5, 10.0)
_log = logger("sync")


@dataclass(frozen=True, slots=True)
class Done:
    """What one run did."""

    pushed: int
    pulled: int
    refused: int
    behind: int


class SyncLoop:
    """Give it a thread (`run`), or call `run_once`. Any thread may call `wake`, `beat` and `try_now`."""

    def __init__(
        self,
        replica: Replica,
        *,
        publish: LinkPublish = lambda link: None,
        presence: PresencePublish | None = None,
        page: int = PAGE,
    ) -> None:
        self._replica = replica
        self._standing = Standing(publish)
        self._presence = Presence(presence)
        self._fetching = Fetching()
        self._door = Door(replica, page=page)
        self._waker = Waker()
        self._session: Session | None = None
        self._is_tried_now = False

    # --- from any thread ----------------------------------------------------------------------------------

    def wake(self) -> None:
        """Something was committed here: push it at once."""
        self._waker.wake()

    def try_now(self) -> None:
        """A person does not want to wait for the next try."""
        self._is_tried_now = True
        self._waker.wake()

    def beat(self, case_id: UUID | None, is_typing: bool) -> None:
        """What this desk has open. Only noted here; told to the others soon."""
        if self._presence.beat(case_id, is_typing=is_typing):
            self._waker.wake()

    def tell_mail(self, state: str, last_success: int | None) -> None:
        """How the mail of this desk goes (ok, starting, late, down; microseconds). Told to the room soon."""
        self._fetching.note(state, last_success)

    # --- the loop -----------------------------------------------------------------------------------------

    def run(self, stop: Event) -> None:
        """Until `stop`. Never raises for a fault of the world."""
        self._waker.open()
        ender = Ender(stop, self._waker, self._cut)
        failures = 0
        try:
            while not stop.is_set():
                begun = time.monotonic()
                fault = self._round(stop)
                is_news = isinstance(fault, Ended) or time.monotonic() - begun > BACK_OFF_S[1]
                failures = 0 if is_news else failures + 1
                self._pause(failures, stop)
        finally:
            ender.over()
            self._waker.close()

    def _round(self, stop: Event) -> ControlRoomError | None:
        """One session, from its beginning to its end. Gives why it ended."""
        try:
            self._connected(stop)
            return None
        except ControlRoomError as fault:
            self._fell(fault)
            return fault
        except Exception as fault:  # noqa: BLE001  the edge of the loop: it shows what it caught
            _log.error("a round of sync failed: %s", where(fault))
            told = WorldFault("Sharing with the other desks failed; it is tried again.")
            self._fell(told)
            return told
        finally:
            self._leave()

    def run_once(self, account: Account, password: str | None) -> Done:
        """Connect, push, and pull all there is. Raises what the world did."""
        stop = Event()
        session = self._session = self._door.open(login_of(account, password), account)
        try:
            session.push(stop)
            session.catch_up(stop)
            if session.pusher.kept:
                raise session.pusher.kept
            return done(session)
        finally:
            self._leave()

    def _connected(self, stop: Event) -> None:
        account = self._replica.account()
        if account is None:
            self._standing.say(state="alone", pending=self._pending(), fault="")
            return
        self._standing.say_who(account)
        login = login_of(account, self._replica.password())
        session = self._session = self._door.open(login, account)
        work = Connected(
            self._replica,
            session,
            login,
            standing=self._standing,
            presence=self._presence,
            fetching=self._fetching,
            waker=self._waker,
        )
        work.run(stop)

    def _fell(self, fault: ControlRoomError) -> None:
        state = "refused" if isinstance(fault, BadInput | Refused) else "away"
        if isinstance(fault, Unsaved):
            state = "unsaved"
        self._standing.fault(state, fault, pending=self._pending())

    def _pending(self) -> int:
        """How many wait here; as last known where the profile cannot be read now."""
        try:
            return self._replica.pending_count()
        except ControlRoomError:
            return self._standing.link.pending

    def _leave(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()
        self._presence.gone()

    def _cut(self) -> None:
        session = self._session
        if session is not None:
            session.shared.cut()

    def _pause(self, failures: int, stop: Event) -> None:
        """Longer each time, and never all desks at once; what waits is counted on."""
        least, most = BACK_OFF_S
        gap = min(most, least * 2.0 ** min(failures - 1, 6)) * random.uniform(0.7, 1.3)
        until = time.monotonic() + gap
        self._is_tried_now = False
        while (left := until - time.monotonic()) > 0 and not stop.is_set() and not self._is_tried_now:
            self._waker.wait(min(left, 1.0))
            self._standing.say(pending=self._pending())


def done(session: Session) -> Done:
    """What this session did so far."""
    head = session.head.seq if session.head else 0
    return Done(
        session.pusher.pushed,
        session.puller.pulled,
        session.pusher.refused,
        max(0, head - session.cursor()),
    )

"""The loop while the line stands: push what was made here, pull at every poke, say how it is."""

import random
import threading
import time
from typing import Final

from controlroom.casework.room.sharing import Replica
from controlroom.errors import ControlRoomError, Unsaved, WorldFault
from controlroom.sync.fetching import Fetching
from controlroom.sync.hosts import Login, each_host, newest_timeline, warning_about
from controlroom.sync.presence import Presence
from controlroom.sync.session import Session
from controlroom.sync.standing import Standing, now_us
from controlroom.sync.wake import Waker

POLL_S: Final = 1.0  # without pokes
STANDBY_POLL_S: Final = 0.25  # while something waits to be on two machines
BETWEEN_PULLS_S: Final = 0.025  # pokes by a hostile login make no more work than this
SLOW_S: Final = 10.0  # for what changes slowly: the projector's lag, another primary, our memory
PUSH_AGAIN_S: Final = (0.5, 3.0)
TELL_S: Final = 0.25  # how it is, is told so often at least while every moment something comes in
YIELD_S: Final = 0.01  # after a push or a pull: who takes that over, or paints it, gets the processor now


class Connected:
    """One session, worked until the program ends or the line is lost."""

    def __init__(
        self,
        replica: Replica,
        session: Session,
        login: Login,
        *,
        standing: Standing,
        presence: Presence,
        fetching: Fetching,
        waker: Waker,
    ) -> None:
        self._replica, self._session, self._login = replica, session, login
        self._standing, self._presence, self._waker = standing, presence, waker
        self._fetching = fetching
        self._has_hosts = len(each_host(login.dsn)) > 1
        self._newer = threading.Event()
        self._is_push_due = True
        self._push_at = self._pull_at = self._slow_at = 0.0
        self._push_failures = 0
        self._push_fault: ControlRoomError | None = None
        self._pulled_at = self._told_at = 0.0

    def run(self, stop: threading.Event) -> None:
        """Until `stop`. Raises WorldFault when the line is lost."""
        session = self._session
        session.pusher.between, session.pusher.taken = self._tell_pending, self._yield
        self._push(stop)
        session.puller.between = lambda: self._between(stop)
        session.catch_up(stop, usable=self._usable, left=self._left)
        account = self._replica.account()
        if account is not None:
            self._standing.say_who(account)  # the server may have said that the role is another one now
        while not stop.is_set():
            self._push(stop)
            is_pulled = self._pull(stop)
            if is_pulled:
                self._yield()
            self._presence.exchange(session)
            self._fetching.exchange(session, self._standing)
            self._slow()
            if not is_pulled or time.monotonic() > self._told_at + TELL_S:
                self._tell()  # else a moment later: who paints what came needs this processor now
            self._wait()
        session.remember()
        self._fetching.leave(session)

    # --- the steps ----------------------------------------------------------------------------------------

    def _push(self, stop: threading.Event) -> None:
        """If something may wait. What the server will not do now is tried again soon; pulling goes on."""
        if not self._is_push_due or time.monotonic() < self._push_at:
            return
        try:
            self._session.push(stop)
            self._is_push_due, self._push_failures = False, 0
            self._push_fault = self._session.pusher.kept
        except WorldFault as fault:
            if isinstance(fault, Unsaved) or not self._session.shared.is_open:
                raise
            least, most = PUSH_AGAIN_S
            gap = min(most, least * 2.0**self._push_failures) * random.uniform(0.7, 1.3)
            self._push_failures = min(self._push_failures + 1, 8)
            self._push_at, self._push_fault = time.monotonic() + gap, fault

    def _yield(self) -> None:
        """Unless something is made here meanwhile."""
        self._is_push_due |= self._waker.wait(YIELD_S)

    def _pull(self, stop: threading.Event) -> bool:
        """If there is reason to. Says whether it did."""
        shared = self._session.shared
        now = time.monotonic()
        is_allowed = now >= self._pulled_at + BETWEEN_PULLS_S
        if not is_allowed or not (shared.is_poked or now >= self._pull_at):
            return False
        shared.is_poked = False
        self._pulled_at = now
        self._session.pull(stop)
        self._pull_at = now + (STANDBY_POLL_S if self._session.waits_for_standby else POLL_S)
        return True

    def _slow(self) -> None:
        now = time.monotonic()
        if now < self._slow_at:
            return
        self._slow_at = now + SLOW_S
        self._is_push_due |= self._session.pusher.is_left
        self._standing.say(projector_lag=self._session.shared.projector_lag())
        self._session.remember()
        if self._newer.is_set():
            raise WorldFault("Another server is the primary of the shared database now; going over to it.")
        if self._has_hosts:
            threading.Thread(target=self._look_around, name="sync-look", daemon=True).start()

    def _look_around(self) -> None:
        """On a thread of its own: is this the primary still, or one that does not know that it was?"""
        if newest_timeline(self._login) > self._session.cluster.timeline:
            self._newer.set()
            self._slow_at = 0.0
            self._waker.wake()

    def _between(self, stop: threading.Event) -> None:
        """While much comes in: what is made here goes out all the same."""
        if self._waker.wait(0):
            self._is_push_due = True
        self._push(stop)
        self._presence.exchange(self._session)
        self._fetching.exchange(self._session, self._standing)

    # --- how it is ----------------------------------------------------------------------------------------

    def _usable(self) -> None:
        self._standing.say(state="behind", last_success=now_us())

    def _tell_pending(self) -> None:
        self._standing.say(pending=self._replica.pending_count())

    def _left(self, count: int) -> None:
        self._standing.say(behind=count, pending=self._replica.pending_count())

    def _tell(self) -> None:
        session, head, fault = self._session, self._session.head, self._push_fault
        if head is None:
            return
        self._told_at = time.monotonic()
        behind = max(0, head.seq - session.cursor())
        told = fault or warning_about(session.cluster)
        refused = self._replica.refused_in()
        self._standing.say(
            state="behind" if behind or fault is not None else "connected",
            pending=self._replica.pending_count(),
            behind=behind,
            refused=len(refused),
            refused_in=tuple(filter(None, dict.fromkeys(refused))),
            set_aside=self._replica.set_aside_count(),
            last_success=now_us(),
            skew_ms=session.skew_ms,
            standbys=head.standbys,
            seq=head.seq,
            flushed_seq=session.flushed_seq,
            fault=told.template if told else "",
            fault_values=dict(told.values) if told else {},
        )

    # --- until there is something to do -------------------------------------------------------------------

    def _wait(self) -> None:
        shared, now = self._session.shared, time.monotonic()
        left = min(self._pull_at - now, self._slow_at - now, self._presence.due_in(), self._fetching.due_in())
        if self._is_push_due:
            left = min(left, self._push_at - now)
        rest = self._pulled_at + BETWEEN_PULLS_S - now
        if rest > 0:
            is_woken = self._waker.wait(rest if shared.is_poked else min(rest, left))
        else:
            shared.hear()
            is_woken = self._waker.wait(0 if shared.is_poked else left, shared.fileno())
            shared.hear()
        self._is_push_due |= is_woken

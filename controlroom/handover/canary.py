"""The loop of the canary: sends a test mail when one is due, and says whether they come back. Own thread."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Final
from uuid import uuid4

from controlroom.casework.arriving.canary import (
    NAME,
    PATIENCE,
    Canary,
    Told,
    compose,
    due,
    judge,
    new_token,
    note_verdict,
)
from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.ports import Health, Tx
from controlroom.errors import BadInput, ControlRoomError, Sentence, WorldFault
from controlroom.handover.smtp import Smtp, sender_of, server_of
from controlroom.log import logger, where

_LOOK_S: Final = 1.0
_OFF_S: Final = 5.0  # between two looks at whether somebody has switched it on
_AGAIN: Final = timedelta(seconds=30)  # after a try that did not go out
_ASLEEP: Final = timedelta(seconds=90)  # the machine slept: what did not come meanwhile proves nothing
_TIDY: Final = timedelta(hours=1)
_log = logger("canary")

Write = Callable[[], AbstractContextManager[Tx]]
Look = Callable[[], tuple[Canary | None, CanaryStanding, Told]]


class CanaryLoop:
    """Switched on and off by a setting that it looks at. What it knows lies in the store, so it may die.

    `look` gives the setting, how the test mails stand, and what was last said of the mailbox.
    """

    def __init__(
        self,
        write: Write,
        look: Look,
        publish: Callable[[Health], None],
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._write, self._look, self._publish, self._now = write, look, publish, now
        self._since: datetime | None = None  # how long it has been looked without a break
        self._looked_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._tidied_at: datetime | None = None
        self._fault: str = ""
        self._said: tuple[str, str] | None = None

    def run(self, stop: Event) -> None:
        """Until `stop`. Never raises for a fault of the world."""
        while not stop.is_set():
            is_on = self._round()
            stop.wait(_LOOK_S if is_on else _OFF_S)
        self._off()

    def run_once(self) -> Health | None:
        """Send what is due and say how it is; None while it is off. Raises what the store does."""
        canary, standing, told = self._look()
        now = self._now()
        if canary is None or not canary.every_s:
            self._since = None
            self._off()
            return None
        if self._since is None or (self._looked_at is not None and now - self._looked_at > _ASLEEP):
            self._since = now
        self._looked_at = now
        if due(canary, standing, now) and self._may_try(now):
            self._send(canary, now)
            standing = self._look()[1]
        self._tidy(now)
        return self._judge(canary, standing, told, now)

    def _round(self) -> bool:
        try:
            return self.run_once() is not None
        except WorldFault as fault:
            self._say("late", fault.sentence, None)
        except Exception as fault:  # noqa: BLE001  the edge of the loop: it shows what it caught and goes on
            _log.error("a round of the test mails failed: %s", where(fault))
            text = Sentence("The test mail failed ({name}); it is tried again.", name=type(fault).__name__)
            self._say("late", text, None)
        return True

    def _may_try(self, now: datetime) -> bool:
        return self._tried_at is None or not timedelta() <= now - self._tried_at < _AGAIN

    def _send(self, canary: Canary, now: datetime) -> None:
        """Written down first, so that of two programs on this profile only one sends it."""
        token, self._tried_at = new_token(canary.key, now), now
        with self._write() as tx:
            if not due(canary, tx.canaries(), now):
                return
            tx.canary_sent(token, now)
        try:
            way = canary.connector
            Smtp(way).send(compose(canary, token, sender_of(way, server_of(way))), uuid4())
        except ControlRoomError as fault:
            with self._write() as tx:
                tx.canary_not_sent(token)
            self._fault = fault.sentence
            return
        self._fault, self._tried_at = "", None

    def _tidy(self, now: datetime) -> None:
        if self._tidied_at is None or abs(now - self._tidied_at) > _TIDY:
            with self._write() as tx:
                tx.tidy_canaries()
            self._tidied_at = now

    def _judge(self, canary: Canary, standing: CanaryStanding, told: Told, now: datetime) -> Health:
        assert self._since is not None
        state, text = judge(standing, since=self._since, now=now, fault=self._fault)
        health = self._say(state, text, standing.back)
        is_ill, is_well = state == "down", standing.back is not None and now - standing.back < PATIENCE
        if (is_well and told.is_ill) or (is_ill and not told.is_enough):
            with self._write() as tx:
                note_verdict(tx, canary, text, is_ill=is_ill)
        return health

    def _off(self) -> None:
        if self._said is not None and self._said[0] != "off":
            self._say("off", Sentence("No test mails are sent."), None)

    def _say(self, state: str, text: str, back: datetime | None) -> Health:
        is_ill = state in ("late", "down")
        health = Health(NAME, state, text, last_success=back, last_error=text if is_ill else "")
        if self._said != (state, text):
            self._said = (state, text)
            self._publish(health)
        return health


def try_way(canary: Canary) -> str:
    """Connect to its server and sign in, send nothing; one sentence. Raises WorldFault, BadInput."""
    if not canary.to or not canary.server:
        raise BadInput("Say which server takes the test mails, and which address they go to.")
    return Smtp(canary.connector).check()

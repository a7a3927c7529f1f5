"""How this desk's own mail goes is told to the room, and how everybody's does is heard."""

import time
from typing import Final

from controlroom.errors import ControlRoomError
from controlroom.sync.session import Session
from controlroom.sync.standing import Standing

EVERY_S: Final = 10.0  # who is silent for 35 s has ended: known within 60
SOON_S: Final = 1.0  # after another state
STUCK_S: Final = 300.0  # without a word of the loop that fetches, which has a deadline for each thing it does


class Fetching:
    """What is told here is noted by any thread; all else is the loop's."""

    def __init__(self) -> None:
        self._here: tuple[str, int | None] | None = None  # None: this desk fetches no mail
        self._noted_at = 0.0
        self._sent: str | None = None
        self._at = -EVERY_S

    def note(self, state: str, last_success: int | None) -> None:
        """How the mail of this desk goes now: ok, starting, late, down; microseconds since 1970."""
        self._noted_at = time.monotonic()
        self._here = (state, last_success)

    def due_in(self) -> float:
        """Seconds until the next exchange."""
        gap = EVERY_S if self._now()[0] == self._sent else SOON_S
        return max(0.0, self._at + gap - time.monotonic())

    def exchange(self, session: Session, standing: Standing) -> None:
        """Tell and hear, if it is time."""
        if self.due_in() > 0:
            return
        (state, last_success), self._at = self._now(), time.monotonic()
        self._sent = state
        standing.say(intakes=session.mail(state, last_success))

    def _now(self) -> tuple[str | None, int | None]:
        state, last_success = self._here or (None, None)
        is_stuck = state in ("ok", "late") and time.monotonic() > self._noted_at + STUCK_S
        return "down" if is_stuck else state, last_success

    def leave(self, session: Session) -> None:
        """This desk fetches no more, as far as the room knows; nothing depends on whether it hears it."""
        if self._here is None:
            return
        try:
            session.mail("off", self._here[1])
        except ControlRoomError:
            return  # it will be missed

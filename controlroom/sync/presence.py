"""Who has which case open, told and heard a little more than once a second. Never an event."""

import time
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from controlroom.casework.room.sharing import PresencePublish, Present
from controlroom.sync.session import Session

EVERY_S: Final = 0.8  # so that everybody knows within a second
SOON_S: Final = 0.4  # after a change here; typing goes on and off many times a second
_Here = tuple[UUID | None, bool]


class Presence:
    """What is open here is noted by any thread; all else is the loop's."""

    def __init__(self, publish: PresencePublish | None) -> None:
        self._publish = publish
        self._here: _Here = (None, False)
        self._sent: _Here | None = None
        self._sent_at = 0.0
        self._heard: Sequence[Present] = ()

    def beat(self, case_id: UUID | None, *, is_typing: bool) -> bool:
        """This is open here now. Says whether that is news."""
        is_news = (case_id, is_typing) != self._here
        self._here = (case_id, is_typing)
        return is_news

    def due_in(self) -> float:
        """Seconds until the next exchange; a very long time where nobody wants to know."""
        if self._publish is None:
            return 3600.0
        gap = EVERY_S if self._here == self._sent else SOON_S
        return max(0.0, self._sent_at + gap - time.monotonic())

    def exchange(self, session: Session) -> None:
        """Tell and hear, if it is time."""
        if self.due_in() > 0:
            return
        here = self._here
        self._sent, self._sent_at = here, time.monotonic()
        self._show(session.presence(here[0], is_typing=here[1]))

    def gone(self) -> None:
        """The line is lost: nobody is known to be anywhere."""
        self._sent = None
        self._show(())

    def _show(self, others: Sequence[Present]) -> None:
        if self._publish is not None and list(others) != list(self._heard):
            self._heard = others
            self._publish(others)

"""A claim left by somebody who is gone comes back into the queue and rings. Main thread only.

Gone is who has not been seen for the limit of the room: at no desk of it, or not at this desk alone.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot

from controlroom.casework.room.gone import left_behind, return_claim
from controlroom.ui.context import Room
from controlroom.ui.status.situation import Watchman

EVERY: Final = timedelta(seconds=10)


class GoneWatch(QObject):
    """Looks every ten seconds. In a shared room one desk does it: that of the first login by name."""

    def __init__(self, room: Room, watchman: Watchman, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._watchman = room, watchman
        self._seen: dict[str, datetime] = {}
        self._since: datetime | None = None  # from here on this desk could see who is there
        self._next: datetime | None = None

    def begin(self) -> None:
        """From now on."""
        self._room.tick.connect(self.on_tick)

    @Slot(object)
    def on_tick(self, now: datetime) -> None:
        """A second has passed."""
        if self._next is not None and now < self._next:
            return
        self._next = now + EVERY
        sharing = self._room.sharing
        if not sharing.is_alone and sharing.link.state not in ("connected", "behind"):
            self._since = None  # nobody can be seen from here
            return
        self._since = self._since or now
        there = {self._room.person, *sharing.present_logins}
        self._seen |= dict.fromkeys(there, now)
        if self._room.person == min(there):
            self._return(now)

    def _return(self, now: datetime) -> None:
        assert self._since is not None
        rows = self._watchman.situation.rows
        limit = self._room.state.limits.gone
        for row in left_behind(rows, self._seen, self._since, now, limit):
            self._room.tasks.act(
                partial(return_claim, case_id=row.id, owner=row.owner),
                done=partial(self._on_returned, row.owner),
            )

    def _on_returned(self, owner: str, number: str) -> None:
        if number:
            text = self.tr("%1 is back in the queue: %2 is gone.")
            self._room.say(text.replace("%2", owner).replace("%1", number), "warning")

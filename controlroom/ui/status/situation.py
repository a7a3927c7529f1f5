"""The situation: what the strip, the bottom line, the sound and the map are told, read in one go."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.casework.rows import MapRow, QueueFilter, QueueRow, Tallies
from controlroom.domain.events import utc_now
from controlroom.ui.tasks import TaskRunner

REFRESH_MS = 400
AGAIN_MS = 5_000  # after the store could not be read
MOST_LOOKED_AT = 500
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "unclaimed": ("new",),
    "locating": ("claimed", "locating", "located"),
    "handed": ("handed over", "acknowledged", "en route", "at scene"),
    "person": ("with the person", "outcome"),
    "follow": ("in follow-up",),
}


class Situation(msgspec.Struct, frozen=True):
    """The open cases, worst first, and the numbers. `soft` are new rows that ring once and softly."""

    tallies: Tallies = msgspec.field(default_factory=Tallies)
    mine: int = 0
    unplaced: int = 0
    contacts_due: int = 0  # follow-up plans with something due or overdue today
    reviews_due: int = 0  # persons whose data is to be looked at, for who decides it
    rows: tuple[QueueRow, ...] = ()
    places: tuple[MapRow, ...] = ()

    def count(self, group: str) -> int:
        """How many stand at a number of the strip."""
        if group == "unclaimed":
            return self.tallies.unclaimed
        return sum(self.tallies.by_state.get(state, 0) for state in GROUPS[group])

    def late(self, now: datetime, group: str = "") -> list[QueueRow]:
        """What is past its time, the longest late first; of one group, or of all."""
        states = GROUPS.get(group)
        found = [
            row
            for row in self.rows
            if row.due_at is not None and row.due_at <= now and (states is None or row.state in states)
        ]
        return sorted(found, key=lambda row: (_alarm(row, now), row.priority, row.due_at or now))

    def waiting(self) -> list[QueueRow]:
        """What rings until somebody claims it."""
        real = [row for row in self.rows if row.is_open and not row.is_exercise]
        return [row for row in real if not row.owner and row.ring == "alert"]


def _alarm(row: QueueRow, now: datetime) -> int:
    return 0 if row.alarm_at is not None and row.alarm_at <= now else 1


def read_situation(reader: Reader, *, person: str) -> Situation:
    """Runs on a reader thread."""
    places, care, now = tuple(reader.map_rows()), reader.care(), utc_now()
    return Situation(
        tallies=reader.tallies(),
        mine=reader.queue(QueueFilter(view="mine", person=person), limit=1).total,
        contacts_due=care.due(now),
        reviews_due=care.reviews_due(now),
        unplaced=sum(1 for row in places if row.lat is None and not row.is_exercise),
        rows=_rows(reader),
        places=places,
    )


def _rows(reader: Reader) -> tuple[QueueRow, ...]:
    """The worst of what is open; and what nobody has claimed, which rings however much lies before it."""
    worst = reader.queue(QueueFilter(view="open"), limit=MOST_LOOKED_AT).rows
    if len(worst) < MOST_LOOKED_AT:
        return worst
    unclaimed = reader.queue(QueueFilter(view="new"), limit=MOST_LOOKED_AT).rows
    known = {row.id for row in worst}
    return (*worst, *(row for row in unclaimed if row.id not in known))


class Watchman(QObject):
    """Reads the situation again after every change, at most a few times a second."""

    seen = Signal(object)  # Situation
    blinded = Signal()  # the store cannot be read: nothing is known, which is not the same as nothing
    soft_rang = Signal()  # a newsletter or bounce came in

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.situation = Situation()
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Read it now."""
        self._tasks.ask(
            partial(read_situation, person=self._tasks.person),
            done=self._on_read,
            failed=self._on_failed,
            key="situation",
        )

    def on_changes(self, changes: Changes) -> None:
        """Something was committed."""
        if changes.new_alerts:
            fresh = tuple(changes.new_alerts)
            self._tasks.ask(partial(_rings, case_ids=fresh), done=self._on_rings)
        if (changes.cases or changes.persons) and not self._timer.isActive():
            self._timer.start()

    def _on_read(self, now: Situation) -> None:
        self.situation = now
        self.seen.emit(now)

    def _on_failed(self, fault: Exception) -> None:
        """What rings goes on ringing; what is shown as known is not."""
        self.blinded.emit()
        self._tasks.faulted.emit(fault)
        QTimer.singleShot(AGAIN_MS, self, self.look)

    def _on_rings(self, rings: frozenset[str]) -> None:
        if "soft" in rings:
            self.soft_rang.emit()


def _rings(reader: Reader, *, case_ids: tuple[UUID, ...]) -> frozenset[str]:
    return frozenset(row.ring for row in reader.rows(case_ids))

"""Two desks claimed one case at once: whoever does not hold it in the end is told, in plain words."""

from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.casework.ports import Changes
from controlroom.casework.queries import CaseView, Reader
from controlroom.domain.events import Event
from controlroom.domain.fold import order_key
from controlroom.ui.case import ist
from controlroom.ui.context import Room

translate = QCoreApplication.translate


class Lost(NamedTuple):
    """Somebody else holds the case that this person claimed. `is_earlier`: theirs stands before ours."""

    owner: str
    event: Event
    is_earlier: bool


def lost_claim(view: CaseView, person: str) -> Lost | None:
    """Who holds the case that `person` claimed without knowing of the other; None where nothing was lost."""
    owner = view.case.owner
    claims = [e for e in view.events if e.kind == "case_claimed" and e.id not in view.undone]
    mine = [event for event in claims if event.actor == person]
    theirs = [event for event in claims if event.actor == owner]
    if not owner or owner == person or not mine or not theirs:
        return None
    last, first = max(mine, key=order_key), max(theirs, key=order_key)
    if first.body.get("from") == person or last.body.get("from") == owner:
        return None  # taken over knowingly: the one who did it saw who held it
    released = [e for e in view.events if e.kind == "case_released" and order_key(e) > order_key(last)]
    return None if released else Lost(owner, first, order_key(first) < order_key(last))


def lost_text(lost: Lost, clock: str) -> str:
    """One sentence: who holds it, and why it is not the one who reads this."""
    if lost.is_earlier:
        text = translate("claims", "Taken by %1 at %2, before you.")
    else:
        text = translate("claims", "Taken by %1 at %2, at the same moment as you.")
    return text.replace("%1", lost.owner).replace("%2", clock)


class ClaimWatch(QObject):
    """Remembers what was claimed here, and looks again when another claim arrives. Main thread only."""

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._claimed: set[UUID] = set()
        self._told: set[UUID] = set()  # ids of the claims that somebody was told of
        room.tasks.changed.connect(self.on_changes)

    def on_changes(self, changes: Changes) -> None:
        """Something was committed here or has arrived."""
        for event in changes.events:
            if event.kind != "case_claimed":
                continue
            if event.actor == self._room.person:
                self._claimed.add(event.stream_id)
            if event.stream_id in self._claimed:
                query = partial(_view, case_id=event.stream_id, person=self._room.person)
                self._room.tasks.ask(query, done=self._on_view, key=f"claim {event.stream_id}")

    def _on_view(self, view: CaseView | None) -> None:
        lost = lost_claim(view, self._room.person) if view is not None else None
        if view is None or lost is None or lost.event.id in self._told:
            return
        self._told.add(lost.event.id)
        clock = ist.clock_text(lost.event.at, self._room.now())
        self._room.say(f"{view.case.number}: {lost_text(lost, clock)}", "warning")


def _view(reader: Reader, *, case_id: UUID, person: str) -> CaseView | None:
    return reader.case_view(case_id, person=person)

"""Two desks claimed one case at once: whoever does not hold it in the end is told, in plain words."""

from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot

from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.casework.rows import CaseView
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
    if not owner or owner == person:
        return None
    pair = _at_once(view, person, owner)
    return Lost(owner, pair[1], order_key(pair[1]) < order_key(pair[0])) if pair else None


def other_claim(view: CaseView, person: str) -> Event | None:
    """The claim of somebody who claimed at the same time, where `person` holds the case."""
    if view.case.owner != person:
        return None
    others = dict.fromkeys(event.actor for event in view.events if event.kind == "case_claimed")
    pairs = [_at_once(view, other, person) for other in others if other != person]
    found = [pair[0] for pair in pairs if pair]
    return max(found, key=order_key, default=None)


def _at_once(view: CaseView, loser: str, owner: str) -> tuple[Event, Event] | None:
    """Their newest claims, where neither knew of the other and the loser did not let go."""
    claims = [e for e in view.events if e.kind == "case_claimed" and e.id not in view.undone]
    lost = [event for event in claims if event.actor == loser]
    held = [event for event in claims if event.actor == owner]
    if not lost or not held:
        return None
    last, first = max(lost, key=order_key), max(held, key=order_key)
    if first.body.get("from") == loser or last.body.get("from") == owner:
        return None  # taken over knowingly: the one who did it saw who held it
    between = sorted((order_key(last), order_key(first)))
    released = [e for e in view.events if e.kind == "case_released" and order_key(e) > between[0]]
    return None if released else (last, first)


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
        # When the rows are painted: what is asked of the store has its thread take turns with this one.
        room.tasks.changed.connect(self.on_changes, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
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
        if view is None:
            return
        lost, other = lost_claim(view, self._room.person), other_claim(view, self._room.person)
        if lost is not None and self._is_news(lost.event):
            text = lost_text(lost, ist.clock_text(lost.event.at, self._room.now()))
            self._room.say(f"{view.case.number}: {text}", "warning")
        elif other is not None and self._is_news(other):
            text = translate("claims", "%1 claimed it at the same time; you hold it.")
            self._room.say(f"{view.case.number}: {text.replace('%1', other.actor)}", "warning")

    def _is_news(self, event: Event) -> bool:
        is_news = event.id not in self._told
        self._told.add(event.id)
        return is_news


def _view(reader: Reader, *, case_id: UUID, person: str) -> CaseView | None:
    return reader.case_view(case_id, person=person)

"""What the map is told: outlines, streets, the open cases, the places tried for the chosen one."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Slot

from controlroom.casework.drawing import MapCandidate
from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.casework.rows import CaseView, MapRow
from controlroom.domain.case import Place
from controlroom.ui.case import ist
from controlroom.ui.context import Room
from controlroom.ui.map.pane import MapPane
from controlroom.ui.outside import Outside
from controlroom.ui.status.situation import Situation
from controlroom.wording import words

translate = QCoreApplication.translate


class MapFeed(QObject):
    """Between the room and the map pane. Main thread only."""

    def __init__(self, room: Room, outside: Outside, pane: MapPane, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._outside, self._pane = room, outside, pane
        self._is_outlined = self._is_read = False
        room.case_selected.connect(self._on_selected)
        room.language_changed.connect(self._on_language)
        pane.case_chosen.connect(self._on_chosen)

    @property
    def is_settled(self) -> bool:
        """Whether the map has been told everything and has drawn it."""
        return self._is_read and self._is_outlined and self._pane.is_drawn

    def begin(self) -> None:
        """Make the page, and read what lies under the cases."""
        self._pane.start()
        self.read_outlines()
        self._room.tasks.work(self._outside.street_map, done=self._on_street_map)

    def read_outlines(self) -> None:
        """At the start, and when other ones were imported."""
        self._room.tasks.work(self._outside.outlines, done=self._on_outlines)

    def on_changes(self, changes: Changes) -> None:
        """Something was committed."""
        if self._room.selected in changes.cases:
            self._ask_candidates()
        if changes.places:
            self.read_outlines()

    def show_situation(self, now: Situation) -> None:
        """The open cases, with a place and without."""
        rows = [marked(row) for row in now.places if row.lat is not None or not row.is_exercise]
        placed, unplaced = self._outside.map.sort_out(rows, self._room.now())
        self._pane.show_cases(placed)
        self._pane.show_unplaced(unplaced)
        self._is_read = True

    def _on_outlines(self, outlines: dict[str, Any]) -> None:
        self._is_outlined = True
        self._pane.show_outlines(outlines)

    def _on_street_map(self, street: Any) -> None:
        if street is not None:
            self._pane.set_street_map(street)

    @Slot(object)
    def _on_selected(self, case_id: UUID | None) -> None:
        self._pane.select(str(case_id) if case_id else None, centre=True)
        self._ask_candidates()

    @Slot(str)
    def _on_language(self, language: str) -> None:
        """What stands at the places of the case is said anew."""
        self._ask_candidates()

    def _ask_candidates(self) -> None:
        case_id = self._room.selected
        if case_id is None:
            self._pane.show_candidates([])
            return
        query = partial(_spots, case_id=case_id, now=self._room.now())
        self._room.tasks.ask(query, done=self._pane.show_candidates, key="candidates")

    @Slot(str)
    def _on_chosen(self, case_id: str) -> None:
        self._room.select(UUID(case_id))


def marked(row: MapRow) -> MapRow:
    """An exercise says so on the map too: grey, and in no district's load."""
    if not row.is_exercise:
        return row
    word = translate("QueueRow", "EXERCISE")
    return replace(row, state="exercise", alarm_at=None, handle=f"{word} {row.handle}".rstrip())


def _spots(reader: Reader, *, case_id: UUID, now: datetime) -> list[MapCandidate]:
    view: CaseView | None = reader.case_view(case_id)
    if view is None:
        return []
    current = view.case.place
    return [
        MapCandidate(
            lat=place.lat,
            lon=place.lon,
            accuracy_m=place.accuracy_m,
            is_guess=place.is_guess and not (place is current and view.case.choice),
            label=_label(place, now),
            is_current=place is current,
            is_refuted=place.is_refuted,
        )
        for place in view.case.places
    ]


def _label(place: Place, now: datetime) -> str:
    """ "STF 02:11"; whose it is where that is not the person."""
    whose = "" if place.whose == "person" else words.whose(place.whose)
    parts = (words.place_source(place.source), ist.clock_text(place.happened_at, now), whose)
    return " ".join(filter(None, parts))

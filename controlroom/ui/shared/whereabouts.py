"""Tells the shared database which case is open here and whether somebody types in it. Main thread only."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from controlroom.ui.case.stage import Stage
from controlroom.ui.context import Room

TYPING_FOR: Final = timedelta(seconds=4)  # after the last key somebody is still called typing


class Whereabouts(QObject):
    """Calls `room.sharing.beat` at once when something is another, else once a second."""

    def __init__(self, room: Room, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._stage = room, stage
        self._typed_at: datetime | None = None
        self._told: tuple[UUID | None, bool] = (None, False)
        self.is_hidden = False  # the window is locked: nobody reads here
        room.case_selected.connect(self._on_selected)
        room.tick.connect(self._on_tick)
        stage.typed.connect(self._on_typed)

    def hide(self, is_hidden: bool) -> None:
        """A locked window has no case open."""
        self.is_hidden = is_hidden
        self._tell()

    @Slot(object)
    def _on_selected(self, case_id: UUID | None) -> None:
        self._typed_at = None
        self._tell()

    @Slot()
    def _on_typed(self) -> None:
        self._typed_at = self._room.now()
        if not self._told[1]:
            self._tell()

    @Slot(object)
    def _on_tick(self, now: datetime) -> None:
        self._tell()

    def _tell(self) -> None:
        case_id = None if self.is_hidden else self._room.selected
        self._told = (case_id, case_id is not None and self._is_typing())
        self._room.sharing.beat(*self._told)

    def _is_typing(self) -> bool:
        is_fresh = self._typed_at is not None and self._room.now() - self._typed_at < TYPING_FOR
        return is_fresh and self._stage.is_of(self._room.selected)

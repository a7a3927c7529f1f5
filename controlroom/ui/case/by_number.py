"""Opens the case that bears a number: from this desk, else from the server."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from controlroom.casework.queries import Reader
from controlroom.ui.context import Room


class ByNumber(QObject):
    """Selects a case by the desk's number or the room's."""

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room

    def open(self, number: str) -> None:
        """Select it; the bottom line says so where there is none."""
        self._room.tasks.ask(partial(_id_of, number=number), done=partial(self._on_here, number))

    def _on_here(self, number: str, case_id: UUID | None) -> None:
        if case_id is None:
            self._room.sharing.fetch_case(number, done=partial(self._on_fetched, number))
        else:
            self._room.select(case_id)

    def _on_fetched(self, number: str, case_id: UUID | None) -> None:
        if case_id is None:
            self._room.say(self.tr("There is no case %1.").replace("%1", number), "warning")
        else:
            self._room.select(case_id)


def _id_of(reader: Reader, *, number: str) -> UUID | None:
    return reader.case_id_of(number)

"""The commands of the follow-up: a person's page and its forms, finding somebody, the roster."""

from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from controlroom.casework.queries import Reader
from controlroom.ui.context import Room

if TYPE_CHECKING:
    from controlroom.domain.care.person import Person

STEPS: Final = (
    "contact",
    "note",
    "consent",
    "refer",
    "reach",
    "family",
    "facts",
    "plan",
    "owner",
    "move",
    "end",
    "join",
    "split",
    "keep",
    "erase",
    "export",
)


class PersonCommands(QObject):
    """Each opens a window over this one; the forms stand on the page of the chosen case's person."""

    def __init__(self, room: Room, window: QWidget) -> None:
        super().__init__(window)
        self._room, self._window = room, window

    def register(self) -> None:
        """All of them in the book."""
        book = self._room.book
        book.register("person_page", self.open_page, enabled=self.has_case)
        for step in STEPS:
            book.register(f"care_{step}", partial(self.open_page, f"care_{step}"), enabled=self.has_case)
        book.register("find_person", self.find, run_with=self.find_text)
        book.register("roster", self.open_roster)

    def has_case(self) -> bool:
        """Whether a case is selected."""
        return self._room.selected is not None

    def open_page(self, step: str = "") -> None:
        """The page of whoever the chosen case is about, with this form open."""
        case_id = self._room.selected
        if case_id is not None:
            query = partial(_person_of, case_id=case_id)
            self._room.tasks.ask(query, done=partial(self._on_person, step), key="person-of-case")

    def _on_person(self, step: str, person: "Person | None") -> None:
        if person is None:
            text = self.tr("This case has no person's file yet: the outcome of the rescue opens it.")
            self._room.say(text, "warning")
            return
        self.open_person(person.id, step)

    def open_person(self, person_id: UUID, step: str = "") -> None:
        """The page of this person."""
        from controlroom.ui.person.window import PersonWindow

        self._open(PersonWindow(self._room, self._window, person_id, step=step))

    def find(self) -> None:
        """Somebody by name, number or account."""
        self.find_text("")

    def find_text(self, text: str) -> None:
        """The same, with what was typed on the command line."""
        from controlroom.ui.person.finder import FindWindow

        found = FindWindow(self._room, self._window, text=text)
        found.chosen.connect(self._on_chosen)
        self._open(found)

    @Slot(object)
    def _on_chosen(self, person_id: UUID) -> None:
        self.open_person(person_id)

    def open_roster(self) -> None:
        """Who keeps in touch, and how much each has."""
        from controlroom.ui.person.roster import RosterWindow

        self._open(RosterWindow(self._room, self._window))

    def _open(self, window: QDialog) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


def _person_of(reader: Reader, *, case_id: UUID) -> "Person | None":
    return reader.care().person_of_case(case_id)

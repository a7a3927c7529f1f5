"""Who sits at the desk: asked for by a command, kept for the next start, and told to every pane."""

import getpass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.ui.context import Room
from controlroom.ui.door.door import Door
from controlroom.ui.door.person_name import clean_name

MOST: Final = 40  # names that are remembered


class DeskPerson(QObject):
    """Keeps the name. `changed` comes after `room.person` is the new one. Main thread only."""

    leaving = Signal()  # before: what is typed still belongs to the one who goes
    changed = Signal(str)
    known = Signal()  # who sits here at the start
    forgotten = Signal(str)  # this person does not know the PIN any more

    def __init__(self, room: Room, window: QWidget, door: Door | None = None) -> None:
        super().__init__(window)
        self._room, self._window, self._door = room, window, door
        self._known: list[str] = []
        self._is_asked = False

    def begin(self) -> None:
        """Who sat here last sits here still, unless somebody was named at the start."""
        is_named = self._room.person != getpass.getuser()
        self._room.tasks.ask(_read, done=partial(self._on_read, is_named), key="desk person")

    def open(self) -> None:
        """Ask for the name."""
        self.open_for("")

    def open_for(self, typed: str, *, is_locked: bool = False) -> None:
        """Ask for the PIN of this person, or for a name. At a desk of the shared room one login sits."""
        from controlroom.ui.door.person_form import PersonForm

        if self._door is not None and self._door.login:
            text = self.tr("This desk is %1's in the shared room: sign out, and the next one signs in.")
            self._room.say(text.replace("%1", self._door.login), "warning")
            return
        name = clean_name(typed, self._known)
        form = PersonForm(
            self._room, self._known, self._window, door=self._door, name=name, is_locked=is_locked
        )
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.chosen.connect(self.use)
        form.forgotten.connect(self.forgotten)
        form.open()

    @Slot(str)
    def use(self, typed: str) -> None:
        """This person acts from now on."""
        name = clean_name(typed, self._known)
        if not name:
            return
        self._known = [name, *(one for one in self._known if one != name)][:MOST]
        is_other = name != self._room.person
        self._sit_down(name)
        if is_other and self._door is not None:
            self._door.note_sat_down(name)
        self._room.tasks.act(partial(_keep, person=name, people=list(self._known)))
        self._room.say(self.tr("%1 sits at this desk now.").replace("%1", name), "done")

    def _on_read(self, is_named: bool, kept: tuple[Any, Any, Any]) -> None:
        person, people, account = kept
        known = [one for one in people if isinstance(one, str)] if isinstance(people, list) else []
        self._known = list(dict.fromkeys([*self._known, *known]))
        login = str(account.get("login") or "") if isinstance(account, dict) else ""
        if login:  # at a desk of the shared room nobody else can act
            self._sit_down(login)
        elif isinstance(person, str) and person and not is_named and not self._is_asked:
            self._sit_down(person)
        self.known.emit()

    def _sit_down(self, name: str) -> None:
        self._is_asked = True
        if name != self._room.person:
            self.leaving.emit()
            self._room.tasks.person = name
            self.changed.emit(name)


def _read(reader: Reader) -> tuple[Any, Any, Any]:
    return reader.setting("person"), reader.setting("people"), reader.setting("account")


def _keep(tx: Tx, *, person: str, people: list[str]) -> None:
    tx.put_setting("person", person)
    tx.put_setting("people", people)

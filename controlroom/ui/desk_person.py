"""Who sits at the desk: asked for by a command, kept for the next start, and told to every pane."""

import getpass
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.ui.context import Room

LONGEST: Final = 60  # signs of a name
MOST: Final = 40  # names that are remembered


def clean_name(typed: str, known: Sequence[str]) -> str:
    """The name as it is kept: one spelling for one person; "" where nothing is typed."""
    name = " ".join("".join(sign for sign in typed if sign.isprintable()).split())[:LONGEST]
    return next((one for one in known if one.casefold() == name.casefold()), name)


class PersonForm(QDialog):
    """A name, typed or chosen. `chosen` carries it."""

    chosen = Signal(str)

    def __init__(self, room: Room, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._known = list(known)
        self.setWindowTitle(self.tr("Who sits at this desk?"))
        text = QLabel(self.tr("From now on every step is written down under this name."), self)
        text.setWordWrap(True)
        self.name = QComboBox(self, editable=True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.addItems(self._known)
        self.name.setCurrentText(room.person)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._problem.setStyleSheet(f"color: {room.tokens.act}")
        go, back = QPushButton(self.tr("Sit down"), self), QPushButton(self.tr("Back"), self)
        go.setProperty("kind", "primary")
        go.setDefault(True)
        back.setAutoDefault(False)
        go.clicked.connect(self._on_go)
        back.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (text, self.name, self._problem):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setMinimumWidth(room.tokens.px(420))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        field = self.name.lineEdit()
        if field is not None:
            field.selectAll()

    @Slot()
    def _on_go(self) -> None:
        name = clean_name(self.name.currentText(), self._known)
        if not name:
            self._problem.show()
            self._problem.setText(self.tr("Type the name of the person who sits here."))
            return
        self.chosen.emit(name)
        self.accept()


class DeskPerson(QObject):
    """Keeps the name. `changed` comes after `room.person` is the new one. Main thread only."""

    leaving = Signal()  # before: what is typed still belongs to the one who goes
    changed = Signal(str)

    def __init__(self, room: Room, window: QWidget) -> None:
        super().__init__(window)
        self._room, self._window = room, window
        self._known: list[str] = []
        self._is_asked = False

    def begin(self) -> None:
        """Who sat here last sits here still, unless somebody was named at the start."""
        is_named = self._room.person != getpass.getuser()
        self._room.tasks.ask(_read, done=partial(self._on_read, is_named), key="desk person")

    def open(self) -> None:
        """Ask for the name."""
        form = PersonForm(self._room, self._known, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.chosen.connect(self.use)
        form.open()

    @Slot(str)
    def use(self, typed: str) -> None:
        """This person acts from now on."""
        name = clean_name(typed, self._known)
        if not name:
            return
        self._known = [name, *(one for one in self._known if one != name)][:MOST]
        self._sit_down(name)
        self._room.tasks.act(partial(_keep, person=name, people=list(self._known)))
        self._room.say(self.tr("%1 sits at this desk now.").replace("%1", name), "done")

    def _on_read(self, is_named: bool, kept: tuple[Any, Any]) -> None:
        person, people = kept
        known = [one for one in people if isinstance(one, str)] if isinstance(people, list) else []
        self._known = list(dict.fromkeys([*self._known, *known]))
        if isinstance(person, str) and person and not is_named and not self._is_asked:
            self._sit_down(person)

    def _sit_down(self, name: str) -> None:
        self._is_asked = True
        if name != self._room.person:
            self.leaving.emit()
            self._room.tasks.person = name
            self.changed.emit(name)


def _read(reader: Reader) -> tuple[Any, Any]:
    return reader.setting("person"), reader.setting("people")


def _keep(tx: Tx, *, person: str, people: list[str]) -> None:
    tx.put_setting("person", person)
    tx.put_setting("people", people)

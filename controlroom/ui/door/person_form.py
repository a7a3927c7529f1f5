"""The form for who sits at the desk: a name, typed or chosen, and the PIN of who has one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from controlroom.ui.case.kit import button
from controlroom.ui.context import Room
from controlroom.ui.door.door import Door
from controlroom.ui.door.person_name import clean_name
from controlroom.ui.kit.card import Card, secret_field


class PersonForm(Card):
    """`chosen` carries the name, once the PIN was right. `is_locked`: only who has a PIN may come in."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(
        self,
        room: Room,
        known: Sequence[str],
        parent: QWidget,
        *,
        door: Door | None = None,
        name: str = "",
        is_locked: bool = False,
    ) -> None:
        super().__init__(room, parent, icon="user-gear", width=440)
        self._door, self._is_locked = door, is_locked
        with_pin = door.with_pin() if door is not None else []
        everybody = dict.fromkeys([*known, *with_pin])
        self._known = [one for one in everybody if not is_locked or one in with_pin]
        self.name_it(self.tr("Who sits at this desk?"))
        self.explain(self._why())
        self.go.setText(self.tr("Sit down"))
        self.back.setText(self.tr("Back"))
        self.name = QComboBox(self, editable=not is_locked)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.addItems(self._known)
        self._pin_label = QLabel(self.tr("PIN"), self)
        self.pin = secret_field(room, self)
        self._forgot = button(self, "quiet")
        self._forgot.setText(self.tr("Forgotten…"))
        self._forgot.clicked.connect(self._on_forgotten)
        row = QHBoxLayout()
        for part in (self._pin_label, self.pin, self._forgot):
            row.addWidget(part, int(part is self.pin))
        self.body.addWidget(self.name)
        self.body.addLayout(row)
        self.name.currentTextChanged.connect(self._on_name)
        self.name.setCurrentText(name or ("" if is_locked else room.person))
        self._on_name()
        self._focus_first()

    def _why(self) -> str:
        if self._is_locked:
            return self.tr("Who has a PIN at this desk takes over; what %1 has typed stays theirs.").replace(
                "%1", self.room.person
            )
        return self.tr("From now on every step is written down under this name.")

    def _focus_first(self) -> None:
        field = self.name.lineEdit()
        is_asked = not self.pin.isHidden() and (
            self._is_locked or self.name.currentText() != self.room.person
        )
        (self.pin if is_asked else self.name).setFocus(Qt.FocusReason.OtherFocusReason)
        if field is not None:
            field.selectAll()

    def _kind(self, name: str) -> str:
        return self._door.kind_of(name) if self._door is not None else ""

    def _typed(self) -> str:
        return clean_name(self.name.currentText(), self._known)

    @Slot()
    def _on_name(self) -> None:
        kind = self._kind(self._typed())
        is_other = self._is_locked or self._typed() != self.room.person
        for part in (self._pin_label, self.pin, self._forgot):
            part.setVisible(bool(kind) and is_other)
        self.pin.clear()
        self.say("")

    @Slot()
    def submit(self) -> None:
        """Check the PIN, if there is one."""
        name = self._typed()
        if not name:
            self.say(self.tr("Type the name of the person who sits here."), "soon")
            return
        if self._door is None or self.pin.isHidden():
            self._on_answer(name, True, 0)
            return
        self.go.setEnabled(False)
        self._door.knock(name, self.pin.text(), partial(self._on_answer, name))

    def _on_answer(self, name: str, is_right: bool, wait: int) -> None:
        self.go.setEnabled(True)
        if is_right:
            self.chosen.emit(name)
            self.accept()
            return
        text = self.tr("That is not the PIN. The next try is possible in %1 s.")
        self.say(text.replace("%1", str(wait)))
        self.pin.selectAll()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_forgotten(self) -> None:
        self.forgotten.emit(self._typed())

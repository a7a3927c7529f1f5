"""The forms for the PIN: set or change one's own, set a forgotten one anew, and when the window locks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from controlroom.casework.ports import Tx
from controlroom.casework.room.people import clean_pin
from controlroom.errors import BadInput
from controlroom.ui.context import Room
from controlroom.ui.door.door import Door
from controlroom.ui.kit.card import Card, secret_field

MINUTES = (2, 5, 10, 15, 30, 60, 0)


class _PinCard(Card):
    """What both have: the new PIN twice, and the check of somebody's old one."""

    def __init__(self, room: Room, door: Door, parent: QWidget, *, icon: str) -> None:
        super().__init__(room, parent, icon=icon, width=480)
        self.door = door
        self.new, self.again = secret_field(room, self), secret_field(room, self)
        self.back.setText(self.tr("Back"))
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(room.tokens.px(16))
        self.form.setVerticalSpacing(room.tokens.px(10))
        self.body.addLayout(self.form)

    def new_pin(self) -> str:
        """What is typed. Raises BadInput."""
        if self.new.text() != self.again.text():
            raise BadInput(self.tr("The two PINs are not the same; type both again."))
        return clean_pin(self.new.text())

    def refuse(self, field: QLineEdit, wait: int) -> None:
        """The PIN in this field was not right."""
        self.go.setEnabled(True)
        text = self.tr("That is not the PIN. The next try is possible in %1 s.")
        self.say(text.replace("%1", str(wait)))
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)


class PinForm(_PinCard):
    """One's own PIN, and after how many idle minutes the window locks."""

    kept = Signal()

    def __init__(self, room: Room, door: Door, parent: QWidget, *, minutes: int) -> None:
        super().__init__(room, door, parent, icon="key")
        self._kind, self._minutes_before = door.kind_of(room.person), minutes
        self.name_it(self.tr("PIN and lock"))
        self.explain(self._why())
        self.old = secret_field(room, self)
        self.minutes = QComboBox(self)
        for choice in MINUTES:
            self.minutes.addItem(self._minutes_text(choice), choice)
        self.minutes.setCurrentIndex(max(0, self.minutes.findData(minutes)))
        self.form.addRow(self.tr("PIN until now"), self.old)
        self.form.addRow(self.tr("New PIN"), self.new)
        self.form.addRow(self.tr("The same once more"), self.again)
        self.form.addRow(self.tr("Lock by itself"), self.minutes)
        self.form.setRowVisible(self.old, self._kind == "pin")
        for field in (self.new, self.again):
            self.form.setRowVisible(field, self._kind != "password")
        self.go.setText(self.tr("Save"))
        first = {"pin": self.old, "password": self.minutes}.get(self._kind, self.new)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _why(self) -> str:
        if self._kind == "password":
            return self.tr("You unlock this window with the password of the shared database.")
        if self._kind == "pin":
            return self.tr("Leave the new PIN empty to keep the one you have.")
        text = self.tr("With a PIN nobody else can act as %1 at this desk. It unlocks the window, too.")
        return text.replace("%1", self.room.person)

    def _minutes_text(self, minutes: int) -> str:
        if not minutes:
            return self.tr("never: only by its key")
        return self.tr("after %1 idle minutes").replace("%1", str(minutes))

    @Slot()
    def submit(self) -> None:
        """Keep what is set here; a PIN that is there is asked for before it is another."""
        if not self.new.text() and not self.again.text():
            self._keep_minutes()
            self.accept()
            return
        pin = self.typed_or_say(self.new_pin)
        if pin is None:
            return
        self.go.setEnabled(False)
        if self._kind == "pin":
            self.door.knock(self.room.person, self.old.text(), partial(self._on_answer, pin))
        else:
            self._on_answer(pin, True, 0)

    def _on_answer(self, pin: str, is_right: bool, wait: int) -> None:
        if not is_right:
            self.refuse(self.old, wait)
            return
        change = "changed" if self._kind else "set"
        self.door.set_pin(self.room.person, pin, change=change, done=self._on_kept)

    def _on_kept(self) -> None:
        self._keep_minutes()
        self.room.say(self.tr("The PIN is set."), "done")
        self.accept()

    def _keep_minutes(self) -> None:
        minutes = int(self.minutes.currentData())
        if minutes != self._minutes_before:
            self.door.lock_minutes = minutes
            self.room.tasks.act(partial(_put_minutes, minutes=minutes))
        self.kept.emit()


class ForgottenForm(_PinCard):
    """A second person of the desk lets somebody in again, with their own PIN."""

    def __init__(self, room: Room, door: Door, parent: QWidget, *, name: str) -> None:
        super().__init__(room, door, parent, icon="users")
        self._name = name
        others = [one for one in door.with_pin() if one != name]
        self.name_it(self.tr("A new PIN for %1").replace("%1", name))
        self.second = QComboBox(self)
        self.second.addItems(others)
        self.pin = secret_field(room, self)
        self.form.addRow(self.tr("Second person"), self.second)
        self.form.addRow(self.tr("Their PIN"), self.pin)
        self.form.addRow(self.tr("New PIN"), self.new)
        self.form.addRow(self.tr("The same once more"), self.again)
        self.go.setText(self.tr("Set the new PIN"))
        self._show(others)

    def _show(self, others: Sequence[str]) -> None:
        if others:
            text = self.tr("A second person of this desk confirms who you are. The log says who it was.")
            self.explain(text)
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.explain(
            self.tr(
                "Nobody else at this desk has a PIN. Let the administrator start the program under their own"
                " name, set a PIN there and confirm yours."
            )
        )
        for row in (self.second, self.pin, self.new, self.again):
            self.form.setRowVisible(row, False)
        self.go.hide()

    @Slot()
    def submit(self) -> None:
        """First the second person's PIN, then the new one."""
        pin = self.typed_or_say(self.new_pin)
        if pin is None:
            return
        self.go.setEnabled(False)
        second = self.second.currentText()
        self.door.knock(second, self.pin.text(), partial(self._on_answer, second, pin))

    def _on_answer(self, second: str, pin: str, is_right: bool, wait: int) -> None:
        if not is_right:
            self.refuse(self.pin, wait)
            return
        self.door.set_pin(self._name, pin, change="reset", by=second, done=self._on_kept)

    def _on_kept(self) -> None:
        self.room.say(self.tr("The PIN of %1 is set anew.").replace("%1", self._name), "done")
        self.accept()


def _put_minutes(tx: Tx, *, minutes: int) -> None:
    tx.put_setting("lock_minutes", minutes)

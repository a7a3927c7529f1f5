"""The form that gives a command another key."""

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

from controlroom.casework.ports import Tx
from controlroom.ui.context import Room
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.keyboard.keys import ALONE, sequence_of
from controlroom.ui.kit.card import Card

KEPT = frozenset(
    {"Esc", "Return", "Enter", "Tab", "Shift+Tab", "Backspace", "Space"}
)  # have one meaning everywhere


class KeyCatcher(QPushButton):
    """Shows a key; with the focus on it, the next key pressed is the new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sequence = ""

    def put(self, sequence: str) -> None:
        """This key."""
        self.sequence = sequence
        text = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(text or self.tr("no key"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ALONE:
            return
        sequence = sequence_of(event)
        if sequence and sequence not in KEPT:
            self.put(sequence)
        else:
            super().keyPressEvent(event)


class KeysForm(Card):
    """Choose a command, press its new key, save. A key that is taken is said, and not taken away."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="keyboard", width=480)
        self.name_it(self.tr("Change the keys"))
        self.command = QComboBox(self)
        for command in room.book.all():
            if command.key != "back":
                self.command.addItem(command.title, command.key)
        self.catcher = KeyCatcher(self)
        form = QFormLayout()
        form.setSpacing(room.tokens.px(10))
        form.addRow(self.tr("Command"), self.command)
        form.addRow(self.tr("Its key: press it here"), self.catcher)
        self.body.addLayout(form)
        self.add_button(self.tr("All as they came")).clicked.connect(self.reset)
        self.back.setText(self.tr("Back"))
        self.go.setText(self.tr("Save"))
        self.go.setDefault(False)  # Return on the key is no wish to save
        self.go.setAutoDefault(False)
        self.command.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def _key(self) -> str:
        return str(self.command.currentData() or "")

    @Slot()
    def _show(self) -> None:
        self._show_key()
        self.say("")

    @Slot()
    def submit(self) -> None:
        """The key is this command's from now on, unless another has it."""
        taken = holder(self.room.book, self.catcher.sequence, self._key)
        if taken:
            text = self.tr("That key belongs to “%1”; give that one another key first.")
            self.say(text.replace("%1", command_words.title(taken)))
            return
        own = self.room.book.own_keys()
        own[self._key] = [self.catcher.sequence] if self.catcher.sequence else []
        self._use(own, self.tr("Saved: it holds from now on."))

    @Slot()
    def reset(self) -> None:
        """Every command has the key it came with."""
        self._use({}, self.tr("Every key is as it came."))
        self._show_key()

    def _use(self, own: dict[str, list[str]], sentence: str) -> None:
        self.room.book.set_keys(own)
        self.room.tasks.act(partial(_put, own=own))
        self.say(sentence, "safe")

    def _show_key(self) -> None:
        keys = self.room.book.keys_of(self._key)
        self.catcher.put(keys[0] if keys else "")


def holder(book: CommandBook, sequence: str, but: str) -> str:
    """The other command that this key calls, or ""."""
    found = book.at_keys(sequence) if sequence else None
    return found.key if found and found.key != but else ""


def _put(tx: Tx, *, own: dict[str, Any]) -> None:
    tx.put_setting("keys", own)

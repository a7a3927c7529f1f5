"""Keys to commands, by the key that is pressed and not by the letter that a Hindi layout makes of it."""

import sys
from collections.abc import Mapping
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from controlroom.ui.keyboard.commands import CommandBook

_ROWS: Final = ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (44, "zxcvbnm,./"))
SCAN_TO_SIGN: Final[Mapping[int, str]] = {
    start + at: sign for start, row in _ROWS for at, sign in enumerate(row)
}
INSCRIPT: Final[Mapping[str, str]] = {
    **dict(zip("ौैाीूबहगदज", "qwertyuiop", strict=True)),
    **dict(zip("ोे्िुपरकत", "asdfghjkl", strict=True)),
    **dict(zip("ंमनवलस", "xcvbnm", strict=True)),
    "य": "/",
}
NO_LETTER: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
ALONE: Final = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


def sequence_of(event: QKeyEvent) -> str:
    """The key sequence of an event in portable text ("Ctrl+K"), as a Latin layout would have it."""
    key, modifiers = event.key(), event.modifiers() & (NO_LETTER | _SHIFT)
    if not _is_plain(key):
        sign = INSCRIPT.get(event.text()) or SCAN_TO_SIGN.get(_scan_code(event), "")
        if not sign:
            return ""
        if sign == "/" and modifiers & _SHIFT:
            sign = "?"
        key = ord(sign.upper())
    if 0x20 < key < 0x7F and not chr(key).isalnum():
        modifiers &= ~_SHIFT  # "?" is its own key, whatever makes it
    made = QKeySequence(QKeyCombination(modifiers, Qt.Key(key)))
    return made.toString(QKeySequence.SequenceFormat.PortableText)


def _is_plain(key: int) -> bool:
    """Latin letters and signs, and keys that are no letters: Esc, F5, arrows."""
    return 0x20 <= key < 0x7F or (0x01000000 <= key < 0x01100000 and key != Qt.Key.Key_unknown)


def _scan_code(event: QKeyEvent) -> int:
    """As evdev counts them, which are those of Windows too; X11 counts eight more."""
    code = event.nativeScanCode()
    return code - 8 if sys.platform.startswith("linux") and code > 8 else code


def is_typing(widget: QWidget | None) -> bool:
    """Whether letters go into this widget as text."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)


def fires_while_typing(sequence: str) -> bool:
    """Ctrl and Alt combinations and function keys do; letters, Home and Esc belong to the field."""
    last = sequence.rsplit("+", 1)[-1]
    is_function = last[:1] == "F" and last[1:].isdigit()
    return is_function or (sequence.startswith(("Ctrl+", "Alt+", "Meta+")) and sequence not in FIELD_KEYS)


TAKES_KEYS: Final = "takesKeys"  # a widget with this property hears every key itself
TAKES_LETTERS: Final = "takesLetters"  # in whatever lies in such a widget letters are no commands
FIELD_KEYS: Final = frozenset(
    {"Ctrl+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Home", "Ctrl+End"}
)


def is_in_form(widget: QWidget | None) -> bool:
    """Whether it lies in a form that is being filled in."""
    while widget is not None:
        if widget.property(TAKES_LETTERS):
            return True
        widget = widget.parentWidget()
    return False


def bring_up(widget: QWidget) -> None:
    """The keys go to the window that this is in: it may be torn off, and letters elsewhere are commands."""
    window = widget.window()
    if not window.isActiveWindow():
        window.activateWindow()


class KeyFilter(QObject):
    """Watches the windows of the room. Dialogs are not watched: in them keys are keys."""

    def __init__(self, book: CommandBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._docks: list[QDockWidget] = []
        self.touched_at = monotonic()  # when somebody last moved the mouse or pressed a key

    def watch(self, window: QWindow | None) -> None:
        """Keys that arrive at this window are looked at first."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def watch_dock(self, dock: QDockWidget) -> None:
        """A pane that is torn off is a window of its own: its keys are the room's too."""
        self._docks.append(dock)
        dock.visibilityChanged.connect(self._on_torn)
        dock.topLevelChanged.connect(self._on_torn)

    @Slot()
    def _on_torn(self) -> None:
        QTimer.singleShot(0, self, self._watch_torn)

    @Slot()
    def _watch_torn(self) -> None:
        for dock in self._docks:
            if dock.isFloating():
                self.watch(dock.windowHandle())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.touched_at = monotonic()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
            return False
        return self.press(event)

    def press(self, event: QKeyEvent) -> bool:
        """Run what the key calls; says whether it was used up."""
        focus = QApplication.focusWidget()
        if focus is not None and focus.property(TAKES_KEYS):
            return False
        sequence = sequence_of(event)
        command = self._book.at_keys(sequence) if sequence else None
        if command is None:
            return False
        if (is_typing(focus) or is_in_form(focus)) and not fires_while_typing(sequence):
            return False
        if event.isAutoRepeat() and command.key not in ("down", "up", "bigger", "smaller"):
            return True
        return self._book.run(command.key)

"""A box for many lines: what was heard, or a whole message pasted."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from controlroom.ui.forms.fields import Field
from controlroom.ui.kit.theme import Tokens

LINES = 5


class _Box(QPlainTextEdit):
    """Enter saves, Shift+Enter begins a line, Tab goes on; only plain text is ever pasted."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())


class BoxField(Field):
    """Several lines of text."""

    takes_words = True

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, name)
        self._is_filling = False
        self.editor = _Box(self)
        self.editor.textChanged.connect(self._on_changed)
        self.editor.entered.connect(self.entered)
        self.finish(self.editor)

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * LINES + tokens.px(18))

    def text(self) -> str:
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        if text != self.text():
            self._is_filling = True
            self.editor.setPlainText(text)
            self._is_filling = False
        self.show_problem("")

    def say_example(self, example: str) -> None:
        """What one would type here."""
        self.editor.setPlaceholderText(example)

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self.show_problem("")
            self.edited.emit()

"""The keys, on one sheet over the window."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from controlroom.ui import command_words, theme
from controlroom.ui.context import Room
from controlroom.ui.keys import ALONE, TAKES_KEYS, bring_up
from controlroom.ui.palette import focus_again

COLUMNS = 3


class KeysSheet(QFrame):
    """Computed from the commands; any key puts it away."""

    left = Signal()

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._room, self._around = room, parent
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._inner: QWidget | None = None
        self._before: QWidget | None = None
        self.setProperty(TAKES_KEYS, True)  # or a key that puts it away would claim a case
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open(self) -> None:
        """Show the keys as they are now."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        if self._inner is not None:
            self._inner.deleteLater()
        self._inner = self._sheet()
        self._column.addWidget(self._inner)
        self.place()
        self.show()
        self.raise_()
        bring_up(self)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """In the middle of the window."""
        around = self._around.rect()
        size = self.sizeHint().boundedTo(around.size())
        self.setGeometry(
            (around.width() - size.width()) // 2,
            (around.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and event.key() not in ALONE:
            self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
        focus_again(self._before)

    @Slot()
    def _change(self) -> None:
        self._leave()
        self._room.book.run("change_keys")

    def _sheet(self) -> QWidget:
        t, book = self._room.tokens, self._room.book
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(t.px(14))
        grid.setVerticalSpacing(t.px(5))
        title = QLabel(self.tr("Keys"), inner)
        title.setFont(theme.font(t, 15, bold=True))
        grid.addWidget(title, 0, 0, 1, 2 * COLUMNS)
        with_keys = [command for command in book.all() if book.keys_of(command.key)]
        per_column = -(-len(with_keys) // COLUMNS)
        for at, command in enumerate(with_keys):
            row, column = at % per_column + 1, 2 * (at // per_column)
            key = QLabel(book.key_text(command.key), inner)
            key.setFont(theme.font(t, 12, bold=True))
            key.setStyleSheet(
                f"background: {t.ground}; border: 1px solid {t.line}; border-radius: 4px; padding: 1px 6px;"
            )
            key.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(key, row, column)
            grid.addWidget(QLabel(command_words.title(command.key), inner), row, column + 1)
        change = QPushButton(command_words.title("change_keys"), inner)
        change.setProperty("kind", "quiet")
        change.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        change.clicked.connect(self._change)
        at = Qt.AlignmentFlag.AlignRight
        grid.addWidget(change, per_column + 1, 0, 1, 2 * COLUMNS, at)
        return inner

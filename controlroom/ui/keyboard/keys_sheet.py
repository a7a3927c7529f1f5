"""The keys, on one sheet over the window."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from controlroom.ui.context import Room
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.commands import Command
from controlroom.ui.keyboard.keys import ALONE, TAKES_KEYS, bring_up
from controlroom.ui.keyboard.palette import focus_again
from controlroom.ui.kit import theme

COLUMNS = 4  # or fewer, where the words are large


_SCROLLS: Final[Mapping[int, QAbstractSlider.SliderAction]] = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class _Scroll(QScrollArea):
    """As large as what is in it, where there is room."""

    def sizeHint(self) -> QSize:
        inner = self.widget()
        return inner.sizeHint() if inner is not None else super().sizeHint()


class KeysSheet(QFrame):
    """Computed from the commands; any key puts it away."""

    left = Signal()

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._room, self._around = room, parent
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        self._scroll = _Scroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        column.addWidget(self._scroll)
        self._before: QWidget | None = None
        self.setProperty(TAKES_KEYS, True)  # or a key that puts it away would claim a case
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open(self) -> None:
        """Show the keys as they are now."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        inner = self._sheet()
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)  # the line before has set it
        inner.setMinimumSize(inner.sizeHint())
        self.place()
        self.show()
        self.raise_()
        bring_up(self)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """In the middle of the window."""
        around = self._around.rect()
        size = self.sizeHint()
        if size.height() > around.height():
            size.setWidth(size.width() + self._scroll.verticalScrollBar().sizeHint().width())
        size = size.boundedTo(around.size())
        self.setGeometry(
            (around.width() - size.width()) // 2,
            (around.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        if bar.maximum() and event.key() in _SCROLLS:
            bar.triggerAction(_SCROLLS[event.key()])
        elif not event.isAutoRepeat() and event.key() not in ALONE:
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
        """What stands on it, in as many columns as the window is wide enough for."""
        room = self._around.width() - 2 * 24 - self._room.tokens.px(10)
        for columns in range(COLUMNS, 1, -1):
            inner = self._in_columns(columns)
            if inner.sizeHint().width() <= room:
                return inner
            inner.hide()
            inner.deleteLater()
        return self._in_columns(1)

    def _in_columns(self, columns: int) -> QWidget:
        t, book = self._room.tokens, self._room.book
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(t.px(14))
        grid.setVerticalSpacing(t.px(5))
        title = QLabel(self.tr("Keys"), inner)
        title.setFont(theme.font(t, 15, bold=True))
        grid.addWidget(title, 0, 0, 1, 2 * columns)
        placed = self._placed(columns)
        for row, column, command in placed:
            if isinstance(command, str):
                heading = QLabel(command, inner)
                heading.setProperty("kind", "dim")
                grid.addWidget(heading, row, column, 1, 2)
                continue
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
        grid.addWidget(change, max(row for row, _, _ in placed) + 1, 0, 1, 2 * columns, at)
        return inner

    def _placed(self, columns: int) -> list[tuple[int, int, str | Command]]:
        """(row, column of the grid, heading or command), by menu; a heading stands over one of its own."""
        book = self._room.book
        with_keys = [command for command in book.all() if book.keys_of(command.key)]
        entries: list[str | Command] = []
        for menu in (*command_words.MENUS, ""):
            found = [one for one in with_keys if command_words.menu_of(one.key) == menu]
            entries += [command_words.menu_heading(menu), *found] if found else []
        most = -(-len(entries) // columns)
        placed, row, column = list[tuple[int, int, str | Command]](), 1, 0
        for entry in entries:
            if row > most + (not isinstance(entry, str)) and column < columns - 1:
                row, column = 1, column + 1
            placed.append((row, 2 * column, entry))
            row += 1
        return placed

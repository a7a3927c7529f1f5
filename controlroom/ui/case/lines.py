"""The list that facts, places, hand-overs and the log share: a time or label, what it is, where from."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from controlroom.ui.case.kit import tip
from controlroom.ui.case.line import Line
from controlroom.ui.case.line_paint import LineDelegate
from controlroom.ui.kit.theme import Tokens

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
BATCH = 60  # lines that are laid out at a time
MOST = 500  # lines shown of one case; a hostile mail may hold thousands of links


class Role(IntEnum):
    """What the delegate asks for."""

    LINE = Qt.ItemDataRole.UserRole + 1


class LinesModel(QAbstractListModel):
    """Lines in the order they are given; `apply` tells the view only what changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Role.LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(filter(None, (line.lead, line.title, line.tag, line.detail, line.aside)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.tip)
        return None

    def line(self, row: int) -> Line | None:
        """The line in this row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def apply(self, lines: Sequence[Line]) -> None:
        """Show these; a line is the same while its key is."""
        fresh = list({line.key: line for line in lines[:MOST]}.values())
        if not (self._lines and fresh):
            self._exchange(fresh)
            return
        keys = {line.key for line in fresh}
        for row in reversed(range(len(self._lines))):
            if self._lines[row].key not in keys:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._lines[row]
                self.endRemoveRows()
        for row, line in enumerate(fresh):
            self._set(row, line)

    def _exchange(self, fresh: list[Line]) -> None:
        """All at once, where none stays."""
        if self._lines:
            self.beginRemoveRows(_NOWHERE, 0, len(self._lines) - 1)
            self._lines = []
            self.endRemoveRows()
        if fresh:
            self.beginInsertRows(_NOWHERE, 0, len(fresh) - 1)
            self._lines = fresh
            self.endInsertRows()

    def _set(self, row: int, line: Line) -> None:
        at = next((at for at in range(row, len(self._lines)) if self._lines[at].key == line.key), None)
        if at is None:
            self.beginInsertRows(_NOWHERE, row, row)
            self._lines.insert(row, line)
            self.endInsertRows()
            return
        if at != row:
            self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, row)
            self._lines.insert(row, self._lines.pop(at))
            self.endMoveRows()
        if self._lines[row] != line:
            self._lines[row] = line
            index = self.index(row)
            self.dataChanged.emit(index, index)


class LinesView(QListView):
    """The list. `picked` on a click or Enter carries the Line."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, tokens: Tokens, *, title_size: float = 13) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self._delegate = LineDelegate(self, tokens, title_size)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # a long log is seen before all of it is measured
        self.setBatchSize(BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._delegate.dress(tokens)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """These lines; the selection stays on its line."""
        self._delegate.measure(lines)
        self.lines.apply(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt measures anew at another height; words wrap at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def stand_at_top(self) -> None:
        """The keys begin at the first line, which is not chosen by that."""
        first = self.lines.index(0)
        self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def selected_line(self) -> Line | None:
        """The line that is selected."""
        index = self.currentIndex()
        return self.lines.line(index.row()) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentIndex())
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) or event.text().isdigit():
            event.ignore()  # they turn the tabs
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, never a search."""

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._pick(index)

    def _pick(self, index: QModelIndex) -> None:
        line = self.lines.line(index.row()) if index.isValid() else None
        if line is not None:
            self.picked.emit(line)

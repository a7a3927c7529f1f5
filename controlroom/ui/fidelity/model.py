"""The rows of the fidelity figures, and the bar of each. The words are looked up when the rows come."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from controlroom.casework.care.fidelity import Tally
from controlroom.ui.fidelity import words
from controlroom.ui.kit.rows import Index, RowsModel
from controlroom.ui.kit.theme import Tokens, mixed

_COLUMNS = tuple(words.COLUMNS)
BAR: Final = _COLUMNS.index("bar")
TALLY: Final = Qt.ItemDataRole.UserRole


class FidelityModel(RowsModel):
    """One window or group a row."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(_COLUMNS, words.column, parent)
        self._tokens = tokens
        self.rows: list[tuple[str, Tally]] = []

    def show(self, rows: Sequence[tuple[str, Tally]]) -> None:
        """These from now on, each with its name in the language of the moment."""
        self.beginResetModel()
        self.rows = list(rows)
        self.cells = [_cells(name, tally) for name, tally in rows]
        self.endResetModel()

    def more(self, row: int, column: int, role: int) -> Any:
        if role == TALLY:
            return self.rows[row][1]
        if role == Qt.ItemDataRole.ForegroundRole and _COLUMNS[column] in ("tried", "people"):
            return QColor(self._tokens.dim)
        return None


def _cells(name: str, tally: Tally) -> tuple[str, ...]:
    return (
        name,
        "",
        words.part(tally.reached, tally),
        words.part(tally.in_window, tally),
        str(tally.tried),
        str(tally.open) if tally.open else "",
        words.people(tally),
    )


def bar_colors(t: Tokens) -> tuple[str, str, str, str]:
    """In time, reached later, still open, and what is left of the bar."""
    return t.safe, mixed(t.safe, t.panel, 0.5), mixed(t.moving, t.panel, 0.55), t.line


class BarDelegate(QStyledItemDelegate):
    """In time, reached later, still open: one bar of what was due."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        tally, t = index.data(TALLY), self._tokens
        if not tally.planned:
            return
        middle = option.rect.height() // 2
        rect: QRect = option.rect.adjusted(6, middle - 4, -6, 5 - middle)
        counts = (tally.in_window, tally.reached, tally.reached + tally.open, tally.planned)
        for count, color in reversed(tuple(zip(counts, bar_colors(t), strict=True))):
            width = round(rect.width() * count / tally.planned)
            painter.fillRect(QRect(rect.left(), rect.top(), width, rect.height()), QColor(color))

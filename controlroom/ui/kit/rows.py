"""A table of rows whose words were made when they came: looking one up costs nothing, and asks nobody."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Short lists that come anew as a whole. A subclass sets `cells`, a tuple of words for each row."""

    def __init__(self, columns: Sequence[str], title: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._columns, self._title = columns, title
        self.cells: list[tuple[str, ...]] = []

    def more(self, row: int, column: int, role: int) -> Any:
        """What a role other than the words gives."""
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells[index.row()][index.column()]
        return self.more(index.row(), index.column(), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._title(self._columns[section])
        return None

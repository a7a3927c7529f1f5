"""The rows of the directory. A row is an entry; the words are looked up when the rows come."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from controlroom.casework.directory import Entry
from controlroom.ui.directory.words import checked_text, column
from controlroom.ui.district_names import DistrictNames
from controlroom.ui.theme import Tokens
from controlroom.wording.room_words import directory_kind

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = ("name", "kind", "place", "phones", "checked")
_NOWHERE = QModelIndex()


class DirectoryModel(QAbstractTableModel):
    """One entry a row."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.entries: tuple[Entry, ...] = ()
        self._cells: list[tuple[str, ...]] = []
        self._stale: list[bool] = []

    def show(self, entries: Sequence[Entry], *, language: str, names: DistrictNames, today: date) -> None:
        """These from now on."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self._cells = [_cells(one, language, names, today) for one in entries]
        self._stale = [one.is_stale(today) for one in entries]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == len(COLUMNS) - 1:
            return QColor(self._tokens.soon if self._stale[index.row()] else self._tokens.dim)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column(COLUMNS[section])
        return None


def _cells(one: Entry, language: str, names: DistrictNames, today: date) -> tuple[str, ...]:
    place = one.state or (names.name(one.district, language) if one.district else "")
    thana = f"{one.thana}, " if one.thana else ""
    return (
        one.name(language),
        directory_kind(one.kind),
        f"{thana}{place}",
        ", ".join(one.phones),
        checked_text(one, today),
    )

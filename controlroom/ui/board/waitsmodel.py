"""The rows of what is waited for: referrals and reminders. The words are looked up when the rows come."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from controlroom.casework.directory import Directory
from controlroom.casework.personcards import WaitRow, row_state
from controlroom.domain.referrals import NEEDS_HAND
from controlroom.ui.board import words
from controlroom.ui.case.sight import safe_text
from controlroom.ui.district_names import DistrictNames
from controlroom.ui.theme import Tokens

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_COLUMNS: Final = tuple(words.WAIT_COLUMNS)


class WaitsModel(QAbstractTableModel):
    """One referral or reminder a row."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.rows: tuple[WaitRow, ...] = ()
        self._cells: list[tuple[str, ...]] = []
        self._states: list[str] = []

    def show(
        self,
        rows: Sequence[WaitRow],
        *,
        now: datetime,
        language: str,
        names: DistrictNames,
        directory: Directory,
    ) -> None:
        """These from now on."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._states = [row_state(row, now) for row in rows]
        self._cells = [_cells(row, now, language, names, directory) for row in rows]
        self.endResetModel()

    def row_of(self, wanted: UUID | None) -> int:
        """Where this one stands; -1 where it does not."""
        return next((at for at, row in enumerate(self.rows) if row.id == wanted), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(self._tokens.color(_tone(self._states[index.row()])))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.wait_column(_COLUMNS[section])
        return None


def _tone(state: str) -> str:
    if state in NEEDS_HAND:
        return "act"
    return {"done": "safe", "waiting": "soon"}.get(state, "dim")


def _cells(
    row: WaitRow, now: datetime, language: str, names: DistrictNames, directory: Directory
) -> tuple[str, ...]:
    entry = directory.get(row.entry) if row.entry else None
    who = entry.name(language) if entry else row.who
    if row.kind == "reminder":
        who = names.name(row.who, language) if row.who else ""
    return (
        words.wait_state(row, now),
        safe_text(row.first_name),
        row.number,
        words.wait_kind(row),
        safe_text(who),
        words.wait_way(row),
    )

"""The rows of the board. The words are looked up when the rows come."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from controlroom.casework.care.careboard import BoardLine
from controlroom.ui.board import words
from controlroom.ui.case.sight import safe_text
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.rows import RowsModel
from controlroom.ui.kit.theme import Tokens

_COLUMNS = tuple(words.COLUMNS)


class BoardModel(RowsModel):
    """One running plan a row."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(_COLUMNS, words.column, parent)
        self._tokens = tokens
        self.lines: tuple[BoardLine, ...] = ()

    def show(self, lines: Sequence[BoardLine], *, now: datetime, language: str, names: DistrictNames) -> None:
        """These from now on."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.cells = [_cells(line, now, language, names) for line in lines]
        self.endResetModel()

    def row_of(self, plan: UUID | None) -> int:
        """Where this plan stands; -1 where it does not."""
        return next((at for at, line in enumerate(self.lines) if line.row.plan == plan), -1)

    def more(self, row: int, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and column == 0:
            line = self.lines[row]
            is_late = bool(line.standing.overdue) or line.standing.first == "late"
            return QColor(self._tokens.act if is_late else self._tokens.soon)
        return None


def _cells(line: BoardLine, now: datetime, language: str, names: DistrictNames) -> tuple[str, ...]:
    row = line.row
    return (
        words.when(line, now),
        safe_text(row.first_name),
        row.number,
        names.name(row.district, language) if row.district else "",
        safe_text(names.name(line.keeper, language)),  # a district may keep in touch
        words.tries(line),
        words.hours(line),
    )

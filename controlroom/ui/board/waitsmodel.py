"""The rows of what is waited for: referrals and reminders. The words are looked up when the rows come."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from controlroom.casework.calling.directory import Directory
from controlroom.casework.care.personcards import WaitRow, row_state
from controlroom.domain.care.referrals import NEEDS_HAND
from controlroom.ui.board import words
from controlroom.ui.case.sight import safe_text
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.rows import RowsModel
from controlroom.ui.kit.theme import Tokens

_COLUMNS: Final = tuple(words.WAIT_COLUMNS)


class WaitsModel(RowsModel):
    """One referral or reminder a row."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(_COLUMNS, words.wait_column, parent)
        self._tokens = tokens
        self.rows: tuple[WaitRow, ...] = ()
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
        self.cells = [_cells(row, now, language, names, directory) for row in rows]
        self.endResetModel()

    def row_of(self, wanted: UUID | None) -> int:
        """Where this one stands; -1 where it does not."""
        return next((at for at, row in enumerate(self.rows) if row.id == wanted), -1)

    def more(self, row: int, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and column == 0:
            return QColor(self._tokens.color(_tone(self._states[row])))
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

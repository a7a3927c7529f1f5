"""The rows of the directory. A row is an entry; the words are looked up when the rows come."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from controlroom.casework.calling.directory import Entry
from controlroom.ui.directory.words import checked_text, column
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.rows import RowsModel
from controlroom.ui.kit.theme import Tokens
from controlroom.wording.room_words import directory_kind

COLUMNS: Final = ("name", "kind", "place", "phones", "checked")


class DirectoryModel(RowsModel):
    """One entry a row."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(COLUMNS, column, parent)
        self._tokens = tokens
        self.entries: tuple[Entry, ...] = ()
        self._stale: list[bool] = []

    def show(self, entries: Sequence[Entry], *, language: str, names: DistrictNames, today: date) -> None:
        """These from now on."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.cells = [_cells(one, language, names, today) for one in entries]
        self._stale = [one.is_stale(today) for one in entries]
        self.endResetModel()

    def more(self, row: int, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and column == len(COLUMNS) - 1:
            return QColor(self._tokens.soon if self._stale[row] else self._tokens.dim)
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

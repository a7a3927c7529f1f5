"""Whose data a supervisor is to look at; Enter opens the person's page at that step. Main thread only."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from controlroom.casework.care.reviewrows import ReviewRow
from controlroom.ui.board import words
from controlroom.ui.board.table import BoardTable
from controlroom.ui.board.words import translate
from controlroom.ui.case.kit import button
from controlroom.ui.case.sight import safe_text
from controlroom.ui.context import Room
from controlroom.ui.kit.blank import Blank
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.rows import RowsModel

SHOWN: Final = 500


class ReviewsModel(RowsModel):
    """One person a row: a first name and a case number, no more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tuple(words.REVIEW_COLUMNS), words.review_column, parent)
        self.rows: tuple[ReviewRow, ...] = ()

    def show(self, rows: Sequence[ReviewRow], *, language: str, names: DistrictNames) -> None:
        """These from now on."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.cells = [_cells(row, language, names) for row in rows]
        self.endResetModel()

    def row_of(self, wanted: UUID | None) -> int:
        """Where this person stands; -1 where they do not."""
        return next((at for at, row in enumerate(self.rows) if row.person == wanted), -1)


class ReviewsPane(QWidget):
    """`opened`: a person, and the step on their page."""

    opened = Signal(object, str)

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room
        self.head = QLabel(self)
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.model = ReviewsModel(self)
        self.table = BoardTable(self, room.tokens, first_px=270)
        self.table.setModel(self.model)
        self.table.settle(wide=4)
        self.look = button(self, "primary")
        self.look.setText(translate("board", "Look at it") + "  Enter")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room.tokens.px(10))
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        none = translate("board", "Nobody's data is to be looked at. Who is at rest long enough comes here.")
        Blank(self.table, room.tokens, none)
        self.table.doubleClicked.connect(self.open_row)
        self.look.clicked.connect(self.open_row)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def show_rows(self, rows: Sequence[ReviewRow], *, language: str, names: DistrictNames) -> None:
        """These from now on; the chosen one stays chosen."""
        chosen = self.chosen
        self.model.show(rows[:SHOWN], language=language, names=names)
        text = translate("board", "A supervisor keeps the data, or asks to erase it; a second one erases.")
        self.head.setText(text if rows else "")
        self.table.stand_on(self.model.row_of(chosen.person) if chosen else 0)
        self._on_row()

    @property
    def chosen(self) -> ReviewRow | None:
        """Whom the keys are about."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, *_: QModelIndex) -> None:
        self.look.setEnabled(self.chosen is not None)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was this list's."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_I):
            return False
        self.open_row()
        return True

    @Slot(QModelIndex)
    @Slot()
    def open_row(self, _: QModelIndex | None = None) -> None:
        """The page of the chosen one: at the second supervisor's step where somebody else has asked."""
        one = self.chosen
        if one is not None:
            is_second = one.asked_by not in ("", self.room.person)
            self.opened.emit(one.person, "care_erase" if is_second else "care_keep")


def _cells(row: ReviewRow, language: str, names: DistrictNames) -> tuple[str, ...]:
    return (
        words.review_state(row),
        safe_text(row.first_name),
        row.number,
        names.name(row.district, language) if row.district else "",
        words.review_since(row),
    )

"""The table of the board: rows of one height, whose keys are the window's."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from controlroom.ui.kit.theme import Tokens


class BoardTable(QTableView):
    """A letter or a digit is the window's, not a search in the rows."""

    def __init__(self, parent: QWidget, tokens: Tokens, *, first_px: int) -> None:
        super().__init__(parent)
        self._tokens, self._first_px = tokens, first_px
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setStyleSheet(
            f"QTableView::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
            f"QTableView::item {{ padding: 0 {tokens.px(6)}px; }}"
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.px(34))

    def settle(self, *, wide: int | None = None) -> None:
        """After it has its model: the first column is as wide as asked, the others share the rest; or the one
        that is `wide` has all of it."""
        bar, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        bar.setSectionResizeMode(modes.Stretch if wide is None else modes.ResizeToContents)
        bar.setSectionResizeMode(0, modes.Interactive)
        if wide is not None:
            bar.setSectionResizeMode(wide, modes.Stretch)
        bar.setMinimumSectionSize(self._tokens.px(104))
        self.setColumnWidth(0, self._tokens.px(self._first_px))
        bar.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def stand_on(self, row: int) -> None:
        """On this row; on none where it is not there, so that no key falls on another person."""
        index = self.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

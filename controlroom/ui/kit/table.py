"""A table of rows of one height: one row is chosen at a time, the first column is as wide as it is told."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from controlroom.ui.kit.theme import Tokens


class RowTable(QTableView):
    """How every list of the windows looks that has columns."""

    def __init__(self, parent: QWidget, tokens: Tokens, *, first_px: int, least_px: int = 104) -> None:
        super().__init__(parent)
        self._tokens, self._first_px, self._least_px = tokens, first_px, least_px
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
        bar.setMinimumSectionSize(self._tokens.px(self._least_px))
        self.setColumnWidth(0, self._tokens.px(self._first_px))
        bar.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def stand_on(self, row: int) -> None:
        """On this row; on none where it is not there, so that no key falls on another person."""
        index = self.model().index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

"""The table of the board, whose keys are the window's."""

from PySide6.QtGui import QKeyEvent

from controlroom.ui.kit.table import RowTable


class BoardTable(RowTable):
    """A letter or a digit is the window's, not a search in the rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

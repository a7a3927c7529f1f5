"""Nothing jumps: what holds the rows where they are, and how news is put in above what is looked at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton

from controlroom.casework.rows import QueueRow
from controlroom.ui.context import Room
from controlroom.ui.queue.model import QueueModel
from controlroom.ui.queue.view import QueueView


class Stillness(QObject):
    """Keeps the rows of one view still, with a pill that counts what is new above."""

    top_wanted = Signal()

    def __init__(self, view: QueueView, *, rows: QueueModel, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._rows, self._room = view, rows, room
        self._new_above = 0
        self.pill = QPushButton(view)
        self.pill.setProperty("kind", "primary")
        self.pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pill.hide()
        self.pill.clicked.connect(self.top_wanted)
        view.scrolled.connect(self._on_scrolled)

    def is_held(self) -> bool:
        """While the mouse is over the rows, or the keys are on a selected row that is seen, nothing moves."""
        if self._mouse_row() is not None:
            return True
        here = self._rows.position_of(self._room.selected)
        return self._view.hasFocus() and here >= 0 and self._is_seen(here)

    def put_above(self, rows: Sequence[QueueRow]) -> None:
        """Those that are not loaded yet go in above the first row that is seen, and are counted."""
        fresh = [row for row in rows if not self._rows.holds(row.id)]
        if fresh:
            self._new_above += len(fresh)
            self._anchored(self._view.first_visible(), lambda: self._rows.put_above(fresh))
            self.show_pill()

    def change(self, change: Callable[[], None]) -> None:
        """The selected row stays where it is on the screen, whatever the change puts in above it."""
        if self._view.verticalOffset() == 0:
            change()
        else:
            self._anchored(self._rows.position_of(self._room.selected), change)

    def forget(self) -> None:
        """Another list, or its top: nothing is new above."""
        self._new_above = 0
        self.show_pill()

    def show_pill(self) -> None:
        """How many are new above, and the key that goes there."""
        self.pill.setVisible(self._new_above > 0)
        if self._new_above:
            text = self.tr("%n new above", "", self._new_above)
            self.pill.setText(f"↑ {text}  ({self._room.book.key_text('top')})")
            self.pill.adjustSize()
            self.pill.move((self._view.width() - self.pill.width()) // 2, 8)

    def _anchored(self, row: int, change: Callable[[], None]) -> None:
        if not 0 <= row < self._rows.rowCount() or not self._is_seen(row):
            change()
            return
        case_id, before = self._rows.row_at(row).id, self._top_of(row)
        change()
        after = self._rows.position_of(case_id)
        if after >= 0:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(after) - before)

    def _top_of(self, row: int) -> int:
        return self._view.visualRect(self._rows.index(row, 0)).top()

    def _is_seen(self, row: int) -> bool:
        return self._view.first_visible() <= row <= self._view.last_visible()

    def _mouse_row(self) -> QModelIndex | None:
        viewport = self._view.viewport()
        point = viewport.mapFromGlobal(QCursor.pos())
        if not viewport.underMouse() or not viewport.rect().contains(point):
            return None
        index = self._view.indexAt(point)
        return index if index.isValid() else None

    @Slot()
    def _on_scrolled(self) -> None:
        if self._new_above and self._view.verticalOffset() == 0:
            self.forget()

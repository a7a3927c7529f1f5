"""A list whose rows are all of one height: every step costs what is on the screen, never what is loaded."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from controlroom.ui.queue.delegate import RowPainter
from controlroom.ui.queue.model import QueueModel
from controlroom.ui.queue.prepared import Preparer

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
MOST_PAINTED_NOW = 8  # of more at once the rest is painted with everything else


class QueueView(QAbstractItemView):
    """Paints the visible rows of a QueueModel."""

    scrolled = Signal()
    opened = Signal()
    painted = Signal()  # once: when there are rows on the screen

    def __init__(self, model: QueueModel, preparer: Preparer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preparer = preparer
        self._painter_of_rows = RowPainter(preparer)
        self._rows = model
        self._hover = -1
        self._is_painted = False
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            changed.connect(self.updateGeometries)
        model.layoutChanged.connect(self.updateGeometries)

    # --- geometry -----------------------------------------------------------------------------------------

    @property
    def row_height(self) -> int:
        """In logical pixels."""
        return self._preparer.row_height

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        height = self.row_height
        return QRect(0, index.row() * height - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self.row_height
        return self._rows.index(row, 0) if 0 <= row < self._rows.rowCount() else QModelIndex()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def first_visible(self) -> int:
        """The row at the upper edge."""
        return self.verticalOffset() // self.row_height

    def last_visible(self) -> int:
        """The row at the lower edge, or the last."""
        end = (self.verticalOffset() + self.viewport().height() - 1) // self.row_height
        return min(end, self._rows.rowCount() - 1)

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(self.row_height)
        bar.setRange(0, max(0, self._rows.rowCount() * self.row_height - page))
        super().updateGeometries()
        self.viewport().update()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 2)
        elif rect.top() < 0 or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + 1)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._fetch_near_the_end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def _fetch_near_the_end(self) -> None:
        near_end = self.last_visible() > self._rows.rowCount() - 60
        if near_end and self._rows.canFetchMore(QModelIndex()):
            self._rows.fetchMore(QModelIndex())

    # --- keys and selection -------------------------------------------------------------------------------

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count = self._rows.rowCount()
        if not count:
            return QModelIndex()
        row = self.currentIndex().row()
        page = max(1, self.viewport().height() // self.row_height - 1)
        move = QAbstractItemView.CursorAction
        steps = {
            move.MoveUp: row - 1,
            move.MovePrevious: row - 1,
            move.MoveDown: row + 1,
            move.MoveNext: row + 1,
            move.MovePageUp: row - page,
            move.MovePageDown: row + page,
            move.MoveHome: 0,
            move.MoveEnd: count - 1,
        }
        return self._rows.index(min(count - 1, max(0, steps.get(action, row))), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters are commands, not a search by typing
        else:
            super().keyPressEvent(event)

    # --- painting -----------------------------------------------------------------------------------------

    def show_time(self, now: datetime) -> None:
        """The ages move on: only what is on the screen is painted anew."""
        self._painter_of_rows.now = now
        if self.isVisible():
            self.viewport().update()

    def paint_now(self, case_ids: Sequence[UUID]) -> set[UUID]:
        """These rows at once, before whatever else the panes read and lay out. Gives those in sight."""
        first, last, height = self.first_visible(), self.last_visible(), self.row_height
        painted = set()
        for case_id in case_ids[:MOST_PAINTED_NOW]:
            position = self._rows.position_of(case_id)
            if first <= position <= last:
                top = position * height - self.verticalOffset()
                self.viewport().repaint(0, top, self.viewport().width(), height)
                painted.add(case_id)
        return painted

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, height, width = self._preparer.tokens, self.row_height, self.viewport().width()
        self._preparer.ratio = self.devicePixelRatioF()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalOffset()
        first = max(0, (offset + event.rect().top()) // height)
        last = min(self._rows.rowCount() - 1, (offset + event.rect().bottom()) // height)
        selected = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex().row() if self.hasFocus() else -1
        for position in range(first, last + 1):
            self._painter_of_rows.paint_row(
                painter,
                QRect(0, position * height - offset, width, height),
                self._preparer.of(self._rows.row_at(position), width),
                is_selected=position in selected,
                is_hovered=position == self._hover,
                has_focus=position == current,
            )
        painter.end()
        if not self._is_painted and last >= first:
            self._is_painted = True
            self.painted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover_at(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_at(QPoint(-1, -1))
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._hover_at(event.position().toPoint())

    def focusInEvent(self, event: QFocusEvent) -> None:
        QWidget.focusInEvent(self, event)  # the item view's own would select, and so open, the first case
        self.viewport().update()

    def _hover_at(self, point: QPoint) -> None:
        row = self.indexAt(point).row() if self.viewport().rect().contains(point) else -1
        if row != self._hover:
            self._hover = row
            self.viewport().update()

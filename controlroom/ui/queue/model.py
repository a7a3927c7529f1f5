"""The rows of the queue. Knows nothing of queries: the pane gives it rows, in order."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from controlroom.casework.rows import QueueRow

MOST_MOVES = 40  # more than this and the whole order is announced as new, which is cheaper

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Role(IntEnum):
    """What a row gives besides its text."""

    ROW = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1


class QueueModel(QAbstractTableModel):
    """One column of `QueueRow`. `more_wanted` when the view comes near the end of what is loaded."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # the last row first: a row on top is then an append, and moves none of those loaded
        self._rows: list[QueueRow] = []
        self._ids: list[int] = []  # plain numbers: to compare two UUIDs takes thirty times as long
        self._known: set[int] = set()
        self._has_more = False
        self.is_removing = False  # rows go: the view then moves its mark, which nobody asked for
        self.tip: Callable[[UUID], str] = lambda case_id: ""

    # --- Qt asks ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[-1 - index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.number
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row.id) or None
        return row.id if role == Role.ID else None

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self.more_wanted.emit()

    # --- the pane tells -----------------------------------------------------------------------------------

    def row_at(self, position: int) -> QueueRow:
        """The row at a position."""
        return self._rows[-1 - position]

    def position_of(self, case_id: UUID | None) -> int:
        """Where this case stands, or -1."""
        if case_id is None or case_id.int not in self._known:
            return -1
        return len(self._ids) - 1 - self._ids.index(case_id.int)

    def holds(self, case_id: UUID) -> bool:
        """Whether the case is among the loaded rows."""
        return case_id.int in self._known

    def set_has_more(self, has_more: bool) -> None:
        """Whether scrolling to the end may ask for more."""
        self._has_more = has_more

    def replace(self, rows: Sequence[QueueRow]) -> None:
        """Another list altogether: another view, another search."""
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()

    def append(self, rows: Iterable[QueueRow]) -> None:
        """The next page."""
        fresh = [row for row in rows if row.id.int not in self._known]
        if fresh:
            self._insert(len(self._rows), fresh)

    def update_rows(self, rows: Iterable[QueueRow]) -> None:
        """New values of rows that are loaded; the order stays as it is."""
        self.announce(self.take_values(rows))

    def take_values(self, rows: Iterable[QueueRow]) -> list[UUID]:
        """As `update_rows`, of which Qt is to hear by `announce`. Gives the cases whose rows have changed."""
        changed = []
        for row in rows:
            position = self.position_of(row.id)
            if position >= 0 and self._rows[-1 - position] != row:
                self._rows[-1 - position] = row
                changed.append(row.id)
        return changed

    def announce(self, case_ids: Iterable[UUID]) -> None:
        """The rows of these cases have other values now."""
        for case_id in case_ids:
            position = self.position_of(case_id)
            if position >= 0:
                self._announce(position)

    def put_above(self, rows: Sequence[QueueRow]) -> None:
        """New rows at the very top, whatever their place in the order will be."""
        fresh = [row for row in rows if row.id.int not in self._known]
        if fresh:
            self._insert(0, fresh)

    def apply(self, rows: Sequence[QueueRow]) -> None:
        """These are the rows now, in this order: says narrowly what went, came, changed and moved."""
        wanted = {row.id.int for row in rows}
        self.is_removing = True
        self._remove_others(wanted)
        self.is_removing = False
        self._insert_new(rows)
        self._reorder([row.id.int for row in rows])
        for position, row in enumerate(rows):
            if self._rows[-1 - position] is not row:
                self._set(position, row)

    # --- the narrow steps ---------------------------------------------------------------------------------

    def _take(self, rows: Sequence[QueueRow]) -> None:
        self._rows = list(reversed(rows))
        self._ids = [row.id.int for row in self._rows]
        self._known = set(self._ids)

    def _set(self, position: int, row: QueueRow) -> None:
        if self._rows[-1 - position] != row:
            self._rows[-1 - position] = row
            self._announce(position)

    def _announce(self, position: int) -> None:
        index = self.index(position, 0)
        self.dataChanged.emit(index, index)

    def _insert(self, position: int, rows: Sequence[QueueRow]) -> None:
        self.beginInsertRows(QModelIndex(), position, position + len(rows) - 1)
        at = len(self._rows) - position
        self._rows[at:at] = reversed(rows)
        self._ids[at:at] = [row.id.int for row in reversed(rows)]
        self._known.update(row.id.int for row in rows)
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        gone = slice(len(self._rows) - 1 - last, len(self._rows) - first)
        self._known.difference_update(self._ids[gone])
        del self._rows[gone]
        del self._ids[gone]
        self.endRemoveRows()

    def _remove_others(self, wanted: set[int]) -> None:
        last = len(self._ids) - 1
        while last >= 0:
            if self._ids[-1 - last] in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and self._ids[-first] not in wanted:
                first -= 1
            self._remove(first, last)
            last = first - 1

    def _insert_new(self, rows: Sequence[QueueRow]) -> None:
        position = 0
        while position < len(rows):
            if rows[position].id.int in self._known:
                position += 1
                continue
            end = position + 1
            while end < len(rows) and rows[end].id.int not in self._known:
                end += 1
            self._insert(min(position, len(self._rows)), rows[position:end])
            position = end

    def _reorder(self, order: list[int]) -> None:
        moves = 0
        for position, case_id in enumerate(order):
            if self._ids[-1 - position] == case_id:
                continue
            moves += 1
            if moves > MOST_MOVES:
                self._announce_order(order)
                return
            below = len(self._ids) - position  # what stands above it is in order already
            self._move(len(self._ids) - 1 - self._ids.index(case_id, 0, below), position)

    def _move(self, source: int, target: int) -> None:
        """Up only: everything above the target stands already."""
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        row, case_id = self._rows.pop(-1 - source), self._ids.pop(-1 - source)
        self._rows.insert(len(self._rows) - target, row)
        self._ids.insert(len(self._ids) - target, case_id)
        self.endMoveRows()

    def _announce_order(self, order: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self._ids[-1 - index.row()] for index in old]
        by_id = dict(zip(self._ids, self._rows, strict=True))
        self._take([by_id[case_id] for case_id in order])
        position = {case_id: at for at, case_id in enumerate(order)}
        self.changePersistentIndexList(old, [self.index(position[one], 0) for one in ids])
        self.layoutChanged.emit()

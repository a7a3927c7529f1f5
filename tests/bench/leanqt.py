"""The lean Qt client that ours is held against: one insert, one commit, one row in a C++ model, painted."""

import os
import time
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from roomwindow_waits import PaintWatch, settle

_INSERT = "INSERT INTO lean (id, stream, kind, at, body) VALUES (?, ?, ?, ?, ?)"
COLUMNS = 6


class LeanWindow:
    """A table over a C++ model, and a connection; new rows come in on top."""

    def __init__(self, connection: Any, size: QSize, rows: int = 200) -> None:
        self._connection = connection
        self.view = cpp_table(rows)
        self._model = self.view.model()
        self._count = 0
        self._watch = PaintWatch(self.view.viewport(), self._is_shown)
        self.view.resize(size)
        self.view.show()
        settle(0.2)

    def one(self) -> float:
        """Milliseconds from the call to the painted row."""
        settle(0.1)
        self._watch.again()
        self._count += 1
        started = time.perf_counter()
        row = (os.urandom(16), os.urandom(16), "case_claimed", time.time_ns() // 1000, '{"n":1}')
        self._connection.execute(_INSERT, row)
        cells = [
            QStandardItem(text) for text in ("new", str(self._count), "acc", "Lucknow", "02:41", "claim")
        ]
        self._model.insertRow(0, cells)
        painted = self._watch.wait(10)
        return (painted - started) * 1000

    def close(self) -> None:
        """Away with it."""
        self.view.close()

    def _is_shown(self) -> bool:
        return bool(self._model.item(0, 1).text() == str(self._count))


def cpp_table(rows: int, texts: Any = None) -> QTableView:
    """A QTableView with the default delegate over a QStandardItemModel of so many rows."""
    model = QStandardItemModel(rows, COLUMNS)
    for at in range(rows):
        told = texts[at % len(texts)] if texts else [f"cell {at} {column}" for column in range(COLUMNS)]
        for column, text in enumerate(told):
            model.setItem(at, column, QStandardItem(text))
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    return view

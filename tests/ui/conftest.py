"""A room without a store, whose tasks run as in the program."""

from collections.abc import Iterator

import pytest
from frame_rows import NOW, NoWriter, RowReader, make_row
from PySide6.QtWidgets import QApplication

from controlroom.ui.context import Room
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import theme
from controlroom.ui.map.scheme import is_registered, register_scheme
from controlroom.ui.tasks import TaskRunner

if not is_registered():
    register_scheme()  # before there is a QApplication


@pytest.fixture
def reader() -> RowReader:
    return RowReader([make_row(at) for at in range(40)])


@pytest.fixture
def room(qapp: QApplication, reader: RowReader) -> Iterator[Room]:
    tasks = TaskRunner(NoWriter(), lambda: reader)
    tasks.person = "op"
    made = Room(tasks, CommandBook(), clock=lambda: NOW)
    made.tokens = theme.apply(qapp, "dark")
    yield made
    tasks.close()

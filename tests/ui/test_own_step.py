"""A step at this desk: its rows come together with the news of it, and at once."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from frame_rows import RowReader, make_row

from controlroom.casework.ports import Changes
from controlroom.ui.tasks import TaskRunner

ROW = make_row(1)


class TellingWriter:
    """Tells of every commit on the committing thread, as the store does."""

    def __init__(self) -> None:
        self.published: Callable[[Changes], None] = lambda changes: None

    @contextmanager
    def write(self, *, actor: str, is_person: bool = True) -> Iterator[Any]:
        yield actor
        self.published(Changes(cases=frozenset({ROW.id})))


@pytest.fixture
def tasks(qapp: object) -> Iterator[TaskRunner]:
    writer = TellingWriter()
    runner = TaskRunner(writer, lambda: RowReader([ROW]))
    writer.published = runner.publish
    yield runner
    runner.close()


def test_that_the_rows_of_an_own_step_come_with_its_changes(tasks: TaskRunner, qtbot: Any) -> None:
    told: list[tuple[object, ...]] = []
    tasks.changed.connect(lambda changes: told.append(tasks.own_rows))
    tasks.act(lambda tx: None)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(ROW,)]
    assert tasks.own_rows == ()


def test_that_what_others_did_comes_without_rows(tasks: TaskRunner, qtbot: Any) -> None:
    told: list[tuple[object, ...]] = []
    tasks.changed.connect(lambda changes: told.append(tasks.own_rows))
    other = threading.Thread(target=tasks.publish, args=(Changes(cases=frozenset({ROW.id})),))
    other.start()
    other.join()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [()]

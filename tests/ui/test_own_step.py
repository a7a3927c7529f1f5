"""A step: its rows come with the news of it, an own one at once, and are painted before any is read again."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from frame_rows import RowReader, make_row
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject

from controlroom.casework.ports import Changes
from controlroom.ui.context import Room
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.theme import DARK
from controlroom.ui.queue.pane import QueuePane
from controlroom.ui.queue.prepared import Preparer
from controlroom.ui.tasks import TaskRunner, merged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ROW = make_row(1)
STEP = Changes(cases=frozenset({ROW.id}), rows=(ROW,))


class TellingWriter:
    """Tells of every commit on the committing thread, as the store does."""

    def __init__(self) -> None:
        self.published: Callable[[Changes], None] = lambda changes: None

    @contextmanager
    def write(self, *, actor: str, is_person: bool = True) -> Iterator[Any]:
        yield actor
        self.published(STEP)


@pytest.fixture
def tasks(qapp: object) -> Iterator[TaskRunner]:
    writer = TellingWriter()
    runner = TaskRunner(writer, lambda: RowReader([ROW]))
    writer.published = runner.publish
    yield runner
    runner.close()


def test_that_an_own_step_is_told_though_others_were_told_of_a_moment_ago(
    tasks: TaskRunner, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controlroom.ui.tasks.BATCH_S", 3600)
    told: list[Changes] = []
    tasks.changed.connect(told.append)
    tasks.publish(Changes(mails=True))
    qtbot.waitUntil(lambda: len(told) == 1)
    tasks.publish(Changes(drafts=True))
    tasks.act(lambda tx: None)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].rows == (ROW,)
    assert told[1].drafts


def test_that_of_rows_told_together_the_last_word_counts() -> None:
    later = replace(ROW, owner="n.singh")
    other = make_row(2)
    told = merged([STEP, Changes(rows=(other,)), Changes(rows=(later,))])
    assert set(told.rows) == {later, other}


class Paints(QObject):
    """What the first row said each time it was painted."""

    def __init__(self, pane: QueuePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.owners: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.owners.append(self._pane.model.row_at(0).owner)
        return False


def test_that_what_another_desk_did_is_painted_from_the_news_itself(
    room: Room, reader: RowReader, qtbot: Any
) -> None:
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    pane.show()
    pane.start()
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    row = replace(pane.model.row_at(0), owner="n.singh")
    reader.known[row.id] = row
    paints = Paints(pane)
    pane.view.viewport().installEventFilter(paints)
    main = threading.get_ident()
    heard: list[tuple[int, list[str]]] = []

    def on_changes(changes: Changes) -> None:
        pane.on_changes(changes)
        heard.append((threading.get_ident(), paints.owners[-1:]))  # before Qt's loop goes on

    room.tasks.changed.connect(on_changes)
    news = Changes(cases=frozenset({row.id}), rows=(row,))
    other = threading.Thread(target=room.tasks.publish, args=(news,))
    other.start()
    other.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0] == (main, ["n.singh"])


def test_that_a_row_that_came_with_older_news_last_is_put_right(
    room: Room, reader: RowReader, qtbot: Any
) -> None:
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    pane.show()
    pane.start()
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    older, newest = (replace(pane.model.row_at(3), owner=owner) for owner in ("a.verma", "n.singh"))
    reader.known[newest.id] = newest
    for row in (newest, older):
        pane.on_changes(Changes(cases=frozenset({row.id}), rows=(row,)))
    assert pane.model.row_at(3).owner == "a.verma"
    qtbot.waitUntil(lambda: pane.model.row_at(3).owner == "n.singh")


def test_that_a_changed_row_shapes_only_what_it_did_not_say_before(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    preparer = Preparer(DARK, lambda: "op", str)
    preparer.of(replace(ROW, owner="a.verma"), 350)
    shaped: list[str] = []
    shape = Preparer._shaped

    def counted(self: Preparer, text: str, *rest: Any) -> Any:
        shaped.append(text)
        return shape(self, text, *rest)

    monkeypatch.setattr(Preparer, "_shaped", counted)
    made = preparer.of(replace(ROW, owner="n.singh"), 350)
    assert shaped == ["NS"]
    assert made.owner is not None and made.owner.text.text() == "NS"

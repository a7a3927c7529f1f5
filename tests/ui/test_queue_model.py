"""The rows of the queue: changed narrowly, in the order asked for, the selection kept."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from frame_rows import make_row
from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from controlroom.casework.rows import QueueRow
from controlroom.ui.queue.model import QueueModel, Role


@pytest.fixture
def model(qapp: Any) -> QueueModel:
    made = QueueModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.replace([make_row(at) for at in range(10)])
    return made


def ids(model: QueueModel) -> list[int]:
    return [model.row_at(at).id.int for at in range(model.rowCount())]


def shown(rows: Sequence[QueueRow]) -> list[int]:
    return [row.id.int for row in rows]


def test_that_any_list_can_follow_any_other(model: QueueModel) -> None:
    rng = Random(4)
    for _ in range(60):
        rows = [make_row(at) for at in rng.sample(range(120), rng.randrange(0, 100))]
        model.apply(rows)
        assert ids(model) == shown(rows)
        assert all(model.position_of(row.id) == at for at, row in enumerate(rows))


def test_that_a_change_in_one_row_is_told_of_that_row_alone(model: QueueModel, qtbot: Any) -> None:
    rows = [model.row_at(at) for at in range(10)]
    rows[3] = replace(rows[3], owner="n.singh")
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.modelReset.connect(lambda: told.append((-1, -1)))
    model.apply(rows)
    assert told == [(3, 3)]


def test_that_the_same_rows_again_say_nothing(model: QueueModel, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.layoutChanged):
        model.apply([make_row(at) for at in range(10)])


def test_that_the_selected_case_stays_selected_wherever_it_goes(model: QueueModel) -> None:
    selection = QItemSelectionModel(model)
    selection.select(model.index(4, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    kept = QPersistentModelIndex(model.index(4, 0))
    wanted = model.row_at(4).id
    rng = Random(7)
    for _ in range(60):
        rows = [make_row(at) for at in {4, *rng.sample(range(120), 60)}]
        rng.shuffle(rows)
        model.apply(rows)
        assert selection.selectedIndexes()[0].data(Role.ID) == wanted
        assert kept.data(Role.ID) == wanted


def test_that_a_page_adds_no_row_twice(model: QueueModel) -> None:
    model.append([make_row(at) for at in range(8, 14)])
    assert ids(model) == list(range(1, 15))


def test_that_new_rows_put_above_leave_the_others_in_order(model: QueueModel) -> None:
    model.put_above([make_row(50), make_row(3)])
    assert ids(model) == [51, *range(1, 11)]


def test_that_more_is_wanted_only_when_there_is_more(model: QueueModel, qtbot: Any) -> None:
    root = QPersistentModelIndex()
    assert not model.canFetchMore(root)
    model.set_has_more(True)
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(root)

"""Whose data is to be looked at: a number in the strip, a list on the board, and the page at that step."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from forms_house import House, wait_for
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import followup, persons, retention
from controlroom.ui.board.window import BoardWindow
from controlroom.ui.person.keeping import EraseForm, KeepForm
from controlroom.ui.person.window import PersonWindow
from controlroom.ui.status.situation import read_situation
from controlroom.ui.status.strip import StatusStrip, Tile

OLD = timedelta(days=4 * 366)


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def person_of(house: House, name: str, *, ago: timedelta) -> UUID:
    """Somebody whose case and plan ended so long ago."""
    with house.profile.writer.write(actor="asha") as tx:
        tx.set_now(datetime.now(UTC) - ago)  # type: ignore[attr-defined]
        case = alerts.add_alert(tx, source="phone", text="x", name=f"{name} Kumar")
        steps.record_outcome(tx, case, facts=["reached", "alive"])
        followup.end_plan(tx, persons.person_of_case(case), end="not-needed", reason="moved")
        steps.close_case(tx, case)
    return persons.person_of_case(case)


def told(house: House) -> tuple[int, str]:
    """The number, and what the strip says."""
    found = read_situation(house.profile.reader(), person="meera")
    strip = StatusStrip(house.room.tokens, house.window)
    strip.on_tick(house.room.now())
    strip.show_situation(found)
    tile = strip.findChild(Tile, "follow")
    assert tile is not None
    return found.reviews_due, tile._below


def board_at_reviews(house: House, qtbot: Any) -> BoardWindow:
    board = BoardWindow(house.room, house.window, is_for_reviews=True)
    qtbot.addWidget(board)
    board.show()
    wait_for(lambda: board.stack.currentIndex() == 2)
    return board


def test_that_the_strip_counts_whose_time_is_over_and_who_waits_for_a_second_person(house: House) -> None:
    first = person_of(house, "Ravi", ago=OLD)
    fresh = person_of(house, "Mohan", ago=timedelta(days=20))
    person_of(house, "Sohan", ago=timedelta(days=20))
    assert told(house) == (1, "1 to review")
    house.do(retention.ask_erasure, fresh, ground="request", reason="her letter")
    assert told(house) == (2, "2 to review")
    house.do(retention.keep_person, first, until=date.today() + timedelta(days=90), reason="a claim")
    assert told(house) == (1, "1 to review")
    house.do(retention.erase_person, fresh, by="s.khan")
    assert told(house) == (0, "")


def test_that_a_longer_time_in_the_room_takes_them_off_and_a_plan_that_runs_does(house: House) -> None:
    one = person_of(house, "Ravi", ago=OLD)
    with house.profile.writer.write(actor="admin") as tx:
        retention.set_years(tx, 10)
    assert told(house)[0] == 0
    with house.profile.writer.write(actor="admin") as tx:
        retention.set_years(tx, 2)
    assert told(house)[0] == 1
    found = house.profile.care().person(one)
    assert found is not None
    house.do(followup.make_plan, found.cases[0].id)
    assert told(house)[0] == 0


def test_that_who_may_not_decide_it_has_neither_number_nor_list(
    house: House, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    person_of(house, "Ravi", ago=OLD)
    reads = type(house.profile.care())
    monkeypatch.setattr(reads, "may_read", lambda self, audience: audience != "audit")
    assert told(house)[0] == 0
    board = BoardWindow(house.room, house.window, is_for_reviews=True)
    qtbot.addWidget(board)
    board.show()
    wait_for(lambda: "Only a supervisor" in board.answer.text())
    assert board.views[2].isHidden()
    assert board.reviews.model.rows == ()
    for expected in (1, 0):
        QTest.keyClick(board, Qt.Key.Key_T)
        assert board.stack.currentIndex() == expected


def test_that_the_board_shows_a_first_name_and_a_key_opens_the_page_at_the_step(
    house: House, qtbot: Any
) -> None:
    person_of(house, "Ravi", ago=OLD)
    second = person_of(house, "Mohan", ago=OLD - timedelta(days=9))
    house.do(retention.ask_erasure, second, ground="request", reason="her letter", by="s.khan")
    board = board_at_reviews(house, qtbot)
    tester = QAbstractItemModelTester(
        board.reviews.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert tester is not None
    rows = [board.reviews.model.cells[at][:2] for at in range(2)]
    assert rows == [
        ("erase, or keep: s.khan has asked for it", "Mohan"),
        ("look at it: the time is over", "Ravi"),
    ]
    assert "Kumar" not in str(board.reviews.model.cells)
    for kind in (EraseForm, KeepForm):
        QTest.keyClick(board.reviews.table, Qt.Key.Key_Return)
        wait_for(partial(_is_open, board, kind))
        [page] = board.findChildren(PersonWindow)
        page.close()
        wait_for(lambda: not board.findChildren(PersonWindow))
        QTest.keyClick(board.reviews.table, Qt.Key.Key_Down)


def _is_open(board: BoardWindow, kind: type) -> bool:
    return any(isinstance(page.stage.form, kind) for page in board.findChildren(PersonWindow))


def test_that_t_goes_round_all_three_lists(house: House, qtbot: Any) -> None:
    person_of(house, "Ravi", ago=OLD)
    board = board_at_reviews(house, qtbot)
    assert board.views[2].text().startswith("Data to be looked at  1")
    seen = []
    for _ in range(3):
        QTest.keyClick(board.focusWidget(), Qt.Key.Key_T)
        seen.append(board.stack.currentIndex())
    assert seen == [0, 1, 2]

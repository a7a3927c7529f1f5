"""The board in its window: who is to be spoken with, and that a digit logs the try of the right person."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import persons
from controlroom.casework.care.counsellors import save_counsellor
from controlroom.casework.care.roster import Counsellor
from controlroom.store import open_profile
from controlroom.store.care.carereader import CareReader
from controlroom.ui.board.window import BoardWindow
from controlroom.ui.context import Room
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import theme
from controlroom.ui.person.window import PersonWindow
from controlroom.ui.status.situation import Situation, read_situation
from controlroom.ui.status.strip import StatusStrip, Tile
from controlroom.ui.tasks import TaskRunner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DAYS = (20, 7, 2, 0)  # since the rescue


class Desk:
    """A profile with four rescues, and the board over it."""

    def __init__(self, app: QApplication, folder: Path, qtbot: Any) -> None:
        self.profile, self.qtbot = open_profile(folder), qtbot
        self.cases: list[UUID] = []
        for at, days in enumerate(DAYS):
            with self.profile.writer.write(actor="asha") as tx:
                save_counsellor(tx, Counsellor("irfan" if at else "meera", "x"))
                tx.set_now(datetime.now(UTC) - timedelta(days=days, minutes=5))
                phone, name = f"98390 1234{at}", f"Ravi{at} Kumar"
                case = alerts.add_alert(tx, source="phone", text="x", phone=phone, name=name)
                steps.record_outcome(tx, case, facts=["reached", "alive"])
                self.cases.append(case)
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader)
        self.tasks.person = "meera"
        self.profile.subscribe(self.tasks.publish)
        self.room = Room(self.tasks, CommandBook())
        self.room.tokens = theme.apply(app, "dark")
        self.board = BoardWindow(self.room, None)  # type: ignore[arg-type]
        self.tester = QAbstractItemModelTester(
            self.board.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        qtbot.addWidget(self.board)
        self.board.show()
        self.until(3)

    def until(self, rows: int) -> None:
        self.qtbot.waitUntil(lambda: self.board.model.rowCount() == rows)

    def names(self) -> list[str]:
        model = self.board.model
        return [str(model.index(row, 1).data()) for row in range(model.rowCount())]

    def results(self, at: int) -> list[str]:
        person = self.profile.care().person(persons.person_of_case(self.cases[at]))
        assert person is not None
        return [attempt.result for attempt in person.attempts]


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.board.close()
    made.tasks.close()
    made.profile.close()


def test_that_the_worst_stand_on_top_by_first_name_alone(desk: Desk) -> None:
    assert desk.names() == ["Ravi0", "Ravi1", "Ravi2"]
    model = desk.board.model
    cells = [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(3)]
    assert cells[0][0].startswith("overdue: 13 days")
    assert [row[0] for row in cells[1:]] == ["due today", "first contact due"]
    assert not any("Kumar" in cell or "98390" in cell for row in cells for cell in row)
    assert desk.board.head.text() == "1 overdue, 1 due today, 3 without a first contact"


def test_that_a_digit_logs_the_try_and_the_next_key_falls_on_nobody_else(desk: Desk) -> None:
    assert desk.board.focusWidget() is desk.board.table
    QTest.keyClick(desk.board.table, Qt.Key.Key_2)
    desk.qtbot.waitUntil(lambda: desk.results(0) == ["no-answer"])
    desk.qtbot.waitUntil(lambda: "No answer" in str(desk.board.model.index(0, 5).data()))
    QTest.keyClick(desk.board.table, Qt.Key.Key_1)
    desk.until(2)
    assert desk.results(0) == ["no-answer", "reached"]
    assert desk.board.chosen_plan is None
    assert not desk.board.results["reached"].isEnabled()
    QTest.keyClick(desk.board.table, Qt.Key.Key_1)
    QTest.keyClick(desk.board.table, Qt.Key.Key_Down)
    QTest.keyClick(desk.board.table, Qt.Key.Key_4)
    desk.qtbot.waitUntil(lambda: desk.results(1) == ["wrong-number"])
    assert [desk.results(at) for at in (2, 3)] == [[], []]


def test_that_one_keepers_plans_are_shown_alone_and_enter_opens_the_case(desk: Desk) -> None:
    at = desk.board.keeper.findData("meera")
    desk.board.keeper.setCurrentIndex(at)
    desk.board.keeper.activated.emit(at)
    desk.qtbot.waitUntil(lambda: 0 < desk.board.model.rowCount() < 3)
    assert {line.keeper for line in desk.board.model.lines} == {"meera"}
    with desk.qtbot.waitSignal(desk.room.case_selected) as chosen:
        QTest.keyClick(desk.board.table, Qt.Key.Key_Return)
    assert chosen.args == [desk.cases[0]]


def test_that_i_opens_the_page_of_the_chosen_row_and_a_case_from_it_closes_both(desk: Desk) -> None:
    QTest.keyClick(desk.board.table, Qt.Key.Key_I)
    page = desk.board.findChild(PersonWindow)
    assert page is not None
    desk.qtbot.waitUntil(lambda: page.page is not None)
    assert page.person_id == persons.person_of_case(desk.cases[0])
    page._stand_on("case/")
    with desk.qtbot.waitSignal(desk.room.case_selected) as chosen:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert chosen.args == [desk.cases[0]]
    desk.qtbot.waitUntil(lambda: not desk.board.isVisible())


def test_that_the_strip_says_how_many_are_to_be_spoken_with(desk: Desk, qtbot: Any) -> None:
    found = read_situation(desk.profile.reader(), person="meera")
    assert found.contacts_due == 2
    strip = StatusStrip(desk.room.tokens)
    qtbot.addWidget(strip)
    strip.on_tick(desk.room.now())
    strip.show_situation(found)
    tile = strip.findChild(Tile, "follow")
    assert tile is not None
    assert tile._below == "2 due"
    strip.show_situation(Situation())
    assert tile._below == ""


def test_that_the_store_is_read_once_for_an_opening_whatever_else_becomes_known(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads, real = [], CareReader.board

    def counted(care: CareReader, now: datetime) -> Any:
        reads.append(now)
        return real(care, now)

    monkeypatch.setattr(CareReader, "board", counted)
    board = BoardWindow(desk.room, None)  # type: ignore[arg-type]
    desk.qtbot.addWidget(board)
    desk.qtbot.waitUntil(lambda: bool(board._names._names) and board.model.rowCount() == 3)
    desk.qtbot.waitUntil(lambda: bool(board._directory.entries))
    assert len(reads) == 1

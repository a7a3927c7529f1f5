"""What is waited for on the board, districts reminded after a look, somebody referred from their page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from care_house import add_service, agrees, now_is, refer, saved
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from controlroom.casework.care.reminding import remind
from controlroom.casework.handing.connectors import add_connector
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.handover.registry import connector_of
from controlroom.store import open_profile
from controlroom.ui.board.remind import RemindSheet
from controlroom.ui.board.window import BoardWindow
from controlroom.ui.context import Room
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import theme
from controlroom.ui.person.refer import ReferForm
from controlroom.ui.person.window import PersonWindow
from controlroom.ui.tasks import TaskRunner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key


class Desk:
    """A profile, and a room over it."""

    def __init__(self, app: QApplication, folder: Path, qtbot: Any) -> None:
        self.profile, self.qtbot = open_profile(folder), qtbot
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader)
        self.tasks.person = "meera"
        self.profile.subscribe(self.tasks.publish)
        self.room = Room(self.tasks, CommandBook())
        self.room.tokens = theme.apply(app, "dark")
        self.room.connector_of = connector_of

    def board(self) -> BoardWindow:
        made = BoardWindow(self.room, None)  # type: ignore[arg-type]
        QAbstractItemModelTester(
            made.waits.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made.waits
        )
        self.show(made)
        return made

    def show(self, window: Any) -> None:
        self.qtbot.addWidget(window)
        window.show()

    def until(self, is_so: Any) -> None:
        self.qtbot.waitUntil(is_so, timeout=15_000)

    def reminders(self, person: UUID) -> list[str]:
        return [one.answer for one in now_is(self.profile, person).reminders]


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.tasks.close()
    made.profile.close()


def press(window: Any, key: Key) -> None:
    QTest.keyClick(window, key)


def test_that_digits_key_in_the_answer_of_the_chosen_one(desk: Desk) -> None:
    referred, owed = saved(desk.profile, n=1), saved(desk.profile, n=2, days=8, owner="district")
    agrees(desk.profile, referred)
    one = refer(desk.profile, referred, "tele-manas")
    with desk.profile.writer.write(actor="meera") as tx:
        remind(tx, owed, connectors=connector_of, told_by_phone=True)
    board = desk.board()
    waits = board.waits
    desk.until(lambda: waits.model.rowCount() == 2)
    press(board, Key.Key_T)
    assert waits.isVisible()
    waits.table.stand_on(waits.model.row_of(one.id))
    press(waits.table, Key.Key_2)
    desk.until(lambda: now_is(desk.profile, referred).referrals[0].answer == "declined")
    desk.until(lambda: waits.model.index(0, 0).data() == "declined")  # it needs a hand: in front
    assert waits.chosen is not None and waits.chosen.id == one.id
    waits.table.stand_on(1)
    press(waits.table, Key.Key_3)  # no reminder is asked again
    press(waits.table, Key.Key_2)
    desk.until(lambda: desk.reminders(owed) == ["done"])
    assert len(now_is(desk.profile, referred).referrals[0].answers) == 1
    press(board, Key.Key_T)
    assert not waits.isVisible()


def test_that_districts_are_reminded_only_after_it_was_shown(desk: Desk) -> None:
    way = ConnectorSettings("lucknow", "slip", "/nowhere", receiver="district", district="Lucknow")
    with desk.profile.writer.write(actor="meera") as tx:
        add_connector(tx, way)
    by_slip = saved(desk.profile, n=1, days=8, owner="district")
    by_phone = saved(desk.profile, n=2, days=8, owner="district", district="Ballia")
    add_service(
        desk.profile,
        kind="control-room",
        name_en="Control Ballia",
        district="Ballia",
        phones=("05498-220000",),
    )
    board = desk.board()
    press(board, Key.Key_M)
    sheet = board.findChild(RemindSheet)
    assert sheet is not None
    desk.until(lambda: sheet.model.rowCount() == 2)
    assert [desk.reminders(one) for one in (by_slip, by_phone)] == [[], []]
    assert "Ravi2" in sheet.going.text() and "Kumar" not in sheet.going.text()
    press(sheet, Key.Key_Return)
    desk.until(lambda: sheet.model.rowCount() == 1)
    assert [desk.reminders(one) for one in (by_slip, by_phone)] == [[""], []]
    press(sheet, Key.Key_1)
    desk.until(lambda: sheet.model.rowCount() == 0)
    assert desk.reminders(by_phone) == [""]
    assert len(desk.profile.outbox.waiting()) == 1


def test_that_somebody_is_referred_from_their_page_on_a_consent(desk: Desk) -> None:
    person = saved(desk.profile)
    page = PersonWindow(desk.room, None, person)
    desk.show(page)
    desk.until(lambda: page.page is not None)
    press(page.list, Key.Key_S)
    form = page.stage.form
    assert isinstance(form, ReferForm)
    desk.until(lambda: bool(form._entries))
    keys = [one.key for one in form._entries]
    form.to.toggle(keys.index("built-in-tele-manas"))
    form.reason.toggle(1)
    form.words.editor.setText("sleeps badly")
    form.submit()
    assert "No consent" in form.danger.problem.text() and form.danger.isVisible()
    assert now_is(desk.profile, person).referrals == ()
    agrees(desk.profile, person)
    desk.until(lambda: "Rests on the consent" in form.basis.text())
    assert "98390 12***" in form.going.text() and "98390 12341" not in form.going.text()
    form.submit()
    desk.until(lambda: len(now_is(desk.profile, person).referrals) == 1)
    desk.until(lambda: "98390 12341" in page.answer.text())  # what is read out over the telephone
    desk.until(lambda: any(line.startswith("referral/") for line in lines(page)))
    assert not any("sleeps badly" in str(line) for line in lines(page))
    press(page.list, Key.Key_F6)
    desk.until(lambda: any(line.startswith("reason/") for line in lines(page)))
    kinds = [event.kind for event in desk.profile.reader().events(person)]
    assert kinds[-1] == "note_read"


def lines(page: PersonWindow) -> list[str]:
    model = page.list.lines
    found = (model.line(row) for row in range(model.rowCount()))
    return [line.key for line in found if line is not None]


def test_that_a_reminder_is_ended_by_a_digit_as_a_mistake_and_by_nothing_else(desk: Desk) -> None:
    owed = saved(desk.profile, n=2, days=8, owner="district")
    with desk.profile.writer.write(actor="meera") as tx:
        remind(tx, owed, connectors=connector_of, told_by_phone=True)
    board = desk.board()
    desk.until(lambda: board.waits.model.rowCount() == 1)
    press(board, Key.Key_T)
    press(board.waits.table, Key.Key_3)  # a reminder is not asked again by hand
    press(board.waits.table, Key.Key_4)
    offered = [action.data() for action in board.waits.menu.actions() if action.isVisible()]
    assert offered == ["mistake"]
    QTest.keyClick(board.waits.menu, Key.Key_Return)
    desk.until(lambda: board.waits.model.rowCount() == 0)
    [one] = now_is(desk.profile, owed).reminders
    assert one.is_mistake
    assert "written down" in board.answer.text()

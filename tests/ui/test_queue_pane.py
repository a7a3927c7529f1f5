"""The queue pane: rows come, change in place, and nothing moves under the mouse or the selection."""

from typing import Any
from uuid import UUID

import pytest
from frame_rows import NOW, RowReader, make_row
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from controlroom.casework.ports import Changes
from controlroom.casework.queries import QueuePage
from controlroom.casework.room.fetching import Intake
from controlroom.casework.room.sharing import Link
from controlroom.errors import Damaged
from controlroom.ui.context import Room
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.queue.pane import QueuePane
from controlroom.ui.queue.prepared import initials, level_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def pane(room: Room, qtbot: Any) -> QueuePane:
    made = QueuePane(room, DistrictNames())
    qtbot.addWidget(made)
    made.resize(380, 640)
    QCursor.setPos(QPoint(3000, 3000))
    made.show()
    made.start()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def changed(*ids: UUID) -> Changes:
    return Changes(cases=frozenset(ids))


def order(pane: QueuePane) -> list[UUID]:
    return [pane.model.row_at(at).id for at in range(pane.model.rowCount())]


def test_that_open_cases_are_listed_most_urgent_first(pane: QueuePane, reader: RowReader) -> None:
    assert [pane.model.row_at(at).priority for at in range(40)] == sorted([1, 2, 3, 4] * 10)


def test_that_a_changed_row_is_painted_anew_in_its_place(
    pane: QueuePane, reader: RowReader, qtbot: Any
) -> None:
    before = order(pane)
    row = replace(pane.model.row_at(20), owner="n.singh")
    reader.known[row.id] = row
    pane.on_changes(changed(row.id))
    qtbot.waitUntil(lambda: pane.model.row_at(20).owner == "n.singh")
    assert order(pane) == before


def test_that_a_new_alert_takes_its_place_when_nobody_looks(
    pane: QueuePane, reader: RowReader, qtbot: Any
) -> None:
    row = make_row(100, priority=1, owner="", state="new")
    reader.known[row.id] = row
    pane.on_changes(changed(row.id))
    qtbot.waitUntil(lambda: pane.model.holds(row.id))
    assert pane.model.position_of(row.id) == 0


def test_that_a_new_alert_stays_above_the_fold_while_a_row_is_worked_on(
    pane: QueuePane, reader: RowReader, qtbot: Any, room: Room
) -> None:
    pane.step(1)
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    index = pane.view.currentIndex()
    selected, before = room.selected, pane.view.visualRect(index).top()
    row = make_row(100, priority=1, owner="", state="new")
    reader.known[row.id] = row
    pane.on_changes(changed(row.id))
    qtbot.waitUntil(lambda: pane.model.holds(row.id))
    assert pane.view.visualRect(pane.view.currentIndex()).top() == before
    assert room.selected == selected
    assert pane._still.pill.isVisible()
    assert "1" in pane._still.pill.text()
    pane.to_top()
    qtbot.waitUntil(lambda: pane.view.verticalOffset() == 0)
    assert not pane._still.pill.isVisible()


def test_that_a_new_alert_leaves_the_selected_row_where_it_is_on_the_screen(
    pane: QueuePane, reader: RowReader, qtbot: Any, room: Room
) -> None:
    room.select(pane.model.row_at(25).id)
    pane.view.clearFocus()
    before = pane.view.visualRect(pane.view.currentIndex()).top()
    row = make_row(100, priority=1, owner="", state="new")
    reader.known[row.id] = row
    pane.on_changes(changed(row.id))
    qtbot.waitUntil(lambda: pane.model.holds(row.id))
    assert pane.view.visualRect(pane.view.currentIndex()).top() == before
    assert pane.view.currentIndex().row() == 26


def test_that_the_next_page_comes_by_scrolling(room: Room, reader: RowReader, qtbot: Any) -> None:
    reader.known = {row.id: row for row in (make_row(at) for at in range(500))}
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    pane.resize(380, 640)
    pane.show()
    pane.start()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 200)
    bar = pane.view.verticalScrollBar()
    for expected in (400, 500):
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda wanted=expected: pane.model.rowCount() == wanted)
    assert len(set(order(pane))) == 500


def test_that_search_waits_for_the_typing_and_escape_brings_the_list_back(
    pane: QueuePane, qtbot: Any
) -> None:
    pane.focus_search()
    QTest.keyClicks(pane.head.search, "agra")
    qtbot.waitUntil(lambda: 0 < pane.model.rowCount() < 40)
    assert {pane.model.row_at(at).district for at in range(pane.model.rowCount())} == {"agra"}
    QTest.keyClick(pane.head.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 40)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_that_from_the_search_the_keys_go_to_the_first_that_was_found(
    pane: QueuePane, room: Room, qtbot: Any, key: Qt.Key
) -> None:
    """Not to the case that was worked on before, also where Enter comes before the answer."""
    before = pane.model.row_at(3).id
    room.select(before)
    pane.focus_search()
    QTest.keyClicks(pane.head.search, "agra")
    QTest.keyClick(pane.head.search, key)
    assert room.held.is_holding
    qtbot.waitUntil(lambda: room.selected != before)
    qtbot.waitUntil(lambda: not room.held.is_holding)
    assert pane.view.hasFocus()
    assert (room.selected, pane.model.row_at(0).district) == (pane.model.row_at(0).id, "agra")
    pane.focus_search()
    pane.step(1)
    QTest.keyClick(pane.head.search, key)  # the answer is there
    assert room.selected == pane.model.row_at(0).id


@pytest.mark.parametrize("view", ["new", "mine", "open", "closed", "all", "unplaced", "review"])
def test_that_an_empty_list_says_what_to_do(view: str, room: Room, reader: RowReader, qtbot: Any) -> None:
    reader.known = {}
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    pane.show_view(view)
    qtbot.waitUntil(lambda: pane.is_loaded)
    assert pane._stack.currentWidget() is pane._blank
    assert pane._empty._title.text()
    assert pane._empty._text.text()


def test_that_without_a_mailbox_the_queue_leads_to_its_form(
    room: Room, reader: RowReader, qtbot: Any
) -> None:
    reader.known = {}
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    asked: list[str] = []
    room.book.register("settings", lambda: asked.append("settings"))
    pane.set_has_mailbox(False)
    pane._empty._button.click()
    assert asked == ["settings"]


def test_that_where_others_fetch_the_rooms_mail_no_mailbox_is_asked_for(
    room: Room, reader: RowReader, qtbot: Any
) -> None:
    reader.known = {}
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    room.sharing.show_link(Link("connected", login="op", intakes=(Intake("m", UUID(int=1), "ok", None, 0),)))
    pane.set_has_mailbox(False)
    assert pane._empty._button.isHidden()
    assert "rings" in pane._empty._text.text()


def test_that_rows_are_painted_with_no_call_but_drawing(
    pane: QueuePane, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.view.viewport().repaint()
    monkeypatch.setattr(pane._preparer, "_make", _forbidden)
    pane.view.show_time(NOW)
    pane.view.viewport().repaint()


def _forbidden(*_: object) -> None:
    raise AssertionError("a row was prepared again")


def test_that_only_what_is_on_the_screen_is_prepared(pane: QueuePane) -> None:
    pane.view.viewport().repaint()
    assert 0 < len(pane._preparer._kept) < 16


def test_that_a_row_says_who_holds_it_and_how_late_it_is() -> None:
    assert [initials(name) for name in ("A. Verma", "s.khan", "op", "", "राम सिंह")] == [
        "AV",
        "SK",
        "OP",
        "",
        "रस",
    ]
    row = make_row(0)
    assert row.due_at is not None and row.alarm_at is not None
    assert [level_of(row, moment) for moment in (row.received_at, row.due_at, row.alarm_at)] == [
        "running",
        "late",
        "alarm",
    ]


def test_that_districts_have_a_name_in_both_languages() -> None:
    names = read_district_names()
    assert names.name("lucknow", "hi") == names.name("Lucknow", "hi") == "लखनऊ"
    assert names.name("somewhere", "hi") == "somewhere"


def test_that_the_keys_coming_to_the_rows_open_no_case(pane: QueuePane, room: Room, qtbot: Any) -> None:
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    assert room.selected is None


def test_that_the_keys_of_an_empty_list_do_not_go_to_the_search(
    room: Room, reader: RowReader, qtbot: Any
) -> None:
    reader.known = {}
    pane = QueuePane(room, DistrictNames())
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.head.search.setFocus()
    pane.start()
    qtbot.waitUntil(lambda: pane.is_loaded)
    qtbot.waitUntil(lambda: not pane.head.search.hasFocus())
    row = make_row(1, priority=1, owner="", state="new")
    reader.known = {row.id: row}
    pane.show_view("all")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    qtbot.waitUntil(pane.view.hasFocus)


def test_that_a_row_that_leaves_the_view_chooses_no_other_case(
    pane: QueuePane, reader: RowReader, qtbot: Any, room: Room
) -> None:
    """Who works on a case keeps it; the next step down the list begins at its top."""
    worked_on = pane.model.row_at(3).id
    room.select(worked_on)
    pane.view.clearFocus()
    del reader.known[worked_on]
    pane.on_changes(changed(worked_on))
    qtbot.waitUntil(lambda: not pane.model.holds(worked_on))
    pane.focus_rows()  # as when the command line over the window is left
    assert room.selected == worked_on
    pane.step(1)
    assert room.selected == pane.model.row_at(0).id


def test_that_rows_that_cannot_be_read_are_not_taken_for_none(
    pane: QueuePane, room: Room, reader: RowReader, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*args: object, **more: object) -> QueuePage:
        raise Damaged("The profile's database is damaged. Start the program again: it offers to mend it.")

    faults: list[Exception] = []
    room.tasks.faulted.connect(faults.append)
    rows = dict(reader.known)
    reader.known.clear()
    pane.show_view("mine")
    qtbot.waitUntil(lambda: not pane.model.rowCount())
    monkeypatch.setattr(reader, "queue", damaged)
    pane.show_view("open")
    qtbot.waitUntil(lambda: bool(faults))
    said = "\n".join(label.text() for label in pane._empty.findChildren(QLabel))
    assert "cannot be read" in said and "offers to mend it" in said and "No case is open" not in said
    monkeypatch.undo()
    reader.known.update(rows)
    pane.show_view("all")
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)


def test_that_in_a_narrow_queue_nothing_is_painted_over_the_age(pane: QueuePane) -> None:
    row = replace(make_row(1), authenticity="unverified", known="same", proposals=1, review_due=True)
    room_for_age = pane._preparer.age("00:00:00").width
    for width in (600, 330, 260, 200):
        made = pane._preparer.of(row, width)
        used = 12 + 40 + 8 + room_for_age + made.category.width + made.number.width + 20 * len(made.signs)
        assert used + (36 if row.owner else 0) <= width or not (made.signs or made.number.width), width
        left = 30 + made.place.width + max(step.width for step in made.steps.values()) + 10
        assert left <= width, width
    assert len(pane._preparer.of(row, 600).signs) > len(pane._preparer.of(row, 200).signs)


def test_that_an_empty_queue_promises_no_alert_while_no_mail_comes(
    pane: QueuePane, reader: RowReader, qtbot: Any
) -> None:
    reader.known.clear()
    pane.show_view("new")
    qtbot.waitUntil(lambda: not pane.model.rowCount())
    assert "rings" in pane._empty._text.text()
    pane.show_mail_fault("The mail server cannot be reached; it is tried again.")
    said = pane._empty._text.text()
    assert "cannot be reached" in said and "waiting in the mailbox" in said and "rings" not in said
    pane.show_mail_fault("")
    assert "rings" in pane._empty._text.text()

"""Call them now: F9, a digit, and it is logged; the directory as it is searched and kept in the window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from forms_house import ME, House, press, steps, wait_for
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from controlroom.casework.calling import directory_steps
from controlroom.casework.calling.directory import Directory, Entry, today_in_india
from controlroom.ui.directory.form import EntryForm
from controlroom.ui.directory.window import DirectoryWindow
from controlroom.ui.forms.call import CallForm
from controlroom.ui.kit.district_names import read_district_names
from controlroom.ui.room.room_forms import DutyForm, ExerciseForm, LimitsForm

CHINHAT = Entry("t1", "thana", "Chinhat", "चिनहट", "Lucknow", phones=("05222700001", "9454401234"))
ROOM = Entry("c1", "control-room", "Lucknow control room", district="Lucknow", phones=("05222700000",))


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    made.profile.subscribe(made.tasks.publish)
    with made.profile.writer.write(actor=ME) as tx:
        for entry in (CHINHAT, ROOM):
            directory_steps.save_entry(tx, entry)
    yield made
    made.close()


def handed_over(house: House, *receivers: str) -> UUID:
    case = house.new_case()
    house.do(steps.claim_case, case)
    house.do(steps.place_case, case, lat=26.88, lon=81.05, accuracy_m=350, source="stf", district="Lucknow")
    for to in receivers:
        house.do(steps.hand_over, case, to=to, ref="P-7" if to == "112" else "")
    return case


def opened(house: House, case: UUID) -> CallForm:
    form = house.form(CallForm, case)
    wait_for(lambda: form.call is not None)
    return form


def digit(form: CallForm, field: Any, number: str) -> None:
    QTest.keyClicks(field.box, number)


def test_that_two_keys_log_a_call_that_nobody_answered(house: House) -> None:
    case = handed_over(house, "district")
    form = opened(house, case)
    assert form.phone.text() == "05222700000"
    assert "Lucknow control room" in form.numbers.text()
    assert "check before use" in form.numbers.text()
    assert "within about 350 m" in form.script.text()
    digit(form, form.result, "2")
    house.saved()
    event = house.last(case)
    assert (event.kind, event.body["result"], event.body["phone"]) == (
        "call_logged",
        "no-answer",
        "05222700000",
    )
    assert (event.body["to"], event.body["entry"]) == ("district", "c1")
    [clock] = [one for one in house.view(case).clocks if one.name == "acknowledged"]
    assert clock.due_at > event.happened_at, "the ring is quiet until its next time"


def test_that_a_call_by_the_directory_counts_as_a_call_to_whom_it_stands_for(house: House) -> None:
    case = handed_over(house, "district")
    form = opened(house, case)
    form.ring_up(house.profile.reader().directory().get("c1"))
    digit(form, form.result, "3")
    house.saved()
    assert [call.to for call in house.view(case).case.calls] == ["district"]


def test_that_a_third_key_logs_what_they_answered(house: House) -> None:
    case = handed_over(house, "112", "district")
    form = opened(house, case)
    assert form.why.text().startswith("UP-112 (P-7)")
    digit(form, form.result, "1")
    assert house.answers == []  # they are still on the line
    assert form.answer.isVisible()
    digit(form, form.answer, "2")
    house.saved()
    view = house.view(case)
    assert view.case.state == "en route"
    assert [one.answer for one in view.case.hand_overs] == ["en route", ""]
    assert view.case.calls[0].result == "answered"
    assert house.profile.reader().directory().get("built-in-112").checked_on is not None


def test_that_somebody_else_and_another_number_can_be_called(house: House) -> None:
    case = handed_over(house)
    form = opened(house, case)
    assert form.call is not None
    form.ring_up(CHINHAT)
    assert form.why.text() == "Chinhat"
    assert form.number.isVisible()
    digit(form, form.number, "2")
    assert form.phone.text() == "9454401234"
    digit(form, form.result, "5")
    house.saved()
    body = house.last(case).body if house.last(case).kind == "call_logged" else None
    calls = house.view(case).case.calls
    assert (calls[0].who, calls[0].phone, calls[0].result) == ("Chinhat", "9454401234", "wrong-number")
    assert body is None or body["entry"] == "t1"


def test_that_the_directory_is_searched_in_either_script_and_calls(house: House, qtbot: Any) -> None:
    case = handed_over(house)
    window = DirectoryWindow(house.room, house.window)
    QAbstractItemModelTester(window.model, QAbstractItemModelTester.FailureReportingMode.Fatal, window)
    window.open()
    wait_for(lambda: window.model.rowCount() > 5)
    wait_for(lambda: window._names.english("लखनऊ") == "Lucknow")
    for typed, found in (("चिन", ["t1"]), ("लखनऊ", ["c1", "t1"]), ("0522 2700 001", ["t1"]), ("xyz", [])):
        window.search.setText(typed)
        assert [one.key for one in window.model.entries] == found
    window.search.setText("chin")
    press(window.search, Qt.Key.Key_Return)
    assert "Choose a case" in window.answer.text()
    house.room.select(case)
    press(window.search, Qt.Key.Key_F7)
    wait_for(lambda: house.profile.reader().directory().get("t1").checked_on is not None)
    wait_for(lambda: "check before use" not in str(window.model.data(window.model.index(0, 4))))
    with qtbot.waitSignal(window.called) as told:
        press(window.search, Qt.Key.Key_Return)
    assert told.args[0].key == "t1"
    assert isinstance(window.model, QAbstractItemModel)


def test_that_an_entry_that_cannot_be_used_says_why_and_keeps_what_is_typed(house: House) -> None:
    form = EntryForm(house.room, None, read_district_names(), house.window)
    form.lines["name_hi"].setText("थाना गोमतीनगर")
    form.lines["district"].setText("लखनऊ")
    form.lines["phones"].setText("0522-2700044, 112")
    form.lines["checked_on"].setText("31.02.2026")
    form.submit()
    assert "31.02.2026" in form.answer.text()
    form.lines["checked_on"].setText("24.11.2026")
    kept: list[Entry] = []
    form.kept.connect(kept.append)
    form.submit()
    wait_for(lambda: bool(kept))
    assert (kept[0].district, kept[0].phones) == ("Lucknow", ("05222700044", "112"))
    assert kept[0].checked_on == date(2026, 11, 24)


def test_that_a_table_goes_out_and_comes_in_and_its_faults_are_named(house: House, tmp_path: Path) -> None:
    window = DirectoryWindow(house.room, house.window)
    wait_for(lambda: window.model.rowCount() > 5)
    file = tmp_path / "book.csv"
    window.export_file(str(file))
    wait_for(lambda: file.exists() and "9 entries" in window.answer.text())
    file.write_text(file.read_text("utf-8-sig").replace("9454401234", "12"), "utf-8")
    window.import_file(str(file))
    wait_for(lambda: "Nothing was imported" in window.answer.text())
    file.write_text(file.read_text("utf-8-sig").replace("|12,", "|9454409999,"), "utf-8")
    window.import_file(str(file))
    wait_for(lambda: "1 of them" in window.answer.text())


def test_that_who_may_not_set_the_room_is_told_before_typing(house: House) -> None:
    form = LimitsForm(house.room, house.window)
    wait_for(lambda: form.go.isEnabled())
    with house.profile.writer.write(actor=ME) as tx:
        tx.put_setting("account", {"login": ME, "roles": ["operator"]})
    other = LimitsForm(house.room, house.window)
    wait_for(lambda: not other.go.isEnabled())
    assert "supervisor" in other.answer.text()
    duty = DutyForm(house.room, house.window)
    wait_for(duty.who.isReadOnly)
    assert duty.who.text() == ME
    with house.profile.writer.write(actor=ME) as tx:
        tx.put_setting("account", {"login": ME, "roles": ["operator", "supervisor"]})
    waits = house.room.tasks
    led = DutyForm(house.room, house.window)
    answered: list[object] = []
    waits.ask(lambda reader: reader.setting("account"), done=answered.append)
    wait_for(lambda: bool(answered))
    assert not led.who.isReadOnly()


def test_that_duty_limits_and_exercise_are_set_in_the_window(house: House) -> None:
    state, reader = house.room.state, house.profile.reader()
    state.begin()
    duty = DutyForm(house.room, house.window)
    duty.role.setCurrentIndex(1)
    duty.submit()
    wait_for(lambda: [(one.person, one.role) for one in state.duty] == [(ME, "supervisor")])
    assert ME in duty.roster.text()
    limits = LimitsForm(house.room, house.window)
    limits.fields["acknowledged"].setText("1")
    limits.submit()
    wait_for(lambda: "5 seconds" in limits.answer.text())
    limits.fields["acknowledged"].setText("240")
    wait_for(limits.days.isEnabled)
    assert limits.days.text() == "90"
    told: list[Directory] = []
    state.with_directory(told.append)
    wait_for(lambda: len(told) == 1)
    limits.days.setText("7")
    limits.submit()
    wait_for(lambda: state.limits.acknowledged == 240)
    state.with_directory(told.append)
    wait_for(lambda: len(told) == 2)
    week_ago = today_in_india(house.room.now()) - timedelta(days=8)
    entries = [replace(book.get("c1"), checked_on=week_ago) for book in told]
    assert [one.is_stale(today_in_india(house.room.now())) for one in entries] == [False, True]
    assert "stale_days" not in entries[1].told()
    assert reader.room_setting("limits") == {"acknowledged": 240}
    exercise = ExerciseForm(house.room, house.window)
    exercise.people.setText("dev, neha")
    exercise.submit()
    wait_for(lambda: state.exercise is not None and state.exercise.people == ("dev", "neha"))
    ExerciseForm(house.room, house.window).submit()
    wait_for(lambda: state.exercise is None)

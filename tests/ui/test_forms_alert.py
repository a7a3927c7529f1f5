"""An alert by phone: keyed in, understood while it is typed, and a row with facts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from forms_house import ME, House, enter, press, type_in, wait_for
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom.domain.exercise import Exercise
from controlroom.ui.forms.alert import AlertForm


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def test_that_an_alert_keyed_in_is_a_row_with_facts(house: House) -> None:
    form = house.form(AlertForm, None)
    assert form.first() is form.words
    type_in(form.words.editor, "instagram.com/ravi_test, phone 98390 12345, PIN 226028, will jump")
    wait_for(lambda: {"phone 98390 12345", "PIN 226028, Lucknow"} <= set(form.clues.texts()))
    type_in(form.who.editor, "Ravi")
    enter(form.words.editor)
    case = house.view(house.saved()).case
    assert (case.alerts[0].source, case.alerts[0].text[:9]) == ("phone", "instagram")
    assert case.facts.phones == ("+919839012345",)
    assert case.facts.usernames == ("ravi_test",)
    assert case.facts.names == ("Ravi",)
    assert case.facts.pin_codes == ("226028",)
    assert (case.district_hint, case.platform) == ("Lucknow", "instagram")


def test_that_source_and_time_are_as_keyed(house: House) -> None:
    form = house.form(AlertForm, None)
    press(form.source.box, Qt.Key.Key_3)
    type_in(form.words.editor, "a neighbour heard it")
    type_in(form.when.editor, "4m")
    before = datetime.now(UTC)
    enter(form.when.editor)
    keyed_by = datetime.now(UTC)
    found = house.view(house.saved())
    assert found.case.alerts[0].source == "citizen"
    came = found.case.alerts[0].received_at + timedelta(minutes=4)
    assert before - timedelta(seconds=1) <= came <= keyed_by
    assert found.events[0].actor == ME


def test_that_an_empty_alert_and_a_wrong_time_are_said_at_their_fields(house: House) -> None:
    form = house.form(AlertForm, None)
    enter(form.words.editor)
    assert form.words.problem.text().startswith("Type at least a link")
    type_in(form.words.editor, "98390 12345")
    assert form.words.problem.isHidden()
    type_in(form.when.editor, "soon")
    enter(form.when.editor)
    assert form.when.problem.text().startswith("That is no time.")
    assert (form.words.text(), form.when.text()) == ("98390 12345", "soon")
    assert house.answers == []


def test_that_shift_and_enter_begin_a_line(house: House) -> None:
    form = house.form(AlertForm, None)
    type_in(form.words.editor, "one")
    QTest.keyClick(form.words.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_in(form.words.editor, "two")
    assert form.words.text() == "one\ntwo"
    assert house.answers == []


def test_that_half_an_alert_is_there_again_after_a_crash(house: House) -> None:
    form = house.form(AlertForm, None)
    press(form.source.box, Qt.Key.Key_2)
    type_in(form.words.editor, "half an alert")
    wait_for(lambda: house.draft("new/alert.text") is not None)
    after = house.form(AlertForm, None)
    wait_for(lambda: after.words.text() == "half an alert")
    assert after.source.one() == "x"
    enter(after.words.editor)
    house.saved()
    assert house.draft("new/alert.text") is None
    house.open(after, None)
    assert after.words.text() == ""
    assert after.source.one() == "phone"


def test_that_an_alert_begun_on_a_case_is_kept_as_a_new_one(house: House) -> None:
    case = house.new_case()
    form = house.form(AlertForm, None)
    house.open(form, case)
    type_in(form.words.editor, "another person")
    form.flush()
    wait_for(lambda: house.draft("new/alert.text") is not None)
    enter(form.words.editor)
    assert house.saved() != case


def test_that_who_takes_part_in_an_exercise_says_whether_an_alert_is_real(house: House) -> None:
    house.room.state.exercise = Exercise("k", "training", datetime.now(UTC), "chief", (ME,), 60)
    form = house.form(AlertForm, None)
    assert form.real.isVisible() and form.real.one() == "real"
    type_in(form.words.editor, "says goodbye")
    press(form.real.box, Qt.Key.Key_2)
    enter(form.words.editor)
    assert house.view(house.saved()).case.is_exercise
    house.open(form, None)
    assert form.real.one() == "real"  # asked anew, whatever was said last
    type_in(form.words.editor, "says goodbye again")
    enter(form.words.editor)
    assert not house.view(house.saved()).case.is_exercise
    house.room.state.exercise = None
    house.open(form, None)
    assert form.real.isHidden()

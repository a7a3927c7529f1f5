"""A PIN lets its owner in and nobody else; a forgotten one is set anew by a second person."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from forms_house import ME, OTHER, House, wait_for
from lock_house import (
    OTHER_PIN,
    PIN,
    Make,
    changes_of,
    dialog,
    give_pin,
    lock_of,
    locked_house,
    page_of,
    windows_of,
)
from PySide6.QtWidgets import QApplication

from controlroom.casework.room import people
from controlroom.domain.events import utc_now
from controlroom.ui.door.person_form import PersonForm
from controlroom.ui.door.pin_form import ForgottenForm, PinForm


@pytest.fixture
def house(qapp: Any, profile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    yield from locked_house(qapp, profile, monkeypatch)


@pytest.fixture
def make(house: House, qapp: QApplication) -> Iterator[Make]:
    yield from windows_of(house, qapp)


# no_qt_log: these start the whole window, see ui/quiet.py
pytestmark = [pytest.mark.timeout(120), pytest.mark.no_qt_log]


def test_that_a_pin_is_set_and_unlocks(house: House, make: Make) -> None:
    window = make()
    window.room.book.run("pin")
    form = dialog(PinForm)
    assert form.old.isHidden()
    form.new.setText(PIN)
    form.again.setText("2581")
    form.submit()
    assert "not the same" in form.answer.text()
    form.again.setText(PIN)
    form.minutes.setCurrentIndex(form.minutes.findData(5))
    form.submit()
    wait_for(lambda: house.profile.reader().setting("lock_minutes") == 5)
    assert changes_of(house) == [{"person": ME, "change": "pin-set"}]
    assert PIN not in str(house.profile.reader().setting("pins"))
    window.room.book.run("lock")
    page = page_of(window)
    assert page.pin.isVisible()
    page.pin.setText("0000")
    page.submit()
    wait_for(lambda: "not right" in page.answer.text())
    assert lock_of(window).is_locked
    wait_for(lambda: window._commands.door.wait_s(ME) == 0)
    page.pin.setText(PIN)
    page._on_edited()
    page.submit()
    wait_for(lambda: not lock_of(window).is_locked)


def test_that_a_pin_is_changed_only_by_who_knows_it(house: House, make: Make) -> None:
    give_pin(house, ME, PIN)
    window = make()
    window.room.book.run("pin")
    form = dialog(PinForm)
    assert form.old.isVisible()
    form.new.setText(OTHER_PIN)
    form.again.setText(OTHER_PIN)
    form.old.setText("9999")
    form.submit()
    wait_for(lambda: "not the PIN" in form.answer.text())
    assert changes_of(house) == []
    wait_for(lambda: window._commands.door.wait_s(ME) == 0)
    form.old.setText(PIN)
    form.submit()
    wait_for(lambda: changes_of(house) == [{"person": ME, "change": "pin-changed"}])
    assert people.fits(window._commands.door._pins[ME], OTHER_PIN)


def test_that_wrong_tries_wait_longer_and_survive_a_restart(
    house: House, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = utc_now()
    monkeypatch.setattr("controlroom.ui.door.door._now", lambda: now)
    give_pin(house, ME, PIN)
    door = make()._commands.door
    answers: list[tuple[bool, int]] = []
    door.knock(ME, "0000", lambda is_right, wait: answers.append((is_right, wait)))
    wait_for(lambda: bool(answers))
    assert answers == [(False, 1)]
    door.knock(ME, PIN, lambda is_right, wait: answers.append((is_right, wait)))
    assert answers[1] == (False, 1)  # the right one, too, only after the wait
    wait_for(lambda: house.profile.reader().setting("pins")[ME]["wrong"] == 1)
    now += timedelta(seconds=2)
    assert door.wait_s(ME) == 0
    door.knock(ME, PIN, lambda is_right, wait: answers.append((is_right, wait)))
    wait_for(lambda: len(answers) == 3)
    assert answers[2] == (True, 0)
    wait_for(lambda: house.profile.reader().setting("pins")[ME]["wrong"] == 0)


def test_that_a_window_comes_up_locked_for_who_has_a_pin(house: House, make: Make) -> None:
    give_pin(house, ME, PIN)
    house.new_case()
    window = make(has_pins=True)
    assert lock_of(window).is_locked
    assert page_of(window).pin.isVisible()
    wait_for(lambda: window.ringer.is_due)  # what waits rings from the start
    assert page_of(window).alert.text() != ""
    assert window.is_settled


def test_that_a_window_comes_up_open_for_who_has_none(house: House, make: Make) -> None:
    give_pin(house, OTHER, PIN)
    assert not lock_of(make(has_pins=True)).is_locked


def test_that_a_forgotten_pin_is_set_anew_by_a_second_person(house: House, make: Make) -> None:
    give_pin(house, ME, PIN)
    give_pin(house, OTHER, OTHER_PIN)
    window = make(has_pins=True)
    page_of(window)._forgot.click()
    form = dialog(ForgottenForm)
    assert [form.second.itemText(at) for at in range(form.second.count())] == [OTHER]
    form.new.setText("8642")
    form.again.setText("8642")
    form.pin.setText(PIN)  # one's own does not do
    form.submit()
    wait_for(lambda: "not the PIN" in form.answer.text())
    wait_for(lambda: window._commands.door.wait_s(OTHER) == 0)
    form.pin.setText(OTHER_PIN)
    form.submit()
    wait_for(lambda: changes_of(house) == [{"person": ME, "change": "pin-reset", "by": OTHER}])
    page_of(window).pin.setText("8642")
    page_of(window).submit()
    wait_for(lambda: not lock_of(window).is_locked)


def test_that_a_name_with_a_pin_cannot_be_taken_by_typing_it(house: House, make: Make) -> None:
    give_pin(house, OTHER, OTHER_PIN)
    window = make()
    command = window.room.book.get("person")
    assert command is not None
    assert command.run_with is not None
    command.run_with(OTHER)
    form = dialog(PersonForm)
    assert form.pin.isVisible()
    form.submit()
    wait_for(lambda: "not the PIN" in form.answer.text())
    assert house.room.person == ME
    form.name.setCurrentText("R. Yadav")  # a person without a PIN works as until now
    assert form.pin.isHidden()
    form.submit()
    assert house.room.person == "R. Yadav"

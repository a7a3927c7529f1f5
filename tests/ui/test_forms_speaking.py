"""The cards on how to speak, by the keyboard: a digit turns them, F7 the language, Esc goes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_house import House, press, wait_for
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controlroom.casework.care.speaking import FILE, SpeakingCards
from controlroom.ui.forms.call import CallForm
from controlroom.ui.forms.speaking import SpeakForm

OWN = '[person]\nen_title = "Them"\nhi_title = "उनसे"\nen = "Breathe first."\nhi = "पहले साँस लें।"\n'


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def opened(house: House) -> SpeakForm:
    form = house.form(SpeakForm, house.new_case())
    wait_for(lambda: bool(form.text.text()))
    return form


def test_that_a_digit_turns_the_card_and_f7_the_language(house: House) -> None:
    form = opened(house)
    assert form.which.one() == "person"
    assert "ending your life" in form.text.text()
    press(form.which.box, Qt.Key.Key_4)
    assert "s.115" in form.text.text()
    press(form.which.box, Qt.Key.Key_F7)
    assert "धारा 115" in form.text.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_that_it_goes_back_and_writes_nothing(house: House, key: Qt.Key) -> None:
    form = opened(house)
    assert form.case_id is not None
    before, gone = house.view(form.case_id).events, []
    form.left.connect(lambda: gone.append(True))
    press(form.which.box, Qt.Key.Key_2)
    press(form.which.box, key)
    form.flush()
    assert gone == [True]
    assert house.view(form.case_id).events == before
    assert house.view(form.case_id).drafts == {}


def test_that_an_own_file_is_read_at_each_opening(house: House, tmp_path: Path) -> None:
    house.room.speaking = SpeakingCards(tmp_path)
    form = opened(house)
    (tmp_path / FILE).write_text(OWN, encoding="utf-8")
    house.open(form, form.case_id)
    wait_for(lambda: form.text.text() == "Breathe first.")


def test_that_who_calls_the_family_is_told_the_key(house: House) -> None:
    house.room.book.register("speak", lambda: None)
    form = house.form(CallForm, house.new_case())
    wait_for(lambda: form.call is not None)
    assert "How to speak" not in form.script.text()
    form.to.set_text("family")
    form.to.edited.emit()
    assert form.script.text().endswith("How to speak to them: S")

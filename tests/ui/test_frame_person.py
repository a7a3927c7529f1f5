"""Who sits at the desk, and which keys call what: both can be changed, and both are kept."""

from pathlib import Path
from typing import Any

import pytest
from forms_house import ME, House, type_in, wait_for
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from controlroom.ui.door.desk_person import DeskPerson
from controlroom.ui.door.person_form import PersonForm
from controlroom.ui.door.person_name import clean_name
from controlroom.ui.forms.steps import NoteForm
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.keys_form import KeysForm


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Any:
    made = House(qapp, profile)
    yield made
    made.close()


def kept(house: House, name: str) -> Any:
    return house.profile.reader().setting(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("  S.   Khan ", "S. Khan"), ("s. khan", "S. Khan"), ("\n\u202e ", ""), ("अ. वर्मा", "अ. वर्मा")],
)
def test_that_one_person_has_one_spelling(typed: str, name: str) -> None:
    assert clean_name(typed, ["S. Khan"]) == name


def test_that_who_sits_down_acts_and_is_there_at_the_next_start(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: ME)
    desk = DeskPerson(house.room, house.window)
    seen: list[tuple[str, str]] = []
    desk.leaving.connect(lambda: seen.append(("leaving", house.room.person)))
    desk.changed.connect(lambda name: seen.append(("changed", house.room.person)))
    desk.use("S. Khan")
    assert seen == [("leaving", ME), ("changed", "S. Khan")]
    wait_for(lambda: kept(house, "person") == "S. Khan")
    house.tasks.person = ME
    again = DeskPerson(house.room, house.window)
    again.begin()
    wait_for(lambda: house.room.person == "S. Khan")


def test_that_a_name_given_at_the_start_is_not_overruled(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    DeskPerson(house.room, house.window).use("S. Khan")
    wait_for(lambda: kept(house, "person") == "S. Khan")
    house.tasks.person = ME
    desk = DeskPerson(house.room, house.window)
    desk.begin()
    wait_for(lambda: desk._known == ["S. Khan"])
    assert house.room.person == ME


def test_that_an_empty_name_is_asked_for_again(house: House) -> None:
    form = PersonForm(house.room, [], house.window)
    named: list[str] = []
    form.chosen.connect(named.append)
    form.name.setCurrentText("   ")
    form.submit()
    assert named == []
    assert form.answer.text() == "Type the name of the person who sits here."


def test_that_who_sits_down_does_not_find_what_another_typed(house: House) -> None:
    case = house.new_case()
    form = house.form(NoteForm, case)
    type_in(form.words.editor, "only mine")
    form.flush()
    form.forget()
    assert form.words.text() == ""
    wait_for(lambda: house.draft(f"{case}/note.text") is not None)  # and the writer finds it again


def key(code: Qt.Key, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)


@pytest.fixture
def keys_form(house: House) -> KeysForm:
    for name in command_words.COMMANDS:
        house.room.book.register(name, lambda: None)
    return KeysForm(house.room, house.window)


def choose(form: KeysForm, command: str) -> None:
    form.command.setCurrentIndex(form.command.findData(command))


def test_that_a_key_is_changed_by_pressing_it_and_is_kept(house: House, keys_form: KeysForm) -> None:
    choose(keys_form, "note")
    assert keys_form.catcher.sequence == "N"
    keys_form.catcher.keyPressEvent(key(Qt.Key.Key_E, "e"))
    keys_form.submit()
    found = house.room.book.at_keys("E")
    assert found is not None
    assert found.key == "note"
    assert house.room.book.at_keys("N") is None
    wait_for(lambda: kept(house, "keys") == {"note": ["E"]})
    keys_form.reset()
    assert house.room.book.key_text("note") == "N"
    wait_for(lambda: kept(house, "keys") == {})


def test_that_a_key_that_is_taken_stays_where_it_is(house: House, keys_form: KeysForm) -> None:
    choose(keys_form, "note")
    keys_form.catcher.keyPressEvent(key(Qt.Key.Key_C, "c"))
    keys_form.submit()
    assert "Claim" in keys_form.answer.text()
    found = house.room.book.at_keys("C")
    assert found is not None
    assert found.key == "claim"
    assert house.room.book.key_text("note") == "N"

"""On the page of a person the data is kept, asked to be erased, erased by a second one, and carried out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_house import ME, OTHER, House, enter, press, steps, type_in, wait_for
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controlroom.casework.care import followup, persons, retention
from controlroom.domain.care.person import Person
from controlroom.ui.person.giving import ExportForm
from controlroom.ui.person.keeping import EraseForm, KeepForm
from controlroom.ui.person.window import PersonWindow

NOTE = "spoke of her exam"


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def at_rest(house: House) -> Person:
    """Somebody who was saved and spoken with; the plan has ended and the case is closed."""
    case = house.new_case()
    house.do(steps.record_outcome, case, facts=["reached", "alive"])
    file = persons.person_of_case(case)
    house.do(followup.try_contact, file, result="reached", note=NOTE)
    house.do(followup.end_plan, file, end="not-needed", reason="moved")
    house.do(steps.close_case, case)
    return person(house, file)


def person(house: House, file: object) -> Person:
    found = house.profile.care().person(file)  # type: ignore[arg-type]
    assert found is not None
    return found


def page(house: House, one: Person) -> PersonWindow:
    made = PersonWindow(house.room, house.window, one.id)
    made.show()
    wait_for(lambda: made.page is not None)
    return made


def test_that_two_keys_keep_the_data_and_a_ground_asks_to_erase_it(house: House) -> None:
    one = at_rest(house)
    window = page(house, one)
    assert not window.steps["care_erase"].isEnabled()
    window.press("K")
    form = window.stage.form
    assert isinstance(form, KeepForm)
    assert form.standing.text().startswith("Kept until") and "end of the follow-up" in form.origin.text()
    press(form.what.box, Qt.Key.Key_1)
    press(form.years.box, Qt.Key.Key_2)
    type_in(form.reason.editor, "a claim is open")
    enter(form.reason.editor)
    wait_for(lambda: bool(person(house, one.id).reviews))
    assert person(house, one.id).reviews[-1].reason == "a claim is open"
    wait_for(lambda: window.stage.form is None)
    window.press("K")
    press(form.what.box, Qt.Key.Key_3)
    assert form.years.isHidden()
    type_in(form.reason.editor, "her own letter")
    enter(form.reason.editor)
    wait_for(lambda: window.steps["care_erase"].isEnabled())
    asked = person(house, one.id).erasure
    assert asked is not None and (asked.ground, asked.actor) == ("request", ME)
    window.press("Z")
    assert isinstance(window.stage.form, EraseForm)
    type_in(window.stage.form.number.editor, one.cases[0].number)
    enter(window.stage.form.number.editor)
    wait_for(lambda: "second supervisor" in window.stage.form._trouble.text())  # type: ignore[union-attr]
    window.close()


def test_that_the_second_person_types_the_number_and_the_page_says_that_it_is_gone(house: House) -> None:
    one = at_rest(house)
    house.do(retention.ask_erasure, one.id, by=OTHER, ground="request", reason="her letter")
    window = page(house, one)
    window.press("Z")
    form = window.stage.form
    assert isinstance(form, EraseForm)
    assert OTHER in form.origin.text() and "her letter" in form.origin.text()
    type_in(form.number.editor, "2026-XX-0001")
    enter(form.number.editor)
    assert "not the number" in form.number.problem.text()
    form.number.set_text("")
    type_in(form.number.editor, one.cases[0].number.lower())
    enter(form.number.editor)
    wait_for(lambda: person(house, one.id).erased_at is not None)
    wait_for(lambda: "erased on" in window.head.state.text)
    assert person(house, one.id).names == ()
    assert not any(step.isEnabled() for step in window.steps.values())
    assert window.list.lines.rowCount() == 1, "the case, and nothing else"
    window.close()


def test_that_an_export_says_so_first_and_holds_the_notes_only_when_asked(
    house: House, tmp_path: Path
) -> None:
    one = at_rest(house)
    window = page(house, one)
    for name, notes in (("plain", False), ("whole", True)):
        window.press("G")
        form = window.stage.form
        assert isinstance(form, ExportForm)
        type_in(form.reason.editor, "her letter")
        form.folder.set_text(str(tmp_path / name))
        if notes:
            press(form.more.box, Qt.Key.Key_1)
        enter(form.folder.editor)
        wait_for((tmp_path / name / "person.txt").exists)
        wait_for(lambda: window.stage.form is None)
    told = [json.loads((tmp_path / name / "person.json").read_text()) for name in ("plain", "whole")]
    assert [NOTE in str(one) for one in told] == [False, True]
    assert told[0]["person"]["phones"] == ["+919839012345"]
    with house.profile.writer.write(actor=ME) as tx:
        said = [event.body for event in tx.events(one.id) if event.kind == "copied_out"]
    assert [body["notes"] for body in said] == [False, True]
    assert said[0]["reason"] == "her letter"
    window.close()

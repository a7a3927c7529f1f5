"""Joined cases are taken apart in the pane, and a form tells what somebody else did meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_house import OTHER, House, enter, steps, type_in
from PySide6.QtWidgets import QApplication

from controlroom.casework.arriving import joins
from controlroom.ui.forms.split import SplitForm
from controlroom.ui.forms.steps import JoinForm, NoteForm


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


@pytest.mark.parametrize("from_which", ["gone", "kept"])
def test_that_joined_cases_are_taken_apart_from_either_side(house: House, from_which: str) -> None:
    gone, kept = house.new_case(), house.new_case("phone 98390 54321")
    house.do(joins.join_cases, gone, other=kept, reason="same")
    form = house.form(SplitForm, gone if from_which == "gone" else kept)
    type_in(form.reason.editor, "two people")
    enter(form.reason.editor)
    house.saved()
    assert house.view(gone).case.joined_into is None
    assert house.view(kept).case.absorbed == ()


def test_that_a_case_that_is_not_joined_is_told_so(house: House) -> None:
    case = house.new_case()
    form = house.form(SplitForm, case)
    enter(form.reason.editor)
    assert "nothing to take apart" in form._trouble.text()
    assert house.answers == []


def test_that_the_reason_of_a_join_tells_the_kind_and_never_the_value(house: House) -> None:
    one = house.new_case("phone 98390 12345")
    two = house.new_case("call from 98390 12345 again")
    form = house.form(JoinForm, two)
    assert form.other.text() == house.view(one).case.number
    assert form.reason.text() == "same: phone"


def test_that_a_form_tells_what_somebody_else_did_and_keeps_what_is_typed(house: House) -> None:
    case = house.new_case()
    form = house.form(NoteForm, case)
    type_in(form.words.editor, "mother called")
    house.do(steps.look_at, case, by=OTHER)
    form.refresh(house.view(case))
    assert form.news.isHidden()
    house.do(steps.claim_case, case, by=OTHER)
    form.refresh(house.view(case))
    assert form.news.text() == f"{OTHER} changed this case meanwhile: Claimed. What you typed stays."
    assert not form.news.isHidden()
    assert form.words.text() == "mother called"
    house.do(steps.claim_case, case)
    form.refresh(house.view(case))
    assert form.news.text().startswith(OTHER)  # my own step is no news to me

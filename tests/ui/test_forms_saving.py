"""Each form saves the right event; what cannot be used is said at its field and stays; drafts come back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from forms_house import ME, OTHER, House, enter, press, steps, type_in, wait_for
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controlroom.ui.forms.ground import OutcomeForm, ReportForm
from controlroom.ui.forms.hand_over import HandOverForm
from controlroom.ui.forms.release import ReleaseForm
from controlroom.ui.forms.review import ReviewForm
from controlroom.ui.forms.steps import CloseForm, FactForm, JoinForm, NoteForm, ReopenForm, TriageForm
from controlroom.ui.forms.tried import TriedForm
from controlroom.ui.forms.undo import UndoForm


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def test_that_a_triage_is_a_letter_a_digit_and_enter(house: House) -> None:
    case = house.new_case()
    form = house.form(TriageForm, case)
    press(form.category.box, Qt.Key.Key_2)
    enter(form.category.box)
    house.saved()
    event = house.last(case)
    assert (event.kind, event.actor, event.body["category"]) == ("case_triaged", ME, "imminent")


def test_that_a_try_keeps_the_usual_ones_and_the_words(house: House) -> None:
    case = house.new_case()
    form = house.form(TriedForm, case)
    press(form.usual.box, Qt.Key.Key_1)
    press(form.usual.box, Qt.Key.Key_2)
    type_in(form.words.editor, "answer in 20 minutes")
    type_in(form.when.editor, "5m")
    enter(form.when.editor)
    house.saved()
    event = house.last(case)
    assert (event.kind, event.body["text"]) == (
        "location_tried",
        "STF asked, Profile read: answer in 20 minutes",
    )
    assert timedelta(minutes=4) < datetime.now(UTC) - event.happened_at < timedelta(minutes=6)


def test_that_an_empty_try_is_asked_for_words(house: House) -> None:
    form = house.form(TriedForm, house.new_case())
    enter(form.usual.box)
    assert form.words.problem.text() == "Choose what was tried, or type a few words."
    assert not form.words.problem.isHidden()
    assert house.answers == []


def test_that_a_time_to_come_is_said_at_its_field_and_stays(house: House) -> None:
    case = house.new_case()
    form = house.form(TriedForm, case)
    press(form.usual.box, Qt.Key.Key_1)
    type_in(form.when.editor, "25:90")
    enter(form.when.editor)
    assert form.when.problem.text().startswith("That is no time.")
    assert form.when.text() == "25:90"
    assert form.usual.chosen() == ("0",)
    assert house.last(case).kind == "alert_received"


def test_that_a_release_gives_the_case_back_with_its_reason(house: House) -> None:
    case = house.new_case()
    house.do(steps.claim_case, case)
    form = house.form(ReleaseForm, case)
    press(form.usual.box, Qt.Key.Key_1)
    enter(form.usual.box)
    house.saved()
    assert house.last(case).body["reason"] == "End of the shift"
    assert house.view(case).case.owner == ""


def test_that_what_the_use_case_refuses_is_said_and_kept_as_a_draft(house: House) -> None:
    case = house.new_case()  # nobody holds it
    form = house.form(ReleaseForm, case)
    type_in(form.reason.editor, "tired")
    enter(form.reason.editor)
    wait_for(lambda: "nothing to release" in form._trouble.text())
    assert form.reason.text() == "tired"
    wait_for(lambda: house.draft(f"{case}/release.reason") is not None)


def test_that_hand_over_report_and_outcome_save_what_was_keyed(house: House) -> None:
    case = house.new_case()
    hand = house.form(HandOverForm, case)
    type_in(hand.refs["112"].editor, "P-4711")
    enter(hand.refs["112"].editor)
    house.saved()
    assert [(told.to, told.ref) for told in house.view(case).case.hand_overs] == [
        ("112", "P-4711"),
        ("district", ""),
    ]
    report = house.form(ReportForm, case)
    type_in(report.reporter.editor, "PRV 1234")
    enter(report.reporter.editor)
    house.saved()
    assert house.view(case).case.reports[0][:2] == ("acknowledged", "PRV 1234")
    outcome = house.form(OutcomeForm, case)
    press(outcome.facts.box, Qt.Key.Key_1)
    press(outcome.facts.box, Qt.Key.Key_2)
    assert outcome.verdict.text() == "Counts as saved: Alive"
    enter(outcome.facts.box)
    house.saved()
    assert house.view(case).case.outcome_facts == ("reached", "alive")


def test_that_a_review_says_what_is_reviewed_and_needs_a_second_person(house: House) -> None:
    mine, others = house.new_case(), house.new_case("another, phone 98390 54321")
    house.do(steps.record_outcome, mine, not_reached="phone-off")
    house.do(steps.record_outcome, others, by=OTHER, not_reached="location-too-wide")
    own = house.form(ReviewForm, mine)
    assert "somebody else" in own.origin.text()
    enter(own.words.editor)
    wait_for(lambda: "second person" in own._trouble.text())
    form = house.form(ReviewForm, others)
    assert form.what.text() == "Not reached: Location too wide"
    assert form.origin.text().startswith(f"Recorded by {OTHER}, ")
    type_in(form.words.editor, "asked STF again")
    enter(form.words.editor)
    house.saved()
    assert house.last(others).body["text"] == "asked STF again"
    assert house.view(others).case.reviewed_by == ME


def test_that_note_fact_close_and_reopen_save_what_was_keyed(house: House) -> None:
    case = house.new_case()
    note = house.form(NoteForm, case)
    type_in(note.words.editor, "friend knows the street")
    enter(note.words.editor)
    house.saved()
    fact = house.form(FactForm, case)
    type_in(fact.value.editor, "+919839054321")
    enter(fact.value.editor)
    house.saved()
    assert "+919839054321" in house.view(case).case.facts.phones
    close = house.form(CloseForm, case)
    press(close.usual.box, Qt.Key.Key_2)
    enter(close.usual.box)
    house.saved()
    assert house.view(case).case.is_closing  # nobody is with the person: a second one has to agree
    again = house.form(ReopenForm, case)
    enter(again.reason.editor)
    assert again.reason.problem.text()
    press(again.usual.box, Qt.Key.Key_2)
    enter(again.usual.box)
    house.saved()
    assert [event.kind for event in house.view(case).events][-5:] == [
        "note_added",
        "fact_added",
        "case_claimed",  # nobody held it: it rings no more
        "case_closed",
        "case_reopened",
    ]


def test_that_a_wrong_number_is_said_at_the_field_and_a_right_one_joins(house: House) -> None:
    one, other = house.new_case("first words"), house.new_case("second words")
    form = house.form(JoinForm, one)
    type_in(form.other.editor, "2026-X9-9999")
    type_in(form.reason.editor, "same voice")
    enter(form.reason.editor)
    wait_for(lambda: "no case of this number" in form.other.problem.text())
    form.other.editor.selectAll()
    type_in(form.other.editor, house.view(other).case.number)
    enter(form.other.editor)
    house.saved()
    assert house.view(other).case.joined_into == one  # the first one stays


def test_that_undo_says_the_step_and_takes_back_that_one_only(house: House) -> None:
    case = house.new_case()
    house.do(steps.claim_case, case)
    house.do(steps.add_note, case, text="98390 12345 rang back")
    form = house.form(UndoForm, case)
    assert form.step.text() == "Note: 98390 12*** rang back"
    enter(form.reason.editor)
    house.saved()
    found = house.view(case)
    assert found.case.notes == ()
    assert found.case.owner == ME


def test_that_undo_takes_back_nothing_that_was_not_shown(house: House) -> None:
    case = house.new_case()
    house.do(steps.claim_case, case)
    form = house.form(UndoForm, case)
    house.do(steps.add_note, case, by=OTHER, text="came in meanwhile")
    enter(form.reason.editor)
    wait_for(lambda: "another one now" in form._trouble.text())
    assert house.view(case).case.notes[0].text == "came in meanwhile"
    form.refresh(house.view(case))
    assert form.step.text() == "Note: came in meanwhile"
    assert "another one now" in form.news.text()


def test_that_what_is_typed_is_there_again_in_another_window(house: House) -> None:
    case = house.new_case()
    form = house.form(TriedForm, case)
    type_in(form.words.editor, "asked the neighbour")
    press(form.usual.box, Qt.Key.Key_4)
    wait_for(lambda: house.draft(f"{case}/tried.usual") is not None)
    after_a_crash = house.form(TriedForm, case)
    assert after_a_crash.words.text() == "asked the neighbour"
    assert after_a_crash.usual.chosen() == ("3",)
    enter(after_a_crash.words.editor)
    house.saved()
    assert house.draft(f"{case}/tried.text") is None
    assert house.form(TriedForm, case).words.text() == ""


def test_that_saving_one_case_leaves_what_is_typed_for_another(house: House) -> None:
    one, other = house.new_case("first words"), house.new_case("second words")
    form = house.form(NoteForm, one)
    type_in(form.words.editor, "for the first")
    enter(form.words.editor)
    house.open(form, other)  # before the answer came
    type_in(form.words.editor, "for the second")
    wait_for(lambda: bool(house.view(one).case.notes))
    wait_for(lambda: house.draft(f"{other}/note.text") is not None)
    house.open(form, one)
    assert form.words.text() == ""
    house.open(form, other)
    assert form.words.text() == "for the second"
    assert house.answers == []


def test_that_minutes_ago_are_kept_as_the_clock_time_they_were(house: House) -> None:
    case = house.new_case()
    form = house.form(TriedForm, case)
    type_in(form.when.editor, "40m")
    wait_for(lambda: house.draft(f"{case}/tried.when") is not None)
    kept = house.draft(f"{case}/tried.when")
    assert kept is not None
    was = datetime.strptime(kept.text + " +0530", "%d.%m.%Y %H:%M:%S %z")
    assert timedelta(minutes=39) < datetime.now(UTC) - was < timedelta(minutes=41)
    after_a_crash = house.form(TriedForm, case)
    assert after_a_crash.when.moment() == was


def test_that_triage_shows_the_hints_and_chooses_nothing_by_them(house: House) -> None:
    form = house.form(TriageForm, house.new_case("alvida, maine zeher kha liya, 15 years old"))
    assert "not clinical" in form.hints.text()
    assert "zeher kha" in form.hints.text()
    assert (form.category.text(), form.marks.text()) == ("", "")

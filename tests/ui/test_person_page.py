"""The page of a person, by the keyboard: masked, revealed and read by events, and every form on it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from person_house import ME, OTHER, SECRETS, Desk, key, shown, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import followup, persons
from controlroom.domain.care.plans import day_in_india
from controlroom.ui.person.all import FORMS, KEYS
from controlroom.ui.person.files import JoinForm
from controlroom.ui.person.plan_line import dots
from controlroom.ui.person.window import PersonWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.close()


def opened(desk: Desk, letter: str) -> PersonWindow:
    """The page with the form of this key, the first field ready for typing."""
    window = desk.page()
    key(window, getattr(Qt.Key, f"Key_{letter}"))
    desk.until(lambda: window.stage.name == KEYS[letter])
    return window


def saved(desk: Desk, window: PersonWindow) -> None:
    key(window, Qt.Key.Key_Return)
    desk.until(lambda: window.stage.form is None)


def test_that_names_and_numbers_are_masked_until_f2_which_is_an_event(desk: Desk) -> None:
    window = desk.page()
    assert "Ravindra K*** S***" in shown(window)
    assert not [secret for secret in SECRETS if secret in shown(window)]
    assert "her brother" in shown(window), "who keeps in touch needs it at once"
    assert "secret_revealed" not in desk.kinds()
    key(window, Qt.Key.Key_F2)
    desk.until(lambda: window.is_revealed)
    assert desk.kinds().count("secret_revealed") == 1
    assert all(word in shown(window) for word in ("Ravindra Kumar Saini", "98390 12345", "Om Prakash"))
    window.hide()  # as the lock hides it
    window.show()
    assert not [secret for secret in SECRETS if secret in shown(window)]


def test_that_each_reading_of_notes_is_an_event_that_says_which(desk: Desk) -> None:
    desk.do(followup.write_note, text="Slept well", mood="better")
    window = desk.page()
    assert "Notes: 1; F6" in shown(window) and "Slept" not in shown(window)
    key(window, Qt.Key.Key_F6)
    desk.until(lambda: "Slept well" in shown(window))
    [read] = [event for event in desk.events() if event.kind == "note_read"]
    assert read.body["notes"] == [str(note.id) for note in desk.person.notes]
    desk.do(followup.write_note, text="Spoke of the river")
    desk.until(lambda: "Notes: 1; F6" in shown(window))
    assert "river" not in shown(window), "a note that came later was not read yet"


def test_that_what_is_typed_survives_another_persons_change_and_a_crash(desk: Desk) -> None:
    window = opened(desk, "N")
    write(window, "She wants to sing again")
    desk.do(followup.say_consent, what="follow-up", is_given=True)
    form = window.stage.form
    assert form is not None
    desk.until(lambda: "changed this person's file meanwhile" in form.news.text())  # type: ignore[attr-defined]
    assert form.words.text() == "She wants to sing again"  # type: ignore[attr-defined]
    draft = f"{desk.file}/care_note.text"
    desk.until(lambda: desk.profile.reader().draft(ME, draft) is not None)
    window.setParent(None)
    del window  # as after a crash: nothing but the store remembers
    again = opened(desk, "N")
    assert again.stage.form is not None
    assert again.stage.form.words.text() == "She wants to sing again"  # type: ignore[attr-defined]
    saved(desk, again)
    assert [note.text for note in desk.person.notes] == ["She wants to sing again"]
    assert desk.profile.reader().draft(ME, draft) is None


def test_that_the_keys_begin_at_the_first_line(desk: Desk) -> None:
    window = desk.page()
    assert window.list.currentIndex().row() == 0
    assert window.list.selectedIndexes() == []


def test_that_a_digit_logs_a_try_and_ctrl_z_takes_it_back(desk: Desk) -> None:
    window = desk.page()
    key(window, Qt.Key.Key_2)
    desk.until(lambda: [one.result for one in desk.person.attempts] == ["no-answer"])
    key(window, Qt.Key.Key_Z, CTRL)
    desk.until(lambda: desk.person.attempts == ())


def test_that_the_line_of_the_plan_says_how_each_contact_stands(desk: Desk) -> None:
    desk.do(followup.try_contact, result="reached", at=desk.room.now() - timedelta(days=50))
    plan = desk.person.plan
    assert plan is not None
    states = [dot.state for dot in dots(plan, desk.room.now())]
    assert states == ["made", "overdue", "overdue", "overdue", *["waiting"] * 5]
    window = desk.page()
    assert window.head.plan.told.count("overdue") == 3
    assert window.head.state.text.startswith("Overdue since")


def test_that_every_form_opens_by_its_key_and_by_its_command(desk: Desk) -> None:
    assert list(KEYS.values()) == list(FORMS)
    window = desk.page(step="care_reach")
    desk.until(lambda: window.stage.name == "care_reach")
    for letter, name in KEYS.items():
        if window.stage.form is not None:
            key(window, Qt.Key.Key_Escape)
            desk.until(lambda: window.side.currentIndex() == 0)
        key(window, getattr(Qt.Key, f"Key_{letter}"))
        assert window.stage.name == (name if window.steps[name].isEnabled() else "")
    assert not window.steps["care_split"].isEnabled(), "one file: nothing to take apart"
    assert window.isVisible(), "Esc closes the form, not the page"


def test_that_facts_reach_and_family_are_told(desk: Desk) -> None:
    window = opened(desk, "W")
    write(window, "रविन्द्र कुमार सैनी")
    key(window, Qt.Key.Key_Tab)
    write(window, "98390")
    key(window, Qt.Key.Key_Return)
    desk.until(lambda: "not a phone number" in window.stage.form._trouble.text())  # type: ignore[union-attr]
    write(window, " 67890")
    saved(desk, window)
    assert desk.person.names == ("Ravindra Kumar Saini", "रविन्द्र कुमार सैनी")
    assert desk.person.phones == ("+919839012345", "+919839067890")
    key(window, Qt.Key.Key_R)
    key(window, Qt.Key.Key_2)
    for text in ("9:30", "21:00"):
        key(window, Qt.Key.Key_Tab)
        write(window, text)
    saved(desk, window)
    person = desk.person
    assert (person.channel, person.safe_from, person.safe_to) == ("visit", "09:30", "21:00")
    assert desk.kinds()[-1] == "care_told"
    key(window, Qt.Key.Key_F)
    write(window, "Asha")
    key(window, Qt.Key.Key_Tab)
    key(window, Qt.Key.Key_6)
    saved(desk, window)
    assert [(one.name, one.relation) for one in desk.person.kin][-1] == ("Asha", "sister")


def test_that_a_line_is_taken_out_by_del_and_comes_back(desk: Desk) -> None:
    window = desk.page()
    window._stand_on("helps/")
    key(window, Qt.Key.Key_Delete)
    desk.until(lambda: desk.person.helps == ())
    assert desk.kinds()[-1] == "care_untold"
    key(window, Qt.Key.Key_Z, CTRL)
    desk.until(lambda: desk.person.helps == ("her brother",))


def test_that_consent_a_contact_and_its_next_step_are_logged(desk: Desk) -> None:
    window = opened(desk, "A")
    key(window, Qt.Key.Key_1)
    saved(desk, window)
    assert desk.person.consents_to("follow-up") is True
    key(window, Qt.Key.Key_C)
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_Tab)
    key(window, Qt.Key.Key_2)
    key(window, Qt.Key.Key_Tab)
    write(window, "25")
    saved(desk, window)
    [attempt] = desk.person.attempts
    assert (attempt.result, attempt.channel, attempt.minutes) == ("reached", "visit", 25)


def test_that_a_plan_is_handed_on_moved_ended_and_made_anew(desk: Desk) -> None:
    window = opened(desk, "O")
    assert "Irfan Ansari" in window.stage.form.why.text()  # type: ignore[union-attr]
    key(window, Qt.Key.Key_1)
    saved(desk, window)
    plan = desk.person.plan
    assert plan is not None and plan.owner.name == OTHER
    key(window, Qt.Key.Key_D)
    key(window, Qt.Key.Key_Tab)
    day = day_in_india(desk.room.now()) + timedelta(days=3)
    write(window, f"{day:%d.%m.%Y}")
    key(window, Qt.Key.Key_Tab)
    write(window, "an examination")
    saved(desk, window)
    plan = desk.person.plan
    assert plan is not None and day in [one.due for one in plan.contacts]
    assert [event.kind for event in desk.events()][-2:] == ["contact_moved", "reason_told"]
    key(window, Qt.Key.Key_E)
    key(window, Qt.Key.Key_3)
    key(window, Qt.Key.Key_Tab)
    write(window, "to Pune")
    saved(desk, window)
    assert [(one.end, one.end_reason) for one in desk.person.plans] == [("moved", "to Pune")]
    desk.until(lambda: "to Pune" in shown(window))
    key(window, Qt.Key.Key_P)
    desk.until(lambda: window.stage.form.template.one() == "who-bic")  # type: ignore[union-attr]
    key(window, Qt.Key.Key_3)
    saved(desk, window)
    plan = desk.person.plan
    assert plan is not None and (plan.template, len(plan.contacts)) == ("close", 13)


def test_that_two_files_are_laid_side_by_side_joined_and_taken_apart(desk: Desk) -> None:
    with desk.profile.writer.write(actor=OTHER) as tx:
        case = alerts.add_alert(tx, source="x", text="a post", phone="98390 12345", name="R. Saini")
        steps.record_outcome(tx, case, facts=["reached", "alive"])
    other = persons.person_of_case(case)
    window = opened(desk, "M")
    key(window, Qt.Key.Key_1)
    form = window.stage.form
    assert isinstance(form, JoinForm)
    desk.until(lambda: form.other is not None)
    assert form.reason.text() == "same: phone"
    assert any("98390 12*** =" in cell for cell in form.sides.told)
    assert not [secret for secret in SECRETS for cell in form.sides.told if secret in cell]
    saved(desk, window)
    desk.until(lambda: window.page is not None and set(window.page.person.files) == {desk.file, other})
    key(window, Qt.Key.Key_X)
    desk.until(lambda: window.stage.name == "care_split")
    key(window, Qt.Key.Key_2)
    saved(desk, window)
    assert desk.person.files == (desk.file,)


def test_that_who_does_not_keep_in_touch_reads_that_and_no_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.do(followup.write_note, text="Slept well")
    narrow = {"care", "counsel"}
    monkeypatch.setattr(
        "controlroom.store.care.carereader.CareReader.may_read", lambda self, audience: audience not in narrow
    )
    monkeypatch.setattr("controlroom.store.writer.StoreTx.may_read", lambda self, audience: False)
    window = desk.page()
    assert "Only those who keep in touch read what helps" in shown(window)
    assert "her brother" not in shown(window) and "Om P***" not in shown(window)
    key(window, Qt.Key.Key_F6)
    desk.until(lambda: "counsellors' and supervisors'" in window.answer.text())
    assert "note_read" not in desk.kinds() and "Slept" not in shown(window)
    key(window, Qt.Key.Key_N)
    assert window.stage.form is None

"""The case pane over a real store: masked until revealed, the event first, nothing typed lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from case_house import CaseDesk
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.rows import CaseView
from controlroom.casework.shift.blurring import choose_blur
from controlroom.ui.forms.steps import NoteForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TEXT = "Ravi wrote https://instagram.com/ravi.sharma.test and rings from 98390 12345: <b>goodbye</b>"
SECRETS = (
    "9839012345",
    "98390 12345",
    "Ravi",
    "ravi.sharma.test",
    "<b>goodbye",
)  # the words of a hint are shown: they name nobody


class Desk(CaseDesk):
    """One window over one profile, told of every commit as in the program."""

    def alert(self) -> UUID:
        with self.profile.writer.write(actor="s.khan") as tx:
            return alerts.add_alert(tx, source="phone", text=TEXT, name="Ravi Sharma")

    def view(self, case: UUID) -> CaseView:
        view = self.profile.reader().case_view(case, person="a.verma")
        assert view is not None
        return view

    def kinds(self, case: UUID) -> list[str]:
        return [event.kind for event in self.view(case).events]

    def shown(self) -> str:
        """Every word that the pane holds, on every tab."""
        pane = self.pane
        lists = (pane.facts, pane.places, pane.hand_over, pane.log)
        words = [str(index.data()) for tab in lists for index in _rows(tab)]
        words += [str(index.data(3)) for tab in lists for index in _rows(tab)]  # the tips too
        words += [label.text() for label in pane.findChildren(QLabel)]
        words += [text.toPlainText() for text in pane.findChildren(QPlainTextEdit)]
        return "\n".join(words)


def _rows(tab: Any) -> Iterator[Any]:
    from controlroom.ui.case.lines import LinesModel

    for model in tab.findChildren(LinesModel):
        yield from (model.index(row) for row in range(model.rowCount()))


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.close()


def test_that_nothing_about_the_person_is_shown_before_a_reveal(desk: Desk) -> None:
    desk.open(desk.alert())
    shown = desk.shown()
    assert "98390 12***" in shown
    assert [secret for secret in SECRETS if secret in shown] == []


def test_that_a_reveal_is_an_event_and_ends_with_the_case(desk: Desk) -> None:
    first, second = desk.alert(), desk.alert()
    desk.open(first)
    desk.pane.step("reveal")
    desk.qtbot.waitUntil(lambda: "Ravi Sharma" in desk.shown())
    assert "secret_revealed" in desk.kinds(first)
    assert "<b>goodbye</b>" in desk.shown(), "the words of the alert stand as they are, never as HTML"
    desk.open(second)
    desk.open(first)
    assert [secret for secret in SECRETS if secret in desk.shown()] == []


def test_that_the_words_stay_covered_for_whom_they_are_apart_until_they_ask_for_them_alone(
    desk: Desk,
) -> None:
    case, words = desk.alert(), "<b>goodbye</b>"
    with desk.profile.writer.write(actor="a.verma") as tx:
        choose_blur(tx, "a.verma", words="apart")
    desk.qtbot.waitUntil(lambda: desk.room.state.blur.are_words_apart)
    desk.open(case)
    desk.pane.step("reveal")
    desk.qtbot.waitUntil(lambda: "Ravi Sharma" in desk.shown())
    assert words not in desk.shown() and "stay covered, as you have chosen" in desk.shown()
    desk.pane.step("reveal_words")
    desk.qtbot.waitUntil(lambda: words in desk.shown())
    fields = [event.body.get("field") for event in desk.view(case).events if event.kind == "secret_revealed"]
    assert fields == ["facts", "text"]
    desk.pane.mask_again()
    desk.pane.step("reveal")
    desk.qtbot.waitUntil(lambda: "Ravi Sharma" in desk.shown())
    assert words not in desk.shown()


def test_that_a_copy_is_an_event_before_it_is_on_the_clipboard(desk: Desk) -> None:
    case = desk.alert()
    desk.open(case)
    QGuiApplication.clipboard().clear()
    [line] = [index.data(257) for index in _rows(desk.pane.facts) if "98390" in str(index.data())]
    desk.pane.facts.picked.emit(line)
    assert QGuiApplication.clipboard().text() == ""
    desk.qtbot.waitUntil(lambda: "9839012345" in QGuiApplication.clipboard().text().replace(" ", ""))
    assert "copied_out" in desk.kinds(case)


def test_that_typing_survives_other_peoples_steps_another_case_and_a_restart(
    desk: Desk, qapp: QApplication, profile: Path, qtbot: Any
) -> None:
    case, other = desk.alert(), desk.alert()
    desk.open(case)
    desk.pane.step("note")
    form = desk.pane.stage.form
    assert isinstance(form, NoteForm)
    qtbot.keyClicks(form.words.editor, "friend knows the street")
    with desk.profile.writer.write(actor="s.khan") as tx:
        steps.claim_case(tx, case)
    qtbot.waitUntil(lambda: desk.pane.view is not None and desk.pane.view.case.owner == "s.khan")
    assert form.words.text() == "friend knows the street"
    desk.open(other)
    key = f"{case}/note.text"
    qtbot.waitUntil(lambda: desk.profile.reader().draft("a.verma", key) is not None)
    again = Desk(qapp, profile, qtbot)
    again.open(case)
    again.pane.step("note")
    restored = again.pane.stage.form
    assert isinstance(restored, NoteForm) and restored.words.text() == "friend knows the street"
    again.pane.hide()
    again.tasks.close()
    again.profile.close()


def test_that_the_next_best_step_claims_a_new_case(desk: Desk) -> None:
    case = desk.alert()
    desk.open(case)
    desk.pane.step("next")
    desk.qtbot.waitUntil(lambda: desk.pane.view is not None and desk.pane.view.case.owner == "a.verma")
    assert "case_claimed" in desk.kinds(case)


def test_that_undo_shows_what_it_takes_back_and_enter_takes_it_back(desk: Desk) -> None:
    case = desk.alert()
    with desk.profile.writer.write(actor="a.verma") as tx:
        steps.claim_case(tx, case)
    desk.open(case)
    desk.pane.step("undo")
    assert desk.pane.stage.form is not None
    desk.pane.stage.form.submit()
    desk.qtbot.waitUntil(lambda: desk.pane.view is not None and desk.pane.view.case.owner == "")
    assert "event_undone" in desk.kinds(case)


def test_that_what_was_typed_last_is_kept_when_the_window_closes(desk: Desk, qtbot: Any) -> None:
    case = desk.alert()
    desk.open(case)
    desk.pane.step("note")
    form = desk.pane.stage.form
    assert isinstance(form, NoteForm)
    form.words.set_text("")
    qtbot.keyClicks(form.words.editor, "street")
    desk.pane.close()
    desk.tasks.close()  # as the program ends: what was begun is finished
    draft = desk.profile.reader().draft("a.verma", f"{case}/note.text")
    assert draft is not None and draft.text == "street"

"""Keys that are pressed while a step is being written, by key events of the window, the writing held up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from held_house import Desk
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom.ui.forms.all import FORMS

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.tasks.close()
    made.profile.close()


def test_that_what_is_typed_while_a_note_is_saved_goes_into_the_next_one(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    desk.press("n")
    desk.form("note")
    desk.press("brother called")
    with desk.gate.shut():
        desk.press(Key.Key_Return, "n", "he is in the yard", Key.Key_Return)
        assert desk.pane.stage.form.words.text() == "brother called"
    desk.until(lambda: desk.notes(case) == ["brother called", "he is in the yard"])
    desk.until(lambda: not desk.room.held.is_holding)
    assert desk.pane.stage.form is None


def test_that_a_whole_row_of_keys_reaches_one_step_after_the_other(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    with desk.gate.shut():
        desk.press(Key.Key_C, Key.Key_F5, Key.Key_1, Key.Key_Return, Key.Key_F5)
        assert desk.kinds(case) == []
    form = desk.form("place")  # the step after the triage, and not the triage anew
    desk.until(lambda: not desk.room.held.is_holding)
    assert desk.kinds(case) == ["case_claimed", "case_triaged"]
    assert form.isVisible()
    assert desk.faults == []


def test_that_a_step_asked_for_before_the_case_is_read_takes_the_keys_after_it(desk: Desk) -> None:
    one = desk.case()
    desk.pane.setFocus()
    desk.room.select(one)
    desk.press("t", "2", Key.Key_Return)
    desk.until(lambda: desk.kinds(one) == ["case_triaged"])


def test_that_when_saving_fails_everything_typed_is_there_and_nothing_runs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = desk.case()
    desk.show(case)
    desk.press("n")
    form = desk.form("note")
    desk.press("brother called")
    with desk.gate.broken(monkeypatch):
        desk.press(Key.Key_Return, "came home c")
    desk.until(lambda: desk.faults)
    desk.until(lambda: not desk.room.held.is_holding)
    assert form.words.text() == "brother called"
    assert form._trouble.text() == "Typed meanwhile and not carried out: came home c"
    assert desk.pane.stage.form is form
    monkeypatch.undo()
    desk.press("x")
    assert form.words.text() == "brother calledx"
    assert desk.kinds(case) == []
    desk.faults.clear()


def test_that_enter_pressed_twice_saves_once_and_does_nothing_else(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    desk.press("n")
    desk.form("note")
    desk.press("brother called")
    picked: list[object] = []
    for tab in (desk.pane.facts, desk.pane.log):
        tab.picked.connect(picked.append)
    with desk.gate.shut():
        desk.press(Key.Key_Return, Key.Key_Return, Key.Key_Return, Key.Key_Escape)
    desk.until(lambda: desk.notes(case))
    desk.until(lambda: not desk.room.held.is_holding)
    desk.qtbot.wait(50)
    assert desk.notes(case) == ["brother called"]
    assert picked == []


def test_that_the_second_enter_after_the_saving_picks_no_line_behind_the_form(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    desk.press("n")
    desk.form("note")
    desk.press("brother called", Key.Key_Return)
    desk.until(lambda: desk.pane.stage.form is None and not desk.room.held.is_holding)
    desk.press(Key.Key_Return)
    desk.qtbot.wait(60)
    assert desk.kinds(case) == ["note_added"]
    desk.until(lambda: not desk.room.held.has_just_saved)
    desk.press(Key.Key_Return)  # later it is meant: the line is copied, which the log notes
    desk.until(lambda: len(desk.kinds(case)) == 2)


def test_that_the_key_that_locks_waits_for_nothing_and_forgets_what_was_typed(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    locked: list[bool] = []

    def lock() -> None:  # as door/lock.py does
        locked.append(True)
        desk.room.held.forget()

    desk.room.book.register("lock", lock)
    desk.press("n")
    desk.form("note")
    desk.press("one")
    with desk.gate.shut():
        desk.press(Key.Key_Return, "n", "1234")
        QTest.keyClick(desk.window.windowHandle(), Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert locked == [True]
    desk.until(lambda: desk.notes(case) == ["one"])
    desk.qtbot.wait(60)
    assert desk.pane.stage.form is None
    assert not any("1234" in text for text in desk.said)


def test_that_a_click_takes_no_key_along_to_where_it_goes(desk: Desk) -> None:
    one, other = desk.case("first words"), desk.case("second words")
    desk.show(one)
    desk.press("n")
    desk.form("note")
    desk.press("for the first")
    with desk.gate.shut():
        desk.press(Key.Key_Return, "c")
        QTest.mouseClick(desk.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        desk.show(other)
    desk.until(lambda: desk.notes(one))
    desk.qtbot.wait(50)
    assert desk.kinds(other) == []
    assert "Typed meanwhile and not carried out: c" in desk.said


def test_that_hindi_from_an_input_method_waits_too(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    desk.press("n")
    desk.form("note")
    desk.press("one")
    with desk.gate.shut():
        desk.press(Key.Key_Return, "n")
        committed = QInputMethodEvent("", [])
        committed.setCommitString("भाई का फ़ोन")
        QCoreApplication.sendEvent(QApplication.focusWidget(), committed)
        desk.press(Key.Key_Return)
    desk.until(lambda: desk.notes(case) == ["one", "भाई का फ़ोन"])


def test_that_text_put_in_by_the_mouse_while_it_is_saved_is_a_draft(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    desk.press("n")
    form = desk.form("note")
    desk.press("one")
    with desk.gate.shut():
        desk.press(Key.Key_Return)
        form.words.editor.insert(" and words that were dropped here")
        form.words.editor.textEdited.emit(form.words.text())
    desk.until(lambda: desk.notes(case) == ["one"])
    draft = f"{case}/note.text"
    desk.until(lambda: (kept := desk.profile.reader().draft("asha", draft)) and "were dropped" in kept.text)
    desk.press("n")
    assert desk.form("note").words.text() == "one and words that were dropped here"


def test_that_words_typed_at_chips_are_words_and_run_no_command(desk: Desk) -> None:
    one, other = desk.case("first words"), desk.case("second words")
    desk.show(one)
    desk.room.book.register("up", lambda: desk.room.select(other))
    desk.press("l")
    form = desk.form("tried")
    assert form.usual.box.hasFocus()
    desk.press("1", "asked the neighbour K", Key.Key_Return)
    desk.until(lambda: desk.kinds(one) == ["location_tried"])
    [tried] = [e for e in desk.profile.reader().events(one) if e.kind == "location_tried"]
    assert tried.body["text"].endswith(": asked the neighbour K")
    assert (desk.pane.case_id, desk.kinds(other)) == (one, [])
    desk.until(lambda: not desk.room.held.is_holding)
    desk.press("o")
    outcome = desk.form("outcome")
    desk.press("k", "n")  # no field for words: it does nothing
    assert (desk.pane.stage.form, desk.pane.case_id) == (outcome, one)
    desk.press(Key.Key_Escape, "n")
    assert desk.form("note").words.text() == ""


def test_that_no_key_is_held_for_ever(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    desk.press("n")
    desk.form("note")
    desk.press("one")
    desk.room.held._longest.setInterval(400)
    desk.room.held._slow.setInterval(40)
    with desk.gate.shut():
        desk.press(Key.Key_Return, "n")
        desk.until(lambda: desk.said)
        assert desk.said == ["This takes a while; what you type now is kept for after it."]
        desk.until(lambda: not desk.room.held.is_holding)
        assert desk.said[-1] == "Typed meanwhile and not carried out: n"
    desk.until(lambda: desk.notes(case) == ["one"])


def test_that_every_form_of_a_case_holds_the_keys_while_it_saves(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    for name in FORMS:
        form: Any = desk.pane.stage._form(name)
        if hasattr(form, "save"):
            with desk.gate.shut():
                form.save(lambda tx: None)
                assert desk.room.held.is_holding, name
            desk.until(lambda: not desk.room.held.is_holding)

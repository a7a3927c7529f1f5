"""Keys that are pressed while a step is being written, by key events of the window, the writing held up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from person_house import Desk as PersonDesk
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.ports import Tx
from controlroom.errors import WorldFault
from controlroom.store import open_profile
from controlroom.ui.case.pane import CasePane
from controlroom.ui.context import Room
from controlroom.ui.forms.all import FORMS
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.keyboard.keys import KeyFilter
from controlroom.ui.kit import theme
from controlroom.ui.kit.card import Card
from controlroom.ui.room.room_forms import RoomForm
from controlroom.ui.tasks import TaskRunner

Key = Qt.Key
STEPS = ("claim", "next", "note", "triage", "release", "tried", "outcome")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Gate:
    """Holds up the one writer, as a slow disk does; or lets it fail."""

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks

    @contextmanager
    def shut(self) -> Iterator[None]:
        """Nothing is written while this is open."""
        opened = Event()
        self._tasks.act(lambda tx: opened.wait(30))
        try:
            yield
        finally:
            opened.set()

    @contextmanager
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """Whatever is asked for meanwhile fails, when this ends."""
        act = self._tasks._act

        def fail(person: str, use_case: Callable[[Tx], Any]) -> Any:
            if "hold" in getattr(use_case, "__qualname__", ""):
                return act(person, use_case)
            raise WorldFault("The disk is full; make room.")

        opened = Event()

        def hold(tx: Tx) -> None:
            opened.wait(30)

        monkeypatch.setattr(self._tasks, "_act", fail)
        self._tasks.act(hold)
        yield
        opened.set()


class Desk:
    """The pane in a window whose keys are commands, over a real store."""

    def __init__(self, app: QApplication, folder: Path, qtbot: Any) -> None:
        self.qtbot, self.profile = qtbot, open_profile(folder)
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader)
        self.tasks.person = "asha"
        self.profile.subscribe(self.tasks.publish)
        self.faults, self.said = list[Exception](), list[str]()
        self.tasks.faulted.connect(self.faults.append)
        self.room = Room(self.tasks, CommandBook())
        self.room.said.connect(lambda text, level: self.said.append(text))
        self.room.tokens = theme.apply(app, "dark")
        self.gate, self.window = Gate(self.tasks), QWidget()
        self.pane, self.keys = CasePane(self.room, self.window), KeyFilter(self.room.book, self.window)
        QVBoxLayout(self.window).addWidget(self.pane)
        self.tasks.changed.connect(self.pane.on_changes)
        self.room.case_selected.connect(self.pane.show_case)
        for name in STEPS:
            self.room.book.register(name, lambda name=name: self.pane.step(name))
        qtbot.addWidget(self.window)
        self.window.resize(460, 700)
        self.window.show()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.keys.watch(self.window.windowHandle())

    def case(self, text: str = "rings from 98390 12345") -> UUID:
        with self.profile.writer.write(actor="intake") as tx:
            return alerts.add_alert(tx, source="phone", text=text)

    def show(self, case: UUID) -> None:
        self.room.select(case)
        self.until(lambda: self.pane.view is not None and self.pane.view.case.id == case)
        self.pane.setFocus()

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClick(self.window.windowHandle(), letter)
            else:
                QTest.keyClick(self.window.windowHandle(), key)

    def until(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=20_000)

    def form(self, name: str) -> Any:
        self.until(lambda: self.pane.stage.name == name)
        return self.pane.stage.form

    def kinds(self, case: UUID) -> list[str]:
        quiet = ("case_opened", "alert_received", "case_numbered")
        return [one.kind for one in self.profile.reader().events(case) if one.kind not in quiet]

    def notes(self, case: UUID) -> list[str]:
        return [one.body["text"] for one in self.profile.reader().events(case) if one.kind == "note_added"]


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


class OneNote(RoomForm):
    """The least card that writes something."""

    def __init__(self, room: Room, parent: QWidget, case: UUID) -> None:
        super().__init__(room, parent, icon="key")
        self._case = case
        self.name_it("A word about the case")
        self.go.setText("Write it")

    def submit(self) -> None:
        self.act(lambda tx: steps.add_note(tx, self._case, text="from the card"))


def test_that_keys_after_a_card_go_to_the_window_behind_it(desk: Desk) -> None:
    case = desk.case()
    desk.show(case)
    card: Card = OneNote(desk.room, desk.window, case)
    card.open()
    desk.until(lambda: QApplication.focusWindow() == card.windowHandle())
    with desk.gate.shut():
        QTest.keyClick(card.windowHandle(), Key.Key_Return)
        QTest.keyClick(card.windowHandle(), "n")
        QTest.keyClick(card.windowHandle(), "x")
    desk.until(card.isHidden)
    desk.window.activateWindow()  # as a window manager does
    form = desk.form("note")
    desk.until(lambda: form.words.text() == "x")
    assert desk.notes(case) == ["from the card"]


# --- the page of a person ---------------------------------------------------------------------------------


@pytest.fixture
def person(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[PersonDesk]:
    made = PersonDesk(qapp, profile, qtbot)
    yield made
    made.close()


def test_that_on_the_page_of_a_person_the_next_form_takes_what_was_typed(person: PersonDesk) -> None:
    window, gate = person.page(), Gate(person.tasks)
    window.activateWindow()
    handle = window.windowHandle()
    person.until(lambda: QApplication.focusWindow() is handle)
    before = len(person.events())
    with gate.shut():
        QTest.keyClick(handle, "1")  # a try that reached them
        for letter in "n":
            QTest.keyClick(handle, letter)
        for letter in "she slept well":
            QTest.keyClick(handle, letter)
        assert window.stage.form is None
    person.until(lambda: window.stage.name == "care_note")
    form: Any = window.stage.form
    person.until(lambda: not person.room.held.is_holding)
    assert "she slept well" in [field.text() for field in form.fields.values()]
    assert len(person.events()) == before + 1
    with gate.shut():
        QTest.keyClick(handle, Key.Key_Return)
        QTest.keyClick(handle, "2")  # a try with no answer
    person.until(lambda: not person.room.held.is_holding)
    kinds = person.kinds()
    assert kinds[-1] == "contact_tried" or kinds.count("contact_tried") == 2, kinds

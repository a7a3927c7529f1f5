"""Keys that are pressed while a card or a form of a person is being saved, the writing held up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from held_house import Desk, Gate
from person_house import Desk as PersonDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.casework import steps
from controlroom.ui.context import Room
from controlroom.ui.kit.card import Card
from controlroom.ui.room.room_forms import RoomForm

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.tasks.close()
    made.profile.close()


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
    assert person.kinds().count("contact_tried") == 2

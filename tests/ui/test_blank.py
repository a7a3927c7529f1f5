"""A list that holds nothing says so in its middle, and what to do; the keys of a sheet stand by menu."""

from pathlib import Path
from typing import Any

import pytest
from forms_house import House
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView

from controlroom.ui.board.window import BoardWindow
from controlroom.ui.fidelity.window import FidelityWindow
from controlroom.ui.keyboard.command_words import COMMANDS
from controlroom.ui.keyboard.keys_sheet import KeysSheet
from controlroom.ui.keyboard.palette import Palette
from controlroom.ui.kit.blank import Blank
from controlroom.ui.kit.theme import DARK
from controlroom.ui.person.finder import FindWindow
from controlroom.ui.person.roster import RosterWindow
from controlroom.ui.room.canary_form import CanaryForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Any:
    made = House(qapp, profile)
    yield made
    made.close()


def test_that_the_sentence_is_seen_only_while_there_is_no_row(qtbot: Any) -> None:
    view, model = QListView(), QStringListModel()
    qtbot.addWidget(view)
    view.setModel(model)
    blank = Blank(view, DARK, "Nothing yet: N adds one.")
    view.show()
    assert blank.isVisible() and view.viewport().rect().contains(blank.geometry())
    assert blank.geometry().center() == view.viewport().rect().center()
    model.setStringList(["one"])
    assert not blank.isVisible()
    model.removeRow(0)
    assert blank.isVisible()


def test_that_every_list_about_people_says_what_to_do_when_it_is_empty(house: House, qtbot: Any) -> None:
    for kind, word in (
        (BoardWindow, "Nobody is to be spoken with now"),
        (RosterWindow, "N adds somebody"),
        (FindWindow, "Type a name"),
        (FidelityWindow, "Choose other days"),
    ):
        window = kind(house.room, house.window)  # type: ignore[arg-type, operator]
        window.show()
        blanks = window.findChildren(Blank)
        qtbot.waitUntil(lambda blanks=blanks, word=word: any(word in one.text() for one in blanks))
        assert all(one.text() for one in blanks)
        window.close()


def test_that_the_keys_stand_under_the_name_of_their_menu(house: House) -> None:
    for key in COMMANDS:
        house.room.book.register(key, lambda: None)
    house.window.resize(1366, 768)
    sheet = KeysSheet(house.room, house.window)
    sheet.open()
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    headings = ["Case", "Follow-up", "Queue", "Map", "View", "Room", "Everywhere"]
    assert [text for text in texts if text in headings] == headings
    places = sheet._placed(3)
    last = {column: (row, entry) for row, column, entry in places}
    assert not any(isinstance(entry, str) for _, entry in last.values()), "a heading over nothing"
    sheet._leave()


def test_that_the_command_line_is_as_high_as_what_it_offers(house: House) -> None:
    for key in ("claim", "triage"):
        house.room.book.register(key, lambda: None)
    palette = Palette(house.room, lambda context, word: "", house.window)
    palette.open()
    high = palette.height()
    palette.field.setText("triage")
    assert palette.height() < high
    palette._leave()


def test_that_the_command_line_says_that_nothing_is_found_and_stays(house: House, qtbot: Any) -> None:
    house.room.book.register("triage", lambda: None)
    palette = Palette(house.room, lambda context, word: "", house.window)
    palette.open()
    palette.field.setText("zzqq")
    qtbot.waitUntil(lambda: palette._list.count() == 1)
    assert "no case on this desk" in palette._list.item(0).text()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isHidden()
    palette.field.setText("triage")
    assert [offer.command for offer in palette.offers("triage")] == ["triage"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()


def test_that_the_typing_begins_in_the_first_line_of_a_card(house: House, qtbot: Any) -> None:
    card = CanaryForm(house.room, house.window, None)
    card.open()
    qtbot.waitUntil(lambda: card.focusWidget() is card.to)
    card.reject()

"""At 200 % text, in Hindi, nothing is squeezed, cut off at a side, or outside the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_house import House
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from controlroom.ui.case.stage import Stage
from controlroom.ui.forms.all import FORMS
from controlroom.ui.forms.fields import folded
from controlroom.ui.keyboard.command_words import COMMANDS
from controlroom.ui.keyboard.keys_sheet import KeysSheet
from controlroom.ui.kit import theme
from controlroom.ui.kit.language import Language
from controlroom.ui.room.room_forms import LimitsForm

WIDTH = 470  # of the case pane of a window of 1366 pixels at this size


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    language = Language(qapp)
    language.use("hi")
    made = House(qapp, profile)
    made.room.language = "hi"
    made.room.tokens = theme.apply(qapp, "light", 2.0)
    yield made
    made.close()
    language.use("en")
    theme.apply(qapp, "dark")


def seen(inside: QWidget) -> list[QLabel | QPushButton]:
    parts = [*inside.findChildren(QLabel), *inside.findChildren(QPushButton)]
    return [part for part in parts if part.isVisible() and part.text()]


def wanted_height(part: QLabel | QPushButton) -> int:
    has_lines = isinstance(part, QLabel) and part.wordWrap()
    return part.heightForWidth(part.width()) if has_lines else part.sizeHint().height()


def test_that_no_form_is_cut_off_or_squeezed(house: House, qapp: QApplication) -> None:
    view = house.view(house.new_case("अलविदा, मैंने ज़हर खा लिया है, फोन 98390 12345"))
    stage = Stage(house.room, house.window)
    stage.resize(WIDTH, 500)
    stage.show()
    cut = []
    for name in FORMS:
        stage.open(name, view, {})
        QTest.qWait(50)  # what a worker finds comes a moment later
        room = stage.viewport().width()
        for part in seen(stage):
            left = part.mapTo(stage.viewport(), QPoint(0, 0)).x()
            if left < 0 or left + part.width() > room or part.width() < min(60, part.sizeHint().width()):
                cut.append((name, part.text(), left, part.width(), room))
            if part.height() < wanted_height(part):
                cut.append((name, part.text(), part.y(), part.height(), wanted_height(part)))
    assert cut == [], "\n".join(map(repr, cut))


def test_that_a_card_is_no_higher_than_the_screen_and_squeezes_nothing(
    house: House, qapp: QApplication
) -> None:
    card = LimitsForm(house.room, house.window)
    card.open()
    for _ in range(3):
        qapp.processEvents()
    assert card.height() <= card.screen().availableGeometry().height()
    assert card.go.mapTo(card, card.go.rect().bottomLeft()).y() < card.height()
    assert all(field.height() >= field.sizeHint().height() for field in card.fields.values())
    card.reject()


def test_that_the_sheet_of_keys_squeezes_nothing(house: House, qapp: QApplication) -> None:
    house.window.resize(1366, 768)
    for key in COMMANDS:
        house.room.book.register(key, lambda: None)
    sheet = KeysSheet(house.room, house.window)
    sheet.open()
    for _ in range(3):
        qapp.processEvents()
    assert house.window.rect().contains(sheet.geometry())
    parts = seen(sheet)
    assert len(parts) > 20
    squeezed = [
        (part.text(), part.height(), part.sizeHint().height())
        for part in parts
        if part.height() < part.sizeHint().height()
    ]
    assert squeezed == []


def test_that_words_are_folded_and_never_cut() -> None:
    assert folded("4  who go, know it", 8, len) == "4  who\ngo, know\nit"
    assert folded("incomprehensibilities", 8, len) == "incomprehensibilities"
    assert folded("short", 0, len) == "short"

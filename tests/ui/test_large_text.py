"""At 200 % text, in Hindi, nothing is squeezed, cut off at a side, or outside the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from forms_house import House, steps, wait_for
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from controlroom.casework.care import persons
from controlroom.mapview.room import MapRoom
from controlroom.ui.case.kit import FlowBox
from controlroom.ui.case.stage import Stage
from controlroom.ui.forms.all import FORMS
from controlroom.ui.forms.fields import folded
from controlroom.ui.frame.window import MainWindow
from controlroom.ui.keyboard.command_words import COMMANDS
from controlroom.ui.keyboard.keys_sheet import KeysSheet
from controlroom.ui.kit import theme
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import Look
from controlroom.ui.outside import Outside
from controlroom.ui.person.all import FORMS as PERSON_FORMS
from controlroom.ui.person.window import PersonWindow
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
        QTest.qWait(150)  # what a worker finds comes a moment later
        room = stage.viewport().width()
        for part in seen(stage):
            left = part.mapTo(stage, QPoint(0, 0)).x()
            if left < 0 or left + part.width() > room or part.width() < min(60, part.sizeHint().width()):
                cut.append((name, part.text(), left, part.width(), room))
            if part.height() < wanted_height(part):
                cut.append((name, part.text(), part.y(), part.height(), wanted_height(part)))
    assert cut == [], "\n".join(map(repr, cut))


def test_that_the_buttons_of_a_form_are_in_sight_however_low_the_window_is(house: House) -> None:
    view = house.view(house.new_case("अलविदा, फोन 98390 12345"))
    stage = Stage(house.room, house.window)
    stage.resize(WIDTH, 320)
    stage.show()
    for name in FORMS:
        stage.open(name, view, {})
        QTest.qWait(50)
        assert stage.form is not None
        foot = stage.form.foot
        where = foot.mapTo(stage, foot.rect().bottomRight())
        assert foot.isVisible(), name
        assert stage.rect().contains(where), (name, where)
        last = stage.form.mapTo(stage, stage.form.rect().bottomLeft()).y()
        assert foot.mapTo(stage, QPoint(0, 0)).y() >= min(last, stage.viewport().height()), name


def test_that_the_page_of_a_person_shows_its_foot_and_the_button_of_each_form(
    house: House, qapp: QApplication
) -> None:
    case = house.new_case("अलविदा, फोन 98390 12345")
    house.do(steps.record_outcome, case, facts=["reached", "alive"])
    page = PersonWindow(house.room, house.window, persons.person_of_case(case))
    page.resize(1366, 768)
    page.show()
    wait_for(lambda: page.page is not None)
    foot = page.findChildren(FlowBox)[-1]
    for name in PERSON_FORMS:
        page.open_form(name)
        if page.stage.form is None:
            continue  # nothing of the kind is to be done now
        qapp.processEvents()
        for part in (page.stage.form.foot, foot):
            assert page.rect().contains(QRect(part.mapTo(page, QPoint(0, 0)), part.size())), name
        page.stage.form.leave()
    page.close()


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


@pytest.mark.no_qt_log  # it makes the whole window, see ui/quiet.py
def test_that_a_window_that_starts_with_large_text_has_it_everywhere(
    house: House, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 1.0)  # as the application is before there is a window
    outside = Outside(MapRoom(), dict, lambda: None, str, str, lambda mailbox: None)
    window = MainWindow(
        house.room, Language(qapp), outside, Look(theme="light", scale=2.0), None, has_mail=False
    )
    window.show()
    qapp.processEvents()
    buttons = window.queue.findChildren(QPushButton)
    sizes = {part.font().pixelSize() for part in (window.queue.head.search, *buttons)}
    assert sizes == {26}
    window.close()
    window.deleteLater()


def test_that_words_are_folded_and_never_cut() -> None:
    assert folded("4  who go, know it", 8, len) == "4  who\ngo, know\nit"
    assert folded("incomprehensibilities", 8, len) == "incomprehensibilities"
    assert folded("short", 0, len) == "short"

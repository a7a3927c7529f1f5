"""The figures on the screen: of how many, and of which days."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from forms_house import House
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from controlroom.casework import steps
from controlroom.casework.room.sharing import Link
from controlroom.ui.room.figures_card import FiguresCard, read_day


def test_that_the_figures_say_of_how_many_and_of_which_days(qapp: Any, profile: Path, qtbot: Any) -> None:
    house = House(qapp, profile)
    try:
        cases = [house.new_case(f"alert {at}") for at in range(4)]
        house.do(steps.record_outcome, cases[0], facts=("reached", "alive"))
        house.do(steps.record_outcome, cases[1], not_reached="other-state")
        card = FiguresCard(house.room, house.window)
        card.open()

        def said() -> list[str]:
            return [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]

        qtbot.waitUntil(lambda: "1 of 4  (25 %)" in said())
        today = f"{house.room.now() + timedelta(hours=5, minutes=30):%d.%m.%Y}"
        assert any(today in text for text in said())
        assert "Not reached: In another state" in said()
        assert card.held.isHidden(), "a desk by itself holds everything"
        house.room.sharing.link = Link("connected", login="asha")
        card.submit()
        qtbot.waitUntil(lambda: "holds these days whole" in card.held.text() and not card.held.isHidden())
        card.first.setText("01.01.2023")
        card.submit()
        qtbot.waitUntil(lambda: "are on the server and are not counted" in card.held.text())
        card.first.setText("8.13.2024")
        qtbot.keyClick(card.last, Qt.Key.Key_Return)
        assert "Type two days" in card.answer.text()
        card.reject()
    finally:
        house.close()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08.09.2024", date(2024, 9, 8)),
        ("8/9/2024", date(2024, 9, 8)),
        ("2024-09-08", date(2024, 9, 8)),
        ("30.02.2024", None),
        ("8 September", None),
    ],
)
def test_that_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text) == day

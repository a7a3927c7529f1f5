"""Somebody who was in danger before: said above the case and in the queue, confirmed by one key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from test_case_pane import Desk

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import followup
from controlroom.ui.queue.prepared import _signs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.pane.hide()
    made.tasks.close()
    made.profile.close()


def saved(desk: Desk, **more: str) -> UUID:
    with desk.profile.writer.write(actor="s.khan") as tx:
        case = alerts.add_alert(tx, source="phone", text="a post", **more)
        steps.record_outcome(tx, case, facts=["reached", "alive"])
    return case


def again(desk: Desk, **more: str) -> UUID:
    with desk.profile.writer.write(actor="s.khan") as tx:
        return alerts.add_alert(tx, source="phone", text="a post", **more)


def test_that_the_same_phone_is_said_and_confirmed_by_its_key(desk: Desk) -> None:
    first = saved(desk, phone="98390 12345", name="Ravindra Kumar")
    person = desk.profile.care().person_of_case(first)
    assert person is not None
    with desk.profile.writer.write(actor="meera") as tx:
        followup.try_contact(tx, person.id, result="reached")
    case = again(desk, phone="98390 12345")
    desk.open(case)
    banner = desk.pane.header.banners.known
    number = person.cases[0].number
    assert not banner.isHidden()
    assert all(word in banner.text for word in ("phone", number, "meera", "keeps in touch"))
    assert all(word not in banner.text for word in ("Ravindra", "98390", "12345"))
    assert not banner.steps["known"].isHidden()
    assert ("user-focus", "act") in _signs(desk.profile.reader().rows([case])[0])
    desk.pane.step("known")
    desk.qtbot.waitUntil(lambda: banner.steps["known"].isHidden())
    assert "it is this person" in banner.text
    after = desk.profile.care().person_of_case(case)
    assert after is not None
    assert [plan.is_running for plan in after.plans] == [False, True]


def test_that_a_like_name_is_a_perhaps_and_goes_when_it_is_declined(desk: Desk) -> None:
    saved(desk, name="Ravindra Kumar")
    case = again(desk, name="रविन्द्र कुमार")
    desk.open(case)
    banner = desk.pane.header.banners.known
    assert banner.text.startswith("Perhaps in danger before")
    assert "(it sounds alike)" in banner.text
    assert "Ravindra" not in banner.text
    assert ("user-focus", "soon") in _signs(desk.profile.reader().rows([case])[0])
    desk.pane.step("not_known")
    desk.qtbot.waitUntil(banner.isHidden)
    said: list[str] = []
    desk.room.said.connect(lambda text, level: said.append(text))
    desk.pane.step("known")
    assert said == ["Nobody who is known is proposed for this case."]


def test_that_nothing_is_said_of_a_stranger(desk: Desk) -> None:
    saved(desk, phone="98390 12345")
    desk.open(again(desk, phone="98390 99999"))
    assert desk.pane.header.banners.known.isHidden()


def test_that_how_a_name_is_alike_is_said_without_the_name(desk: Desk) -> None:
    saved(desk, name="Ravindra Kumar Saini")
    desk.open(again(desk, name="Saini R."))
    text = desk.pane.header.banners.known.text
    assert "(by an initial, in another order, one word is left out)" in text
    assert all(name not in text for name in ("Ravindra", "Saini"))

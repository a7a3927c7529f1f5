"""What a login may not do or read is said beforehand: no step comes back refused, no 0 is not known."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from forms_house import ME, House, wait_for
from frame_rows import NOW, RowReader
from PySide6.QtWidgets import QApplication

from controlroom.casework.room.sharing import Account, Link
from controlroom.domain.events import KINDS
from controlroom.sync.standing import Standing
from controlroom.ui.case.pane import CasePane
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit.theme import DARK
from controlroom.ui.queue.empty import EmptyQueue
from controlroom.ui.queue.fetch import Shown
from controlroom.ui.queue.head import QueueHead
from controlroom.ui.shared.rights import _KINDS, why_not
from controlroom.ui.status import link_words
from controlroom.ui.status.line import BottomLine
from controlroom.ui.status.situation import read_situation
from controlroom.ui.status.strip import StatusStrip


def link_of(*roles: str, audiences: tuple[str, ...] = ("case", "room")) -> Link:
    told: list[Link] = []
    standing = Standing(told.append)
    standing.say(state="connected")
    standing.say_who(Account("dsn", ME, UUID(int=1), "lucknow", roles, audiences))
    return told[-1]


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    yield made
    made.close()


def test_that_each_role_is_told_the_steps_it_does_not_take() -> None:
    assert set(_KINDS.values()) <= set(KINDS)
    auditor, counsellor = link_of("auditor"), link_of("counsellor")
    assert "Your role here (auditor)" in why_not(auditor, "claim")
    assert all(why_not(auditor, step) for step in _KINDS)
    assert why_not(auditor, "reveal") == why_not(counsellor, "note") == ""
    assert why_not(counsellor, "handover")
    for link in (link_of("operator"), link_of("auditor", "supervisor"), link_of("of 2031"), Link("alone")):
        assert not any(why_not(link, step) for step in _KINDS)
    assert link_of("admin").roles == ("administrator",)


def test_that_an_auditor_is_offered_no_step_and_none_is_written(house: House, qtbot: Any) -> None:
    case = house.new_case()
    house.room.sharing.show_link(link_of("auditor"))
    said: list[str] = []
    house.room.said.connect(lambda text, level: said.append(text))
    pane = CasePane(house.room, house.window)
    house.room.select(case)
    pane.show_case(case)
    wait_for(lambda: pane.view is not None)
    assert pane.header.primary.isHidden()
    assert "Your role here (auditor)" in pane.header.done.text()
    for step in ("claim", "next", "triage", "alert"):
        pane.step(step)
        assert "Your role here (auditor)" in said.pop()
    assert pane.stage.form is None
    assert house.view(case).case.owner == ""


def test_that_a_login_that_reads_no_case_is_not_told_that_there_is_none(
    house: House, reader: RowReader, qtbot: Any
) -> None:
    link = link_of("board", audiences=())
    assert not link.reads_cases
    assert link_of("auditor").reads_cases
    strip, line, empty = StatusStrip(DARK), BottomLine(DARK, CommandBook()), EmptyQueue(house.room)
    head = QueueHead(DARK)
    for part in (strip, line, empty, head):
        qtbot.addWidget(part)
    for told in (strip, head):
        told.show_situation(read_situation(reader, person="op"))
    house.room.sharing.show_link(link)
    for shown in (strip, line, head):
        shown.show_link(link)
    for ticking in (strip, line):
        ticking.on_tick(NOW)
    empty.tell(Shown(), has_mailbox=False)
    assert {tile._number for tile in strip._tiles.values()} == {None}
    assert not any(sign.isdigit() for tab in head._tabs.values() for sign in tab.text())
    assert line._late.text() == "What is late is not shown to this login"
    assert empty._title.text() == "Not for this login"
    assert "(figures only) reads no cases" in empty._text.text()
    assert any("reads no cases" in told.what for told in link_words.sentences(link, NOW))


def test_that_a_desk_that_is_being_filled_is_not_called_one_that_calls() -> None:
    link = Link("connecting", login=ME, behind=1_240)
    assert link_words.word(link, NOW) == "Fetching: 1,240 left"
    [told] = link_words.sentences(link, NOW)
    assert "1,240 are left" in told.what
    assert "as soon as it stands in the queue" in told.todo
    assert link_words.word(Link("connecting"), NOW) == "Connecting…"

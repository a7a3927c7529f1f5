"""The strip says how the desk is connected in one line, and a click explains it in sentences."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from frame_rows import NOW, RowReader
from PySide6.QtCore import Qt

from controlroom.casework.ports import Health
from controlroom.casework.room.sharing import Link
from controlroom.ui.case.kit import Text
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.theme import DARK
from controlroom.ui.shared.sharing import Sharing
from controlroom.ui.status import link_words
from controlroom.ui.status.link_panel import LinkPanel
from controlroom.ui.status.situation import read_situation
from controlroom.ui.status.strip import StatusStrip
from controlroom.ui.tasks import TaskRunner

SINCE = int(NOW.timestamp() * 1e6) - 3_600_000_000  # 01:00 IST
CONNECTED = Link("connected", login="asha", room="Lucknow", since=SINCE, seq=40, flushed_seq=40)
WORST = replace(CONNECTED, state="away", pending=1_240, refused=12, set_aside=3, skew_ms=-14_000)


def said(link: Link) -> str:
    return "\n".join(f"{told.what} {told.todo}" for told in link_words.sentences(link, NOW))


def icons_of(link: Link) -> list[tuple[str, str]]:
    return [(mark.icon, mark.text) for mark in link_words.marks(link)]


@pytest.mark.parametrize(
    ("link", "word"),
    [
        (Link("alone"), "This desk alone"),
        (Link("alone", since=SINCE), "Alone since 01:00"),
        (Link("connecting"), "Connecting…"),
        (CONNECTED, "Shared"),
        (replace(CONNECTED, state="behind", behind=1_240), "Behind by 1,240"),
        (replace(CONNECTED, state="away"), "Away since 01:00"),
        (replace(CONNECTED, state="refused"), "Refused"),
        (replace(CONNECTED, state="unsaved"), "Nothing is saved"),
    ],
)
def test_that_the_chip_says_how_the_desk_is_connected(link: Link, word: str) -> None:
    assert link_words.word(link, NOW) == word


def test_that_what_waits_was_refused_or_lies_aside_is_counted_behind_the_word() -> None:
    assert icons_of(WORST) == [
        ("arrow-up", "1,240"),
        ("x-circle", "12"),
        ("tray", "3"),
        ("clock-clockwise", "-14 s"),
    ]
    assert icons_of(Link("alone", pending=9)) == []  # there is nobody to share it with


def test_that_two_machines_are_named_only_where_there_is_a_second() -> None:
    assert icons_of(CONNECTED) == []
    second = replace(CONNECTED, standbys=1)
    assert icons_of(second) == [("checks", "")]
    assert "on two machines" in said(second)
    assert icons_of(replace(second, flushed_seq=38)) == [("check", "")]
    assert "not yet on two machines: 2 steps" in said(replace(second, flushed_seq=38))
    assert "machines" not in said(CONNECTED)


@pytest.mark.parametrize(("skew", "told"), [(2_000, False), (-2_000, False), (2_001, True), (None, False)])
def test_that_a_clock_is_called_wrong_beyond_two_seconds(skew: int | None, told: bool) -> None:
    assert ("clock is" in said(replace(CONNECTED, skew_ms=skew))) is told


def test_that_an_index_that_lags_is_told_beyond_a_burst() -> None:
    assert "index" not in said(replace(CONNECTED, projector_lag=200))
    assert "older cases is 1,201 steps behind" in said(replace(CONNECTED, projector_lag=1_201))


def test_that_a_desk_that_is_away_is_told_to_work_on_and_to_phone() -> None:
    link = replace(
        CONNECTED, state="away", fault="The login {user} was disabled.", fault_values={"user": "asha"}
    )
    text = said(link)
    assert "cannot be reached since 01:00" in text
    assert "Work on" in text
    assert "by phone" in text
    assert "The login asha was disabled." in text


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("link", [CONNECTED, WORST, Link("alone")])
def test_that_the_strip_is_one_line_at_1366(
    qtbot: Any, reader: RowReader, language: str, link: Link, request: pytest.FixtureRequest
) -> None:
    words = Language(request.getfixturevalue("qapp"))
    words.use(language)
    try:
        strip = StatusStrip(DARK)
        qtbot.addWidget(strip)
        strip.resize(1366, 60)
        strip.show_person("Anushka Chaturvedi")
        strip.show_situation(read_situation(reader, person="op"))
        strip.show_health(Health("mail", "late", "", last_success=NOW))
        strip.show_sound("No sound", "soon", "speaker-x")
        strip.show_link(link)
        strip.on_tick(NOW)
        strip.show()
        lines = {chip.geometry().center().y() // 12 for chip in strip._chips}
        assert len(lines) == 1
        assert len({tile.y() for tile in strip._tiles.values()}) == 1
        assert all(chip.geometry().right() <= 1366 for chip in strip._chips)
        assert all(chip.width() >= chip.sizeHint().width() for chip in strip._chips)
    finally:
        words.use("en")


def test_that_the_panel_is_as_high_as_its_sentences_and_asks_for_what_is_pressed(qtbot: Any) -> None:
    strip = StatusStrip(DARK)
    qtbot.addWidget(strip)
    panel = LinkPanel(DARK, strip)
    asked: list[str] = []
    panel.asked.connect(asked.append)
    panel.show_link(WORST, NOW)
    high = panel.height()
    panel.show_link(Link("alone"), NOW)
    panel.offer(can_sign_in=True, can_sign_out=False)
    assert panel.height() < high
    texts = [text.text() for text in panel.findChildren(Text) if not text.isHidden()]
    assert "This desk works alone." in texts
    panel._buttons["sign_in"].click()
    assert asked == ["sign_in"]
    assert panel._buttons["sign_out"].isHidden()


def test_that_enter_presses_what_the_panel_offers(qtbot: Any) -> None:
    strip = StatusStrip(DARK)
    qtbot.addWidget(strip)
    panel = LinkPanel(DARK, strip)
    asked: list[str] = []
    panel.asked.connect(asked.append)
    panel.show_link(Link("alone"), NOW)
    panel.offer(can_sign_in=True, can_sign_out=False)
    panel.open_below(strip.link_chip)
    qtbot.keyClick(panel._buttons["sign_in"], Qt.Key.Key_Return)
    assert asked == ["sign_in"]


def test_that_the_cases_with_refused_steps_are_named() -> None:
    cases = ("2026-9", "2026-4", "2026-3", "2026-1")
    assert "refused: 12, in 2026-9, 2026-4, 2026-3 +1." in said(replace(WORST, refused_in=cases))
    assert "refused: 12." in said(WORST)


class Waiting(RowReader):
    """Says which cases are not shared."""

    ids: tuple[Any, ...] = ()

    def unshared(self, limit: int = 2_000) -> Any:
        return self.ids


def test_that_nothing_is_called_not_shared_where_there_is_nobody_to_share_with(qapp: Any, qtbot: Any) -> None:
    reader = Waiting([])
    case_id = uuid4()
    reader.ids = (case_id,)
    from frame_rows import NoWriter

    tasks = TaskRunner(NoWriter(), lambda: reader)
    sharing = Sharing(tasks)
    with qtbot.assertNotEmitted(sharing.unshared_changed, wait=150):
        sharing._look()
    assert not sharing.is_unshared(case_id)
    with qtbot.waitSignal(sharing.unshared_changed) as told:
        sharing.show_link(replace(CONNECTED, state="away", pending=1))
    assert told.args == [frozenset({case_id})]
    assert sharing.is_unshared(case_id)
    with qtbot.waitSignal(sharing.unshared_changed):
        sharing.show_link(CONNECTED)
    assert not sharing.is_unshared(case_id)
    tasks.close()

"""The strip, the bottom line and the ring: what is worst is said first, and what cannot be heard is seen."""

import wave
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from frame_rows import NOW, RowReader, make_row

from controlroom.casework.ports import Health
from controlroom.casework.room.ringing import Ring
from controlroom.config import resources_dir
from controlroom.errors import Sentence
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.theme import DARK
from controlroom.ui.ringing.sound import TONES, Ringer
from controlroom.ui.status.line import BottomLine
from controlroom.ui.status.situation import GROUPS, Situation, read_situation
from controlroom.ui.status.strip import StatusStrip, Tile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio", "Couldn't", extend=True)


def test_that_every_open_rung_is_in_one_number(reader: RowReader) -> None:
    now_is = read_situation(reader, person="op")
    assert sum(now_is.count(group) for group in GROUPS) == 40
    assert now_is.mine == sum(row.owner == "op" for row in reader.known.values())


def test_that_an_alert_behind_five_hundred_others_still_rings() -> None:
    rows = [make_row(at, owner="a.verma", state="located", priority=1) for at in range(600)]
    last = make_row(600, owner="", state="new", priority=4, ring="alert")
    now_is = read_situation(RowReader([*rows, last]), person="op")
    assert [row.id for row in now_is.waiting()] == [last.id]
    assert len({row.id for row in now_is.rows}) == len(now_is.rows) == 501


def test_that_what_is_in_alarm_the_longest_is_named_first(reader: RowReader) -> None:
    late = read_situation(reader, person="op").late(NOW)
    assert late
    assert all(row.due_at is not None and row.due_at <= NOW for row in late)
    alarms = [row.alarm_at is not None and row.alarm_at <= NOW for row in late]
    assert alarms == sorted(alarms, reverse=True)


def test_that_the_bottom_line_names_the_case_and_its_key(reader: RowReader, qtbot: Any) -> None:
    book = CommandBook()
    book.register("late", lambda: None)
    line = BottomLine(DARK, book)
    qtbot.addWidget(line)
    line.on_tick(NOW)
    assert line.most_late is None
    line.show_situation(read_situation(reader, person="op"))
    assert line.most_late is not None
    assert line.most_late.number in line._late.text()
    assert "F9" in line._button.text()


def test_that_a_message_goes_and_an_error_stays_longer(qtbot: Any) -> None:
    for level, seconds in (("info", 7), ("error", 61)):
        line = BottomLine(DARK, CommandBook())
        qtbot.addWidget(line)
        line.on_tick(NOW)
        line.say("The disk is full.", level)
        line.on_tick(NOW + timedelta(seconds=seconds - 2))
        assert line._message.text() == "The disk is full."
        line.on_tick(NOW + timedelta(seconds=seconds))
        assert line._message.text() == ""


def test_that_what_was_said_in_another_language_goes_but_for_faults(qtbot: Any) -> None:
    for level, left in (("done", ""), ("error", "Claimed."), ("warning", "Claimed.")):
        line = BottomLine(DARK, CommandBook())
        qtbot.addWidget(line)
        line.on_tick(NOW)
        line.say("Claimed.", level)
        line.retranslate()
        assert line._message.text() == left


def test_that_a_mailbox_that_refuses_is_shown_and_rings(qtbot: Any) -> None:
    strip, ringer = StatusStrip(DARK), Ringer()
    qtbot.addWidget(strip)
    strip.on_tick(NOW)
    health = Health("mail", "down", "", last_success=NOW - timedelta(seconds=72), last_error="Refused.")
    strip.show_health(health)
    assert "01:12" in strip._mail.text()
    assert strip._mail.toolTip() == "Refused."
    ringer.show_health(health)
    with qtbot.waitSignal(ringer.rang):
        ringer.on_tick(NOW)


def test_that_mail_that_comes_again_says_so_in_the_language_of_the_window(qtbot: Any, qapp: Any) -> None:
    language = Language(qapp)
    strip = StatusStrip(DARK)
    qtbot.addWidget(strip)
    strip.on_tick(NOW)
    fine = Sentence("Mail is being fetched.")
    strip.show_health(Health("mail", "ok", fine, last_success=NOW, last_error="Refused."))
    assert strip._mail.toolTip() == fine
    language.use("hi")
    try:
        strip.show_health(Health("mail", "ok", fine, last_success=NOW, last_error="Refused."))
        assert strip._mail.toolTip() == "मेल लाया जा रहा है।"
    finally:
        language.use("en")


def test_that_it_rings_until_somebody_claims(qtbot: Any) -> None:
    ringer, rings = Ringer(), []
    ringer.rang.connect(rings.append)
    ringer.show_ring(Ring("urgent", (make_row(0),)))
    for second in range(13):
        ringer.on_tick(NOW + timedelta(seconds=second))
    assert rings == ["urgent"] * 4
    ringer.show_ring(Ring())
    for second in range(13, 30):
        ringer.on_tick(NOW + timedelta(seconds=second))
    assert len(rings) == 4


def test_that_a_worse_case_rings_at_once(qtbot: Any) -> None:
    ringer, rings = Ringer(), []
    ringer.rang.connect(rings.append)
    ringer.show_ring(Ring("alert", (make_row(0),)))
    ringer.on_tick(NOW)
    ringer.show_ring(Ring("urgent", (make_row(0), make_row(1))))
    ringer.on_tick(NOW + timedelta(seconds=1))
    assert rings == ["alert", "urgent"]
    assert ringer._volume < 1.0


@pytest.mark.no_qt_log  # Qt's sound speaks from threads: see ui/quiet.py
def test_that_a_machine_without_sound_says_so(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtMultimedia import QMediaDevices

    monkeypatch.setattr(QMediaDevices, "audioOutputs", staticmethod(list))
    ringer = Ringer()
    with qtbot.waitSignal(ringer.changed) as told:
        ringer.start()
    assert told.args == ["missing"]
    ringer.ring_softly()  # nothing to hear, and nothing that fails


@pytest.mark.parametrize("tone", TONES)
def test_that_each_tone_is_a_small_file_of_its_own(tone: str) -> None:
    path: Path = resources_dir() / "sounds" / f"{tone}.wav"
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, 22_050)
        assert 0.3 < file.getnframes() / file.getframerate() < 1.5


def test_that_what_cannot_be_read_is_shown_as_unknown_and_never_as_none(qtbot: Any) -> None:
    strip, line = StatusStrip(DARK), BottomLine(DARK, CommandBook())
    for part in (strip, line):
        qtbot.addWidget(part)
        part.on_tick(NOW)
        part.go_blind()
    tiles = strip.findChildren(Tile)
    assert all(tile.accessibleDescription() == "not known" for tile in tiles)
    assert "cannot be read" in line._late.text()
    for part in (strip, line):
        part.show_situation(Situation())
    assert all(tile.accessibleDescription().startswith("0") for tile in tiles)
    assert line._late.text() == "Nothing is late"

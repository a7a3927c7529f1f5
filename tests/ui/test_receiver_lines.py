"""The receivers of a case: each waits for its own answer, and whoever waits longest stands on top."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication

from controlroom.casework.cards import queue_row
from controlroom.casework.rows import CaseView
from controlroom.domain.clocks import clocks
from controlroom.domain.events import Event, new_id
from controlroom.domain.fold import fold
from controlroom.errors import WorldFault
from controlroom.ui.case.hand_over_tab import hand_over_lines
from controlroom.ui.case.receiver_lines import is_waiting, receiver_lines
from controlroom.ui.case.sight import Sight
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.language import Language

T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
CASE = UUID(int=1)


def told(kind: str, seconds: float, **body: Any) -> Event:
    at = T0 + timedelta(seconds=seconds)
    return Event(new_id(), "case", CASE, kind, 1, at, at, "asha", "d", body, "case")


def sight(now_s: float, *events: Event) -> Sight:
    case = fold(CASE, (told("alert_received", 0, number="n"), told("case_claimed", 5), *events))
    view = CaseView(
        case=case,
        row=queue_row(case),
        clocks=clocks(case),
        events=tuple(events),
        undoable=None,
        undone=frozenset(),
        related=(),
        drafts={},
    )
    return Sight(view, T0 + timedelta(seconds=now_s), "asha", "en", DistrictNames())


OVER = told("handed_over", 10, to="112"), told("handed_over", 20, to="district", letter="L", via="smtp")


def test_that_each_receiver_waits_by_itself() -> None:
    seen = sight(200, *OVER, told("report_received", 90, step="en-route", to="112", ref="PRV 7"))
    first, second = receiver_lines(seen)
    assert (first.tag, first.tag_tone) == ("being sent 03:00", "act")
    assert (second.tag, second.tag_tone) == ("En route", "moving")
    assert "PRV 7" in second.detail
    assert is_waiting(seen)


def test_that_what_was_sent_waits_for_its_answer_from_then_on() -> None:
    sent = told("handover_sent", 50, letter="L", to="district")
    tags = {line.payload[1]: (line.tag, line.tag_tone) for line in receiver_lines(sight(180, *OVER, sent))}
    assert tags == {"112": ("no answer for 02:50", "soon"), "district": ("no answer for 02:10", "soon")}


def test_that_a_hand_over_that_cannot_be_sent_says_why() -> None:
    failed = told("handover_failed", 30, letter="L", to="district", why="Their server refused it.")
    lines = receiver_lines(sight(40, *OVER, failed))
    assert lines[0].tag == "not sent: Their server refused it."
    assert lines[0].tag_tone == "act"


def test_that_why_it_was_not_sent_is_told_in_the_language_of_the_window(qapp: QApplication) -> None:
    why = WorldFault("{host} refused it (HTTP {status}); it is tried again.", host="up.example", status=503)
    told_so = {"template": why.template, "values": dict(why.values), "why": str(why)}
    failed = told("handover_failed", 30, letter="L", to="district", **told_so)
    language = Language(qapp)
    language.use("hi")
    try:
        assert "up.example ने अस्वीकार किया (HTTP 503)" in receiver_lines(sight(40, *OVER, failed))[0].tag
    finally:
        language.use("en")


def test_that_nobody_is_waited_for_once_an_officer_is_with_the_person() -> None:
    there = told("report_received", 60, step="with-person", to="112")
    tones = {line.payload[1]: line.tag_tone for line in receiver_lines(sight(600, *OVER, there))}
    assert tones == {"112": "safe", "district": "dim"}


def test_that_a_report_that_comes_twice_or_in_no_order_is_marked() -> None:
    lines = hand_over_lines(
        sight(
            900,
            *OVER,
            told("report_received", 100, step="en-route", to="112"),
            told("report_received", 200, step="at-scene", to="112"),
            told("report_received", 300, step="acknowledged", to="112"),  # after the scene: keyed in wrongly
            told("report_received", 310, step="at-scene", to="112"),
            told("report_received", 320, step="en-route", to="district"),  # another one's: not said before
        )
    )
    assert [line.tag for line in lines if line.tag] == ["out of order", "said again", "out of order"]

"""Who hears what: over rosters, late and forsaken cases, muted rooms, exercises and midnight in India."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from controlroom.casework.cards import queue_row
from controlroom.casework.room.mailway import faults_in
from controlroom.casework.room.ringing import ring_at
from controlroom.casework.rows import QueueRow
from controlroom.domain.clocks import Limits, clocks, limits_from
from controlroom.domain.events import Event, audience_of, new_id
from controlroom.domain.exercise import Exercise, running
from controlroom.domain.fold import fold
from controlroom.domain.shift.duty import LONGEST_SHIFT, OnDuty, roster_of

T0 = datetime(2026, 12, 31, 18, 29, tzinfo=UTC)  # one minute before midnight in India, new year's eve
CASE = UUID(int=1)
ASHA, BILAL = OnDuty("asha", "operator", T0), OnDuty("bilal", "operator", T0)
CHIEF = OnDuty("chief", "supervisor", T0)
ROOM = (CHIEF, ASHA, BILAL)
EVERYBODY = ("asha", "bilal", "chief", "dev")


def told(kind: str, seconds: float, actor: str = "asha", **body: Any) -> Event:
    at = T0 + timedelta(seconds=seconds)
    return Event(new_id(), "case", CASE, kind, 1, at, at, actor, "d", body, audience_of(kind))


def row(*events: Event, exercise: bool = False) -> QueueRow:
    return queue_row(fold(CASE, (told("alert_received", 0, number="n", exercise=exercise), *events)))


def heard(one: QueueRow, seconds: float, duty: tuple[OnDuty, ...] = ROOM, **more: Any) -> dict[str, str]:
    """Who hears which tone."""
    now = T0 + timedelta(seconds=seconds)
    rings = {person: ring_at(person, (one,), duty, now, **more).tone for person in EVERYBODY}
    return {person: tone for person, tone in rings.items() if tone}


NEW = row()
CLAIMED = row(told("case_claimed", 20))
GIVEN = row(
    told("case_claimed", 20), told("place_found", 30, lat=26.8, lon=80.9), told("handed_over", 40, to="112")
)
ALL_URGENT = dict.fromkeys(EVERYBODY, "urgent")


def test_that_a_new_alert_rings_at_the_operators_and_after_its_alarm_at_the_supervisor() -> None:
    assert heard(NEW, 30) == {"asha": "urgent", "bilal": "urgent"}
    assert heard(NEW, 119) == {"asha": "urgent", "bilal": "urgent"}
    assert heard(NEW, 120) == {"asha": "urgent", "bilal": "urgent", "chief": "urgent"}


def test_that_with_an_empty_roster_every_desk_rings() -> None:
    assert heard(NEW, 30, ()) == ALL_URGENT
    assert heard(GIVEN, 170, ()) == dict.fromkeys(EVERYBODY, "late")


def test_that_mails_that_do_not_arrive_ring_at_all_who_are_on_duty_until_that_is_old() -> None:
    said = T0 - timedelta(hours=11)
    ill = {"is_ill": True, "values": {"time": "02:06 IST"}}
    faults = faults_in([("alerts@x", said, ill), ("b@x", said, {"is_ill": False})])
    assert [fault.text for fault in faults] == [
        "Mails are not arriving: the test mail of 02:06 IST has not come back."
    ]
    everybody, on_duty = dict.fromkeys(EVERYBODY, "ill"), dict.fromkeys(("asha", "bilal", "chief"), "ill")
    assert heard(CLAIMED, 30, faults=faults) == on_duty
    assert heard(CLAIMED, 30, (), faults=faults) == everybody
    assert heard(NEW, 30, faults=faults) == {"asha": "urgent", "bilal": "urgent", "chief": "ill"}
    an_hour_on = T0 + timedelta(hours=1)
    assert ring_at("asha", (), ROOM, an_hour_on, faults=faults).tone == ""


def test_that_what_another_desk_wrote_is_put_into_a_sentence_of_ours() -> None:
    for values in (None, [], {}, {"fault": "{0.__class__}"}):
        [fault] = faults_in([("a@x", T0, {"is_ill": True, "values": values, "template": "{0.__class__}"})])
        assert fault.text.startswith("Whether mails arrive is not known: no test mail could be sent. ")


def test_that_mail_that_nobody_fetches_rings_at_all_who_are_on_duty() -> None:
    assert heard(CLAIMED, 30, is_unfetched=True) == {"asha": "ill", "bilal": "ill", "chief": "ill"}
    assert heard(CLAIMED, 30, (), is_unfetched=True) == dict.fromkeys(EVERYBODY, "ill")
    assert heard(NEW, 30, is_unfetched=True) == {"asha": "urgent", "bilal": "urgent", "chief": "ill"}


def test_that_no_answer_in_time_rings_again_at_the_owner_then_at_the_supervisor() -> None:
    assert heard(CLAIMED, 30) == {}
    assert heard(GIVEN, 159) == {}
    assert heard(GIVEN, 160) == {"asha": "late"}  # two minutes after the hand-over, past midnight in India
    assert heard(GIVEN, 280) == {"asha": "late", "chief": "alarm"}


def test_that_a_late_case_of_somebody_off_duty_rings_at_all_who_are_on() -> None:
    assert heard(GIVEN, 170, (CHIEF, BILAL)) == {"bilal": "late", "chief": "late"} | {"asha": "late"}
    assert heard(GIVEN, 300, (BILAL,)) == {"bilal": "alarm", "asha": "late"}


@pytest.mark.parametrize("sound", ["muted", "missing"])
def test_that_what_everybody_has_muted_rings_at_the_supervisor(sound: str) -> None:
    deaf = tuple(one._replace(sound=sound) for one in (ASHA, BILAL))
    assert heard(NEW, 5, (CHIEF, *deaf))["chief"] == "urgent"
    assert heard(NEW, 5, (CHIEF, deaf[0], BILAL)).get("chief") is None
    muted_chief = CHIEF._replace(sound="muted")
    now = T0 + timedelta(seconds=5)
    assert ring_at("chief", (NEW,), (muted_chief, *deaf), now).is_last
    assert not ring_at("chief", (NEW,), (CHIEF, *deaf), now).is_last


def test_that_what_ended_or_was_joined_is_silent() -> None:
    for ended in (
        told("case_closed", 50),
        told("case_joined", 50, into=str(UUID(int=2)), number="m"),
        told("report_received", 50, step="with-person"),
    ):
        assert heard(row(told("case_claimed", 20), ended), 5000) == {}


def test_that_an_exercise_rings_only_at_those_who_take_part() -> None:
    exercise = Exercise("k", "training", T0, "chief", ("dev",), 60)
    drill = row(exercise=True)
    assert heard(drill, 5000) == {}
    assert heard(drill, 5000, exercise=exercise) == {"dev": "urgent"}
    assert heard(row(told("case_claimed", 20), exercise=True), 5000, exercise=exercise) == {}


def test_that_a_reopened_case_is_not_late_from_the_night_before() -> None:
    day = 86_400
    again = row(
        told("case_claimed", 20), told("case_closed", 300), told("case_reopened", day, reason="again")
    )
    assert heard(again, day + 299) == {}
    assert heard(again, day + 300) == {"asha": "late"}


def test_that_a_handed_over_case_that_is_reopened_waits_for_no_old_answer() -> None:
    case = fold(
        CASE,
        [
            told("alert_received", 0, number="n"),
            told("case_claimed", 10),
            told("handed_over", 20, to="112"),
            told("case_closed", 30),
            told("case_reopened", 5000),
        ],
    )
    assert [(clock.name, (clock.due_at - T0).seconds) for clock in clocks(case)] == [("with_person", 5900)]


def test_that_who_forgot_to_go_off_duty_is_not_on_duty_for_ever() -> None:
    words = [
        ("asha", {"on": True, "role": "operator", "since": T0.isoformat()}),
        ("bilal", {"on": False, "role": "operator", "since": T0.isoformat()}),
        ("chief", {"on": True, "role": "supervisor", "since": T0.isoformat(), "sound": "muted"}),
        ("odd", {"on": True, "role": "king", "since": "never"}),
    ]
    assert roster_of(words, T0) == (CHIEF._replace(sound="muted"), ASHA)
    assert roster_of(words, T0 + LONGEST_SHIFT) == (CHIEF._replace(sound="muted"), ASHA)
    assert roster_of(words, T0 + LONGEST_SHIFT + timedelta(seconds=1)) == ()


def test_that_an_exercise_that_nobody_ended_is_over_by_itself() -> None:
    body = {"on": True, "name": "x", "began": T0.isoformat(), "people": ["dev"], "every_s": 60}
    found = running([("k", "chief", body), ("j", "chief", {"on": False, "began": T0.isoformat()})], T0)
    assert found is not None
    assert (found.name, found.people) == ("x", ("dev",))
    assert running([("k", "chief", body)], T0 + timedelta(hours=15)) is None


def test_that_limits_of_another_make_are_left_as_they_were_meant() -> None:
    told_limits = {"claim": 90, "first_fix": "soon", "hand_over": -4, "acknowledged": 10**9, "new": 1}
    assert limits_from(told_limits) == Limits(claim=90)
    assert limits_from(None) == Limits()

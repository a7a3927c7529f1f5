"""Clocks, priorities, the next best step and the one definition of saved."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from controlroom.domain.case import Case
from controlroom.domain.clocks import Limits, clocks
from controlroom.domain.events import Event, audience_of, new_id
from controlroom.domain.fold import fold
from controlroom.domain.triage import is_saved, next_step, priority_of

T0 = datetime(2026, 12, 31, 18, 29, tzinfo=UTC)  # one minute before midnight in India, new year's eve
CASE = UUID(int=1)


def told(kind: str, seconds: float, **body: object) -> Event:
    at = T0 + timedelta(seconds=seconds)
    return Event(new_id(), "case", CASE, kind, 1, at, at, "asha", "d", body, audience_of(kind))


def case_of(*events: Event) -> Case:
    return fold(CASE, (told("alert_received", 0, number="n"), *events))


def running(case: Case) -> dict[str, float]:
    """Clock name -> seconds after the alert at which it is due."""
    return {clock.name: (clock.due_at - T0).total_seconds() for clock in clocks(case)}


CLAIM, FIX = told("case_claimed", 30), told("place_found", 100, lat=26.8, lon=80.9)
GIVEN, TAKEN = told("handed_over", 130, to="112"), told("report_received", 200, step="acknowledged")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), {"claim": 60, "with_person": 900}),
        ((CLAIM,), {"first_fix": 330, "with_person": 900}),
        ((CLAIM, FIX), {"hand_over": 160, "with_person": 900}),
        ((CLAIM, FIX, GIVEN), {"acknowledged": 250, "with_person": 900}),
        ((CLAIM, FIX, GIVEN, TAKEN), {"with_person": 900}),
        (
            (CLAIM, FIX, GIVEN, told("report_received", 300, step="not-at-place")),
            {"first_fix": 600, "with_person": 900},
        ),
        ((CLAIM, told("case_released", 90)), {"claim": 150, "with_person": 900}),
        ((CLAIM, told("report_received", 300, step="with-person")), {}),
        ((CLAIM, told("case_closed", 300)), {}),
        ((CLAIM, told("case_joined", 300, into=str(UUID(int=2)), number="m")), {}),
        ((CLAIM, told("case_triaged", 40, category="not-suicide")), {}),
    ],
)
def test_that_the_right_clocks_run(events: tuple[Event, ...], expected: dict[str, float]) -> None:
    assert running(case_of(*events)) == expected


CLOSE, WITH = (
    told("case_closed", 300, reason="nobody found"),
    told("report_received", 250, step="with-person"),
)


@pytest.mark.parametrize(
    ("events", "is_closed"),
    [
        ((CLAIM, CLOSE), False),
        ((CLAIM, WITH, CLOSE), True),
        ((CLAIM, CLOSE, told("report_received", 900, step="with-person")), True),  # told after the close
        ((CLAIM, told("outcome_recorded", 200, facts=["reached", "alive"]), CLOSE), True),
        ((CLAIM, told("outcome_recorded", 200, facts=["prank"]), CLOSE), False),
        ((CLAIM, told("outcome_recorded", 200, facts=[], not_reached="moved"), CLOSE), False),
        ((CLAIM, told("outcome_recorded", 200, facts=["reached", "died"]), CLOSE), False),
        ((told("case_triaged", 40, category="not-suicide"), CLOSE), True),
        ((told("case_joined", 300, into=str(UUID(int=2)), number="m"),), True),
    ],
)
def test_that_no_case_closes_with_nobody_at_the_person_unless_two_agree(
    events: tuple[Event, ...], is_closed: bool
) -> None:
    case = case_of(*events)
    assert (case.state == "closed", case.is_closing, case.is_open) == (
        is_closed,
        not is_closed,
        not is_closed,
    )
    if is_closed:
        return
    assert (running(case), next_step(case), priority_of(case), case.review_due) == ({}, "review", 4, True)
    by_the_same = case_of(*events, told("outcome_reviewed", 400))
    assert by_the_same.is_closing
    agreed = told("outcome_reviewed", 400)._replace(actor="bilal")
    case = case_of(*events, agreed)
    assert (case.state, case.is_closing, case.review_due, case.reviewed_by) == (
        "closed",
        False,
        False,
        "bilal",
    )
    again = case_of(*events, agreed, told("case_reopened", 500, reason="brother rang"))
    assert (again.state != "closed", again.is_closing, again.reviewed_by) == (True, False, "")


def test_that_what_was_to_be_closed_goes_on_when_the_second_person_says_so() -> None:
    case = case_of(
        CLAIM, CLOSE, told("case_reopened", 400, reason="the friend answers now")._replace(actor="bilal")
    )
    assert (case.state, case.is_closing) == ("claimed", False)
    assert running(case) == {"first_fix": 700, "with_person": 1300}


def test_that_a_newsletter_closes_with_one_key() -> None:
    assert fold(CASE, [told("alert_received", 0, number="n", ring="soft"), CLOSE]).state == "closed"


def test_that_a_reopened_case_runs_anew_from_then_on() -> None:
    closed = told("case_closed", 300)
    assert running(case_of(CLAIM, closed, told("case_reopened", 400))) == {
        "first_fix": 700,
        "with_person": 1300,
    }


def test_that_an_exercise_and_a_newsletter_have_no_clock() -> None:
    assert clocks(fold(CASE, [told("alert_received", 0, number="n", exercise=True)])) == ()
    assert clocks(fold(CASE, [told("alert_received", 0, number="n", ring="soft")])) == ()


def test_that_a_clock_is_late_at_its_due_time_and_alarms_at_its_alarm_time() -> None:
    [claim, with_person] = clocks(case_of())
    assert claim.level(T0 + timedelta(seconds=59.9)) == "running"
    assert claim.level(T0 + timedelta(seconds=60)) == "late"
    assert with_person.level(T0 + timedelta(seconds=1199)) == "late"
    assert with_person.level(T0 + timedelta(seconds=1200)) == "alarm"


def called(seconds: float, to: str, result: str = "no-answer") -> Event:
    return told("call_logged", seconds, who="control room", phone="112", result=result, to=to)


@pytest.mark.parametrize(
    ("calls", "due", "alarm"),
    [
        ((), 250, 370),
        ((called(260, "112"),), 370, 370),  # the alarm is the next ring
        ((called(240, "112"),), 360, 370),  # a call in good time counts, too
        (
            (called(260, "112", "answered"), called(400, "112")),
            520,
            520,
        ),  # after the alarm, once more as long
        ((called(260, "district"),), 250, 370),  # somebody else
        ((called(260, "112", "wrong-number"),), 250, 370),
        ((called(260, ""),), 250, 370),
        ((called(120, "112"),), 250, 370),  # before they had it
    ],
)
def test_that_a_call_to_who_is_late_is_quiet_until_the_next_ring(
    calls: tuple[Event, ...], due: float, alarm: float
) -> None:
    case = case_of(CLAIM, FIX, GIVEN, *calls)
    [clock] = [one for one in clocks(case) if one.name == "acknowledged"]
    assert [(at - T0).total_seconds() for at in (clock.due_at, clock.alarm_at)] == [due, alarm]


def test_that_a_call_counts_for_the_clock_that_waits_for_them() -> None:
    assert running(case_of(CLAIM, called(340, "stf"))) == {"first_fix": 630, "with_person": 900}
    assert running(case_of(CLAIM, FIX, GIVEN, TAKEN, called(910, "112"))) == {"with_person": 1200}
    assert running(case_of(CLAIM, FIX, GIVEN, TAKEN, called(910, "stf"))) == {"with_person": 900}


def test_that_limits_can_be_changed() -> None:
    [claim, _] = clocks(case_of(), Limits(claim=15))
    assert (claim.due_at - claim.started_at).total_seconds() == 15


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), 2),
        ((told("case_triaged", 1, category="attempt"),), 1),
        ((told("case_triaged", 1, category="ideation"),), 3),
        ((told("case_triaged", 1, category="ideation", minor=True),), 2),
        ((told("case_triaged", 1, category="imminent", live=True),), 1),
        ((told("case_triaged", 1, category="not-suicide", live=True),), 5),
    ],
)
def test_that_the_priority_follows_the_triage(events: tuple[Event, ...], expected: int) -> None:
    assert priority_of(case_of(*events)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"facts": ["reached", "alive"]}, True),
        ({"facts": ["reached", "hospital"]}, True),
        ({"facts": ["injured"]}, True),
        ({"facts": ["reached"]}, None),
        ({"facts": ["reached", "died"]}, False),
        ({"facts": ["alive", "prank"]}, False),
        ({"facts": ["alive", "other-account"]}, False),
        ({"facts": ["alive", "intent-denied"]}, False),
        ({"not_reached": "location-unknown"}, False),
    ],
)
def test_that_saved_has_one_definition(body: dict[str, object], expected: bool | None) -> None:
    assert is_saved(case_of(told("outcome_recorded", 900, **body))) is expected


def test_that_nothing_is_said_of_a_case_without_an_outcome() -> None:
    assert is_saved(case_of()) is None


def test_that_the_next_step_leads_up_the_ladder() -> None:
    story: list[Event] = []
    steps = [next_step(case_of())]
    for event in (
        CLAIM,
        told("case_triaged", 40, category="imminent"),
        FIX,
        GIVEN,
        told("report_received", 300, step="with-person"),
        told("outcome_recorded", 400, facts=["alive"]),
        told("case_closed", 500),
    ):
        story.append(event)
        steps.append(next_step(case_of(*story)))
    assert steps == ["claim", "triage", "place", "handover", "report", "outcome", "close", ""]


def test_that_a_person_who_was_not_reached_needs_a_second_look() -> None:
    not_reached = told("outcome_recorded", 400, not_reached="phone-off")
    assert next_step(case_of(CLAIM, not_reached)) == "review"
    assert case_of(CLAIM, not_reached, told("outcome_reviewed", 500)).review_due  # by the same person
    reviewed = told("outcome_reviewed", 500)._replace(actor="bilal")
    assert not case_of(CLAIM, not_reached, reviewed).review_due
    assert case_of(CLAIM, told("case_closed", 500, reason="left")).review_due

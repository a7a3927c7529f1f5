"""The clock of a person's data asks, and does nothing; each word starts it anew, a review moves its end."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis.strategies import dates as days
from hypothesis.strategies import integers

from controlroom.domain.care.personfold import fold_person
from controlroom.domain.care.plans import after
from controlroom.domain.care.retention import YEARS, last_day_over, retention_of, years_from
from controlroom.domain.events import PERSON, Event, IdClock, audience_of
from controlroom.domain.sealed import SEALED

T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)  # 15 January in India
FILE, CASE = UUID(int=1), str(UUID(int=21))
_ids = IdClock()


def told(kind: str, days: float = 0, **body: Any) -> Event:
    at = T0 + timedelta(days=days)
    return Event(_ids.next(), PERSON, FILE, kind, 1, at, at, "asha", "d", body, audience_of(kind))


def opened() -> Event:
    return told("person_opened", case=CASE, names=["Ravi Kumar"])


def at(days: float) -> datetime:
    return T0 + timedelta(days=days)


def test_that_the_clock_runs_from_the_last_that_happened_and_only_asks() -> None:
    person = fold_person(FILE, [opened(), told("case_linked", 40, case=str(UUID(int=22)))])
    clock = retention_of(person, at(41))
    assert clock is not None
    assert (clock.since, clock.what, clock.due) == (date(2026, 2, 24), "case", date(2026 + YEARS, 2, 24))
    assert not clock.is_due
    [on_the_day, before] = [retention_of(person, datetime(2029, 2, day, 12, tzinfo=UTC)) for day in (24, 23)]
    assert on_the_day and before and (on_the_day.is_due, before.is_due) == (True, False)
    short = retention_of(person, at(41), years=1)
    assert short is not None and short.due == date(2027, 2, 24)


def test_that_no_clock_runs_while_a_plan_does() -> None:
    plan = {"plan": str(UUID(int=11)), "template": "t", "start": "2026-01-15"}
    plan |= {
        "owner": {"kind": "counsellor", "name": "meera"},
        "contacts": [{"key": "1w", "due": "2026-01-22"}],
    }
    running = [opened(), told("plan_started", **plan)]
    clock = retention_of(fold_person(FILE, running), at(9000))
    assert clock is not None and (clock.is_running, clock.is_due) == (True, False)
    ended = told("plan_ended", 100, plan=plan["plan"], end="completed")
    clock = retention_of(fold_person(FILE, [*running, ended]), at(9000))
    assert clock is not None and (clock.what, clock.is_running, clock.is_due) == ("plan-ended", False, True)


def test_that_a_review_moves_the_end_and_what_happens_after_it_starts_the_clock_anew() -> None:
    kept = told("retention_reviewed", 2000, keep_until="2033-01-01", reason="a claim")
    person = fold_person(FILE, [opened(), kept])
    clock = retention_of(person, at(2001))
    assert clock is not None and (clock.due, clock.is_due) == (date(2033, 1, 1), False)
    again = fold_person(FILE, [opened(), kept, told("case_linked", 2500, case=str(UUID(int=22)))])
    clock = retention_of(again, at(2501))
    assert clock is not None and clock.due == date(2035, 11, 19)


def test_that_keeping_the_data_ends_what_was_asked() -> None:
    asked = told("erasure_asked", 1, ground="request", reason="her letter")
    assert fold_person(FILE, [opened(), asked]).erasure is not None
    kept = told("retention_reviewed", 2, keep_until="2030-01-01", reason="a claim")
    assert fold_person(FILE, [opened(), asked, kept]).erasure is None
    assert fold_person(FILE, [opened(), kept, told("erasure_asked", 3, ground="whim")]).erasure is None


def test_that_nothing_of_the_erased_is_left_and_nothing_takes_it_back() -> None:
    before = [opened(), told("person_told", 1, phones=["+919839012345"]), told("consent_given", 2, what="x")]
    erased = told("person_erased", 3, ground="request", cases=[CASE])
    after = [told("person_told", 4, names=["Late"]), told("event_undone", 5, event=str(erased.id))]
    person = fold_person(FILE, [*before, erased, *after])
    assert person.erased_at == at(3)
    assert (person.names, person.phones, person.consents, person.plan) == ((), (), (), None)
    assert [str(case.id) for case in person.cases] == [CASE]
    assert retention_of(person, at(9000)) is None


@pytest.mark.parametrize("kind", ["person_told", "contact_noted", "consent_given", "plan_started"])
def test_that_what_cannot_be_opened_is_counted_and_moves_nothing(kind: str) -> None:
    sealed = told(kind, 1, **{SEALED: "AAAA", "seal": str(UUID(int=9))})
    person = fold_person(FILE, [opened(), sealed])
    assert (person.sealed, person.names, person.notes, person.unreadable) == (1, ("Ravi Kumar",), (), ())


def test_that_years_nobody_can_use_leave_the_usual() -> None:
    assert [years_from(value) for value in (5, 0, 31, True, "5", None)] == [5, *[YEARS] * 5]


@given(today=days(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31)), years=integers(1, 30))
def test_that_the_last_day_over_is_the_last_whose_clock_is_out(today: date, years: int) -> None:
    over = last_day_over(today, years=years)
    assert after(over, f"{12 * years}m") <= today < after(over + timedelta(days=1), f"{12 * years}m")

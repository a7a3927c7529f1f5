"""Who is rung for somebody's relief, when a break is proposed, and that odd words stop nobody."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from controlroom.casework.room.ringing import ring_at
from controlroom.domain.shift.blur import Blur, blur_from
from controlroom.domain.shift.duty import OnDuty
from controlroom.domain.shift.exposure import (
    BreakLimits,
    Exposure,
    Look,
    exposure_of,
    limits_from,
    reasons,
)
from controlroom.domain.shift.relief import Relief, reliefs_of

T0 = datetime(2026, 12, 31, 18, 29, tzinfo=UTC)
EVERYBODY = ("asha", "bilal", "chief", "dev")
ROOM = (OnDuty("chief", "supervisor", T0), OnDuty("asha", "operator", T0), OnDuty("bilal", "operator", T0))
ASKS = (Relief("asha", T0),)
USUAL = BreakLimits()


def heard(*duty: OnDuty, is_alone: bool = False, reliefs: tuple[Relief, ...] = ASKS) -> set[str]:
    return {
        person
        for person in EVERYBODY
        if ring_at(person, (), duty, T0, reliefs=reliefs, is_alone=is_alone).tone == "relief"
    }


def test_that_a_relief_rings_softly_at_the_others_on_duty_or_at_every_other_desk() -> None:
    assert heard(*ROOM) == {"bilal", "chief"}
    assert heard(ROOM[1]) == {"bilal", "chief", "dev"}, "nobody else is on duty"
    assert heard() == {"bilal", "chief", "dev"}
    assert heard(*ROOM, is_alone=True) == set(EVERYBODY), "at one desk the others hear it in the room"
    assert heard(*ROOM, reliefs=()) == set()


def test_that_a_relief_is_forgotten_after_the_longest_shift_and_odd_words_are_none() -> None:
    words = [
        ("late", {"on": True, "since": (T0 - timedelta(hours=15)).isoformat()}),
        ("dev", {"on": True, "since": (T0 - timedelta(hours=1)).isoformat()}),
        ("asha", {"on": True, "since": (T0 - timedelta(hours=2)).isoformat()}),
        ("off", {"on": False, "since": T0.isoformat()}),
        ("odd", {"on": True, "since": ["x"]}),
        ("naive", {"on": True, "since": "2026-12-31T18:00:00"}),
    ]
    assert [one.person for one in reliefs_of(words, T0)] == ["asha", "dev"]
    assert blur_from({"pictures": ["grey"], "words": "apart"}) == Blur("blurred", "apart")
    assert blur_from(None) == Blur()


@pytest.mark.parametrize(
    ("seen", "hours", "why"),
    [
        ({}, 1, ()),
        ({"words": USUAL.words - 1, "pictures": USUAL.pictures - 1, "attempts": USUAL.attempts - 1}, 7, ()),
        ({"words": USUAL.words}, 1, ("words",)),
        ({"pictures": USUAL.pictures}, 1, ("pictures",)),
        ({"attempts": USUAL.attempts, "deaths": 1}, 1, ("death", "attempts")),
        ({}, USUAL.hours, ("long",)),
    ],
)
def test_that_a_break_is_proposed_with_its_reasons(
    seen: dict[str, int], hours: float, why: tuple[str, ...]
) -> None:
    one = Exposure("asha", T0, **seen)
    now = T0 + timedelta(hours=hours)
    assert reasons(one, now, limits=USUAL, is_asking=False, is_on_duty=True) == why
    assert reasons(one, now, limits=USUAL, is_asking=True, is_on_duty=True) == ("asked", *why)
    assert "long" not in reasons(
        one, now + timedelta(hours=USUAL.hours), limits=USUAL, is_asking=False, is_on_duty=False
    )


def test_that_the_rooms_own_limits_count_and_odd_ones_do_not() -> None:
    own = limits_from({"pictures": 1, "words": 0, "attempts": "2", "hours": True, "else": 9})
    assert own == USUAL._replace(pictures=1)
    assert limits_from([1]) == limits_from(None) == USUAL
    one = Exposure("asha", T0, pictures=1)
    assert reasons(one, T0, limits=own, is_asking=False, is_on_duty=True) == ("pictures",)
    assert reasons(one, T0, limits=USUAL, is_asking=False, is_on_duty=True) == ()


def test_that_only_what_was_shown_to_this_person_since_then_counts() -> None:
    one, two = UUID(int=1), UUID(int=2)
    looks = [
        Look("asha", "secret_revealed", one, T0 - timedelta(seconds=1), "all"),
        Look("asha", "secret_revealed", two, T0, "names"),
        Look("bilal", "secret_revealed", two, T0, "all"),
        Look("asha", "case_claimed", two, T0),
    ]
    found = exposure_of("asha", looks, since=T0, held=[one], attempts=[one], deaths=[two])
    assert found == Exposure("asha", T0, words=0, pictures=0, attempts=1, deaths=1)

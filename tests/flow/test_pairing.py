"""One alert, two ways in: proposed with the reason, joined by a key, taken apart again without loss."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.casework import steps
from controlroom.casework.arriving import joins
from controlroom.casework.arriving.alerts import add_alert
from controlroom.casework.arriving.joins import join_pair, split_cases, what_is_brought
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.case import Case, is_weak
from controlroom.domain.clocks import clocks
from controlroom.domain.events import CASE, Event, audience_of, new_id
from controlroom.domain.fold import fold
from controlroom.errors import BadInput
from controlroom.store import Profile, open_profile

CALLED = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=40)
POST = "Ravi Mishra from Gomti Nagar says alvida on the bridge"


@pytest.fixture
def desk(profile: Path) -> Iterator[Profile]:
    held = open_profile(profile)
    yield held
    held.close()


def mail(tx: Tx, text: str, minutes: float, **facts: Any) -> UUID:
    """A mail's row, as intake makes it."""
    from controlroom.casework.arriving.pairing import propose_joins

    case = new_id()
    body = {"number": tx.next_number(), "source": "mail", "text": text, "ring": "alert", "facts": facts}
    tx.append([NewEvent(CASE, case, "alert_received", body, CALLED + timedelta(minutes=minutes))])
    propose_joins(tx, case)
    return case


def call(tx: Tx, text: str, minutes: float = 0, **more: Any) -> UUID:
    return add_alert(tx, source="phone", text=text, at=CALLED + timedelta(minutes=minutes), **more)


def reasons(desk: Profile, case: UUID) -> list[tuple[str, ...]]:
    view = desk.reader().case_view(case)
    assert view is not None
    return [proposal.why for proposal in view.case.proposals]


def test_that_metas_call_and_its_mail_propose_one_another_with_the_reasons(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        rung = call(tx, POST, phone="9839012345")
        came = mail(tx, "the mail", 6, phones=["+919839012345"])
    assert reasons(desk, came) == reasons(desk, rung) == [("+919839012345", "time:360")]


@pytest.mark.parametrize("minutes", [-50, -3, 3, 50])
def test_that_a_call_with_similar_words_is_proposed_with_a_lower_standing(
    desk: Profile, minutes: int
) -> None:
    with desk.writer.write(actor="asha") as tx:
        rung = call(tx, POST)
        came = mail(tx, "Post: alvida. Name: Ravi Mishra", minutes)
    [why] = reasons(desk, came)
    assert why == (f"time:{abs(minutes) * 60}", "words:alvida mishra ravi")
    assert is_weak(why)
    assert reasons(desk, rung) == [why]
    assert desk.reader().counts()["cases"] == 2  # nothing joined by itself


def test_that_what_is_not_alike_is_not_proposed(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        call(tx, POST, phone="9839012345")
        apart = [
            mail(tx, POST, 61),  # too late
            mail(tx, "Post: alvida dosto", 5),  # one word is not enough
            mail(tx, POST, 5, phones=["+919839054321"]),  # another phone is named
            mail(tx, "urgent alert: suicide risk of a facebook user, please call", 5),  # what all alerts say
        ]
    with desk.writer.write(actor="asha") as tx:
        again = mail(tx, POST, 7, phones=["+919839054321"])  # two mails by their words alone
    assert [reasons(desk, case) for case in apart] == [[], [], [("+919839054321", "time:120")], []]
    assert reasons(desk, again) == [("+919839054321", "time:120")]


def test_that_what_surely_agrees_comes_before_what_is_only_alike(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        call(tx, POST)
        call(tx, "somebody else", 1, phone="9839012345")
        came = mail(tx, POST, 5, phones=["+919839012345"])
    assert [is_weak(why) for why in reasons(desk, came)] == [False, True]
    with desk.writer.write(actor="asha") as tx:
        third = call(tx, POST, 6)
    assert [is_weak(why) for why in reasons(desk, third)] == [True, True]


def test_that_a_number_in_many_alerts_is_the_senders(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        for at in range(9):
            mail(tx, f"mail {at}", at, phones=["+915222222222"])
        last = mail(tx, "one more", 9, phones=["+915222222222"])
    assert reasons(desk, last) == []


def test_that_two_platforms_and_a_relay_of_one_person_pair(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        mail(
            tx,
            "fb",
            0,
            account_urls=["https://www.facebook.com/ravi.k"],
            usernames=["ravi.k"],
            platform="facebook",
        )
        instagram = mail(tx, "ig", 9, usernames=["ravi.k"], emails=["ravi@example.in"], platform="instagram")
        relay = add_alert(
            tx, source="181", text="caller names ravi@example.in", at=CALLED + timedelta(hours=30)
        )
    assert reasons(desk, instagram) == [("user:ravi.k", "time:540"), ("ravi@example.in",)]
    assert reasons(desk, relay) == [("ravi@example.in",)]


def test_that_joined_cases_keep_both_times_and_numbers_and_one_clock(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        came = mail(
            tx, "the mail", 0, phones=["+919839012345"], points=[{"lat": 26.8, "lon": 80.9, "source": "meta"}]
        )
        rung = call(tx, "the call", 4, phone="9839012345")
        steps.claim_case(tx, rung, at=CALLED + timedelta(minutes=5))
        kept = join_pair(tx, rung, came, reason="same phone")
        numbers = [tx.number_of(case) for case in (came, rung)]
    assert kept == rung  # somebody has it in hand
    view, gone = desk.reader().case_view(rung), desk.reader().case_view(came)
    assert view is not None
    assert gone is not None
    assert [(one.source, one.at, one.number) for one in view.case.arrivals] == [
        ("mail", CALLED, numbers[0]),
        ("phone", CALLED + timedelta(minutes=4), numbers[1]),
    ]
    assert view.case.received_at == CALLED
    assert view.case.place is not None
    assert view.case.place.lat == 26.8
    assert (
        clocks(gone.case),
        {clock.started_at for clock in clocks(view.case) if clock.name == "with_person"},
    ) == (
        (),
        {CALLED},
    )
    for number in numbers:
        assert {card["number"] for card in desk.reader().cards(is_all=True, text=number)} >= {numbers[1]}
    with desk.writer.write(actor="asha") as tx:
        split_cases(tx, rung, came)
    after = desk.reader().case_card(rung)
    assert after is not None
    assert (after["arrivals"], after["joined"], after["related"]) == (
        [
            {
                "number": numbers[1],
                "source": "phone",
                "received_at": (CALLED + timedelta(minutes=4)).isoformat(),
            }
        ],
        [],
        [numbers[0]],
    )


@pytest.mark.parametrize("at", [0, 1])
def test_that_the_undo_key_takes_a_join_apart_on_either_side(desk: Profile, at: int) -> None:
    with desk.writer.write(actor="asha") as tx:
        both = call(tx, "one", phone="9839012345"), call(tx, "two", 3, phone="9839054321")
        steps.claim_case(tx, both[0])
    before = [desk.reader().case_card(case) for case in both]
    with desk.writer.write(actor="asha") as tx:
        join_pair(tx, both[1], both[0], reason="same voice")
        step = steps.undo_last(tx, both[at])
    assert step.kind == ("case_absorbed", "case_joined")[at]
    assert [desk.reader().case_card(case) for case in both] == before


def test_that_nothing_is_joined_into_a_closed_case(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        one, other = call(tx, "one"), call(tx, "two")
        steps.triage_case(tx, other, category="not-suicide")
        steps.close_case(tx, other)
        with pytest.raises(BadInput, match="closed"):
            joins.join_cases(tx, one, other, reason="same")


def test_that_who_says_no_says_it_for_both(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        rung = call(tx, "one", phone="9839012345")
        came = mail(tx, "two", 3, phones=["+919839012345"])
        joins.decline_join(tx, rung, came)
    assert reasons(desk, rung) == reasons(desk, came) == []


# --- join and split, pure ---------------------------------------------------------------------------------

_A, _B = UUID(int=1), UUID(int=2)
_TOLD = st.sampled_from(
    [
        ("case_claimed", {}),
        ("case_triaged", {"category": "attempt", "means": "rope"}),
        ("place_found", {"lat": 26.8, "lon": 80.9, "source": "stf"}),
        ("place_found", {"lat": 27.1, "lon": 78.0, "source": "friend", "is_candidate": True}),
        ("fact_added", {"facts": {"phones": ["+919839012345"], "names": ["Ravi Mishra"]}}),
        ("handed_over", {"to": "112"}),
        ("report_received", {"step": "en-route"}),
        ("note_added", {"text": "n"}),
        ("outcome_recorded", {"facts": ["reached", "alive"]}),
        ("join_proposed", {"other": str(UUID(int=9)), "number": "n9", "why": ["x"]}),
    ]
)


def _event(case: UUID, kind: str, seconds: int, body: dict[str, Any]) -> Event:
    at = CALLED + timedelta(seconds=seconds)
    return Event(new_id(), CASE, case, kind, 1, at, at, "asha", "d", body, audience_of(kind))


def _story(case: UUID, seconds: int, told: list[tuple[str, dict[str, Any]]]) -> list[Event]:
    alert = {"number": f"n{case.int}", "source": "mail", "hints": [{"kind": "means", "words": "rope"}]}
    facts = {
        "phones": [f"+9198390123{case.int:02d}"],
        "points": [{"lat": 26.0 + case.int, "lon": 80.0, "source": "meta"}],
    }
    events = [_event(case, "alert_received", seconds, alert | {"facts": facts})]
    return events + [_event(case, kind, seconds + 10 + at, body) for at, (kind, body) in enumerate(told)]


def _plain(case: Case) -> dict[str, Any]:
    told = {name: getattr(case, name) for name in Case.__slots__}
    return {name: value for name, value in told.items() if name not in ("event_count", "last_at")}


@settings(max_examples=150, deadline=None)
@given(st.lists(_TOLD, max_size=6), st.lists(_TOLD, max_size=6), st.integers(-4_000, 4_000))
def test_that_join_and_split_leave_both_cases_as_they_were(
    one: list[tuple[str, dict[str, Any]]], other: list[tuple[str, dict[str, Any]]], apart: int
) -> None:
    events = {_A: _story(_A, 0, one), _B: _story(_B, apart, other)}
    before = {case: fold(case, told) for case, told in events.items()}
    gone = _event(_A, "case_joined", 9_000, {"into": str(_B), "number": "n2", "reason": "same"})
    body = {"other": str(_A), "number": "n1", "reason": "same"} | what_is_brought(before[_A])
    took = _event(_B, "case_absorbed", 9_000, body)
    joined = fold(_B, [*events[_B], took])
    assert joined.received_at == min(CALLED, CALLED + timedelta(seconds=apart))
    assert len(joined.arrivals) == 2
    assert set(before[_A].facts.phones) <= set(joined.facts.phones)
    assert {hint.words for hint in before[_A].hints} <= {hint.words for hint in joined.hints}
    for case, event in ((_A, gone), (_B, took)):
        undo = _event(case, "event_undone", 9_900, {"event": str(event.id), "kind": event.kind})
        assert _plain(fold(case, [*events[case], event, undo])) == _plain(before[case])

"""Referrals and reminders on two desks that are offline: one state everywhere, nothing keyed in is lost."""

import random
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from roominmemory import Open, SharedRoom, account, act, add, settle

from controlroom.casework import steps
from controlroom.casework.care import followup, reminding
from controlroom.casework.care.persons import person_of_case
from controlroom.casework.care.referring import (
    Wish,
    answer_referral,
    end_referral,
    make_referral,
    repeat_referral,
)
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.care.referrals import REFERRAL_ENDS
from controlroom.errors import BadInput
from controlroom.handover.registry import connector_of
from controlroom.store import Profile

WISH = Wish(connector_of, by="phone")


@pytest.fixture
def desks(opening: Open) -> tuple[Profile, Profile]:
    """Two desks of counsellors."""
    found = opening("a"), opening("b")
    for desk, login in zip(found, ("meera", "irfan"), strict=True):
        told = replace(account(login), roles=("counsellor",), audiences=("case", "room", "care", "counsel"))
        desk.replica.set_account(told, mark=desk.mark)
    return found


def saved(desks: tuple[Profile, Profile], room: SharedRoom, *, days: int = 9) -> UUID:
    """Somebody whom a district keeps in touch with, known on both desks."""
    first, _ = desks
    case = add(first, phone="98390 12345", name="Ravi Kumar")
    person = person_of_case(case)
    with first.writer.write(actor="meera") as tx:
        tx.set_now(datetime.now(UTC) - timedelta(days=days))
        steps.record_outcome(tx, case, facts=["reached", "alive"])
        followup.hand_on(tx, person, owner=Owner("district", "Lucknow"))
        followup.say_consent(tx, person, what="referral", is_given=True)
    settle(list(desks), room)
    return person


def person_at(desk: Profile, person: UUID) -> Person:
    found = desk.care().person(person)
    assert found is not None
    return found


def seen(desk: Profile, person: UUID) -> tuple[Any, ...]:
    """All that the desk holds of it: the fold, and the rows of the board."""
    found = person_at(desk, person)
    waits = sorted(desk.care().waits(), key=lambda row: row.id)
    return found.referrals, found.reminders, found.reasons, found.consents, waits


def refer(desk: Profile, person: UUID, to: str, reason: str = "treatment") -> Any:
    return act(desk, make_referral, person, WISH, to=to, reason=reason)


def remind(desk: Profile, person: UUID) -> Any:
    return act(desk, reminding.remind, person, connectors=connector_of, told_by_phone=True)


def test_that_two_who_refer_and_remind_alone_make_one_of_each(
    desks: tuple[Profile, Profile], room: SharedRoom
) -> None:
    person = saved(desks, room)
    for desk in desks:
        refer(desk, person, "tele-manas")
        assert remind(desk, person) is not None
        assert remind(desk, person) is None  # once for this contact and stage
    first, second = desks
    one = person_at(first, person).referrals[0]
    act(first, answer_referral, person, one.id, step="acknowledged", text="a bed on Monday")
    act(second, answer_referral, person, one.id, step="declined", text="no bed")
    settle(list(desks), room)
    assert seen(first, person) == seen(second, person)
    found = person_at(first, person)
    assert (len(found.referrals), len(found.referrals[0].asked), len(found.reminders)) == (1, 2, 1)
    assert [answer.step for answer in found.referrals[0].answers] == ["acknowledged", "declined"]
    assert {"a bed on Monday", "no bed"} <= {said.text for said in found.reasons}
    assert len(first.care().waits()) == 2


@pytest.mark.parametrize("seed", range(10))
def test_that_whatever_two_desks_do_alone_ends_in_one_state(
    desks: tuple[Profile, Profile], room: SharedRoom, seed: int
) -> None:
    rng, person, done = random.Random(seed), saved(desks, room), 0
    for _ in range(16):
        desk = rng.choice(desks)
        with suppress(BadInput):  # what cannot be done there and then
            _step(rng, desk, person)
            done += 1
        if rng.random() < 0.2:
            settle(list(desks), room)
    settle(list(desks), room)
    assert seen(desks[0], person) == seen(desks[1], person)
    assert done > 4
    events = desks[0].reader().events(person)
    found = person_at(desks[0], person)
    count = {kind: sum(event.kind == kind for event in events) for kind in {event.kind for event in events}}
    asked = sum(len(one.asked) for one in found.referrals)
    assert asked == count.get("referral_made", 0) + count.get("referral_repeated", 0)
    assert sum(len(one.answers) for one in found.referrals) == count.get("referral_answered", 0)
    assert len({one.id for one in found.reminders}) == len(found.reminders)


def _step(rng: random.Random, desk: Profile, person: UUID) -> None:
    opened = [one.id for one in person_at(desk, person).referrals if one.is_open]
    what = rng.choice(("refer", "refer", "answer", "answer", "repeat", "end", "consent", "remind"))
    if what == "refer":
        refer(desk, person, rng.choice(("tele-manas", "181")), rng.choice(("crisis", "distress")))
    elif what == "remind":
        remind(desk, person)
    elif what == "consent":
        act(desk, followup.say_consent, person, what="referral", is_given=rng.random() < 0.6, by="Om")
    elif not opened:
        raise BadInput("Nothing is open.")
    elif what == "answer":
        step = rng.choice(("acknowledged", "declined"))
        act(desk, answer_referral, person, rng.choice(opened), step=step, text=f"said {rng.random()}")
    elif what == "repeat":
        act(desk, repeat_referral, person, WISH, rng.choice(opened))
    else:
        act(desk, end_referral, person, rng.choice(opened), end=rng.choice(REFERRAL_ENDS))


def test_that_a_withdrawal_at_one_desk_shows_on_what_the_other_has_referred(
    desks: tuple[Profile, Profile], room: SharedRoom
) -> None:
    person = saved(desks, room)
    refer(desks[0], person, "tele-manas")
    act(desks[1], followup.say_consent, person, what="referral", is_given=False)
    settle(list(desks), room)
    assert [row.state for row in desks[0].care().waits()] == ["withdrawn"]


def test_that_a_contact_that_is_made_or_a_plan_that_ends_takes_the_reminder_off(
    desks: tuple[Profile, Profile], room: SharedRoom
) -> None:
    person = saved(desks, room)
    remind(desks[0], person)
    assert [row.kind for row in desks[0].care().waits()] == ["reminder"]
    act(desks[0], followup.try_contact, person, result="reached")
    assert desks[0].care().waits() == []
    assert remind(desks[0], person) is None
    other = saved(desks, room, days=20)
    remind(desks[0], other)
    act(desks[0], followup.end_plan, other, end="moved", reason="to Pune")
    assert desks[0].care().waits() == []
    assert remind(desks[0], other) is None

"""A referral or reminder that was a mistake: taken back while nothing of it left, ended from then on."""

from itertools import permutations
from uuid import UUID

import pytest
from care_house import WISH, add_mail, add_service, agrees, mails_at, now_is, refer, saved, send
from receivers import SmtpReceiver

from controlroom.casework.care import referring
from controlroom.casework.care.careletters import record_care_sent
from controlroom.casework.care.persons import tell_of_person
from controlroom.casework.care.reminding import remind, take_back_reminder
from controlroom.casework.care.undoing import undo_last_of_person
from controlroom.casework.handing.ports import Letter
from controlroom.domain.care.personfold import fold_person
from controlroom.domain.care.referrals import Referral
from controlroom.domain.events import Event
from controlroom.errors import BadInput
from controlroom.handover.registry import connector_of
from controlroom.store import Profile


@pytest.fixture
def person(desk: Profile, post: SmtpReceiver) -> UUID:
    """Somebody who agrees to a referral, at a desk that can write to the hospital."""
    found = saved(desk)
    add_service(desk, email="psychiatry@kgmu.example", phones=("0522-2257540",))
    add_mail(desk, post)
    agrees(desk, found)
    return found


def end(desk: Profile, person: UUID, one: Referral) -> bool:
    with desk.writer.write(actor="meera") as tx:
        return referring.end_referral(tx, person, one.id, end="mistake", text="the wrong person")


def undo(desk: Profile, person: UUID) -> Event:
    with desk.writer.write(actor="meera") as tx:
        return undo_last_of_person(tx, person)


def waiting(desk: Profile) -> list[Letter]:
    return list(desk.outbox.waiting())


def events(desk: Profile, person: UUID) -> list[Event]:
    with desk.writer.write(actor="meera") as tx:
        return list(tx.events(person))


def test_that_what_has_not_left_is_none_and_may_be_made_again(
    desk: Profile, post: SmtpReceiver, person: UUID
) -> None:
    one = refer(desk, person, "hospital")
    assert len(waiting(desk)) == 1
    assert end(desk, person, one) is True
    assert now_is(desk, person).referrals == ()
    assert (waiting(desk), list(desk.care().waits())) == ([], [])
    kinds = [event.kind for event in events(desk, person)]
    assert "referral_made" in kinds and "event_undone" in kinds  # nothing is forgotten
    refer(desk, person, "hospital")
    send(desk)
    [again] = now_is(desk, person).referrals
    assert (again.is_open, again.has_left, len(again.asked)) == (True, True, 1)
    assert len(mails_at(post)) == 1


def test_that_what_has_left_is_ended_as_a_mistake(desk: Profile, post: SmtpReceiver, person: UUID) -> None:
    one = refer(desk, person, "hospital")
    send(desk)
    with pytest.raises(BadInput, match="They were asked already"):
        undo(desk, person)
    assert end(desk, person, one) is False
    [found] = now_is(desk, person).referrals
    assert (found.end, found.has_left) == ("mistake", True)
    assert list(desk.care().waits()) == []


def test_that_the_undo_key_takes_back_the_referral_and_not_the_consent_before_it(
    desk: Profile, person: UUID
) -> None:
    refer(desk, person, "hospital")
    assert undo(desk, person).kind == "referral_made"
    found = now_is(desk, person)
    assert (found.referrals, found.agrees_to_referral("hospital")) == ((), True)
    assert undo(desk, person).kind == "consent_given"


def test_that_a_letter_taken_back_while_it_was_on_its_way_is_told_as_one_that_left(
    desk: Profile, person: UUID
) -> None:
    one = refer(desk, person, "hospital")
    [letter] = waiting(desk)
    assert end(desk, person, one) is True
    for is_new in (True, False):
        with desk.writer.write(actor="sender", is_person=False) as tx:
            assert record_care_sent(tx, letter, "KGMU") is is_new
    [found] = now_is(desk, person).referrals
    assert (found.end, found.is_open, found.has_left) == ("mistake", False, True)


def test_that_two_desks_that_were_alone_agree_in_whatever_order_the_room_takes_it(
    desk: Profile, person: UUID
) -> None:
    """One takes it back while the other's sender gives it over."""
    refer(desk, person, "hospital")
    [letter] = waiting(desk)
    made = events(desk, person)
    end(desk, person, now_is(desk, person).referrals[0])
    with desk.writer.write(actor="sender", is_person=False) as tx:
        record_care_sent(tx, letter, "KGMU")
    later = events(desk, person)[len(made) :]
    ends = {
        tuple(
            (one.end, one.has_left) for one in fold_person(person, [*made, *order], is_ordered=True).referrals
        )
        for order in permutations(later)
    }
    assert ends == {(("mistake", True),)}


def test_that_an_end_that_is_taken_back_shows_that_the_letter_did_not_go(desk: Profile, person: UUID) -> None:
    one = refer(desk, person, "hospital")
    with desk.writer.write(actor="meera") as tx:
        referring.end_referral(tx, person, one.id, end="not-needed")
    assert undo(desk, person).kind == "referral_ended"
    [row] = desk.care().waits()
    assert row.state == "failed"
    with desk.writer.write(actor="meera") as tx:
        referring.repeat_referral(tx, person, WISH, one.id)
    assert len(waiting(desk)) == 1


def test_that_a_reminder_is_taken_back_and_made_again_or_ended_once_it_left(
    desk: Profile, post: SmtpReceiver
) -> None:
    owed = saved(desk, n=2, days=8, owner="district")
    add_service(desk, kind="control-room", name_en="DCR", district="Lucknow", email="dcr@up.example")
    add_mail(desk, post)
    again = []
    for _ in range(2):
        with desk.writer.write(actor="meera") as tx:
            again.append(remind(tx, owed, connectors=connector_of))
        [one] = now_is(desk, owed).reminders
        assert (one.is_mistake, len(waiting(desk))) == (False, 1)
        with desk.writer.write(actor="meera") as tx:
            assert take_back_reminder(tx, owed, one.id, reason="another district's") is True
        assert (now_is(desk, owed).reminders, waiting(desk)) == ((), [])
    assert None not in again
    with desk.writer.write(actor="meera") as tx:
        assert remind(tx, owed, connectors=connector_of) is not None
    send(desk)
    [one] = now_is(desk, owed).reminders
    with desk.writer.write(actor="meera") as tx:
        assert take_back_reminder(tx, owed, one.id) is False
    [one] = now_is(desk, owed).reminders
    assert (one.is_mistake, list(desk.care().waits())) == (True, [])
    with desk.writer.write(actor="meera") as tx:
        assert remind(tx, owed, connectors=connector_of) is None  # it went: not a second time at this stage
    assert len(mails_at(post)) == 1


def test_that_the_undo_key_passes_over_a_reminder_that_left(desk: Profile, post: SmtpReceiver) -> None:
    """It goes by itself each morning; who made the step before wants that one back."""
    owed = saved(desk, n=2, days=8, owner="district")
    with desk.writer.write(actor="meera") as tx:
        tell_of_person(tx, owed, lists={"helps": ["music"]}, words={})
        remind(tx, owed, connectors=connector_of, told_by_phone=True)
    assert undo(desk, owed).kind == "care_told"

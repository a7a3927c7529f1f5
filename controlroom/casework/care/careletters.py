"""What comes of a letter about a person: a referral to a service, or a reminder to a district."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from controlroom.casework.care.persons import say_of_person
from controlroom.casework.handing.handovers import is_recorded
from controlroom.casework.handing.ports import Letter
from controlroom.casework.ports import Tx
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Plan
from controlroom.domain.care.referrals import Asked, Referral, Reminder
from controlroom.errors import BadInput, ControlRoomError

_DROPPED: Final = {
    "withdrawn": BadInput("The consent was withdrawn before it went out."),
    "over": BadInput("It was over before it went out."),
    "stopped": BadInput("Somebody stopped it before it went out."),
}


def asked_by(person: Person, letter: str) -> Referral | Reminder | None:
    """What this letter asked for."""
    for referral in person.referrals:
        if any(asked.letter == letter for asked in referral.asked):
            return referral
    return next((one for one in person.reminders if one.asked.letter == letter), None)


def why_not_to_send_care(person: Person | None, letter: UUID) -> str:
    """withdrawn, over (ended, or the plan has; or nobody asks any more), or "" where it may go."""
    one = asked_by(person, str(letter)) if person is not None else None
    if one is None or person is None:
        return "over"
    if isinstance(one, Reminder):
        return "" if person.is_owed(one) else "over"
    if not one.is_open:
        return "over"
    if one.is_withdrawable and not person.agrees_to_referral(one.service):
        return "withdrawn"
    return ""


def record_care_sent(tx: Tx, letter: Letter, to: str) -> bool:
    """The other side has it. False when that was known."""
    if not tx.letter_sent(letter.id) and is_recorded(tx, letter, "letter_sent"):
        return False  # a letter that was stopped on its way has left all the same
    say_of_person(tx, letter.case_id, "letter_sent", {"letter": str(letter.id), "to": to})
    return True


def record_care_failed(tx: Tx, letter: Letter, to: str, fault: ControlRoomError) -> None:
    """It did not go: tried again later. An event only where the reason is a new one."""
    before = tx.letter_failed(letter.id, str(fault))
    if before is not None and before != str(fault):
        say_of_person(tx, letter.case_id, "letter_failed", _failure(letter.id, to, fault))


def record_care_dropped(tx: Tx, letter: Letter, to: str, why: str) -> None:
    """It shall not go at all."""
    tx.drop_letter(letter.id)
    if why in _DROPPED:
        say_of_person(tx, letter.case_id, "letter_failed", _failure(letter.id, to, _DROPPED[why]))


def drop_unsent(tx: Tx, file: UUID, letters: Iterable[Asked]) -> None:
    """It is over: what of these waits at this desk does not go, and the file says so."""
    for asked in letters:
        if asked.letter and asked.sent_at is None and tx.drop_letter(UUID(asked.letter)):
            told = _failure(UUID(asked.letter), asked.connector, _DROPPED["over"])
            say_of_person(tx, file, "letter_failed", told)


def _failure(letter: UUID, to: str, fault: ControlRoomError) -> Mapping[str, Any]:
    """`template` and `values` let each desk say it in its own language; of a person they hold nothing."""
    values = {name: str(value) for name, value in fault.values.items()}
    return {"letter": str(letter), "to": to, "why": str(fault), "template": fault.template, "values": values}


def plan_of(person: Person, reminder: Reminder) -> Plan | None:
    """The plan whose contact it is about."""
    return next((plan for plan in person.plans if plan.id == reminder.plan), None)

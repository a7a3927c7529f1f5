"""A person as rows for lists and for the board, as search keys and as scripts read them. Pure."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import msgspec

from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Plan, Standing, contact_state, standing, standing_of
from controlroom.domain.care.referrals import (
    NEEDS_HAND,
    Referral,
    Reminder,
    chased,
    referral_standing,
    reminder_standing,
)

NAME: Final = "name:"  # in front of a key that is only alike


class PersonRow(msgspec.Struct, frozen=True, array_like=True):
    """One person in a list. Times are aware UTC. Kept as a list of its values: a new one goes to the end."""

    id: UUID
    names: tuple[str, ...]
    numbers: tuple[str, ...]  # of their cases
    district: str
    is_minor: bool
    last_contact: datetime | None
    last_by: str
    owner_kind: str
    owner: str
    plan: str  # running, an end, or "" where there is none


class BoardRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A running plan on the board: a first name and a case number, no more. `owed` are days in India.

    What is overdue is worked out from it for the moment at which somebody looks. A new value goes to the end.
    """

    plan: UUID
    person: UUID
    first_name: str
    number: str
    district: str
    owner_kind: str
    owner: str
    template: str
    path: str
    started_at: datetime
    owed: tuple[date, ...]
    is_first_made: bool
    tries: int  # since somebody last spoke with the person
    last_result: str
    last_try: datetime | None
    next_step: str
    next_on: date | None
    channel: str
    safe_from: str
    safe_to: str
    is_minor: bool


class WaitRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A referral or reminder that somebody waits on: first name and case number, no more of them.

    Why they were referred does not stand here. `state` is that of the moment at which nothing was late yet;
    `row_state` says it for another moment. Times are aware UTC. A new value goes to the end.
    """

    kind: str  # referral or reminder
    id: UUID
    person: UUID
    first_name: str
    number: str
    district: str
    who: str  # the service by its name in the directory; of a reminder the district
    service: str
    by: str
    asked_at: datetime
    times: int  # how often it was asked
    state: str
    due_at: datetime | None
    failure: str
    contact: str = ""
    stage: str = ""
    entry: str = ""  # the key of the service in the directory


def person_row(person: Person) -> PersonRow:
    """The line of a list."""
    last, plan = person.last_contact, person.plan or (person.plans[-1] if person.plans else None)
    return PersonRow(
        id=person.id,
        names=person.names,
        numbers=tuple(case.number for case in person.cases),
        district=person.district,
        is_minor=person.is_minor,
        last_contact=last[0] if last else None,
        last_by=last[1] if last else "",
        owner_kind=plan.owner.kind if plan else "",
        owner=plan.owner.name if plan else "",
        plan=plan_word(plan),
    )


def plan_word(plan: Plan | None) -> str:
    """running, started-again, one of the ends, or "" for no plan."""
    if plan is None:
        return ""
    return "running" if plan.is_running else plan.end or "started-again"


def board_row(person: Person, plan: Plan) -> BoardRow:
    """A running plan of this person."""
    tries = sorted(
        (attempt for contact in plan.contacts for attempt in contact.attempts),
        key=lambda attempt: (attempt.happened_at, attempt.id),
    )
    spoken = max((at for at, one in enumerate(tries) if one.result == "reached"), default=-1)
    last = tries[-1] if tries else None
    return BoardRow(
        plan=plan.id,
        person=person.id,
        first_name=person.first_name,
        number=plan.number,
        district=person.district,
        owner_kind=plan.owner.kind,
        owner=plan.owner.name,
        template=plan.template,
        path=plan.path,
        started_at=plan.started_at,
        owed=tuple(contact.due for contact in plan.owed),
        is_first_made=plan.is_first_made,
        tries=len(tries) - 1 - spoken,
        last_result=last.result if last else "",
        last_try=last.happened_at if last else None,
        next_step=last.next_step if last else "",
        next_on=last.next_on if last else None,
        channel=person.channel,
        safe_from=person.safe_from,
        safe_to=person.safe_to,
        is_minor=person.is_minor,
    )


def wait_rows(person: Person) -> tuple[WaitRow, ...]:
    """What is waited for about this person: open referrals, and reminders that are still owed."""
    made = [_of_referral(person, one) for one in person.referrals if one.is_open]
    return (*made, *(_of_reminder(person, one) for one in person.reminders if person.is_owed(one)))


def _of_referral(person: Person, one: Referral) -> WaitRow:
    last = one.last_asked
    found = referral_standing(one, is_agreed=person.agrees_to_referral(one.service), now=last.at)
    return WaitRow(
        kind="referral",
        id=one.id,
        person=person.id,
        first_name=person.first_name,
        number=one.number,
        district=person.district,
        who=one.name,
        service=one.service,
        by=last.by,
        asked_at=last.at,
        times=len(one.asked),
        state=found.state,
        due_at=found.due_at,
        failure=last.failure,
        entry=one.entry,
    )


def _of_reminder(person: Person, one: Reminder) -> WaitRow:
    found = reminder_standing(one, is_owed=True, now=one.asked.at)
    return WaitRow(
        kind="reminder",
        id=one.id,
        person=person.id,
        first_name=person.first_name,
        number=one.number,
        district=person.district,
        who=one.district,
        service="",
        by=one.asked.by,
        asked_at=one.asked.at,
        times=1,
        state=found.state,
        due_at=found.due_at,
        failure=one.asked.failure,
        contact=one.contact,
        stage=one.stage,
    )


def row_state(row: WaitRow, now: datetime) -> str:
    """How it stands now (aware): overdue from the moment on at which an answer was due."""
    return chased(row.due_at, now) if row.state == "waiting" and row.due_at is not None else row.state


def in_order_of_need(rows: Iterable[WaitRow], now: datetime) -> tuple[WaitRow, ...]:
    """What needs a hand first, the longest waiting in front; what was acknowledged last."""
    order = (*NEEDS_HAND, "done", "waiting", "acknowledged")
    return tuple(sorted(rows, key=lambda one: (order.index(row_state(one, now)), one.asked_at, one.id)))


def wait_card(row: WaitRow, now: datetime) -> dict[str, Any]:
    """A referral or reminder as scripts read it, without the reason."""
    return {
        "kind": row.kind,
        "id": str(row.id),
        "number": row.number,
        "first_name": row.first_name,
        "district": row.district,
        "to": row.who,
        "service": row.service or None,
        "by": row.by,
        "asked_at": row.asked_at.isoformat(),
        "times": row.times,
        "state": row_state(row, now),
        "due_at": row.due_at.isoformat() if row.due_at else None,
        "failure": row.failure or None,
        "contact": row.contact or None,
        "stage": row.stage or None,
    }


def row_standing(row: BoardRow, now: datetime) -> Standing:
    """What is due and overdue on this row now (aware): the one rule of `domain.plans`."""
    return standing(
        row.owed, is_running=True, is_first_made=row.is_first_made, started_at=row.started_at, now=now
    )


def sure_keys(person: Person) -> frozenset[str]:
    """What says for certain that an alert is about this person: accounts, user names, phones, mail."""
    users = (f"user:{name.casefold()}" for name in person.usernames)
    return frozenset((*person.accounts, *users, *person.phones, *(mail.casefold() for mail in person.emails)))


def name_keys_of(names: Iterable[str]) -> frozenset[str]:
    """Under what names are kept beside the accounts and phones."""
    from controlroom.clues.names import name_keys  # takes 60 ms: only who keeps or seeks a name loads it

    return frozenset(f"{NAME}{key}" for name in names for key in name_keys(name))


def person_card(person: Person, now: datetime) -> dict[str, Any]:
    """A person as scripts read it, without the notes of counsellors."""
    last, guardian = person.last_contact, person.guardian
    return {
        "id": str(person.id),
        "files": [str(file) for file in person.files],
        "names": list(person.names),
        "accounts": list(person.accounts),
        "usernames": list(person.usernames),
        "phones": list(person.phones),
        "emails": list(person.emails),
        "kin": [kin_card(one) for one in person.kin],
        "guardian": kin_card(guardian) if guardian else None,
        "minor": person.is_minor,
        "language": person.language,
        "channel": person.channel,
        "safe_hours": [person.safe_from, person.safe_to] if person.safe_from or person.safe_to else None,
        "district": person.district,
        "helps": list(person.helps),
        "avoid": list(person.avoid),
        "never_call": list(person.never_call),
        "cases": [case.number for case in person.cases],
        "last_contact": {"at": last[0].isoformat(), "by": last[1]} if last else None,
        "consents": [
            {"what": one.what, "given": one.is_given, "by": one.by, "at": one.at.isoformat()}
            for one in person.consents
        ],
        "plans": [plan_card(plan, now) for plan in person.plans],
        "referrals": [referral_card(person, one, now) for one in person.referrals],
        "unknown_kinds": list(person.unknown_kinds),
        "not_readable": person.sealed,
        "erased_at": person.erased_at.isoformat() if person.erased_at else None,
    }


def referral_card(person: Person, one: Referral, now: datetime) -> dict[str, Any]:
    """A referral as scripts read it, without the reason."""
    found = referral_standing(one, is_agreed=person.agrees_to_referral(one.service), now=now)
    return {
        "id": str(one.id),
        "to": one.entry,
        "name": one.name,
        "service": one.service,
        "number": one.number,
        "basis": one.basis,
        "consent": str(one.consent) if one.consent else None,
        "vouched_by": one.vouched_by or None,
        "state": found.state,
        "due_at": found.due_at.isoformat() if found.due_at else None,
        "end": one.end or None,
        "asked": [
            {
                "at": asked.at.isoformat(),
                "by": asked.by,
                "connector": asked.connector or None,
                "actor": asked.actor,
                "letter": asked.letter or None,
                "sent_at": asked.sent_at.isoformat() if asked.sent_at else None,
                "failure": asked.failure or None,
            }
            for asked in one.asked
        ],
        "answers": [
            {"at": said.at.isoformat(), "step": said.step, "from": said.who, "via": said.via, "ref": said.ref}
            for said in one.answers
        ],
    }


def kin_card(one: Any) -> dict[str, Any]:
    """Somebody of the family, as scripts read it."""
    return {"name": one.name, "relation": one.relation, "phone": one.phone, "guardian": one.is_guardian}


def plan_card(plan: Plan, now: datetime) -> dict[str, Any]:
    """A plan as scripts read it: `plan show` promises these names."""
    found = standing_of(plan, now)
    return {
        "plan": str(plan.id),
        "template": plan.template,
        "path": plan.path,
        "number": plan.number,
        "started": plan.start.isoformat(),
        "started_at": plan.started_at.isoformat(),
        "why": plan.why,
        "owner": {"kind": plan.owner.kind, "name": plan.owner.name},
        "state": plan_word(plan),
        "ended": plan.ended_at.isoformat() if plan.ended_at else None,
        "end": plan.end or None,
        "end_reason": plan.end_reason or None,
        "overdue": [day.isoformat() for day in found.overdue],
        "due_today": found.is_due_today,
        "next_due": found.next_due.isoformat() if found.next_due else None,
        "first": found.first,
        "contacts": [
            {
                "key": contact.key,
                "due": contact.due.isoformat(),
                "planned": contact.planned.isoformat(),
                "owner": plan.owner.name,
                "state": contact_state(plan, contact, now),
                "attempts": [
                    {
                        "at": attempt.happened_at.isoformat(),
                        "result": attempt.result,
                        "channel": attempt.channel,
                        "minutes": attempt.minutes,
                        "next": attempt.next_step,
                        "next_on": attempt.next_on.isoformat() if attempt.next_on else None,
                        "by": attempt.actor,
                    }
                    for attempt in contact.attempts
                ],
            }
            for contact in plan.contacts
        ],
    }

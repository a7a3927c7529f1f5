"""Staying in touch after the rescue: a plan is made, its contacts tried, handed on and ended."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, Final
from uuid import UUID

from controlroom.casework.care.counsellors import propose_owner
from controlroom.casework.care.persons import (
    may_care,
    person_for,
    plan_of_rescue,
    say_of_person,
    take_back,
    the_person,
)
from controlroom.casework.choices import one_of
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import (
    CHANNELS,
    ENDS,
    NEXT_STEPS,
    OWNERS,
    RESULTS,
    Contact,
    Owner,
    Plan,
    contacts_of,
    day_in_india,
)
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, new_id
from controlroom.domain.triage import is_saved, why_saved
from controlroom.errors import BadInput

MOST_TEXT: Final = 4_000  # characters of a note
MOST_MINUTES: Final = 24 * 60
NEAR: Final = timedelta(days=2)  # so long before its day a contact may be made
RISKS: Final = ("", "none", "low", "some", "high")
MOODS: Final = ("", "better", "same", "worse")


# --- a plan is made, and ends -------------------------------------------------------------------------


def after_outcome(tx: Tx, case_id: UUID) -> None:
    """The rescue has ended, or was told anew: whoever was saved gets a plan, whoever was not keeps none."""
    case = tx.case(case_id)
    if case is None or case.is_exercise or case.joined_into:
        return
    saved, person = is_saved(case), tx.person_of_case(case_id)
    plan = person.plan if person is not None else None
    if saved and (plan is None or plan.case != case_id):
        _start(tx, case, template="", start=None, owner=None, why="rescued", plan_id=plan_of_rescue(case_id))
    elif saved is False and person is not None and plan is not None:
        if "died" in case.outcome_facts:
            _end(tx, plan, "died", why_saved(case))
        elif plan.case == case_id:
            _end(tx, plan, "not-needed", why_saved(case))


def make_plan(
    tx: Tx,
    case_id: UUID,
    *,
    template: str = "",
    start: date | None = None,
    owner: Owner | None = None,
    why: str = "",
) -> Plan:
    """A plan for whoever this case is about. Without any wish the one that runs for the case stays."""
    case = _the_case(tx, case_id)
    person = tx.person_of_case(case_id)
    running = person.plan if person is not None else None
    if running is None or running.case != case_id or template or start or owner:
        _start(tx, case, template=template, start=start, owner=owner, why=why or "made", plan_id=None)
    _in_follow_up(tx, case_id)
    made = person_for(tx, case).plan
    assert made is not None
    return made


def start_again(tx: Tx, person: Person, case: Case) -> None:
    """A new alert about somebody whose plan runs: it begins anew, with the owner who knows them."""
    plan = person.plan
    if plan is not None and plan.case != case.id:
        usual = tx.plan_templates().plans
        template = plan.template if plan.template in usual else ""
        _start(tx, case, template=template, start=None, owner=plan.owner, why="new alert", plan_id=new_id())


def _start(
    tx: Tx,
    case: Case,
    *,
    template: str,
    start: date | None,
    owner: Owner | None,
    why: str,
    plan_id: UUID | None,
) -> None:
    person, templates = person_for(tx, case), tx.plan_templates()
    is_minor = person.is_minor or case.is_minor
    chosen = templates.get(template) if template else templates.usual(is_minor=is_minor)
    told = {plan.id for plan in person.plans}
    day = start or day_in_india(case.outcome_at or tx.now())
    choice = propose_owner(tx, district=case.district, language=person.language)
    given = _checked_owner(owner) if owner else choice.owner
    body: dict[str, Any] = {
        "plan": str(plan_id if plan_id and plan_id not in told else new_id()),
        "template": chosen.key,
        "path": chosen.path,
        "start": day.isoformat(),
        "case": str(case.id),
        "number": case.number,
        "owner": {"kind": given.kind, "name": given.name},
        "contacts": [
            {"key": one.key, "due": one.due.isoformat()} for one in contacts_of(day, chosen.contacts)
        ],
        "why": why,
    }
    body |= {} if owner else {"owner_why": str(choice.why)}
    at = case.outcome_at if start is None else None
    say_of_person(tx, person.id, "plan_started", body, at)


def end_plan(tx: Tx, person_id: UUID, *, end: str, reason: str = "", at: datetime | None = None) -> None:
    """Nobody keeps in touch by this plan any more. Every end but completed and died needs its reason."""
    plan = _the_plan(the_person(tx, person_id))
    one_of(end, ENDS, "end of a plan")
    if end not in ("completed", "died") and not reason.strip():
        raise BadInput("Say in a few words why the plan ends.")
    _end(tx, plan, end, "", at)
    _say_why(tx, plan, "plan_ended", reason, at)


def _end(tx: Tx, plan: Plan, end: str, reason: str, at: datetime | None = None) -> None:
    body = {"plan": str(plan.id), "end": end, "reason": reason}
    say_of_person(tx, plan.file, "plan_ended", body, at)
    case = tx.case(plan.case) if plan.case else None
    if case is not None and case.state == "in follow-up":
        tx.append([NewEvent(CASE, case.id, "follow_up_ended", {"end": end})])


def _say_why(tx: Tx, plan: Plan, of: str, reason: str, at: datetime | None = None) -> None:
    """In their own words: apart from the step itself, which more people read."""
    if reason.strip():
        may_care(tx, "reason_told")
        body = {"plan": str(plan.id), "of": of, "reason": reason.strip()}
        say_of_person(tx, plan.file, "reason_told", body, at)


def take_back_plan(tx: Tx, case_id: UUID) -> None:
    """The outcome was a mistaken key: the plan that it made goes too, unless somebody worked by it."""
    person = tx.person_of_case(case_id)
    plan = person.plan if person is not None else None
    if plan is None or plan.case != case_id or any(contact.attempts for contact in plan.contacts):
        return
    for event in tx.events(plan.file):
        if event.kind == "plan_started" and event.body.get("plan") == str(plan.id):
            take_back(tx, event, reason="the outcome was taken back")


def hand_on(tx: Tx, person_id: UUID, *, owner: Owner, reason: str = "") -> None:
    """Another owner keeps in touch from now on."""
    plan = _the_plan(the_person(tx, person_id))
    given = _checked_owner(owner)
    if given != plan.owner:
        told = {"kind": given.kind, "name": given.name}
        body = {"plan": str(plan.id), "owner": told, "reason": reason.strip()}
        say_of_person(tx, plan.file, "plan_handed_on", body)


# --- contacts -----------------------------------------------------------------------------------------


def try_contact(
    tx: Tx,
    person_id: UUID,
    *,
    result: str,
    due: date | None = None,
    is_extra: bool = False,
    channel: str = "phone",
    minutes: int = 0,
    next_step: str = "",
    next_on: date | None = None,
    note: str = "",
    mood: str = "",
    risk: str = "",
    at: datetime | None = None,
) -> Contact:
    """Somebody tried to reach the person. `due` names the contact; else it is the last whose day has come.

    `is_extra`, or where none is near: a contact beside the plan, as the first one after the rescue is.
    The note goes to counsellors and supervisors only.
    """
    plan = _the_plan(the_person(tx, person_id))
    one_of(result, RESULTS, "result")
    if not 0 <= minutes <= MOST_MINUTES:
        raise BadInput("The minutes of a contact are 0 to {most}.", most=MOST_MINUTES)
    key, extra = _contact_for(plan, due, is_extra=is_extra, today=day_in_india(at or tx.now()))
    body: dict[str, Any] = {
        "plan": str(plan.id),
        "contact": key,
        "result": result,
        "channel": one_of(channel, CHANNELS, "channel"),
        "minutes": minutes,
        "next": next_step and one_of(next_step, NEXT_STEPS, "next step"),
        "next_on": next_on.isoformat() if next_on else "",
        "extra": extra.isoformat() if extra else "",
    }
    tried = say_of_person(
        tx, plan.file, "contact_tried", {name: value for name, value in body.items() if value}, at
    )
    if note.strip() or mood or risk:
        write_note(tx, person_id, text=note, mood=mood, risk=risk, attempt=tried.id, at=at)
    if plan.case:
        _in_follow_up(tx, plan.case)
    after = _the_plan(the_person(tx, person_id))
    if not after.owed:
        _end(tx, after, "completed", "every contact was made", at)
    return next(one for one in after.contacts if one.key == key)


def _contact_for(plan: Plan, due: date | None, *, is_extra: bool, today: date) -> tuple[str, date | None]:
    """(key of the contact, its day where it is one beside the plan)."""
    if due is not None and not is_extra:
        found = next((one.key for one in plan.contacts if due in (one.due, one.planned)), None)
        if found is None:
            raise BadInput(
                "No contact of the plan is due on {day}, but on {days}; else it is an extra one.",
                day=due.isoformat(),
                days=", ".join(one.due.isoformat() for one in plan.contacts),
            )
        return found, None
    late = [one for one in plan.owed if one.due <= today]
    near = late[-1:] or [one for one in plan.owed[:1] if one.due - today <= NEAR]
    if near and not is_extra:
        return near[0].key, None
    taken = {one.key for one in plan.contacts}
    return next(key for n in count(1) if (key := f"x{n}") not in taken), due or today


def move_contact(tx: Tx, person_id: UUID, *, due: date, to: date, reason: str) -> None:
    """The person asked for another day."""
    plan = _the_plan(the_person(tx, person_id))
    key, _ = _contact_for(plan, due, is_extra=False, today=due)
    if not reason.strip():
        raise BadInput("Say in a few words why the contact is moved.")
    if any(one.due == to for one in plan.contacts if one.key != key):
        raise BadInput("Another contact of the plan is due on that day.")
    body = {"plan": str(plan.id), "contact": key, "due": to.isoformat()}
    say_of_person(tx, plan.file, "contact_moved", body)
    _say_why(tx, plan, "contact_moved", reason)


def write_note(
    tx: Tx,
    person_id: UUID,
    *,
    text: str,
    mood: str = "",
    risk: str = "",
    attempt: UUID | None = None,
    at: datetime | None = None,
) -> None:
    """A counsellor's note. Raises BadInput for who may not read such notes either."""
    person = the_person(tx, person_id)
    if not tx.may_read("counsel"):
        raise BadInput("Notes are the counsellors' and supervisors'; leave it out, or ask one of them.")
    if len(text) > MOST_TEXT:
        raise BadInput("The note is longer than {most} characters; shorten it.", most=MOST_TEXT)
    if not (text.strip() or mood or risk):
        raise BadInput("There is nothing written yet; type a few words.")
    body = {"text": text.strip(), "mood": one_of(mood, MOODS, "mood"), "risk": one_of(risk, RISKS, "risk")}
    body |= {"attempt": str(attempt)} if attempt else {}
    file = person.plan.file if person.plan else person.id
    say_of_person(tx, file, "contact_noted", {name: value for name, value in body.items() if value}, at)


def look_at_notes(tx: Tx, person_id: UUID, notes: Iterable[UUID] = ()) -> None:
    """Somebody is about to read what only counsellors read: the event first, the thing second."""
    body = {"notes": [str(note) for note in notes]}
    say_of_person(tx, the_person(tx, person_id).id, "note_read", body if body["notes"] else {})


def say_consent(
    tx: Tx, person_id: UUID, *, what: str, is_given: bool, by: str = "", at: datetime | None = None
) -> None:
    """The person, or the guardian, agrees to something; or no longer does, which holds from now on."""
    person = the_person(tx, person_id)
    if not what.strip():
        raise BadInput("Say to what: follow-up, or a referral to somebody.")
    if not is_given and not person.consents_to(what.strip()):
        raise BadInput("Nobody has agreed to that, so there is nothing to withdraw.")
    kind = "consent_given" if is_given else "consent_withdrawn"
    say_of_person(tx, person.id, kind, {"what": what.strip(), "by": by.strip()}, at)


# --- shared by the above ------------------------------------------------------------------------------


def _in_follow_up(tx: Tx, case_id: UUID) -> None:
    """The case shows that somebody keeps in touch; who has closed it keeps it closed."""
    case = tx.case(case_id)
    if case is not None and case.state in ("with the person", "outcome"):
        tx.append([NewEvent(CASE, case_id, "follow_up_started", {})])


def _the_case(tx: Tx, case_id: UUID) -> Case:
    case = tx.case(case_id)
    if case is None:
        raise BadInput("There is no such case on this desk; look at the number again.")
    if case.is_exercise:
        raise BadInput("An exercise has no follow-up: nobody was in danger.")
    if case.joined_into:
        raise BadInput(
            "{number} was joined into {other}; work on that one, or split the two.",
            number=case.number,
            other=case.joined_into_number,
        )
    return case


def _the_plan(person: Person) -> Plan:
    plan = person.plan
    if plan is None:
        raise BadInput("No follow-up plan runs for this person; make one first.")
    return plan


def _checked_owner(owner: Owner) -> Owner:
    name = " ".join(owner.name.split())
    if not name:
        raise BadInput("Say who keeps in touch: a login, an office or a name.")
    return Owner(one_of(owner.kind, OWNERS, "kind of owner"), name)

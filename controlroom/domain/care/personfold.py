"""A person is the fold of the events of their file, or of several that were joined. Pure.

A join says that two files are one person, and nothing more: it has no direction, so that no two joins can
close a circle, and a split gives back each file as it was, with what was added to it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from controlroom.domain.care.person import (
    LISTS,
    WORDS,
    CareNote,
    Consent,
    Erasure,
    Kin,
    LinkedCase,
    Person,
    Review,
)
from controlroom.domain.care.plans import ENDS, RESULTS, Attempt, Contact, Owner, Plan, in_order
from controlroom.domain.care.referralfold import ASKING, settle_taken_back
from controlroom.domain.care.referralfold import BRANCHES as REFERRAL_BRANCHES
from controlroom.domain.care.retention import GROUNDS
from controlroom.domain.events import KINDS, Event
from controlroom.domain.fold import UNCONFIRMED, undone_ids
from controlroom.domain.sealed import SEALED

_READ_ALWAYS: Final = ASKING | {"person_erased"}  # what has left the house stays told
_UNUSABLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)


def file_order(event: Event) -> tuple[int, UUID]:
    """The room's order; then what it has not taken yet, in the order it was made (UUIDv7)."""
    return (event.seq if event.seq is not None else UNCONFIRMED, event.id)


def fold_person(person_id: UUID, events: Iterable[Event], *, is_ordered: bool = False) -> Person:
    """The person that these events tell, of one file or of several. Doubles are taken once.

    `is_ordered`: they come from a store, which knows the order in which its desk made what is pending.
    """
    ordered = list(events) if is_ordered else sorted({e.id: e for e in events}.values(), key=file_order)
    undone = undone_ids(ordered)
    person = Person(person_id)
    gone = {event.stream_id for event in ordered if event.kind == "person_erased"}  # not to be taken back
    for event in ordered:
        if event.kind in _READ_ALWAYS or event.id not in undone:
            _take(person, event, branches=_OF_ERASED if event.stream_id in gone else _BRANCHES)
    if person.erased_at is not None:
        return _emptied(person)
    person.plans = _replaced(person.plans)
    settle_taken_back(person, undone)
    return person


def _take(person: Person, event: Event, *, branches: "Branches") -> None:
    person.event_count += 1
    person.last_at = max(person.last_at or event.at, event.at)
    if event.stream_id not in person.files:
        person.files += (event.stream_id,)
    is_sealed = SEALED in event.body
    person.sealed += is_sealed
    branch = (_WITHOUT_WORDS if is_sealed else branches).get(event.kind)
    if branch is None:
        person.unknown_kinds += () if event.kind in KINDS else (event.kind,)
        return
    try:
        branch(person, event, event.body)
    except _UNUSABLE:  # another desk wrote it: it may stop nobody
        person.unreadable += (event.kind,)


def _emptied(person: Person) -> Person:
    """What is left of somebody who was erased: that there was a file, of which cases, and since when not."""
    return Person(
        person.id,
        files=person.files,
        opened_at=person.opened_at,
        cases=person.cases,
        links=person.links,
        event_count=person.event_count,
        last_at=person.last_at,
        sealed=person.sealed,
        erased=person.erased,
    )


def linked_files(links: Iterable[frozenset[UUID]], start: UUID) -> frozenset[UUID]:
    """All files that are one person with this one, by pairs that were joined and not split."""
    pairs, found = list(links), {start}
    while more := {file for pair in pairs if pair & found for file in pair} - found:
        found |= more
    return frozenset(found)


# --- branches: each reads its whole body before it changes anything -----------------------------------


def _opened(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    _linked(person, event, body)
    _told(person, event, body)
    person.opened_at = person.opened_at or event.at


def _told(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    lists = {name: tuple(map(str, body[name])) for name in LISTS if body.get(name)}
    words = {name: str(body[name]) for name in WORDS if body.get(name) is not None}
    kin = tuple(map(_kin, body.get("kin") or ()))
    is_minor = bool(body.get("minor", person.is_minor))
    for name, fresh in lists.items():
        setattr(person, name, tuple(dict.fromkeys(getattr(person, name) + fresh)))
    for name, word in words.items():
        setattr(person, name, word)
    told = {one.name for one in kin}
    person.kin = (*(one for one in person.kin if one.name not in told), *kin)
    person.is_minor = is_minor


def _kin(told: Mapping[str, Any]) -> Kin:
    relation, phone = (str(told.get(name) or "") for name in ("relation", "phone"))
    return Kin(str(told["name"]), relation, phone, bool(told.get("guardian")))


def _untold(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    field, value = str(body["field"]), str(body["value"])
    if field == "kin":
        person.kin = tuple(one for one in person.kin if one.name != value)
    elif field in LISTS:
        setattr(person, field, tuple(one for one in getattr(person, field) if one != value))
    else:
        raise ValueError("no such field")


def _linked(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    case = LinkedCase(UUID(body["case"]), str(body.get("number") or ""), event.happened_at)
    if all(known.id != case.id for known in person.cases):
        person.cases += (case,)


def _pair(event: Event, body: Mapping[str, Any]) -> frozenset[UUID]:
    """Both words on a pair stand in the file of the lower id, so that they have one order."""
    other = UUID(body["other"])
    if event.stream_id >= other:
        raise ValueError("joined with itself, or told in the wrong file")
    return frozenset({event.stream_id, other})


def _joined(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    pair = _pair(event, body)
    person.links += () if pair in person.links else (pair,)


def _split(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    pair = _pair(event, body)
    person.links = tuple(known for known in person.links if known != pair)


def _plan_started(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    contacts = in_order(_contact(told) for told in body["contacts"])
    if len({contact.key for contact in contacts}) != len(contacts) or not contacts:
        raise ValueError("two contacts of one key, or none")
    owner, case = _owner(body["owner"]), body.get("case")
    plan = Plan(
        id=UUID(body["plan"]),
        file=event.stream_id,
        template=str(body["template"]),
        path=str(body.get("path") or "person"),
        start=date.fromisoformat(body["start"]),
        started_at=event.happened_at,
        case=UUID(case) if case else None,
        number=str(body.get("number") or ""),
        owner=owner,
        contacts=contacts,
        why=str(body.get("why") or ""),
        owners=((owner, event.happened_at),),
    )
    if all(known.id != plan.id for known in person.plans):  # two desks ended one rescue: one plan
        person.plans += (plan,)


def _contact(told: Mapping[str, Any]) -> Contact:
    day = date.fromisoformat(told["due"])
    return Contact(str(told["key"]), day, day)


def _owner(told: Mapping[str, Any]) -> Owner:
    return Owner(str(told["kind"]), str(told["name"]))


def _change(person: Person, body: Mapping[str, Any], changed: Callable[[Plan], Plan]) -> bool:
    """Whether the plan that the body names is there; it is another value then."""
    wanted = UUID(body["plan"])
    found = [plan.id == wanted for plan in person.plans]
    person.plans = tuple(changed(plan) if plan.id == wanted else plan for plan in person.plans)
    return any(found)


def _handed_on(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    owner = _owner(body["owner"])
    now = (owner, event.happened_at)
    _change(person, body, lambda plan: plan._replace(owner=owner, owners=(*plan.owners, now)))


def _plan_ended(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    end, reason = str(body["end"]), str(body.get("reason") or "")
    if end not in ENDS:
        raise ValueError("no such end")
    _change(person, body, lambda plan: plan._replace(end=end, end_reason=reason, ended_at=event.happened_at))


def _reasoned(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    """Why a plan ended, of which the end itself tells nothing. Of a contact that was moved the log knows."""
    reason = str(body["reason"])
    if body["of"] == "plan_ended":
        _change(person, body, lambda plan: plan._replace(end_reason=reason) if plan.end else plan)


def _tried(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    result, key, next_on = str(body["result"]), str(body["contact"]), body.get("next_on")
    if result not in RESULTS:
        raise ValueError("no such result")
    attempt = Attempt(
        id=event.id,
        result=result,
        channel=str(body.get("channel") or ""),
        minutes=int(body.get("minutes") or 0),
        next_step=str(body.get("next") or ""),
        next_on=date.fromisoformat(next_on) if next_on else None,
        happened_at=event.happened_at,
        actor=event.actor,
    )
    extra = date.fromisoformat(body["extra"]) if body.get("extra") else None
    is_there = _change(person, body, lambda plan: _with_attempt(plan, key, extra, attempt))
    if not (is_there and any(one.id == attempt.id for one in person.attempts)):
        person.loose += (attempt,)


def _with_attempt(plan: Plan, key: str, extra: date | None, attempt: Attempt) -> Plan:
    contacts = plan.contacts
    if extra is not None and all(contact.key != key for contact in contacts):
        contacts = in_order((*contacts, Contact(key, extra, extra)))
    return plan._replace(
        contacts=tuple(
            one._replace(attempts=(*one.attempts, attempt)) if one.key == key else one for one in contacts
        )
    )


def _moved(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    key, due = str(body["contact"]), date.fromisoformat(body["due"])
    _change(
        person,
        body,
        lambda plan: plan._replace(
            contacts=in_order(one._replace(due=due) if one.key == key else one for one in plan.contacts)
        ),
    )


def _noted(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    attempt = UUID(body["attempt"]) if body.get("attempt") else None
    text, mood, risk = (str(body.get(name) or "") for name in ("text", "mood", "risk"))
    person.notes += (CareNote(event.id, attempt, text, mood, risk, event.happened_at, event.actor),)


def _consent(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    is_given = event.kind == "consent_given"
    by = str(body.get("by") or "")
    said = Consent(str(body["what"]), is_given, by, event.happened_at, event.actor, event.id)
    person.consents += (said,)


def _reviewed(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    until = date.fromisoformat(body["keep_until"])
    person.reviews += (Review(until, str(body.get("reason") or ""), event.happened_at, event.actor),)
    person.asked = {file: asked for file, asked in person.asked.items() if file != event.stream_id}


def _asked(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    ground = str(body["ground"])
    if ground not in GROUNDS:
        raise ValueError("no such ground")
    asked = Erasure(ground, str(body.get("reason") or ""), event.happened_at, event.actor)
    person.asked = {**person.asked, event.stream_id: asked}


def _erased(person: Person, event: Event, body: Mapping[str, Any]) -> None:
    person.erased = {event.stream_id: event.at, **person.erased}


def _replaced(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """Of several that no one has ended the last one runs: the follow-up was started again."""
    last = plans[-1].id if plans else None
    return tuple(
        plan._replace(replaced_by=last) if not plan.end and plan.id != last else plan for plan in plans
    )


Branches = Mapping[str, Callable[[Person, Event, Mapping[str, Any]], None]]
_BRANCHES: Final[Branches] = {
    "person_opened": _opened,
    "person_told": _told,
    "person_untold": _untold,
    "care_told": _told,
    "care_untold": _untold,
    "case_linked": _linked,
    "persons_joined": _joined,
    "persons_split": _split,
    "plan_started": _plan_started,
    "plan_handed_on": _handed_on,
    "plan_ended": _plan_ended,
    "contact_tried": _tried,
    "contact_moved": _moved,
    "reason_told": _reasoned,
    "contact_noted": _noted,
    "consent_given": _consent,
    "consent_withdrawn": _consent,
    **REFERRAL_BRANCHES,
    "retention_reviewed": _reviewed,
    "erasure_asked": _asked,
    "person_erased": _erased,
}
# What of a sealed event still counts when its words cannot be opened: which files and cases belong together,
# and what a supervisor has decided.
_BELONGING: Final[Branches] = {
    "person_opened": _linked,
    "case_linked": _linked,
    "persons_joined": _joined,
    "persons_split": _split,
}
_WITHOUT_WORDS: Final[Branches] = {**_BELONGING, "retention_reviewed": _reviewed, "erasure_asked": _asked}
_OF_ERASED: Final[Branches] = {**_BELONGING, "person_erased": _erased}

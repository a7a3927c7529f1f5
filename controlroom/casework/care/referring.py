"""A person is referred to another service: with a consent that is in force, and the answer is chased."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from controlroom.casework.calling.directory import Entry
from controlroom.casework.care.careletters import drop_unsent
from controlroom.casework.care.caremessage import Told, referral_message
from controlroom.casework.care.persons import referral_of, say_of_person, take_back, the_person
from controlroom.casework.care.services import Way, chosen_way, entry_named, service_of
from controlroom.casework.choices import one_of
from controlroom.casework.handing.connectors import CALLBACK, SETTING, connectors_in
from controlroom.casework.handing.handovers import EXERCISE, Connectors
from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import Tx
from controlroom.casework.room.roomset import set_room
from controlroom.domain import exercise
from controlroom.domain.care.person import Consent, Person
from controlroom.domain.care.referralfold import ASKING
from controlroom.domain.care.referrals import (
    ANSWERS,
    BY,
    LONGEST_HOURS,
    MISTAKE,
    REASONS,
    REFERRAL_ENDS,
    Asked,
    Referral,
    hours_from,
)
from controlroom.domain.events import new_id
from controlroom.errors import BadInput
from controlroom.log import fail_point

HOURS: Final = "answer_hours"
CONSENT: Final = "referral"  # what is agreed to; `referral SERVICE` for one service only
MOST_TEXT: Final = 300  # characters of the few words beside the reason


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants a service asked: `by` and `language`, else the best; `hours` for the answer, else
    as the room has set it; `at` when it was (aware UTC), if earlier than now."""

    connectors: Connectors
    by: str = ""
    language: str = ""
    hours: int | None = None
    at: datetime | None = None


# --- consent ------------------------------------------------------------------------------------------------


def consent_for(person: Person, service: str) -> Consent:
    """The consent that a referral to this service rests on. Raises BadInput in one sentence: what to do."""
    said = person.referral_consent(service)
    if said is None:
        raise BadInput(
            "No consent to this referral is recorded: ask the person (of a child the guardian) and record it"
            " as consent to '{what}', or a supervisor states that there is danger to life.",
            what=CONSENT,
        )
    if not said.is_given:
        raise BadInput(
            "The consent to this referral was withdrawn: ask again and record it, or a supervisor states that"
            " there is danger to life."
        )
    if person.is_minor and not said.by:
        raise BadInput(
            "The person is under 18: record the consent again with the name of the guardian who agrees."
        )
    return said


def _basis(tx: Tx, person: Person, service: str, danger: str) -> Consent | None:
    """The consent it rests on; None: a supervisor has stated that there is danger to life."""
    try:
        return consent_for(person, service)
    except BadInput:
        if not danger:
            raise
    if not (tx.may_read("audit") and tx.may_read("counsel")):
        raise BadInput("Only a supervisor may refer without consent; ask one of them.")
    return None


def may_refer(tx: Tx) -> None:
    """Raises BadInput for who may not read why somebody was referred."""
    if not tx.may_read("counsel"):
        raise BadInput("Referrals are the counsellors' and supervisors'; ask one of them.")


def trains_now(tx: Tx) -> bool:
    """Whether whoever acts takes part in an exercise that runs: nothing of theirs goes outside."""
    words = ((str(body.get("key")), "", body) for body in tx.room_words("exercise_changed"))
    found = exercise.running(words, tx.now())
    return found is not None and tx.actor in found.people


# --- a referral is made, and repeated -----------------------------------------------------------------------


def make_referral(
    tx: Tx, person_id: UUID, wish: Wish, *, to: str, reason: str, text: str = "", danger: str = ""
) -> tuple[Referral, Message]:
    """Ask a service of the directory to take care of a person; what goes by phone is read out.

    `to`: the key of its entry, or the only one of a service. `danger`: why, where a supervisor refers without
    consent.
    """
    may_refer(tx)
    person = the_person(tx, person_id)
    entry = entry_named(tx.directory().entries, person, to)
    _check(reason, text, danger)
    consent = _basis(tx, person, service_of(entry), danger.strip())
    before = [one for one in person.referrals if one.entry == entry.key and one.file == person.id]
    if any(one.is_open and one.answer != "declined" for one in before):
        raise BadInput(
            "A referral to {name} runs already: repeat it, key in their answer, or end it.",
            name=entry.name("en"),
        )
    case = person.cases[-1] if person.cases else None
    referral = referral_of(person.id, entry.key, len(before))
    if consent is None:
        say_of_person(tx, person.id, "danger_stated", {"referral": str(referral)})
    body = {
        "referral": str(referral),
        "service": service_of(entry),
        "entry": entry.key,
        "name": entry.name("en"),
        "number": case.number if case else "",
        "case": str(case.id) if case else "",
        "basis": "consent" if consent else "danger",
        "consent": str(consent.id) if consent and consent.id else "",
    }
    why = {"reason": reason, "text": text.strip(), "danger": "" if consent else danger.strip()}
    message = _ask(
        tx, person, entry, wish, kind="referral_made", body=body, why=why, in_danger=consent is None
    )
    return the_referral(the_person(tx, person_id), referral), message


def _check(reason: str, text: str, danger: str) -> None:
    one_of(reason, REASONS, "reason")
    if max(len(text), len(danger)) > MOST_TEXT:
        raise BadInput("The reason is longer than {most} characters; shorten it.", most=MOST_TEXT)


def _ask(
    tx: Tx,
    person: Person,
    entry: Entry,
    wish: Wish,
    *,
    kind: str,
    body: Mapping[str, str],
    why: Mapping[str, str],
    in_danger: bool,
) -> Message:
    """The event, the reason beside it, and the letter where there is something to send."""
    way = chosen_way(entry, connectors_in(tx.setting(SETTING)), wish.by and one_of(wish.by, BY, "way"))
    settings, service = way.connector, service_of(entry)
    hours = _hours(tx, service, wish.hours)
    told = Told(
        letter=new_id(),
        file=person.id,
        number=body["number"],
        language=wish.language or (settings.language if settings else "hi"),
        written_at=tx.now(),
        due_at=(wish.at or tx.now()) + timedelta(hours=hours),
        callback=str(tx.setting(CALLBACK) or ""),
    )
    message = referral_message(person, service, why["reason"], told, in_danger=in_danger)
    asked: dict[str, Any] = {"by": way.by, "hours": hours}
    asked |= {"letter": str(told.letter), "connector": settings.name} if settings else {}
    say_of_person(tx, person.id, kind, {**_filled(body), **asked}, wish.at)
    text = message.text if settings else "\n".join(message.script)
    said = {"referral": body["referral"], "letter": str(told.letter), "told": text, **why}
    say_of_person(tx, person.id, "referral_explained", _filled(said), wish.at)
    if settings is not None:
        put_care_letter(tx, settings, message, wish.connectors)
    return message


def _filled(body: Mapping[str, str]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if value}


def _hours(tx: Tx, service: str, wanted: int | None) -> int:
    if wanted is not None and not 1 <= wanted <= LONGEST_HOURS:
        raise BadInput("The time for an answer is 1 to {most} hours.", most=LONGEST_HOURS)
    return wanted or hours_of(tx)[service]


def hours_of(tx: Tx) -> dict[str, int]:
    """Until when each service (and `reminder`: a district) has answered, as the room has set it."""
    return hours_from((tx.room_word("room_set", HOURS) or {}).get("value"))


def put_care_letter(tx: Tx, way: ConnectorSettings, message: Message, connectors: Connectors) -> None:
    """Into the outbox, with the event that says so. Raises BadInput for who takes part in an exercise."""
    connector = connectors(way)
    if connector.is_outside and trains_now(tx):
        raise BadInput(EXERCISE)
    tx.put_letter(message.letter, message.case_id, way.name, connector.compose(message))
    fail_point("letters-written")


def repeat_referral(tx: Tx, person_id: UUID, wish: Wish, referral_id: UUID) -> Message:
    """Ask again, by the same way or another one: a further letter, and the time for an answer begins anew."""
    may_refer(tx)
    person = the_person(tx, person_id)
    one = open_referral(person, referral_id)
    entry = tx.directory().get(one.entry)
    if entry is None:
        raise BadInput("{name} is not in the directory any more; end the referral.", name=one.name)
    in_danger = one.basis == "danger" and bool(one.vouched_by)
    if not in_danger:
        consent_for(person, one.service)
    last = one.last_asked
    wishes = replace(wish, by=wish.by or last.by, hours=wish.hours or last.hours)
    reasons = (said.reason for said in reversed(person.reasons) if said.referral == one.id and said.reason)
    body, why = {"referral": str(one.id), "number": one.number}, {"reason": next(reasons, "other")}
    _drop_unsent(tx, one)
    return _ask(tx, person, entry, wishes, kind="referral_repeated", body=body, why=why, in_danger=in_danger)


def _drop_unsent(tx: Tx, one: Referral) -> None:
    for asked in one.asked:
        if asked.letter and asked.sent_at is None:
            tx.drop_letter(UUID(asked.letter))


class Preview(NamedTuple):
    """What would go, to whom and how."""

    entry: Entry
    way: Way
    message: Message


def preview_referral(
    person: Person,
    wish: Wish,
    *,
    entries: Sequence[Entry],
    known: Sequence[ConnectorSettings],
    hours: Mapping[str, int],
    callback: str,
    now: datetime,
    to: str,
    reason: str,
    in_danger: bool,
) -> Preview:
    """The text as it would go now; nothing is written down. Raises BadInput."""
    entry = entry_named(entries, person, to)
    way, service = chosen_way(entry, known, wish.by), service_of(entry)
    number = person.cases[-1].number if person.cases else ""
    language = wish.language or (way.connector.language if way.connector else "hi")
    due_at = now + timedelta(hours=wish.hours or hours[service])
    told = Told(UUID(int=0), person.id, number, language, now, due_at, callback)
    return Preview(entry, way, referral_message(person, service, reason, told, in_danger=in_danger))


# --- what comes of it ---------------------------------------------------------------------------------------


def answer_referral(
    tx: Tx,
    person_id: UUID,
    referral_id: UUID,
    *,
    step: str,
    who: str = "",
    ref: str = "",
    text: str = "",
    at: datetime | None = None,
) -> None:
    """What they said, as somebody heard it. Their words are for counsellors and supervisors only."""
    one = open_referral(the_person(tx, person_id), referral_id)
    if text.strip():
        may_refer(tx)
    one_of(step, ANSWERS, "answer")
    body = {"referral": str(one.id), "step": step, "from": who.strip(), "ref": ref.strip(), "via": "phone"}
    event = say_of_person(tx, one.file, "referral_answered", {k: v for k, v in body.items() if v}, at)
    if text.strip():
        keep_words(tx, one, text, event.id, at)


def keep_words(tx: Tx, one: Referral, text: str, answer: UUID | None, at: datetime | None) -> None:
    """Words about a referral, for counsellors and supervisors only."""
    body = {"referral": str(one.id), "text": text.strip()[: MOST_TEXT * 2]}
    body |= {"answer": str(answer)} if answer else {}
    say_of_person(tx, one.file, "referral_explained", body, at)


def end_referral(
    tx: Tx, person_id: UUID, referral_id: UUID, *, end: str, text: str = "", at: datetime | None = None
) -> bool:
    """Nobody waits for anything of it any more; what has not gone out yet does not go.

    True: it was made by mistake and nothing of it had left, so that it is taken back and is none.
    """
    may_refer(tx)
    one = open_referral(the_person(tx, person_id), referral_id)
    is_none = one_of(end, REFERRAL_ENDS, "end") == MISTAKE and not one.has_left
    if is_none:
        take_back_asking(tx, one.file, one.asked, reason=text.strip())
    else:
        say_of_person(tx, one.file, "referral_ended", {"referral": str(one.id), "end": end}, at)
        if text.strip():
            keep_words(tx, one, text, None, at)
    drop_unsent(tx, one.file, one.asked)
    return is_none


def take_back_asking(tx: Tx, file: UUID, asked: Iterable[Asked], *, reason: str = "") -> None:
    """By a further event each: whoever finds later that one had left all the same, sees it as ended."""
    steps = {event.id: event for event in tx.events(file) if event.kind in ASKING}
    for one in asked:
        if one.event in steps:
            take_back(tx, steps[one.event], reason=reason)


def set_hours(tx: Tx, name: str, hours: int) -> None:
    """Until when a service (or `reminder`: a district) has answered, in hours, for the whole room."""
    now = hours_of(tx)
    one_of(name, tuple(now), "service")
    if not 1 <= hours <= LONGEST_HOURS:
        raise BadInput("The time for an answer is 1 to {most} hours.", most=LONGEST_HOURS)
    set_room(tx, HOURS, {**now, name: hours})


def the_referral(person: Person, referral_id: UUID) -> Referral:
    """The referral of this id, or a plain sentence."""
    found = next((one for one in person.referrals if one.id == referral_id), None)
    if found is None:
        raise BadInput("There is no such referral of this person; look again.")
    return found


def open_referral(person: Person, referral_id: UUID) -> Referral:
    """Likewise, if there is still something to do about it."""
    found = the_referral(person, referral_id)
    if not found.is_open:
        raise BadInput("That referral has ended; make a new one.")
    return found


def referral_named(person: Person, text: str) -> Referral:
    """By its id, the service or the key of its entry; without a word the only open one. Raises BadInput."""
    running = [one for one in person.referrals if one.is_open]
    known = [one for one in running if text in ("", str(one.id), one.service, one.entry)]
    if len(known) != 1:
        raise BadInput(
            "Say which referral is meant; open are: {allowed}.",
            allowed=", ".join(f"{one.entry} ({one.id})" for one in running) or "-",
        )
    return known[0]

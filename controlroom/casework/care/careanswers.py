"""An e-mail that answers a referral or a reminder goes into the person's file; its words counsellors read."""

from typing import Final
from uuid import UUID

from controlroom.casework.arriving.ports import KeptMail, ReadMail
from controlroom.casework.care.careletters import asked_by, plan_of
from controlroom.casework.care.persons import say_of_person
from controlroom.casework.care.referring import MOST_TEXT
from controlroom.casework.handing.answers import is_returned
from controlroom.casework.ports import Tx
from controlroom.clues.answers import ids_in, numbers_in, own_words, subject_tag, tags_in
from controlroom.clues.careanswers import read_district_answer, read_service_answer
from controlroom.domain.care.person import Person
from controlroom.domain.care.referrals import Referral, Reminder
from controlroom.domain.events import Event
from controlroom.errors import BadInput

RETURNED: Final = "The mail came back undelivered."
Asked = Referral | Reminder


def take_care_answer(tx: Tx, read: ReadMail, kept: KeptMail) -> UUID | str:
    """The case of the person it is about, or "" where it answers no letter of this kind.

    It never becomes a row of the queue, for its quotation says why somebody was referred: what is not
    understood is an answer that somebody has to read.
    """
    if read.template:
        return ""
    found = _matched(tx, read)
    if found is None:
        return ""
    person, one, letter = found
    case = _case_of(person, one)
    if case is None:
        return ""
    if not _is_told(tx, one, read.sha256):
        if read.is_automatic:
            _note_returned(tx, read, one, letter)
        else:
            _note_answer(tx, read, kept, one, letter)
    return case


def _matched(tx: Tx, read: ReadMail) -> tuple[Person, Asked, str] | None:
    """By the Message-ID that it answers, else by our tag in the subject beside our number."""
    for letter, file in ids_in(read.answers_to):
        person = tx.person(file)
        one = asked_by(person, str(letter)) if person is not None else None
        if person is not None and one is not None:
            return person, one, str(letter)
    seen = f"{read.subject}\n{read.text}" if read.is_automatic else read.subject
    tags = set(tags_in(seen))
    for number in numbers_in(seen) if tags else ():
        case = tx.case_id_of(number)
        person = tx.person_of_case(case) if case else None
        for letter_ in _letters(person) if person is not None else ():
            one = asked_by(person, letter_) if person is not None else None
            if subject_tag(UUID(letter_)) in tags and person is not None and one is not None:
                return person, one, letter_
    return None


def _letters(person: Person) -> list[str]:
    asked = [asked for one in person.referrals for asked in one.asked]
    asked += [one.asked for one in person.reminders]
    return [one.letter for one in asked if one.letter]


def _case_of(person: Person, one: Asked) -> UUID | None:
    plan = plan_of(person, one) if isinstance(one, Reminder) else None
    case = plan.case if plan is not None else one.case if isinstance(one, Referral) else None
    return case or next((linked.id for linked in reversed(person.cases)), None)


def _is_told(tx: Tx, one: Asked, sha256: str) -> bool:
    """Another intake has taken this mail in, and what it said came over."""
    kinds = ("referral_answered", "reminder_answered", "letter_failed")
    return any(event.kind in kinds and event.body.get("answer") == sha256 for event in tx.events(one.file))


def _note_returned(tx: Tx, read: ReadMail, one: Asked, letter: str) -> None:
    """It came back; an automatic reply is no answer, and the time goes on."""
    if is_returned(read):
        to = one.name if isinstance(one, Referral) else one.district
        why = BadInput(RETURNED)
        body = {"letter": letter, "to": to, "why": str(why), "template": why.template, "answer": read.sha256}
        say_of_person(tx, one.file, "letter_failed", body)


def _note_answer(tx: Tx, read: ReadMail, kept: KeptMail, one: Asked, letter: str) -> None:
    said = own_words(read.text, _our_words(tx, one, letter))
    received = min(kept.internal_date or read.sent_at or kept.kept_at, tx.now())
    body = {"from": read.sender, "via": "mail", "letter": letter, "answer": read.sha256}
    if isinstance(one, Reminder):
        kind, told = "reminder_answered", {"reminder": str(one.id), "step": read_district_answer(said)}
    else:
        kind, told = "referral_answered", {"referral": str(one.id), "step": read_service_answer(said)}
    event: Event = say_of_person(tx, one.file, kind, {**told, **body}, received)
    if said:
        words = {"referral": str(one.id), "text": said[: MOST_TEXT * 2], "answer": str(event.id)}
        say_of_person(tx, one.file, "referral_explained", words, received)


def _our_words(tx: Tx, one: Asked, letter: str) -> str:
    """What we wrote, as far as this desk may read it: quoted back at us it says nothing."""
    told = (
        str(event.body.get("told") or "")
        for event in tx.events(one.file)
        if event.kind == "referral_explained" and event.body.get("letter") == letter
    )
    return next(told, "")

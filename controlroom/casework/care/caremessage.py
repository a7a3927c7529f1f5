"""What a service is told of a person, and a district of a contact: no more than they need. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from controlroom.casework.handing.message import Message, phone_text, time_text
from controlroom.domain.care.person import Person
from controlroom.domain.care.referrals import FIRST
from controlroom.texts import Texts, district_name, mark, texts

HEALTH: Final = frozenset({"tele-manas", "dmhp", "hospital"})
NEEDS: Final = {  # beside first name, phone, language and hours, which everybody needs who is to call
    "tele-manas": frozenset({"name", "reason"}),
    "dmhp": frozenset({"name", "reason", "district"}),
    "hospital": frozenset({"name", "reason", "district"}),
    "1090": frozenset({"name", "reason"}),
    "181": frozenset({"name", "reason", "district"}),
    "1098": frozenset({"reason", "district"}),
    "ngo": frozenset[str](),
    "helpline": frozenset[str](),
}
_REASONS: Final = {
    "crisis": mark("Thoughts of suicide are strong again."),
    "treatment": mark("The person asks for treatment, or needs it."),
    "distress": mark("The person is in great distress and wants to speak with somebody."),
    "violence": mark("There is violence at home."),
    "harassment": mark("The person is harassed or blackmailed."),
    "child": mark("A child needs protection."),
    "need": mark("There is want: money, work, a place to stay."),
}
_LANGUAGES: Final = {"hi": mark("Hindi"), "en": mark("English"), "ur": mark("Urdu")}


@dataclass(frozen=True, slots=True)
class Told:
    """What does not come from the person: which letter, to whom, in which language, until when."""

    letter: UUID
    file: UUID
    number: str
    language: str
    written_at: datetime
    due_at: datetime
    callback: str = ""


def referral_message(person: Person, service: str, reason: str, told: Told, *, in_danger: bool) -> Message:
    """The letter that refers this person. `service` is one of SERVICES, `reason` one of REASONS."""
    say = texts(told.language)
    title = say("Referral from UP Police SMC, our number {number}", number=told.number)
    lines = tuple(_referral_lines(person, service, reason, told, in_danger))
    return _message(told, title, lines, say)


def reminder_message(
    first_name: str, contact: str, due: date, told: Told, *, district: str, by_guardian: bool
) -> Message:
    """The letter that reminds a district of one contact: a first name and a number, no more of the person."""
    say = texts(told.language)
    title = say("Follow-up is due, our number {number}", number=told.number)
    lines = tuple(_reminder_lines(first_name, contact, due, told, by_guardian))
    message = _message(told, title, lines, say, district=district)
    short = say("UP Police SMC {number}: the follow-up contact is due.", number=told.number)
    return replace(message, short=" ".join((short, _call_back(told, say))))


def _message(told: Told, title: str, lines: tuple[str, ...], say: Texts, *, district: str = "") -> Message:
    script = (
        say("Good day, this is the Social Media Centre of UP Police in Lucknow. Please write this down."),
        say("Our number is {number}.", number=told.number),
        *lines[1:],
        say("Please repeat our number. What is your name?"),
    )
    return Message(
        letter=told.letter,
        case_id=told.file,
        number=told.number,
        receiver="",
        language=told.language,
        is_exercise=False,
        written_at=told.written_at,
        received_at=told.written_at,
        category="",
        means="",
        is_minor=False,
        place=None,
        others=(),
        district=district,
        district_is_guess=False,
        thana="",
        names=(),
        phones=(),
        accounts=(),
        callback=told.callback,
        title=title,
        lines=lines,
        script=script,
        is_urgent=False,
    )


# --- a referral ---------------------------------------------------------------------------------------------


def _referral_lines(person: Person, service: str, reason: str, told: Told, in_danger: bool) -> Iterator[str]:
    say, needs = texts(told.language), NEEDS.get(service, frozenset())
    yield say("From the Social Media Centre, UP Police headquarters, Lucknow.")
    if service in HEALTH:
        yield say("A person who was in danger of their life was reached. Please see or call them soon.")
    else:
        yield say("A person whom we stay in touch with needs your help. Please call them soon.")
    if reason in _REASONS and "reason" in needs:
        yield say(_REASONS[reason])
    yield from _who(person, needs, say)
    yield from _how_to_reach(person, say)
    if in_danger:
        yield say("There is danger to life: a supervisor has decided to tell you without consent.")
    elif person.is_minor:
        yield say("The guardian has agreed to this referral.")
    else:
        yield say("The person has agreed to this referral.")
    yield say("Please tell nobody who need not know.")
    yield say(
        "Please answer this message by {time}: acknowledged, or that you cannot take it on, and why.",
        time=time_text(told.due_at),
    )
    yield _call_back(told, say)


def _who(person: Person, needs: frozenset[str], say: Texts) -> Iterator[str]:
    name = person.names[0] if "name" in needs and person.names else person.first_name
    if name:
        yield say("Name: {names}", names=name)
    if person.is_minor:
        yield say("The person is under 18.")
    if "district" in needs and person.district:
        yield say("District {name}.", name=district_name(person.district, say.language))


def _how_to_reach(person: Person, say: Texts) -> Iterator[str]:
    guardian = person.guardian
    if person.is_minor and guardian is not None and may_be_called(person, guardian.name, guardian.phone):
        yield say(
            "Please speak with the guardian: {name}, {relation}.",
            name=guardian.name,
            relation=guardian.relation or "-",
        )
        phones = [guardian.phone] if guardian.phone else []
    else:
        phones = [phone for phone in person.phones if may_be_called(person, phone)]
    if phones:
        yield say("Phone: {phones}", phones=", ".join(map(phone_text, phones[:2])))
    if person.never_call:
        yield say("Call no other number and nobody else of the family: it may do harm.")
    if person.language:
        known = _LANGUAGES.get(person.language)
        yield say("Speaks {language}.", language=say(known) if known else person.language)
    if person.safe_from or person.safe_to:
        yield say("Safe hours: {start} to {end}.", start=person.safe_from or "-", end=person.safe_to or "-")


def may_be_called(person: Person, *values: str) -> bool:
    """Not who is on the list of those who must not be called, by name or by number."""
    barred = {plain(one) for one in person.never_call}
    return not any(plain(value) in barred for value in values if value)


def plain(value: str) -> str:
    """A name or a number for comparing: of a number the last ten digits."""
    digits = "".join(sign for sign in value if sign.isdigit())
    return digits[-10:] if len(digits) >= 10 else " ".join(value.casefold().split())


# --- a reminder ---------------------------------------------------------------------------------------------


def _reminder_lines(first_name: str, contact: str, due: date, told: Told, by_guardian: bool) -> Iterator[str]:
    say, day = texts(told.language), f"{due:%d.%m.%Y}"
    yield say("From the Social Media Centre, UP Police headquarters, Lucknow.")
    if contact == FIRST:
        yield say("Nobody has spoken with {name} since the rescue of {day}.", name=first_name or "-", day=day)
    else:
        yield say("{name} was to be spoken with on {day}.", name=first_name or "-", day=day)
    if by_guardian:
        yield say("The person is under 18: please speak with the guardian.")
    yield say("Please go in plain clothes or call, speak calmly, and tell nobody else what it is about.")
    yield say(
        "Please answer this message with one of: acknowledged, or done when somebody has spoken with them."
    )
    yield _call_back(told, say)


def _call_back(told: Told, say: Texts) -> str:
    if told.callback:
        return say("Call us: {phone}, our number {number}.", phone=told.callback, number=told.number)
    return say("When you call us, give our number {number}.", number=told.number)

"""The file of a person: opened from a case, told of, joined, split. One function a step."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from controlroom.casework.choices import one_of
from controlroom.casework.ports import NewEvent, Tx
from controlroom.clues.folding import plain_digits
from controlroom.domain.care.person import CARE, LISTS, WORDS, Person
from controlroom.domain.case import Case
from controlroom.domain.derived import derived_id
from controlroom.domain.events import PERSON, Event, audience_of, new_id
from controlroom.errors import BadInput

MOST_TEXT: Final = 500  # characters of one value
_HOURS: Final = ("safe_from", "safe_to")


def person_of_case(case_id: UUID) -> UUID:
    """The file that a case opens, the same on every desk: two that end one rescue open one file."""
    return _derived("person", case_id)


def plan_of_rescue(case_id: UUID) -> UUID:
    """The plan that the end of a rescue makes, likewise."""
    return _derived("plan", case_id)


def referral_of(file: UUID, entry: str, count: int) -> UUID:
    """The referral of a person to a service that has had `count` before: two desks that refer make one."""
    return derived_id(f"controlroom referral {count} to {entry}\0".encode() + file.bytes)


def reminder_of(plan: UUID, contact: str, stage: str) -> UUID:
    """The reminder of one contact at one stage, the same on every desk, and the id of its letter."""
    return derived_id(f"controlroom reminder {stage} of {contact}\0".encode() + plan.bytes)


def _derived(what: str, case_id: UUID) -> UUID:
    return derived_id(f"controlroom {what} of case\0".encode() + case_id.bytes)


def say_of_person(
    tx: Tx, file: UUID, kind: str, body: Mapping[str, Any], at: datetime | None = None
) -> Event:
    """Append one event to a person's file. `at` is when it was true (aware UTC), never in the future."""
    if at is not None and at > tx.now():
        raise BadInput("That time is still to come; give the time when it happened.")
    [event] = tx.append([NewEvent(PERSON, file, kind, body, at)])
    return event


def the_person(tx: Tx, person_id: UUID) -> Person:
    """The person, or a plain sentence."""
    person = tx.person(person_id)
    if person is None:
        raise BadInput("There is no such person on this desk; look again.")
    if person.erased_at is not None:
        raise BadInput("What was kept about this person was erased; a new alert begins a new file.")
    return person


def person_for(tx: Tx, case: Case) -> Person:
    """Whose case this is; their file is opened where there is none yet."""
    known = tx.person_of_case(case.id)
    if known is not None:
        return known
    body = {"case": str(case.id), "number": case.number, **facts_told(tx, case)}
    file = person_of_case(case.id)
    if tx.person(file) is not None:  # erased: nothing is added to that file
        file = new_id()
    say_of_person(tx, file, "person_opened", body)
    return the_person(tx, file)


def facts_told(tx: Tx, case: Case) -> dict[str, Any]:
    """What a case says about the person; numbers that stand in the directory are somebody else's."""
    facts, offices = case.facts, official_phones(tx)
    told: dict[str, Any] = {
        "names": facts.names,
        "accounts": facts.account_urls,
        "usernames": facts.usernames,
        "phones": [phone for phone in facts.phones if phone not in offices],
        "emails": facts.emails,
    }
    kept: dict[str, Any] = {name: list(values) for name, values in told.items() if values}
    kept |= {"minor": True} if case.is_minor else {}
    return kept | ({"district": case.district} if case.district else {})


def official_phones(tx: Tx) -> frozenset[str]:
    """The numbers of the directory, as facts write them."""
    digits = (plain_digits(phone).lstrip("+0") for entry in tx.directory().entries for phone in entry.phones)
    return frozenset(form for one in digits for form in (f"+{one}", f"+91{one}"))


def tell_of_person(
    tx: Tx,
    person_id: UUID,
    *,
    lists: Mapping[str, Sequence[str]],
    words: Mapping[str, str],
    kin: Iterable[Mapping[str, Any]] = (),
    minor: bool | None = None,
) -> None:
    """More about a person: values of `person.LISTS` are added, of `person.WORDS` the last one counts."""
    person = the_person(tx, person_id)
    body: dict[str, Any] = {}
    for name, values in lists.items():
        known = getattr(person, one_of(name, LISTS, "field"))
        usable = [_usable(name, _text(one)) for one in values]
        fresh = [value for value in usable if value and value not in known]
        body |= {name: list(dict.fromkeys(fresh))} if fresh else {}
    for name, word in words.items():
        value = _hour(word) if name in _HOURS else _text(word)
        body |= {name: value} if getattr(person, one_of(name, WORDS, "field")) != value else {}
    family = [_kin(one) for one in kin]
    body |= {"kin": family} if family else {}
    body |= {"minor": minor} if minor is not None and minor != person.is_minor else {}
    for kind, told in (("person_told", _without(body, CARE)), ("care_told", _only(body, CARE))):
        if told:
            may_care(tx, kind)
            say_of_person(tx, person.id, kind, told)


def may_care(tx: Tx, kind: str) -> None:
    """What only those who keep in touch may read nobody else writes. Raises BadInput."""
    if not tx.may_read(audience_of(kind)):
        raise BadInput("That is for those who keep in touch; your role does not read it.")


def _only(body: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name in names}


def _without(body: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in names}


def _usable(field: str, value: str) -> str:
    """As alerts write it: else the next alert would not be known to be about this person. Raises BadInput."""
    is_plain = (value[1:].isdecimal() and value[:1] == "+") or value.startswith("https://")
    if field not in ("phones", "accounts") or is_plain or not value:
        return value
    from controlroom.clues.read import read_clues  # takes 40 ms to load

    clues = read_clues(value)
    found = clues.phones if field == "phones" else clues.account_urls
    if not found and field == "phones":
        raise BadInput("That is not a phone number; type its ten digits, or + and the country code.")
    if not found:
        raise BadInput("The account is not a Facebook or Instagram link; paste the whole link.")
    return found[0]


def _kin(told: Mapping[str, Any]) -> dict[str, Any]:
    name = _text(str(told.get("name") or ""))
    if not name:
        raise BadInput("Somebody of the family needs a name, or what they are called.")
    texts = {field: _text(str(told.get(field) or "")) for field in ("relation", "phone")}
    return {"name": name, **texts, "guardian": bool(told.get("guardian"))}


def take_from_person(tx: Tx, person_id: UUID, *, field: str, value: str) -> None:
    """A value was wrong. `field`: one of `person.LISTS`, or kin, whose value is the name."""
    person = the_person(tx, person_id)
    one_of(field, (*LISTS, "kin"), "field")
    known = [one.name for one in person.kin] if field == "kin" else getattr(person, field)
    if value not in known:
        raise BadInput("'{value}' does not stand there; copy it as it is shown.", value=value[:60])
    kind = "care_untold" if field in CARE else "person_untold"
    may_care(tx, kind)
    say_of_person(tx, person.id, kind, {"field": field, "value": value})


def join_persons(tx: Tx, one: UUID, other: UUID, *, reason: str) -> Person:
    """The two are one person: one file from now on, of which each half stays what it was."""
    first, second = the_person(tx, one), the_person(tx, other)
    if first.id == second.id:
        raise BadInput("The two are one person already.")
    low, high = sorted((first.id, second.id))
    if not reason.strip():
        raise BadInput("Say in a few words why the two are the same.")
    say_of_person(tx, low, "persons_joined", {"other": str(high), "reason": reason.strip()})
    return the_person(tx, low)


def split_persons(tx: Tx, person_id: UUID, file: UUID, *, reason: str) -> tuple[Person, Person]:
    """Take one file out of a person again. Gives both; nothing of either is lost."""
    person = the_person(tx, person_id)
    pairs = [pair for pair in person.links if file in pair]
    if not pairs:
        raise BadInput("That file was not joined with this person.")
    for pair in pairs:
        low, high = sorted(pair)
        say_of_person(tx, low, "persons_split", {"other": str(high), "reason": reason.strip()})
    rest = next(other for pair in pairs for other in pair if other != file)
    return the_person(tx, rest), the_person(tx, file)


def take_back(tx: Tx, step: Event, *, reason: str) -> None:
    """A further event in the same file says that this one does not stand."""
    body = {"event": str(step.id), "kind": step.kind, "reason": reason}
    say_of_person(tx, step.stream_id, "event_undone", body)


def _text(value: str) -> str:
    text = " ".join(value.split())
    if len(text) > MOST_TEXT:
        raise BadInput("One of the texts is longer than {most} characters; shorten it.", most=MOST_TEXT)
    return text


def _hour(value: str) -> str:
    text = plain_digits(value.strip())
    hour, colon, minute = text.partition(":")
    if text and not (colon and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60):
        raise BadInput("Hours are written like 09:30, from 00:00 to 23:59.")
    return f"{int(hour):02}:{int(minute):02}" if text else ""

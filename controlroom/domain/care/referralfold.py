"""The branches of a person's fold about referrals and reminders: each reads its body, then changes. Pure."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final
from uuid import UUID

from controlroom.domain.care.person import Person
from controlroom.domain.care.referrals import (
    ANSWERS,
    BY,
    LONGEST_HOURS,
    REASONS,
    REFERRAL_ENDS,
    SAID,
    SERVICES,
    Answer,
    Asked,
    Reason,
    Referral,
    Reminder,
    one_reminder_each,
    without_taken_back,
)
from controlroom.domain.events import Event

Body = Mapping[str, Any]


def _asked(event: Event, body: Body) -> Asked:
    by, hours = _known(str(body["by"]), (*BY, "sms")), int(body["hours"])
    if not 1 <= hours <= LONGEST_HOURS:
        raise ValueError("no such time")
    letter = str(UUID(body["letter"])) if body.get("letter") else ""
    connector = str(body.get("connector") or "")
    return Asked(letter, event.happened_at, by, connector, hours, event.actor, event=event.id)


def _known(value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError("no such word")
    return value


def _made(person: Person, event: Event, body: Body) -> None:
    asked, case, consent = _asked(event, body), body.get("case"), body.get("consent")
    fresh = Referral(
        id=UUID(body["referral"]),
        file=event.stream_id,
        service=_known(str(body["service"]), SERVICES),
        entry=str(body["entry"]),
        name=str(body["name"]),
        number=str(body.get("number") or ""),
        case=UUID(case) if case else None,
        basis=_known(str(body["basis"]), ("consent", "danger")),
        consent=UUID(consent) if consent else None,
        asked=(asked,),
    )
    if any(one.id == fresh.id for one in person.referrals):  # two desks referred: one referral, asked twice
        _change(person, body, lambda one: _with(one, asked))
    else:
        person.referrals += (fresh,)
    _mind_vouches(person)


def _with(one: Referral, asked: Asked) -> Referral:
    return (
        one if any(_is_one(asked, known) for known in one.asked) else one._replace(asked=(*one.asked, asked))
    )


def _is_one(asked: Asked, known: Asked) -> bool:
    return bool(asked.letter) and asked.letter == known.letter


def _change(person: Person, body: Body, changed: Callable[[Referral], Referral]) -> None:
    wanted = UUID(body["referral"])
    person.referrals = tuple(changed(one) if one.id == wanted else one for one in person.referrals)


def _repeated(person: Person, event: Event, body: Body) -> None:
    asked = _asked(event, body)
    _change(person, body, lambda one: _with(one, asked))


def _vouched(person: Person, event: Event, body: Body) -> None:
    """Only supervisors append it: the database sees to that. It may come before the referral it is about."""
    person.vouched = (*person.vouched, (UUID(body["referral"]), event.actor))
    _mind_vouches(person)


def _mind_vouches(person: Person) -> None:
    by = dict(person.vouched)
    person.referrals = tuple(one._replace(vouched_by=by.get(one.id, "")) for one in person.referrals)


def _answer(event: Event, body: Body, allowed: tuple[str, ...]) -> Answer:
    who, via, ref = (str(body.get(name) or "") for name in ("from", "via", "ref"))
    step = _known(str(body["step"]), allowed)
    return Answer(event.id, step, who, via, ref, event.happened_at, event.actor)


def _answered(person: Person, event: Event, body: Body) -> None:
    answer = _answer(event, body, ANSWERS)
    _change(person, body, lambda one: one._replace(answers=_in_order(one.answers, answer)))


def _in_order(known: tuple[Answer, ...], fresh: Answer) -> tuple[Answer, ...]:
    """By the time at which it was said; of one moment in the room's order."""
    return tuple(sorted((*known, fresh), key=lambda one: one.at))


def _ended(person: Person, event: Event, body: Body) -> None:
    end = _known(str(body["end"]), REFERRAL_ENDS)
    _change(person, body, lambda one: one._replace(end=end, ended_at=event.happened_at))


def _explained(person: Person, event: Event, body: Body) -> None:
    reason = _known(str(body.get("reason") or ""), (*REASONS, ""))
    text, danger, letter, told = (str(body.get(name) or "") for name in ("text", "danger", "letter", "told"))
    said = Reason(
        id=event.id,
        referral=UUID(body["referral"]),
        reason=reason,
        text=text,
        danger=danger,
        letter=letter,
        told=told,
        at=event.happened_at,
        actor=event.actor,
    )
    person.reasons += (said,)


def _reminded(person: Person, event: Event, body: Body) -> None:
    asked = _asked(event, body)
    fresh = Reminder(
        id=UUID(body["reminder"]),
        file=event.stream_id,
        plan=UUID(body["plan"]),
        contact=str(body["contact"]),
        stage=str(body["stage"]),
        number=str(body.get("number") or ""),
        district=str(body.get("district") or ""),
        asked=asked,
    )
    person.reminders += (fresh,)  # which of several is the one is known when all are read


def _reminder_answered(person: Person, event: Event, body: Body) -> None:
    answer, wanted = _answer(event, body, (*SAID, "unclear")), UUID(body["reminder"])
    person.reminders = tuple(
        one._replace(answers=_in_order(one.answers, answer)) if one.id == wanted else one
        for one in person.reminders
    )


def _letter_told(person: Person, event: Event, body: Body) -> None:
    letter = str(UUID(body["letter"]))
    is_sent, why = event.kind == "letter_sent", str(body.get("why") or "")

    def told(one: Asked) -> Asked:
        if one.letter != letter:
            return one
        if is_sent:
            return one._replace(sent_at=one.sent_at or event.happened_at, failure="")
        return one._replace(failure=why or "?")

    person.referrals = tuple(one._replace(asked=tuple(map(told, one.asked))) for one in person.referrals)
    person.reminders = tuple(one._replace(asked=told(one.asked)) for one in person.reminders)


ASKING: Final = frozenset({"referral_made", "referral_repeated", "reminder_made"})


def settle_taken_back(person: Person, undone: Collection[UUID]) -> None:
    """After all events were read: these of ASKING were too, though somebody has taken them back."""
    person.referrals = without_taken_back(person.referrals, undone)
    person.reminders = one_reminder_each(person.reminders, undone)


BRANCHES: Final[Mapping[str, Callable[[Person, Event, Body], None]]] = {
    "referral_made": _made,
    "referral_repeated": _repeated,
    "danger_stated": _vouched,
    "referral_answered": _answered,
    "referral_ended": _ended,
    "referral_explained": _explained,
    "reminder_made": _reminded,
    "reminder_answered": _reminder_answered,
    "letter_sent": _letter_told,
    "letter_failed": _letter_told,
}

"""What a person may do with a case: one function a step, each inside one transaction that the edge opened."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from controlroom.casework.care.followup import after_outcome, take_back_plan
from controlroom.casework.care.knownpersons import propose_known, take_back_confirmation
from controlroom.casework.choices import one_of
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, Event
from controlroom.domain.fold import last_step, order_key, undone_ids
from controlroom.domain.triage import (
    CATEGORIES,
    NOT_REACHED,
    OUTCOME_FACTS,
    PLACE_SOURCES,
    REPORT_STEPS,
    TRY_STATUS,
    WHOSE,
)
from controlroom.errors import BadInput


def the_case(tx: Tx, case_id: UUID) -> Case:
    """The case, or a plain sentence."""
    case = tx.case(case_id)
    if case is None:
        raise BadInput("There is no such case on this desk; look at the number again.")
    return case


def written_case(tx: Tx, case_id: UUID) -> Case:
    """The case, if something may still be written in it."""
    case = the_case(tx, case_id)
    if case.is_erased:
        raise BadInput(
            "The words of {number} were erased; nothing more is written in it.", number=case.number
        )
    return case


def open_case(tx: Tx, case_id: UUID) -> Case:
    """The case, if there is still something to do on it."""
    case = written_case(tx, case_id)
    _not_joined(case)
    if not case.is_open:
        raise BadInput("{number} is closed; re-open it first, with the reason.", number=case.number)
    return case


def _not_joined(case: Case) -> None:
    if case.joined_into:
        raise BadInput(
            "{number} was joined into {other}; work on that one, or split the two.",
            number=case.number,
            other=case.joined_into_number,
        )


def say(tx: Tx, case_id: UUID, kind: str, body: Mapping[str, Any], at: datetime | None = None) -> Event:
    """Append one event to a case. `at` is when it was true (aware UTC), never in the future."""
    if at is not None and at > tx.now():
        raise BadInput("That time is still to come; give the time when it happened.")
    [event] = tx.append([NewEvent(CASE, case_id, kind, body, at)])
    return event


def claim_case(tx: Tx, case_id: UUID, *, at: datetime | None = None) -> None:
    """Take the case in hand. Who holds it already may claim it again; from another it is taken over."""
    case = open_case(tx, case_id)
    if case.owner != tx.actor:
        say(tx, case_id, "case_claimed", {"from": case.owner} if case.owner else {}, at)


def release_case(tx: Tx, case_id: UUID, *, reason: str = "", at: datetime | None = None) -> None:
    """Put the case back into the queue; it rings again."""
    case = open_case(tx, case_id)
    if not case.owner:
        raise BadInput("Nobody holds {number}, so there is nothing to release.", number=case.number)
    say(tx, case_id, "case_released", {"reason": reason}, at)


def triage_case(
    tx: Tx,
    case_id: UUID,
    *,
    category: str,
    means: str = "",
    minor: bool | None = None,
    live: bool | None = None,
    at: datetime | None = None,
) -> None:
    """Say how urgent it is. Not a clinical judgement."""
    open_case(tx, case_id)
    body: dict[str, Any] = {"category": one_of(category, CATEGORIES, "category"), "means": means}
    body |= {} if minor is None else {"minor": minor}
    body |= {} if live is None else {"live": live}
    say(tx, case_id, "case_triaged", body, at)


def place_case(
    tx: Tx,
    case_id: UUID,
    *,
    lat: float,
    lon: float,
    accuracy_m: float | None,
    source: str,
    text: str = "",
    district: str = "",
    is_guess: bool = False,
    given_by: str = "",
    whose: str = "person",
    is_candidate: bool = False,
    at: datetime | None = None,
) -> None:
    """Somebody named a place. Degrees WGS84, radius in metres. `is_candidate`: beside the one that counts."""
    open_case(tx, case_id)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadInput("Latitude lies between -90 and 90, longitude between -180 and 180; check the two.")
    if abs(lat) < 0.01 and abs(lon) < 0.01:
        raise BadInput(
            "Latitude 0, longitude 0 lies in the sea and means that nobody knew; ask for the place again."
        )
    if accuracy_m is not None and not 0 <= accuracy_m <= 2_000_000:
        raise BadInput("The accuracy is a radius in metres, 0 or more.")
    body = {
        "lat": lat,
        "lon": lon,
        "accuracy_m": accuracy_m,
        "source": one_of(source, PLACE_SOURCES, "source"),
        "text": text,
        "district": district,
        "is_guess": is_guess,
    }
    more = {
        "given_by": given_by.strip(),
        "whose": "" if whose == "person" else one_of(whose, WHOSE, "owner of a place"),
        "is_candidate": is_candidate,
    }
    say(tx, case_id, "place_found", body | {name: value for name, value in more.items() if value}, at)


def try_location(
    tx: Tx,
    case_id: UUID,
    *,
    text: str = "",
    source: str = "",
    status: str = "",
    given_by: str = "",
    also: Sequence[tuple[str, str]] = (),
    at: datetime | None = None,
) -> None:
    """A try that gave no place yet: STF asked, profile read. `given_by` is who was asked.

    `also`: further (source, status) that were tried at one time with it.
    """
    open_case(tx, case_id)
    more = {
        "source": source and one_of(source, PLACE_SOURCES, "source"),
        "status": status and one_of(status, TRY_STATUS, "status of a try"),
        "given_by": given_by.strip(),
        "also": [{"source": one_of(each, PLACE_SOURCES, "source"), "status": came} for each, came in also],
    }
    words = text.strip() if source else _words(text)
    say(
        tx,
        case_id,
        "location_tried",
        {"text": words} | {name: value for name, value in more.items() if value},
        at,
    )


def add_fact(tx: Tx, case_id: UUID, *, kind: str, value: str, at: datetime | None = None) -> None:
    """A fact an operator found. `kind`: account_urls usernames phones emails pin_codes names."""
    open_case(tx, case_id)
    kinds = ("account_urls", "usernames", "phones", "emails", "pin_codes", "names")
    facts = {one_of(kind, kinds, "kind of fact"): [_words(value)]}
    say(tx, case_id, "fact_added", {"facts": facts}, at)
    propose_known(tx, case_id)


def add_note(tx: Tx, case_id: UUID, *, text: str, at: datetime | None = None) -> None:
    """Words for the file; also on a closed case."""
    written_case(tx, case_id)
    say(tx, case_id, "note_added", {"text": _words(text)}, at)


def hand_over(tx: Tx, case_id: UUID, *, to: str, ref: str = "", at: datetime | None = None) -> None:
    """The case was given to somebody outside the room, by phone or slip. `ref`: their event id, free text."""
    open_case(tx, case_id)
    say(tx, case_id, "handed_over", {"to": _words(to), "ref": ref}, at)


def take_report(
    tx: Tx,
    case_id: UUID,
    *,
    step: str,
    sender: str = "",
    to: str = "",
    ref: str = "",
    letter: str = "",
    via: str = "",
    at: datetime | None = None,
) -> None:
    """What the ground said; may be late, repeated or out of order.

    `to` is the receiver whose answer it is, `ref` their event id or PRV, `letter` the outbox id it answers.
    """
    case = the_case(tx, case_id)
    _not_joined(case)
    body = {"step": one_of(step, tuple(REPORT_STEPS), "report"), "from": sender.strip()}
    more = {"to": to, "ref": ref.strip(), "letter": letter, "via": via}
    say(tx, case_id, "report_received", body | {name: value for name, value in more.items() if value}, at)


def record_outcome(
    tx: Tx,
    case_id: UUID,
    *,
    facts: Sequence[str] = (),
    not_reached: str = "",
    at: datetime | None = None,
) -> None:
    """How it ended, as facts; or that the person was not reached, with the reason."""
    open_case(tx, case_id)
    for fact in facts:
        one_of(fact, OUTCOME_FACTS, "outcome")
    if not_reached:
        one_of(not_reached, NOT_REACHED, "reason")
    if bool(facts) == bool(not_reached):
        raise BadInput("Say either what was found (reached, alive ...) or why the person was not reached.")
    if "died" in facts and {"alive", "intent-denied"} & set(facts):
        raise BadInput("A person cannot be both alive and dead; leave one of the two out.")
    body = {"facts": list(dict.fromkeys(facts)), "not_reached": not_reached}
    say(tx, case_id, "outcome_recorded", body, at)
    after_outcome(tx, case_id)


def review_outcome(tx: Tx, case_id: UUID, *, text: str = "", at: datetime | None = None) -> None:
    """A second person looked at how it ended and agrees."""
    case = written_case(tx, case_id)
    if not (case.outcome_facts or case.not_reached or case.state == "closed" or case.is_closing):
        raise BadInput("{number} has no outcome yet, so there is nothing to review.", number=case.number)
    if tx.actor == (case.outcome_by or _closer(case)):
        raise BadInput("The review needs a second person: somebody other than who recorded the outcome.")
    say(tx, case_id, "outcome_reviewed", {"text": text}, at)


def _closer(case: Case) -> str:
    return next((step.actor for step in reversed(case.steps) if step.kind == "closed"), "")


def close_case(tx: Tx, case_id: UUID, *, reason: str = "", at: datetime | None = None) -> None:
    """Nothing is left to do. With nobody at the person it stays open until a second person has agreed."""
    case = open_case(tx, case_id)
    if case.is_closing:
        raise BadInput("{number} waits for a second person's review; then it is closed.", number=case.number)
    known = case.outcome_facts or case.not_reached or case.ring == "soft" or case.category == "not-suicide"
    if not known and not reason.strip():
        raise BadInput(
            "Say how {number} ended first (outcome), or give the reason for closing it.", number=case.number
        )
    if not case.may_close_alone and not case.owner:  # it rings no more: somebody has it in hand
        say(tx, case_id, "case_claimed", {}, at)
    say(tx, case_id, "case_closed", {"reason": reason.strip()}, at)


def reopen_case(tx: Tx, case_id: UUID, *, reason: str, at: datetime | None = None) -> None:
    """There is something to do after all."""
    case = written_case(tx, case_id)
    _not_joined(case)
    if case.state != "closed" and not case.is_closing:
        raise BadInput("{number} is open already.", number=case.number)
    if not reason.strip():
        raise BadInput("Say in a few words why it is opened again.")
    say(tx, case_id, "case_reopened", {"reason": reason.strip()}, at)


def undo_last(tx: Tx, case_id: UUID, *, reason: str = "", at: datetime | None = None) -> Event:
    """Take back the newest step that still stands, by a further event; gives the step that was taken back."""
    written_case(tx, case_id)
    step = last_step(tx.events(case_id))
    if step is None:
        raise BadInput("There is no step on this case to take back.")
    if step.kind == "case_joined":
        _undo_other_half(tx, UUID(str(step.body["into"])), "case_absorbed", "other", case_id)
    elif step.kind == "case_absorbed":
        _undo_other_half(tx, UUID(str(step.body["other"])), "case_joined", "into", case_id)
    elif step.kind == "outcome_recorded":
        take_back_plan(tx, case_id)
    elif step.kind == "person_confirmed":
        take_back_confirmation(tx, case_id, step.at)
    say(tx, case_id, "event_undone", {"event": str(step.id), "kind": step.kind, "reason": reason}, at)
    return step


def _undo_other_half(tx: Tx, case_id: UUID, kind: str, field: str, other: UUID) -> None:
    """A join stands in two cases: what is taken back in one is taken back in the other."""
    events = tx.events(case_id)
    undone = undone_ids(sorted(events, key=order_key))
    for event in reversed(events):
        if event.kind == kind and event.id not in undone and event.body[field] == str(other):
            say(tx, case_id, "event_undone", {"event": str(event.id), "kind": event.kind, "reason": "split"})
            return


def reveal(tx: Tx, case_id: UUID, *, field: str) -> None:
    """Somebody is about to see what is masked: the event first, the thing second."""
    the_case(tx, case_id)
    say(tx, case_id, "secret_revealed", {"field": field})


def copy_out(tx: Tx, case_id: UUID, *, field: str) -> None:
    """Somebody is about to copy a value out of the program."""
    the_case(tx, case_id)
    say(tx, case_id, "copied_out", {"field": field})


def look_at(tx: Tx, case_id: UUID) -> None:
    """Somebody opened the case."""
    the_case(tx, case_id)
    say(tx, case_id, "case_opened", {})


def _words(text: str) -> str:
    if not text.strip():
        raise BadInput("There is nothing written yet; type a few words.")
    return text.strip()

"""One alert that came in twice: proposed with the reason, joined by a person, split again without loss."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from controlroom.casework.arriving.pairing import survivor
from controlroom.casework.care.knownpersons import propose_known
from controlroom.casework.ports import Tx
from controlroom.casework.steps import say, the_case
from controlroom.domain.case import Case
from controlroom.errors import BadInput


def decline_join(tx: Tx, case_id: UUID, other: UUID) -> None:
    """A person says that the two are not the same; neither proposes the other any more."""
    for one, second in ((case_id, other), (other, case_id)):
        if one == case_id or any(known.other == second for known in the_case(tx, one).proposals):
            body = {"other": str(second), "number": the_case(tx, second).number}
            say(tx, one, "join_declined", body)


def join_pair(tx: Tx, case_id: UUID, other: UUID, *, reason: str) -> UUID:
    """Make one case of two: the one that is farther, or in hand, or came first stays. Gives which."""
    one, second = the_case(tx, case_id), the_case(tx, other)
    kept, gone = (one, second) if survivor(one, second) else (second, one)
    join_cases(tx, gone.id, kept.id, reason=reason)
    return kept.id


def join_cases(tx: Tx, case_id: UUID, other: UUID, *, reason: str) -> None:
    """`case_id` goes into `other`, which takes over its facts; both numbers stay searchable."""
    case, into = the_case(tx, case_id), the_case(tx, other)
    if case_id == other:
        raise BadInput("{number} cannot be joined into itself; give another number.", number=case.number)
    if case.joined_into or into.joined_into:
        held = case if case.joined_into else into
        raise BadInput(
            "{number} was joined into {other} already; join with that one.",
            number=held.number,
            other=held.joined_into_number,
        )
    if case.is_exercise != into.is_exercise:
        raise BadInput("An exercise cannot be joined with a real case.")
    if into.state == "closed":
        raise BadInput("{number} is closed; re-open it first, with the reason.", number=into.number)
    if not reason.strip():
        raise BadInput("Say in a few words why the two are the same.")
    say(
        tx,
        case_id,
        "case_joined",
        {"into": str(other), "number": into.number, "reason": reason.strip()},
    )
    body = {"other": str(case_id), "number": case.number, "reason": reason.strip()} | what_is_brought(case)
    say(tx, other, "case_absorbed", body)
    propose_known(tx, other)


def split_cases(tx: Tx, case_id: UUID, other: UUID, *, reason: str = "") -> None:
    """Take two joined cases apart again, whichever of the two went into the other."""
    case, second = the_case(tx, case_id), the_case(tx, other)
    if case.joined_into == other:
        gone, kept = case, second
    elif second.joined_into == case_id:
        gone, kept = second, case
    else:
        raise BadInput("{number} and {other} are not joined.", number=case.number, other=second.number)
    _take_back(tx, gone.id, "case_joined", "into", kept.id, reason)
    _take_back(tx, kept.id, "case_absorbed", "other", gone.id, reason)


def _take_back(tx: Tx, case_id: UUID, kind: str, field: str, other: UUID, reason: str) -> None:
    for event in reversed(tx.events(case_id)):
        if event.kind == kind and event.body[field] == str(other):
            body = {"event": str(event.id), "kind": kind, "reason": reason or "split"}
            say(tx, case_id, "event_undone", body)
            return


def what_is_brought(case: Case) -> dict[str, Any]:
    """What a case brings into another: facts and places, hints, when and how each alert came in."""
    body: dict[str, Any] = {"facts": facts_body(case)}
    if case.hints:
        body["hints"] = [{"kind": hint.kind, "words": hint.words} for hint in case.hints]
    body["arrivals"] = [
        {"number": came.number, "source": came.source, "at": came.at.isoformat()} for came in case.arrivals
    ]
    return body


def facts_body(case: Case) -> Mapping[str, Any]:
    """The facts of a case as an event body holds them."""
    facts = case.facts
    told: dict[str, Sequence[Any]] = {
        "account_urls": facts.account_urls,
        "usernames": facts.usernames,
        "phones": facts.phones,
        "emails": facts.emails,
        "ips": [{"ip": seen.ip, "at": seen.at} for seen in facts.ips],
        "pin_codes": facts.pin_codes,
        "names": facts.names,
        "times": facts.times,
        "points": [
            {
                "lat": place.lat,
                "lon": place.lon,
                "accuracy_m": place.accuracy_m,
                "source": place.source,
                "text": place.text,
                "district": place.district,
                "is_guess": place.is_guess,
                "given_by": place.given_by,
                "whose": place.whose,
            }
            for place in case.places
        ],
        "platform": case.platform,
    }
    return {
        name: values if isinstance(values, str) else list(values) for name, values in told.items() if values
    }

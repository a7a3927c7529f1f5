"""One alert that came in twice: proposed with the reason, joined by a person, split again without loss."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from controlroom.casework.cards import shared_facts
from controlroom.casework.ports import Tx
from controlroom.casework.steps import say, the_case
from controlroom.domain.case import Case
from controlroom.errors import BadInput

WINDOW = timedelta(hours=72)


def propose_joins(tx: Tx, case_id: UUID) -> None:
    """Name the open cases of the last three days that share an account, a post or a phone."""
    case = the_case(tx, case_id)
    why: dict[UUID, list[str]] = {}
    for other, _, value in tx.cases_sharing(sorted(shared_facts(case)), since=tx.now() - WINDOW):
        if other != case_id:
            why.setdefault(other, []).append(value)
    for other, values in why.items():
        found = tx.case(other)
        is_alike = found is not None and found.is_exercise == case.is_exercise
        if found is not None and is_alike and found.is_open and found.ring == "alert":
            body = {"other": str(other), "number": found.number, "why": values}
            say(tx, case_id, "join_proposed", body)


def decline_join(tx: Tx, case_id: UUID, other: UUID) -> None:
    """A person says that the two are not the same."""
    the_case(tx, case_id)
    say(tx, case_id, "join_declined", {"other": str(other), "number": the_case(tx, other).number})


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
    if not reason.strip():
        raise BadInput("Say in a few words why the two are the same.")
    say(
        tx,
        case_id,
        "case_joined",
        {"into": str(other), "number": into.number, "reason": reason.strip()},
    )
    body = {"other": str(case_id), "number": case.number, "reason": reason.strip(), "facts": facts_body(case)}
    say(tx, other, "case_absorbed", body)


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


def facts_body(case: Case) -> Mapping[str, Any]:
    """The facts of a case as an event body holds them."""
    facts = case.facts
    lists: dict[str, Sequence[Any]] = {
        "account_urls": facts.account_urls,
        "usernames": facts.usernames,
        "phones": facts.phones,
        "emails": facts.emails,
        "ips": [{"ip": seen.ip, "at": seen.at} for seen in facts.ips],
        "pin_codes": facts.pin_codes,
        "names": facts.names,
        "times": facts.times,
    }
    return {name: list(values) for name, values in lists.items() if values}

"""Branches: one alert that came in twice is proposed, declined, joined; a join that would close a circle."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from controlroom.domain.branches.arriving import take_facts
from controlroom.domain.branches.told import Told, walk
from controlroom.domain.case import Arrival, Case, Hint, Proposal, is_weak
from controlroom.domain.events import Event
from controlroom.domain.sealed import said_in


def join_proposed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    proposal = Proposal(UUID(body["other"]), str(body["number"]), tuple(map(str, said_in(body, "why") or ())))
    if all(known.other != proposal.other for known in case.proposals):
        known = (*case.proposals, proposal)
        case.proposals = tuple(
            sorted(known, key=lambda one: is_weak(one.why))
        )  # what is only alike comes last


def join_declined(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.proposals = tuple(known for known in case.proposals if known.other != UUID(body["other"]))


def joined(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.joined_into, case.joined_into_number = UUID(body["into"]), str(body["number"])
    walk(case, event, "closed")


def absorbed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    other = (UUID(body["other"]), str(body["number"]))
    if other not in case.absorbed:
        case.absorbed += (other,)
    case.proposals = tuple(known for known in case.proposals if known.other != other[0])
    take_facts(case, event, body)
    for hint in body.get("hints") or ():
        case.hints += (Hint(str(hint["kind"]), str(hint["words"])),)
    for came in body.get("arrivals") or ():
        at = datetime.fromisoformat(str(came["at"])).astimezone(UTC)  # one that is not aware raises no harm
        case.brought += (Arrival(str(came["number"]), str(came["source"]), at),)
        if case.received_at is None or at < case.received_at:  # one clock runs, from the first of them
            case.received_at = at


def void_join(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.void_joins += ((UUID(body["into"]), str(body["number"])),)


def void_absorption(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.void_joins += ((UUID(body["other"]), str(body["number"])),)

"""Branches: an alert comes in, and what is known beside it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from controlroom.domain.branches.placing import place_in
from controlroom.domain.branches.told import Told
from controlroom.domain.case import Alert, Case, Hint
from controlroom.domain.events import Event
from controlroom.domain.sealed import SEALED

_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


def alert_received(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    number, mail = str(body.get("number") or ""), str(body.get("mail") or "")
    if number and number not in case.numbers:
        case.numbers += (number,)
    if event.number:
        take_number(case, event.number)
    if mail and any(alert.mail == mail for alert in case.alerts):
        return  # one mail taken in by two desks that were alone
    authenticity = body.get("authenticity") or {}
    alert = (
        str(body.get("source") or "mail"),
        event.happened_at,
        mail,
        str(body.get("subject") or ""),
        str(body.get("sender") or ""),
        str(body.get("text") or ""),
        str(body.get("template") or ""),
        str(authenticity.get("label") or ""),
        str(authenticity.get("why") or ""),
        str(body.get("quarantined") or ""),
        str(body.get("ring") or "alert"),
        number,
    )
    case.alerts += (_made(Alert, alert),)
    case.number = case.number or number
    case.opened_at = case.opened_at or event.at
    if case.received_at is None or event.happened_at < case.received_at:
        case.received_at = event.happened_at
    hint = str(body.get("district_hint") or "")
    if SEALED in body:  # its places cannot be read
        hint = str(body.get("district") or "") or hint
    case.district_hint = case.district_hint or hint
    case.is_exercise = case.is_exercise or bool(body.get("exercise"))
    for hint in body.get("hints") or ():
        case.hints += (Hint(str(hint["kind"]), str(hint["words"])),)
    take_facts(case, event, body)


def take_number(case: Case, number: str) -> None:
    """The room's own number goes before those of desks, which stay."""
    if number:
        case.number = number
        case.numbers += () if number in case.numbers else (number,)


def take_facts(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """What the body says is known of the person, and where it says that they are."""
    facts = body.get("facts") or {}
    case.facts = case.facts.plus(facts)
    case.platform = case.platform or str(facts.get("platform") or "")
    for point in facts.get("points") or ():
        case.places += (place_in(event, point, from_alert=True),)


def undo(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    UUID(str(body["event"]))  # what it takes back was left out before; here only whether it can be read

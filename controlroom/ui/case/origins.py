"""Where each thing known of a person came from, and when: read from the events of the case. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from controlroom.domain.events import Event


class Origin(NamedTuple):
    """How a value came in. `how` is a source of an alert, "typed" or "joined". Times are aware UTC."""

    how: str
    at: datetime
    actor: str
    number: str = ""  # of the joined case
    template: str = ""


def origins(events: Iterable[Event], undone: frozenset[UUID] = frozenset()) -> dict[tuple[str, str], Origin]:
    """(field, value) -> the first event that brought it and still stands."""
    found: dict[tuple[str, str], Origin] = {}
    for event in events:
        facts = event.body.get("facts")
        if event.id in undone or not isinstance(facts, Mapping):
            continue
        origin = _origin(event)
        for field, value in _values(facts):
            found.setdefault((field, value), origin)
    return found


def _origin(event: Event) -> Origin:
    body = event.body
    how = "typed"
    if event.kind == "alert_received":
        how = str(body.get("source") or "mail")
    elif event.kind == "case_absorbed":
        how = "joined"
    return Origin(
        how, event.happened_at, event.actor, str(body.get("number") or ""), str(body.get("template") or "")
    )


def _values(facts: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for field, values in facts.items():
        if not isinstance(values, list | tuple):
            continue
        for value in values:
            yield field, str(value.get("ip") if isinstance(value, Mapping) and "ip" in value else value)

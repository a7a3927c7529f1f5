"""Branches: who has the case in hand, how urgent it is, and what they did on the way."""

from collections.abc import Mapping
from typing import Any

from controlroom.domain.branches.told import Told, walk
from controlroom.domain.case import Call, Case, Note
from controlroom.domain.events import Event
from controlroom.domain.sealed import SEALED
from controlroom.domain.triage import CATEGORIES

_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


def claimed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """A claim takes a case from nobody but whom it names: of two at once the first in the order holds."""
    if case.owner not in ("", event.actor, body.get("from")):
        return
    is_relief = bool(case.owner and body.get("relief"))  # every clock runs on: it is no step of the ladder
    case.owner = event.actor
    case.claimed_at = case.claimed_at or event.happened_at
    if not is_relief:
        walk(case, event, "claimed")


def released(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """With `of` it is the claim of one who is gone: whoever took the case meanwhile keeps it."""
    if body.get("of") not in (None, case.owner):
        return
    case.owner = ""
    walk(case, event, "released")


def triaged(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    category = str(body.get("category") or case.category)
    if category and category not in CATEGORIES:
        raise ValueError("no such category")
    case.category = category
    case.means = str(body.get("means") or case.means)
    case.is_minor = bool(body.get("minor", case.is_minor))
    case.is_live = bool(body.get("live", case.is_live))


def checked(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    item = str(body["item"])
    case.checks += () if item in case.checks else (item,)


def called(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    names = ("who", "phone", "result", "text", "to")
    who, phone, result, text, to = (str(body.get(name) or "") for name in names)
    case.calls += (_made(Call, (who, phone, result, text, event.happened_at, event.actor, to)),)


def noted(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    if SEALED not in body:
        case.notes += (_made(Note, (str(body["text"]), event.at, event.actor)),)

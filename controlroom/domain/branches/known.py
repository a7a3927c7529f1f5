"""Branches: somebody who was in danger before is proposed for this case, confirmed, or declined."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from controlroom.domain.branches.told import Told
from controlroom.domain.case import Case, Known
from controlroom.domain.events import Event
from controlroom.domain.sealed import said_in


def proposed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """This alert may be about that person; more reasons may come later."""
    person, why = UUID(body["person"]), tuple(map(str, said_in(body, "why") or ()))
    before = next((one for one in case.known if one.person == person), None)
    reasons = tuple(dict.fromkeys((before.why if before else ()) + why))
    is_sure = bool(body.get("sure")) or (before is not None and before.is_sure)
    _put(case, Known(person, reasons, is_sure, before is not None and before.is_confirmed))


def confirmed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """A person says that it is."""
    person = UUID(body["person"])
    before = next((one for one in case.known if one.person == person), Known(person, (), False))
    _put(case, before._replace(is_confirmed=True))


def declined(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """A person says that it is not."""
    person = UUID(body["person"])
    case.known = tuple(one for one in case.known if one.person != person)


def _put(case: Case, known: Known) -> None:
    others = (one for one in case.known if one.person != known.person)
    case.known = tuple(sorted((*others, known), key=_rank))


def _rank(known: Known) -> tuple[bool, bool, UUID]:
    return not known.is_confirmed, not known.is_sure, known.person

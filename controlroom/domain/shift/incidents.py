"""Words to the supervisor after a hard case: which cases are hard, what was written, who reads it. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, NamedTuple

from controlroom.domain.case import Case
from controlroom.domain.events import Event
from controlroom.domain.sealed import SEALED

INCIDENT_NOTED: Final = "incident_noted"


AUDIENCE: Final = "lead"


WISHES: Final = ("", "talk", "break", "counsellor")  # what would help; "" for nothing in particular


class IncidentNote(NamedTuple):
    """`at` is aware UTC; `number` the case that it is about, or "". `is_erased`: its words went with it."""

    at: datetime
    actor: str
    number: str
    text: str
    wish: str
    is_erased: bool = False


def is_hard(case: Case) -> bool:
    """After such a case a word to the supervisor is offered: a death, or an attempt in progress."""
    return not case.is_exercise and ("died" in case.outcome_facts or case.category == "attempt")


def notes_from(events: Iterable[Event]) -> tuple[IncidentNote, ...]:
    """The newest first."""
    found = [_note(event.at, event.actor, event.body) for event in events if event.kind == INCIDENT_NOTED]
    return tuple(sorted(found, key=lambda note: note.at, reverse=True))


def _note(at: datetime, actor: str, body: Any) -> IncidentNote:
    number, text, wish = (str(body.get(name) or "") for name in ("number", "text", "wish"))
    is_erased = body.get(SEALED) == ""
    return IncidentNote(at, actor, number, text, wish if wish in WISHES else "", is_erased)


def readable(notes: Iterable[IncidentNote], person: str, *, is_lead: bool) -> tuple[IncidentNote, ...]:
    """A supervisor reads all; anybody else their own."""
    return tuple(note for note in notes if is_lead or note.actor == person)

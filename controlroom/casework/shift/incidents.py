"""What somebody wants their supervisor to know after a hard case. Only supervisors read it, and who wrote it.

It stands in a stream of the room, apart from the case: no time line, export or search of a case shows it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, NamedTuple

from controlroom.casework.choices import one_of
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.case import Case
from controlroom.domain.events import ROOM, Event
from controlroom.domain.roomwide import stream_of
from controlroom.errors import BadInput

KIND: Final = "incident_noted"
AUDIENCE: Final = "lead"
WISHES: Final = ("", "talk", "break", "counsellor")  # what would help; "" for nothing in particular
MOST_TEXT: Final = 4_000


class IncidentNote(NamedTuple):
    """`at` is aware UTC; `number` the case that it is about, or ""."""

    at: datetime
    actor: str
    number: str
    text: str
    wish: str


def write_note(tx: Tx, *, text: str, number: str = "", wish: str = "") -> None:
    """A word to the supervisor. Raises BadInput for an empty one."""
    one_of(wish, WISHES, "wish")
    if not (text.strip() or wish):
        raise BadInput("There is nothing written yet; type a few words.")
    if len(text) > MOST_TEXT:
        raise BadInput("The note is longer than {most} characters; shorten it.", most=MOST_TEXT)
    body = {"text": text.strip(), "number": number.strip(), "wish": wish}
    tx.append([NewEvent(ROOM, stream_of(KIND), KIND, {name: value for name, value in body.items() if value})])


def look_at_notes(tx: Tx, *, count: int) -> None:
    """Somebody is about to read so many: the event first, the thing second. It stands in their own stream."""
    tx.append([NewEvent(ROOM, stream_of(KIND), "list_read", {"what": "incident notes", "count": count})])


def is_hard(case: Case) -> bool:
    """After such a case a word to the supervisor is offered: a death, or an attempt in progress."""
    return not case.is_exercise and ("died" in case.outcome_facts or case.category == "attempt")


def notes_from(events: Iterable[Event]) -> tuple[IncidentNote, ...]:
    """The newest first."""
    found = [_note(event.at, event.actor, event.body) for event in events if event.kind == KIND]
    return tuple(sorted(found, key=lambda note: note.at, reverse=True))


def _note(at: datetime, actor: str, body: Any) -> IncidentNote:
    number, text, wish = (str(body.get(name) or "") for name in ("number", "text", "wish"))
    return IncidentNote(at, actor, number, text, wish if wish in WISHES else "")


def readable(notes: Iterable[IncidentNote], person: str, *, is_lead: bool) -> tuple[IncidentNote, ...]:
    """A supervisor reads all; anybody else their own."""
    return tuple(note for note in notes if is_lead or note.actor == person)

"""What holds for the whole room and not for one case: of each subject the last word counts. Pure."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid5

from controlroom.domain.events import Event

_HOUSE: Final = UUID("6f0d2f0a-4b1c-5a57-9d0e-6c6f6e74726f")
# The kinds of events, and the field of their bodies that says what each is about.
SUBJECTS: Final[Mapping[str, str]] = {
    "directory_changed": "key",
    "duty_changed": "person",
    "room_set": "name",
    "exercise_changed": "key",
    "counsellor_changed": "key",
    "relief_changed": "person",
    "sight_chosen": "person",
    "intake_faulted": "key",
}


def stream_of(kind: str) -> UUID:
    """The stream of a kind: the same everywhere, so that desks that were alone go on with one another's."""
    return uuid5(_HOUSE, kind)


# The streams of the room that a desk takes whole, as far as it may read them; what supervisors are told, too.
STREAMS: Final = tuple(map(stream_of, (*SUBJECTS, "incident_noted")))


def subject_of(event: Event) -> tuple[str, str] | None:
    """(kind, what it is about), None for an event of another sort or one that says nothing of it."""
    field = SUBJECTS.get(event.kind)
    subject = str(event.body.get(field) or "") if field else ""
    return (event.kind, subject) if subject else None

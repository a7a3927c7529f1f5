"""What the screens show: frozen rows, read in one go and painted as they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from controlroom.casework.care.personcards import PersonRow
from controlroom.domain.case import Case
from controlroom.domain.clocks import Clock
from controlroom.domain.events import Event


class QueueRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One line of the queue, ready to be painted. Handles are masked already. Times are aware UTC.

    Kept as a list of its values, in this order: hundreds are read for a page. A new one goes to the end.
    """

    id: UUID
    number: str
    state: str
    is_open: bool
    priority: int  # 1 worst to 5
    category: str
    source: str  # mail phone x citizen 112 1090 district
    platform: str  # facebook instagram facebook+instagram or ""
    received_at: datetime
    owner: str
    district: str  # key of the district, or ""
    is_guess: bool  # the place or the district is a guess
    handle: str  # masked: r***h_k
    next_step: str  # name of a command, see domain.triage.next_step
    clock: str  # name of the most urgent running clock, or ""
    due_at: datetime | None
    alarm_at: datetime | None
    ring: str  # alert or soft
    is_quarantined: bool
    authenticity: str
    proposals: int  # open proposals to join
    has_place: bool
    joined_into: str  # number of the case that this one was joined into, or ""
    review_due: bool
    is_exercise: bool = False
    known: str = (
        ""  # somebody who was in danger before: confirmed, sure (account, phone), alike (name), or ""
    )


class QueueFilter(msgspec.Struct, frozen=True):
    """What the queue shows. `state` is a rung of the ladder, or "" for any."""

    view: str = "open"  # new (unclaimed) | mine | open | closed | all | review (a second person has to look)
    person: str = ""  # for "mine"
    state: str = ""
    sort: str = "urgent"  # urgent | newest | oldest | number
    text: str = ""  # search; in either script


class QueuePage(NamedTuple):
    """Some rows in order, the key to go on after, and how many there are in all (-1: not known)."""

    rows: tuple[QueueRow, ...]
    after: tuple[Any, ...] | None
    total: int


class MapRow(msgspec.Struct, frozen=True):
    """An open case for the map, or for the list of those with no place yet (`lat`/`lon` None)."""

    id: UUID
    number: str
    handle: str
    state: str
    priority: int
    lat: float | None
    lon: float | None
    accuracy_m: float | None
    is_guess: bool
    source: str
    district: str
    alarm_at: datetime | None
    is_exercise: bool = False


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything the case pane shows, read in one go."""

    case: Case
    row: QueueRow
    events: tuple[Event, ...]
    clocks: tuple[Clock, ...]
    undoable: Event | None
    undone: frozenset[UUID]
    related: tuple[tuple[UUID, str, tuple[str, ...]], ...]  # earlier cases: id, number, the shared facts
    drafts: Mapping[str, str]  # field -> what this person typed and did not save
    refused: tuple[tuple[Event, str], ...] = ()  # not in `events`: the shared database refused it, and why
    pending: frozenset[UUID] = frozenset()  # ids of events that the shared database has not taken yet
    known_rows: tuple[PersonRow, ...] = ()  # the persons of `case.known`, in the same order

    @property
    def subject_id(self) -> UUID:
        """What forms call whatever they are about."""
        return self.case.id


class Draft(msgspec.Struct, frozen=True):
    """What somebody typed and did not save: kept per person, case and field."""

    person: str
    key: str  # "<case id>/<field>" or "new/<form>"
    text: str
    saved_at: datetime


class Tallies(msgspec.Struct, frozen=True):
    """The situation in numbers: kept by the store, not counted."""

    unclaimed: int = 0
    oldest_unclaimed: datetime | None = None
    by_state: Mapping[str, int] = msgspec.field(default_factory=dict)
    by_owner: Mapping[str, int] = msgspec.field(default_factory=dict)
    open: int = 0
    closed: int = 0
    review: int = 0  # a second person has to look

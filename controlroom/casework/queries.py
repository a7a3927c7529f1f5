"""What the screens and the command line ask for: frozen rows, and the port that answers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from uuid import UUID

import msgspec

from controlroom.casework.calling.directory import Directory
from controlroom.casework.care.personcards import BoardRow, PersonRow, WaitRow
from controlroom.casework.ports import CanaryStanding, Draft, Tallies
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.case import Case
from controlroom.domain.clocks import Clock
from controlroom.domain.events import Event
from controlroom.domain.exercise import Exercise
from controlroom.domain.shift.blur import Blur
from controlroom.domain.shift.duty import OnDuty
from controlroom.domain.shift.exposure import Exposure
from controlroom.domain.shift.relief import Relief

if TYPE_CHECKING:
    from controlroom.casework.care.counsellors import Counsellor  # knows the steps, which know these rows
    from controlroom.casework.shift.incidents import IncidentNote
    from controlroom.domain.care.retention import Retention


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


class CareReads(Protocol):
    """What is asked of persons and their follow-up."""

    def board(self, now: datetime) -> Sequence[BoardRow]:
        """The running plans with something due or overdue now (aware), or without a first contact."""

    def due(self, now: datetime) -> int:
        """How many running plans have something due or overdue now (aware)."""

    def counsellors(self) -> "Sequence[Counsellor]":
        """The roster."""

    def person(self, person_id: UUID) -> Person | None:
        """The person of this id, or of whom this is a file."""

    def person_of_case(self, case_id: UUID) -> Person | None:
        """Whose case this is, as far as somebody said so."""

    def find(self, text: str) -> Sequence[tuple[PersonRow, tuple[str, ...]]]:
        """By account, phone, user name or mail, and by the name; with the reason."""

    def alike(self, person: Person) -> Sequence[tuple[PersonRow, tuple[str, ...]]]:
        """Who else this may be, and why."""

    def loads(self) -> Mapping[Owner, int]:
        """How many running plans each owner has."""

    def drafts(self, by: str, subject: UUID) -> Mapping[str, str]:
        """Field -> what this login typed about a person and did not save."""

    def may_read(self, audience: str) -> bool:
        """Whether the login of this desk reads events of this audience."""

    def followed(self) -> Sequence[Person]:
        """Everybody who has, or had, a plan."""

    def waits(self) -> Sequence[WaitRow]:
        """The referrals and reminders that somebody waits on."""

    def retention(self, person: Person, now: datetime) -> "Retention | None":
        """The clock of this person's data at this moment (aware)."""


class ShiftReads(Protocol):
    """What is asked of the shift and of the people who work it."""

    def reliefs(self) -> Sequence[Relief]:
        """Who asks to be relieved now."""

    def blur(self, person: str) -> Blur:
        """How much this person wants covered."""

    def exposures(self, people: Iterable[str], now: datetime) -> Sequence[Exposure]:
        """What each saw since they came on duty, by name."""

    def is_lead(self, person: str) -> bool:
        """Whether they may read what is for supervisors."""

    def incident_notes(self, person: str) -> "Sequence[IncidentNote]":
        """Words to the supervisor that this person may read, the newest first."""


class Reader(Protocol):
    """Reads on a read-only connection; never on the Qt thread."""

    def queue(
        self, which: QueueFilter, *, after: tuple[Any, ...] | None = None, limit: int = 200
    ) -> QueuePage: ...
    def rows(self, case_ids: Sequence[UUID]) -> Sequence[QueueRow]: ...
    def tallies(self) -> Tallies: ...
    def map_rows(self, limit: int = 20_000) -> Sequence[MapRow]: ...
    def case_view(self, case_id: UUID, *, person: str = "") -> CaseView | None: ...
    def case_card(self, case_id: UUID) -> dict[str, Any] | None:
        """A case as scripts read it."""

    def case_id_of(self, number: str) -> UUID | None: ...
    def received_between(self, start: datetime, end: datetime) -> Sequence[Case]:
        """The cases whose first alert came in from `start` on and before `end` (aware UTC)."""

    def mail(self, sha256: str) -> bytes | None: ...
    def draft(self, person: str, key: str) -> Draft | None: ...
    def setting(self, name: str) -> Any: ...
    def canaries(self) -> CanaryStanding:
        """What is known of the test mails."""

    def care(self) -> CareReads: ...
    def shift(self) -> ShiftReads: ...
    def directory(self) -> Directory:
        """Whom to call: `for_receiver`, `for_place`, `find`."""

    def room_setting(self, name: str) -> Any:
        """A setting that all desks of the room share, None when it was never set."""

    def duty(self) -> Sequence[OnDuty]:
        """Who is on duty now."""

    def exercise(self) -> Exercise | None:
        """The exercise that runs now."""

    def open_exercises(self) -> Sequence[UUID]:
        """The open cases of exercises."""

    def unshared(self, limit: int = 2_000) -> Collection[UUID]:
        """Cases with an event that the shared database has not taken yet."""

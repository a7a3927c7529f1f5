"""What the screens and the command line ask of the store. No Qt, no SQL."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.calling.directory import Directory
from controlroom.casework.care.personcards import BoardRow, PersonRow, WaitRow
from controlroom.casework.care.reviewrows import ReviewRow
from controlroom.casework.care.roster import Counsellor
from controlroom.casework.room.mailway import MailFault
from controlroom.casework.rows import CaseView, Draft, MapRow, QueueFilter, QueuePage, QueueRow, Tallies
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.care.retention import Retention
from controlroom.domain.case import Case
from controlroom.domain.exercise import Exercise
from controlroom.domain.shift.blur import Blur
from controlroom.domain.shift.duty import OnDuty
from controlroom.domain.shift.exposure import BreakLimits, Exposure
from controlroom.domain.shift.incidents import IncidentNote
from controlroom.domain.shift.relief import Relief


class CareReads(Protocol):
    """What is asked of persons and their follow-up."""

    def board(self, now: datetime) -> Sequence[BoardRow]:
        """The running plans with something due or overdue now (aware), or without a first contact."""

    def due(self, now: datetime) -> int:
        """How many running plans have something due or overdue now (aware)."""

    def counsellors(self) -> Sequence[Counsellor]:
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

    def may_review(self) -> bool:
        """Whether this login decides what becomes of a person's data."""

    def reviews(self, now: datetime) -> Sequence[ReviewRow]:
        """Whose data is to be looked at now (aware); none to who may not decide it."""

    def reviews_due(self, now: datetime) -> int:
        """How many they are."""

    def retention(self, person: Person, now: datetime) -> Retention | None:
        """The clock of this person's data at this moment (aware)."""


class ShiftReads(Protocol):
    """What is asked of the shift and of the people who work it."""

    def reliefs(self) -> Sequence[Relief]:
        """Who asks to be relieved now."""

    def blur(self, person: str) -> Blur:
        """How much this person wants covered."""

    def exposures(self, people: Iterable[str], now: datetime) -> Sequence[Exposure]:
        """What each saw since they came on duty, by name."""

    def break_limits(self) -> BreakLimits:
        """From how much on a break is proposed."""

    def is_lead(self, person: str) -> bool:
        """Whether they may read what is for supervisors."""

    def incident_notes(self, person: str) -> Sequence[IncidentNote]:
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

    def mail_faults(self) -> Sequence[MailFault]:
        """Mailboxes that no test mail comes back from, as any desk of the room has said."""

    def exercise(self) -> Exercise | None:
        """The exercise that runs now."""

    def open_exercises(self) -> Sequence[UUID]:
        """The open cases of exercises."""

    def unshared(self, limit: int = 2_000) -> Collection[UUID]:
        """Cases with an event that the shared database has not taken yet."""

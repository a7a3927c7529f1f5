"""What casework needs from the store, and the values that cross that wall. No Qt, no SQL."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

import msgspec

from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.calling.directory import Directory
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.case import Case
from controlroom.domain.events import Event

if TYPE_CHECKING:
    from controlroom.casework.care.personcards import PersonRow
    from controlroom.casework.care.plantemplates import Templates
    from controlroom.casework.rows import QueueRow


class NewEvent(msgspec.Struct, frozen=True):
    """An event about to be appended; the store gives it id, clock, actor, desk and place in the order."""

    stream: str
    stream_id: UUID
    kind: str
    body: Mapping[str, Any]
    happened_at: datetime | None = None  # aware UTC; None: now


class Changes(msgspec.Struct, frozen=True):
    """What one commit changed: sent once after it, to every pane."""

    cases: frozenset[UUID] = frozenset()
    new_alerts: frozenset[UUID] = frozenset()
    mails: bool = False
    drafts: bool = False
    places: bool = False
    room: frozenset[str] = frozenset()  # kinds of room-wide events whose last word is another one now
    persons: frozenset[UUID] = frozenset()
    events: tuple[Event, ...] = ()
    rows: tuple["QueueRow", ...] = ()  # of these cases as this commit left them, where they are few


Publish = Callable[[Changes], None]


# --- mail -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Health:
    """How a loop is, for the status strip. Aware UTC. `state`: ok, starting, late, down, off."""

    name: str
    state: str
    text: str
    last_success: datetime | None = None
    last_error: str = ""
    backlog: int = 0


# --- what leaves the room ---------------------------------------------------------------------------------


# --- the store --------------------------------------------------------------------------------------------


class Tx(Protocol):
    """One transaction on the one writer. Nothing in here commits."""

    def now(self) -> datetime: ...
    @property
    def actor(self) -> str: ...
    def case(self, case_id: UUID) -> Case | None: ...
    def events(self, case_id: UUID) -> Sequence[Event]: ...
    def append(self, events: Sequence[NewEvent]) -> Sequence[Event]: ...
    def next_number(self) -> str: ...
    def case_id_of(self, number: str) -> UUID | None: ...
    def cases_sharing(self, values: Iterable[str], *, since: datetime) -> Sequence[tuple[UUID, str, str]]:
        """(case id, number, shared value) of open or recent cases that share a fact."""

    def cases_around(self, moment: datetime, *, within: timedelta, calls_only: bool) -> Sequence[UUID]:
        """Open cases that came in around then, the nearest first; `calls_only`: not by mail."""

    def put_blob(self, data: bytes) -> str: ...
    def mail_is_row(self, sha256: str) -> UUID | None: ...
    def mail_became(self, sha256: str, case_id: UUID) -> None: ...
    def canary_sent(self, token: str, sent_at: datetime) -> None: ...
    def canary_not_sent(self, token: str) -> None: ...
    def canary_back(self, token: str, sent_at: datetime, sha256: str) -> bool:
        """A test mail has come; False where it had come before."""

    def canaries(self) -> CanaryStanding: ...
    def tidy_canaries(self) -> int:
        """Let go of the bytes of test mails after a day; gives of how many."""

    def save_draft(self, key: str, text: str) -> None: ...
    def drop_draft(self, person: str, key: str) -> None: ...
    def put_setting(self, name: str, value: Any) -> None: ...
    def setting(self, name: str) -> Any:
        """A setting of this desk, None when it was never set."""

    def put_letter(self, letter_id: UUID, case_id: UUID, connector: str, payload: bytes) -> None:
        """Something to send to the world, due at once, written with the event that says so."""

    def letter_sent(self, letter_id: UUID) -> bool:
        """It reached the other side; False when that was known, or the letter was taken back."""

    def letter_failed(self, letter_id: UUID, why: str) -> str | None:
        """It did not; it is tried again after a growing gap. Gives the reason of the time before, None when
        it no longer waits."""

    def letter_due(self, letter_id: UUID) -> None:
        """Try it now."""

    def drop_letter(self, letter_id: UUID) -> bool:
        """It shall not be sent. False where it does not wait at this desk."""

    def letters_of(self, connector: str) -> int:
        """How many wait for this connector."""

    def number_of(self, case_id: UUID) -> str: ...
    def person(self, person_id: UUID) -> Person | None:
        """The person of this id, or of whom this is a file."""

    def person_of_case(self, case_id: UUID) -> Person | None:
        """Whose case this is, as far as somebody said so."""

    def persons_of_case(self, case_id: UUID) -> Sequence[UUID]:
        """Everybody whose case this is said to be."""

    def persons_with(self, keys: Iterable[str]) -> Mapping[UUID, Sequence[str]]:
        """The persons who have one of these keys (`personcards`), and which."""

    def persons_by_name(self, keys: Collection[str], *, district: str = "") -> "Sequence[PersonRow]":
        """Who shares the most of these keys of names first; nobody of another district than this."""

    def loads(self) -> Mapping[Owner, int]:
        """How many running plans each owner has."""

    def plan_templates(self) -> "Templates":
        """The follow-up plans of this desk."""

    def may_read(self, audience: str) -> bool:
        """Whether whoever acts here may read events of this audience; at a desk that is alone, all."""

    def directory(self) -> Directory: ...
    def room_word(self, kind: str, subject: str) -> Mapping[str, Any] | None:
        """The body of the last event of a room-wide kind (domain/roomwide.py) about this subject."""

    def room_words(self, kind: str) -> Sequence[Mapping[str, Any]]:
        """The bodies of the last events of a room-wide kind, by subject."""


class Writer(Protocol):
    """Opens transactions. People's actions go before a loop's."""

    def write(self, *, actor: str, is_person: bool = True) -> AbstractContextManager[Tx]: ...


class Who(msgspec.Struct, frozen=True):
    """Who acts, from which desk."""

    actor: str
    desk: str = ""

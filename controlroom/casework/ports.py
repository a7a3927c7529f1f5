"""What casework needs from the rooms above it, and the values that cross the walls. No Qt, no SQL."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import UUID

import msgspec

from controlroom.casework.calling.directory import Directory
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.case import Case
from controlroom.domain.events import Event

if TYPE_CHECKING:
    from controlroom.casework.care.personcards import PersonRow
    from controlroom.casework.care.plantemplates import Templates
    from controlroom.casework.handing.message import Message
    from controlroom.casework.placing.understood import Understood
    from controlroom.casework.queries import QueueRow
    from controlroom.clues.read import Clues  # its patterns take 40 ms: only who reads mail loads them


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


class RawMail(msgspec.Struct, frozen=True):
    """The bytes of one mail as fetched, and where they lay. `internal_date` is the server's, aware UTC."""

    raw: bytes
    account: str
    folder: str
    uidvalidity: int | None = None
    uid: int | None = None
    internal_date: datetime | None = None


class KeptMail(msgspec.Struct, frozen=True):
    """A mail that is on disk and not yet a row. `kept_at` is aware UTC."""

    sha256: str
    raw: bytes
    account: str
    folder: str
    internal_date: datetime | None
    kept_at: datetime
    tries: int = 0


class Authenticity(msgspec.Struct, frozen=True):
    """Is it really from Meta? A label, never a gate: verified, unknown-template, not-verifiable,
    unverified, contradicts. `why` is a sentence; `key` the public key used, so that it can be repeated."""

    label: str
    why: str
    key: str = ""


class Attachment(msgspec.Struct, frozen=True):
    """A part of a mail that is not its text."""

    name: str
    media_type: str
    size: int


class ReadMail(msgspec.Struct, frozen=True):
    """A mail as intake understood it: what casework makes a row of."""

    sha256: str
    subject: str
    sender: str
    sent_at: datetime | None  # the mail's own word, aware UTC
    text: str
    clues: "Clues"
    template: str  # name of the template it fits, or ""
    authenticity: Authenticity
    quarantined: str  # why it could not be read in full, or ""
    is_alert: bool  # a template fitted or a clue was found; else a newsletter or bounce: one soft ring
    names: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    answers_to: tuple[str, ...] = ()  # In-Reply-To and References, as they stand
    is_automatic: bool = False  # it says of itself that no person wrote it


class MailShelf(Protocol):
    """Raw mail, kept before anything reads it. Every call is one durable transaction."""

    def keep(self, mails: Sequence[RawMail]) -> int:
        """Keep the bytes and the sightings; gives how many were new bytes."""

    def waiting(self, limit: int, *, after: str = "") -> Sequence[KeptMail]:
        """Kept mails that are not yet rows, oldest first, from behind `after` (SHA-256); fewer if big."""

    def count_try(self, sha256: str) -> int:
        """One more try to read this mail is about to start; gives the number of tries, this one included."""

    def seen_uids(self, account: str, folder: str, uidvalidity: int) -> tuple[int, frozenset[int]]:
        """(highest UID up to which all are kept, UIDs kept above it) of a folder under this UIDVALIDITY."""

    def backlog(self) -> int:
        """How many kept mails are not yet rows."""

    def raw(self, sha256: str) -> bytes | None:
        """The bytes of a kept mail."""


NO_CASE: Final = UUID(int=0)  # what a test mail became that counted: no row


class CanaryStanding(msgspec.Struct, frozen=True):
    """The test mails of two days. Aware UTC. `back`: when the newest that came was sent; `missing`: when the
    first was sent that is newer and has not come."""

    last_sent: datetime | None = None
    back: datetime | None = None
    missing: datetime | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """How a loop is, for the status strip. Aware UTC. `state`: ok, starting, late, down, off."""

    name: str
    state: str
    text: str
    last_success: datetime | None = None
    last_error: str = ""
    backlog: int = 0


class Locator(Protocol):
    """Which district a point or a PIN code lies in, as far as places are known."""

    def district_at(self, lat: float, lon: float) -> tuple[str, bool]:
        """(English name or "", is it only a guess)."""

    def district_of_pin(self, pin: str) -> str:
        """English name of the district this PIN code probably lies in, or ""."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that fits what was typed. `kind`: district, thana, pin, post office. `score` is 0 to 1."""

    kind: str
    name_en: str
    name_hi: str
    district: str  # English name
    lat: float
    lon: float
    accuracy_m: float
    score: float


CERTAIN_PLACE = 0.95  # a score below this is a near spelling: asked back, never placed


class PlaceFinder(Protocol):
    """What is called so, in either script. May read files: never on the Qt thread."""

    def find(self, text: str) -> Sequence[FoundPlace]: ...
    def at_once(self, text: str) -> "Understood | None":
        """What a point, a map link or a PIN code says by itself; None where names have to be looked up."""

    def understand(self, text: str) -> "Understood":
        """Whatever was pasted: one place for certain, several to choose from, or why not."""

    def prepare(self) -> None:
        """Reads what naming takes (a second of work), so that the first question need not wait for it."""


# --- what leaves the room ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ConnectorSettings:
    """One way out of the room, as this desk keeps it (encrypted). What is not needed for a kind is empty."""

    name: str
    kind: str  # smtp eido-https cap-https cap-folder sms-https slip phone
    to: str  # an e-mail address, a URL, a folder or a telephone number
    receiver: str = ""  # whom it reaches: 112 district thana 1090 108 other-state family, or ""
    district: str = ""  # English name, where it reaches the police of one district only
    language: str = "hi"
    server: str = ""  # smtps://user@host:465 or smtp://user@host:587 (STARTTLS)
    sender: str = ""  # the address in From
    phone: str = ""  # whom an SMS goes to; where the gateway does not know
    secret: str = field(default="", repr=False)
    ca_file: str = ""
    plain_loopback: bool = False
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def to_whom(self) -> str:
        """The receiver as the case knows it."""
        return self.receiver or self.name


@dataclass(frozen=True, slots=True)
class Receipt:
    """The other side has it. `step` and `ref` where its reply says so: acknowledged ..., their event id."""

    step: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing to send. `id` is its idempotency key; `tries` how often it was tried before."""

    id: UUID
    case_id: UUID
    connector: str
    payload: bytes
    tries: int
    next_try_at: datetime
    written_at: datetime
    last_error: str = ""


class Connector(Protocol):
    """One way out. `compose` decides the bytes once; `send` gives them to the other side, however often."""

    @property
    def is_outside(self) -> bool:
        """It leaves the room: nothing of an exercise goes there."""

    @property
    def is_by_hand(self) -> bool:
        """A person does it, reading what was composed: there is nothing to send."""

    def compose(self, message: "Message") -> bytes:
        """The bytes that go, the same for the same message. Quick, touches neither disk nor network."""

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """Give it to the other side within a deadline. Raises WorldFault, in one plain sentence."""

    def check(self) -> str:
        """Whether it would work, without sending anything; one sentence. Raises WorldFault where not."""


class Outbox(Protocol):
    """What this desk has written and not yet sent. No other desk has it."""

    def waiting(self) -> Sequence[Letter]:
        """Everything that is not sent, oldest first."""

    def alone(self, wait_s: float = 0) -> AbstractContextManager[bool]:
        """Whether this is now the one sender of the profile; waits so many seconds for another to end."""

    def events(self, case_id: UUID) -> Sequence[Event]:
        """The events of a case, or of a person's file, in order."""

    def person(self, file: UUID) -> Person | None:
        """Whose file this is."""


# --- the store --------------------------------------------------------------------------------------------


class Draft(msgspec.Struct, frozen=True):
    """What somebody typed and did not save: kept per person, case and field."""

    person: str
    key: str  # "<case id>/<field>" or "new/<form>"
    text: str
    saved_at: datetime


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

    def drop_letter(self, letter_id: UUID) -> None:
        """It shall not be sent."""

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


class Tallies(msgspec.Struct, frozen=True):
    """The situation in numbers: kept by the store, not counted."""

    unclaimed: int = 0
    oldest_unclaimed: datetime | None = None
    by_state: Mapping[str, int] = msgspec.field(default_factory=dict)
    by_owner: Mapping[str, int] = msgspec.field(default_factory=dict)
    open: int = 0
    closed: int = 0
    review: int = 0  # a second person has to look

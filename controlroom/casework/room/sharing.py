"""What a desk and the shared database tell each other: values, and the ports that store and sync implement.

Times are microseconds since 1970, UTC, as both of them store them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, Protocol
from uuid import UUID

import msgspec

from controlroom.casework.ports import Changes
from controlroom.casework.room.fetching import Intake

MOST_RECENT, RECENT_DAYS = 20_000, 90  # closed cases that a desk of a shared room holds at least
Verdict = Literal["accepted", "same", "conflict", "refused"]


class PendingEvent(NamedTuple):
    """An event of this desk that the shared database has not taken yet, as stored here."""

    id: UUID
    stream: str
    stream_id: UUID
    kind: str
    version: int
    happened_at: int
    at: int
    actor: str
    desk: str
    body: str  # JSON text


class SharedEvent(NamedTuple):
    """A row of the shared log as this login may see it; `id` and what is private are None in a stub."""

    seq: int
    id: UUID | None
    stream: str
    stream_id: UUID | None
    stream_seq: int | None
    kind: str | None
    version: int | None
    happened_at: int | None
    at: int | None
    actor: str | None
    desk: UUID | None
    body: str | None
    audience: str | None
    recorded_at: int | None
    number: str | None
    salt: bytes | None
    digest: bytes
    hash: bytes


class Answer(NamedTuple):
    """What became of one pushed event. Numbers stand where it was accepted, or was there already."""

    id: UUID
    verdict: Verdict
    why: str
    seq: int | None = None
    stream_seq: int | None = None
    recorded_at: int | None = None
    number: str | None = None
    audience: str | None = None
    salt: bytes | None = None
    digest: bytes | None = None
    hash: bytes | None = None


class Seal(NamedTuple):
    """A key of a person's file, or of a case, for what one audience reads. `id` is made from the rest."""

    id: UUID
    file: UUID  # the stream
    audience: str
    key: bytes


@dataclass(frozen=True, slots=True)
class Account:
    """Who this profile is in which room: written at the first connect. The password is kept apart."""

    dsn: str  # without a password
    login: str
    room: UUID
    room_name: str
    roles: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    plain_loopback: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What this desk remembers of the server, so as to refuse one that is behind it."""

    system: int = 0
    timeline: int = 0
    seq: int = 0
    hash: bytes = b""


class Landed(msgspec.Struct, frozen=True):
    """What came of one page: the streams that are not held whole, and must be fetched."""

    gaps: tuple[UUID, ...] = ()
    set_aside: int = 0


class Replica(Protocol):
    """The local log as sync sees it. Implemented by the store; every call is one transaction or one look."""

    def account(self) -> Account | None: ...
    def set_account(self, account: Account, *, mark: str) -> None:
        """This profile belongs to that login from now on; pending events will be pushed as theirs."""

    def password(self) -> str | None: ...
    def keep_password(self, password: str) -> None:
        """In the desktop's secret store, else in the encrypted profile."""

    def desk(self) -> UUID: ...
    def mark(self) -> str: ...
    def former_desks(self) -> Mapping[UUID, str]:
        """Desks that this one was before, of which events wait: each with the mark in its numbers, or ""."""

    def tokens(self) -> tuple[UUID, UUID]:
        """(the token the server has, the next one): `next` is written down before it is shown to anybody."""

    def use_token(self, token: UUID) -> None: ...
    def pending(self, limit: int) -> Sequence[PendingEvent]:
        """Events that the shared database has not taken, in the order made; not those that it refused."""

    def pending_count(self) -> int: ...
    def refused_in(self) -> tuple[str, ...]:
        """For each step that was refused and not done again: the number of its case, or ""."""

    def refused_count(self) -> int:
        """How many those are."""

    def set_aside_count(self) -> int:
        """How many rows came that no event can be made of."""

    def confirm(self, answers: Sequence[Answer]) -> None:
        """Write down the numbers; what was refused or is in conflict leaves the fold, with its reason."""

    def cursor(self) -> int:
        """All of the room up to this number was seen."""

    def read(self, rows: Sequence[SharedEvent], keys: Sequence[Seal]) -> Any:
        """What can be told of rows before they are laid down: for `land`. Any thread, beside `land` too."""

    def land(
        self, rows: Sequence[SharedEvent], *, cursor: int | None = None, beforehand: Any = None
    ) -> Landed:
        """Events, projections and cursor in one transaction. A row with a gap before it is not applied."""

    def held(self, streams: Sequence[UUID]) -> Sequence[int]:
        """Up to which place each of these streams is held without a gap; 0 for one that is not here."""

    def set_shape(self) -> int:
        """The shape of the server when its working set was taken; 0 where that is not known."""
        ...

    def note_set_shape(self, shape: int) -> None:
        """Everything that a server of this shape counts among the working set is here."""
        ...

    def is_whole(self, streams: Sequence[UUID]) -> None:
        """The room has no more of these than is held: whatever was found to be missing has come since."""

    def unread(self) -> Sequence[UUID]:
        """Streams here of which this login could not read an event."""

    def memory(self) -> Memory: ...
    def remember(self, memory: Memory) -> None: ...
    def hashes_below(self, seq: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """(seq, hash) that this desk holds below a number, newest first: where does a new primary part?"""

    def forget_after(self, seq: int) -> int:
        """A fail-over lost what came after this number: those events are pending again. Gives how many."""

    def learn_skew(self, ahead_ms: int) -> None:
        """This desk's clock is so far ahead of the server's (behind: below 0)."""

    def flushed(self, seq: int) -> None:
        """Everything up to this number is on two machines."""

    def blob(self, sha256: str) -> bytes | None: ...
    def keep_blob(self, data: bytes) -> str: ...
    def unsent_seals(self, limit: int) -> Sequence[Seal]:
        """Keys that were made here and that the room has not got."""

    def seals_sent(self, seals: Sequence[Seal]) -> None: ...
    def lacking_seals(self, rows: Sequence[SharedEvent]) -> Sequence[UUID]:
        """The keys that these rows are sealed with and that are not here."""

    def keep_seals(self, seals: Sequence[Seal]) -> None:
        """Keys from the room; one of what was erased is not kept."""

    def wanted_seals(self, limit: int) -> Sequence[tuple[UUID, UUID]]:
        """Keys that something here is sealed by and that did not come with it, each with its stream."""
        ...

    def send_seals_again(self) -> None:
        """The room may have lost keys: those that are here go there once more."""

    def note_erased(self, streams: Sequence[UUID]) -> None:
        """The room says that the words of these were erased; no key of theirs has come here."""


class Present(msgspec.Struct, frozen=True):
    """Somebody else has a case open now."""

    login: str
    desk: UUID
    case_id: UUID | None
    is_typing: bool


@dataclass(frozen=True, slots=True)
class Link:
    """How this desk stands to the shared database, for the status strip."""

    state: Literal["alone", "connecting", "connected", "behind", "away", "refused", "unsaved"]
    login: str = ""
    room: str = ""
    roles: tuple[str, ...] = ()
    kinds: frozenset[str] | None = None  # of events that the login may append; None: not known, or alone
    reads_cases: bool = True
    pending: int = 0
    behind: int = 0
    refused: int = 0
    refused_in: tuple[str, ...] = ()  # the numbers of the cases, the newest first
    set_aside: int = 0
    since: int | None = None  # the state holds since
    last_success: int | None = None
    skew_ms: int | None = None  # this desk's clock minus the server's
    standbys: int = 0
    seq: int = 0
    flushed_seq: int = 0
    projector_lag: int | None = None
    intakes: tuple[Intake, ...] = ()  # who fetches the room's mail, as last heard
    fault: str = ""  # one plain sentence
    fault_values: Mapping[str, object] = field(default_factory=dict)


LinkPublish = Callable[[Link], None]
PresencePublish = Callable[[Sequence[Present]], None]
Landing = Callable[[Changes], None]


class Elsewhere(Protocol):
    """What is not on this desk and can be asked for while the server is there. Each call may be slow."""

    def open_case(self, number_or_id: str) -> UUID | None:
        """Fetch a case whole, by any of its numbers or its id; None where the server has none."""

    def search(self, text: str, limit: int = 50) -> Sequence[tuple[UUID, str]]:
        """(case id, queue line as JSON) of cases on the server, newest first."""

    def fetch_found(self, text: str, limit: int = 50) -> None:
        """Bring here what the search finds there."""

    def blob(self, sha256: str) -> bytes | None:
        """Bytes of a mail or file, kept here from then on."""

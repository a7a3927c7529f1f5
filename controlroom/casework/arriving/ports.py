"""A mail as it crosses the walls: fetched, kept, read; and the shelf that keeps it. No Qt, no SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol
from uuid import UUID

import msgspec

if TYPE_CHECKING:
    from controlroom.clues.read import Clues  # its patterns take 40 ms: only who reads mail loads them


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

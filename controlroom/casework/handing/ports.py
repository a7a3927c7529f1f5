"""What leaves the room: the ways out, as this desk keeps them, and the letters that wait. No Qt, no SQL."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from controlroom.domain.care.person import Person
from controlroom.domain.events import Event

if TYPE_CHECKING:
    from controlroom.casework.handing.message import Message


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

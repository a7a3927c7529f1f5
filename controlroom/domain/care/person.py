"""What is known of a person, apart from the cases: the value that the fold of their events gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, NamedTuple
from uuid import UUID

from controlroom.domain.care.plans import Attempt, Plan
from controlroom.domain.care.referrals import Reason, Referral, Reminder, covers, is_still_owed

LISTS: Final = (
    "names",
    "accounts",
    "usernames",
    "phones",
    "emails",
    "helps",
    "avoid",
    "never_call",
)  # what is gathered; the last three are words of people
WORDS: Final = ("language", "channel", "safe_from", "safe_to", "district")  # of these the last word counts
CARE: Final = frozenset(  # who keeps in touch needs it, and who may meet them in danger again; nobody else
    {"helps", "avoid", "never_call", "language", "channel", "safe_from", "safe_to", "kin"}
)


class Kin(NamedTuple):
    """Family or a friend. `relation` is free text."""

    name: str
    relation: str = ""
    phone: str = ""
    is_guardian: bool = False


class LinkedCase(NamedTuple):
    """A case of this person. `at` is when it was linked, aware UTC."""

    id: UUID
    number: str
    at: datetime


class CareNote(NamedTuple):
    """A counsellor's note: only counsellors and supervisors read it. `happened_at` is aware UTC."""

    id: UUID
    attempt: UUID | None  # the contact it tells of
    text: str
    mood: str
    risk: str
    happened_at: datetime
    actor: str


class Consent(NamedTuple):
    """What the person (or the guardian) agreed to, or no longer does. `at` is aware UTC."""

    what: str
    is_given: bool
    by: str
    at: datetime
    actor: str
    id: UUID | None = None  # of its event


class Review(NamedTuple):
    """A supervisor looked whether the data must still be kept. `keep_until` is a day in India."""

    keep_until: date
    reason: str
    at: datetime  # aware UTC
    actor: str


class Erasure(NamedTuple):
    """Somebody asked for the data to be erased: a second person does it. `ground` is one of GROUNDS."""

    ground: str
    reason: str
    at: datetime  # aware UTC
    actor: str


@dataclass(slots=True)
class Person:
    """A person as the events of one or several joined files tell it. Made by `fold_person` only."""

    id: UUID
    files: tuple[UUID, ...] = ()  # the streams that are this person, the one that was opened first in front
    opened_at: datetime | None = None
    names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    usernames: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    kin: tuple[Kin, ...] = ()
    is_minor: bool = False
    language: str = ""
    channel: str = ""
    safe_from: str = ""  # HH:MM in India
    safe_to: str = ""
    district: str = ""  # in English
    helps: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    never_call: tuple[str, ...] = ()  # names or numbers
    cases: tuple[LinkedCase, ...] = ()
    plans: tuple[Plan, ...] = ()
    consents: tuple[Consent, ...] = ()
    notes: tuple[CareNote, ...] = ()
    links: tuple[frozenset[UUID], ...] = ()  # pairs of files that are one person
    unknown_kinds: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    event_count: int = 0
    last_at: datetime | None = None
    loose: tuple[Attempt, ...] = ()  # tries of a plan that was taken back: nothing typed is lost
    referrals: tuple[Referral, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    reasons: tuple[Reason, ...] = ()  # of referrals, as far as this reader may read them
    vouched: tuple[tuple[UUID, str], ...] = ()  # (referral, the supervisor who stated danger to life)
    sealed: int = 0  # events whose key is not here, or was destroyed
    reviews: tuple[Review, ...] = ()
    asked: Mapping[UUID, Erasure] = field(default_factory=dict)  # by file; a later review takes it away
    erased: Mapping[UUID, datetime] = field(default_factory=dict)  # by file, aware UTC

    @property
    def erased_at(self) -> datetime | None:
        """When the last of their files was erased; None while one of them is kept."""
        is_all = bool(self.files) and self.erased.keys() >= set(self.files)
        return max(self.erased.values()) if is_all else None

    @property
    def erasure(self) -> Erasure | None:
        """What was asked of every file and not done yet."""
        left = [file for file in self.files if file not in self.erased]
        asked = [self.asked[file] for file in left if file in self.asked]
        return asked[-1] if asked and len(asked) == len(left) else None

    @property
    def plan(self) -> Plan | None:
        """The plan that runs."""
        return next((plan for plan in reversed(self.plans) if plan.is_running), None)

    @property
    def guardian(self) -> Kin | None:
        """Who stands for a child."""
        return next((one for one in self.kin if one.is_guardian), None)

    @property
    def first_name(self) -> str:
        """All that most screens show of the name."""
        return self.names[0].split()[0] if self.names and self.names[0].split() else ""

    @property
    def last_contact(self) -> tuple[datetime, str] | None:
        """When somebody last spoke with the person, and who."""
        spoken = ((one.happened_at, one.actor) for one in self.attempts if one.result == "reached")
        return max(spoken, default=None)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every try to reach the person, of every plan."""
        planned = (one for plan in self.plans for contact in plan.contacts for one in contact.attempts)
        return (*planned, *self.loose)

    def consents_to(self, what: str) -> bool | None:
        """The last word on this; None where nobody asked."""
        return next((one.is_given for one in reversed(self.consents) if one.what == what), None)

    def referral_consent(self, service: str) -> Consent | None:
        """The last word on being referred to this service, a yes or a no; None where nobody asked."""
        return next((one for one in reversed(self.consents) if covers(one.what, service)), None)

    def agrees_to_referral(self, service: str) -> bool:
        """Whether a consent is in force that covers it."""
        said = self.referral_consent(service)
        return said is not None and said.is_given

    def is_owed(self, reminder: Reminder) -> bool:
        """Whether what the reminder asks for is still to be done."""
        return is_still_owed(reminder, self.plans)

"""What is known of a case: the value that the fold of its events gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

LADDER = (
    "new",
    "claimed",
    "locating",
    "located",
    "handed over",
    "acknowledged",
    "en route",
    "at scene",
    "with the person",
    "outcome",
    "in follow-up",
    "closed",
)
WITH_THE_PERSON = frozenset({"reached", "alive", "injured", "hospital"})  # outcomes that say so
EXERCISE_IS_OVER = "the exercise is over"  # the reason with which the end of one closes what is left
RANK = {state: rank for rank, state in enumerate(LADDER)}
_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


class Step(NamedTuple):
    """One rung reached (or left): when it was so, who said it. Aware UTC."""

    kind: str  # a state of the ladder, or released, not at place, follow-up ended, reopened
    happened_at: datetime
    actor: str


class Place(NamedTuple):
    """A place somebody named. Degrees WGS84; `accuracy_m` is the radius in metres, None when nobody said."""

    lat: float
    lon: float
    accuracy_m: float | None
    source: str  # one of triage.PLACE_SOURCES
    text: str
    happened_at: datetime
    actor: str
    district: str = ""
    is_guess: bool = False
    from_alert: bool = False
    given_by: str = ""  # who gave it: a name, an office, a number
    whose: str = "person"  # person, phone-owner, account-owner: these may be three people
    is_candidate: bool = False  # kept beside the one that counts
    is_refuted: bool = False  # somebody was there and the person was not


class Choice(NamedTuple):
    """Which of the places counts, and why: `at` is its index among the places."""

    at: int
    reason: str
    happened_at: datetime
    actor: str


class Jurisdiction(NamedTuple):
    """Whose case it is, as a person decided. District in English; `force`: district commissionerate grp."""

    district: str
    thana: str
    force: str
    state: str  # another state than Uttar Pradesh, in English, or ""
    reason: str
    actor: str


class HandOver(NamedTuple):
    """The case went to somebody outside the room. `ref` is their own event id or name, free text.

    By phone, slip or hand it is there at `happened_at`; by the outbox once it was sent.
    """

    to: str
    happened_at: datetime
    actor: str
    ref: str = ""
    via: str = ""  # the kind of connector: smtp eido-https cap-https cap-folder sms-https slip phone, or ""
    connector: str = ""  # its name
    letter: str = ""  # its id in the outbox, or ""
    language: str = ""
    sent_at: datetime | None = None
    failure: str = ""  # why it was not sent so far
    answer: str = ""  # their last word, a rung or "not at place"
    answered_at: datetime | None = None

    @property
    def is_there(self) -> bool:
        """Whether the other side has it."""
        return not self.letter or self.sent_at is not None or self.answered_at is not None


class Call(NamedTuple):
    """A telephone call that somebody logged. `result`: answered no-answer busy wrong-number switched-off."""

    who: str
    phone: str
    result: str
    text: str
    happened_at: datetime
    actor: str
    to: str = ""  # the receiver of the hand-over, or stf, that it was made to


class Try(NamedTuple):
    """A try to find the person. `status`: asked, nothing, or "" where nobody said."""

    text: str
    at: datetime
    actor: str
    source: str = ""  # one of triage.PLACE_SOURCES, or ""
    status: str = ""
    given_by: str = ""  # who was asked, or who answered


class Hint(NamedTuple):
    """Words of the alert that may make it more urgent. Not clinical."""

    kind: str
    words: str


class Report(NamedTuple):
    """What the ground said, with the time on the ground and the time it was entered here."""

    step: str
    sender: str
    happened_at: datetime
    at: datetime
    actor: str
    to: str = ""  # the hand-over that it answers
    ref: str = ""
    via: str = ""  # mail, https, phone, or ""
    is_out_of_order: bool = False  # a rung that lies before one already reported for the same time or earlier
    mail: str = ""  # SHA-256 in hex of the e-mail that brought it


class Note(NamedTuple):
    """Words of an operator."""

    text: str
    at: datetime
    actor: str


class Alert(NamedTuple):
    """One alert as it came in; a joined case has several."""

    source: str
    received_at: datetime
    mail: str  # SHA-256 in hex, or ""
    subject: str
    sender: str
    text: str
    template: str
    authenticity: str
    why: str
    quarantined: str
    ring: str  # alert, soft
    number: str


class Proposal(NamedTuple):
    """Another case that may be the same person, and the reason."""

    other: UUID
    number: str
    why: tuple[str, ...]


class Known(NamedTuple):
    """A person who is known already and whom this alert may be about, and the reason.

    `is_sure`: the same account or phone; a person confirms it by one key. Else only alike.
    """

    person: UUID  # the file of theirs that was found
    why: tuple[str, ...]
    is_sure: bool
    is_confirmed: bool = False


class Arrival(NamedTuple):
    """One way in which the room heard of it. Aware UTC."""

    number: str
    source: str
    at: datetime


def is_weak(why: Iterable[str]) -> bool:
    """Only the time and the words agree: less than an account or a number."""
    return all(reason.startswith(("time:", "words:")) for reason in why)


class IpSeen(NamedTuple):
    """An address and the time that stood beside it, if one did."""

    ip: str
    at: str  # ISO 8601 UTC or ""


@dataclass(slots=True)
class Facts:
    """What the alerts and the operators say about the person, in the order it came; nothing twice."""

    account_urls: tuple[str, ...] = ()
    usernames: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    ips: tuple[IpSeen, ...] = ()
    pin_codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    def plus(self, more: Mapping[str, Any]) -> "Facts":
        """These facts and those of an event body."""
        told = [name for name, values in more.items() if values and name in _FACTS]
        if not told:
            return self
        after = Facts(
            self.account_urls,
            self.usernames,
            self.phones,
            self.emails,
            self.ips,
            self.pin_codes,
            self.names,
            self.times,
        )
        for name in told:
            known, fresh = getattr(self, name), tuple(map(_seen if name == "ips" else str, more[name]))
            is_first = len(fresh) == 1 and not known
            setattr(after, name, fresh if is_first else tuple(dict.fromkeys(known + fresh)))
        return after


_FACTS = frozenset(f.name for f in fields(Facts))


def _seen(item: Mapping[str, Any]) -> IpSeen:
    return _made(IpSeen, (str(item["ip"]), str(item.get("at") or "")))


@dataclass(slots=True)
class Case:
    """A case as its events tell it. Made by `fold` only; treat it as frozen. Times are aware UTC."""

    id: UUID
    number: str = ""
    numbers: tuple[str, ...] = ()
    state: str = "new"
    opened_at: datetime | None = None
    received_at: datetime | None = None
    owner: str = ""
    claimed_at: datetime | None = None
    alerts: tuple[Alert, ...] = ()
    facts: Facts = field(default_factory=Facts)
    platform: str = ""
    category: str = ""
    means: str = ""
    is_minor: bool = False
    is_live: bool = False
    is_exercise: bool = False
    district_hint: str = ""  # where a PIN code of the alert lies: a guess, never a place
    places: tuple[Place, ...] = ()
    choice: Choice | None = None
    jurisdiction: Jurisdiction | None = None
    hints: tuple[Hint, ...] = ()
    checks: tuple[str, ...] = ()
    tries: tuple[Try, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    reports: tuple[Report, ...] = ()
    calls: tuple[Call, ...] = ()
    notes: tuple[Note, ...] = ()
    outcome_facts: tuple[str, ...] = ()
    not_reached: str = ""
    outcome_at: datetime | None = None
    outcome_by: str = ""
    reviewed_by: str = ""
    close_reason: str = ""
    is_closing: bool = False  # somebody wants it closed: it stays open until a second person has agreed
    joined_into: UUID | None = None
    joined_into_number: str = ""
    absorbed: tuple[tuple[UUID, str], ...] = ()
    brought: tuple[Arrival, ...] = ()  # how the alerts of the joined cases came in
    void_joins: tuple[tuple[UUID, str], ...] = ()  # joins that would have closed a circle
    proposals: tuple[Proposal, ...] = ()
    known: tuple[Known, ...] = ()  # persons of earlier cases; those confirmed first, then the sure
    walked: tuple[Any, ...] = ()  # the fields of one step after the other: one value to keep, not ten
    unknown_kinds: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()  # kinds of the events whose bodies nobody can use
    sealed: int = 0  # events whose words nobody can read here: their key has not come, or was destroyed
    is_erased: bool = False  # it was destroyed
    awaits_undone: bool = False  # something was taken back that may come yet: only a new fold can tell then
    event_count: int = 0
    last_at: datetime | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The rungs reached and left, in the order in which they were entered."""
        return tuple(map(Step, self.walked[::3], self.walked[1::3], self.walked[2::3]))

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """Every way in which it came in, the first one first; those of joined cases too."""
        own = (Arrival(alert.number or self.number, alert.source, alert.received_at) for alert in self.alerts)
        return tuple(sorted({*own, *self.brought}, key=lambda came: (came.at, came.number)))

    @property
    def place(self) -> Place | None:
        """The place that counts: the one a person chose or set last, else the first that an alert named."""
        if self.choice is not None:
            return self.places[self.choice.at]
        for place in reversed(self.places):
            if not place.from_alert and not place.is_candidate:
                return place
        return self.places[0] if self.places else None

    @property
    def district(self) -> str:
        """English name of the district as far as known: as decided, of the place, else a hint."""
        if self.jurisdiction is not None and self.jurisdiction.district:
            return self.jurisdiction.district
        place = self.place
        return place.district if place and place.district else self.district_hint

    @property
    def is_of_known_person(self) -> bool:
        """Somebody who was in danger before, for certain or by the same account or phone."""
        return any(one.is_sure or one.is_confirmed for one in self.known)

    @property
    def is_open(self) -> bool:
        """Somebody still has something to do."""
        return self.state != "closed"

    @property
    def quarantined(self) -> str:
        """Why the mail could not be read in full, or empty."""
        return self.alerts[0].quarantined if self.alerts else ""

    @property
    def ring(self) -> str:
        """How the room is told: alert (until claimed) or soft (once, no clue and no template in it)."""
        for alert in self.alerts:
            if alert.ring == "alert":
                return "alert"
        return "soft" if self.alerts else "alert"

    @property
    def review_due(self) -> bool:
        """A second person must look: not reached, a death, or to be closed with nobody at the person."""
        if self.reviewed_by or self.ring == "soft" or self.joined_into:
            return False
        return bool(self.not_reached) or "died" in self.outcome_facts or self.is_closing

    @property
    def may_close_alone(self) -> bool:
        """Whether one person may close it: somebody was with the person, or it never was an alert."""
        if self.ring == "soft" or self.joined_into or self.category == "not-suicide":
            return True
        if self.is_exercise and self.close_reason == EXERCISE_IS_OVER:
            return True
        if self.not_reached or "died" in self.outcome_facts:
            return bool(self.reviewed_by)
        is_reached = bool(WITH_THE_PERSON.intersection(self.outcome_facts))
        return is_reached or "with the person" in self.walked[::3] or bool(self.reviewed_by)

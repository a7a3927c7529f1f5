"""A referral to another service, and a reminder to a district: what was asked, what came of it. Pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from controlroom.domain.care.plans import Plan, day_in_india, standing_of

SERVICES: Final = ("tele-manas", "dmhp", "hospital", "1090", "181", "1098", "ngo", "helpline")
REASONS: Final = ("crisis", "treatment", "distress", "violence", "harassment", "child", "need", "other")
BY: Final = ("mail", "slip", "phone")  # how a service is asked
ANSWERS: Final = ("acknowledged", "declined", "unclear")
REFERRAL_ENDS: Final = ("seen", "not-come", "refused", "not-needed", "withdrawn", "elsewhere", "mistake")
MISTAKE: Final = "mistake"  # of REFERRAL_ENDS
SAID: Final = ("acknowledged", "done")  # what a district answers to a reminder
ANSWER_HOURS: Final[Mapping[str, int]] = {  # until which a service has answered
    "tele-manas": 24,
    "dmhp": 72,
    "hospital": 24,
    "1090": 24,
    "181": 24,
    "1098": 24,
    "ngo": 72,
    "helpline": 48,
}
REMINDER_HOURS: Final = 24
REMINDER: Final = "reminder"  # its name among the hours that the room sets
LONGEST_HOURS: Final = 30 * 24
STAGES: Final = (("due", 0), ("late", 3), ("very-late", 7))  # days behind the day of the contact
FIRST: Final = "first"  # the contact after the rescue, which no plan has a day for


class Asked(NamedTuple):
    """One time that the service was asked. `at` is aware UTC; `letter` is "" where it was told by word."""

    letter: str
    at: datetime
    by: str  # one of BY
    connector: str
    hours: int
    actor: str
    sent_at: datetime | None = None
    failure: str = ""
    event: UUID | None = None  # that says so

    @property
    def has_left(self) -> bool:
        """Whether they were asked: the letter went, or they were told by word."""
        return self.sent_at is not None or not self.letter

    @property
    def due_at(self) -> datetime:
        """When the answer is due."""
        return (self.sent_at or self.at) + timedelta(hours=self.hours)


class Answer(NamedTuple):
    """What they answered. `step` is one of ANSWERS, for a reminder of SAID or unclear; `at` aware UTC."""

    id: UUID
    step: str
    who: str
    via: str  # mail or phone
    ref: str
    at: datetime
    actor: str


class Referral(NamedTuple):
    """A person was referred to a service. What for, only counsellors read: it stands in another event."""

    id: UUID
    file: UUID
    service: str  # one of SERVICES
    entry: str  # its key in the directory
    name: str  # as the directory calls it, in English
    number: str  # of the case
    case: UUID | None
    basis: str  # consent or danger
    consent: UUID | None  # the event it rests on
    asked: tuple[Asked, ...]
    answers: tuple[Answer, ...] = ()
    vouched_by: str = ""  # the supervisor who has stated that there is danger to life
    end: str = ""  # one of REFERRAL_ENDS
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Somebody still has to see to it."""
        return not self.end

    @property
    def has_left(self) -> bool:
        """Whether the service knows of it: from then on it can only be ended."""
        return bool(self.answers) or any(one.has_left for one in self.asked)

    @property
    def last_asked(self) -> Asked:
        """When it was asked last; of one moment the last in the room's order."""
        return sorted(self.asked, key=lambda one: one.at)[-1]

    @property
    def answer(self) -> str:
        """The last word of the service since it was asked last: one of ANSWERS, or ""."""
        since = [one for one in self.answers if one.at >= self.last_asked.at]
        return since[-1].step if since else ""

    @property
    def is_withdrawable(self) -> bool:
        """It rests on a consent, so that its withdrawal ends it."""
        return self.basis != "danger" or not self.vouched_by


class Reminder(NamedTuple):
    """A district was reminded of one contact at one stage; the id follows from the three. Aware UTC."""

    id: UUID
    file: UUID
    plan: UUID
    contact: str
    stage: str
    number: str
    district: str
    asked: Asked
    answers: tuple[Answer, ...] = ()
    is_mistake: bool = False  # it went, and somebody has said since that it was one

    @property
    def has_left(self) -> bool:
        """Whether the district knows of it."""
        return bool(self.answers) or self.asked.has_left

    @property
    def answer(self) -> str:
        """The last word of the district: one of SAID, unclear, or ""."""
        return self.answers[-1].step if self.answers else ""


class Reason(NamedTuple):
    """What only counsellors and supervisors read of a referral: why, what was told, what was answered."""

    id: UUID  # of its event
    referral: UUID  # or the reminder that they answered
    reason: str  # one of REASONS, or "" where it is what they answered
    text: str
    danger: str  # why a supervisor referred without consent
    letter: str  # whose text this is, or ""
    told: str  # the text that left the house
    at: datetime
    actor: str


class Standing(NamedTuple):
    """How a referral or reminder stands. `state`: withdrawn, failed, declined, unclear, overdue, waiting,
    acknowledged, done, over. `due_at`: when an answer is due, None where none is waited for."""

    state: str
    due_at: datetime | None


NEEDS_HAND: Final = ("withdrawn", "failed", "declined", "unclear", "overdue")  # the most urgent first


def covers(what: str, service: str) -> bool:
    """Whether a consent to this covers a referral to that service: to `referral`, which is any service;
    to `referral SERVICE` or `SERVICE`, which is that one."""
    words = what.casefold().replace("_", " ").split()
    is_referral = bool(words) and words[0].rstrip("s:") in ("referral", "refer")
    named = " ".join(words[is_referral:]).removeprefix("to ")
    return named == service or (is_referral and not named)


def referral_standing(one: Referral, *, is_agreed: bool, now: datetime) -> Standing:
    """The one rule for what is chased. `is_agreed`: the last word on its consent is a yes; `now` aware."""
    if not one.is_open:
        return Standing("over", None)
    if not is_agreed and one.is_withdrawable:
        return Standing("withdrawn", None)
    if one.answer == "acknowledged":
        return Standing("acknowledged", None)
    return _chased(one.last_asked, one.answer, now)


def reminder_standing(one: Reminder, *, is_owed: bool, now: datetime) -> Standing:
    """Likewise of a reminder. `is_owed`: its plan runs, and nobody has spoken with the person since."""
    if not is_owed:
        return Standing("over", None)
    if one.answer in SAID:
        return Standing(one.answer, None)
    return _chased(one.asked, one.answer, now)


def _chased(last: Asked, answer: str, now: datetime) -> Standing:
    if answer in ("declined", "unclear"):
        return Standing(answer, None)
    if last.failure:
        return Standing("failed", None)
    return Standing(chased(last.due_at, now), last.due_at)


def chased(due_at: datetime, now: datetime) -> str:
    """Whether an answer is overdue, or still waited for (aware times)."""
    return "overdue" if now > due_at else "waiting"


def stage_of(due: date, today: date) -> str:
    """How far behind its day a contact is: one of the names of STAGES, "" before the day."""
    return next((name for name, days in reversed(STAGES) if today - due >= timedelta(days=days)), "")


def without_taken_back(referrals: Iterable[Referral], undone: Collection[UUID]) -> tuple[Referral, ...]:
    """What was taken back before it left is none; what had left by then has ended, as made by mistake."""
    found = list[Referral]()
    for one in referrals:
        taken = [asked for asked in one.asked if asked.event in undone]
        kept = tuple(asked for asked in one.asked if asked not in taken or asked.has_left or one.answers)
        if kept and all(asked in taken for asked in kept):
            one = one._replace(end=one.end or MISTAKE)
        if kept:
            found.append(one._replace(asked=kept))
    return tuple(found)


def one_reminder_each(reminders: Iterable[Reminder], undone: Collection[UUID]) -> tuple[Reminder, ...]:
    """Likewise; of two desks that reminded, or of a second time after the first was taken back, one."""
    found = dict[UUID, Reminder]()
    for one in reminders:
        is_taken = one.asked.event in undone
        known = found.get(one.id)
        if (known is None or known.is_mistake) and (one.has_left or not is_taken):
            found[one.id] = one._replace(is_mistake=is_taken)
    return tuple(found.values())


class Wanting(NamedTuple):
    """The contact that a district is reminded of, and its stage. `due` is a day in India."""

    contact: str
    stage: str
    due: date


def wanting(plan: Plan, now: datetime) -> Wanting | None:
    """The last contact of a running plan whose day has come; else the first one, a day after the rescue."""
    if not plan.is_running:
        return None
    today = day_in_india(now)
    late = [one for one in plan.owed if one.due <= today]
    if late:
        return Wanting(late[-1].key, stage_of(late[-1].due, today), late[-1].due)
    first = standing_of(plan, now).first
    day = day_in_india(plan.started_at)
    return Wanting(FIRST, first, day) if first in ("due", "late") else None


def is_still_owed(one: Reminder, plans: Iterable[Plan]) -> bool:
    """Whether what the reminder asks for is still to be done: never by a plan that has ended."""
    if one.is_mistake:
        return False
    plan = next((plan for plan in plans if plan.id == one.plan and plan.is_running), None)
    if plan is None:
        return False
    if one.contact == FIRST:
        return not plan.is_first_made
    return any(contact.key == one.contact for contact in plan.owed)


def hours_from(value: Any) -> dict[str, int]:
    """How long each service has for its answer, in hours: as the room has set it over ANSWER_HOURS."""
    told = value if isinstance(value, Mapping) else {}
    usual = {**ANSWER_HOURS, REMINDER: REMINDER_HOURS}
    return {name: _hours(told.get(name), hours) for name, hours in usual.items()}


def _hours(value: Any, usual: int) -> int:
    is_good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LONGEST_HOURS
    return value if is_good else usual

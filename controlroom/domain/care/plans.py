"""A follow-up plan: its contacts, when they are due, what came of them. Days are days in India. Pure."""

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Final, NamedTuple
from uuid import UUID

IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")
RESULTS: Final = ("reached", "no-answer", "refused", "wrong-number", "moved", "hospital")
CHANNELS: Final = ("phone", "visit", "message", "video", "family", "other")
NEXT_STEPS: Final = ("", "go-on", "call-again", "visit", "refer", "other-number", "tell-supervisor", "end")
ENDS: Final = ("completed", "refused", "moved", "lost", "died", "not-needed")
OWNERS: Final = ("counsellor", "district", "1090", "ngo", "unicef", "hospital", "other")
PATHS: Final = ("person", "guardian")  # whom the contacts speak to
FIRST_FROM, FIRST_UNTIL = timedelta(hours=24), timedelta(hours=72)
_GAP = re.compile(r"(\d{1,3})([dwm])")


def day_in_india(moment: datetime) -> date:
    """The calendar day in India at this moment (aware)."""
    return moment.astimezone(IST).date()


def after(start: date, gap: str) -> date:
    """The day a gap later: `3d`, `2w`, `4m`. A month that is too short ends on its last day.

    Raises ValueError for a gap that is written otherwise, OverflowError past the year 9999.
    """
    found = _GAP.fullmatch(gap)
    if not found:
        raise ValueError("no such gap")
    count, unit = int(found[1]), found[2]
    if unit != "m":
        return start + timedelta(days=count * (7 if unit == "w" else 1))
    years, month = divmod(start.month - 1 + count, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


class Owner(NamedTuple):
    """Who keeps in touch. `kind` is one of OWNERS; `name` a login, an office or a name."""

    kind: str
    name: str


class Attempt(NamedTuple):
    """One try to reach the person. `happened_at` is aware UTC; `next_on` a day in India."""

    id: UUID  # of its event
    result: str  # one of RESULTS
    channel: str
    minutes: int
    next_step: str  # one of NEXT_STEPS
    next_on: date | None
    happened_at: datetime
    actor: str


class Contact(NamedTuple):
    """One contact of a plan. `planned` is the day the template gave, `due` the day that counts."""

    key: str
    planned: date
    due: date
    attempts: tuple[Attempt, ...] = ()

    @property
    def is_made(self) -> bool:
        """Somebody spoke with the person."""
        return any(attempt.result == "reached" for attempt in self.attempts)


class Plan(NamedTuple):
    """A plan as its events tell it. `started_at` and `ended_at` are aware UTC."""

    id: UUID
    file: UUID  # the stream that its events stand in
    template: str
    path: str
    start: date
    started_at: datetime
    case: UUID | None
    number: str
    owner: Owner
    contacts: tuple[Contact, ...]
    why: str = ""  # why it was started
    owners: tuple[tuple[Owner, datetime], ...] = ()  # every owner, the first one first, since when
    end: str = ""  # one of ENDS, or "" while it runs
    end_reason: str = ""
    ended_at: datetime | None = None
    replaced_by: UUID | None = None  # the plan that was started again

    @property
    def is_running(self) -> bool:
        """Somebody still has to keep in touch by this plan."""
        return not self.end and self.replaced_by is None

    @property
    def is_first_made(self) -> bool:
        """Somebody spoke with the person since the rescue."""
        return any(contact.is_made for contact in self.contacts)

    @property
    def owed(self) -> tuple[Contact, ...]:
        """What is still to be made: behind the last contact that was, in the order of the days."""
        made = [at for at, contact in enumerate(self.contacts) if contact.is_made]
        return self.contacts[made[-1] + 1 :] if made else self.contacts


def in_order(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """By day; of one day by key."""
    return tuple(sorted(contacts, key=lambda one: (one.due, one.key)))


def contacts_of(start: date, gaps: Sequence[str]) -> tuple[Contact, ...]:
    """The contacts of a template from its first day on."""
    days = ((gap, after(start, gap)) for gap in gaps)
    return in_order(Contact(gap, day, day) for gap, day in days)


class Standing(NamedTuple):
    """How a plan stands on one day. `overdue` are the contacts whose day has passed, the oldest first."""

    overdue: tuple[date, ...]
    is_due_today: bool
    next_due: date | None  # the first day from today on
    first: str  # of the first contact since the rescue: "" made, early (before 24 h), due, late (after 72 h)


def standing(
    owed: Iterable[date], *, is_running: bool, is_first_made: bool, started_at: datetime, now: datetime
) -> Standing:
    """The one rule for what is due and overdue. `owed`: the days of what is to be made; aware times."""
    if not is_running:
        return Standing((), False, None, "")
    today, days = day_in_india(now), sorted(owed)
    return Standing(
        overdue=tuple(day for day in days if day < today),
        is_due_today=today in days,
        next_due=next((day for day in days if day >= today), None),
        first="" if is_first_made else _first(now - started_at),
    )


def _first(passed: timedelta) -> str:
    if passed < FIRST_FROM:
        return "early"
    return "due" if passed <= FIRST_UNTIL else "late"


def standing_of(plan: Plan, now: datetime) -> Standing:
    """How this plan stands now (aware)."""
    return standing(
        [contact.due for contact in plan.owed],
        is_running=plan.is_running,
        is_first_made=plan.is_first_made,
        started_at=plan.started_at,
        now=now,
    )


def contact_state(plan: Plan, contact: Contact, now: datetime) -> str:
    """made, missed (a later one was made), let-go (the plan has ended), overdue, due or waiting."""
    if contact.is_made:
        return "made"
    if contact not in plan.owed:
        return "missed"
    if not plan.is_running:
        return "let-go"
    today = day_in_india(now)
    return "overdue" if contact.due < today else "due" if contact.due == today else "waiting"

"""Was the follow-up done as it was planned: contacts, windows, new alerts, by week, district or owner. Pure.

Days are days in India, both inclusive. A contact counts on the day on which it is due, once that day has come
and unless the plan had ended (or was started again) before it. Contacts beside the plan are told apart.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from controlroom.casework.care.followup import NEAR
from controlroom.casework.figures import bounds
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import FIRST_FROM, FIRST_UNTIL, Contact, Plan, after, day_in_india
from controlroom.errors import Sentence

BY: Final = ("week", "district", "owner")
FIRST: Final = "first"  # the window of the first contact: 72 hours after the rescue
LAST_WINDOW: Final = timedelta(days=28)  # of the last contact, behind which no other one comes
AGAIN_DAYS: Final = (30, 90, 365)
NOTE: Final = Sentence(
    "Counted on this desk, from the files of people that it holds: those that the room has written in last."
)
FEW: Final = 5  # people: a row about fewer could point at one of them


class Followed(Protocol):
    """Gives everybody who has, or had, a plan."""

    def followed(self) -> Iterable[Person]: ...


class Tally(NamedTuple):
    """How many contacts. `in_window`: reached before the next one was due; `open`: it still may be."""

    planned: int = 0
    tried: int = 0
    reached: int = 0
    in_window: int = 0
    open: int = 0
    moved: int = 0  # the person asked for another day
    people: int = 0

    @property
    def is_small(self) -> bool:
        """So few people stand behind it that a file must not show it."""
        return 0 < self.people < FEW


class Again(NamedTuple):
    """Of those whose plan began in these days, and since when so many passed: who was in danger again."""

    days: int
    of: int
    again: int


@dataclass(frozen=True, slots=True)
class Fidelity:
    """What was planned and what was done. `at` is aware UTC: what is due later is not in it."""

    first: date
    last: date
    at: datetime
    by: str
    total: Tally
    windows: tuple[tuple[str, Tally], ...]
    groups: tuple[tuple[str, Tally], ...]
    plans: int  # that began in these days
    again: tuple[Again, ...]
    extra: int  # contacts beside the plan in which somebody was reached


class Due(NamedTuple):
    """One planned contact, and what came of it."""

    person: UUID
    window: str
    week: str  # its Monday
    district: str
    owner: str
    is_tried: bool
    is_reached: bool
    is_in_window: bool
    is_open: bool
    is_moved: bool


def fidelity_of(care: Followed, *, first: date, last: date, now: datetime, by: str = "week") -> Fidelity:
    """Read and count, for a screen or a word. Raises BadInput where the last day lies before the first."""
    bounds(first, last)
    return count(care.followed(), first=first, last=last, now=now, by=by)


def count(persons: Iterable[Person], *, first: date, last: date, now: datetime, by: str = "week") -> Fidelity:
    """One pass over the people; `by` is one of BY."""
    dues, firsts, chances = list[Due](), list[Due](), list[tuple[timedelta, timedelta | None]]()
    plans = extra = 0
    for person in persons:
        began = [plan for plan in person.plans if first <= day_in_india(plan.started_at) <= last]
        plans += len(began)
        dues += _dues(person, first, last, now)
        firsts += [due for plan in began if (due := _first_due(person, plan, now)) is not None]
        extra += _extra(person, first, last)
        if began:
            chances.append((now - began[0].started_at, _again_after(person, began[0])))
    return Fidelity(
        first=first,
        last=last,
        at=now,
        by=by,
        total=tally(dues),
        windows=(*_grouped(firsts, lambda due: due.window), *_windows(dues)),
        groups=_grouped(dues, lambda due: str(getattr(due, by))),
        plans=plans,
        again=tuple(_again(chances, days) for days in AGAIN_DAYS),
        extra=extra,
    )


def tally(dues: Sequence[Due]) -> Tally:
    """Count these."""
    return Tally(
        planned=len(dues),
        tried=sum(due.is_tried for due in dues),
        reached=sum(due.is_reached for due in dues),
        in_window=sum(due.is_in_window for due in dues),
        open=sum(due.is_open for due in dues),
        moved=sum(due.is_moved for due in dues),
        people=len({due.person for due in dues}),
    )


def _grouped(dues: Sequence[Due], key: Callable[[Due], str]) -> tuple[tuple[str, Tally], ...]:
    found: dict[str, list[Due]] = {}
    for due in dues:
        found.setdefault(key(due), []).append(due)
    return tuple((name, tally(some)) for name, some in sorted(found.items()))


def _windows(dues: Sequence[Due]) -> list[tuple[str, Tally]]:
    """The soonest first: 1w before 4m."""
    return sorted(_grouped(dues, lambda due: due.window), key=lambda one: (_length(one[0]), one[0]))


def _length(key: str) -> date:
    try:
        return after(date(2001, 1, 1), key)
    except (ValueError, OverflowError):
        return date.max  # a template of a newer version names them otherwise


# --- contacts -----------------------------------------------------------------------------------------


def _dues(person: Person, first: date, last: date, now: datetime) -> Iterator[Due]:
    today = day_in_india(now)
    for plan, until in zip(person.plans, _last_days(person.plans), strict=True):
        planned = [contact for contact in plan.contacts if not _is_extra(contact)]
        for at, contact in enumerate(planned):
            is_due = contact.due <= today and (until is None or contact.due <= until)
            if first <= contact.due <= last and (is_due or contact.is_made):
                nearest = planned[at + 1].due if at + 1 < len(planned) else contact.due + LAST_WINDOW
                yield _due(person, plan, contact, nearest, today)


def _last_days(plans: Sequence[Plan]) -> list[date | None]:
    """Of each plan the day on which it ended or was started again, None while it runs."""
    found = list[date | None]()
    for at, plan in enumerate(plans):
        ended = plan.ended_at
        if ended is None and plan.replaced_by is not None and at + 1 < len(plans):
            ended = plans[at + 1].started_at
        found.append(day_in_india(ended) if ended else None)
    return found


def _is_extra(contact: Contact) -> bool:
    return contact.key.startswith("x")


def _due(person: Person, plan: Plan, contact: Contact, until: date, today: date) -> Due:
    """`until` is the day from which on it is too late."""
    days = [day_in_india(one.happened_at) for one in contact.attempts if one.result == "reached"]
    is_waiting = plan.is_running and contact in plan.owed
    return Due(
        person=person.id,
        window=contact.key,
        week=(contact.due - timedelta(days=contact.due.weekday())).isoformat(),
        district=person.district,
        owner=_owner_on(plan, contact.due),
        is_tried=bool(contact.attempts),
        is_reached=bool(days),
        is_in_window=any(contact.due - NEAR <= day < until for day in days),
        is_open=not days and is_waiting and today < until,
        is_moved=contact.due != contact.planned,
    )


def _owner_on(plan: Plan, day: date) -> str:
    """Who kept in touch at the end of that day."""
    there = [owner for owner, since in plan.owners if day_in_india(since) <= day]
    return (there[-1] if there else plan.owner).name


def _first_due(person: Person, plan: Plan, now: datetime) -> Due | None:
    """The first word after the rescue; None where the plan ended before anybody had to speak."""
    tries = [one for contact in plan.contacts for one in contact.attempts]
    spoken = [one.happened_at for one in tries if one.result == "reached"]
    if not spoken and plan.ended_at and plan.ended_at - plan.started_at < FIRST_FROM:
        return None
    is_soon = any(at - plan.started_at <= FIRST_UNTIL for at in spoken)
    day = day_in_india(plan.started_at)
    return Due(
        person=person.id,
        window=FIRST,
        week=(day - timedelta(days=day.weekday())).isoformat(),
        district=person.district,
        owner=_owner_on(plan, day),
        is_tried=bool(tries),
        is_reached=bool(spoken),
        is_in_window=is_soon,
        is_open=not spoken and plan.is_running and now - plan.started_at < FIRST_UNTIL,
        is_moved=False,
    )


def _extra(person: Person, first: date, last: date) -> int:
    contacts = (one for plan in person.plans for one in plan.contacts)
    return sum(_is_extra(one) and one.is_made and first <= one.due <= last for one in contacts)


# --- in danger again ----------------------------------------------------------------------------------


def _again_after(person: Person, plan: Plan) -> timedelta | None:
    """How long after this rescue another alert was said to be about the same person."""
    later = [case.at - plan.started_at for case in person.cases if case.id != plan.case]
    return min((gap for gap in later if gap > timedelta(0)), default=None)


def _again(chances: Sequence[tuple[timedelta, timedelta | None]], days: int) -> Again:
    """Only those of whom so many days have passed: who was saved yesterday says nothing of a year."""
    span = timedelta(days=days)
    seen = [gap for passed, gap in chances if passed >= span]
    return Again(days, len(seen), sum(gap is not None and gap <= span for gap in seen))

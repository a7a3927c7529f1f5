"""How long what is known of a person is kept: a clock that only asks; a review decides. Pure."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from controlroom.domain.care.plans import after, day_in_india

if TYPE_CHECKING:
    from controlroom.domain.care.person import Person

YEARS: Final = 3  # after the last word with the person, until an administrator sets what the law says
FEWEST_YEARS: Final = 1
MOST_YEARS: Final = 30
GROUNDS: Final = ("retention-over", "request", "court-order", "mistake")  # for an erasure


class Retention(NamedTuple):
    """Until when the data is kept without a new look. Days are days in India."""

    since: date  # the last that happened with the person
    what: str  # opened, case, contact or plan-ended
    due: date
    is_due: bool
    is_running: bool  # a plan runs, or a case was linked since: no clock


def retention_of(person: "Person", now: datetime, *, years: int = YEARS) -> Retention | None:
    """The clock of this person at this moment (aware); None where there is nothing left to keep.

    It starts anew with every case, contact and end of a plan. A review may put its end off or draw it nearer.
    """
    if person.erased_at is not None:
        return None
    last, what = last_word(person)
    since = day_in_india(last)
    due = after(since, f"{12 * years}m")
    if (until := kept_until(person, last)) is not None:
        due = until
    is_running = person.plan is not None
    return Retention(since, what, due, day_in_india(now) >= due and not is_running, is_running)


def last_word(person: "Person") -> tuple[datetime, str]:
    """When something last happened with the person (aware UTC), and what: as in `Retention.what`."""
    moments = [(person.opened_at or person.last_at, "opened")]
    moments += [(case.at, "case") for case in person.cases]
    moments += [(one.happened_at, "contact") for one in person.attempts]
    moments += [(plan.ended_at, "plan-ended") for plan in person.plans]
    return max((at, what) for at, what in moments if at is not None)


def kept_until(person: "Person", since: datetime) -> date | None:
    """The day that a review since then has set; None where nobody has looked."""
    later = [one for one in person.reviews if one.at >= since]
    return later[-1].keep_until if later else None


def last_day_over(today: date, *, years: int) -> date:
    """The last day since which so many years are over on this day: the clock of an earlier one is, too."""
    found = today - timedelta(days=366 * years)
    while after(found + timedelta(days=1), f"{12 * years}m") <= today:
        found += timedelta(days=1)
    return found


def years_from(value: object) -> int:
    """What the room has set, of whatever version; YEARS where it can't be used."""
    if isinstance(value, int) and not isinstance(value, bool) and FEWEST_YEARS <= value <= MOST_YEARS:
        return value
    return YEARS

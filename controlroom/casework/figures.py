"""The figures that the room answers for: pure over the cases of a stretch of days. No case counts twice."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from statistics import median, quantiles
from typing import Any, Protocol

from controlroom.casework.room.sharing import RECENT_DAYS
from controlroom.domain.case import Case
from controlroom.domain.triage import is_saved
from controlroom.errors import BadInput, Sentence

IST = timezone(timedelta(hours=5, minutes=30), "IST")


class CasesOfDays(Protocol):
    """Gives the cases whose first alert came in from `start` on and before `end` (aware UTC)."""

    def received_between(self, start: datetime, end: datetime) -> Sequence[Case]: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """Days are inclusive, in IST, by the first arrival. Minutes run to the time on the ground."""

    first: date
    last: date
    alerts: int = 0
    located: int = 0
    handed_over: int = 0
    reached: int = 0
    saved: int = 0
    not_known: int = 0  # nobody has said yet how it ended
    in_follow_up: int = 0
    review_due: int = 0  # a second person has to look
    not_reached: Mapping[str, int] = field(default_factory=dict)
    minutes: tuple[float, ...] = ()  # of each case that a person of ours is known to have reached

    @property
    def median_minutes(self) -> float | None:
        """Half of them were faster."""
        return round(median(self.minutes), 1) if self.minutes else None

    @property
    def p90_minutes(self) -> float | None:
        """Nine of ten were faster; between two of them where need be (as spreadsheets count it)."""
        if len(self.minutes) < 2:
            return self.median_minutes
        return round(quantiles(self.minutes, n=10, method="inclusive")[8], 1)


def held_since(now: datetime) -> date:
    """From this day on (IST) a desk of a shared room holds closed cases, too; of before only what is open."""
    return (now - timedelta(days=RECENT_DAYS)).astimezone(IST).date() + timedelta(days=1)


def note_of(first: date, now: datetime) -> Sentence:
    """What the figures of a desk of a shared room are counted from, in one sentence."""
    since = held_since(now)
    if first >= since:
        return Sentence(
            "Counted on this desk, which holds these days whole as far as it has been brought up to date."
        )
    return Sentence(
        "Counted on this desk, which holds the open cases and the newest of the last 90 days (since"
        " {day}). Closed cases before that are on the server and are not counted.",
        day=f"{since:%d.%m.%Y}",
    )


def bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """The first instant of the first day and the first after the last, as aware UTC."""
    if last < first:
        raise BadInput("The last day lies before the first; give the earlier one first.")
    last = min(last, date(9000, 1, 1))
    start = datetime.combine(first, time(), IST)
    return start.astimezone(UTC), datetime.combine(last + timedelta(days=1), time(), IST).astimezone(UTC)


def figures_of(reader: CasesOfDays, *, first: date, last: date) -> Figures:
    """Read and count, for a screen or a word."""
    return count(reader.received_between(*bounds(first, last)), first=first, last=last)


def count(cases: Iterable[Case], *, first: date, last: date) -> Figures:
    """Exercises, soft rows and what was joined into another never count; days outside neither."""
    start, end = bounds(first, last)
    counted = [
        case for case in cases if counts(case) and case.received_at and start <= case.received_at < end
    ]
    verdicts = Counter(is_saved(case) for case in counted)
    reasons = Counter(case.not_reached for case in counted if case.not_reached)
    minutes = (minutes_to_person(case) for case in counted)
    return Figures(
        first=first,
        last=last,
        alerts=len(counted),
        located=sum(map(is_located, counted)),
        handed_over=sum(bool(case.hand_overs) for case in counted),
        reached=sum(map(is_reached, counted)),
        saved=verdicts[True],
        not_known=verdicts[None],
        in_follow_up=sum(case.state == "in follow-up" for case in counted),
        review_due=sum(case.review_due for case in counted),
        not_reached=dict(sorted(reasons.items())),
        minutes=tuple(sorted(passed for passed in minutes if passed is not None)),
    )


def counts(case: Case) -> bool:
    """Whether a case is one of the room's figures at all."""
    return not (case.is_exercise or case.joined_into) and case.ring == "alert" and bool(case.alerts)


def is_located(case: Case) -> bool:
    """A person of ours said where, at some time."""
    return any(step.kind == "located" for step in case.steps)


def is_reached(case: Case) -> bool:
    """Somebody was with the person, as reported or as recorded at the end."""
    if case.not_reached:
        return False
    found = {"reached", "alive", "injured", "hospital", "died"}
    return bool(found.intersection(case.outcome_facts)) or _with_person_at(case) is not None


def minutes_to_person(case: Case) -> float | None:
    """From the first alert to the first time on the ground; None where that is not known, or not possible."""
    there = None if case.not_reached else _with_person_at(case)
    if there is None or case.received_at is None or there < case.received_at:
        return None
    return (there - case.received_at).total_seconds() / 60


def _with_person_at(case: Case) -> datetime | None:
    times = [report.happened_at for report in case.reports if report.step == "with-person"]
    return min(times, default=None)


def card(figures: Figures) -> dict[str, Any]:
    """The figures under the names that the command line promises."""
    return {
        "from": figures.first.isoformat(),
        "to": figures.last.isoformat(),
        "alerts": figures.alerts,
        "located": figures.located,
        "handed_over": figures.handed_over,
        "reached": figures.reached,
        "saved": figures.saved,
        "in_follow_up": figures.in_follow_up,
        "not_reached": dict(figures.not_reached),
        "not_known": figures.not_known,
        "review_due": figures.review_due,
        "minutes_to_person": {
            "median": figures.median_minutes,
            "p90": figures.p90_minutes,
            "n": len(figures.minutes),
        },
    }

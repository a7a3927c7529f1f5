"""What a person saw and carried in one shift, from the events of reading that there are. Pure.

It is for the person, and for whoever has to send somebody for a break: it says nothing of how well anybody
works, and no list is ever sorted by it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

WORDS_SHOWN: Final = ("all", "text", "mail")  # of `secret_revealed`: the alert's own words
PICTURE_SHOWN: Final = "picture"
USUAL_SHIFT: Final = timedelta(hours=8)  # looked at where somebody is not on duty
MOST: Final = 100  # of anything in one shift, and of hours: what a limit can be


class BreakLimits(NamedTuple):
    """From so many on a break is proposed. Our guesses: no source was found that has measured any, so that a
    room sets its own, by what its people say."""

    words: int = 12
    pictures: int = 4
    attempts: int = 3
    hours: int = 8


class Look(NamedTuple):
    """Somebody was shown something, or took a case. `at` is aware UTC."""

    actor: str
    kind: str  # secret_revealed, case_claimed
    case: UUID
    at: datetime
    field: str = ""


class Exposure(NamedTuple):
    """Since `since` (aware UTC): whose words were read, pictures that were shown clear, what was held."""

    person: str
    since: datetime
    words: int = 0  # cases
    pictures: int = 0
    attempts: int = 0  # cases that were triaged as an attempt in progress
    deaths: int = 0  # of these, or of others that they held


def exposure_of(
    person: str,
    looks: Iterable[Look],
    *,
    since: datetime,
    held: Iterable[UUID] = (),
    attempts: Iterable[UUID] = (),
    deaths: Iterable[UUID] = (),
) -> Exposure:
    """`held`: what they hold now; `attempts` and `deaths`: of all cases, which are such."""
    mine = [look for look in looks if look.actor == person and look.at >= since]
    cases = {look.case for look in mine if look.kind == "case_claimed"} | set(held)
    shown = [look for look in mine if look.kind == "secret_revealed"]
    return Exposure(
        person=person,
        since=since,
        words=len({look.case for look in shown if look.field in WORDS_SHOWN}),
        pictures=sum(look.field == PICTURE_SHOWN for look in shown),
        attempts=len(cases.intersection(attempts)),
        deaths=len(cases.intersection(deaths)),
    )


def limits_from(value: object) -> BreakLimits:
    """What the room has set, of whatever version, over our guesses."""
    told = value if isinstance(value, Mapping) else {}
    good = {name: told[name] for name in BreakLimits._fields if is_limit(told.get(name))}
    return BreakLimits(**good)


def is_limit(value: object) -> bool:
    """Whether a limit can be that."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST


def reasons(
    exposure: Exposure, now: datetime, *, limits: BreakLimits, is_asking: bool, is_on_duty: bool
) -> tuple[str, ...]:
    """Why a break may do them good: asked, death, attempts, pictures, words, long."""
    found = {
        "asked": is_asking,
        "death": exposure.deaths > 0,
        "attempts": exposure.attempts >= limits.attempts,
        "pictures": exposure.pictures >= limits.pictures,
        "words": exposure.words >= limits.words,
        "long": is_on_duty and now - exposure.since >= timedelta(hours=limits.hours),
    }
    return tuple(name for name, is_so in found.items() if is_so)

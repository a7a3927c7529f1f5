"""What a person saw and carried in one shift, from the events of reading that there are. Pure.

It is for the person, and for whoever has to send somebody for a break: it says nothing of how well anybody
works, and no list is ever sorted by it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

WORDS_SHOWN: Final = ("all", "text", "mail")  # of `secret_revealed`: the alert's own words
PICTURE_SHOWN: Final = "picture"
USUAL_SHIFT: Final = timedelta(hours=8)  # looked at where somebody is not on duty
# From here on a break is proposed. Nobody has measured better ones: they are the room's to change here.
MANY_WORDS: Final = 12
MANY_PICTURES: Final = 4
MANY_ATTEMPTS: Final = 3
LONG: Final = timedelta(hours=8)


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


def reasons(exposure: Exposure, now: datetime, *, is_asking: bool, is_on_duty: bool) -> tuple[str, ...]:
    """Why a break may do them good: asked, death, attempts, pictures, words, long."""
    found = {
        "asked": is_asking,
        "death": exposure.deaths > 0,
        "attempts": exposure.attempts >= MANY_ATTEMPTS,
        "pictures": exposure.pictures >= MANY_PICTURES,
        "words": exposure.words >= MANY_WORDS,
        "long": is_on_duty and now - exposure.since >= LONG,
    }
    return tuple(name for name, is_so in found.items() if is_so)

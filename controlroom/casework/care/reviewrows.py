"""Whose data a supervisor looks at one day, as rows for a list. Pure."""

from datetime import date
from uuid import UUID

import msgspec

from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import day_in_india
from controlroom.domain.care.retention import kept_until, last_word


class ReviewRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person whose data is looked at some day: first name and case number, no more. Days are days in India.

    `asked_by`: who asked for the erasure, which waits for a second supervisor. A new value goes to the end.
    """

    person: UUID
    first_name: str
    number: str  # of their last case
    district: str
    since: date
    what: str  # as in `Retention`
    keep_until: date | None  # where somebody has looked
    asked_by: str
    ground: str


def review_row(person: Person) -> ReviewRow | None:
    """When this person's data is looked at; None while nobody has to."""
    asked = person.erasure
    if person.event_count == 0 or person.erased_at is not None or (person.plan is not None and asked is None):
        return None
    last, what = last_word(person)
    return ReviewRow(
        person=person.id,
        first_name=person.first_name,
        number=person.cases[-1].number if person.cases else "",
        district=person.district,
        since=day_in_india(last),
        what=what,
        keep_until=kept_until(person, last),
        asked_by=asked.actor if asked else "",
        ground=asked.ground if asked else "",
    )

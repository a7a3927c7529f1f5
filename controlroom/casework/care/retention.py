"""How long a person's data is kept, and how it is erased: a review, and two people. One function a step."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from controlroom.casework.care.persons import MOST_TEXT, say_of_person, the_person
from controlroom.casework.choices import one_of
from controlroom.casework.ports import Tx
from controlroom.casework.room import roomset
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import day_in_india
from controlroom.domain.care.retention import (
    FEWEST_YEARS,
    GROUNDS,
    MOST_YEARS,
    Retention,
    retention_of,
    years_from,
)
from controlroom.errors import BadInput

YEARS: Final = "retention_years"
LONGEST_DAYS: Final = 365 * 10  # that one review may put the next one off


class Due(NamedTuple):
    """A person whose data is to be looked at."""

    person: Person
    clock: Retention


class Erased(NamedTuple):
    """What was erased. `left`: cases that others are in too, or that are not here; they stay as they are."""

    files: tuple[UUID, ...]
    cases: tuple[str, ...]
    left: tuple[str, ...]


def set_years(tx: Tx, years: int) -> None:
    """How long data is kept after the last word with the person, at every desk. Raises BadInput."""
    if not FEWEST_YEARS <= years <= MOST_YEARS:
        raise BadInput("Data is kept from 1 year to 30 years.")
    roomset.set_room(tx, YEARS, years)


def years_in(tx: Tx) -> int:
    """What the room has set."""
    return years_from((tx.room_word("room_set", YEARS) or {}).get("value"))


def due_among(persons: Iterable[Person], now: Any, *, years: int) -> list[Due]:
    """Those of them who are to be looked at, the longest due first; and whoever waits for a second person."""
    found = [Due(one, clock) for one in persons if (clock := retention_of(one, now, years=years))]
    wanted = [one for one in found if one.clock.is_due or one.person.erasure is not None]
    return sorted(wanted, key=lambda one: (one.clock.due, one.person.id))


def keep_person(tx: Tx, person_id: UUID, *, until: date, reason: str) -> None:
    """A supervisor has looked: the data is needed until that day. Ends what was asked before."""
    person = _looked_at(tx, person_id, reason)
    today = day_in_india(tx.now())
    if not 0 < (until - today).days <= LONGEST_DAYS:
        raise BadInput("Give the day of the next look: after today, and within ten years.")
    for file in _left(person):
        body = {"keep_until": until.isoformat(), "reason": reason.strip()}
        say_of_person(tx, file, "retention_reviewed", body)


def ask_erasure(tx: Tx, person_id: UUID, *, ground: str, reason: str) -> None:
    """A supervisor has looked: the data is to go. Nothing goes yet: that takes a second person."""
    person = _looked_at(tx, person_id, reason)
    _demand_at_rest(tx, person)
    one_of(ground, GROUNDS, "ground")
    clock = retention_of(person, tx.now(), years=years_in(tx))
    if ground == "retention-over" and clock is not None and not clock.is_due:
        raise BadInput("The data is to be kept until {day}; give another ground.", day=clock.due.isoformat())
    _link_joined(tx, person)
    for file in _left(person):
        say_of_person(tx, file, "erasure_asked", {"ground": ground, "reason": reason.strip()})


def erase_person(tx: Tx, person_id: UUID) -> Erased:
    """A second supervisor agrees: the keys of the person's files are destroyed wherever the event comes to.

    What the person's cases were found by goes with them, and their mails, where no other person is in them.
    """
    person = the_person(tx, person_id)
    _demand_supervisor(tx)
    asked = person.erasure
    if asked is None:
        raise BadInput("Nobody has looked at it and asked for this; a review comes first.")
    if asked.actor == tx.actor:
        raise BadInput("You asked for it yourself; a second supervisor erases.")
    _demand_at_rest(tx, person)
    gone, left = _cases(tx, person)
    files = _left(person)
    numbers = tuple(tx.number_of(case) for case in gone)
    for file in files:
        body = {"ground": asked.ground, "asked_by": asked.actor, "cases": [str(case) for case in gone]}
        say_of_person(tx, file, "person_erased", body)
    return Erased(files, numbers, left)


def say_export(tx: Tx, person_id: UUID, *, reason: str, with_notes: bool) -> Person:
    """Somebody is about to carry the person's data out: the event first, the thing second."""
    person = the_person(tx, person_id)
    _demand_reason(reason)
    if with_notes:
        _demand_supervisor(tx)
    body = {"field": "person", "reason": reason.strip(), "notes": with_notes}
    for file in _left(person):
        say_of_person(tx, file, "copied_out", body)
    return person


# --- shared by the above ------------------------------------------------------------------------------


def is_supervisor(tx: Tx) -> bool:
    """Who reads both the notes and the trail; at a desk that is alone, everybody."""
    return tx.may_read("counsel") and tx.may_read("audit")


def _demand_supervisor(tx: Tx) -> None:
    if not is_supervisor(tx):
        raise BadInput("Only a supervisor does this; ask the one on duty.")


def _demand_reason(reason: str) -> None:
    if not reason.strip():
        raise BadInput("Say in a few words why.")
    if len(reason) > MOST_TEXT:
        raise BadInput("One of the texts is longer than {most} characters; shorten it.", most=MOST_TEXT)


def _looked_at(tx: Tx, person_id: UUID, reason: str) -> Person:
    person = the_person(tx, person_id)
    _demand_supervisor(tx)
    _demand_reason(reason)
    return person


def _left(person: Person) -> tuple[UUID, ...]:
    return tuple(file for file in person.files if file not in person.erased)


def _demand_at_rest(tx: Tx, person: Person) -> None:
    """Nobody who is being looked for, or kept in touch with, is forgotten."""
    if person.plan is not None:
        raise BadInput("A plan still runs for this person; end it first.")
    opened = [case.number for one in _all_cases(tx, person) if (case := tx.case(one)) and case.is_open]
    if opened:
        raise BadInput("The case {number} is still open; close it first.", number=opened[0])


def _cases(tx: Tx, person: Person) -> tuple[list[UUID], tuple[str, ...]]:
    """(cases that are this person's alone, numbers of those that stay as they are)."""
    gone, left = list[UUID](), list[str]()
    numbers = {one.id: one.number for one in person.cases}
    for one in _all_cases(tx, person):
        case = tx.case(one)
        if case is None or one not in numbers or len(tx.persons_of_case(one)) > 1:
            left.append((case.number if case else numbers.get(one)) or str(one))
        else:
            gone.append(one)
    return gone, tuple(left)


def _link_joined(tx: Tx, person: Person) -> None:
    """What a case was found by stands in those that it is joined with, too: they are this person's, unless
    they are somebody else's. The server erases none but those that were the person's when it was asked."""
    known = {one.id for one in person.cases}
    file = _left(person)[0]
    for one in _all_cases(tx, person):
        case = tx.case(one)
        if one not in known and case is not None and not tx.persons_of_case(one):
            link = {"case": str(one), "number": case.number}
            say_of_person(tx, file, "case_linked", link, case.received_at)


def _all_cases(tx: Tx, person: Person) -> list[UUID]:
    """The person's cases and those joined with them: what one was found by stands in the other, too."""
    found = list(dict.fromkeys(one.id for one in person.cases))
    for one in found:  # it grows as it goes
        case = tx.case(one)
        if case is not None:
            joined = [case.joined_into, *(other for other, _ in case.absorbed)]
            found += [other for other in joined if other is not None and other not in found]
    return found

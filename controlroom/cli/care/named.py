"""The person or the case that a word about care is about, and the listing that is written down first."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from controlroom.casework.care.persons import person_of_case
from controlroom.casework.ports import Tx
from controlroom.casework.room.reading import list_read
from controlroom.cli.desk import case_id, opened, person
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import OWNERS, Owner
from controlroom.errors import BadInput
from controlroom.store import Profile


def person_named(profile: Profile, text: str) -> Person:
    """By the id of a file of theirs, or by the number of one of their cases."""
    care = profile.care()
    try:
        found = care.person(UUID(text))
    except ValueError:
        case = case_id(profile, text)
        found = care.person_of_case(case) or _erased(care.person(person_of_case(case)))
    if found is None:
        raise BadInput(
            "Nobody has opened a file for {number}; a plan opens it: plan make {number}", number=text
        )
    return found


def _erased(found: Person | None) -> Person | None:
    """The file that the case opened, where no more than that it was erased is known."""
    return found if found is not None and found.erased_at is not None else None


def on_person(
    options: argparse.Namespace,
    use_case: Callable[[Tx, UUID], Any],
    tell: Callable[[Profile, UUID, argparse.Namespace], None],
) -> None:
    """Run one use case on the person who is named, and tell how they, or their plan, stand after it."""
    with opened(options) as profile:
        found = person_named(profile, options.number)
        with profile.writer.write(actor=person(options)) as tx:
            use_case(tx, found.id)
        tell(profile, found.id, options)


def write_listing(profile: Profile, options: argparse.Namespace, what: str, count: int) -> None:
    """A listing is one event: the event first, the list second."""
    look = partial(list_read, room=UUID(profile.room), what=what, count=count)
    with profile.writer.write(actor=person(options)) as tx:
        look(tx)


def add_owner(parser: argparse.ArgumentParser) -> None:
    """--owner NAME and --owner-kind."""
    parser.add_argument("--owner", default="", metavar="NAME", help="who keeps in touch")
    parser.add_argument("--owner-kind", default="counsellor", choices=OWNERS)


def owner_given(options: argparse.Namespace) -> Owner | None:
    """As typed, None where nobody was named."""
    return Owner(options.owner_kind, options.owner) if options.owner.strip() else None

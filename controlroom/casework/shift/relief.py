"""Take over from me: one key asks the others; what somebody holds stays theirs until another takes it."""

from collections.abc import Iterable
from uuid import UUID

from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.casework.room.roomset import say_to_room
from controlroom.casework.rows import QueueFilter
from controlroom.casework.steps import say
from controlroom.errors import BadInput

KIND = "relief_changed"
_MOST = 1_000  # cases that one person holds


def ask_relief(tx: Tx, person: str) -> None:
    """This person asks to be relieved. Nothing changes hands by it, and every clock runs on."""
    if not _is_asking(tx, person):
        say_to_room(tx, KIND, {"person": person, "on": True, "since": tx.now().isoformat()})


def stay(tx: Tx, person: str) -> None:
    """They go on after all. Raises BadInput where they did not ask."""
    if not _is_asking(tx, person):
        raise BadInput("{person} does not ask to be relieved.", person=person)
    say_to_room(tx, KIND, {"person": person, "on": False, "by": tx.actor})


def take_over(tx: Tx, person: str, cases: Iterable[UUID]) -> tuple[str, ...]:
    """Whoever acts takes what this person holds; `cases` as read before. Gives the numbers that were taken.

    A claim names from whom it takes: of two who take at once, on two desks, the first in the room's order has
    each case, and no case is without an owner at any time.
    """
    if tx.actor == person:
        raise BadInput("What you hold is yours already; somebody else has to take it.")
    if not _is_asking(tx, person):
        raise BadInput("{person} does not ask to be relieved.", person=person)
    taken = []
    for case_id in cases:
        case = tx.case(case_id)
        if case is not None and case.is_open and not case.joined_into and case.owner == person:
            say(tx, case_id, "case_claimed", {"from": person, "relief": True})
            taken.append(case.number)
    say_to_room(tx, KIND, {"person": person, "on": False, "by": tx.actor})
    return tuple(taken)


def held_by(reader: Reader, person: str) -> tuple[UUID, ...]:
    """The open cases that this person holds."""
    page = reader.queue(QueueFilter(view="mine", person=person), limit=_MOST)
    return tuple(row.id for row in page.rows)


def _is_asking(tx: Tx, person: str) -> bool:
    return bool((tx.room_word(KIND, person) or {}).get("on"))

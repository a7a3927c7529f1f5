"""The undo key on a person: the newest that somebody did and that still stands is taken back."""

from uuid import UUID

from controlroom.casework.care.persons import take_back, the_person
from controlroom.casework.care.referring import end_referral
from controlroom.casework.care.reminding import take_back_reminder
from controlroom.casework.ports import Tx
from controlroom.domain.care.person import Person
from controlroom.domain.care.personfold import file_order
from controlroom.domain.care.referrals import MISTAKE, Referral, Reminder
from controlroom.domain.events import Event
from controlroom.domain.fold import last_step
from controlroom.errors import BadInput


def undo_last_of_person(tx: Tx, person_id: UUID, *, reason: str = "") -> Event:
    """Take back the newest step on this person that still stands, by a further event.

    A referral is one too, and a reminder that has not left. Raises BadInput for a referral that has.
    """
    person = the_person(tx, person_id)
    events = {file: tx.events(file) for file in person.files}
    asking = _asking(person)
    steps = [step for file in person.files if (step := last_step(events[file])) is not None]
    steps += [event for file in person.files for event in events[file] if event.id in asking]
    step = max(steps, key=file_order, default=None)
    if step is None:
        raise BadInput("There is no step on this person to take back.")
    if step.id in asking:
        _take_back_asking(tx, person, asking[step.id], reason)
    else:
        take_back(tx, step, reason=reason)
    return step


def _asking(person: Person) -> dict[UUID | None, Referral | Reminder]:
    """The events that asked somebody, of what still runs; a reminder that left does not count as a step."""
    found: dict[UUID | None, Referral | Reminder] = {}
    for one in person.referrals:
        found |= {asked.event: one for asked in one.asked if one.is_open}
    return found | {one.asked.event: one for one in person.reminders if not one.has_left}


def _take_back_asking(tx: Tx, person: Person, one: Referral | Reminder, reason: str) -> None:
    if isinstance(one, Reminder):
        take_back_reminder(tx, person.id, one.id, reason=reason)
    elif one.has_left:
        raise BadInput("They were asked already, so that it cannot be taken back; end it as made by mistake.")
    else:
        end_referral(tx, person.id, one.id, end=MISTAKE, text=reason)

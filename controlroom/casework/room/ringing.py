"""Who hears what: the one rule by which a desk rings, from the rows, the roster and the time. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from controlroom.casework.room.mailway import MailFault, that_hold
from controlroom.casework.rows import QueueRow
from controlroom.domain.case import RANK
from controlroom.domain.exercise import Exercise
from controlroom.domain.shift.duty import OnDuty
from controlroom.domain.shift.relief import Relief, rings_at

URGENT: Final = 2  # priorities up to this one: an attempt, or what nobody has read


class Ring(NamedTuple):
    """What rings here: "" for nothing, urgent, alert, alarm, late, ill, relief. `is_last`: no other hears."""

    tone: str = ""
    rows: tuple[QueueRow, ...] = ()
    is_last: bool = False


SILENCE: Final = Ring()


def ring_at(
    person: str,
    rows: Sequence[QueueRow],
    duty: Sequence[OnDuty],
    now: datetime,
    *,
    exercise: Exercise | None = None,
    reliefs: Sequence[Relief] = (),
    faults: Sequence[MailFault] = (),
    is_unfetched: bool = False,
    is_alone: bool = False,
) -> Ring:
    """What rings at the desk of this person.

    New alerts ring at every operator on duty; what is late rings again at whoever holds it; at its alarm time
    it rings at the supervisor too. Where nobody of a kind is on duty, or none of them would hear it, the next
    one stands in: operators, then the supervisor, and with an empty roster everybody. An exercise rings only
    at those who take part in it, and takes nobody's ear off the real night. Who asks to be relieved rings
    softly at the others (`domain.relief`) where nothing else rings. That mails do not arrive, or that nobody
    fetches them any more (`is_unfetched`), rings at all who are on duty, whichever desk has found it out.
    """
    mine = [row for row in rows if not row.is_exercise and row.is_open]
    trained = _trained(person, rows, exercise)
    waiting = [row for row in mine if not row.owner and row.ring == "alert" and _hears_new(person, duty)]
    late = [row for row in mine if row.owner and _is_late(row, now) and _hears_late(person, row, duty)]
    alarms = [row for row in mine if _is_alarm(row, now) and _hears_alarm(person, duty)]
    heard = tuple({row.id: row for row in (*waiting, *late, *alarms, *trained)}.values())
    if not heard and (is_unfetched or that_hold(faults, now)) and (not duty or _is_on(person, duty)):
        return Ring("ill")
    if not heard:
        return Ring("relief") if rings_at(person, reliefs, duty, is_alone=is_alone) else SILENCE
    fresh = (*waiting, *trained, *(row for row in alarms if not row.owner))
    if fresh:
        tone = "urgent" if any(row.priority <= URGENT for row in fresh) else "alert"
    else:
        tone = "alarm" if alarms else "late"
    return Ring(tone, heard, _nobody_else_hears(person, duty) and bool(waiting or alarms))


def supervisors(duty: Sequence[OnDuty]) -> tuple[str, ...]:
    """Who leads the shift now."""
    return tuple(one.person for one in duty if one.role == "supervisor")


def is_forsaken(row: QueueRow, duty: Sequence[OnDuty]) -> bool:
    """Whether its owner is off duty while others are on."""
    return bool(row.owner and duty) and all(one.person != row.owner for one in duty)


def _is_late(row: QueueRow, now: datetime) -> bool:
    return row.due_at is not None and row.due_at <= now and RANK[row.state] < RANK["with the person"]


def _is_alarm(row: QueueRow, now: datetime) -> bool:
    return _is_late(row, now) and row.alarm_at is not None and row.alarm_at <= now


def _hears_new(person: str, duty: Sequence[OnDuty]) -> bool:
    """Operators on duty; the supervisor where none of them would hear it; all where nobody is on duty."""
    operators = [one for one in duty if one.role == "operator"]
    if any(one.person == person for one in operators) or not duty:
        return True
    return _leads(person, duty) and not any(one.hears for one in operators)


def _hears_late(person: str, row: QueueRow, duty: Sequence[OnDuty]) -> bool:
    """Whoever holds it; all on duty where that one is not."""
    if row.owner == person or not duty:
        return True
    return is_forsaken(row, duty) and _is_on(person, duty)


def _hears_alarm(person: str, duty: Sequence[OnDuty]) -> bool:
    """The supervisor; without one, all who are on duty."""
    return _leads(person, duty) or not duty or (not supervisors(duty) and _is_on(person, duty))


def _leads(person: str, duty: Sequence[OnDuty]) -> bool:
    return person in supervisors(duty)


def _is_on(person: str, duty: Sequence[OnDuty]) -> bool:
    return any(one.person == person for one in duty)


def _nobody_else_hears(person: str, duty: Sequence[OnDuty]) -> bool:
    """Everybody has muted: then it rings at the supervisor's desk all the same."""
    return bool(duty) and _leads(person, duty) and not any(one.hears for one in duty)


def _trained(person: str, rows: Sequence[QueueRow], exercise: Exercise | None) -> list[QueueRow]:
    if exercise is None or person not in exercise.people:
        return []
    return [row for row in rows if row.is_exercise and row.is_open and not row.owner and row.ring == "alert"]

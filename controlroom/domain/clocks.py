"""The clocks of a case: one pure function of the case, the time and the limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from controlroom.domain.case import RANK, Call, Case


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each stretch may take, in seconds; a supervisor may change them, for the whole room."""

    claim: float = 60
    first_fix: float = 300
    hand_over: float = 60
    sent: float = 60
    acknowledged: float = 120
    with_person: float = 900
    with_person_alarm: float = 1200
    gone: float = 300  # a claim whose owner nobody has seen for so long goes back into the queue


class Clock(NamedTuple):
    """One running stretch. Times are aware UTC; `alarm_at` is never before `due_at`."""

    name: str  # claim, first_fix, hand_over, sent, acknowledged, with_person
    started_at: datetime
    due_at: datetime
    alarm_at: datetime
    about: str = ""  # the receiver whose answer is waited for

    def level(self, now: datetime) -> str:
        """running, late (past due) or alarm."""
        if now >= self.alarm_at:
            return "alarm"
        return "late" if now >= self.due_at else "running"


DEFAULT_LIMITS = Limits()
LIMIT_NAMES: Final = tuple(field.name for field in fields(Limits))
SHORTEST, LONGEST = 5.0, 86_400.0  # seconds that a limit may be


def limits_from(told: Any) -> Limits:
    """The limits of a setting of the room, of whatever version: what cannot be used stays as it was meant."""
    found = {
        name: float(value)
        for name, value in (told if isinstance(told, Mapping) else {}).items()
        if name in LIMIT_NAMES and isinstance(value, int | float) and SHORTEST <= value <= LONGEST
    }
    return Limits(**found)


WITHOUT_ANSWER = frozenset({"family"})  # they are told; nobody waits for their word


def clocks(case: Case, limits: Limits = DEFAULT_LIMITS) -> tuple[Clock, ...]:
    """The clocks that run on this case, most urgent first.

    A merged, closed, soft (newsletter) or exercise case has none, nor one that waits to be closed, nor
    one whose end is known.
    """
    if not _runs(case) or case.received_at is None:
        return ()
    running = (_called(case, clock) for clock in _running(case, limits))
    return tuple(sorted(running, key=lambda clock: clock.due_at))


def _runs(case: Case) -> bool:
    silent = (
        case.is_exercise
        or case.joined_into
        or case.is_closing
        or case.ring == "soft"
        or case.category == "not-suicide"
    )
    return not silent and RANK[case.state] < RANK["with the person"]


def _running(case: Case, limits: Limits) -> Iterator[Clock]:
    received = case.received_at
    assert received is not None
    if not case.owner:
        yield _clock("claim", _since(case, ("released", "reopened")) or received, limits.claim)
    rank = RANK[case.state]
    if RANK["claimed"] <= rank < RANK["located"]:
        since = _since(case, ("not at place", "claimed", "reopened"))
        yield _clock("first_fix", since or received, limits.first_fix)
    elif rank == RANK["located"]:
        yield _clock("hand_over", _since(case, ("located", "reopened")) or received, limits.hand_over)
    yield from _waiting(case, limits)
    if not case.quarantined or case.owner:
        since = _since(case, ("reopened",)) or received
        yield _clock("with_person", since, limits.with_person, alarm=limits.with_person_alarm)


def _waiting(case: Case, limits: Limits) -> Iterator[Clock]:
    """Each receiver has a clock of its own: until it is sent, then until they answer."""
    back = _since(case, ("not at place", "reopened"))
    for one in case.hand_overs:
        if one.answered_at is not None or one.to in WITHOUT_ANSWER or (back and one.happened_at <= back):
            continue
        if not one.is_there:
            yield _clock("sent", one.happened_at, limits.sent, alarm=limits.sent)._replace(about=one.to)
        else:
            started = one.sent_at or one.happened_at
            yield _clock("acknowledged", started, limits.acknowledged)._replace(about=one.to)


def _called(case: Case, clock: Clock) -> Clock:
    """A call to whom the clock waits for is the answer to its ring: it is quiet until it rings the next time.

    That is its alarm, or, where that has gone by, as long after the call as lies between the two. A wrong
    number reached nobody.
    """
    times = [call.happened_at for call in case.calls if _is_to(case, call, clock)]
    last = max((at for at in times if at > clock.started_at), default=None)
    if last is None:
        return clock
    again = last + (clock.alarm_at - clock.due_at)
    if last < clock.alarm_at:
        return clock._replace(due_at=max(clock.due_at, min(again, clock.alarm_at)))
    return clock._replace(due_at=again, alarm_at=again)


def _is_to(case: Case, call: Call, clock: Clock) -> bool:
    if not call.to or call.result == "wrong-number":
        return False
    if clock.name == "acknowledged":
        return call.to == clock.about
    if clock.name == "with_person":
        return any(one.to == call.to for one in case.hand_overs)
    return clock.name == "first_fix" and call.to == "stf"


def _since(case: Case, kinds: tuple[str, ...]) -> datetime | None:
    rungs = zip(case.walked[::3], case.walked[1::3], strict=True)
    return max((happened_at for kind, happened_at in rungs if kind in kinds), default=None)


def _clock(name: str, started: datetime, seconds: float, *, alarm: float | None = None) -> Clock:
    """The alarm sounds at twice the stretch where no other time is set."""
    alarm_after = max(seconds, alarm if alarm is not None else 2 * seconds)
    return Clock(
        name, started, started + timedelta(seconds=seconds), started + timedelta(seconds=alarm_after)
    )

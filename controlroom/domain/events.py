"""The event, and every kind of event there is with its audience. Standard library only."""

import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from uuid import UUID

CASE: Final = "case"
PERSON: Final = "person"
ROOM: Final = "room"


class Event(NamedTuple):
    """What happened, appended and never changed. All times are aware UTC.

    `happened_at` is when it was true, `at` the desk's clock at entry. What follows `audience` is given
    by whoever keeps the order: the shared database, or this desk while it is alone.
    """

    id: UUID
    stream: str
    stream_id: UUID
    kind: str
    version: int
    happened_at: datetime
    at: datetime
    actor: str
    desk: str
    body: Mapping[str, Any]
    audience: str
    seq: int | None = None
    stream_seq: int | None = None
    recorded_at: datetime | None = None
    hash: bytes | None = None
    number: str = ""  # the room's case number, given with a case's first event


class Kind(NamedTuple):
    """What is fixed for all events of one name."""

    name: str
    audience: str = "case"
    version: int = 1
    is_step: bool = False  # a person's step on the case: it can be undone


_ALL = (
    Kind("alert_received"),
    Kind("join_proposed"),
    Kind("join_declined", is_step=True),
    Kind("case_claimed", is_step=True),
    Kind("case_released", is_step=True),
    Kind("case_triaged", is_step=True),
    Kind("location_tried", is_step=True),
    Kind("place_found", is_step=True),
    Kind("fact_added", is_step=True),
    Kind("note_added", is_step=True),
    Kind("place_chosen", is_step=True),
    Kind("jurisdiction_set", is_step=True),
    Kind("check_done", is_step=True),
    Kind("handed_over", is_step=True),
    Kind("handover_sent"),
    Kind("handover_failed"),
    Kind("call_logged", is_step=True),
    Kind("report_received", is_step=True),
    Kind("outcome_recorded", is_step=True),
    Kind("outcome_reviewed", is_step=True),
    Kind("follow_up_started", is_step=True),
    Kind("follow_up_ended", is_step=True),
    Kind("case_closed", is_step=True),
    Kind("case_reopened", is_step=True),
    Kind("case_joined", is_step=True),
    Kind("case_absorbed", is_step=True),
    Kind("event_undone"),
    Kind("person_proposed"),
    Kind("person_confirmed", is_step=True),
    Kind("person_declined", is_step=True),
    Kind("person_opened"),
    Kind("person_told", is_step=True),
    Kind("person_untold", is_step=True),
    Kind("care_told", audience="care", is_step=True),  # of whoever keeps in touch: helps, avoid, family ...
    Kind("care_untold", audience="care", is_step=True),
    Kind("case_linked"),
    Kind("persons_joined"),
    Kind("persons_split"),
    Kind("plan_started", is_step=True),
    Kind("plan_handed_on", is_step=True),
    Kind("plan_ended", is_step=True),
    Kind("contact_tried", is_step=True),
    Kind("contact_moved", is_step=True),
    Kind("reason_told", audience="care"),  # in somebody's own words, of the step before it
    Kind("contact_noted", audience="counsel", is_step=True),
    Kind("consent_given", is_step=True),
    Kind("consent_withdrawn", is_step=True),
    Kind("referral_made"),
    Kind("referral_repeated"),
    Kind("referral_answered", is_step=True),
    Kind("referral_ended", is_step=True),
    Kind("referral_explained", audience="counsel"),
    Kind("danger_stated"),
    Kind("reminder_made"),
    Kind("reminder_answered", is_step=True),
    Kind("letter_sent"),
    Kind("letter_failed"),
    Kind("retention_reviewed"),
    Kind("erasure_asked"),
    Kind("person_erased"),
    Kind("note_read", audience="audit"),
    Kind("secret_revealed", audience="audit"),
    Kind("case_opened", audience="audit"),
    Kind("copied_out", audience="audit"),
    Kind("list_read", audience="audit"),
    Kind("places_imported", audience="room"),
    Kind("intake_faulted", audience="room"),
    Kind("person_changed", audience="room"),
    Kind("room_set", audience="room"),
    Kind("directory_changed", audience="room"),
    Kind("duty_changed", audience="room"),
    Kind("exercise_changed", audience="room"),
    Kind("relief_changed", audience="room"),
    Kind("sight_chosen", audience="room"),
    Kind("incident_noted", audience="lead"),
    Kind("counsellor_changed", audience="room"),
    Kind("key_escrowed", audience="room"),
    Kind("key_recovered", audience="room"),
    Kind("passphrase_changed", audience="room"),
    Kind("connector_changed", audience="room"),
)
KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.name: kind for kind in _ALL})
UNKNOWN_AUDIENCE: Final = "case"


def audience_of(kind: str) -> str:
    """Who may read events of this kind; a kind of a newer version goes where the case goes."""
    known = KINDS.get(kind)
    return known.audience if known else UNKNOWN_AUDIENCE


DEEPEST: Final = 64  # lists and objects in one another; nothing that is made here comes near it
_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]')


def is_too_deep(body: str) -> bool:
    """Whether reading this JSON would hang on how much of the stack is left.

    Then it is not read at all, and every desk and every thread says the same of it.
    """
    if body.count("[") + body.count("{") <= DEEPEST:
        return False
    depth = 0
    for found in _BRACKETS.finditer(body):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}")
        if depth > DEEPEST:
            return True
    return False


class IdClock:
    """Makes UUIDv7 ids that only rise within a process, whatever the clock does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> UUID:
        """A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a counter and randomness."""
        with self._lock:
            fresh = (time.time_ns() // 1_000_000) << 74 | secrets.randbits(62)
            self._last = max(fresh, self._last + 1 + secrets.randbits(20))
            value = self._last
        return UUID(int=_as_uuid7(value))


def _as_uuid7(value: int) -> int:
    stamp, tail = value >> 74, value & (1 << 74) - 1
    return stamp << 80 | 0x7 << 76 | (tail >> 62) << 64 | 0b10 << 62 | tail & (1 << 62) - 1


_ids = IdClock()


_sources: list[Callable[[], UUID]] = [_ids.next]


def new_id() -> UUID:
    """An id for something that happens now, here."""
    return _sources[-1]()


@contextmanager
def ids_from(source: Callable[[], UUID]) -> Iterator[None]:
    """Take ids from there for a while: a history that is told twice has the same ones."""
    _sources.append(source)
    try:
        yield
    finally:
        _sources.pop()


def utc_now() -> datetime:
    """The desk's clock, aware UTC."""
    return datetime.now(UTC)

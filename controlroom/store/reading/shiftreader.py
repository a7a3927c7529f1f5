"""Answers questions about the shift and the people who work it; never on the Qt thread."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from controlroom.casework.shift.breaks import BREAKS
from controlroom.domain.events import utc_now
from controlroom.domain.roomwide import stream_of
from controlroom.domain.shift.blur import Blur, blur_from
from controlroom.domain.shift.duty import OnDuty, roster_of
from controlroom.domain.shift.exposure import USUAL_SHIFT, BreakLimits, Exposure, exposure_of, limits_from
from controlroom.domain.shift.incidents import AUDIENCE, INCIDENT_NOTED, IncidentNote, notes_from, readable
from controlroom.domain.shift.relief import Relief, reliefs_of
from controlroom.store.connections import Reading
from controlroom.store.desk.identity import account_of
from controlroom.store.eventlog import events_of
from controlroom.store.projection import decode_line
from controlroom.store.reading.cases import case_from
from controlroom.store.reading.looks import looks_since
from controlroom.store.roomwide import word, words

_HARD = "SELECT line, card ->> 'saved' FROM cases WHERE id = ?"
LONGEST = timedelta(hours=14)


class ShiftReader:
    """Implements casework's ShiftReads."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def reliefs(self) -> Sequence[Relief]:
        """Who asks to be relieved now."""
        with self._reading.connection() as connection:
            return _reliefs(connection, utc_now())

    def blur(self, person: str) -> Blur:
        """What this person has chosen; what another wrote in their name does not count."""
        with self._reading.connection() as connection:
            said = [
                one.body for one in words(connection, "sight_chosen") if one.subject == person == one.actor
            ]
        return blur_from(said[0] if said else None)

    def exposure(self, person: str, now: datetime) -> Exposure:
        """What this person saw since they came on duty; else in the last hours."""
        return self.exposures([person], now)[0]

    def exposures(self, people: Iterable[str], now: datetime) -> Sequence[Exposure]:
        """The same of each, by name. What others revealed is known to this desk only if it may read it."""
        with self._reading.connection() as connection:
            duty = {one.person: one.since for one in _duty(connection, now)}
            asked = {person: max(duty.get(person, now - USUAL_SHIFT), now - LONGEST) for person in people}
            since = min(asked.values(), default=now)
            looks = looks_since(connection, since)
            claims = {look.case for look in looks if look.kind == "case_claimed"}
            held = {person: _held(connection, person) for person in asked}
            attempts, deaths = _hard(connection, claims.union(*held.values()))
        return [
            exposure_of(
                person, looks, since=asked[person], held=held[person], attempts=attempts, deaths=deaths
            )
            for person in sorted(asked, key=str.casefold)
        ]

    def break_limits(self) -> BreakLimits:
        """From how much on a break is proposed, as the room has set it."""
        with self._reading.connection() as connection:
            return limits_from((word(connection, "room_set", BREAKS) or {}).get("value"))

    def is_lead(self, person: str) -> bool:
        """Whether they may read what is for supervisors: by their role, or on duty as one at a desk alone."""
        with self._reading.connection() as connection:
            account = account_of(connection)
            if account is not None:
                return AUDIENCE in account.audiences
            duty = _duty(connection, utc_now())
        return any(one.person == person and one.role == "supervisor" for one in duty)

    def incident_notes(self, person: str) -> Sequence[IncidentNote]:
        """All for a supervisor, else their own; the newest first."""
        is_lead = self.is_lead(person)
        with self._reading.connection() as connection:
            events = events_of(connection, stream_of(INCIDENT_NOTED))
        return readable(notes_from(events), person, is_lead=is_lead)


def _reliefs(connection: Any, now: datetime) -> tuple[Relief, ...]:
    return reliefs_of(((one.subject, one.body) for one in words(connection, "relief_changed")), now)


def _duty(connection: Any, now: datetime) -> tuple[OnDuty, ...]:
    return roster_of(((one.subject, one.body) for one in words(connection, "duty_changed")), now)


def _held(connection: Any, person: str) -> frozenset[UUID]:
    rows = connection.execute("SELECT id FROM cases WHERE is_open = 1 AND owner = ?", (person,))
    return frozenset(UUID(bytes=case) for (case,) in rows)


def _hard(connection: Any, cases: Iterable[UUID]) -> tuple[set[UUID], set[UUID]]:
    """Of these cases the attempts in progress, and those in which somebody died; an exercise is neither."""
    attempts, deaths = set[UUID](), set[UUID]()
    for case_id in cases:
        row = connection.execute(_HARD, (case_id.bytes,)).fetchone()
        line = decode_line(row[0]) if row else None
        if line is None or line.is_exercise:
            continue
        attempts |= {case_id} if line.category == "attempt" else set()
        case = case_from(connection, case_id) if row[1] == 0 else None  # folded only where nobody was saved
        deaths |= {case_id} if case is not None and "died" in case.outcome_facts else set()
    return attempts, deaths

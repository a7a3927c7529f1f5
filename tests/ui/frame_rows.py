"""A room without a store: rows that are invented, and a reader over them."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from controlroom.casework.calling.directory import Directory
from controlroom.casework.ports import Tx
from controlroom.casework.room.mailway import MailFault
from controlroom.casework.rows import CaseView, Draft, MapRow, QueueFilter, QueuePage, QueueRow, Tallies
from controlroom.domain.exercise import Exercise
from controlroom.domain.shift.duty import OnDuty

NOW = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
STATES = (
    "new",
    "claimed",
    "locating",
    "located",
    "handed over",
    "acknowledged",
    "en route",
    "with the person",
)
CLOCKS = ("claim", "first_fix", "first_fix", "hand_over", "acknowledged", "with_person", "with_person", "")
STEPS = ("claim", "triage", "place", "handover", "report", "report", "report", "outcome")
DISTRICTS = ("lucknow", "kanpur-nagar", "agra", "", "varanasi", "gautam-buddha-nagar")
HANDLES = ("r***h_k", "s***a.19", "a****t", "p***i", "")
CATEGORIES = ("attempt", "imminent", "", "ideation", "unclear")


def make_row(at: int, **changes: Any) -> QueueRow:
    """An invented row; the same number gives the same row."""
    kind = at % len(STATES)
    received = NOW - timedelta(seconds=41 * at + 17)
    due = received + timedelta(seconds=60 * (kind + 1)) if CLOCKS[kind] else None
    row = QueueRow(
        id=UUID(int=at + 1),
        number=f"2026-K7-{at + 1:04d}",
        state=STATES[kind],
        is_open=True,
        priority=1 + at % 4,
        category=CATEGORIES[at % len(CATEGORIES)],
        source="mail" if at % 7 else "phone",
        platform=("facebook", "instagram", "facebook+instagram")[at % 3] if at % 7 else "",
        received_at=received,
        owner="" if kind == 0 else ("a.verma", "s.khan", "op")[at % 3],
        district=DISTRICTS[at % len(DISTRICTS)],
        is_guess=at % 4 == 0,
        handle=HANDLES[at % len(HANDLES)],
        next_step=STEPS[kind],
        clock=CLOCKS[kind],
        due_at=due,
        alarm_at=due + timedelta(seconds=300) if due else None,
        ring="alert",
        is_quarantined=at % 17 == 5,
        authenticity=("verified", "unverified", "contradicts", "not-verifiable")[at % 4],
        proposals=int(at % 6 == 1),
        has_place=bool(DISTRICTS[at % len(DISTRICTS)]),
        joined_into="",
        review_due=False,
    )
    return replace(row, **changes)


class NoCare:
    """Nobody is in follow-up."""

    def reviews_due(self, now: datetime) -> int:
        return 0

    def due(self, now: datetime) -> int:
        return 0


class RowReader:
    """Answers from a dictionary of rows, in the store's order."""

    def __init__(self, rows: Sequence[QueueRow]) -> None:
        self.known = {row.id: row for row in rows}

    def queue(
        self, which: QueueFilter, *, after: tuple[Any, ...] | None = None, limit: int = 200
    ) -> QueuePage:
        found = sorted(filter(matcher(which), list(self.known.values())), key=_order)
        rest = [row for row in found if after is None or _order(row) > after]
        page = tuple(rest[:limit])
        return QueuePage(page, _order(page[-1]) if len(rest) > limit else None, len(found))

    def care(self) -> NoCare:
        return NoCare()

    def rows(self, case_ids: Sequence[UUID]) -> Sequence[QueueRow]:
        return [self.known[case_id] for case_id in case_ids if case_id in self.known]

    def tallies(self) -> Tallies:
        rows = list(self.known.values())
        waiting = [row.received_at for row in rows if row.is_open and not row.owner]
        states = {state: sum(row.state == state for row in rows) for state in STATES}
        is_open = sum(row.is_open for row in rows)
        return Tallies(
            len(waiting),
            min(waiting, default=None),
            by_state=states,
            open=is_open,
            closed=len(rows) - is_open,
        )

    def map_rows(self, limit: int = 20_000) -> Sequence[MapRow]:
        return [
            MapRow(
                row.id,
                row.number,
                row.handle,
                row.state,
                row.priority,
                26.8 if row.has_place else None,
                80.9 if row.has_place else None,
                None,
                row.is_guess,
                "stf",
                row.district,
                row.alarm_at,
            )
            for row in list(self.known.values())
            if row.is_open
        ]

    def case_view(self, case_id: UUID, *, person: str = "") -> CaseView | None:
        return None

    def case_id_of(self, number: str) -> UUID | None:
        return next((row.id for row in self.known.values() if row.number == number), None)

    def mail(self, sha256: str) -> bytes | None:
        return None

    def draft(self, person: str, key: str) -> Draft | None:
        return None

    def setting(self, name: str) -> Any:
        return None

    def unshared(self, limit: int = 2_000) -> Sequence[UUID]:
        return ()

    def directory(self) -> Directory:
        return Directory(())

    def duty(self) -> Sequence[OnDuty]:
        return ()

    def mail_faults(self) -> Sequence[MailFault]:
        return ()

    def exercise(self) -> Exercise | None:
        return None

    def open_exercises(self) -> Sequence[UUID]:
        return ()

    def room_setting(self, name: str) -> Any:
        return None


def _order(row: QueueRow) -> tuple[Any, ...]:
    return (row.priority, row.received_at, row.id.int)


def matcher(which: QueueFilter) -> Callable[[QueueRow], bool]:
    """What the store's own query lets through."""
    if which.text:
        return lambda row: which.text in f"{row.number} {row.handle} {row.district}"
    if which.state:
        return lambda row: row.state == which.state
    return {
        "new": lambda row: row.is_open and not row.owner,
        "mine": lambda row: row.is_open and row.owner == which.person,
        "open": lambda row: row.is_open,
        "closed": lambda row: not row.is_open,
        "all": lambda row: True,
        "review": lambda row: row.review_due,
    }[which.view]


class NoWriter:
    """A writer for tests that write nothing."""

    def write(self, *, actor: str, is_person: bool = True) -> AbstractContextManager[Tx]:
        raise AssertionError("nothing is written in this test")

"""The outbox to the world: written with its event, sent later by a worker, the same bytes at every try."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Pause
from typing import Any, Final
from uuid import UUID

from controlroom.casework.handing.ports import Letter
from controlroom.domain.care.person import Person
from controlroom.domain.events import Event
from controlroom.errors import WorldFault
from controlroom.store.care.persons import person_from
from controlroom.store.connections import Reading
from controlroom.store.desk.files import hold
from controlroom.store.eventlog import events_of, moment

_FIRST_GAP_S, _LONGEST_GAP_S = 2, 60
_LOOK_S: Final = 0.05
_COLUMNS: Final = "id, case_id, connector, payload, tries, next_try_at, last_error"


def enqueue(connection: Any, letter_id: UUID, case_id: UUID, connector: str, payload: bytes, at: int) -> None:
    """Put something in the outbox, due at once. `at` in microseconds since 1970."""
    connection.execute(
        "INSERT INTO outbox (id, case_id, connector, payload, next_try_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO NOTHING",  # a reminder's id follows from what it asks for
        (letter_id.bytes, case_id.bytes, connector, payload, at),
    )


def waiting(connection: Any) -> list[Letter]:
    """What is not sent, oldest first."""
    rows = connection.execute(
        f"SELECT n, {_COLUMNS} FROM outbox INDEXED BY outbox_waiting WHERE sent_at IS NULL"  # noqa: S608
    )
    return [_letter(row[1:]) for row in sorted(rows)]


def _letter(row: Sequence[Any]) -> Letter:
    letter_id, case_id, connector, payload, tries, next_try_at, error = row
    key = UUID(bytes=letter_id)
    due = moment(next_try_at)
    written = moment((key.int >> 80) * 1000) if key.version == 7 else due  # v7 begins with its milliseconds
    return Letter(key, UUID(bytes=case_id), connector, bytes(payload), tries, due, written, error)


def sent(connection: Any, letter_id: UUID, at: int) -> bool:
    """It reached the other side. False where that was known before, or nothing of this id waits."""
    cursor = connection.execute(
        "UPDATE outbox SET sent_at = ?, tries = tries + 1, last_error = '' WHERE id = ? AND sent_at IS NULL",
        (at, letter_id.bytes),
    )
    return bool(cursor.rowcount)


def failed(connection: Any, letter_id: UUID, at: int, error: str) -> str | None:
    """It did not; try again after a gap that grows from 2 s to a minute. Gives the error before this one."""
    found = connection.execute(
        "SELECT tries, last_error FROM outbox WHERE id = ? AND sent_at IS NULL", (letter_id.bytes,)
    ).fetchone()
    if found is None:
        return None
    tries, before = found
    gap = min(_FIRST_GAP_S * 2 ** min(tries, 10), _LONGEST_GAP_S) * 1_000_000
    connection.execute(
        "UPDATE outbox SET tries = tries + 1, next_try_at = ?, last_error = ? WHERE id = ?",
        (at + gap, error, letter_id.bytes),
    )
    return str(before)


def due_now(connection: Any, letter_id: UUID, at: int) -> None:
    """Do not wait for the end of the gap."""
    connection.execute(
        "UPDATE outbox SET next_try_at = ? WHERE id = ? AND sent_at IS NULL", (at, letter_id.bytes)
    )


def drop(connection: Any, letter_id: UUID) -> bool:
    """It shall not be sent: its hand-over was taken back. False where it does not wait here."""
    query = "DELETE FROM outbox WHERE id = ? AND sent_at IS NULL"
    return bool(connection.execute(query, (letter_id.bytes,)).rowcount)


def count_of(connection: Any, connector: str) -> int:
    """How many wait for this connector."""
    return int(
        connection.execute(
            "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND connector = ?", (connector,)
        ).fetchone()[0]
    )


class StoreOutbox:
    """Implements casework's Outbox. Any thread."""

    def __init__(self, reading: Reading, folder: Path) -> None:
        self._reading, self._folder = reading, folder

    def waiting(self) -> Sequence[Letter]:
        """Everything that is not sent, oldest first."""
        return self._reading.glance(waiting)

    def events(self, case_id: UUID) -> Sequence[Event]:
        """The events of a case, in order."""
        with self._reading.connection() as connection:
            return events_of(connection, case_id)

    def person(self, file: UUID) -> Person | None:
        """Whose file this is."""
        with self._reading.connection() as connection:
            return person_from(connection, file)

    @contextmanager
    def alone(self, wait_s: float = 0) -> Iterator[bool]:
        """By a lock of the operating system, which goes when the process goes: nothing waits for a lease."""
        until = time.monotonic() + wait_s
        held = _try_lock(self._folder)
        while held is None and time.monotonic() < until:
            Pause().wait(_LOOK_S)
            held = _try_lock(self._folder)
        try:
            yield held is not None
        finally:
            if held is not None:
                held.close()


def _try_lock(folder: Path) -> Any:
    try:
        return hold(folder / "sending.lock")
    except WorldFault:
        return None

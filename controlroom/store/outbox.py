"""The outbox to the world: written with its event, sent later by a worker, the same bytes at every try."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from controlroom.domain.events import new_id

_FIRST_GAP_S, _LONGEST_GAP_S = 2, 60


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing to send. `id` is its idempotency key; `tries` how often it was tried before."""

    id: UUID
    case_id: UUID
    connector: str
    payload: bytes
    tries: int


def enqueue(connection: Any, case_id: UUID, connector: str, payload: bytes, at: int) -> UUID:
    """Put something in the outbox, due at once. `at` in microseconds since 1970."""
    letter_id = new_id()
    connection.execute(
        "INSERT INTO outbox (id, case_id, connector, payload, next_try_at) VALUES (?, ?, ?, ?, ?)",
        (letter_id.bytes, case_id.bytes, connector, payload, at),
    )
    return letter_id


def due(connection: Any, at: int, limit: int = 20) -> list[Letter]:
    """What is to be tried now, oldest first."""
    rows = connection.execute(
        "SELECT id, case_id, connector, payload, tries FROM outbox WHERE sent_at IS NULL AND next_try_at <= ?"
        " ORDER BY n LIMIT ?",
        (at, limit),
    )
    return [
        Letter(UUID(bytes=i), UUID(bytes=c), name, bytes(data), tries) for i, c, name, data, tries in rows
    ]


def sent(connection: Any, letter_id: UUID, at: int) -> None:
    """It reached the other side."""
    connection.execute(
        "UPDATE outbox SET sent_at = ?, tries = tries + 1, last_error = '' WHERE id = ?",
        (at, letter_id.bytes),
    )


def failed(connection: Any, letter_id: UUID, at: int, error: str) -> None:
    """It did not; try again after a gap that grows from 2 s to a minute."""
    [tries] = connection.execute("SELECT tries FROM outbox WHERE id = ?", (letter_id.bytes,)).fetchone()
    gap = min(_FIRST_GAP_S * 2**tries, _LONGEST_GAP_S) * 1_000_000
    connection.execute(
        "UPDATE outbox SET tries = tries + 1, next_try_at = ?, last_error = ? WHERE id = ?",
        (at + gap, error, letter_id.bytes),
    )

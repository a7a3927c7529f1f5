"""Keeps the shared database free for all: no session holds others up, nobody disabled stays in."""

from dataclasses import dataclass

from controlroom.sync.connection import Connection

_PRESENCE = (
    "DELETE FROM work.presence"
    " WHERE seen_at < (extract(epoch FROM clock_timestamp()) * 1000000)::bigint - 60000000"
)


@dataclass(slots=True)
class Tidied:
    """What was done since the start; `unseen_desks` is how it is now (not seen for 30 days)."""

    ended_idle: int = 0
    ended_blocking: int = 0
    ended_disabled: int = 0
    presence_cleared: int = 0
    unseen_desks: int = 0


class Janitor:
    """Runs on its own connection."""

    EVERY_S = 1.0  # who holds others up is out within 3 s and this, an idle transaction within 5 s

    def __init__(self, connection: Connection, *, done: Tidied | None = None) -> None:
        self._connection = connection
        self.done = done or Tidied()

    def run_once(self) -> None:
        """Once round."""
        done = self.done
        row = self._connection.execute("SELECT * FROM api.tidy()", prepare=True).fetchone()
        if row is not None:
            idle, blocking, disabled, done.unseen_desks = row
            done.ended_idle += idle
            done.ended_blocking += blocking
            done.ended_disabled += disabled
        done.presence_cleared += self._connection.execute(_PRESENCE, prepare=True).rowcount

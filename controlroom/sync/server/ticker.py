"""Pokes the desks that listen: waits in the server until a room's head moves, so that no commit has to."""

import time
from collections.abc import Callable, Collection
from uuid import UUID

import psycopg

from controlroom.errors import WorldFault
from controlroom.sync.connection import Connection

NAP_S = 0.0005  # how soon a first event is seen: the server rounds it up to 1 ms, and 1 ms to two
REST_S = 0.0035  # the same, where nothing has happened for RESTS_AFTER_S
RESTS_AFTER_S = 30.0
APART_S = 0.025  # at most 40 pokes a second a room
PATIENCE_S = 0.2  # one wait in the server: it answers so often at least
_POKE = b"SELECT room, last_seq FROM api.poke(%s::uuid[], %s::uuid[], %s::bigint[], %s, %s)"


def channel_of(room: UUID) -> str:
    """Where the desks of this room listen. A poke carries nothing: it is a hint, the cursor is the truth."""
    return f"cr_{room.hex}"


class Ticker:
    """Runs on its own connection."""

    def __init__(
        self,
        connection: Connection,
        *,
        rooms: Collection[UUID] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connection, self._clock = connection, clock
        self._rooms = None if rooms is None else list(rooms)
        self._seen: dict[UUID, int] = {}  # so that everybody looks once after a new start
        self._poked_at: dict[UUID, float] = {}
        self._moved_at = clock()

    def run_once(self) -> int:
        """One wait: at the leading edge at once, then 40 a second at most. Gives how many were poked.

        Raises WorldFault where the schema of the server does not know how yet.
        """
        now = self._clock()
        resting = {room: at + APART_S - now for room, at in self._poked_at.items() if now < at + APART_S}
        known = [None if room in resting else seq for room, seq in self._seen.items()]
        nap = NAP_S if now - self._moved_at < RESTS_AFTER_S else REST_S
        patience = min(resting.values(), default=PATIENCE_S)
        poked = self._wait(known, nap, patience)
        for room, seq in poked:
            self._seen[room] = seq
            self._poked_at[room] = self._moved_at = self._clock()
        return len(poked)

    def _wait(self, known: list[int | None], nap: float, patience: float) -> list[tuple[UUID, int]]:
        values = (self._rooms, list(self._seen), known, nap, patience)
        try:
            with self._connection.cursor(binary=True) as cursor:
                return cursor.execute(_POKE, values, prepare=True).fetchall()
        except psycopg.errors.UndefinedFunction as missing:
            raise WorldFault(
                "The schema of the shared database is older than this program; run controlroom server init."
            ) from missing

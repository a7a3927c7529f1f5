"""Pokes the desks that listen: looks at the heads of the rooms and says NOTIFY, so that no commit has to."""

import time
from collections.abc import Callable, Collection
from functools import lru_cache
from uuid import UUID

import psycopg
from psycopg.pq import ExecStatus

from controlroom.sync.connection import Connection

LOOK_S = 0.003  # how soon a first event is seen
REST_S = 0.005  # the same, where nothing has happened for RESTS_AFTER_S
RESTS_AFTER_S = 30.0
APART_S = 0.025  # at most 40 pokes a second a room
_HEADS = b"SELECT room, last_seq FROM log.heads"
_LOOK = b"controlroom_look"
_POKE = "SELECT pg_notify(%s, '')"


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
        self._connection, self._rooms, self._clock = connection, rooms, clock
        connection.execute("SET synchronous_commit = off")  # a poke need not survive anything
        connection.pgconn.prepare(_LOOK, _HEADS)
        self._seen: dict[UUID, int] = {}  # so that everybody looks once after a new start
        self._poked_at: dict[UUID, float] = {}
        self._moved_at = clock()

    def run_once(self) -> int:
        """One look: at the leading edge at once, then 40 a second at most. Gives how many were poked."""
        now, done = self._clock(), 0
        for room, seq in self._heads():
            if seq == self._seen.get(room) or now - self._poked_at.get(room, -1.0) < APART_S:
                continue
            self._connection.execute(_POKE, (channel_of(room),), prepare=True)
            self._seen[room], self._poked_at[room], self._moved_at = seq, now, now
            done += 1
        return done

    def pause(self) -> float:
        """Seconds until the next look."""
        return LOOK_S if self._clock() - self._moved_at < RESTS_AFTER_S else REST_S

    def _heads(self) -> list[tuple[UUID, int]]:
        """Straight through libpq: in the driver's own way a look costs three times as much."""
        found = self._connection.pgconn.exec_prepared(_LOOK, [])
        if found.status != ExecStatus.TUPLES_OK:
            raise psycopg.OperationalError(found.error_message.decode(errors="replace"))
        heads = [
            (_room(found.get_value(n, 0)), int(found.get_value(n, 1) or 0)) for n in range(found.ntuples)
        ]
        return [head for head in heads if self._rooms is None or head[0] in self._rooms]


@lru_cache
def _room(text: bytes | None) -> UUID:
    return UUID((text or b"").decode())

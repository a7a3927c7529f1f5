"""A real PostgreSQL with a room in it, its desks, and raw tables beside: durable, on loopback, by TLS."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import psycopg
from postgres import Database, Postgres
from postgres_cluster import Options as Cluster

from controlroom.sync.connection import open_connection
from controlroom.sync.server.people import add_login
from controlroom.sync.server.setup import room_of, set_up
from controlroom.sync.shared import Shared

PASSWORD = "barge-Stone-57-lamp"
RAW = """
CREATE TABLE public.raw (
  seq bigserial PRIMARY KEY, id uuid NOT NULL, stream_id uuid NOT NULL, kind text NOT NULL,
  at bigint NOT NULL, actor text NOT NULL, body text NOT NULL
)
"""
RAW_INSERT = "INSERT INTO raw (id, stream_id, kind, at, actor, body) VALUES (%s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True)
class Room:
    """An open room on a running server."""

    server: Postgres
    database: Database
    room: UUID

    def dsn(self, login: str) -> str:
        """Where `login` goes in."""
        return self.database.dsn(login, PASSWORD)

    @property
    def raw_dsn(self) -> str:
        """Where the superuser goes in."""
        return self.database.dsn("bare", PASSWORD)

    def raw(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A bare connection of the superuser, by TCP and TLS as ours."""
        return psycopg.connect(self.raw_dsn, autocommit=True)


@contextmanager
def shared_room(logins: Sequence[str], settings: dict[str, str] | None = None) -> Iterator[Room]:
    """A server of its own that waits for the disk, with a room and these operators."""
    server = Postgres(Cluster(durable=True, settings={"max_connections": "400"} | (settings or {})))
    try:
        server.start()
        database = server.new_database()
        with open_connection(database.admin_dsn, plain_loopback=True) as admin:
            set_up(admin, "lucknow")
            room = room_of(admin)
            for login in logins:
                add_login(admin, login, role="operator", password=PASSWORD)
            admin.execute("CREATE ROLE bare LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'")  # type: ignore[arg-type]
            admin.execute(RAW)
        yield Room(server, database, room)
    finally:
        server.remove()


class Desk:
    """A desk that appends notes to one case of its own, as sync does."""

    def __init__(self, dsn: str, login: str) -> None:
        self.login, self.desk, self.case = login, uuid4(), uuid4()
        self.shared = Shared(open_connection(dsn, prepare_threshold=1), login)
        token = uuid4()
        welcome = self.shared.hello(self.desk, "K7", token=token, following=uuid4(), program="bench")
        self._mark = welcome.mark
        number = f"2026-{self._mark}-0001"
        self.shared.append(self.batch([self.event("alert_received", {"number": number, "ring": "alert"})]))

    def event(self, kind: str, body: dict[str, Any]) -> dict[str, Any]:
        """One event of this desk, now."""
        now = time.time_ns() // 1000
        return {
            "id": str(uuid4()),
            "stream": "case",
            "stream_id": str(self.case),
            "kind": kind,
            "version": 1,
            "happened_at": now,
            "at": now,
            "actor": self.login,
            "desk": str(self.desk),
            "body": body,
        }

    def note(self) -> dict[str, Any]:
        """A note of ordinary length."""
        return self.event("note_added", {"text": "the family was told, a neighbour goes with them " * 4})

    @staticmethod
    def batch(events: Sequence[dict[str, Any]]) -> bytes:
        """As it goes over the line."""
        return json.dumps(events, ensure_ascii=False).encode()


def raw_row() -> tuple[Any, ...]:
    """The same note as a bare row."""
    body = json.dumps({"text": "the family was told, a neighbour goes with them " * 4})
    return uuid4(), uuid4(), "note_added", time.time_ns() // 1000, "bare", body

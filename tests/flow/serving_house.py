"""A room with people on a real server, and logs of invented cases to serve."""

import json
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
from postgres import Database

from controlroom.sync.server.people import add_login
from controlroom.sync.server.projector import Projector
from controlroom.sync.server.setup import room_of, set_up

PASSWORD = "Stone-barge-19"
_APPEND = "SELECT verdict, seq, why FROM api.append_events(%s)"


def now() -> int:
    return time.time_ns() // 1000


@dataclass
class Room:
    """One room, and who may do what in it."""

    database: Database
    room: uuid.UUID
    connections: list[psycopg.Connection[Any]] = field(default_factory=list)

    @classmethod
    def new(cls, database: Database) -> "Room":
        with psycopg.connect(database.admin_dsn, autocommit=True) as admin:
            set_up(admin, "lucknow")
            for login, role in (("asha", "operator"), ("abdul", "auditor"), ("serve", "projector")):
                add_login(admin, login, role=role, password=PASSWORD)
            return cls(database, room_of(admin))

    def dsn(self, login: str) -> str:
        return self.database.dsn(login, PASSWORD)

    def connect(self, login: str) -> psycopg.Connection[Any]:
        made = psycopg.connect(self.dsn(login), autocommit=True)
        self.connections.append(made)
        return made

    def desk(self, login: str, mark: str) -> "Desk":
        connection = self.connect(login)
        desk = uuid.uuid4()
        given = connection.execute(
            "SELECT mark FROM api.hello(%s, %s, %s, %s, 'test')", (desk, mark, uuid.uuid4(), uuid.uuid4())
        ).fetchone()
        assert given is not None
        return Desk(connection, login, desk, given[0])

    def close(self) -> None:
        for connection in self.connections:
            connection.close()


@dataclass
class Desk:
    """Appends as one login does."""

    connection: psycopg.Connection[Any]
    login: str
    desk: uuid.UUID
    mark: str
    count: int = 0

    def event(self, case: uuid.UUID, kind: str, body: dict[str, Any], stream: str = "case") -> dict[str, Any]:
        moment = now()
        return {
            "id": str(uuid.uuid4()),
            "stream": stream,
            "stream_id": str(case),
            "kind": kind,
            "version": 1,
            "happened_at": moment,
            "at": moment,
            "actor": self.login,
            "desk": str(self.desk),
            "body": body,
        }

    def alert(self, case: uuid.UUID, **more: Any) -> dict[str, Any]:
        self.count += 1
        body = {
            "number": f"2026-{self.mark}-{self.count:04d}",
            "subject": "आत्महत्या संबंधी चेतावनी",
            "text": f"Post says goodbye to family tonight. अलविदा माँ {self.count}",
            "ring": "alert",
            "facts": {
                "account_urls": [f"https://www.facebook.com/neha.kumar{self.count}"],
                "usernames": [f"neha.kumar{self.count}"],
                "phones": [f"+9198390{self.count % 100000:05d}"],
            },
        }
        return self.event(case, "alert_received", body | more)

    def story(self, case: uuid.UUID) -> list[dict[str, Any]]:
        """Six events, from the alert to the hand-over."""
        return [
            self.alert(case),
            self.event(case, "case_claimed", {}),
            self.event(case, "case_triaged", {"category": "imminent"}),
            self.event(case, "place_found", {"lat": 26.85, "lon": 80.95, "accuracy_m": 350, "source": "stf"}),
            self.event(case, "note_added", {"text": "Friends say she is at the river."}),
            self.event(case, "handed_over", {"to": "112", "ref": "P7731"}),
        ]

    def append(self, *events: dict[str, Any]) -> list[tuple[str, int | None, str]]:
        rows = self.connection.execute(_APPEND, (json.dumps(events),)).fetchall()
        return [(verdict, seq, why) for verdict, seq, why in rows]

    def fill(self, cases: int) -> list[uuid.UUID]:
        """So many cases, their events mixed as in a busy night."""
        ids = [uuid.uuid4() for _ in range(cases)]
        for batch in _mixed(self, ids):
            assert {verdict for verdict, _, _ in self.append(*batch)} == {"accepted"}
        return ids


def _mixed(desk: Desk, ids: list[uuid.UUID]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(ids), 33):
        stories = [desk.story(case) for case in ids[start : start + 33]]
        yield [story[step] for step in range(6) for story in stories]


def served_room(database: Database) -> Iterator[Room]:
    """A room with an operator, an auditor and the login of the service."""
    made = Room.new(database)
    yield made
    made.close()


def serving(room: Room) -> psycopg.Connection[Any]:
    connection = room.connect("serve")
    connection.execute("SET ROLE cr_projector")
    return connection


def projected(room: Room) -> Projector:
    projector = Projector(serving(room))
    while projector.run_once():
        pass
    return projector


def until(is_so: Callable[[], Any], within_s: float = 60.0) -> Any:
    deadline = time.monotonic() + within_s
    while not (found := is_so()):
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.005)
    return found

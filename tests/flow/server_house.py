"""A shared database with people of every role and two rooms' events in it, and psql as each of them."""

import json
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import psycopg
from postgres import Database, Postgres
from postgres_cluster import environment, find_programs
from psycopg import sql

from controlroom.casework.room.sealing import seal_id
from controlroom.domain.derived import case_of_mail
from controlroom.sync.server.doors import close_doors
from controlroom.sync.server.people import add_login
from controlroom.sync.server.rights import ROLES
from controlroom.sync.server.setup import room_of, set_up

PASSWORD = "Stone-barge-19"
MAIL = b"From: nobody@example.org\n\nThis is invented."
OTHER_MAIL = b"From: nobody@example.org\n\nThis too."
PEOPLE: Mapping[str, str] = {f"h_{role}": role for role in (*ROLES, "projector")}
STRANGER = "h_stranger"  # an operator of the other room
LEFT = "h_left"  # a supervisor who was put out, but may still log in
FILE, FILE_MAIL = uuid4(), b"From: nobody@example.org\n\nThis is of somebody whom LEFT asked to erase."
FILE_KEYS = {audience: audience.ljust(32).encode() for audience in ("case", "counsel")}
PRIVATE = "what only some may read"
_MARK = "@@"


@dataclass(frozen=True, kw_only=True)
class House:
    """The database, and the ids that stand in it."""

    database: Database
    room: UUID
    other_room: UUID
    desks: Mapping[str, UUID]
    case: UUID

    def connect(self, login: str, **more: Any) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(self.database.dsn(login, PASSWORD), autocommit=True, **more)

    def admin(self) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(self.database.admin_dsn, autocommit=True)

    def ask(self, login: str, statements: Sequence[str]) -> list[str]:
        """What the real psql says to each statement, each in a transaction that is taken back.

        Rows as text, or a line that begins with ERROR.
        """
        script = "".join(
            f"\\echo {_MARK}\nBEGIN;\n{statement.rstrip(';')};\nROLLBACK;\n" for statement in statements
        )
        said = self.psql(login, script)
        answers = [part.strip() for part in said.split(f"{_MARK}\n")[1:]]
        assert len(answers) == len(statements), said
        return answers

    def psql(self, login: str, script: str) -> str:
        """Everything that psql prints when it is handed this script, errors in their place."""
        done = subprocess.run(
            [
                *(str(find_programs() / "psql"), "-XAtq", "-v", "VERBOSITY=terse", "-f", "-"),
                self.database.dsn(login),
            ],
            input=script,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(PGPASSWORD=PASSWORD),
            timeout=120,
            check=False,
        )
        return "".join(
            line.split(": ", 1)[1] if line.startswith("psql:<stdin>") else line
            for line in done.stdout.splitlines(keepends=True)
        )

    def event(self, login: str, kind: str, **more: Any) -> dict[str, Any]:
        """An event as that login's desk would hand it in, in the known case unless said otherwise."""
        return event(login, self.desks[login], kind, self.case) | more

    def append(self, login: str, *events: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Verdict and reason of each."""
        with self.connect(login) as connection:
            return [(verdict, why) for verdict, why, *_ in append(connection, events)]

    def empty(self) -> bool:
        return not self.database.query("SELECT 1 FROM log.events LIMIT 1")


def event(login: str, desk: UUID, kind: str, stream_id: UUID, **more: Any) -> dict[str, Any]:
    now = time.time_ns() // 1000
    made = {
        "id": str(uuid4()),
        "stream": "case",
        "stream_id": str(stream_id),
        "kind": kind,
        "version": 1,
        "happened_at": now,
        "at": now,
        "actor": login,
        "desk": str(desk),
        "body": {},
    }
    return made | more


def append(connection: psycopg.Connection[Any], events: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    """The rows that the database answers with: verdict, why, and what it gave."""
    query = (
        "SELECT verdict, why, seq, stream_seq, number, audience, recorded_at, hash FROM api.append_events(%s)"
    )
    return connection.execute(query, (json.dumps(list(events)),)).fetchall()


def build_bare(server: Postgres) -> House:
    """A room, and nobody in it."""
    database = server.new_database()
    with psycopg.connect(database.admin_dsn, autocommit=True) as admin:
        set_up(admin, "lucknow")
        room = room_of(admin)
    return House(database=database, room=room, other_room=room, desks={}, case=uuid4())


def build(server: Postgres) -> House:
    """Two rooms with everybody in them; a second or so."""
    database = server.new_database()
    with psycopg.connect(database.admin_dsn, autocommit=True) as admin:
        set_up(admin, "lucknow")
        set_up(admin, "agra")
        for login, role in PEOPLE.items():
            add_login(admin, login, role=role, password=PASSWORD, room_name="lucknow")
        add_login(admin, STRANGER, role="operator", password=PASSWORD, room_name="agra")
        add_login(admin, LEFT, role="supervisor", password=PASSWORD, room_name="lucknow")
        # a kind that only counsellors and supervisors read, as a later version will have
        admin.execute("INSERT INTO log.kinds VALUES ('counsel_given', 'counsel', 1)")
        admin.execute("INSERT INTO log.writers VALUES ('counsellor', 'counsel_given')")
        rooms = dict(admin.execute("SELECT name, room FROM log.rooms").fetchall())
    house = House(database=database, room=rooms["lucknow"], other_room=rooms["agra"], desks={}, case=uuid4())
    return _fill(house)


def _fill(house: House) -> House:
    desks = {}
    for login in (*(login for login, role in PEOPLE.items() if role != "projector"), STRANGER, LEFT):
        with house.connect(login) as connection:
            desks[login] = uuid4()
            connection.execute(
                "SELECT * FROM api.hello(%s, 'K7', %s, %s, 'test')", (desks[login], uuid4(), uuid4())
            )
    house = replace(house, desks=desks)
    with house.connect("h_intake") as connection:
        connection.execute("SELECT api.put_blob(%b)", (MAIL,))
    mail = sha256(MAIL).hexdigest()
    secret = {"text": PRIVATE}
    in_room = {"stream": "room", "stream_id": str(house.room)}
    told: list[tuple[str, dict[str, Any]]] = [
        ("h_intake", house.event("h_intake", "alert_received", body={"mail": mail, "text": "an alert"})),
        ("h_operator", house.event("h_operator", "case_claimed")),
        ("h_operator", house.event("h_operator", "list_read", body=secret, **in_room)),
        ("h_supervisor", house.event("h_supervisor", "secret_revealed", body=secret)),
        ("h_counsellor", house.event("h_counsellor", "counsel_given", body=secret)),
        ("h_operator", house.event("h_operator", "incident_noted", body=secret, **in_room)),
        (
            "h_operator",
            house.event(
                "h_operator", "care_told", stream="person", stream_id=str(uuid4()), body={"helps": ["x"]}
            ),
        ),
        ("h_admin", house.event("h_admin", "intake_faulted", **in_room)),
        ("h_operator", house.event("h_operator", "note_added", body={"text": "seen by all"})),
        (STRANGER, house.event(STRANGER, "alert_received", stream_id=str(uuid4()), body=secret)),
    ]
    for login, one in told:
        assert house.append(login, one) == [("accepted", "")]
    _ask_to_erase(house)
    with house.connect("h_projector") as connection:
        for room, case in ((house.room, house.case), (house.other_room, uuid4())):
            connection.execute(
                "INSERT INTO work.case_index VALUES (%s, %s, ARRAY['2026-0001'], true, 'new', 1, 1,"
                " to_tsvector('simple', 'anand invented'), '{}')",
                (room, case),
            )
            connection.execute("INSERT INTO work.cursors VALUES (%s, 'projector', 1, 1)", (room,))
    return house


def key_of(file: UUID, audience: str, key: bytes) -> dict[str, str]:
    """A key as it is handed in."""
    return {
        "id": str(seal_id(file, audience, key)),
        "stream_id": str(file),
        "audience": audience,
        "key": key.hex(),
    }


def _ask_to_erase(house: House) -> None:
    """A person with a case that a mail opened, with keys, and somebody's word that they be erased."""
    case = case_of_mail(sha256(FILE_MAIL).hexdigest())
    with house.connect("h_intake") as connection:
        connection.execute("SELECT api.put_blob(%b)", (FILE_MAIL,))
    with house.connect("h_supervisor") as connection:
        keys = [key_of(FILE, audience, key) for audience, key in FILE_KEYS.items()]
        connection.execute("SELECT api.put_person_keys(%s)", (json.dumps(keys),))
    in_file = {"stream": "person", "stream_id": str(FILE)}
    mail = {"mail": sha256(FILE_MAIL).hexdigest()}
    setting = {"stream": "room", "stream_id": str(house.room)}
    told: list[tuple[str, dict[str, Any]]] = [
        ("h_intake", house.event("h_intake", "alert_received", stream_id=str(case), body=mail)),
        ("h_operator", house.event("h_operator", "case_linked", body={"case": str(case)}, **in_file)),
        ("h_supervisor", house.event("h_supervisor", "room_set", body={"name": "x"}, **setting)),
        (LEFT, house.event(LEFT, "erasure_asked", **in_file)),
    ]
    for login, one in told:
        assert house.append(login, one) == [("accepted", "")]
    with house.admin() as admin:
        admin.execute("UPDATE people.logins SET disabled_at = 1 WHERE login = %s", (LEFT,))
        admin.execute("INSERT INTO log.erased VALUES (%s, %s, 1)", (house.room, uuid4()))


@contextmanager
def cloned(house: House) -> Iterator[House]:
    """The same once more, to be spoilt. The people are the server's, and so the same."""
    server = house.database.server
    name = f"{house.database.name}_{os.urandom(4).hex()}"
    with psycopg.connect(server.admin_dsn(), autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            (house.database.name,),
        )
        admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY wal_log").format(
                sql.Identifier(name), sql.Identifier(house.database.name)
            )
        )
    copy = replace(house, database=replace(house.database, name=name))
    try:
        with copy.admin() as admin:
            close_doors(admin)
        yield copy
    finally:
        with psycopg.connect(server.admin_dsn(), autocommit=True) as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

"""A shared room on a real server, and desks of it: in memory, or real profiles that sync on a thread."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from plain_replica import PlainReplica
from postgres import Database, Postgres, joint_dsn

from controlroom.casework.arriving import alerts
from controlroom.casework.room.sharing import Link, Present, Replica
from controlroom.store import Profile, open_profile
from controlroom.sync.connection import Connection
from controlroom.sync.hosts import Login
from controlroom.sync.joining import join_room
from controlroom.sync.loop import Done, SyncLoop
from controlroom.sync.server.people import add_login
from controlroom.sync.server.setup import room_of, set_up

PASSWORD = "Stone-barge-19"
PEOPLE = {"asha": "operator", "ravi": "operator", "abdul": "auditor", "sunita": "supervisor"}


def wait_until(is_so: Callable[[], bool], within_s: float = 60.0) -> None:
    deadline = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < deadline, "it did not come in time"
        time.sleep(0.005)


@dataclass
class House:
    """One room with people in it. `ports` are the ways to it, one or several."""

    server: Postgres
    name: str
    room: UUID
    ports: list[int]

    @classmethod
    def new(cls, database: Database) -> "House":
        return cls.on(database.server, database.name)

    @classmethod
    def on(cls, server: Postgres, name: str = "postgres") -> "House":
        with Connection.connect(server.admin_dsn(name), autocommit=True) as admin:
            set_up(admin, "lucknow")
            for login, role in PEOPLE.items():
                add_login(admin, login, role=role, password=PASSWORD)
            return cls(server, name, room_of(admin), [server.port])

    def dsn(self, *ports: int) -> str:
        return joint_dsn(self.server, ports=list(ports) or self.ports, dbname=self.name)

    def login(self, user: str, *ports: int) -> Login:
        return Login(self.dsn(*ports), user, PASSWORD)

    def connect(self, user: str) -> psycopg.Connection[Any]:
        return psycopg.connect(
            joint_dsn(self.server, ports=self.ports, dbname=self.name, user=user, password=PASSWORD),
            autocommit=True,
        )

    def log(self) -> list[tuple[int, UUID]]:
        return [
            (seq, id_)
            for seq, id_ in self.server.query("SELECT seq, id FROM log.events ORDER BY seq", db=self.name)
        ]

    def cases(self) -> list[str]:
        rows = self.server.query("SELECT DISTINCT stream_id::text FROM log.events", db=self.name)
        return [case for (case,) in rows]

    def plain(self, user: str, mark: str = "K7", *ports: int) -> PlainReplica:
        """A desk in memory that has joined."""
        replica = PlainReplica(mark)
        join_room(replica, self.login(user, *ports))
        return replica


def once(replica: Replica) -> Done:
    account = replica.account()
    assert account is not None
    return SyncLoop(replica).run_once(account, replica.password())


@dataclass
class Running:
    """A desk whose loop runs on a thread."""

    replica: Replica
    links: list[Link] = field(default_factory=list)
    others: list[list[Present]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.loop = SyncLoop(
            self.replica, publish=self.links.append, presence=lambda now: self.others.append(list(now))
        )
        self.thread = threading.Thread(target=self.loop.run, args=(self.stop,), name="sync")

    @property
    def state(self) -> str:
        return self.links[-1].state if self.links else ""

    @property
    def link(self) -> Link:
        return self.links[-1]

    def end(self) -> float:
        """Gives how long it took, seconds."""
        begun = time.monotonic()
        self.stop.set()
        self.thread.join(60)
        assert not self.thread.is_alive()
        return time.monotonic() - begun


@contextmanager
def running(replica: Replica) -> Iterator[Running]:
    desk = Running(replica)
    desk.thread.start()
    try:
        yield desk
    finally:
        desk.end()


@contextmanager
def opened(folder: Path) -> Iterator[Profile]:
    profile = open_profile(folder)
    try:
        yield profile
    finally:
        profile.close()


def new_alert(profile: Profile, text: str = "says goodbye", **more: Any) -> UUID:
    with profile.writer.write(actor="asha") as tx:
        return alerts.add_alert(tx, source="phone", text=text, **more)


def shared_log(profile: Profile) -> list[tuple[int, bytes]]:
    """What this desk holds of the room's log, stubs too: numbers and hashes."""
    return sorted(profile.replica.hashes_below(1 << 62, 1_000_000))

"""A room at work: twenty desks, fifty events a second. Everybody has all of it soon, and nothing piles up."""

import multiprocessing
import statistics
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from postgres import Database
from pull_clients import PULL, Feed, PullClients, pull_clients
from serving_house import PASSWORD, Desk, Room
from sync_house import wait_until

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.ports import Changes
from controlroom.desklink import DeskLink
from controlroom.store import Profile, open_profile
from controlroom.sync.server.people import add_login
from controlroom.sync.server.running import Service
from controlroom.sync.shared import channel

REPLICAS, CLIENTS = 2, 18
BY_REPLICA_S, BY_OTHERS_S = 5, 40  # events a second: of each real desk, of all the others together
_LAG = (
    "SELECT h.last_seq - coalesce(c.seq, 0) FROM log.heads h"
    " LEFT JOIN work.cursors c ON c.room = h.room AND c.name = 'projector'"
)
_processes = multiprocessing.get_context("spawn")


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTROLROOM_PASSPHRASE", "only for tests")


@dataclass
class RealDesk:
    """A profile with its sync loop on a thread; remembers when each event of the others was here."""

    profile: Profile
    landed: dict[uuid.UUID, float] = field(default_factory=dict)
    made: dict[uuid.UUID, float] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)

    def note(self, changes: Changes) -> None:
        now = time.perf_counter()
        for event in changes.events:
            self.landed.setdefault(event.id, now)

    def work(self, stop: threading.Event) -> None:
        """An alert, then note after note."""
        with self.profile.writer.write(actor="asha") as tx:
            case = alerts.add_alert(tx, source="phone", text="says goodbye")
        for number in paced(BY_REPLICA_S, stop):
            started = time.perf_counter()
            with self.profile.writer.write(actor="asha") as tx:
                steps.add_note(tx, case, text=f"the family was told, call {number}")
                [event] = tx.changes().events
            self.made[event.id] = started


@dataclass(frozen=True)
class Told:
    """What was seen of one load."""

    made: int
    latencies: list[float]
    backlogs: dict[str, list[int]]

    @property
    def p95_s(self) -> float:
        return sorted(self.latencies)[int(0.95 * len(self.latencies))]

    def grown(self) -> dict[str, float]:
        """By how much each backlog is larger in the last third than in the first."""
        return {
            name: statistics.median(seen[-len(seen) // 3 :]) - statistics.median(seen[: len(seen) // 3])
            for name, seen in self.backlogs.items()
        }


def paced(rate: float, stop: threading.Event) -> Iterator[int]:
    """So many turns a second, those that came late made up for."""
    started, number = time.monotonic(), 0
    while not stop.wait(max(0.0, started + number / rate - time.monotonic())):
        yield number
        number += 1


def write_for_the_others(desk: Desk, made: dict[uuid.UUID, float], stop: threading.Event) -> None:
    """Case after case, several at a time, each event a call and a commit of its own."""
    stories: list[list[dict[str, Any]]] = []
    for _ in paced(BY_OTHERS_S, stop):
        if not stories:
            stories = [desk.story(uuid.uuid4()) for _ in range(10)]
        story = stories.pop(0)
        event = story.pop(0)
        stories += [story] if story else []
        made[uuid.UUID(event["id"])] = time.perf_counter()
        [(verdict, _, why)] = desk.append(event)
        assert verdict == "accepted", why


def serve(dsn: str) -> None:
    Service(dsn, say=lambda told: None).run(threading.Event())


@contextmanager
def service(room: Room) -> Iterator[None]:
    """Projector, ticker and janitor in a process of their own, as `server run`."""
    process = _processes.Process(target=serve, args=(room.dsn("serve"),), daemon=True)
    process.start()
    try:
        yield
    finally:
        process.kill()
        process.join()


@contextmanager
def real_desk(room: Room, folder: Path) -> Iterator[RealDesk]:
    profile, stop = open_profile(folder), threading.Event()
    desk = RealDesk(profile)
    link = DeskLink(profile, publish=lambda now: desk.links.append(now.state))
    link.sign_in(room.dsn("asha"), "asha", PASSWORD)
    profile.subscribe(desk.note)
    loop = threading.Thread(target=link.loop.run, args=(stop,), name="sync")
    loop.start()
    try:
        wait_until(lambda: desk.links[-1:] == ["connected"])
        yield desk
    finally:
        stop.set()
        loop.join()
        profile.close()


@contextmanager
def crowd(database: Database, room: Room) -> Iterator[PullClients]:
    with psycopg.connect(database.admin_dsn, autocommit=True) as admin:
        add_login(admin, "ravi", role="operator", password=PASSWORD)
    with pull_clients([room.dsn("ravi")] * CLIENTS, [Feed(channel(room.room), PULL)]) as clients:
        yield clients


def carry(database: Database, folder: Path, seconds: float) -> Told:
    """The load for so long, and what came of it."""
    with ExitStack() as held:
        room = Room.new(database)
        held.callback(room.close)
        held.enter_context(service(room))
        desks = [held.enter_context(real_desk(room, folder / str(at))) for at in range(REPLICAS)]
        clients = held.enter_context(crowd(database, room))
        admin = held.enter_context(psycopg.connect(database.admin_dsn, autocommit=True))
        made: dict[uuid.UUID, float] = {}
        backlogs = _under_load(room, desks, made, admin, seconds)
        for desk in desks:
            made |= desk.made
            wait_until(lambda desk=desk: not desk.profile.replica.pending_count())  # type: ignore[misc]
        numbers = dict(admin.execute("SELECT id, seq FROM log.events").fetchall())
        wait_until(lambda: all(set(made) <= desk.landed.keys() for desk in desks))
        return _told(made, numbers, desks, clients, backlogs)


def _under_load(
    room: Room, desks: list[RealDesk], made: dict[uuid.UUID, float], admin: Any, seconds: float
) -> dict[str, list[int]]:
    stop = threading.Event()
    others = room.desk("asha", "M3")
    work = [threading.Thread(target=write_for_the_others, args=(others, made, stop))]
    work += [threading.Thread(target=desk.work, args=(stop,)) for desk in desks]
    for one in work:
        one.start()
    backlogs: dict[str, list[int]] = {"projector": []} | {f"desk {at}": [] for at in range(len(desks))}
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        stop.wait(0.25)
        backlogs["projector"].append(admin.execute(_LAG).fetchone()[0])
        for at, desk in enumerate(desks):
            backlogs[f"desk {at}"].append(desk.profile.replica.pending_count())
    stop.set()
    for one in work:
        one.join()
    return backlogs


def _told(
    made: dict[uuid.UUID, float],
    numbers: dict[uuid.UUID, int],
    desks: list[RealDesk],
    clients: PullClients,
    backlogs: dict[str, list[int]],
) -> Told:
    pulled: dict[int, list[float]] = defaultdict(list)

    def everybody_has_all() -> bool:
        [new] = clients.arrivals()
        for number, times in new.items():
            pulled[number] += times
        return all(len(pulled[numbers[event]]) == CLIENTS for event in made)

    wait_until(everybody_has_all)
    latencies: list[float] = []
    for event, started in made.items():
        times = pulled[numbers[event]]
        times += [desk.landed[event] for desk in desks if event not in desk.made]
        latencies += [came - started for came in times]
    return Told(len(made), latencies, backlogs)


def check_times(told: Told, seconds: float) -> None:
    wanted = seconds * (REPLICAS * BY_REPLICA_S + BY_OTHERS_S)
    assert told.made >= 0.9 * wanted, "the load was not what it should have been"
    assert told.p95_s < 1.0
    assert statistics.median(told.latencies) < 0.25, "they come by the look once a second, not by the pokes"
    assert max(told.grown().values()) < 50, "more than a second's events"


def test_that_twenty_desks_share_fifty_events_a_second(database: Database, tmp_path: Path) -> None:
    """How fast it was is for `./dev long` to say: here the machine may have other things to do."""
    assert carry(database, tmp_path, 20).made


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_that_twenty_desks_share_fifty_events_a_second_for_ten_minutes(
    database: Database, tmp_path: Path
) -> None:
    check_times(carry(database, tmp_path, 600), 600)

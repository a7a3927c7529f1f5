"""Kill a desk at any instant while it works and shares: what it saved is in the shared database, once."""

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from postgres import Database
from sync_house import House, once, opened, running, shared_log, wait_until

from controlroom.log import SYNC_FAIL_POINTS
from controlroom.sync.joining import join_room

CHILD = Path(__file__).with_name("sync_desk_child.py")


class Child:
    """The desk that is killed."""

    def __init__(self, profile: Path, seed: int, fail_point: str = "") -> None:
        self.saved: list[str] = []
        self.is_ready, self.has_saved = threading.Event(), threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, str(CHILD), str(profile), str(seed)],
            env=os.environ | {"CONTROLROOM_FAIL_POINT": fail_point},
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line == "ready\n":
                self.is_ready.set()
            elif line.endswith("\n"):
                self.saved.append(line.strip())
                self.has_saved.set()

    def kill(self) -> list[str]:
        """Gives what it said was saved."""
        self._process.kill()
        return self.wait()

    def wait(self) -> list[str]:
        self._process.wait(60)
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        return self.saved


def check(house: House, folder: Path, saved: list[str]) -> None:
    """Everything saved is there, once, and both desks hold the same log."""
    with opened(folder / "asha") as asha, opened(folder / "ravi") as ravi:
        once(asha.replica)
        once(ravi.replica)
        once(asha.replica)
        assert asha.replica.pending_count() == asha.replica.refused_count() == 0
        assert shared_log(asha) == shared_log(ravi)
        assert asha.reader().check() == []
        rows = house.server.query("SELECT id::text, stream_id::text, kind FROM log.events", db=house.name)
        assert len(shared_log(asha)) == len(rows)
    ids = Counter(id_ for id_, _, _ in rows)
    cases = Counter(case for _, case, kind in rows if kind == "alert_received")
    assert set(ids.values()) == {1}
    for line in saved:
        what, id_ = line.split()
        assert (ids if what == "event" else cases)[id_] == 1, line


def kill_often(house: House, folder: Path, count: int, seed: int) -> None:
    rng = random.Random(seed)
    saved: list[str] = []
    for login in ("asha", "ravi"):
        with opened(folder / login) as profile:
            join_room(profile.replica, house.login(login))
    with opened(folder / "ravi") as ravi, running(ravi.replica):
        for n in range(count):
            child = Child(folder / "asha", seed + n)
            assert (child.has_saved if n % 2 else child.is_ready).wait(60)
            time.sleep(rng.uniform(0.0, 0.6))
            saved += child.kill()
    assert saved
    check(house, folder, saved)


@pytest.fixture
def room(database: Database) -> House:
    return House.new(database)


def test_that_twenty_kills_lose_and_double_nothing(room: House, tmp_path: Path, profile: Path) -> None:
    kill_often(room, tmp_path, 20, seed=1)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(20))
def test_that_a_thousand_kills_lose_and_double_nothing(
    room: House, tmp_path: Path, profile: Path, part: int
) -> None:
    kill_often(room, tmp_path, 50, seed=1000 * part)


@pytest.mark.parametrize("name", SYNC_FAIL_POINTS)
def test_that_a_kill_at_each_step_loses_nothing(
    room: House, tmp_path: Path, profile: Path, name: str
) -> None:
    for login in ("asha", "ravi"):
        with opened(tmp_path / login) as desk:
            join_room(desk.replica, room.login(login))
    saved: list[str] = []
    for nth in (1, 2, 4):
        child = Child(tmp_path / "asha", nth, fail_point=f"{name}:{nth}")
        wait_until(lambda child=child: child._process.poll() is not None)
        saved += child.wait()
    check(room, tmp_path, saved)

"""A primary dies and its standby takes over: the desks go on, and nothing that two machines had is lost."""

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from postgres import Postgres
from postgres_proxy import Proxy
from sync_house import House, Running, new_alert, once, opened, running, shared_log, wait_until

from controlroom.errors import WorldFault
from controlroom.store import Profile
from controlroom.sync.joining import join_room


@dataclass
class Cut:
    """A primary and a standby that hears it through a line that can be cut."""

    primary: Postgres
    standby: Postgres
    line: Proxy

    def lose_what_follows(self) -> None:
        """The primary still takes everything, and passes nothing on."""
        self.line.hang()

    def take_over(self) -> None:
        """The plug of the primary is pulled."""
        self.line.cut()
        self.primary.kill()
        self.standby.promote()


@pytest.fixture
def pair() -> Iterator[Cut]:
    primary = Postgres()
    try:
        primary.start()
        with Proxy(primary.port) as line:
            yield Cut(primary, primary.standby(through=line.port), line)
    finally:
        primary.remove()


def house_on(pair: Cut) -> House:
    house = House.on(pair.primary)
    house.ports.append(pair.standby.port)
    pair.primary.query("UPDATE log.rooms SET standbys = 1")
    return house


def ids_in(server: Postgres) -> list[UUID]:
    return [id_ for (id_,) in server.query("SELECT id FROM log.events ORDER BY seq")]


def test_that_what_only_the_lost_primary_had_is_sent_again_once(pair: Cut) -> None:
    house = house_on(pair)
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    with running(asha) as here, running(ravi) as there:
        wait_until(lambda: here.state == there.state == "connected")
        safe = [asha.new_case() for _ in range(5)] + [ravi.new_case() for _ in range(5)]
        for desk in (here, there):
            desk.loop.wake()
        wait_until(lambda: asha.flushed_seq == ravi.flushed_seq == 10)
        pair.lose_what_follows()
        lost = [asha.new_case() for _ in range(5)] + [ravi.new_case() for _ in range(5)]
        for desk in (here, there):
            desk.loop.wake()
        wait_until(lambda: len(ids_in(pair.primary)) == 20)
        wait_until(lambda: asha.cursor() == ravi.cursor() == 20)
        wait_until(lambda: (here.link.seq, here.link.flushed_seq) == (20, 10))
        pair.take_over()
        late = asha.new_case()
        wait_until(lambda: asha.log() == ravi.log() and len(asha.log()) == 21)
    there_now = pair.standby.query("SELECT stream_id FROM log.events")
    assert sorted(case for (case,) in there_now) == sorted([*safe, *lost, late])
    assert [id_ for _, id_ in asha.log()] == ids_in(pair.standby)
    assert asha.memory().timeline == 2


def test_that_an_old_primary_that_comes_back_takes_no_write(pair: Cut) -> None:
    house = house_on(pair)
    asha = house.plain("asha")
    pair.primary.catch_up(pair.standby)
    pair.take_over()
    asha.new_case()
    once(asha)
    pair.primary.start()
    asha.new_case()
    once(asha)
    assert (len(ids_in(pair.primary)), len(ids_in(pair.standby))) == (0, 2)
    only_old = House(pair.primary, house.name, house.room, [pair.primary.port])
    asha.new_case()
    with pytest.raises(WorldFault, match="old primary"):
        join_room(asha, only_old.login("asha"))
    assert len(ids_in(pair.primary)) == 0 and asha.pending_count() == 1


def test_that_a_desk_at_an_old_primary_goes_over_when_it_meets_the_new_one(pair: Cut) -> None:
    """It did not see the fail-over, and the old one was the first to answer."""
    house = house_on(pair)
    asha = house.plain("asha")
    pair.primary.catch_up(pair.standby)
    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        pair.standby.promote()  # and nobody has ended the old one
        wait_until(lambda: asha.memory().timeline == 2)
        asha.new_case()
        desk.loop.wake()
        wait_until(lambda: asha.pending_count() == 0)
    assert len(ids_in(pair.standby)) == 1


# --- real desks, many times -------------------------------------------------------------------------------


@contextmanager
def real_desks(house: House, folder: Path) -> Iterator[list[tuple[Profile, Running]]]:
    with ExitStack() as stack:
        desks = []
        for login in ("asha", "ravi"):
            profile = stack.enter_context(opened(folder / login))
            join_room(profile.replica, house.login(login))
            desks.append((profile, stack.enter_context(running(profile.replica))))
        yield desks


def fail_over(pair: Cut, folder: Path, seed: int) -> None:
    """Events come all the time; the primary dies at some moment, with or without what it had passed on."""
    rng = random.Random(seed)
    house = house_on(pair)
    with real_desks(house, folder) as desks:
        wait_until(lambda: all(desk.state == "connected" for _, desk in desks))
        made: list[UUID] = []

        def work(seconds: float) -> None:
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                profile, desk = rng.choice(desks)
                made.append(new_alert(profile, f"number {len(made)}"))
                desk.loop.wake()
                time.sleep(rng.uniform(0.0, 0.02))

        work(rng.uniform(0.1, 0.8))
        if rng.random() < 0.5:
            pair.lose_what_follows()
            work(rng.uniform(0.1, 0.5))
        promised = set(ids_in(pair.primary)[: max(p.replica.flushed_seq() for p, _ in desks)])
        pair.line.cut()
        pair.primary.kill()
        work(0.2)
        pair.standby.promote()
        work(0.3)

        def is_settled() -> bool:
            return (
                all(profile.replica.pending_count() == 0 for profile, _ in desks)
                and shared_log(desks[0][0]) == shared_log(desks[1][0])
                and len(shared_log(desks[0][0])) == len(ids_in(pair.standby))
            )

        wait_until(is_settled)
    stored = ids_in(pair.standby)
    assert promised <= set(stored)
    assert len(set(stored)) == len(stored)
    streams = [case for (case,) in pair.standby.query("SELECT stream_id FROM log.events")]
    assert sorted(set(streams)) == sorted(made)


def test_that_a_fail_over_loses_and_doubles_nothing(pair: Cut, tmp_path: Path, profile: Path) -> None:
    fail_over(pair, tmp_path, seed=1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(50))
def test_that_fifty_fail_overs_lose_and_double_nothing(
    pair: Cut, tmp_path: Path, profile: Path, seed: int
) -> None:
    fail_over(pair, tmp_path, seed=100 + seed)

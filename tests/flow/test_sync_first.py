"""A new desk: the open cases first, then the rest, in little memory; and a window that learns by itself."""

import threading
import tracemalloc
from pathlib import Path
from uuid import UUID

import pytest
from postgres import Database
from sync_house import House, Running, new_alert, once, opened, shared_log, wait_until

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.room.sharing import Account
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.projector import Projector
from controlroom.sync.session import Door

CASES, OPEN = 2_000, 40


@pytest.fixture
def room(database: Database) -> House:
    return House.new(database)


def fill(room: House) -> list[UUID]:
    """A room of many closed cases and a few open ones, and the index of them. Gives the open ones."""
    plain = room.plain("sunita")
    rings = ["alert"] * OPEN + ["soft"] * (CASES - OPEN)  # what never was an alert may be closed by one
    cases = [plain.new_case(ring=ring, facts={}) for ring in rings]
    for case in cases[OPEN:]:
        plain.make("case_closed", case, {"reason": "done"})
    once(plain)
    with Connection.connect(room.server.admin_dsn(room.name), autocommit=True) as admin:
        Projector(admin).run_once()
    return cases[:OPEN]


def test_that_a_new_desk_is_usable_once_the_open_cases_are_in(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "asha") as asha:
        still_open = fill(room)
        join_room(asha.replica, room.login("asha"), is_whole=False)
        account = asha.replica.account()
        assert isinstance(account, Account)
        session = Door(asha.replica).open(room.login("asha"), account)
        seen: list[tuple[int, int]] = []

        def usable() -> None:
            counts = asha.reader().tallies()
            seen.append((counts.open, counts.closed))

        left: list[int] = []
        tracemalloc.start()
        session.catch_up(threading.Event(), usable=usable, left=left.append)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        session.close()
        assert seen == [(OPEN, 0)]
        assert left[0] == CASES and left[-1] == 0 and left == sorted(left, reverse=True)
        assert {card["id"] for card in asha.reader().cards(is_all=False)} == {
            str(case) for case in still_open
        }
        assert asha.reader().tallies().closed == CASES - OPEN
        assert len(shared_log(asha)) == len(room.log()) == 2 * CASES - OPEN
        assert asha.reader().check() == []
        assert peak < 50 << 20


def test_that_a_first_sync_that_is_ended_goes_on_at_the_next_start(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "asha") as asha:
        fill(room)
        join_room(asha.replica, room.login("asha"), is_whole=False)
        desk = Running(asha.replica)
        desk.thread.start()
        wait_until(lambda: len(shared_log(asha)) > 500)
        desk.end()
        assert asha.replica.cursor() == 0
        before = len(shared_log(asha))
        assert before < len(room.log())
        done = once(asha.replica)
        assert done.pulled == len(room.log()) - before
        assert shared_log(asha)[-1][0] == len(room.log()) and done.behind == 0


def test_that_a_desk_that_was_alone_long_is_in_at_once_and_tells_what_is_left(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "asha") as asha:
        with asha.writer.write(actor="local") as tx:
            for n in range(600):
                alerts.add_alert(tx, source="phone", text=f"alert {n}")
        join_room(asha.replica, room.login("asha"), is_whole=False)
        assert room.log() == []
        desk = Running(asha.replica)
        desk.thread.start()
        wait_until(lambda: desk.state == "connected" and not desk.link.pending)
        desk.end()
        assert len(room.log()) == 600
        assert any(0 < link.pending < 600 for link in desk.links)


def test_that_a_desk_that_is_working_tells_its_panes_of_what_the_others_did(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "asha") as asha, opened(tmp_path / "ravi") as ravi:
        for desk, login in ((asha, "asha"), (ravi, "ravi")):
            join_room(desk.replica, room.login(login))
        case = new_alert(ravi)
        once(ravi.replica)
        told: list[frozenset[UUID]] = []
        rung: list[frozenset[UUID]] = []
        asha.subscribe(lambda changes: (told.append(changes.cases), rung.append(changes.new_alerts)))  # type: ignore[arg-type,func-returns-value]
        once(asha.replica)
        assert any(case in cases for cases in told) and any(case in cases for cases in rung)
        with ravi.writer.write(actor="ravi") as tx:
            steps.claim_case(tx, case)
        once(ravi.replica)
        told.clear()
        once(asha.replica)
        assert any(case in cases for cases in told)
        assert asha.reader().rows([case])[0].owner == "ravi"

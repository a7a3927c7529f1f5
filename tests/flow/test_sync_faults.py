"""Faults of the world while a desk shares: what is said, that it goes on by itself, and nothing is lost."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from plain_replica import PlainReplica
from postgres import Database, Options, Postgres
from postgres_proxy import Proxy
from sync_house import PASSWORD, House, Running, new_alert, once, opened, running, shared_log, wait_until

from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.store import Profile
from controlroom.sync import loop
from controlroom.sync.connection import Connection
from controlroom.sync.hosts import Login
from controlroom.sync.joining import join_room
from controlroom.sync.server.people import disable_login

FULL = "The disk is full, so nothing could be saved; free some space and do it again."


@pytest.fixture
def house(database: Database) -> House:
    return House.new(database)


@contextmanager
def full_disk(profile: Profile) -> Iterator[None]:
    """Its database may not grow by a page, which the library takes as it takes a full disk."""

    for_ever = 4_294_967_294
    for pages in (1, for_ever):  # never fewer than it has already
        profile.replica._gate.glance(lambda raw, pages=pages: raw.execute(f"PRAGMA max_page_count = {pages}"))
        if pages == 1:
            yield


def said(replica: PlainReplica, login: Login) -> tuple[type, str]:
    with pytest.raises(ControlRoomError) as caught:
        join_room(replica, login)
    return type(caught.value), str(caught.value)


# --- the disk of this desk --------------------------------------------------------------------------------


def test_that_a_full_disk_at_the_desk_is_told_as_that_and_sharing_goes_on_by_itself(
    house: House, tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "BACK_OFF_S", (0.1, 0.5))
    ravi = house.plain("ravi", "M3")
    with opened(tmp_path / "asha") as asha:
        join_room(asha.replica, house.login("asha"))
        with running(asha.replica) as desk:
            wait_until(lambda: desk.state == "connected")
            with full_disk(asha):
                for _ in range(30):
                    ravi.new_case(text="x" * 3_000)
                once(ravi)
                wait_until(lambda: desk.state == "unsaved")
                assert (desk.link.fault, desk.link.pending) == (FULL, 0)
                with pytest.raises(WorldFault, match="disk is full"):
                    new_alert(asha, "y" * 100_000)
            wait_until(lambda: desk.state == "connected" and len(shared_log(asha)) == 30)
            new_alert(asha)
            desk.loop.wake()
            wait_until(lambda: len(house.log()) == 31 and not asha.replica.pending_count())
        assert asha.reader().check() == []


def test_that_a_disk_that_fills_in_a_first_sync_costs_nothing_but_the_wait(
    house: House, tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "BACK_OFF_S", (0.1, 0.5))
    ravi = house.plain("ravi", "M3")
    for _ in range(300):
        ravi.new_case(text="x" * 1_000)
    once(ravi)
    with opened(tmp_path / "asha") as asha:
        mine = new_alert(asha)
        join_room(asha.replica, house.login("asha"), is_whole=False)
        with full_disk(asha), running(asha.replica) as desk:
            wait_until(lambda: bool(desk.links) and desk.state == "unsaved")
            assert desk.link.fault == FULL
        with running(asha.replica) as desk:
            wait_until(lambda: len(shared_log(asha)) == len(house.log()) == 301)
        assert asha.reader().check() == [] and str(mine) in house.cases()


def test_that_a_token_that_could_not_be_written_down_makes_no_other_copy_of_a_desk(house: House) -> None:
    asha = house.plain("asha")
    real, count = asha.use_token, [0]

    def use_token(token: UUID) -> None:
        count[0] += 1
        if count[0] == 1:
            raise WorldFault("The disk is full.")
        real(token)

    asha.use_token = use_token  # type: ignore[method-assign]
    asha.new_case()
    with running(asha) as desk:
        wait_until(lambda: bool(desk.links) and desk.state in ("connected", "refused"))
        assert desk.state == "connected"
        wait_until(lambda: asha.pending_count() == 0)


def test_that_a_profile_that_cannot_be_read_for_a_moment_does_not_end_the_loop(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "BACK_OFF_S", (0.1, 0.5))
    asha = house.plain("asha")
    real = asha.pending_count

    def busy() -> int:
        raise WorldFault("The store is busy; wait a moment and do it again.")

    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        asha.pending_count = busy  # type: ignore[method-assign]
        desk.loop.wake()
        wait_until(lambda: desk.state == "away")
        time.sleep(0.5)
        asha.pending_count = real  # type: ignore[method-assign]
        wait_until(lambda: desk.state == "connected")


# --- who may come in --------------------------------------------------------------------------------------


def test_that_a_password_that_has_expired_is_named_among_what_may_be(house: House) -> None:
    house.server.query("ALTER ROLE asha VALID UNTIL '2020-01-01'")
    kind, sentence = said(PlainReplica(), house.login("asha"))
    assert kind is BadInput and "has expired" in sentence


def test_that_a_database_that_is_not_the_rooms_is_told_apart_from_one_that_is_away(house: House) -> None:
    house.server.query(f"CREATE DATABASE {house.name}_other")
    try:
        house.server.query(f"REVOKE CONNECT ON DATABASE {house.name}_other FROM PUBLIC")
        other = Login(house.dsn().replace(f"/{house.name}?", f"/{house.name}_other?"), "asha", PASSWORD)
        assert "may not use this database" in said(PlainReplica(), other)[1]
    finally:
        house.server.query(f"DROP DATABASE {house.name}_other")


def test_that_what_is_no_database_is_called_so(house: House) -> None:
    with socket.create_server(("127.0.0.1", 0)) as web:
        login = house.login("asha", web.getsockname()[1])

        def answer() -> None:
            line, _ = web.accept()
            with line:
                line.recv(100)
                line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        assert "no PostgreSQL" in said(PlainReplica(), login)[1]
        thread.join(10)


def test_that_a_server_with_no_place_left_says_so_and_is_tried_again() -> None:
    server = Postgres(Options(settings={"max_connections": "8", "max_wal_senders": "0"}))
    try:
        server.start()
        house = House.on(server)
        asha = house.plain("asha")
        asha.new_case()
        with ExitStack() as others:
            with pytest.raises(psycopg.OperationalError):
                for nth in range(8):
                    others.enter_context(house.connect(("ravi", "sunita", "abdul")[nth % 3]))
            with pytest.raises(WorldFault, match="as many connections as it can take"):
                once(asha)
            assert asha.pending_count() == 1
        wait_until(
            lambda: server.query("SELECT count(*) FROM pg_stat_activity WHERE usename = 'ravi'") == [(0,)]
        )
        assert once(asha).pushed == 1
    finally:
        server.remove()


def test_that_a_database_that_is_only_read_is_told_so_and_gets_it_later(house: House) -> None:
    asha = house.plain("asha")
    asha.new_case()
    house.server.query(f"ALTER DATABASE {house.name} SET default_transaction_read_only = on")
    with pytest.raises(WorldFault, match="takes no writing now"):
        once(asha)
    house.server.query(f"ALTER DATABASE {house.name} RESET default_transaction_read_only")
    assert once(asha).pushed == 1


def test_that_who_is_put_out_hears_it_within_10_s_also_while_a_call_hangs_on_a_bad_line(house: House) -> None:
    with Proxy(house.server.port) as line:
        asha = house.plain("asha", "K7", line.port)
        with running(asha) as desk:
            wait_until(lambda: desk.state == "connected")
            _flap(line, desk)
            with psycopg.connect(house.server.admin_dsn(house.name)) as holder:
                holder.execute("SELECT 1 FROM log.heads FOR UPDATE")
                asha.new_case()
                desk.loop.wake()
                wait_until(lambda: _waits_for_a_lock(house))
                begun = time.monotonic()
                with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
                    disable_login(admin, "asha")
                wait_until(lambda: desk.state == "refused")
                assert time.monotonic() - begun < 5
            assert asha.pending_count() == 1


def _flap(line: Proxy, desk: Running) -> None:
    """So often that the next try of its own accord is some ten seconds away."""
    for _ in range(8):
        line.drop()
        wait_until(lambda: desk.state == "away")
        desk.loop.try_now()
        wait_until(lambda: desk.state == "connected")


def _waits_for_a_lock(house: House) -> bool:
    waiting = "SELECT 1 FROM pg_stat_activity WHERE usename = 'asha' AND wait_event_type = 'Lock'"
    return bool(house.server.query(f"{waiting} AND datname = %s", house.name))

"""`server run` on a real server: the poke comes at once, nobody holds the room up, it ends when told."""

import json
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from postgres import Database
from serving_house import PASSWORD, Desk, Room, now, served_room, serving, until

from controlroom.errors import WorldFault
from controlroom.sync.server.people import add_login
from controlroom.sync.server.running import Service
from controlroom.sync.server.setup import STEPS, room_of, set_up
from controlroom.sync.server.ticker import Ticker, channel_of


@pytest.fixture
def room(database: Database) -> Iterator[Room]:
    yield from served_room(database)


@pytest.fixture
def desk(room: Room) -> Desk:
    return room.desk("asha", "K7")


@pytest.fixture
def service(room: Room) -> Iterator[list[dict[str, Any]]]:
    said: list[dict[str, Any]] = []
    stop = threading.Event()
    thread = threading.Thread(
        target=Service(room.dsn("serve"), say=lambda line: said.append(dict(line))).run, args=(stop,)
    )
    thread.start()
    until(lambda: {line["part"] for line in said if line["state"] == "running"} >= _PARTS)
    yield said
    stop.set()
    thread.join(60)
    assert not thread.is_alive()


SLACK_S = 10  # the machine that runs the tests has other things to do
_PARTS = {"projector", "ticker", "janitor"}


def _pokes(listener: psycopg.Connection[Any], within_s: float) -> list[float]:
    return [time.monotonic() for _ in listener.notifies(timeout=within_s)]


def test_that_one_event_pokes_at_once_and_many_poke_forty_times_a_second(
    room: Room, desk: Desk, service: list[dict[str, Any]]
) -> None:
    listener = room.connect("asha")
    listener.execute(f'LISTEN "cr_{room.room.hex}"'.encode())
    list(listener.notifies(timeout=0.2))
    case = uuid.uuid4()
    took = []
    for event in (desk.alert(case), *(desk.event(case, "note_added", {"text": "x"}) for _ in range(8))):
        desk.append(event)
        stored = time.monotonic()
        [note] = listener.notifies(timeout=30, stop_after=1)
        took.append(time.monotonic() - stored)
        assert note.payload == ""
        time.sleep(0.06)
    assert sorted(took)[1] < 0.5  # polling would take a second
    assert not _pokes(listener, 0.2)
    began = time.monotonic()
    while time.monotonic() - began < 1.0:
        desk.append(desk.event(case, "note_added", {"text": "x"}))
    pokes = _pokes(listener, 0.3)
    assert 1 <= len(pokes) <= 3 + 40 * (time.monotonic() - began)


def test_that_what_comes_after_a_rest_pokes_by_itself_and_the_ticker_pokes_for_what_follows(
    room: Room, desk: Desk
) -> None:
    listener = room.connect("asha")
    listener.execute(f'LISTEN "{channel_of(room.room)}"'.encode())
    ticker = Ticker(serving(room))
    assert ticker.run_once() == 1
    assert len(_pokes(listener, 0.2)) == 1  # a new start: everybody looks once
    case = uuid.uuid4()
    desk.append(desk.alert(case))
    assert len(list(listener.notifies(timeout=SLACK_S, stop_after=1))) == 1  # no ticker has looked
    assert ticker.run_once() == 1
    assert not _pokes(listener, 0.2)  # it was told already
    # As if the event before had been recorded this moment: what follows it is left to the ticker.
    room.database.query("UPDATE log.heads SET last_recorded_at = %s", now() + 3_600_000_000)
    desk.append(desk.event(case, "note_added", {"text": "x"}))
    assert not _pokes(listener, 0.2)
    assert ticker.run_once() == 1
    assert len(_pokes(listener, 0.2)) == 1


def test_that_a_room_that_rests_holds_up_no_other_and_only_the_rooms_watched_are_poked(room: Room) -> None:
    with psycopg.connect(room.database.admin_dsn, autocommit=True) as admin:
        set_up(admin, "agra")
        agra = room_of(admin, "agra")
        listener = room.connect("asha")
        for one in (room.room, agra):
            listener.execute(f'LISTEN "{channel_of(one)}"'.encode())
        now = [0.0]  # the ticker's clock stands still: whoever was poked rests for ever
        both, first = (
            Ticker(serving(room), rooms=rooms, clock=lambda: now[0]) for rooms in (None, [room.room])
        )
        assert (both.run_once(), first.run_once()) == (2, 1)  # a new start: everybody looks once
        move = "UPDATE log.heads SET last_seq = last_seq + 1 WHERE room = %s"
        now[0] = 1.0
        admin.execute(move, (agra,))
        assert (both.run_once(), first.run_once()) == (1, 0)
        admin.execute(move, (agra,))
        admin.execute(move, (room.room,))
        assert (both.run_once(), first.run_once()) == (1, 1)  # agra rests
        assert both.run_once() == 0
        now[0] = 2.0
        assert (both.run_once(), both.run_once(), first.run_once()) == (1, 0, 0)
        heard = [note.channel for note in listener.notifies(timeout=0.5)]
    assert heard.count(channel_of(room.room)) == 4
    assert heard.count(channel_of(agra)) == 3


def test_that_the_ticker_waits_in_the_server_for_what_comes_meanwhile(room: Room, desk: Desk) -> None:
    ticker = Ticker(serving(room))
    assert ticker.run_once() == 1
    poked: list[int] = []
    waiting = threading.Thread(target=lambda: poked.extend(iter(ticker.run_once, 1)))
    waiting.start()
    desk.append(desk.alert(uuid.uuid4()))
    waiting.join(60)
    assert not waiting.is_alive()
    assert ticker.run_once() == 0


def test_that_a_ticker_says_that_the_schema_is_older(database: Database) -> None:
    with psycopg.connect(database.admin_dsn, autocommit=True) as admin:
        set_up(admin, "lucknow", steps=STEPS[:3])
        add_login(admin, "serve", role="projector", password=PASSWORD)
    with psycopg.connect(database.dsn("serve", PASSWORD), autocommit=True) as serving:
        serving.execute("SET ROLE cr_projector")
        with pytest.raises(WorldFault, match="server init"):
            Ticker(serving).run_once()


def test_that_the_index_follows_within_a_moment(
    room: Room, desk: Desk, service: list[dict[str, Any]]
) -> None:
    desk.append(desk.alert(uuid.uuid4()))
    until(lambda: room.database.query("SELECT 1 FROM work.case_index"))
    lag = desk.connection.execute("SELECT behind FROM api.projector_lag()").fetchone()
    assert lag == (0,)


def test_that_who_sits_in_a_transaction_or_on_the_rooms_lock_is_put_out(
    room: Room, desk: Desk, service: list[dict[str, Any]]
) -> None:
    idle, holder = room.connect("asha"), room.connect("asha")
    for one in (idle, holder):
        one.execute("SET idle_in_transaction_session_timeout = 0")  # anybody may
        one.execute("SET statement_timeout = 0")
    idle.execute("BEGIN")
    alert = json.dumps([desk.alert(uuid.uuid4())])
    holding = threading.Thread(target=_hold, args=(holder, alert))
    holding.start()
    began = time.monotonic()
    sleeps = "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND pid = %s"
    until(lambda: room.database.query(sleeps, holder.info.backend_pid))
    assert desk.append(desk.alert(uuid.uuid4()))[0][0] == "accepted"
    assert 2 < time.monotonic() - began < 50  # the holder would have slept for sixty
    there = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"  # who is asked is not idle
    until(lambda: not room.database.query(there, idle.info.backend_pid))
    assert _is_out(idle)
    holding.join(60)
    assert not holding.is_alive()


def _hold(holder: psycopg.Connection[Any], batch: str) -> None:
    with pytest.raises(psycopg.OperationalError):
        holder.execute("SELECT (SELECT count(*) FROM api.append_events(%s)), pg_sleep(60)", (batch,))


def _is_out(connection: psycopg.Connection[Any]) -> bool:
    try:
        connection.execute("SELECT 1")
    except psycopg.OperationalError:
        return True
    return False


def test_that_a_statement_without_end_is_ended_though_nobody_waits_for_it(
    room: Room, service: list[dict[str, Any]]
) -> None:
    [(words,)] = room.database.query("SELECT pg_get_functiondef('api.tidy()'::regprocedure)")
    assert words.count("120 seconds") == 1
    sleeper, busy = room.connect("asha"), room.connect("abdul")
    sleeper.execute("SET statement_timeout = 0")  # anybody may
    sleeping = threading.Thread(target=_sleep, args=(sleeper,))
    sleeping.start()
    room.database.query(words.replace("120 seconds", "1 second"))
    sleeping.join(50)
    assert not sleeping.is_alive() and not _is_out(busy)


def _sleep(sleeper: psycopg.Connection[Any]) -> None:
    with pytest.raises(psycopg.OperationalError):
        sleeper.execute("SELECT pg_sleep(60)")


def test_that_a_disabled_person_is_out_within_ten_seconds(
    room: Room, desk: Desk, service: list[dict[str, Any]]
) -> None:
    room.database.query("UPDATE people.logins SET disabled_at = 1 WHERE login = 'asha'")
    until(lambda: _is_out(desk.connection), 10 + SLACK_S)
    auditor = room.connect("abdul")
    time.sleep(2.5)
    assert not _is_out(auditor)


def test_that_the_word_ends_well_when_told_to(room: Room, desk: Desk) -> None:
    words = [sys.executable, "-m", "controlroom", "server", "run", "--json", "--dsn", room.dsn("serve")]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    seen: set[str] = set()
    while seen < _PARTS:
        line = json.loads(running.stdout.readline())
        seen |= {line["part"]} if line["state"] == "running" else set()
    desk.append(desk.alert(uuid.uuid4()))
    until(lambda: room.database.query("SELECT 1 FROM work.case_index"))
    running.send_signal(signal.SIGTERM)
    _, told = running.communicate(timeout=60)
    assert (running.returncode, told) == (0, "")


def test_that_a_login_of_a_person_may_not_serve(room: Room) -> None:
    words = [sys.executable, "-m", "controlroom", "server", "run", "--dsn", room.dsn("asha")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2 and "--role projector" in done.stderr
    assert PASSWORD not in done.stderr


def test_that_it_goes_on_by_itself_after_its_lines_were_cut(
    room: Room, desk: Desk, service: list[dict[str, Any]]
) -> None:
    room.database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'serve'")
    desk.append(desk.alert(uuid.uuid4()))
    until(lambda: room.database.query("SELECT 1 FROM work.case_index"))

"""`server run` on a real server: the index follows, the poke comes at once, nobody holds the room up."""

import json
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import msgspec
import psycopg
import pytest
from postgres import Database
from serving_house import PASSWORD, Desk, Room, served_room

from controlroom.casework.rows import QueueRow
from controlroom.domain.fold import fold
from controlroom.domain.roomwide import stream_of
from controlroom.errors import WorldFault
from controlroom.sync.server.people import add_login
from controlroom.sync.server.projector import Projector, event_of
from controlroom.sync.server.running import Service
from controlroom.sync.server.setup import STEPS, room_of, set_up
from controlroom.sync.server.ticker import Ticker, channel_of


@pytest.fixture
def room(database: Database) -> Iterator[Room]:
    yield from served_room(database)


@pytest.fixture
def desk(room: Room) -> Desk:
    return room.desk("asha", "K7")


def _serving(room: Room) -> psycopg.Connection[Any]:
    connection = room.connect("serve")
    connection.execute("SET ROLE cr_projector")
    return connection


def _projected(room: Room) -> Projector:
    projector = Projector(_serving(room))
    while projector.run_once():
        pass
    return projector


def _until(is_so: Callable[[], Any], within_s: float = 60.0) -> Any:
    deadline = time.monotonic() + within_s
    while not (found := is_so()):
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.005)
    return found


def test_that_the_index_tells_what_the_fold_tells(room: Room, desk: Desk) -> None:
    ids = desk.fill(40)
    projector = _projected(room)
    assert (projector.done.events, projector.done.behind) == (240, 0)
    rows = room.database.query(
        "SELECT id, stream, stream_id, kind, version, happened_at, at, actor, desk::text, body, audience,"
        " seq, stream_seq, recorded_at, number FROM log.events WHERE stream_id = %s ORDER BY seq",
        ids[7],
    )
    case = fold(ids[7], [event_of(row) for row in rows])
    [(numbers, state, is_open, line, last_seq)] = room.database.query(
        "SELECT numbers, state, is_open, line, last_seq FROM work.case_index WHERE case_id = %s", ids[7]
    )
    assert (tuple(numbers), state, is_open) == (case.numbers, "handed over", True)
    assert json.loads(line)[:3] == [str(ids[7]), case.number, "handed over"]
    assert last_seq == max(row[11] for row in rows)


def test_that_the_clocks_of_the_index_run_by_the_limits_of_the_room(room: Room, desk: Desk) -> None:
    with psycopg.connect(room.database.admin_dsn, autocommit=True) as admin:
        add_login(admin, "lead", role="supervisor", password=PASSWORD)
    lead = room.desk("lead", "K8")
    [case] = desk.fill(1)
    projector = _projected(room)
    before = _due(room, case)
    told = {"name": "limits", "value": {"acknowledged": 600}}
    [(verdict, _, why)] = lead.append(lead.event(stream_of("room_set"), "room_set", told, "room"))
    assert verdict == "accepted", why
    while projector.run_once():
        pass
    assert _due(room, case) - before == timedelta(seconds=480), "the open case is told anew"
    [later] = desk.fill(1)
    _projected(room)  # another one, which has to read the limits first
    assert _due(room, later) - _due(room, case) < timedelta(seconds=100)


def _due(room: Room, case: uuid.UUID) -> datetime:
    [(line,)] = room.database.query("SELECT line FROM work.case_index WHERE case_id = %s", case)
    row = msgspec.json.decode(line, type=QueueRow)
    assert row.clock == "acknowledged"
    assert row.due_at is not None
    return row.due_at


def test_that_old_cases_are_found_by_word_in_either_script(room: Room, desk: Desk) -> None:
    case = uuid.uuid4()
    desk.append(desk.alert(case, text="पुल पर चाँद के नीचे हिन्दी में", subject="Bridge"))
    desk.append(desk.alert(uuid.uuid4()))
    _projected(room)
    search = "SELECT case_id FROM api.search_cases(%s, 10)"
    for words in (["चांद"], ["हिंदी", "पु"], ["bridge", "पुल"]):
        assert desk.connection.execute(search, (words,)).fetchall() == [(case,)]
    assert desk.connection.execute("SELECT api.case_of_number('2026-k7-0001')").fetchone() == (case,)


def test_that_the_index_goes_on_where_it_stopped_and_can_be_made_anew(room: Room, desk: Desk) -> None:
    [case] = desk.fill(1)
    _projected(room)
    before = room.database.query("SELECT * FROM work.case_index")
    _close(desk, case)
    again = _projected(room)
    assert again.done.events == 2
    assert room.database.query("SELECT is_open FROM work.case_index") == [(False,)]
    room.database.query("UPDATE work.case_index SET line = 'wrong'")
    again.rebuild()
    while again.run_once():
        pass
    after = room.database.query("SELECT line, is_open FROM work.case_index")
    assert after[0][0] != "wrong" and not after[0][1] and before


def test_that_two_projectors_at_once_leave_one_right_index(room: Room, desk: Desk) -> None:
    ids = desk.fill(60)
    both = [Projector(_serving(room)), Projector(_serving(room))]
    is_over = threading.Event()
    threads = [threading.Thread(target=_follow, args=(one, is_over)) for one in both]
    for thread in threads:
        thread.start()
    for case in ids:
        _close(desk, case)
    is_over.set()
    for thread in threads:
        thread.join(60)
    while both[0].run_once():
        pass
    assert sum(one.done.events for one in both) == 480
    counted = room.database.query("SELECT count(*), bool_or(is_open), sum(last_seq) FROM work.case_index")
    assert counted == [(60, False, sum(range(362, 482, 2)))]


def _close(desk: Desk, case: uuid.UUID) -> None:
    """Somebody was with the person: so one may close it."""
    desk.append(desk.event(case, "outcome_recorded", {"facts": ["reached", "alive"]}))
    desk.append(desk.event(case, "case_closed", {"reason": "done"}))


def _follow(projector: Projector, is_over: threading.Event) -> None:
    while not is_over.is_set():
        projector.run_once()


def test_that_what_it_does_not_know_or_cannot_read_stops_nothing(room: Room, desk: Desk) -> None:
    case, other = uuid.uuid4(), uuid.uuid4()
    strange = [
        desk.alert(case),
        desk.event(case, "of_a_newer_version", {"x": 1}),
        desk.event(case, "note_added", {}),
        desk.event(case, "place_found", {"lat": "north", "lon": []}),
        desk.event(case, "case_claimed", {"deep": json.loads("[" * 900 + "]" * 900)}),
        desk.event(case, "case_released", {"huge": 10**400}),
        desk.alert(other, facts={"phones": 7}),
    ]
    assert {verdict for verdict, _, _ in desk.append(*strange)} == {"accepted"}
    projector = _projected(room)
    assert projector.done.unreadable == 3
    assert room.database.query("SELECT state FROM work.case_index WHERE case_id = %s", case) == [("new",)]
    assert room.database.query("SELECT count(*) FROM work.case_index") == [(2,)]


def test_that_the_index_holds_nothing_of_a_narrower_audience(room: Room, desk: Desk) -> None:
    case = uuid.uuid4()
    desk.append(desk.alert(case), desk.event(case, "secret_revealed", {"what": "phone"}))
    _projected(room)
    assert room.database.query("SELECT last_seq FROM work.case_index") == [(1,)]
    assert room.database.query("SELECT seq FROM work.cursors") == [(2,)]


def test_that_a_circle_of_joins_leaves_one_case_open_as_on_every_desk(room: Room, desk: Desk) -> None:
    one, two, three = desk.fill(3)
    for case, into in ((one, two), (two, three), (three, one)):
        desk.append(
            desk.event(case, "case_joined", {"into": str(into), "number": "2026-0001", "reason": "same"}),
            desk.event(into, "case_absorbed", {"other": str(case), "number": "2026-0001"}),
        )
    _projected(room)
    found = dict(room.database.query("SELECT case_id, is_open FROM work.case_index"))
    assert found == {one: False, two: False, three: True}


# --- the service ------------------------------------------------------------------------------------------


@pytest.fixture
def service(room: Room) -> Iterator[list[dict[str, Any]]]:
    said: list[dict[str, Any]] = []
    stop = threading.Event()
    thread = threading.Thread(
        target=Service(room.dsn("serve"), say=lambda line: said.append(dict(line))).run, args=(stop,)
    )
    thread.start()
    _until(lambda: {line["part"] for line in said if line["state"] == "running"} >= _PARTS)
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


def test_that_a_room_that_rests_holds_up_no_other_and_only_the_rooms_watched_are_poked(room: Room) -> None:
    with psycopg.connect(room.database.admin_dsn, autocommit=True) as admin:
        set_up(admin, "agra")
        agra = room_of(admin, "agra")
        listener = room.connect("asha")
        for one in (room.room, agra):
            listener.execute(f'LISTEN "{channel_of(one)}"'.encode())
        now = [0.0]  # the ticker's clock stands still: whoever was poked rests for ever
        both, first = (
            Ticker(_serving(room), rooms=rooms, clock=lambda: now[0]) for rooms in (None, [room.room])
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
    ticker = Ticker(_serving(room))
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
    _until(lambda: room.database.query("SELECT 1 FROM work.case_index"))
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
    _until(lambda: room.database.query(sleeps, holder.info.backend_pid))
    assert desk.append(desk.alert(uuid.uuid4()))[0][0] == "accepted"
    assert 2 < time.monotonic() - began < 50  # the holder would have slept for sixty
    there = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"  # who is asked is not idle
    _until(lambda: not room.database.query(there, idle.info.backend_pid))
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
    _until(lambda: _is_out(desk.connection), 10 + SLACK_S)
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
    _until(lambda: room.database.query("SELECT 1 FROM work.case_index"))
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
    _until(lambda: room.database.query("SELECT 1 FROM work.case_index"))

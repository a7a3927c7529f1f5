"""The index of old cases on a real server: it tells what the fold tells, and goes on where it stopped."""

import json
import threading
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec
import psycopg
import pytest
from postgres import Database
from serving_house import PASSWORD, Desk, Room, projected, served_room, serving

from controlroom.casework.rows import QueueRow
from controlroom.domain.fold import fold
from controlroom.domain.roomwide import stream_of
from controlroom.sync.server.people import add_login
from controlroom.sync.server.projector import Projector, event_of


@pytest.fixture
def room(database: Database) -> Iterator[Room]:
    yield from served_room(database)


@pytest.fixture
def desk(room: Room) -> Desk:
    return room.desk("asha", "K7")


def test_that_the_index_tells_what_the_fold_tells(room: Room, desk: Desk) -> None:
    ids = desk.fill(40)
    projector = projected(room)
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
    projector = projected(room)
    before = _due(room, case)
    told = {"name": "limits", "value": {"acknowledged": 600}}
    [(verdict, _, why)] = lead.append(lead.event(stream_of("room_set"), "room_set", told, "room"))
    assert verdict == "accepted", why
    while projector.run_once():
        pass
    assert _due(room, case) - before == timedelta(seconds=480), "the open case is told anew"
    [later] = desk.fill(1)
    projected(room)  # another one, which has to read the limits first
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
    projected(room)
    search = "SELECT case_id FROM api.search_cases(%s, 10)"
    for words in (["चांद"], ["हिंदी", "पु"], ["bridge", "पुल"]):
        assert desk.connection.execute(search, (words,)).fetchall() == [(case,)]
    assert desk.connection.execute("SELECT api.case_of_number('2026-k7-0001')").fetchone() == (case,)


def test_that_the_index_goes_on_where_it_stopped_and_can_be_made_anew(room: Room, desk: Desk) -> None:
    [case] = desk.fill(1)
    projected(room)
    before = room.database.query("SELECT * FROM work.case_index")
    _close(desk, case)
    again = projected(room)
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
    both = [Projector(serving(room)), Projector(serving(room))]
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
    projector = projected(room)
    assert projector.done.unreadable == 3
    assert room.database.query("SELECT state FROM work.case_index WHERE case_id = %s", case) == [("new",)]
    assert room.database.query("SELECT count(*) FROM work.case_index") == [(2,)]


def test_that_the_index_holds_nothing_of_a_narrower_audience(room: Room, desk: Desk) -> None:
    case = uuid.uuid4()
    desk.append(desk.alert(case), desk.event(case, "secret_revealed", {"what": "phone"}))
    projected(room)
    assert room.database.query("SELECT last_seq FROM work.case_index") == [(1,)]
    assert room.database.query("SELECT seq FROM work.cursors") == [(2,)]


def test_that_a_circle_of_joins_leaves_one_case_open_as_on_every_desk(room: Room, desk: Desk) -> None:
    one, two, three = desk.fill(3)
    for case, into in ((one, two), (two, three), (three, one)):
        desk.append(
            desk.event(case, "case_joined", {"into": str(into), "number": "2026-0001", "reason": "same"}),
            desk.event(into, "case_absorbed", {"other": str(case), "number": "2026-0001"}),
        )
    projected(room)
    found = dict(room.database.query("SELECT case_id, is_open FROM work.case_index"))
    assert found == {one: False, two: False, three: True}

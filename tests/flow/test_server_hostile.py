"""What one login with a client of its own might do to the others: stand in their way, or come in by them."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from server_house import PRIVATE, House, append, cloned

from controlroom.casework.room.sealing import seal_id
from controlroom.domain.derived import derived_id
from controlroom.domain.roomwide import STREAMS, stream_of

KEY = b"k" * 32
ELSE = ("refused", "this id is for something else")


@pytest.fixture
def copy(house: House) -> Iterator[House]:
    with cloned(house) as made:
        yield made


def key_of(file: UUID, audience: str) -> str:
    key = {"id": str(seal_id(file, audience, KEY)), "stream_id": str(file), "audience": audience}
    return json.dumps([key | {"key": KEY.hex()}])


def wait_for_locks(copy: House, many: int) -> None:
    """Until so many sessions wait for a lock."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    until = time.monotonic() + 30
    with copy.admin() as admin:
        while admin.execute(query, (copy.database.name,)).fetchone() != (many,):
            assert time.monotonic() < until
            time.sleep(0.01)


def test_that_who_puts_keys_in_and_does_not_end_holds_up_no_event(copy: House) -> None:
    with copy.connect("h_counsellor") as hostile, hostile.transaction(force_rollback=True):
        hostile.execute("SELECT api.put_person_keys(%s)", (key_of(uuid4(), "case"),))
        with copy.connect("h_operator", options="-c lock_timeout=3s -c statement_timeout=5s") as honest:
            assert append(honest, [copy.event("h_operator", "note_added")])[0][:2] == ("accepted", "")


def test_that_a_login_stands_in_the_row_once_however_many_sessions_it_has(copy: House) -> None:
    """Five that wait stand behind one: who comes after them does not wait for each in turn."""
    turn_over, taken = threading.Semaphore(0), list[str]()

    def hold(first: psycopg.Connection[Any]) -> None:
        with first.transaction(force_rollback=True):
            append(first, [copy.event("h_counsellor", "note_added")])
            taken.append("hostile")
            turn_over.acquire(timeout=60)

    def work(line: psycopg.Connection[Any]) -> None:
        append(line, [copy.event("h_operator", "note_added")])
        taken.append("honest")

    with ExitStack() as stack:
        endless = "-c idle_in_transaction_session_timeout=0 -c lock_timeout=0"
        lines = [stack.enter_context(copy.connect("h_counsellor", options=endless)) for _ in range(6)]
        last = lines.pop()
        with last.transaction(force_rollback=True):
            append(last, [copy.event("h_counsellor", "note_added")])
            holders = [threading.Thread(target=hold, args=(line,)) for line in lines]
            for holder in holders:
                holder.start()
            wait_for_locks(copy, 5)
            honest = threading.Thread(target=work, args=(stack.enter_context(copy.connect("h_operator")),))
            honest.start()
            wait_for_locks(copy, 6)
        try:
            for _ in range(2):  # two woken at one moment: the other may be there first, but not all five
                honest.join(5)
                if honest.is_alive():
                    turn_over.release()
            honest.join(5)
            assert "honest" in taken, taken
        finally:
            turn_over.release(len(lines))
            for one in (*holders, honest):
                one.join(30)


def test_that_who_holds_others_up_is_ended_within_moments(copy: House) -> None:
    with copy.connect("h_counsellor") as hostile, copy.connect("h_projector") as janitor:
        hostile.execute("BEGIN")
        append(hostile, [copy.event("h_counsellor", "note_added")])
        begun = time.monotonic()
        sleeper = threading.Thread(target=_sleep, args=(hostile,))
        sleeper.start()
        waiting = threading.Thread(
            target=copy.append, args=("h_operator", copy.event("h_operator", "note_added"))
        )
        waiting.start()
        ended = 0
        while not ended and time.monotonic() < begun + 20:
            [(ended,)] = janitor.execute("SELECT ended_blocking FROM api.tidy()").fetchall()
            time.sleep(0.1)
        assert ended == 1
        assert time.monotonic() - begun < 4.9
        for one in (sleeper, waiting):
            one.join(30)


def _sleep(hostile: psycopg.Connection[Any]) -> None:
    with pytest.raises(psycopg.OperationalError):
        hostile.execute("SELECT pg_sleep(30)")


@pytest.mark.parametrize("at", [*map(str, STREAMS), "the room's own"])
def test_that_nobody_lays_something_else_where_the_word_of_the_room_is_to_come(copy: House, at: str) -> None:
    stream = str(copy.room) if at.startswith("the") else at
    copy.database.query("ALTER TABLE log.events DISABLE TRIGGER ALL")
    copy.database.query(f"DELETE FROM log.events WHERE stream_id = '{stream}'")
    for sort, kind in (("person", "care_told"), ("shift", "never_heard"), ("case", "alert_received")):
        laid = copy.event("h_operator", kind, stream=sort, stream_id=stream)
        assert copy.append("h_operator", laid) == [ELSE]
    word = copy.event("h_supervisor", "list_read", stream="room", stream_id=stream)
    assert copy.append("h_supervisor", word) == [("accepted", "")]


@pytest.mark.parametrize("how", ["on", "off"])
def test_that_a_number_has_digits_whatever_a_login_sets_for_itself(copy: House, how: str) -> None:
    [(mark,)] = copy.database.query("SELECT mark FROM log.desks WHERE login = 'h_operator'")
    with copy.connect("h_operator") as hostile:
        hostile.execute(f"SET standard_conforming_strings = {how}")
        for number, said in ((f"dddd-{mark}-dddd", "refused"), (f"2026-{mark}-0001", "accepted")):
            alert = copy.event(
                "h_operator", "alert_received", stream_id=str(uuid4()), body={"number": number}
            )
            assert append(hostile, [alert])[0][0] == said


def test_that_nobody_lays_a_key_for_an_audience_that_they_may_not_write_for(copy: House) -> None:
    kept = {}
    for login in ("h_operator", "h_counsellor", "h_supervisor", "h_intake"):
        with copy.connect(login) as connection:
            query = "SELECT api.put_person_keys(%s)"
            kept[login] = [
                audience
                for audience in ("case", "care", "counsel", "nothing")
                if connection.execute(query, (key_of(uuid4(), audience),)).fetchone() == (1,)
            ]
    assert kept == {
        "h_operator": ["case", "care"],
        "h_counsellor": ["case", "care", "counsel"],
        "h_supervisor": ["case", "care", "counsel"],
        "h_intake": ["case", "counsel"],  # the words of an answer are for counsellors
    }


def test_that_no_key_comes_back_by_an_older_view_of_the_log(copy: House) -> None:
    file = uuid4()
    with copy.connect("h_operator") as hostile:
        hostile.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        hostile.execute("SELECT 1 FROM log.events LIMIT 1")
        copy.database.query(f"INSERT INTO log.erased VALUES ('{copy.room}', '{file}', 1)")
        with pytest.raises(psycopg.errors.InvalidTransactionState):
            hostile.execute("SELECT api.put_person_keys(%s)", (key_of(file, "case"),))
        hostile.execute("ROLLBACK")
        assert hostile.execute("SELECT api.put_person_keys(%s)", (key_of(file, "case"),)).fetchone() == (0,)


NOT_THEIRS = ("refused", "a case in it was not of this person when it was asked for")


def test_that_an_erasure_names_no_case_but_those_that_were_the_persons_when_it_was_asked(copy: House) -> None:
    others, mine, late = str(copy.case), str(uuid4()), str(uuid4())
    file = derived_id(b"controlroom person of case\0" + UUID(mine).bytes)
    joined = uuid4()

    def say(login: str, kind: str, stream_id: UUID = file, **body: object) -> tuple[str, str]:
        event = copy.event(login, kind, stream="person", stream_id=str(stream_id), body=body)
        return copy.append(login, event)[0]

    said = [
        say("h_operator", "person_opened", case=mine),
        say("h_operator", "case_linked", joined, case=late),
        say("h_operator", "persons_joined", other="nobody"),
        say("h_supervisor", "erasure_asked", ground="request"),
    ]
    copy.database.query(
        "INSERT INTO people.logins SELECT 'h_second', room, 1 FROM log.rooms WHERE name = 'lucknow'"
    )
    trigger = "ALTER TABLE log.events {} TRIGGER events_never_change"
    asked = "UPDATE log.events SET actor = 'h_second' WHERE kind = 'erasure_asked'"
    for statement in (trigger.format("DISABLE"), asked, trigger.format("ENABLE ALWAYS")):
        copy.database.query(statement)
    assert set(said) == {("accepted", "")}
    assert say("h_operator", "case_linked", case=others) == ("accepted", "")  # after it was asked
    assert say("h_operator", "persons_joined", other=str(joined)) == ("accepted", "")
    for cases in ([others], [mine, others], [late], [mine.upper()], ["x"], [None], [{"a": 1}]):
        assert say("h_supervisor", "person_erased", cases=cases) == NOT_THEIRS, cases
    assert say("h_supervisor", "person_erased", cases=[mine]) == ("accepted", "")
    assert copy.database.query("SELECT stream_id::text FROM log.erased WHERE seq > 1 ORDER BY 1") == sorted(
        [(str(file),), (mine,)]
    )
    assert copy.database.query("SELECT count(*) FROM log.blobs") == [(2,)]


def test_that_a_page_ends_before_it_is_too_much_for_a_slow_line(copy: House) -> None:
    case = uuid4()
    body = {"text": "x" * 1_000_000}
    for at in range(12):
        kind = "note_added" if at else "alert_received"
        told = copy.event("h_operator", kind, stream_id=str(case), body=body)
        hidden = copy.event("h_supervisor", "secret_revealed", stream_id=str(case), body={"text": PRIVATE})
        assert copy.append("h_operator", told) == [("accepted", "")]
        assert copy.append("h_supervisor", hidden) == [("accepted", "")]
    by_number = "SELECT seq FROM api.pull(%s, 500)"
    by_stream = "SELECT stream_seq FROM api.pull_streams(ARRAY[%s::uuid], ARRAY[%s::bigint], 500)"
    by_streams = (
        "SELECT stream_seq FROM api.pull_streams(ARRAY[%s, gen_random_uuid()], ARRAY[%s::bigint, 0], 500)"
    )
    [(last,)] = copy.database.query("SELECT last_seq FROM log.heads ORDER BY 1 DESC LIMIT 1")
    with copy.connect("h_operator") as connection:
        for query, wanted in (
            (by_number, range(1, last + 1)),
            (by_stream, range(1, 25)),
            (by_streams, range(1, 25)),
        ):
            pages, after = list[list[int]](), 0
            while True:
                values = (after,) if query == by_number else (case, after)
                page = [n for (n,) in connection.execute(query, values).fetchall()]
                if not page:
                    break
                pages.append(page)
                after = page[-1]
            assert [n for page in pages for n in page] == list(wanted)
            assert len(pages) == 3


def test_that_nobody_fills_the_disks_of_the_others(copy: House) -> None:
    most = 1 << 26  # below it is not looked
    copy.database.query(f"UPDATE log.rooms SET file_bytes_a_day = {4 * most}")
    told = {"body": {"text": "x" * 1_000_000}}
    with copy.connect("h_operator") as hostile, copy.connect("h_counsellor") as honest:
        count = 0
        with pytest.raises(psycopg.DatabaseError, match="as much today as one may") as caught:
            while count < 100:
                append(hostile, [copy.event("h_operator", "note_added", **told) for _ in range(2)])
                count += 2
        assert caught.value.sqlstate == "CR005"
        assert most - 3_000_000 < count * 1_000_512 <= most
        assert append(honest, [copy.event("h_counsellor", "note_added", **told)])[0][0] == "accepted"
        hostile.execute("SELECT api.put_blob('a mail')")
        copy.database.query("UPDATE log.blob_days SET day = day - 1")
        assert append(hostile, [copy.event("h_operator", "note_added")])[0][0] == "accepted"


@pytest.mark.parametrize("kind", ["duty_changed", "relief_changed", "sight_chosen"])
def test_that_nobody_but_a_supervisor_says_in_anothers_name_who_hears_and_who_sees(
    copy: House, kind: str
) -> None:
    def say(login: str, **body: object) -> tuple[str, str]:
        stream = {"stream": "room", "stream_id": str(stream_of(kind))}
        return copy.append(login, copy.event(login, kind, body=body, **stream))[0]

    denied = ("refused", "only a supervisor says this of somebody else")
    for login in ("h_operator", "h_counsellor"):
        assert say(login, person=login, on=True) == ("accepted", "")
        for forged in ({"person": "h_supervisor"}, {"person": "nobody"}, {}, {"person": None}):
            assert say(login, on=True, **forged) == denied
        assert say(login, person=login, key="h_supervisor", on=True) == denied
        taken_over = say(login, person="h_supervisor", on=False)
        assert taken_over == (("accepted", "") if kind == "relief_changed" else denied)
    assert say("h_supervisor", person="h_operator", on=True) == ("accepted", "")

"""Two desks and a real shared database: what one makes the other sees, whatever happens to the line."""

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest
from plain_replica import PlainReplica
from postgres import Database, Postgres
from postgres_proxy import Proxy
from sync_house import PASSWORD, House, once, running, wait_until

from controlroom.casework.room.sharing import Answer
from controlroom.errors import WorldFault
from controlroom.sync import connected, push
from controlroom.sync.elsewhere import OnServer
from controlroom.sync.joining import join_room
from controlroom.sync.loop import Done
from controlroom.sync.shared import channel
from controlroom.sync.standing import now_us
from controlroom.ui.shared.shared_desk import OUT

SLACK_S = 5.0  # the machine that runs the tests has other things to do


@pytest.fixture
def house(database: Database) -> House:
    return House.new(database)


@pytest.fixture
def proxy(postgres_server: Postgres) -> Iterator[Proxy]:
    with Proxy(postgres_server.port) as made:
        yield made


# --- what one makes the other sees ------------------------------------------------------------------------


def test_that_two_desks_hold_the_same_log_in_the_same_order(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    case = asha.new_case()
    assert once(asha).pushed == 1
    ravi.new_case()
    ravi.make("case_claimed", case, {})
    assert once(ravi) == Done(2, 1, 0, 0)
    once(asha)
    assert asha.log() == ravi.log() == house.log()
    assert len(asha.log()) == 3


def test_that_a_desk_used_alone_pushes_what_it_has_when_it_is_connected(house: House) -> None:
    alone = PlainReplica()
    cases = [alone.new_case() for _ in range(450)]
    account, done = join_room(alone, house.login("asha"))
    assert (done.pushed, done.refused, done.behind) == (450, 0, 0)
    assert account.room == house.room and account.roles == ("operator",)
    assert {event.actor for event in alone.made} == {"asha"}
    assert PASSWORD not in account.dsn
    assert len(house.log()) == len(cases)


def test_that_a_case_appears_on_the_other_desk_without_its_asking(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    with running(asha) as here, running(ravi) as there:
        wait_until(lambda: here.state == there.state == "connected")
        case = asha.new_case()
        here.loop.wake()
        wait_until(lambda: case in ravi.places)
        assert here.link.pending == 0 or here.link.seq >= 1


def test_that_a_poke_brings_an_event_at_once_and_without_one_it_comes_within_a_second(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    with running(ravi) as there, house.connect("sunita") as ticker:
        wait_until(lambda: there.state == "connected")
        time.sleep(0.2)
        took = []
        for _ in range(5):
            case = asha.new_case()
            once(asha)
            ticker.execute(f'NOTIFY "{channel(house.room)}"')
            begun = time.monotonic()
            wait_until(lambda case=case: case in ravi.places)
            took.append(time.monotonic() - begun)
        assert sorted(took)[1] < 0.5


def test_that_a_refused_event_comes_back_with_the_reason_and_the_others_are_taken(house: House) -> None:
    asha = house.plain("asha")
    good = asha.new_case()
    bad = asha.make("case_claimed", uuid4(), {})
    asha.make("case_claimed", good, {})
    assert once(asha) == Done(2, 0, 1, 0)
    assert asha.answers[bad].verdict == "refused"
    assert asha.answers[bad].why == "there is no such case"
    assert asha.refused_count() == 1


def test_that_an_event_of_a_clock_that_was_ahead_goes_out_by_itself_when_its_time_has_come(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push, "ASK_AGAIN_S", 0.3)
    monkeypatch.setattr(connected, "SLOW_S", 0.3)
    asha = house.plain("asha")
    early = asha.new_case()
    asha.made[0] = asha.made[0]._replace(at=now_us() + 603_000_000)  # the server takes it ten minutes before
    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        later = asha.new_case()
        desk.loop.wake()
        wait_until(lambda: asha.pending_count() == 0 and (desk.state, desk.link.fault) == ("connected", ""))
        assert any("clock of this desk was ahead" in link.fault for link in desk.links)
    assert set(house.cases()) == {str(later), str(early)}


def test_that_an_event_that_the_database_cannot_read_holds_up_no_other(house: House) -> None:
    asha = house.plain("asha")
    case = asha.new_case()
    bad = asha.make("note_added", case, '{"text": "\\u0000"}')
    for _ in range(5):
        asha.make("note_added", case, {"text": "fine"})
    assert once(asha) == Done(6, 0, 1, 0)
    assert asha.answers[bad].verdict == "refused"


def test_that_a_mail_is_uploaded_before_the_alert_that_names_it(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    mail = b"From: meta\r\n\r\n" + b"x" * 100_000
    sha = asha.keep_blob(mail)
    asha.new_case(mail=sha)
    assert once(asha).pushed == 1
    once(ravi)
    assert OnServer(ravi).blob(sha) == mail
    assert ravi.blobs[sha] == mail
    assert OnServer(ravi).blob(hashlib.sha256(b"other").hexdigest()) is None


def test_that_a_login_that_kept_its_mails_of_the_day_goes_on_with_all_else(house: House) -> None:
    asha = house.plain("asha")
    house.server.query("UPDATE log.rooms SET file_bytes_a_day = 50000", db=house.name)
    late = asha.new_case(mail=asha.keep_blob(b"From: meta\r\n\r\n" + b"x" * 100_000))
    other = asha.new_case(text="a call")
    with running(asha) as desk:
        wait_until(lambda: desk.state == "behind" and "no more mails of {user} today" in desk.link.fault)
        more = asha.new_case(text="another call")
        desk.loop.wake()
        wait_until(lambda: str(more) in house.cases())
        assert str(other) in house.cases() and str(late) not in house.cases()
    with pytest.raises(WorldFault, match="keeps no more mails of asha today"):
        once(asha)
    house.server.query("UPDATE log.rooms SET file_bytes_a_day = 500000", db=house.name)
    assert once(asha).pushed == 1 and str(late) in house.cases()


def test_that_a_kind_meant_for_few_waits_until_the_server_knows_it(house: House) -> None:
    house.server.query("DELETE FROM log.kinds WHERE kind = 'secret_revealed'", db=house.name)
    asha = house.plain("asha")
    case = asha.new_case()
    for _ in range(250):
        asha.make("secret_revealed", case, {"field": "phones"})
    asha.make("case_claimed", case, {})
    assert once(asha).pushed == 2
    assert asha.pending_count() == 250
    house.server.query("INSERT INTO log.kinds VALUES ('secret_revealed', 'audit', 1)", db=house.name)
    assert once(asha).pushed == 250


def test_that_a_kind_that_nobody_knows_is_passed_on(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    case = asha.new_case()
    asha.make("drone_sent", case, {"height_m": 40})
    once(asha)
    once(ravi)
    assert [row.kind for row in ravi.rows.values()] == ["alert_received", "drone_sent"]
    assert json.loads(ravi.rows[2].body or "") == {"height_m": 40}


# --- the first time, and what is not here -----------------------------------------------------------------


def test_that_a_gap_is_filled_by_fetching_the_case(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    old = asha.new_case()
    for _ in range(700):
        asha.make("note_added", old, {"text": "x"})
    once(asha)
    ravi.land((), cursor=701)  # it never took that case
    asha.make("case_claimed", old, {})
    once(asha)
    assert once(ravi).behind == 0
    assert ravi.log() == house.log()


def test_that_an_interrupted_first_sync_goes_on_where_it_was(house: House) -> None:
    asha = house.plain("asha")
    for _ in range(300):
        asha.make("case_claimed", asha.new_case(), {})
    once(asha)
    ravi = PlainReplica("M3")
    land, count = ravi.land, [0]

    def land_some(rows, **how):  # type: ignore[no-untyped-def]
        count[0] += 1
        if count[0] == 2:
            raise WorldFault("The disk is full.")
        return land(rows, **how)

    ravi.land = land_some  # type: ignore[method-assign]
    with pytest.raises(WorldFault, match="disk"):
        join_room(ravi, house.login("ravi"))
    assert ravi.cursor() == 0 and 0 < len(ravi.rows) < 600
    before = len(ravi.rows)
    ravi.landings.clear()
    once(ravi)
    assert ravi.log() == house.log()
    assert sum(ravi.landings) == 600 - before


def test_that_a_case_that_is_not_here_can_be_opened_by_its_id(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    case = asha.new_case()
    once(asha)
    ravi.land((), cursor=1)
    elsewhere = OnServer(ravi)
    assert elsewhere.open_case(str(case)) == case
    assert ravi.held([case]) == [1]
    assert elsewhere.open_case(str(uuid4())) is None
    assert elsewhere.open_case("2026-9999") is None


def test_that_a_desk_that_is_alone_knows_no_elsewhere() -> None:
    elsewhere = OnServer(PlainReplica())
    assert elsewhere.open_case("2026-0001") is None
    assert elsewhere.search("ravi") == ()
    assert elsewhere.blob("00" * 32) is None


def test_that_who_may_read_more_takes_what_was_passed_over(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    case = asha.new_case()
    asha.make("secret_revealed", case, {"field": "phones"})
    once(asha)
    once(ravi)
    assert ravi.rows[2].id is None and ravi.rows[2].body is None
    house.server.query("GRANT g_supervisor TO ravi", db=house.name)
    once(ravi)
    assert ravi.rows[2].kind == "secret_revealed"
    account = ravi.account()
    assert account is not None and account.roles == ("operator", "supervisor")


def test_that_who_may_read_cases_from_now_on_takes_them_as_a_new_desk_does(house: House) -> None:
    def become(role: str, instead_of: str) -> None:
        house.server.query(f"REVOKE g_{instead_of} FROM ravi; GRANT g_{role} TO ravi", db=house.name)

    become("admin", "operator")
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    case = asha.new_case()
    once(asha)
    once(ravi)
    assert ravi.cursor() == 1 and ravi.held([case]) == [0]
    become("operator", "admin")
    once(ravi)
    assert ravi.held([case]) == [1] and ravi.rows[1].kind == "alert_received"


# --- presence ---------------------------------------------------------------------------------------------


def test_that_who_opens_a_case_is_seen_within_a_second_and_gone_with_the_desk(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    case = uuid4()
    with running(ravi) as there:
        with running(asha) as here:
            wait_until(lambda: here.state == there.state == "connected")
            wait_until(lambda: bool(here.others and here.others[-1] and there.others and there.others[-1]))
            here.loop.beat(case, True)
            wait_until(lambda: there.others[-1] and there.others[-1][0].case_id == case, 1 + SLACK_S)
            assert there.others[-1][0].is_typing and there.others[-1][0].login == "asha"
        assert here.others[-1] == []  # who has no line knows nobody
        wait_until(lambda: there.others[-1] == [], 1 + SLACK_S)


# --- the line ---------------------------------------------------------------------------------------------


def test_that_a_push_whose_answer_was_lost_is_sent_again_and_stored_once(house: House, proxy: Proxy) -> None:
    asha = house.plain("asha", "K7", proxy.port)
    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        asha.new_case()  # the statement is prepared by now: next time it is one message
        desk.loop.wake()
        wait_until(lambda: asha.pending_count() == 0)
        session = desk.loop._session
        assert session is not None
        append = session.shared.append

        def append_without_answer(batch: bytes) -> list[Answer]:
            proxy.hang_answers()
            return append(batch)

        session.shared.append = append_without_answer  # type: ignore[method-assign]
        case = asha.new_case()
        desk.loop.wake()
        wait_until(lambda: len(house.log()) == 2)
        assert asha.pending_count() == 1
        proxy.cut()
        wait_until(lambda: desk.state == "away")
        assert desk.link.pending == 1
        proxy.heal()
        desk.loop.try_now()
        wait_until(lambda: asha.pending_count() == 0)
    assert [answer.verdict for answer in asha.answers.values()] == ["accepted", "same"]
    assert len(house.log()) == 2 and case in asha.places


def test_that_a_line_that_hangs_ends_neither_the_desk_nor_the_program(house: House, proxy: Proxy) -> None:
    asha = house.plain("asha", "K7", proxy.port)
    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        proxy.hang()
        asha.new_case()
        desk.loop.wake()
        wait_until(lambda: desk.state == "away")
        assert "does not answer" in desk.link.fault or "reached" in desk.link.fault
        proxy.heal()
        wait_until(lambda: desk.state == "connected" and desk.link.pending == 0)
        proxy.hang()
        asha.new_case()
        desk.loop.wake()
        time.sleep(0.3)
        assert desk.end() < 20


def test_that_a_lock_that_is_held_is_told_and_pulling_goes_on(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    ravi.new_case()
    once(ravi)
    with running(asha) as desk, psycopg.connect(house.server.admin_dsn(house.name)) as hostile:
        wait_until(lambda: desk.state == "connected")
        hostile.execute("SELECT 1 FROM log.heads FOR UPDATE")
        asha.new_case()
        desk.loop.wake()
        wait_until(lambda: desk.state == "behind")
        assert desk.link.fault == "The database is busy; it is tried again by itself."
        assert desk.link.pending == 1
        hostile.rollback()
        wait_until(lambda: desk.state == "connected" and desk.link.pending == 0)
        assert desk.link.fault == ""


def test_that_a_storm_of_pokes_makes_little_work(house: House) -> None:
    asha = house.plain("asha")
    with running(asha) as desk, house.connect("ravi") as hostile:
        wait_until(lambda: desk.state == "connected")
        session = desk.loop._session
        assert session is not None
        pulls, real = [0], session.pull

        def counted(stop: threading.Event):  # type: ignore[no-untyped-def]
            pulls[0] += 1
            return real(stop)

        session.pull = counted  # type: ignore[method-assign]
        begun = time.monotonic()
        statement = f"SELECT pg_notify('{channel(house.room)}', n::text) FROM generate_series(1, 500) AS n"
        while time.monotonic() - begun < 1:
            hostile.execute(statement)
        assert pulls[0] <= 5 + 40 * (time.monotonic() - begun)
        assert desk.state == "connected"


def test_that_nobody_is_signed_in_is_told_where_no_server_is_too(house: House) -> None:
    asha = house.plain("asha", "K7", house.server.port)
    account = asha.account()
    assert account is not None
    asha._account = replace(account, dsn=house.dsn(1))
    asha.keep_password("")
    with running(asha) as desk:
        wait_until(lambda: desk.state == "refused")
        assert desk.link.fault in OUT


def test_that_a_server_that_ends_is_away_at_once_and_found_again(house: House) -> None:
    asha = house.plain("asha")
    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        house.server.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'asha' AND datname = %s",
            house.name,
        )
        wait_until(lambda: desk.state == "away")
        asha.new_case()
        wait_until(lambda: desk.state == "connected" and asha.pending_count() == 0)

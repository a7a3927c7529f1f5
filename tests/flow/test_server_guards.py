"""The tricks of somebody with a login, psql and bad intentions, and a faulty function of ours: refused."""

import json
from hashlib import sha256
from uuid import UUID, uuid4

import psycopg
import pytest
from server_house import LEFT, MAIL, PRIVATE, STRANGER, House, append, cloned, event

from controlroom.casework.care.persons import person_of_case
from controlroom.domain.derived import case_of_mail

DENIED = "ERROR:  "


@pytest.mark.parametrize(
    "trick",
    [
        "DROP OWNED BY g_operator",
        "CREATE TABLE public.mine (x int)",
        "CREATE TEMP TABLE mine (x int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION api.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "DO $$ BEGIN END $$",
        "SET ROLE cr_exec",
        "SET ROLE g_supervisor",
        "SET SESSION AUTHORIZATION h_supervisor",
        "SET session_replication_role = replica",
        "SET row_security = off; SELECT * FROM log.events",
        "GRANT g_operator TO h_board",
        "GRANT h_operator TO h_board",
        "ALTER ROLE h_operator SUPERUSER",
        "ALTER TABLE log.events DISABLE TRIGGER ALL",
        "ALTER TABLE log.events DISABLE ROW LEVEL SECURITY",
        "COPY log.events FROM STDIN",
        "COPY log.desks TO STDOUT",
        "COPY log.events TO PROGRAM 'cat'",
        "COPY log.events TO '/tmp/mine'",
        "SELECT lo_creat(-1)",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_logical_emit_message(false, 'a', 'b')",
        "SELECT * FROM log.events FOR UPDATE",
        "LOCK TABLE log.events IN EXCLUSIVE MODE",
        "SELECT * FROM pg_statistic",
        "SELECT rolpassword FROM pg_authid",
        "SELECT pg_read_file('pg_hba.conf')",
        "SELECT log.seen(e, ARRAY['audit', 'counsel']) FROM log.events e",
        "PREPARE TRANSACTION 'mine'",
    ],
)
def test_that_a_trick_is_refused(house: House, trick: str) -> None:
    (answer,) = house.ask("h_operator", [trick])
    assert DENIED in answer and PRIVATE not in answer


LEAKS = (
    "SELECT * FROM log.events WHERE 1 / (length(body) - length(replace(body, 'only', 'onl')) - 1) > -9",
    "SELECT * FROM log.events WHERE CASE WHEN body ~ 'only some' THEN body::int > 0 ELSE true END",
    "COPY (SELECT * FROM log.events) TO STDOUT",
    "SELECT query_to_xml('SELECT * FROM log.events', true, true, '')",
    "SELECT string_agg(e::text, '') FROM log.events e",
    "SELECT * FROM pg_stats WHERE schemaname IN ('log', 'work', 'people')",
    "SELECT query FROM pg_stat_activity WHERE usename <> session_user",
    "DECLARE c CURSOR FOR SELECT * FROM log.events; FETCH ALL FROM c",
    "SELECT * FROM log.events TABLESAMPLE SYSTEM (100)",
    "SET ROLE g_operator; SELECT * FROM log.events",
    "SET search_path = log, api; SELECT * FROM events",
    "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM log.events WHERE body ~ 'x'",
)


def test_that_no_way_of_asking_shows_what_is_private(house: House) -> None:
    answers = house.ask("h_operator", LEAKS)
    assert [leak for leak, said in zip(LEAKS, answers, strict=True) if PRIVATE in said] == []
    assert "division by zero" not in answers[0] and "invalid input" not in answers[1]
    assert answers[5] == ""


def test_that_explain_guesses_no_better_for_a_hidden_kind_than_for_none(house: House) -> None:
    with cloned(house) as copy:
        copy.database.query(
            "INSERT INTO log.events SELECT room, seq + n, gen_random_uuid(), stream, stream_id,"
            " stream_seq + n, kind, version, happened_at, at, actor, desk, body, audience, recorded_at,"
            " number, salt, digest, hash"
            " FROM log.events, generate_series(100, 3000) AS n WHERE kind = 'secret_revealed'"
        )
        copy.database.query("ANALYZE")
        asked = [
            f"EXPLAIN SELECT * FROM log.events WHERE {what}"
            for what in (
                "kind = 'secret_revealed'",
                "kind = 'never_heard'",
                "actor = 'h_admin'",
                "actor = 'no'",
            )
        ]
        told = [answer.split("rows=")[1].split()[0] for answer in copy.ask("h_operator", asked)]
    assert told[0] == told[1] and told[2] == told[3]


def test_that_explain_tells_who_reads_no_case_nothing_of_a_case(house: House) -> None:
    asked = [f"EXPLAIN SELECT 1 FROM log.events WHERE stream_id = '{house.case}'", "TABLE log.events"]
    for login in ("h_admin", "h_board"):
        assert house.ask(login, asked) == ["ERROR:  permission denied for table events"] * 2


def test_that_who_reads_no_case_writes_into_none_and_learns_of_none(house: House) -> None:
    told = ("refused", "the role may not append to a case")
    for case in (house.case, uuid4()):
        look = house.event("h_admin", "case_opened", stream_id=str(case))
        assert house.append("h_admin", look) == [told]
    in_room = house.event("h_admin", "list_read", stream="room", stream_id=str(house.room))
    with house.connect("h_admin") as connection, connection.transaction(force_rollback=True):
        assert append(connection, [in_room])[0][0] == "accepted"


@pytest.mark.parametrize(
    ("forged", "why"),
    [
        ({"actor": "h_supervisor"}, "the actor is not who is signed in"),
        ({"desk": str(uuid4())}, "the desk is not registered to who is signed in"),
        ({"kind": "counsel_given"}, "the role may not append this kind"),
        ({"stream": "room"}, "the stream is of another sort"),
        ({"stream": "other"}, "there is no such stream"),
        ({"stream_id": str(uuid4())}, "there is no such case"),
        ({"at": 4_000_000_000_000_000}, "the clock of the desk is ahead"),
        ({"happened_at": 4_000_000_000_000_000}, "it happened after it was entered"),
        ({"happened_at": 1}, "that is too long ago"),
        ({"version": 0}, "that is not a version"),
        ({"body": []}, "the body is not an object of 1 MiB at most"),
        ({"kind": "Drop"}, "that is not a kind of event"),
    ],
)
def test_that_a_forged_event_is_refused(house: House, forged: dict[str, object], why: str) -> None:
    with house.connect("h_operator") as connection, connection.transaction(force_rollback=True):
        [row] = append(connection, [house.event("h_operator", "note_added") | forged])
    assert row[:2] == ("refused", why)


def test_that_an_event_that_stands_twice_in_a_batch_is_taken_once(house: House) -> None:
    note, other, bad = (house.event("h_operator", "note_added") for _ in range(3))
    bad |= {"version": 0}
    with house.connect("h_operator") as connection, connection.transaction(force_rollback=True):
        told = [row[:2] for row in append(connection, [note, bad, other, note, bad])]
    assert told == [
        ("refused", "that is not a version"),
        ("refused", "it stands twice in the batch"),
        ("refused", "it stands twice in the batch"),
        ("accepted", ""),
        ("accepted", ""),
    ]


def test_that_what_is_found_for_one_event_of_a_batch_is_not_taken_for_another(house: House) -> None:
    """Kinds and desks are looked up once for a batch, not once for each event."""
    strange = {"desk": str(uuid4())}
    mixed = [
        house.event("h_operator", "secret_revealed") | strange,
        house.event("h_operator", "secret_revealed"),
        house.event("h_operator", "note_added"),
        house.event("h_operator", "secret_revealed"),
        house.event("h_operator", "note_added") | strange,
        house.event("h_operator", "counsel_given"),
        house.event("h_operator", "secret_revealed", desk=None),
        house.event("h_operator", "never_heard_of"),
        house.event("h_operator", "secret_revealed"),
        house.event("h_operator", "counsel_given"),
    ]
    with house.connect("h_operator") as connection, connection.transaction(force_rollback=True):
        told = append(connection, mixed)
    assert [(row[1], row[5]) for row in told if row[0] == "accepted"] == [
        ("", "audit"), ("", "case"), ("", "audit"), ("", "case"), ("", "audit"),
    ]  # fmt: skip
    assert [row[1] for row in told if row[0] == "refused"] == [
        "the desk is not registered to who is signed in",
        "the desk is not registered to who is signed in",
        "the role may not append this kind",
        "something is missing in it",
        "the role may not append this kind",
    ]


def test_that_what_the_database_gives_cannot_be_handed_in(house: House) -> None:
    forged = {
        "seq": 999, "stream_seq": 999, "number": "2026-9999", "audience": "counsel", "recorded_at": 1,
        "hash": "00", "room": str(house.other_room), "salt": "00", "digest": "00",
    }  # fmt: skip
    with house.connect("h_operator") as connection, connection.transaction(force_rollback=True):
        [row] = append(connection, [house.event("h_operator", "note_added") | forged])
    assert row[:6] == ("accepted", "", 14, 6, "", "case") and row[6] > 1_700_000_000_000_000


def test_that_another_ones_event_id_is_a_conflict_that_tells_nothing(house: House) -> None:
    [(hidden,)] = house.database.query("SELECT id FROM log.events WHERE kind = 'counsel_given'")
    with house.connect("h_operator") as connection, connection.transaction(force_rollback=True):
        [row] = append(connection, [house.event("h_operator", "note_added", id=str(hidden))])
    assert row == ("conflict", "another event has this id", *[None] * 6)


def test_that_a_desk_of_another_is_not_taken(house: House) -> None:
    with house.connect("h_supervisor") as connection:
        desk = house.desks["h_operator"]
        for statement in (
            f"SELECT * FROM api.hello('{desk}', 'K7', '{uuid4()}', '{uuid4()}', 'x')",
            f"SELECT * FROM api.presence('{desk}', NULL, false)",
            f"SELECT * FROM api.mail('{desk}', 'ok', 1)",
        ):
            with pytest.raises(psycopg.Error) as refused:
                connection.execute(statement.encode())
            assert refused.value.sqlstate == "CR001"


def test_that_who_may_append_no_alert_does_not_say_that_it_fetches_mail(house: House) -> None:
    told = "SELECT login, standing FROM api.mail(%s, 'ok', 1)"
    for login, said in (("h_auditor", []), ("h_board", []), ("h_intake", [("h_intake", "ok")])):
        with house.connect(login) as connection, connection.transaction(force_rollback=True):
            assert connection.execute(told, (house.desks[login],)).fetchall() == said
            assert connection.execute("SELECT login FROM api.mail(NULL, NULL, NULL)").fetchall() == [
                (one,) for one, _ in said
            ]


def test_that_who_was_put_out_and_who_is_of_another_room_see_and_do_nothing(house: House) -> None:
    with house.connect(LEFT) as connection:
        assert connection.execute("SELECT count(*) FROM log.events").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            append(connection, [event(LEFT, uuid4(), "note_added", house.case)])
    said = house.append(STRANGER, house.event(STRANGER, "note_added"))
    assert said == [("refused", "there is no such case")]


def test_that_a_search_with_signs_of_the_query_language_is_only_words(house: House) -> None:
    asked = [
        "SELECT count(*) FROM api.search_cases(ARRAY[$$a'b\\c & !anand$$], 5)",
        "SELECT count(*) FROM api.search_cases(ARRAY['invented', 'ana'], 5)",
        "SELECT count(*) FROM api.search_cases(ARRAY['anand'' | ''x'], 5)",
    ]
    assert house.ask("h_operator", asked) == ["0", "1", "0"]


FAULTY = """
CREATE FUNCTION api.faulty(words text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS 'BEGIN EXECUTE words; END';
ALTER FUNCTION api.faulty(text) OWNER TO cr_exec;
GRANT EXECUTE ON FUNCTION api.faulty(text) TO PUBLIC;
"""


def test_that_not_even_a_fault_in_a_function_forges_or_changes_what_is_written(house: House) -> None:
    columns = (
        "seq + 100, gen_random_uuid(), stream, stream_id, stream_seq + 100, kind, version, happened_at, at,"
        " {actor}, desk, body, audience, recorded_at, number, salt, digest, hash FROM log.events"
        " WHERE kind = 'case_claimed'"
    )
    row = "INSERT INTO log.events SELECT {room}, " + columns
    mine, other = f"'{house.room}'", f"'{house.other_room}'"
    refused = (
        row.format(room=other, actor="actor"),
        row.format(room=mine, actor="'h_supervisor'"),
        "UPDATE log.events SET body = '{}'",
        "DELETE FROM log.events",
        "UPDATE people.logins SET room = room",
        "DELETE FROM people.logins",
        "INSERT INTO log.writers VALUES ('operator', 'counsel_given')",
        "INSERT INTO log.readers VALUES ('operator', 'counsel')",
        f"INSERT INTO log.blobs VALUES ({other}, 'x', 'x', 1)",
        f"INSERT INTO log.blob_holders VALUES ({mine}, 'x', 'h_supervisor')",
        f"INSERT INTO log.desks VALUES ({mine}, '{uuid4()}', 'h_supervisor', 'Z9', '{uuid4()}', '', 1, 1)",
    )
    with cloned(house) as spoilt:
        spoilt.database.query(FAULTY)
        call = "SELECT api.faulty($words${}$words$)"
        answers = spoilt.ask("h_operator", [call.format(words) for words in refused])
        allowed = spoilt.ask("h_operator", [call.format(row.format(room=mine, actor="actor"))])
    assert [words for words, said in zip(refused, answers, strict=True) if DENIED not in said] == []
    assert allowed == [""]


def test_that_not_even_the_superuser_changes_the_log_by_mistake(house: House) -> None:
    with house.admin() as admin:
        for words in ("UPDATE log.events SET body = ''", "DELETE FROM log.blobs", "TRUNCATE log.events"):
            for role in ("replica", "origin"):
                with (
                    pytest.raises(psycopg.errors.IntegrityConstraintViolation),
                    admin.transaction(force_rollback=True),
                ):
                    admin.execute(f"SET LOCAL session_replication_role = {role}".encode())
                    admin.execute(words.encode())


def test_that_two_who_send_the_same_mail_may_both_name_it(house: House) -> None:
    mail = b"From: nobody@example.org\n\nThe same for two."
    with cloned(house) as copy:
        for login in ("h_intake", "h_operator"):
            with copy.connect(login) as connection:
                [(sha,)] = connection.execute("SELECT api.put_blob(%b)", (mail,)).fetchall()
        alert = copy.event("h_operator", "alert_received", body={"mail": sha.hex()}, stream_id=str(uuid4()))
        assert copy.append("h_operator", alert) == [("accepted", "")]
        other = copy.event("h_supervisor", "alert_received", body={"mail": "00" * 32}, stream_id=str(uuid4()))
        assert copy.append("h_supervisor", other) == [("refused", "the mail was not uploaded")]


def test_that_no_login_fills_the_servers_disk(house: House) -> None:
    kib = "SELECT length(api.put_blob(convert_to(repeat('{sign}', {count} * 1024), 'UTF8')))"
    with cloned(house) as copy:
        copy.database.query("UPDATE log.rooms SET file_bytes_a_day = 10 * 1024 WHERE name = 'lucknow'")
        said = copy.psql(
            "h_operator",
            ";\n".join(
                kib.format(sign=sign, count=count) for sign, count in (("a", 6), ("b", 3), ("a", 6), ("c", 2))
            ),
        )
        full = "ERROR:  this login has kept as much today as one may"
        assert said.splitlines() == ["32", full, "32", "32"]  # what is there already costs nothing
        assert full in copy.psql("h_operator", kib.format(sign="", count=1))
        assert copy.psql("h_intake", kib.format(sign="b", count=3)).strip() == "32"  # each login by itself
        copy.database.query("UPDATE log.blob_days SET day = day - 1")
        assert copy.psql("h_operator", kib.format(sign="d", count=3)).strip() == "32"
        assert "64 MiB at most" in copy.psql("h_operator", kib.format(sign="x", count=65 * 1024))


def test_that_the_id_of_a_mails_case_is_kept_for_that_mail(house: House) -> None:
    mail = b"From: nobody@example.org\n\nWho has these bytes knows the id of their case."
    sha, other = sha256(mail).hexdigest(), sha256(MAIL).hexdigest()
    case = str(case_of_mail(sha))
    with cloned(house) as copy:
        taken = [
            copy.event("h_operator", "list_read", stream=stream, stream_id=case)
            for stream in ("room", "shift")
        ]
        taken += [
            copy.event("h_operator", "alert_received", stream_id=case, body={"text": "nothing", **named})
            for named in ({}, {"mail": ""}, {"mail": other})
        ]
        taken += [
            copy.event("h_operator", "person_opened", stream="person", stream_id=case, body={"case": first})
            for first in (str(copy.case), "nothing", None)
        ]
        refused = ("refused", "this id is for something else")
        assert copy.append("h_operator", *taken) == [refused] * len(taken)
        early = copy.event("h_operator", "person_told", stream="person", stream_id=case)
        assert copy.append("h_operator", early) == [("refused", "there is no such case")]
        with copy.connect("h_intake") as connection:
            connection.execute("SELECT api.put_blob(%b)", (mail,))
        alert = copy.event("h_intake", "alert_received", stream_id=case, body={"mail": sha})
        claim = copy.event("h_operator", "case_claimed", stream_id=case)
        assert copy.append("h_intake", alert) == copy.append("h_operator", claim) == [("accepted", "")]
        assert copy.append("h_operator", *taken) == [refused] * len(taken)
        file = {"stream": "person", "stream_id": str(person_of_case(UUID(case)))}
        opened = copy.event("h_operator", "person_opened", body={"case": case}, **file)
        told = copy.event("h_operator", "person_told", **file)
        assert copy.append("h_operator", opened, told) == [("accepted", "")] * 2


def test_that_a_batch_out_of_bounds_is_refused_whole(house: House) -> None:
    with house.connect("h_operator") as connection:
        for batch in (json.dumps([{}] * 201), json.dumps([{"x": "y" * 2_100_000}]), "{}"):
            with pytest.raises(psycopg.errors.ProgramLimitExceeded):
                connection.execute("SELECT * FROM api.append_events(%s)", (batch,))

"""Who may come in: `server adduser`, `disable` and `roles` against a real server."""

from collections.abc import Iterator

import psycopg
import pytest
from admin_house import PASSWORD, Words, add, opened_room, sign_in, words_of
from postgres import Database
from server_house import House


@pytest.fixture
def words(
    request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Words:
    return words_of(request, capfd, monkeypatch)


@pytest.fixture
def room(bare: House) -> Iterator[Database]:
    yield from opened_room(bare)


def test_that_a_login_is_in_its_group_only_and_cannot_harm_the_server(words: Words, room: Database) -> None:
    said = add(words, "op1")
    assert said.value == {"login": "op1", "role": "operator", "room": "lucknow", "state": "added"}
    [(password, most, mighty, groups)] = room.query(
        "SELECT rolpassword, rolconnlimit, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls"
        " OR rolreplication,"
        " (SELECT array_agg(m.roleid::regrole::text) FROM pg_auth_members m WHERE m.member = r.oid)"
        " FROM pg_authid r WHERE rolname = 'op1'"
    )
    assert password.startswith("SCRAM-SHA-256$") and PASSWORD not in password
    assert 0 < most <= 50 and not mighty and groups == ["g_operator"]
    with sign_in(room, "op1") as connection:
        shown = {
            name: connection.execute("SELECT current_setting(%s)", (name,)).fetchone()
            for name in ("statement_timeout", "idle_in_transaction_session_timeout", "log_error_verbosity")
        }
        assert ("0",) not in shown.values() and shown["log_error_verbosity"] == ("terse",)
        with pytest.raises(psycopg.errors.ConfigurationLimitExceeded):
            connection.execute("SELECT count(*) FROM generate_series(1, 30000000)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SET temp_file_limit = -1")
        assert connection.execute("SELECT api.my_roles()").fetchone() == (["operator"],)


def test_that_neither_password_nor_verifier_comes_into_the_log(words: Words, room: Database) -> None:
    room.query("ALTER SYSTEM SET log_statement = 'all'")
    room.query("ALTER SYSTEM SET log_min_duration_statement = 0")
    room.server.reload()
    try:
        add(words, "op1", password="Quiet-harbour-7")
    finally:
        room.query("ALTER SYSTEM RESET log_statement")
        room.query("ALTER SYSTEM RESET log_min_duration_statement")
        room.server.reload()
    text = room.server.log_file.read_text()
    assert "people.logins" in text
    assert "Quiet-harbour-7" not in text and "SCRAM-SHA-256$" not in text


@pytest.mark.parametrize("word", ["administrator", "admin"])
def test_that_the_administrator_may_be_called_so(words: Words, room: Database, word: str) -> None:
    assert add(words, "boss", word).value["role"] == "administrator"
    with sign_in(room, "boss") as connection:
        assert connection.execute("SELECT api.my_roles()").fetchone() == (["admin"],)


def test_that_adding_again_changes_role_and_password_and_ends_the_old_session(
    words: Words, room: Database
) -> None:
    add(words, "op1")
    with sign_in(room, "op1") as old:
        again = add(words, "op1", "supervisor", "Other-lamp-42")
        assert again.value == {"login": "op1", "role": "supervisor", "room": "lucknow", "state": "changed"}
        with pytest.raises(psycopg.OperationalError):
            old.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        sign_in(room, "op1")
    with sign_in(room, "op1", "Other-lamp-42") as connection:
        assert connection.execute("SELECT api.my_roles()").fetchone() == (["supervisor"],)


def test_that_a_disabled_person_is_out_at_once_and_in_again_when_added(words: Words, room: Database) -> None:
    add(words, "op1")
    with sign_in(room, "op1") as connection:
        assert words("disable", "op1").value == {"login": "op1", "sessions_ended": 1}
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        sign_in(room, "op1")
    assert words("disable", "op1").value == {"login": "op1", "sessions_ended": 0}
    assert add(words, "op1").value["state"] == "changed"
    with sign_in(room, "op1") as connection:
        assert connection.execute("SELECT api.my_room() IS NOT NULL").fetchone() == (True,)


REFUSED = [
    ("op1", "operator", "", "The password is empty"),
    ("op1", "operator", "short", "too easy to guess"),
    ("op1", "operator", "aaaaaaaaaaaa", "too easy to guess"),
    ("Ravi-Kumar", "operator", "ravi-kumar", "too easy to guess"),
    ("op1", "operator", "Stone\tbarge-19", "nobody can type"),
    ("op1", "boss", PASSWORD, "There is no role boss; take one of operator, supervisor"),
    ("postgres", "operator", PASSWORD, "postgres is an account of the server itself"),
    *(
        (name, "operator", PASSWORD, "A login is")
        for name in ("cr_exec", "G_operator", "pg_monitor", "public", 'op"1', "op;DROP", "", "x" * 64)
    ),
]


def test_that_what_cannot_be_a_login_is_told_in_one_sentence(words: Words, room: Database) -> None:
    before = room.query("SELECT oid, rolpassword FROM pg_authid ORDER BY 1")
    for name, role, password, told in REFUSED:
        said = add(words, name, role, password)
        assert said.code == 2 and told in said.fault and said.fault.count("\n") == 1 and not said.text
    assert room.query("SELECT oid, rolpassword FROM pg_authid ORDER BY 1") == before


def test_that_an_account_somebody_else_made_is_not_taken_over(words: Words, room: Database) -> None:
    room.query("CREATE ROLE backup LOGIN")
    assert add(words, "backup").code == 2
    assert words("disable", "backup").code == 2
    assert words("disable", "nobody").fault == (
        "There is no login nobody here; controlroom server roles lists them.\n"
    )


def test_that_a_login_stays_in_its_room(words: Words, room: Database) -> None:
    words("init", "--room", "agra")
    assert add(words, "op1").fault == "Say which room is meant: --room NAME, one of lucknow, agra.\n"
    said = words(
        "adduser", "op1", "--role", "operator", "--room", "agra", "--password-stdin", typed_in=PASSWORD
    )
    assert said.value["room"] == "agra"
    moved = words(
        "adduser", "op1", "--role", "operator", "--room", "lucknow", "--password-stdin", typed_in=PASSWORD
    )
    assert (moved.code, moved.fault) == (
        2,
        "op1 belongs to another room; take another name for this one.\n",
    )


def test_that_the_login_of_the_service_is_in_no_room(words: Words, room: Database) -> None:
    assert add(words, "serve", "projector").value["room"] is None
    with sign_in(room, "serve") as connection:
        assert connection.execute("SELECT count(*) FROM log.rooms").fetchone() == (1,)


def test_that_roles_says_who_may_do_what(words: Words, room: Database) -> None:
    add(words, "op1")
    add(words, "op2")
    words("disable", "op2")
    by_role = {role["role"]: role for role in words("roles").value}
    assert list(by_role) == [
        *("operator", "supervisor", "counsellor", "auditor", "administrator", "intake", "board"),
    ]
    assert by_role["supervisor"]["reads"] == ["case", "room", "audit", "counsel", "care", "lead"]
    assert "case_claimed" in by_role["operator"]["appends"] and by_role["board"]["appends"] == []
    assert [(who["login"], who["disabled"]) for who in by_role["operator"]["logins"]] == [
        ("op1", False),
        ("op2", True),
    ]
    assert words("roles", dsn="").code == 0


def test_that_who_is_signed_in_is_found_by_the_index_of_logins(room: Database) -> None:
    said = room.psql("SET enable_seqscan = off; EXPLAIN SELECT * FROM log.me();")
    assert "Index Scan using logins_pkey" in said.stdout
    for who in ("session_user", "session_user::text"):  # as functions and policies ask
        said = room.psql(
            f"SET enable_seqscan = off; EXPLAIN SELECT room FROM people.logins WHERE login = {who};"
        )
        assert "Index Scan using logins_by_session" in said.stdout


def test_that_one_stream_comes_out_of_its_index_in_order(room: Database) -> None:
    said = room.psql(
        "LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET client_min_messages = log;"
        " SET auto_explain.log_nested_statements = on;"
        " SELECT * FROM api.pull_streams(ARRAY[gen_random_uuid()], ARRAY[0::bigint], 9);"
    )
    assert "Index Scan using events_stream_id_stream_seq_room_key" in said.stderr
    assert "Bitmap" not in said.stderr and "Sort" not in said.stderr

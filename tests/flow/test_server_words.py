"""The administrator's words against a real server: init, adduser, disable, roles, check, backup, restore."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
import pytest
from postgres import Database, Postgres
from postgres_cluster import Options, find_programs
from server_house import House, cloned

from controlroom.cli.main import run
from controlroom.sync.server import setup
from controlroom.sync.server.check import check
from controlroom.sync.server.matrix import differences
from controlroom.sync.server.people import add_login

PASSWORD = "Stone-barge-19"


class Said(NamedTuple):
    code: int
    value: Any
    text: str
    fault: str


Words = Callable[..., Said]


@pytest.fixture
def words(
    request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Words:
    """`controlroom server ...` on this test's own database: with a room in it where the test asks for one."""
    own: Database = request.getfixturevalue("room" if "room" in request.fixturenames else "database")

    def say(*typed: str, typed_in: str = "", dsn: str = own.admin_dsn, is_json: bool = True) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed_in))
        more = ["--dsn", dsn, "--allow-plain-loopback"] if dsn else []
        code = run(["server", *typed, *more, *(["--json"] if is_json else [])])
        out, err = capfd.readouterr()
        return Said(code, json.loads(out) if is_json and out else None, out, err)

    return say


@pytest.fixture
def room(bare: House) -> Iterator[Database]:
    """A database in which `init --room lucknow` has run, with nobody in it yet."""
    before = frozenset(name for (name,) in bare.database.query("SELECT rolname FROM pg_roles"))
    with cloned(bare) as made:
        own = replace(made.database, roles_before=before)
        yield own
        own.drop()


def add(words: Words, name: str, role: str = "operator", password: str = PASSWORD, **more: Any) -> Said:
    return words("adduser", name, "--role", role, "--password-stdin", typed_in=f"{password}\n", **more)


def sign_in(database: Database, name: str, password: str = PASSWORD) -> psycopg.Connection[Any]:
    return psycopg.connect(database.dsn(name, password), autocommit=True)


# --- init ---------------------------------------------------------------------------------------------------


def test_that_init_says_what_it_did_and_what_comes_next(words: Words, database: Database) -> None:
    first = words("init", "--room", "lucknow", "--standbys", "1")
    assert first.code == 0
    assert "schema brought to shape 1" in first.value["done"]
    assert f"schema brought to shape {setup.SHAPE}" in first.value["done"]
    assert "room lucknow opened" in first.value["done"]
    assert first.value["pg_hba"][-1].split() == ["host", "replication", "all", "all", "reject"]
    assert not [line for line in first.value["pg_hba"] if line.startswith("host ") and "reject" not in line]
    assert "ssl = on" in first.value["settings"]
    assert any("adduser" in step for step in first.value["next"])
    assert database.query("SELECT name, standbys FROM log.rooms") == [("lucknow", 1)]


def test_that_init_twice_changes_nothing(words: Words, room: Database) -> None:
    before = room.query("SELECT room, opened_at, standbys FROM log.rooms")
    assert words("init", "--room", "lucknow").value["done"] == ["everything was in place already"]
    assert room.query("SELECT room, opened_at, standbys FROM log.rooms") == before
    with psycopg.connect(room.admin_dsn) as admin:
        assert differences(admin) == []


def test_that_init_opens_a_second_room_beside_the_first(words: Words, room: Database) -> None:
    assert words("init", "--room", "agra", "--standbys", "2").value["done"] == [
        "room agra opened",
        "room agra: an event is safe when 2 standbys have it",
    ]
    assert room.query("SELECT name, standbys FROM log.rooms ORDER BY 1") == [("agra", 2), ("lucknow", 0)]


def test_that_init_says_how_much_each_login_may_keep_a_day(words: Words, room: Database) -> None:
    assert room.query("SELECT file_bytes_a_day FROM log.rooms") == [(4 << 30,)]
    said = words("init", "--room", "lucknow", "--mail-gib-a-day", "7").value["done"]
    assert said == ["room lucknow: each login may keep 7 GiB of mails a day"]
    assert room.query("SELECT file_bytes_a_day FROM log.rooms") == [(7 << 30,)]
    with pytest.raises(SystemExit, match="2"):
        words("init", "--room", "lucknow", "--mail-gib-a-day", "0")


def test_that_init_takes_an_older_shape_forward_and_leaves_what_is_in_it(
    room: Database, tmp_path: Path
) -> None:
    later, shape = tmp_path / "later.sql", setup.SHAPE + 1
    later.write_text("ALTER TABLE log.rooms ADD COLUMN district text NOT NULL DEFAULT 'Lucknow';")
    before = room.query("SELECT room FROM log.rooms")
    with psycopg.connect(room.admin_dsn, autocommit=True) as admin:
        done = setup.set_up(admin, "lucknow", steps=(*setup.STEPS, (str(later),)))
        assert done == [f"schema brought to shape {shape}"]
        again = setup.set_up(admin, "lucknow", steps=(*setup.STEPS, (str(later),)))
        assert again == ["everything was in place already"]
    assert room.query("SELECT room, district FROM log.rooms") == [(*before[0], "Lucknow")]
    assert room.query("SELECT version FROM log.migrations ORDER BY 1")[-1] == (shape,)


def test_that_init_gives_the_first_shape_with_fewer_kinds_what_this_program_has(
    words: Words, database: Database
) -> None:
    with psycopg.connect(database.admin_dsn, autocommit=True) as admin:
        setup.set_up(admin, "lucknow", steps=setup.STEPS[:1])
        add_login(admin, "op1", role="operator", password=PASSWORD)
    for table in ("kinds", "writers"):
        database.query(f"DELETE FROM log.{table} WHERE kind = 'alert_received'")
    assert [what for what in findings(words) if "shape 1, this program brings" in what]
    done = words("init", "--room", "lucknow").value["done"]
    assert done == [f"schema brought to shape {n}" for n in range(2, setup.SHAPE + 1)]
    with psycopg.connect(database.admin_dsn, autocommit=True) as admin:
        assert differences(admin) == []


def test_that_the_check_says_that_an_older_program_set_it_up(words: Words, room: Database) -> None:
    for table in ("kinds", "writers"):
        room.query(f"DELETE FROM log.{table} WHERE kind = 'alert_received'")
    told = [f for f in words("check").value if "kind" in f["what"] or "older" in f["what"]]
    assert [f["what"] for f in told] == [
        "an older program set this up, it does not know the events alert_received"
    ]
    assert told[0]["do"].startswith("Run: controlroom server init")


def test_that_a_step_that_fails_leaves_everything_as_it_was(room: Database, tmp_path: Path) -> None:
    bad = tmp_path / "bad.sql"
    bad.write_text("CREATE TABLE log.half (x int); SELECT 1 / 0;")
    with psycopg.connect(room.admin_dsn, autocommit=True) as admin:
        with pytest.raises(psycopg.errors.DivisionByZero):
            setup.set_up(admin, "lucknow", steps=(*setup.STEPS, (str(bad),)))
        assert differences(admin) == []
    assert room.query("SELECT max(version) FROM log.migrations") == [(setup.SHAPE,)]


def test_that_init_refuses_a_room_of_a_newer_program(words: Words, room: Database) -> None:
    room.query(f"INSERT INTO log.migrations VALUES ({setup.SHAPE + 1}, 1, 0)")
    said = words("init", "--room", "lucknow")
    assert (said.code, said.fault) == (
        1,
        "The shared database was made by a newer version of the program; use that version here.\n",
    )


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\nb"])
def test_that_init_refuses_a_name_that_nobody_can_read(words: Words, name: str) -> None:
    assert words("init", "--room", name).code == 2


def test_that_init_refuses_who_is_not_the_superuser(words: Words, room: Database) -> None:
    add(words, "op1")
    said = words("init", "--room", "lucknow", dsn=room.dsn("op1", PASSWORD))
    assert (said.code, said.fault) == (
        2,
        "This must be run as the superuser of the database server, from its own socket.\n",
    )


def test_that_init_refuses_a_server_with_known_holes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not setup.is_patched(150_017)
    assert setup.is_patched(150_018)
    assert not setup.is_patched(180_003)
    assert setup.is_patched(190_000)


# --- people -------------------------------------------------------------------------------------------------


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


def test_that_without_a_tty_the_password_must_be_announced(words: Words, room: Database) -> None:
    said = words("adduser", "op1", "--role", "operator", typed_in=PASSWORD)
    assert (said.code, said.fault) == (2, "Give the password as one line of input, with --password-stdin.\n")


@pytest.mark.parametrize("typed", [("check",), ("backup", "x"), ("disable", "op1")])
def test_that_a_word_without_a_database_asks_for_one(
    words: Words, profile: Path, typed: Sequence[str]
) -> None:
    said = words(*typed, dsn="")
    assert said.code == 2 and "--dsn DSN" in said.fault


def test_that_a_socket_needs_the_word_that_allows_it(
    room: Database, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["server", "check", "--dsn", room.admin_dsn]) == 2
    assert "--allow-plain-loopback" in capfd.readouterr().err


def test_that_every_word_has_help_with_an_example(capfd: pytest.CaptureFixture[str]) -> None:
    for verb in ("", "init", "adduser", "disable", "roles", "check", "backup", "restore"):
        with pytest.raises(SystemExit, match="0"):
            run(["server", *([verb] if verb else []), "--help"])
        assert "Example: controlroom server" in " ".join(capfd.readouterr().out.split())


# --- check --------------------------------------------------------------------------------------------------


def findings(words: Words, *states: str) -> dict[str, str]:
    """What the check found in these states: what, and what to do."""
    said = words("check")
    assert said.code == int(any(f["state"] == "bad" for f in said.value))
    return {f["what"]: f["do"] for f in said.value if f["state"] in (states or ("warn", "bad"))}


def test_that_a_database_without_a_room_is_told(words: Words) -> None:
    assert findings(words) == {
        "this database holds no control room": "Run: controlroom server init --dsn DSN --room NAME"
    }


def test_that_the_check_finds_only_what_the_tests_server_lacks(words: Words, room: Database) -> None:
    add(words, "op1")
    found = findings(words)
    assert sorted(what.split(" (")[0].split(":")[0] for what in found) == [
        "fsync is off",
        "full_page_writes is off",
        "log_error_verbosity is default",
        "log_parameter_max_length is -1",
        "pg_hba.conf line 2",
    ]
    assert all(found.values())
    assert words("check", is_json=False).text.startswith("ok    PostgreSQL 15.")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("GRANT CONNECT ON DATABASE postgres TO PUBLIC", "connect on database postgres"),
        ("GRANT CREATE ON SCHEMA public TO PUBLIC", "create on schema public"),
        ("GRANT EXECUTE ON FUNCTION lo_creat(int) TO PUBLIC", "function lo_creat(integer)"),
        ("GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC", "language plpgsql"),
        ("ALTER TABLE log.events NO FORCE ROW LEVEL SECURITY", "table log.events"),
        ("DROP POLICY people_read ON log.events", "people_read"),
        ("GRANT SELECT ON log.desks TO op1", "op1 may select table log.desks"),
        ("ALTER ROLE op1 SUPERUSER", "op1 has rights of the whole server"),
        ("ALTER ROLE op1 PASSWORD NULL", "op1 has no SCRAM password"),
        ("ALTER ROLE op1 CONNECTION LIMIT -1", "op1 has no limit"),
        ("GRANT g_supervisor TO op1", "op1 is in 2 groups"),
        ("CREATE ROLE op2 LOGIN IN ROLE op1", "op1 has members"),
        ("UPDATE people.logins SET disabled_at = 1", "op1 is disabled, but"),
        ("UPDATE log.rooms SET standbys = 2", "room lucknow: 2 standbys wanted, 0 stream"),
        ("UPDATE log.heads SET last_seq = 5", "no projector ever ran"),
        ("DELETE FROM log.migrations", f"shape 0, this program brings {setup.SHAPE}"),
        ("INSERT INTO log.migrations VALUES (77, 1, 0)", "newer shape 77"),
        ("DELETE FROM log.kinds WHERE kind = 'alert_received'", "does not know the events alert_received"),
        ("ALTER EVENT TRIGGER nobody_changes_the_schema DISABLE", "nobody_changes_the_schema"),
    ],
)
def test_that_the_check_finds_what_was_spoilt(bare: House, spoil: str, told: str) -> None:
    with bare.admin() as admin:
        admin.execute("BEGIN")
        add_login(admin, "op1", role="operator", password=PASSWORD)
        before = check(admin)
        admin.execute(spoil.encode())
        new = [finding for finding in check(admin) if finding not in before]
        admin.execute("ROLLBACK")
    assert any(told in finding.what for finding in new)
    assert all(finding.do for finding in new if finding.state != "ok")
    assert {finding.state for finding in new} - {"ok"}


def test_that_init_closes_again_what_was_opened(words: Words, room: Database) -> None:
    room.query("GRANT CREATE ON SCHEMA public TO PUBLIC")
    room.query("GRANT TEMPORARY ON DATABASE postgres TO PUBLIC")
    [told] = [what for what in findings(words) if what.startswith("open to everybody")]
    assert told == "open to everybody by default: create on schema public; temporary on database postgres"
    words("init", "--room", "lucknow")
    assert [what for what in findings(words) if what.startswith("open to everybody")] == []


def test_that_the_check_finds_an_idle_transaction(words: Words, room: Database, monkeypatch: Any) -> None:
    monkeypatch.setattr("controlroom.sync.server.check.IDLE_S", 0)
    with psycopg.connect(room.admin_dsn) as holding:
        holding.execute("SELECT 1")
        assert any("holds a transaction open" in what for what in findings(words))


def test_that_the_check_finds_settings_and_doors_of_the_whole_server(words: Words) -> None:
    lax = Options(
        plain_loopback=True,
        settings={
            "ssl": "off",
            "password_encryption": "md5",
            "log_parameter_max_length_on_error": "-1",
            "max_prepared_transactions": "5",
            "synchronous_standby_names": "*",
            "synchronous_commit": "off",
        },
    )
    server = Postgres(lax)
    try:
        server.start()
        assert words("init", "--room", "lucknow", dsn=server.admin_dsn()).code == 0
        said = words("check", dsn=server.admin_dsn())
    finally:
        server.remove()
    bad = [f["what"] for f in said.value if f["state"] == "bad"]
    for told in (
        "TLS is off",
        "password_encryption is md5",
        "log_parameter_max_length_on_error is -1",
        "max_prepared_transactions is 5",
        "synchronous_commit is off",
    ):
        assert any(what.startswith(told) for what in bad), told
    assert any("lets in without TLS and SCRAM" in what for what in bad)
    assert any(f["what"].startswith("synchronous_standby_names is *") for f in said.value)


# --- backup and restore -------------------------------------------------------------------------------------


def plain_of(file: Path) -> str:
    """What a backup holds, as text."""
    program = str(find_programs() / "pg_restore")
    return subprocess.run([program, "--file=-", str(file)], capture_output=True, check=True).stdout.decode()


def test_that_a_backup_comes_back_whole_into_an_empty_database(
    words: Words, database: Database, house: House, tmp_path: Path
) -> None:
    file = tmp_path / "room.dump"
    with cloned(house) as there:
        there.database.query(
            "INSERT INTO log.person_keys SELECT room, gen_random_uuid(), gen_random_uuid(), 'case',"
            " '\\xabcdef' FROM log.rooms LIMIT 1"
        )
        made = words("backup", str(file), dsn=there.database.admin_dsn)
        assert file.stat().st_mode & 0o077 == 0 == Path(made.value["keys"]).stat().st_mode & 0o077
        assert words("backup", str(file), dsn=there.database.admin_dsn).code == 2
        events = there.database.query("SELECT * FROM log.events ORDER BY room, seq")
    assert made.value["events"] == len(events)
    assert ["abcdef" in plain_of(one) for one in (file, Path(made.value["keys"]))] == [False, True]
    back = words("restore", str(file))
    assert back.value["events"] == len(events) and back.value["chain"] == "ok"
    assert back.value["keys"] == 1
    assert back.value["people_to_add_again"] == []
    assert database.query("SELECT * FROM log.events ORDER BY room, seq") == events
    with psycopg.connect(database.admin_dsn) as admin:
        assert {line for line in differences(admin) if "counsel_given" not in line} == set()
    assert words("restore", str(file)).fault.startswith("The database is not empty")
    with psycopg.connect(database.dsn("h_operator", PASSWORD)) as desk:
        seen = desk.execute("SELECT count(*) FROM log.events").fetchone()
        assert seen is not None and 0 < seen[0] < len(events)


def test_that_a_backup_of_a_broken_log_is_told_when_it_is_restored(
    words: Words, house: House, tmp_path: Path
) -> None:
    file = tmp_path / "room.dump"
    with cloned(house) as there:
        there.database.query("ALTER TABLE log.events DISABLE TRIGGER ALL")
        there.database.query("UPDATE log.events SET body = '{}' WHERE seq = 3")
        assert words("backup", str(file), dsn=there.database.admin_dsn).code == 0
    said = words("restore", str(file))
    assert (said.code, said.fault) == (
        1,
        "The backup is restored, but its log is broken at event 3; take an older backup.\n",
    )


def test_that_what_is_no_backup_changes_nothing(words: Words, database: Database, tmp_path: Path) -> None:
    bad = tmp_path / "bad.dump"
    bad.write_text("not a backup")
    said = words("restore", str(bad))
    assert said.code == 1 and said.fault.startswith("pg_restore did not finish: ")
    assert words("restore", str(tmp_path / "none")).code == 2
    assert database.query("SELECT count(*) FROM pg_namespace WHERE nspname IN ('log', 'api')") == [(0,)]


def test_that_a_backup_that_cannot_be_written_leaves_nothing(
    words: Words, room: Database, tmp_path: Path
) -> None:
    assert words("backup", str(tmp_path / "none" / "room.dump")).code == 1
    assert words("backup", str(tmp_path / "empty.dump"), dsn=room.server.admin_dsn()).code == 1
    assert list(tmp_path.iterdir()) == []


def test_that_without_the_tools_one_sentence_says_so(
    words: Words, room: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controlroom.sync.server.backup._places", lambda program: [])
    said = words("backup", str(tmp_path / "room.dump"))
    assert said.code == 1 and "postgresql-client-15" in said.fault
    assert list(tmp_path.iterdir()) == []

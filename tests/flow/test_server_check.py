"""`server check` against a real server: what it finds, and what `init` closes again."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from admin_house import PASSWORD, Words, add, findings, opened_room, words_of
from postgres import Database, Postgres
from postgres_cluster import Options
from server_house import House

from controlroom.sync.server import setup
from controlroom.sync.server.check import check
from controlroom.sync.server.people import add_login


@pytest.fixture
def words(
    request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Words:
    return words_of(request, capfd, monkeypatch)


@pytest.fixture
def room(bare: House) -> Iterator[Database]:
    yield from opened_room(bare)


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

"""`server init` against a real server, and what every word of an administrator asks for."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg
import pytest
from admin_house import PASSWORD, Words, add, findings, opened_room, words_of
from postgres import Database
from server_house import House

from controlroom.cli.main import run
from controlroom.sync.server import setup
from controlroom.sync.server.matrix import differences
from controlroom.sync.server.people import add_login


@pytest.fixture
def words(
    request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Words:
    return words_of(request, capfd, monkeypatch)


@pytest.fixture
def room(bare: House) -> Iterator[Database]:
    yield from opened_room(bare)


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

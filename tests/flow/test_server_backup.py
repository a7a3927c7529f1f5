"""`server backup` and `restore` against a real server: whole, or one sentence and nothing."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from admin_house import PASSWORD, Words, opened_room, words_of
from postgres import Database
from postgres_cluster import find_programs
from server_house import House, cloned

from controlroom.sync.server.matrix import differences


@pytest.fixture
def words(
    request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Words:
    return words_of(request, capfd, monkeypatch)


@pytest.fixture
def room(bare: House) -> Iterator[Database]:
    yield from opened_room(bare)


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
        [(keys,)] = there.database.query("SELECT count(*) FROM log.person_keys")
    assert made.value["events"] == len(events)
    assert ["abcdef" in plain_of(one) for one in (file, Path(made.value["keys"]))] == [False, True]
    back = words("restore", str(file))
    assert back.value["events"] == len(events) and back.value["chain"] == "ok"
    assert back.value["keys"] == int(keys) > 1
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

"""The words of evidence, against a real server and alone."""

import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from postgres import Database
from serving_house import PASSWORD, Desk, Room

Said = tuple[int, Any, str]


@pytest.fixture
def room(database: Database) -> Iterator[Room]:
    made = Room.new(database)
    yield made
    made.close()


@pytest.fixture
def desk(room: Room) -> Desk:
    return room.desk("asha", "K7")


class Words:
    """The command line on one profile."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.setenv("CONTROLROOM_PASSPHRASE", "an invented night")
        monkeypatch.setenv("CONTROLROOM_PERSON", "asha")

    def __call__(self, *words: str, given: str = "") -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "controlroom", "--profile", str(self.folder), "--json", *words],
            input=given,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Words:
    return Words(tmp_path / "profile", monkeypatch)


def _connected(room: Room, words: Words) -> Words:
    code, _, told = words("connect", room.dsn("asha"), "--user", "asha", "--password-stdin", given=PASSWORD)
    assert code == 0, told
    return words


def _spoil(room: Room, change: str) -> None:
    """As the owner of the server could, with every guard switched off."""
    room.database.query("ALTER TABLE log.events DISABLE TRIGGER events_never_change")
    room.database.query(change)


def test_that_a_connected_desk_verifies_what_every_login_may_see_of_the_room(
    room: Room, desk: Desk, words: Words
) -> None:
    cases = desk.fill(5)
    desk.append(desk.event(room.room, "list_read", {"count": 3}, stream="room"))
    desk.append(desk.event(cases[2], "secret_revealed", {"what": "phone"}))
    _connected(room, words)
    assert words("audit", "verify") == (0, {"events": 32, "ok": True, "first_bad": None}, "")
    assert words("audit", "verify", "2026-0003")[1] == {"events": 7, "ok": True, "first_bad": None}
    assert words("audit", "verify", "2026-K7-0003")[1]["events"] == 7
    code, _, told = words("audit", "verify", "2026-9999")
    assert (code, told) == (2, "There is no case 2026-9999 in the room; look at the number again.\n")


@pytest.mark.parametrize(
    ("change", "first_bad"),
    [
        ("UPDATE log.events SET body = replace(body, 'river', 'lake') WHERE seq = 25", 25),
        ("UPDATE log.events SET body = replace(body, 'P7731', 'P1') WHERE seq = 28", 28),
        ("UPDATE log.events SET actor = 'ravi' WHERE seq = 3", 3),
        ("DELETE FROM log.events WHERE seq = 11", 11),
        ("DELETE FROM log.events WHERE seq >= 29", 29),
        ("UPDATE log.events SET body = '{\"what\": \"all\"}' WHERE kind = 'secret_revealed'", 31),
    ],
)
def test_that_what_was_changed_on_the_server_is_named(
    room: Room, desk: Desk, change: str, first_bad: int, words: Words
) -> None:
    cases = desk.fill(5)
    desk.append(desk.event(cases[2], "secret_revealed", {"what": "phone"}))
    _spoil(room, change)
    reader = "abdul" if "secret_revealed" in change else "asha"  # who may read the event sees its change
    for dsn in (room.database.admin_dsn, room.dsn(reader)):
        code, found, _ = words("audit", "verify", "--dsn", dsn, "--allow-plain-loopback")
        assert (code, found["ok"], found["first_bad"]) == (1, False, first_bad)
        assert found["events"] == first_bad - 1


def test_that_a_log_made_anew_is_not_the_one_that_the_desk_saw(room: Room, desk: Desk, words: Words) -> None:
    desk.fill(3)
    _connected(room, words)
    room.database.query("TRUNCATE work.case_index, work.cursors")
    for table in ("log.streams", "log.numbers"):
        room.database.query(f"DELETE FROM {table}")
    _spoil(room, "TRUNCATE log.events")
    room.database.query("UPDATE log.heads SET last_seq = 0, last_hash = ''")
    desk.fill(3)
    assert words("audit", "verify", "--dsn", room.dsn("asha"))[1]["ok"]
    code, found, told = words("audit", "verify")
    assert (code, found["first_bad"], told) == (1, 1, "")


def test_that_a_desk_alone_verifies_its_own_log(words: Words) -> None:
    for text in ("one", "two"):
        assert words("alert", "add", "--source", "phone", "--text", text)[0] == 0
    code, found, told = words("audit", "verify")
    assert (code, found["ok"], told) == (0, True, "") and found["events"] >= 2


def test_that_the_chain_of_the_database_is_the_one_of_the_program(room: Room, desk: Desk) -> None:
    from controlroom.casework.sharing import SharedEvent
    from controlroom.sync.audited import OfAdministrator
    from controlroom.sync.connection import open_connection
    from controlroom.sync.verify import Verdict, verify_log

    desk.append(desk.alert(uuid.uuid4(), text='a\u0939 \\ " \n ключ', deep={"x": [1, 2.5, None]}))
    with open_connection(room.database.admin_dsn, plain_loopback=True) as connection:
        log = OfAdministrator(connection, room.room)
        assert verify_log(log) == Verdict(1)
        assert isinstance(log.rows(0, 1)[0], SharedEvent)

"""Intake as a service: two at once on one mailbox, by a real shared database: each alert is one row."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from postgres import Database
from sync_house import PASSWORD, House, running, wait_until

from controlroom.casework.room import fetching as room_fetching
from controlroom.sync import fetching as sync_fetching
from controlroom.sync.connection import Connection
from controlroom.sync.server.people import add_login

MAILS = Path(__file__).resolve().parents[1] / "data" / "mails"


@pytest.fixture
def house(database: Database) -> House:
    made = House.new(database)
    with Connection.connect(made.server.admin_dsn(made.name), autocommit=True) as admin:
        for login in ("north", "south"):
            add_login(admin, login, role="intake", password=PASSWORD)
    return made


def _controlroom(profile: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "controlroom", "--profile", str(profile), *words]


def _say(profile: Path, *words: str, given: str = "") -> object:
    done = subprocess.run(
        _controlroom(profile, *words, "--json"),
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _connected(folder: Path, house: House, login: str) -> Path:
    _say(folder, "connect", house.dsn(), "--user", login, "--password-stdin", given=PASSWORD + "\n")
    return folder


@pytest.fixture
def intakes(
    house: House, tmp_path: Path, profile: Path
) -> Iterator[tuple[Path, list[subprocess.Popen[bytes]]]]:
    """Two machines that take in one folder, each with a login and a profile of its own."""
    mailbox = tmp_path / "mailbox"
    mailbox.mkdir()
    running = []
    for login in ("north", "south"):
        folder = _connected(tmp_path / login, house, login)
        words = _controlroom(folder, "intake", "--folder", str(mailbox))
        running.append(subprocess.Popen(words, stdout=subprocess.DEVNULL, env=dict(os.environ)))
    try:
        yield mailbox, running
    finally:
        for process in running:
            process.kill()
            process.wait(60)


def _taken(house: House) -> int:
    rows = house.server.query(
        "SELECT count(DISTINCT stream_id) FROM log.events WHERE kind = 'alert_received'", db=house.name
    )
    return int(rows[0][0])


def test_that_two_intakes_at_once_make_one_row_of_each_mail(
    house: House, intakes: tuple[Path, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    mailbox, (north, south) = intakes
    mails = sorted(MAILS.glob("*.eml"))
    for mail in mails[:6]:
        shutil.copy(mail, mailbox)
    wait_until(lambda: _taken(house) == 6)
    north.kill()  # one of the two is lost: the other takes in what comes now
    for mail in mails[6:9]:
        shutil.copy(mail, mailbox)
    wait_until(lambda: _taken(house) == 9)
    south.send_signal(signal.SIGTERM)
    assert south.wait(60) == 0
    desk = _connected(tmp_path / "desk", house, "asha")
    listed = _say(desk, "cases", "--all")
    assert isinstance(listed, list)
    assert len(listed) == 9
    assert len({case["number"] for case in listed}) == 9
    assert all(case["number"].count("-") == 1 for case in listed), "the room's number, not a desk's"


def test_that_the_room_knows_when_nobody_fetches_its_mail_any_more(
    house: House,
    intakes: tuple[Path, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, (north, south) = intakes
    monkeypatch.setattr(room_fetching, "SILENT", timedelta(seconds=13))
    monkeypatch.setattr(sync_fetching, "EVERY_S", 0.5)  # of the desk; the intakes are programs of their own
    with running(house.plain("asha")) as desk:

        def standing() -> str:
            told = room_fetching.mail_of_room(desk.link.intakes) if desk.links else None
            return told.state if told else ""

        wait_until(lambda: standing() == "ok" and len(desk.link.intakes) == 2)
        assert {one.login for one in desk.link.intakes} == {"north", "south"}
        assert all(one.last_success for one in desk.link.intakes)
        north.send_signal(signal.SIGTERM)  # ended as it should be: it says so
        wait_until(lambda: standing() == "late")
        assert north.wait(60) == 0
        south.kill()  # and one that says nothing any more
        wait_until(lambda: standing() == "down")
    assert room_fetching.mail_of_room(desk.link.intakes) is not None

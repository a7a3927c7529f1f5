"""connect, sync and status as scripts use them: two profiles and a real server."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from postgres import Database, joint_dsn
from sync_house import PASSWORD, House, new_alert, opened, running, wait_until

from controlroom.sync.connection import Connection
from controlroom.sync.server.people import add_login
from controlroom.sync.server.projector import Projector


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


def controlroom(folder: Path, *words: str, typed: str = "") -> Said:
    done = subprocess.run(
        [sys.executable, "-m", "controlroom", "--profile", str(folder), *words, "--json"],
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def room(database: Database) -> House:
    return House.new(database)


def connect(room: House, folder: Path, user: str, password: str = PASSWORD, *more: str) -> Said:
    words = ("connect", room.dsn(), "--user", user, "--password-stdin", *more)
    return controlroom(folder, *words, typed=password + "\n")


def test_that_two_desks_share_by_words_alone(room: House, tmp_path: Path, profile: Path) -> None:
    asha, ravi = tmp_path / "asha", tmp_path / "ravi"
    alone = controlroom(asha, "status").value
    assert (alone["connection"], alone["pushed"], alone["behind"]) == ("alone", 0, 0)
    own = controlroom(asha, "alert", "add", "--source", "phone", "--text", "says goodbye").value["number"]
    joined = connect(room, asha, "asha").value
    assert joined["room"] == "lucknow" and joined["login"] == "asha" and joined["roles"] == ["operator"]
    assert (joined["pushed"], joined["pulled"], joined["refused"], joined["behind"]) == (1, 0, 0, 0)
    assert connect(room, ravi, "ravi").value["pulled"] == 1
    case = controlroom(ravi, "case", "show", own).value
    assert case["number"].endswith("-0001") and case["number"] != own
    controlroom(ravi, "case", "claim", case["number"])
    controlroom(asha, "case", "claim", own)
    assert controlroom(asha, "sync", "--once").value["refused"] == 0
    assert controlroom(ravi, "sync", "--once").value.keys() == {"pushed", "pulled", "refused", "behind"}
    controlroom(asha, "sync", "--once")
    owners = [controlroom(desk, "case", "show", own).value["owner"] for desk in (asha, ravi)]
    assert owners[0] == owners[1] in ("asha", "ravi")
    controlroom(asha, "sync", "--once")
    status = controlroom(asha, "status").value
    assert status["connection"] == "connected" and abs(status["skew_ms"]) < 2_000
    assert (status["login"], status["pending"], status["behind"]) == ("asha", 0, 0)


@pytest.mark.parametrize("ahead_s", [420, -420])
def test_that_a_desk_whose_clock_is_wrong_says_so_and_goes_by_the_servers_time(
    room: House, tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch, ahead_s: int
) -> None:
    wrong, right = tmp_path / "asha", tmp_path / "ravi"
    connect(room, right, "ravi")
    with monkeypatch.context() as off:
        off.setenv("PYTHONPATH", str(Path(__file__).parent / "wrong_clock"))
        off.setenv("CLOCK_AHEAD_S", str(ahead_s))
        connect(room, wrong, "asha")
        told = controlroom(wrong, "status").value
        assert abs(told["skew_ms"] - 1000 * ahead_s) < 20_000
        assert (datetime.fromisoformat(told["clock"]) - datetime.now(UTC)).total_seconds() * ahead_s > 0
        begun = datetime.now(UTC)
        case = controlroom(wrong, "alert", "add", "--source", "phone", "--text", "says goodbye").value
        controlroom(wrong, "sync", "--once")
        controlroom(right, "sync", "--once")
        off.undo()
        controlroom(right, "case", "claim", case["number"])
    controlroom(right, "sync", "--once")
    seen = controlroom(right, "case", "show", case["number"]).value
    assert begun <= datetime.fromisoformat(seen["received_at"]) <= datetime.now(UTC)
    steps = [event for event in seen["events"] if event["kind"] in ("alert_received", "case_claimed")]
    assert [event["kind"] for event in steps] == ["alert_received", "case_claimed"]
    assert steps[0]["at"] < steps[1]["at"] and steps[0]["case_seq"] < steps[1]["case_seq"]
    status = controlroom(wrong, "status").value  # somebody has set its clock
    assert abs(status["skew_ms"]) < 20_000
    begun, slack = datetime.now(UTC), timedelta(seconds=20)
    more = controlroom(wrong, "alert", "add", "--source", "phone", "--text", "another").value
    assert begun - slack <= datetime.fromisoformat(more["received_at"]) <= datetime.now(UTC) + slack


def test_that_each_way_to_fail_is_one_sentence_and_the_right_code(
    room: House, tmp_path: Path, profile: Path
) -> None:
    desk = tmp_path / "desk"
    controlroom(desk, "alert", "add", "--source", "phone", "--text", "says goodbye")
    assert controlroom(desk, "sync", "--once").code == 2
    plain = joint_dsn(room.server, ports=room.ports, dbname=room.name, tls=False)
    faults = [
        connect(room, desk, "asha", "not it"),
        controlroom(desk, "connect", room.dsn(), "--user", "asha"),
        controlroom(desk, "connect", room.dsn(), "--user", "asha", "--password-stdin"),
        controlroom(desk, "connect", "not a dsn", "--user", "a", "--password-stdin", typed="x\n"),
        controlroom(desk, "connect", room.dsn(1), "--user", "asha", "--password-stdin", typed="x\n"),
        controlroom(desk, "connect", plain, "--user", "asha", "--password-stdin", typed=f"{PASSWORD}\n"),
    ]
    assert [fault.code for fault in faults] == [2, 2, 2, 2, 1, 1]
    assert all(fault.out == "" and fault.err.count("\n") == 1 for fault in faults)
    assert not any(PASSWORD in fault.err for fault in faults)
    assert controlroom(desk, "status").value["connection"] == "alone"
    assert connect(room, desk, "asha").value["pushed"] == 1
    other = connect(room, desk, "ravi")
    assert other.code == 2 and "asha" in other.err


def test_that_a_copied_profile_goes_on_as_a_new_desk(room: House, tmp_path: Path, profile: Path) -> None:
    first, copy = tmp_path / "first", tmp_path / "copy"
    connect(room, first, "asha")
    subprocess.run(["cp", "-a", str(first), str(copy)], check=True)
    controlroom(first, "sync", "--once")
    controlroom(copy, "alert", "add", "--source", "phone", "--text", "says goodbye")
    told = controlroom(copy, "status").value
    assert (told["connection"], told["behind"]) == ("refused", None)
    assert told["fault"].startswith("Another copy of this desk's profile is in use;")
    assert controlroom(first, "status").value["connection"] == "connected"  # asking takes nothing from it
    refused = controlroom(copy, "sync", "--once")
    assert refused.code == 1 and "Another copy" in refused.err
    marks = {
        controlroom(first, "status").value["mark"],
        connect(room, copy, "asha", PASSWORD, "--as-new-desk").value["mark"],
    }
    assert len(marks) == 2
    assert controlroom(first, "sync", "--once").value["behind"] == 0
    assert len(controlroom(first, "cases").value) == 1
    assert controlroom(copy, "status").value["pending"] == 0


def test_that_words_go_on_while_the_server_is_away(room: House, tmp_path: Path, profile: Path) -> None:
    desk = tmp_path / "desk"
    connect(room, desk, "asha")
    room.server.query(f"ALTER DATABASE {room.name} ALLOW_CONNECTIONS false")
    case = controlroom(desk, "alert", "add", "--source", "phone", "--text", "says goodbye").value["number"]
    assert controlroom(desk, "case", "claim", case).value["owner"] == "asha"
    away = controlroom(desk, "sync", "--once")
    assert away.code == 1 and away.err.count("\n") == 1
    status = controlroom(desk, "status").value
    assert status["connection"] == "away" and status["pending"] >= 2 and status["fault"]
    unknown = controlroom(desk, "case", "show", "2026-9999")
    assert unknown.code == 1 and "cannot be asked" in unknown.err
    found = controlroom(desk, "search", "goodbye")
    assert len(found.value) == 1 and "Only what is on this desk" in found.err
    room.server.query(f"ALTER DATABASE {room.name} ALLOW_CONNECTIONS true")
    assert controlroom(desk, "sync", "--once").value["pushed"] >= 2


def test_that_an_old_case_is_found_and_opened_from_the_server(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "asha") as asha:
        case = new_alert(asha, "वह नदी किनारे है river bank", phone="98390 12345")
    connect(room, tmp_path / "asha", "asha")
    with Connection.connect(room.server.admin_dsn(room.name), autocommit=True) as admin:
        Projector(admin).run_once()
    ravi = tmp_path / "ravi"
    connect(room, ravi, "ravi")
    with opened(ravi) as profile_of_ravi:  # as if it had been closed long ago, and never taken
        number = profile_of_ravi.reader().cards(is_all=True)[0]["number"]
    late = tmp_path / "late"
    room.server.query("UPDATE work.case_index SET is_open = false, received_at = 0", db=room.name)
    joined = connect(room, late, "sunita").value
    assert joined["pulled"] == 0
    assert controlroom(late, "cases", "--all").value == []
    assert [found["id"] for found in controlroom(late, "search", "नदी").value] == [str(case)]
    again = tmp_path / "again"
    connect(room, again, "sunita")
    assert controlroom(again, "case", "show", number).value["phones"] == ["+919839012345"]
    assert controlroom(again, "case", "show", "2026-9999").code == 2


def test_that_the_status_of_who_was_put_out_says_so(room: House, tmp_path: Path, profile: Path) -> None:
    connect(room, tmp_path / "desk", "asha")
    room.server.query("UPDATE people.logins SET disabled_at = 1 WHERE login = 'asha'", db=room.name)
    status = controlroom(tmp_path / "desk", "status").value
    assert status["connection"] == "refused"
    assert status["fault"] == "The login asha was disabled; ask the administrator."


def test_that_an_administrator_puts_a_person_out_and_the_log_says_who_did(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with Connection.connect(room.server.admin_dsn(room.name), autocommit=True) as admin:
        add_login(admin, "rekha", role="administrator", password=PASSWORD)
    connect(room, tmp_path / "desk", "rekha")
    assert controlroom(tmp_path / "desk", "server", "disable", "nobody").code == 2
    assert controlroom(tmp_path / "desk", "server", "disable", "asha").value["login"] == "asha"
    told = room.server.query("SELECT kind, actor, body::json ->> 'person' FROM log.events", db=room.name)
    assert told == [("person_changed", "rekha", "asha")]
    assert (
        connect(room, tmp_path / "asha", "asha").err
        == "The login asha was disabled; ask the administrator.\n"
    )


def test_that_a_desk_without_a_window_shares_until_it_is_told_to_end(
    room: House, tmp_path: Path, profile: Path
) -> None:
    desk = tmp_path / "desk"
    connect(room, desk, "asha")
    words = [sys.executable, "-m", "controlroom", "--profile", str(desk), "--json", "sync"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        states = []
        while states[-1:] != ["connected"]:
            states.append(json.loads(process.stdout.readline())["connection"])
        case = controlroom(desk, "alert", "add", "--source", "phone", "--text", "says goodbye").value["id"]
        wait_until(lambda: case in room.cases())
        process.terminate()
        assert process.wait(60) == 0


def test_that_the_window_shares_from_the_start_and_ends_at_once(
    room: House, tmp_path: Path, profile: Path
) -> None:
    desk = tmp_path / "desk"
    connect(room, desk, "asha")
    ravi = room.plain("ravi", "M3")
    words = [sys.executable, "-m", "controlroom", "--profile", str(desk)]
    with running(ravi) as there, subprocess.Popen(words, stderr=subprocess.DEVNULL) as window:
        try:
            wait_until(lambda: any(one.login == "asha" for now in there.others for one in now))
            case = ravi.new_case(ring="alert", text="says goodbye", source="phone", facts={})
            there.loop.wake()
            with opened(desk) as beside:
                wait_until(lambda: beside.reader().case_view(case) is not None)
            window.terminate()
            assert window.wait(60) == 0
        finally:
            window.kill()
        wait_until(lambda: there.others[-1] == [])

"""A profile: encrypted, one window, never plain, never silently of another version; and full disks."""

import json
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.errors import BadInput, WorldFault
from controlroom.store import Profile, open_profile
from controlroom.store.desk import files

SECRET = "Ravindra"
SLACK_S = 10  # the machine that runs the tests has other things to do


def fill(profile: Profile, count: int = 1) -> None:
    for _ in range(count):
        with profile.writer.write(actor="asha") as tx:
            alerts.add_alert(tx, source="phone", text=f"{SECRET} रवीन्द्र says goodbye", phone="98390 12345")


def test_that_nothing_of_a_case_can_be_read_in_the_folder(profile: Path) -> None:
    opened = open_profile(profile)
    fill(opened)
    beside = [path.read_bytes() for path in profile.rglob("*") if path.is_file()]
    opened.close()
    found = [path.read_bytes() for path in profile.rglob("*") if path.is_file()] + beside
    for needle in (SECRET.encode(), "रवीन्द्र".encode(), b"9839012345", b"SQLite format"):
        assert not any(needle in data for data in found)
    assert (profile.stat().st_mode & 0o077) == 0


def test_that_a_wrong_passphrase_opens_nothing_and_changes_nothing(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_profile(profile)
    fill(opened)
    opened.close()
    right = (profile / "key.json").read_bytes()
    monkeypatch.setenv("CONTROLROOM_PASSPHRASE", "another")
    with pytest.raises(BadInput, match="passphrase is wrong"):
        open_profile(profile)
    assert (profile / "key.json").read_bytes() == right


def test_that_without_keyring_and_passphrase_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="CONTROLROOM_PASSPHRASE"):
        open_profile(tmp_path / "p")
    assert not (tmp_path / "p" / "room.db").exists()


def test_that_a_passphrase_may_be_asked_for(tmp_path: Path) -> None:
    open_profile(tmp_path / "p", ask=lambda: "typed").close()
    open_profile(tmp_path / "p", ask=lambda: "typed").close()
    with pytest.raises(BadInput):
        open_profile(tmp_path / "p", ask=lambda: "mistyped")


def test_that_a_profile_of_a_newer_version_is_left_alone(profile: Path) -> None:
    opened = open_profile(profile)
    fill(opened)
    opened._gate.raw.execute("PRAGMA user_version = 999")
    opened.close()
    before = (profile / "room.db").read_bytes()
    with pytest.raises(WorldFault, match="newer version"):
        open_profile(profile)
    assert (profile / "room.db").read_bytes() == before


def test_that_a_damaged_key_file_or_database_is_said_plainly(profile: Path) -> None:
    opened = open_profile(profile)
    opened.close()
    kept = (profile / "key.json").read_bytes()
    (profile / "key.json").write_bytes(kept[:20])
    with pytest.raises(WorldFault, match=r"key\.json is damaged"):
        open_profile(profile)
    (profile / "key.json").write_bytes(kept)
    (profile / "room.db").write_bytes(b"rubbish" * 4096)
    with pytest.raises(WorldFault, match="damaged"):
        open_profile(profile)
    (profile / "key.json").unlink()
    with pytest.raises(WorldFault, match="key file"):
        open_profile(profile)


def test_that_an_empty_database_is_never_taken_for_a_new_one(profile: Path) -> None:
    opened = open_profile(profile)
    fill(opened)
    opened.close()
    kept = (profile / "room.db").read_bytes()
    (profile / "room.db").write_bytes(b"")
    with pytest.raises(WorldFault, match="gone or empty"):
        open_profile(profile)
    (profile / "room.db").unlink()
    with pytest.raises(WorldFault, match="gone or empty"):
        open_profile(profile)
    assert not (profile / "room.db").exists()
    (profile / "room.db").write_bytes(kept)
    open_profile(profile).close()


def test_that_a_second_window_is_refused_until_the_first_has_gone(profile: Path) -> None:
    first, second = open_profile(profile), open_profile(profile)
    first.lock_window()
    with pytest.raises(WorldFault, match="already open"):
        second.lock_window()
    first.close()
    second.lock_window()
    second.close()


def test_that_two_processes_never_give_one_number_twice(profile: Path) -> None:
    open_profile(profile).close()
    script = (
        "import sys; from pathlib import Path\n"
        "from controlroom.store import open_profile\n"
        "from controlroom.casework.arriving.alerts import add_alert\n"
        "p = open_profile(Path(sys.argv[1]))\n"
        "for n in range(40):\n"
        "    with p.writer.write(actor='a') as tx:\n"
        "        add_alert(tx, source='x', text=f'alert {n}')\n"
        "p.close()\n"
    )
    workers = [subprocess.Popen([sys.executable, "-c", script, str(profile)]) for _ in range(3)]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0]
    opened = open_profile(profile)
    numbers = [card["number"] for card in opened.reader().cards(is_all=True)]
    problems = opened.reader().check()
    opened.close()
    assert len(numbers) == len(set(numbers)) == 120
    assert problems == []


def test_that_a_window_learns_within_a_second_what_another_process_did(profile: Path) -> None:
    window = open_profile(profile)
    import threading

    heard = threading.Event()
    seen: list[object] = []

    def hear(changes: object) -> None:
        seen.append(changes)
        heard.set()

    window.subscribe(hear)
    other = open_profile(profile)
    fill(other)
    other.close()
    assert heard.wait(1 + SLACK_S)
    assert len(seen[0].new_alerts) == 1
    heard.clear()
    fill(window)
    assert heard.wait(1 + SLACK_S)
    assert not heard.wait(0) or len(seen) == 2
    window.close()
    assert len(seen) == 2  # our own commit was told once, not again by the watch


def test_that_a_full_disk_loses_nothing_that_was_saved(profile: Path) -> None:
    opened = open_profile(profile)
    fill(opened)
    raw = opened._gate.raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorldFault, match="disk is full"):
        fill(opened, 500)
    raw.execute("PRAGMA max_page_count = 4294967294")
    fill(opened)
    counted = len(opened.reader().cards(is_all=True))
    assert opened.reader().check() == []
    opened.close()
    again = open_profile(profile)
    assert len(again.reader().cards(is_all=True)) == counted
    again.close()


def test_that_a_disk_that_is_full_at_the_start_is_called_so(profile: Path) -> None:
    opened = open_profile(profile)
    fill(opened)
    opened.close()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, usual[1]))  # no file may grow, as on a full disk
    try:
        with pytest.raises(WorldFault, match="disk is full"):
            open_profile(profile)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    open_profile(profile).close()


def test_that_an_event_cannot_be_changed_or_removed(profile: Path) -> None:
    import sqlcipher3.dbapi2 as sqlcipher

    opened = open_profile(profile)
    fill(opened)
    raw = opened._gate.raw
    for attempt in ("UPDATE events SET body = '{}'", "DELETE FROM events", "UPDATE events SET actor = 'x'"):
        with pytest.raises(sqlcipher.Error, match="never"):
            raw.execute(attempt)
    assert opened.reader().first_broken() is None
    raw.execute("DROP TRIGGER events_never_change")
    raw.execute("UPDATE events SET actor = 'somebody' WHERE lsn = 1")
    assert opened.reader().first_broken() == 1
    opened.close()


def test_that_a_removed_event_is_named(profile: Path) -> None:
    opened = open_profile(profile)
    fill(opened, 3)
    raw = opened._gate.raw
    raw.execute("DROP TRIGGER events_never_go")
    raw.execute("DELETE FROM events WHERE lsn = 2")
    assert opened.reader().first_broken() == 2
    opened.close()


def test_that_a_use_case_that_fails_leaves_nothing_behind(profile: Path) -> None:
    opened = open_profile(profile)
    fill(opened)
    [card] = opened.reader().cards(is_all=True)
    case = opened.reader().case_id_of(card["number"])
    assert case is not None
    with pytest.raises(BadInput), opened.writer.write(actor="asha") as tx:
        steps.claim_case(tx, case)
        alerts.add_alert(tx, source="x", text="will not stay")
        steps.add_note(tx, case, text="  ")
    assert opened.reader().cards(is_all=True) == [card]
    with opened.writer.write(actor="asha") as tx:
        second = alerts.add_alert(tx, source="x", text="next")
    assert opened.reader().case_card(second)["number"].endswith("-0002")
    opened.close()


def test_that_the_key_file_holds_no_key(profile: Path) -> None:
    opened = open_profile(profile)
    key = opened._key
    opened.close()
    held = json.loads((profile / "key.json").read_bytes())
    assert held["way"] == "passphrase"
    assert key.hex() not in json.dumps(held)


def test_that_processes_that_make_a_profile_at_once_all_open_it(profile: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from controlroom.store import open_profile\n"
        "sys.stdin.read()\n"
        "open_profile(Path(sys.argv[1])).close()\n"
    )
    for round_ in range(3):
        folder = profile / str(round_)
        folder.mkdir(parents=True)
        words = [sys.executable, "-c", script, str(folder)]
        all_of_them = [subprocess.Popen(words, stdin=subprocess.PIPE) for _ in range(5)]
        for one in all_of_them:
            assert one.stdin is not None
            one.stdin.close()
        assert [one.wait(60) for one in all_of_them] == [0] * 5
        opened = open_profile(folder)
        fill(opened)
        opened.close()
        assert sorted(path.name for path in folder.glob("key*")) == ["key.json"]


def test_that_of_two_who_write_one_file_at_once_either_stands_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, first, second = tmp_path / "door.json", b'{"language": "hi"}', b'{"language": "en", "scale": 1.5}'
    others = [threading.Thread(target=files.write_whole, args=(file, second))]

    def meanwhile(handle: int) -> None:
        while others:
            other = others.pop()
            other.start()
            other.join()

    monkeypatch.setattr(files.os, "fsync", meanwhile)
    files.write_whole(file, first)
    assert file.read_bytes() == first
    assert list(tmp_path.iterdir()) == [file]

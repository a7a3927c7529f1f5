"""The words of evidence, against a real server and alone."""

import errno
import hashlib
import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from postgres import Database
from serving_house import PASSWORD, Desk, Room, served_room

from controlroom.cli.case.exporting import _write
from controlroom.errors import WorldFault

Said = tuple[int, Any, str]


@pytest.fixture
def room(database: Database) -> Iterator[Room]:
    yield from served_room(database)


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
            timeout=120,
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
    well = {"ok": True, "first_bad": None}
    assert words("audit", "verify") == (0, {"events": 32, **well, "unread": 2}, "")
    assert words("audit", "verify", "2026-0003")[1] == {"events": 7, **well, "unread": 1}
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


def test_that_a_change_inside_a_stub_is_said_to_be_unchecked_and_found_by_who_may_read_it(
    room: Room, desk: Desk, words: Words
) -> None:
    cases = desk.fill(2)
    desk.append(desk.event(cases[1], "secret_revealed", {"what": "phone"}))
    _spoil(room, "UPDATE log.events SET body = '{\"what\": \"all\"}' WHERE kind = 'secret_revealed'")

    def seen_by(login: str) -> tuple[int, Any, int]:
        code, found, _ = words("audit", "verify", "--dsn", room.dsn(login), "--allow-plain-loopback")
        return code, found["first_bad"], found["unread"]

    assert seen_by("asha") == (0, None, 1)
    assert seen_by("abdul") == (1, 13, 0)
    _spoil(room, "UPDATE log.events SET digest = sha256('another') WHERE kind = 'secret_revealed'")
    assert seen_by("asha") == (1, 13, 0)  # the place holds the digest: that much is checked for everybody


def test_that_a_log_made_anew_is_not_the_one_that_the_desk_saw(room: Room, desk: Desk, words: Words) -> None:
    desk.fill(3)
    _connected(room, words)
    room.database.query("TRUNCATE work.case_index, work.cursors")
    room.database.query("DELETE FROM log.numbers")
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


# --- signed heads -----------------------------------------------------------------------------------------


def _kept_head(words: Words, folder: Path) -> Path:
    code, head, told = words("audit", "head", "--sign")
    assert code == 0, told
    assert set(head) == {"room", "seq", "hash", "signed_at", "key", "signature"}
    path = folder / "head.json"
    path.write_text(json.dumps(head))
    return path


def test_that_a_signed_head_of_a_desk_alone_is_found_again_and_a_changed_one_is_not(
    words: Words, tmp_path: Path
) -> None:
    words("alert", "add", "--source", "phone", "--text", "one")
    head = _kept_head(words, tmp_path)
    words("alert", "add", "--source", "phone", "--text", "two")
    code, found, told = words("audit", "check-head", str(head))
    assert (code, found["ok"], told) == (0, True, "")
    head.write_text(head.read_text().replace('"seq": ', '"seq": 1'))
    code, _, told = words("audit", "check-head", str(head))
    assert code == 2 and "signature" in told
    head.write_text("[1]")
    assert words("audit", "check-head", str(head))[0] == 2


def test_that_a_head_signed_at_a_desk_convicts_a_server_that_was_made_anew(
    room: Room, desk: Desk, words: Words, tmp_path: Path
) -> None:
    desk.fill(2)
    head = _kept_head(_connected(room, words), tmp_path)
    desk.fill(1)
    assert words("audit", "check-head", str(head))[0] == 0
    _spoil(room, "UPDATE log.events SET hash = sha256(hash) WHERE seq = 12")
    code, found, _ = words("audit", "check-head", str(head))
    assert (code, found["ok"], found["seq"]) == (1, False, 12)


# --- the export -------------------------------------------------------------------------------------------


def _check(folder: Path) -> tuple[int, str]:
    """As somebody does who has not our program."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "check_export.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def _export_alone(words: Words, tmp_path: Path) -> tuple[Path, dict[str, Any], bytes]:
    mail = Path(__file__).parent.parent / "data" / "mails" / "english-text.eml"
    assert words("import", str(mail))[0] == 0
    number = words("cases", "--all")[1][0]["number"]
    folder = tmp_path / "out" / "case"
    code, done, told = words("audit", "export", number, str(folder))
    assert code == 0, told
    return folder, done, mail.read_bytes()


def test_that_an_export_proves_itself_without_the_program(words: Words, tmp_path: Path) -> None:
    folder, done, raw = _export_alone(words, tmp_path)
    assert (folder / "mail-1.eml").read_bytes() == raw
    assert _check(folder)[0] == 0
    lines = [json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines()]
    assert [line["case_seq"] for line in lines] == list(range(1, done["events"] + 1))
    assert lines[-1]["kind"] == "copied_out"  # the event first, the thing second
    for name in ("README.txt", "certificate.txt"):
        text = (folder / name).read_text()
        assert "63(4)" in text and "धारा 63(4)" in text and "{" not in text
    assert hashlib.sha256(raw).hexdigest() in (folder / "certificate.txt").read_text()


def test_that_a_changed_file_of_an_export_is_found(words: Words, tmp_path: Path) -> None:
    folder, _, _ = _export_alone(words, tmp_path)
    for name in ("events.jsonl", "mail-1.eml", "certificate.txt", "proof.json"):
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole.replace(b"e", b"E", 1))
        code, said = _check(folder)
        assert code == 1 and name in said
        (folder / name).write_bytes(whole)
    assert _check(folder)[0] == 0


def test_that_an_export_overwrites_nothing(words: Words, tmp_path: Path) -> None:
    folder, _, _ = _export_alone(words, tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    number = words("cases", "--all")[1][0]["number"]
    for taken in (folder, folder / "README.txt"):
        code, _, told = words("audit", "export", number, str(taken))
        assert code == 2 and "nothing is overwritten" in told
    code, _, told = words("audit", "export", number, str(folder / "README.txt" / "deeper"))
    assert code == 1 and "name another one" in told
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_that_a_disk_that_fills_up_leaves_no_half_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, opens = tmp_path / "half", Path.open

    def full(path: Path, *how: Any) -> Any:
        if path.name == "b.txt":
            raise OSError(errno.ENOSPC, "No space left on device")
        return opens(path, *how)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(WorldFault, match="is full"):
        _write(folder, {"a.txt": b"a", "b.txt": b"b"})
    assert list(folder.iterdir()) == []


def test_that_a_connected_export_leads_up_to_the_signed_head_of_the_room(
    room: Room, desk: Desk, words: Words, tmp_path: Path
) -> None:
    cases = desk.fill(4)
    desk.append(desk.event(cases[1], "secret_revealed", {"what": "phone"}))
    desk.append(desk.event(room.room, "list_read", {"count": 3}, stream="room"))
    _connected(room, words)
    folder = tmp_path / "case"
    code, done, told = words("audit", "export", "2026-0002", str(folder))
    assert code == 0, told
    assert (done["events"], done["stubs"]) == (8, 2)  # an operator may not read who looked, nor who copied
    assert _check(folder)[0] == 0
    assert room.database.query("SELECT count(*) FROM log.events WHERE kind = 'copied_out'") == [(1,)]
    chain = (folder / "chain.txt").read_text().splitlines()
    chain[-1] = "00" * 32
    (folder / "chain.txt").write_text("\n".join(chain) + "\n")
    sums = (folder / "SHA256SUMS").read_text().splitlines()
    digest = hashlib.sha256((folder / "chain.txt").read_bytes()).hexdigest()
    sums = [f"{digest}  chain.txt" if line.endswith("chain.txt") else line for line in sums]
    (folder / "SHA256SUMS").write_text("\n".join(sums) + "\n")
    assert _check(folder)[0] == 1


def test_that_the_chain_of_the_database_is_the_one_of_the_program(room: Room, desk: Desk) -> None:
    from controlroom.casework.room.sharing import SharedEvent
    from controlroom.sync.audited import OfAdministrator
    from controlroom.sync.connection import open_connection
    from controlroom.sync.verify import Verdict, verify_log

    desk.append(desk.alert(uuid.uuid4(), text='a\u0939 \\ " \n ключ', deep={"x": [1, 2.5, None]}))
    with open_connection(room.database.admin_dsn, plain_loopback=True) as connection:
        log = OfAdministrator(connection, room.room)
        assert verify_log(log) == Verdict(1)
        assert isinstance(log.rows(0, 1)[0], SharedEvent)


# --- labels of origin -------------------------------------------------------------------------------------


def test_that_a_label_that_no_desk_found_is_not_borne_out_by_its_mail(
    room: Room, desk: Desk, words: Words
) -> None:
    mail = b"From: Alerts <alerts@facebookmail.com>\r\nTo: smc@example.org\r\nSubject: alert\r\n\r\ninvented"
    desk.connection.execute("SELECT api.put_blob(%b)", (mail,))
    forged = {"label": "verified", "why": "Signed by facebookmail.com, key of 2048 bits.", "key": "v=DKIM1"}
    told = {"mail": hashlib.sha256(mail).hexdigest(), "authenticity": forged}
    honest = {"authenticity": {"label": "unverified", "why": "", "key": ""}}
    events = [desk.alert(uuid.uuid4(), **body) for body in (told, {"authenticity": forged}, honest)]
    assert {verdict for verdict, _, _ in desk.append(*events)} == {"accepted"}
    _connected(room, words)
    for number, mail_name in (("2026-0001", told["mail"]), ("2026-0002", "")):
        code, found, _ = words("audit", "verify", number)
        label = {"mail": mail_name, "label": "verified", "by": "asha", "again": "contradicts"}
        assert (code, found["ok"], found["first_bad"], found["labels"]) == (1, False, None, [label])
    code, found, _ = words("audit", "verify", "2026-0003")
    assert code == 0 and "labels" not in found

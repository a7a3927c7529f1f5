"""The words of the command line for what leaves the room, against real receivers; no secret is printed."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from receivers import PASSWORD, HttpsReceiver, SmtpReceiver

from controlroom.casework.arriving import alerts
from controlroom.casework.handing.connectors import CHANGES
from controlroom.cli.main import run
from controlroom.store import open_profile

Words = Callable[..., "Said"]


class Said(NamedTuple):
    """What a word printed."""

    stdout: str
    stderr: str


@pytest.fixture
def words(profile: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Words:
    """The words in this process: starting a new one for each would take the most of the time."""

    def say(*told: str, typed: str = "", code: int = 0) -> Said:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            ended = run(["--profile", str(profile), *told])
        except SystemExit as wrong:
            ended = int(str(wrong.code))
        said = Said(*(one.decode() for one in capfdbinary.readouterr()))
        assert ended == code, (told, said)
        assert PASSWORD not in said.stdout + said.stderr
        return said

    return say


def value(said: Said) -> Any:
    return json.loads(said.stdout)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[tuple[HttpsReceiver, SmtpReceiver]]:
    eido, mail = HttpsReceiver(tmp_path / "tls"), SmtpReceiver(tmp_path / "tls", is_implicit=False)
    yield eido, mail
    eido.close()
    mail.close()


def a_case(profile: Path) -> str:
    """Its number."""
    opened = open_profile(profile)
    with opened.writer.write(actor="asha") as tx:
        number = tx.number_of(alerts.add_alert(tx, source="phone", text="98390 12345"))
    opened.close()
    return number


def test_that_a_case_is_handed_over_by_words_alone(
    words: Words, profile: Path, there: tuple[HttpsReceiver, SmtpReceiver]
) -> None:
    eido, mail = there
    eido.reply = b'{"eventId": "P26112900123", "status": "en route"}'
    to, server = f"https://localhost:{eido.port}/eido", f"smtp://room@localhost:{mail.port}"
    trust = ("--ca-file", str(eido.ca_file))
    words("connector", "add", "up112", "--kind", "eido-https", "--to", to, "--receiver", "112", *trust)
    words(
        *("connector", "add", "lucknow", "--kind", "smtp", "--to", "control@up.example", "--server", server),
        *("--from", "room@hq.example", "--receiver", "district", "--lang", "en", "--password-stdin", *trust),
        typed=f"{PASSWORD}\n",
    )
    listed = value(words("connector", "list", "--json"))
    assert [(one["name"], one["kind"], one["has_secret"]) for one in listed] == [
        ("up112", "eido-https", False),
        ("lucknow", "smtp", True),
    ]
    assert value(words("connector", "test", "lucknow", "--json"))["ok"] is True
    number = a_case(profile)
    words("handover", "callback", "0522-2724003")
    text = value(words("handover", "text", number, "--to", "lucknow", "--json"))["text"]
    assert number in text and "0522-2724003" in text
    words("case", "handover", number, "--to", "up112", "lukcnow", code=2)
    over = value(words("case", "handover", number, "--to", "up112", "lucknow", "family", "--json"))
    assert over["state"] == "handed over"
    assert value(words("handover", "run", "--once", "--json")) == {"sent": 2, "failed": 0, "waiting": 0}
    assert value(words("handover", "run", "--once", "--json")) == {"sent": 0, "failed": 0, "waiting": 0}
    assert len(eido.incidents) == len(mail.incidents) == 1
    card = value(words("case", "show", number, "--json"))
    assert card["state"] == "en route"
    report = next(event for event in card["events"] if event["kind"] == "report_received")
    assert report["body"]["ref"] == "P26112900123"
    eido.go_away()
    words("case", "handover", number, "--to", "up112")
    failed = words("handover", "run", "--once", "--json", code=1)
    assert value(failed) == {"sent": 0, "failed": 1, "waiting": 1}
    assert "closed or refused" in failed.stderr
    words("connector", "remove", "up112", code=2)  # something waits for it
    assert value(words("handover", "list", "--json"))[0]["connector"] == "up112"
    words("connector", "remove", "lucknow")
    words("connector", "test", "up112", code=1)


def test_that_who_adds_or_removes_a_way_out_leaves_a_trace_without_a_secret(
    words: Words, there: tuple[HttpsReceiver, SmtpReceiver], profile: Path
) -> None:
    eido, mail = there
    web = f"https://localhost:{eido.port}/hooks/kept-secret?key=kept-secret"
    box = f"smtp://room:{PASSWORD}@localhost:{mail.port}/control@up.example"
    for name, kind, address in (("up112", "eido-https", web), ("box", "smtp", box)):
        words("connector", "add", name, "--kind", kind, "--to", address, "--as", "asha", typed="")
    words("connector", "remove", "up112", "--as", "ravi")
    opened = open_profile(profile)
    events = opened.reader().events(CHANGES)
    opened.close()
    assert all(one.kind == "connector_changed" for one in events)
    told = [(one.actor, one.body["change"], one.body["name"], one.body["kind"]) for one in events]
    assert told == [
        ("asha", "added", "up112", "eido-https"),
        ("asha", "added", "box", "smtp"),
        ("ravi", "removed", "up112", "eido-https"),
    ]
    assert not any(word in str(one.body) for one in events for word in (PASSWORD, "kept-secret"))
    assert events[0].body["to"] == f"https://localhost:{eido.port}"
    log = value(words("connector", "log", "--json"))
    assert [(one["actor"], one["change"], one["name"]) for one in log] == [one[:3] for one in told]


def test_that_an_address_may_hold_everything_and_a_password_in_it_is_not_kept_there(
    words: Words, profile: Path, tmp_path: Path
) -> None:
    other = SmtpReceiver(tmp_path / "tls")
    address = f"smtps://room:{PASSWORD}@localhost:{other.port}/control@up.example"
    words("connector", "add", "mail", "--kind", "smtp", "--to", address, "--ca-file", str(other.ca_file))
    words("connector", "add", "files", "--kind", "cap-folder", "--to", str(tmp_path / "new"))
    assert value(words("connector", "list", "--json"))[0]["to"] == address.replace(f":{PASSWORD}", "")
    words("case", "handover", a_case(profile), "--to", "mail", "files")
    assert value(words("handover", "run", "--once", "--json"))["sent"] == 2
    assert len(other.incidents) == len(list((tmp_path / "new").iterdir())) == 1
    other.close()


def test_that_what_cannot_work_is_bad_input(words: Words) -> None:
    plain = ("connector", "add", "x", "--kind", "cap-https", "--to", "http://127.0.0.1:9/cap")
    words(*plain, code=2)
    words("connector", "add", "x", "--kind", "cap-https", "--to", "http://up.example/", code=2)
    words("connector", "add", "x", "--kind", "smtp", "--to", "nobody", code=2)
    words("connector", "remove", "x", code=2)
    words(*plain, "--allow-plain-loopback")
    words(*plain, "--allow-plain-loopback", code=2)
    words("handover", "callback", "nobody", code=2)

"""Finding on the command line: tries, candidates, the choice, what to try next, whose it is."""

import email
import email.policy
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from receivers import PASSWORD, SmtpReceiver

from controlroom.cli.main import run
from controlroom.places.atlas import Atlas
from controlroom.places.offices import CACHE

STATIONS = Path(__file__).resolve().parents[1] / "data" / "places" / "stations.csv"
Desk = Callable[..., Any]


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The post offices, read and cleaned once: a second and a half that each profile would take anew."""
    atlas = Atlas(tmp_path_factory.mktemp("offices"))
    atlas.where(26.85, 80.95)
    return next(tmp_path_factory.getbasetemp().glob("offices*")) / CACHE


@pytest.fixture
def desk(profile: Path, offices: Path, capfd: pytest.CaptureFixture[str]) -> Desk:
    (profile / "places").mkdir(parents=True, exist_ok=True)
    shutil.copy(offices, profile / "places" / CACHE)

    def words(*given: str, code: int = 0) -> Any:
        capfd.readouterr()
        got = run(["--profile", str(profile), *given, "--json"])
        out, err = capfd.readouterr()
        assert got == code, err
        return json.loads(out) if out.strip() else err

    return words


def add(desk: Desk, text: str = "on the railway track, goodbye") -> str:
    more = ("--phone", "98390 12345", "--account", "https://www.facebook.com/ravi.example")
    return str(desk("alert", "add", "--source", "phone", "--text", text, *more)["number"])


def test_that_tries_candidates_and_the_choice_lead_to_whose_it_is(desk: Desk) -> None:
    desk("places", "import", str(STATIONS))
    number = add(desk)
    proposed = desk("case", "next", number)["next"]
    assert proposed[0]["source"] == "stf"
    assert "+919839012345" in proposed[0]["text_en"] and "लोकेशन" in proposed[0]["text_hi"]
    assert {"meta", "landmark", "subscriber"} <= {one["source"] for one in proposed}
    desk("case", "tried", number, "--source", "stf", "--status", "asked", "--given-by", "STF desk")
    assert "stf" not in {one["source"] for one in desk("case", "next", number)["next"]}
    desk("case", "place", number, "--text", "26.8467, 80.9462", "--source", "stf", "--accuracy-m", "350")
    kept = desk(
        "case", "place", number, "--text", "थाना काकादेव, कानपुर", "--source", "family", "--candidate",
        "--given-by", "brother",
    )  # fmt: skip
    assert kept["place"]["source"] == "stf"
    odd = desk("case", "next", number)["remarks"]
    assert [(one["at"], one["kind"]) for one in odd] == [(1, "apart")]
    chosen = desk("case", "choose", number, "2", "--reason", "the brother saw him there")
    assert (chosen["place"]["source"], chosen["district"]) == ("family", "Kanpur Nagar")
    first, *others = desk("case", "whose", number)["proposed"]
    assert (first["force"], first["district"], first["thana"]) == (
        "commissionerate",
        "Kanpur Nagar",
        "Kakadeo",
    )
    assert "grp" in {one["force"] for one in others}
    decided = desk("case", "whose", number, "--district", "कानपुर नगर", "--thana", "Kakadeo", "--reason", "x")
    assert decided["jurisdiction"]["force"] == "commissionerate"


def test_that_a_copied_request_is_an_event(desk: Desk) -> None:
    number = add(desk)
    desk("case", "next", number)
    events = desk("case", "show", number)["events"]
    assert ("copied_out", "requests") in {(one["kind"], one["body"].get("field")) for one in events}


def test_that_not_at_the_place_goes_back_to_finding_with_all_that_is_known(desk: Desk) -> None:
    number = add(desk)
    desk("case", "place", number, "--text", "26.8467, 80.9462", "--source", "stf")
    desk("case", "place", number, "--text", "26.40, 80.30", "--source", "friend", "--candidate")
    desk("case", "handover", number, "--to", "112")
    assert desk("case", "report", number, "not-at-place")["state"] == "locating"
    first, second, *_ = desk("case", "next", number)["next"]
    assert first["source"] == "candidate"
    assert (second["source"], second["why"]) == ("stf", "not-there")


def test_that_outside_the_state_is_said_and_the_state_can_be_told(desk: Desk) -> None:
    number = add(desk)
    placed = desk("case", "place", number, "--text", "25.6100, 85.1400", "--source", "stf")
    assert (placed["outside"], placed["outside_state"]) == (True, "Bihar")
    proposed = desk("case", "whose", number)["proposed"]
    assert (proposed[0]["force"], proposed[0]["state"]) == ("other-state", "Bihar")
    decided = desk("case", "whose", number, "--state", "Bihar", "--reason", "by the point")
    assert decided["jurisdiction"]["force"] == "other-state"
    spelt = desk("case", "whose", number, "--state", "उत्तराखंड", "--reason", "the family says so")
    assert spelt["jurisdiction"]["state"] == "Uttarakhand"
    asked = desk("case", "place", number, "--text", "Patna, Bihar", code=2)
    assert [one["state"] for one in asked["understood"]] == ["Bihar"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("choose", "NUMBER", "3", "--reason", "x"), "no place 3"),
        (("choose", "NUMBER", "1", "--reason", " "), "why this place"),
        (("whose", "NUMBER", "--district", "Narnia", "--reason", "x"), "not a district"),
        (("whose", "NUMBER", "--district", "Agra"), "why it is theirs"),
        (("whose", "NUMBER", "--district", "Agra", "--state", "Bihar", "--reason", "x"), "either"),
        (("whose", "NUMBER", "--state", "Narnia", "--reason", "x"), "no other state"),
        (("whose", "NUMBER", "--state", "Uttar Pradesh", "--reason", "x"), "no other state"),
        (("place", "NUMBER", "--text", "///filled.count.soap"), "what3words"),
        (("place", "NUMBER", "--text", "999999"), "999999"),
    ],
)
def test_that_what_cannot_be_used_is_said(desk: Desk, words: tuple[str, ...], part: str) -> None:
    number = add(desk)
    desk("case", "place", number, "--lat", "26.85", "--lon", "80.95")
    assert part in desk("case", *(number if word == "NUMBER" else word for word in words), code=2)


@pytest.fixture
def mailbox(tmp_path: Path) -> Iterator[SmtpReceiver]:
    made = SmtpReceiver(tmp_path / "tls", is_implicit=False)
    yield made
    made.close()


def test_that_a_request_goes_out_by_mail_once_and_is_noted_as_asked(
    desk: Desk, mailbox: SmtpReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = add(desk, "I will take pills, Ravi Kumar")
    assert "no e-mail connector" in desk("case", "next", number, "--send", "stf", code=2)
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD))
    desk(
        "connector", "add", "stf", "--kind", "smtp", "--to", "stf@up.example",
        "--server", f"smtp://room@localhost:{mailbox.port}", "--from", "room@up.example",
        "--ca-file", str(mailbox.ca_file), "--password-stdin", "--lang", "en",
    )  # fmt: skip
    left = desk("case", "next", number, "--send", "stf", "--lang", "en")["next"]
    assert "stf" not in {one["source"] for one in left}
    assert desk("handover", "run", "--once")["sent"] == 1
    assert desk("handover", "run", "--once")["sent"] == 0
    [raw] = mailbox.incidents.values()
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    text = f"{mail['Subject']} {mail.get_content()}"
    assert "+919839012345" in text and "pills" not in text and "Ravi" not in text
    kinds = [one["kind"] for one in desk("case", "show", number)["events"]]
    assert kinds.count("location_tried") == kinds.count("handover_sent") == 1

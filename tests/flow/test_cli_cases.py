"""The command line as scripts use it: JSON alone on standard output, exit codes, plain sentences."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from words_house import Words, words_on

from controlroom.cli.main import parser, run
from controlroom.errors import WorldFault

Run = Any
PARTS_OF_NO_WORD = ("main", "window", "desk", "output", "labels", "language", "helping")


@pytest.fixture
def desk(profile: Path, capfd: pytest.CaptureFixture[str]) -> Words:
    return words_on(profile, capfd)


def add(desk: Words, text: str = "says goodbye", *more: str) -> str:
    return desk("alert", "add", "--source", "phone", "--text", text, *more)["number"]


def test_that_a_case_goes_from_alert_to_closed_by_words_alone(desk: Words) -> None:
    number = add(desk, "रवि says goodbye", "--account", "https://fb.com/ravi.k", "--phone", "98390 12345")
    [row] = desk("cases")
    assert row["account_urls"] == ["https://www.facebook.com/ravi.k"]
    assert row["phones"] == ["+919839012345"]
    assert (row["state"], row["owner"], row["place"], row["joined"], row["related"]) == (
        "new",
        "",
        None,
        [],
        [],
    )
    assert desk("case", "claim", number)["owner"] == "asha"
    assert desk("case", "triage", number, "--category", "attempt", "--live")["priority"] == 1
    placed = desk(
        *(
            "case",
            "place",
            number,
            "--lat",
            "26.85",
            "--lon",
            "80.95",
            "--accuracy-m",
            "350",
            "--source",
            "stf",
        )
    )
    assert placed["state"] == "located"
    assert (placed["place"]["lat"], placed["place"]["accuracy_m"], placed["place"]["source"]) == (
        26.85,
        350,
        "stf",
    )
    assert placed["district"] == "Lucknow"
    assert desk("case", "handover", number, "--to", "112", "district")["state"] == "handed over"
    for step, state in (
        ("acknowledged", "acknowledged"),
        ("en-route", "en route"),
        ("at-scene", "at scene"),
        ("not-at-place", "locating"),
        ("with-person", "with the person"),
    ):
        assert desk("case", "report", number, step, "--from", "PRV 1")["state"] == state
    ended = desk("case", "outcome", number, "--fact", "reached", "--fact", "alive")
    assert (ended["state"], ended["saved"]) == ("outcome", True)
    assert desk("case", "close", number)["state"] == "closed"
    assert desk("cases") == []
    assert len(desk("cases", "--all")) == 1
    assert desk("case", "reopen", number, "brother rang")["state"] == "outcome"


def test_that_a_shown_case_lists_its_events_with_both_times(desk: Words) -> None:
    number = add(desk)
    earlier = (datetime.now().astimezone() - timedelta(minutes=7)).isoformat()
    desk("case", "claim", number)
    desk("case", "report", number, "at-scene", "--at", earlier)
    shown = desk("case", "show", number)
    events = {event["kind"]: event for event in shown["events"]}
    report = events["report_received"]
    assert datetime.fromisoformat(report["happened_at"]) == datetime.fromisoformat(earlier)
    assert datetime.fromisoformat(report["at"]) > datetime.fromisoformat(report["happened_at"])
    assert [event["case_seq"] for event in shown["events"]] == list(range(1, len(shown["events"]) + 1))
    assert {
        "id",
        "kind",
        "at",
        "happened_at",
        "recorded_at",
        "actor",
        "desk",
        "seq",
        "case_seq",
        "body",
    } == set(report)
    assert report["actor"] == "asha"
    assert "case_opened" in events


def test_that_every_listing_is_one_event(desk: Words, profile: Path) -> None:
    add(desk)
    before = desk("audit", "verify")["events"]
    desk("cases")
    desk("search", "goodbye")
    assert desk("audit", "verify") == {"events": before + 2, "ok": True, "first_bad": None, "unread": 0}


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("case", "claim", "2026-XX-0001"), 2, "no case"),
        (("case", "note", "NUMBER", " "), 2, "nothing written"),
        (("case", "close", "NUMBER"), 2, "how"),
        (("case", "reopen", "NUMBER"), 2, "open already"),
        (("case", "review", "NUMBER"), 2, "no outcome"),
        (("case", "release", "NUMBER"), 2, "Nobody holds"),
        (("case", "undo", "NUMBER"), 2, "no step"),
        (("case", "outcome", "NUMBER"), 2, "either"),
        (("case", "outcome", "NUMBER", "--fact", "alive", "died"), 2, "both alive and dead"),
        (("case", "place", "NUMBER", "--lat", "126", "--lon", "80"), 2, "Latitude"),
        (("case", "place", "NUMBER", "--lat", "0", "--lon", "0"), 2, "lies in the sea"),
        (("case", "place", "NUMBER", "--text", "zzqx"), 2, "No place"),
        (("case", "place", "NUMBER", "--text", "zzzz qqqq"), 2, "No place"),
        (("places", "where", "99", "80"), 2, "Latitude"),
        (("places", "where", "nan", "80"), 2, "Latitude"),
        (("cases", "--profile", ""), 2, "folder"),
        (("case", "place", "NUMBER"), 2, "--lat"),
        (("case", "report", "NUMBER", "at-scene", "--at", "2999-01-01T00:00:00Z"), 2, "still to come"),
        (("case", "join", "NUMBER", "NUMBER", "--reason", "x"), 2, "itself"),
        (("case", "split", "NUMBER", "NUMBER"), 2, "not joined"),
        (("alert", "add", "--source", "phone", "--text", "x", "--phone", "12"), 2, "not a phone"),
        (("alert", "add", "--source", "phone", "--text", "x", "--account", "http://x.example"), 2, "account"),
        (("places", "import", "/no/such/file.geojson"), 2, "file"),
    ],
)
def test_that_bad_input_is_one_plain_sentence_and_changes_nothing(
    desk: Words, words: tuple[str, ...], code: int, part: str
) -> None:
    number = add(desk)
    before = desk("case", "show", number)["events"]
    got, sentence = desk(*(number if word == "NUMBER" else word for word in words), fails=True)
    assert got == code
    assert part in sentence
    assert len(desk("case", "show", number)["events"]) == len(before) + 1  # the second look


def test_that_an_ambiguous_place_is_asked_back(
    profile: Path, desk: Words, capfd: pytest.CaptureFixture[str]
) -> None:
    number = add(desk)
    code = run(["--profile", str(profile), "case", "place", number, "--text", "Rampur", "--json"])
    understood = json.loads(capfd.readouterr().out)["understood"]
    [row] = desk("cases")
    assert code == 2
    assert len(understood) > 1
    assert row["place"] is None


def test_that_a_near_spelling_is_asked_back_and_a_right_one_is_not(desk: Words, profile: Path) -> None:
    number = add(desk)
    assert run(["--profile", str(profile), "case", "place", number, "--text", "Hazratganj Lucknow"]) == 2
    assert desk("case", "place", number, "--text", "चिनहट")["district"] == "Lucknow"


@pytest.mark.parametrize(
    "text",
    [
        "26.8467, 80.9462",
        "26°50'48\"N 80°56'46\"E",
        "https://maps.google.com/?q=26.8467,80.9462",
        "२६.८४६७, ८०.९४६२",
    ],
)
def test_that_a_pasted_coordinate_is_understood(desk: Words, text: str) -> None:
    placed = desk("case", "place", add(desk), "--text", text)
    assert placed["place"]["lat"] == pytest.approx(26.8467, abs=2e-4)
    assert placed["place"]["lon"] == pytest.approx(80.9462, abs=2e-4)
    assert len(placed["understood"]) == 1


def test_that_a_second_person_reviews(desk: Words) -> None:
    number = add(desk)
    assert desk("case", "outcome", number, "--not-reached", "phone-off")["saved"] is False
    assert desk("case", "review", number, fails=True)[0] == 2
    assert desk("case", "review", number, person="bilal")["review_due"] is False


def test_that_nobody_closes_alone_what_nobody_reached(desk: Words) -> None:
    number = add(desk)
    closing = desk("case", "close", number, "no such street")
    assert (closing["closing"], closing["next_step"], closing["owner"]) == (True, "review", "asha")
    assert [row["number"] for row in desk("cases")] == [number]
    assert "second person" in desk("case", "review", number, fails=True)[1]
    assert "review" in desk("case", "close", number, "once more", fails=True)[1]
    assert desk("case", "review", number, person="bilal")["state"] == "closed"
    assert "why" in desk("case", "reopen", number, fails=True)[1]
    assert desk("case", "reopen", number, "the friend knows the street")["state"] == "claimed"


def test_that_undo_takes_back_one_step_at_a_time(desk: Words) -> None:
    number = add(desk)
    desk("case", "claim", number)
    desk("case", "outcome", number, "--fact", "alive")
    assert desk("case", "undo", number)["saved"] is None
    assert desk("case", "undo", number)["owner"] == ""


def test_that_two_cases_of_one_account_are_related_and_joined(desk: Words) -> None:
    first = add(desk, "one", "--account", "https://www.facebook.com/ravi.k")
    second = add(desk, "two", "--account", "https://m.facebook.com/ravi.k?ref=x")
    assert {row["number"]: row["related"] for row in desk("cases")} == {first: [], second: [first]}
    joined = desk("case", "join", second, first, "--reason", "same account")
    assert (joined["joined"], joined["state"]) == ([first], "closed")
    assert desk("search", second)[0]["number"] in (first, second)
    assert desk("case", "split", first, second)["joined"] == []


def test_that_help_stands_everywhere_with_an_example(capfd: pytest.CaptureFixture[str]) -> None:
    def walk(words: list[str]) -> int:
        with pytest.raises(SystemExit) as ended:
            parser().parse_args([*words, "--help"])
        assert ended.value.code == 0
        text = capfd.readouterr().out
        nouns = _choices(parser(), words)
        assert "Example" in text or words[-1:] in (["add"], ["verify"]), words
        return 1 + sum(walk([*words, noun]) for noun in nouns)

    assert walk([]) > 25


def _choices(top: Any, words: list[str]) -> list[str]:
    import argparse

    current = top
    for word in words:
        current = next(a for a in current._actions if isinstance(a, argparse._SubParsersAction)).choices[word]
    nested = [a for a in current._actions if isinstance(a, argparse._SubParsersAction)]
    return list(nested[0].choices) if nested else []


def test_that_the_profile_may_stand_before_and_after_any_word(desk: Words, profile: Path) -> None:
    number = add(desk)
    for words in (["--profile", "P", "case", "show"], ["case", "--profile", "P", "show"]):
        given = [str(profile) if word == "P" else word for word in words]
        assert run([*given, number]) == 0
        assert run(["case", "show", number.lower(), "--profile", str(profile)]) == 0


def test_that_the_counts_of_an_import_add_up(desk: Words, tmp_path: Path) -> None:
    mails = [b"Subject: %d\n\nsuicide 9839012345\n" % number for number in range(3)]
    folder = tmp_path / "mails"
    folder.mkdir()
    for name, raw in enumerate([*mails, mails[0], b"\0\1\2" * 40]):
        (folder / f"{name}.eml").write_bytes(raw)
    first = folder / "0.eml"
    assert desk("import", str(first))["alerts"] == 1
    counts = desk("import", str(folder), str(first))
    assert counts == {"mails": 6, "alerts": 2, "cases": 3, "quarantined": 1, "duplicates": 3}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("nonsense",), "invalid choice"),
        (("case", "claim"), "NUMBER"),
        (("cases", "--at", "x"), "unrecognized"),
    ],
)
def test_that_wrong_use_is_one_line(
    words: tuple[str, ...], part: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(list(words))
    out, err = capfd.readouterr()
    assert (ended.value.code, out, err.count("\n")) == (2, "", 1)
    assert part in err


def _in_c_locale(profile: Path, *words: str, stdout: Any = subprocess.PIPE) -> Any:
    plain = {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "CONTROLROOM_PASSPHRASE": "fourteen words",
    }
    program = [sys.executable, "-m", "controlroom", "--profile", str(profile), *words]
    return subprocess.run(
        program, stdout=stdout, stderr=subprocess.PIPE, check=False, env={**os.environ, **plain}
    )


def test_that_hindi_goes_in_and_out_in_any_locale(tmp_path: Path) -> None:
    done = _in_c_locale(tmp_path / "p", "alert", "add", "--source", "x", "--text", "फ़ोन बंद")
    assert (done.returncode, done.stderr) == (0, b"")
    found = _in_c_locale(tmp_path / "p", "search", "फ़ोन", "--json")
    assert len(json.loads(found.stdout)) == 1
    assert "No case" in _in_c_locale(tmp_path / "p", "search", "बादल").stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_that_an_output_that_takes_nothing_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = _in_c_locale(tmp_path / "p", "status", "--json", stdout=full)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"printed" in done.stderr


def test_that_a_word_imports_neither_qt_nor_folium(profile: Path) -> None:
    script = (
        "import sys; from controlroom.cli.main import run\n"
        f"run(['--profile', {str(profile)!r}, 'cases', '--json'])\n"
        "heavy = {'PySide6', 'folium', 'shapely', 'phonenumbers', 'selectolax'} & set(sys.modules)\n"
        "sys.exit(repr(heavy) if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == []


def test_that_the_window_starts_without_learning_a_word(profile: Path) -> None:
    script = (
        "import sys, controlroom.app as app; from controlroom.cli.main import run\n"
        "app.run = lambda *_, **told: print(told['person'], *(m for m in sys.modules if '.cli.' in m)) or 0\n"
        f"run(['--profile', {str(profile)!r}, '--as', 'asha'])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    who, *learnt = done.stdout.split()
    assert who == "asha"
    assert set(learnt) <= {f"controlroom.cli.{part}" for part in PARTS_OF_NO_WORD}


def test_that_a_fault_of_the_world_ends_with_one(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "controlroom", "--profile", str(tmp_path / "p"), "cases", "--json"]
    done = subprocess.run(program, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert (done.returncode, done.stdout) == (1, "")
    assert "CONTROLROOM_PASSPHRASE" in done.stderr
    assert done.stderr.count("\n") == 1


def test_that_a_disk_that_is_full_keeps_nobody_from_an_open_case(
    desk: Words, profile: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = add(desk)

    def refuse(*_: object, **__: object) -> None:
        raise WorldFault("The disk is full.")

    monkeypatch.setattr("controlroom.cli.case.cases.list_read", refuse)
    monkeypatch.setattr("controlroom.casework.steps.look_at", refuse)
    for words in (("cases",), ("case", "show", number)):
        assert run(["--profile", str(profile), *words, "--json"]) == 0
        said = capfd.readouterr()
        assert number in said.out and said.err == "The disk is full.\n"
    assert desk("cases", "--all", fails=True) == (1, "The disk is full.\n")
    desk("case", "triage", number, "--category", "not-suicide")
    desk("case", "close", number, "a test")
    assert desk("case", "show", number, fails=True) == (1, "The disk is full.\n")


def test_that_an_intake_by_words_says_how_it_went(desk: Words, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (box / "1.eml").write_bytes(b"From: a@example.org\r\nSubject: alert\r\n\r\nfb.com/ravi.k says goodbye")
    assert desk("intake", "--once", "--folder", str(box))["state"] == "ok"
    assert len(desk("cases")) == 1

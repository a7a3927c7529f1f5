"""Referrals and reminders by words alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from care_house import add_mail, add_service, now_is, saved
from receivers import SmtpReceiver

from controlroom.cli.main import run
from controlroom.store import open_profile

Desk = Callable[..., Any]


@pytest.fixture
def desk(profile: Path, capfd: pytest.CaptureFixture[str]) -> Desk:
    def words(*given: str, fails: bool = False, person: str = "meera") -> Any:
        code = run(["--profile", str(profile), "--as", person, *given, "--json"])
        out, err = capfd.readouterr()
        if fails:
            assert (code, out, err.count("\n")) == (2, "", 1)
            return err
        assert code == 0, err
        return json.loads(out)

    return words


def test_that_a_referral_goes_from_a_consent_to_its_end(desk: Desk, profile: Path, tmp_path: Path) -> None:
    post = SmtpReceiver(tmp_path / "there")
    opened = open_profile(profile)
    add_mail(opened, post)
    key = add_service(opened, email="ward@x.example", phones=("0522-2257540",))
    number = now_is(opened, saved(opened)).cases[0].number
    opened.close()
    make = ("referral", "make", number, "--to", key, "--reason", "treatment")
    assert "No consent" in desk(*make, fails=True)
    desk("person", "agrees", number, "--to", "referral")
    text = desk("referral", "text", number, "--to", key, "--reason", "treatment", "--lang", "en")
    assert (text["by"], "Ravi1 Kumar" in text["text"]) == ("mail", True)
    assert desk("referral", "list") == []
    [card] = desk(*make, "--text", "sleeps badly")
    assert (card["state"], card["basis"], "sleeps badly" in json.dumps(card)) == ("waiting", "consent", False)
    [waits] = desk("handover", "list")
    assert waits["number"] == number
    assert desk("handover", "drop", waits["letter"]) == []
    assert [one["state"] for one in desk("referral", "list")] == ["failed"]
    desk("referral", "repeat", number)
    assert desk("handover", "run", "--once")["sent"] == 1
    post.close()
    assert len(post.incidents) == 1
    [card] = desk("referral", "answer", number, "declined", "--from", "Dr. Rao", "--text", "no bed")
    assert card["state"] == "declined"
    [card] = desk("referral", "show", number)
    assert [said["text"] for said in card["said"]] == ["sleeps badly", "", "no bed"]
    desk("referral", "repeat", number, "--by", "phone")
    desk("person", "withdraws", number, "--to", "referral")
    assert [one["state"] for one in desk("referral", "list")] == ["withdrawn"]
    [card] = desk("referral", "end", number, "--end", "withdrawn")
    assert (card["state"], card["end"]) == ("over", "withdrawn")
    assert desk("referral", "list") == []
    opened = open_profile(profile)
    kinds = [event.kind for event in opened.reader().events(now_is(opened, _person(opened)).id)]
    opened.close()
    assert kinds.count("note_read") == 1


def _person(opened: Any) -> Any:
    [row] = opened.care().running()
    return row.person


def test_that_the_hours_of_an_answer_are_the_rooms(desk: Desk) -> None:
    assert desk("referral", "hours")["hospital"] == 24
    assert desk("referral", "hours", "hospital", "12")["hospital"] == 12
    assert "hours" in desk("referral", "hours", "hospital", "0", fails=True)
    assert "not a service we know" in desk("referral", "hours", "bakery", "3", fails=True)


def test_that_the_board_says_whom_it_would_remind_before_it_does(
    desk: Desk, profile: Path, tmp_path: Path
) -> None:
    post = SmtpReceiver(tmp_path / "there")
    opened = open_profile(profile)
    add_mail(opened, post, "lucknow", district="Lucknow")
    number = now_is(opened, saved(opened, days=8, owner="district")).cases[0].number
    opened.close()
    shown = desk("board", "remind")
    assert [(one["number"], one["by"], one["sent"]) for one in shown["reminders"]] == [
        (number, "mail", False)
    ]
    assert "Ravi1" in shown["reminders"][0]["text"] and shown["daily"] is False
    assert "Kumar" not in json.dumps(shown)
    assert [one["sent"] for one in desk("board", "remind", "--send")["reminders"]] == [True]
    assert desk("board", "remind", "--send")["reminders"] == []
    assert desk("handover", "run", "--once")["sent"] == len(post.incidents) == 1
    post.close()
    assert desk("board", "answer", number, "done", "--from", "SI Verma")["step"] == "done"
    assert [one["state"] for one in desk("referral", "list")] == ["done"]
    assert desk("board", "remind", "--daily", "on")["daily"] is True
    assert "overdue" in desk("board")

"""By words alone: whose data is due, kept, asked to be erased, erased by somebody else, and carried out."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from controlroom.cli.main import run
from controlroom.domain.care.plans import day_in_india
from controlroom.domain.events import utc_now

Desk = Callable[..., Any]
NOTE = "slept well"


@pytest.fixture
def desk(profile: Path, capfd: pytest.CaptureFixture[str]) -> Desk:
    def words(*given: str, fails: int = 0, person: str = "asha") -> Any:
        code = run(["--profile", str(profile), "--as", person, *given, "--json"])
        out, err = capfd.readouterr()
        assert code == fails, err
        return json.loads(out) if not fails else err

    return words


def at_rest(desk: Desk) -> str:
    told = ("--text", "a post", "--phone", "98390 12345", "--name", "Ravindra Kumar")
    number: str = desk("alert", "add", "--source", "phone", *told)["number"]
    desk("case", "outcome", number, "--fact", "reached", "alive")
    desk("contact", "add", number, "--result", "reached", "--note", NOTE)
    desk("plan", "end", number, "--end", "not-needed", "--reason", "moved")
    desk("case", "close", number)
    return number


def test_that_the_data_is_looked_at_and_goes_by_two_people_only(desk: Desk, tmp_path: Path) -> None:
    number = at_rest(desk)
    assert desk("person", "retention") == []
    later = (day_in_india(utc_now()) + timedelta(days=40)).isoformat()
    kept = desk("person", "review", number, "--keep-until", later, "--reason", "a claim")
    assert (kept["kept_until"], kept["due"]) == (later, False)
    over = ("person", "review", number, "--erase", "retention-over", "--reason", "it is time")
    assert f"until {later}" in desk(*over, fails=2)
    assert "review comes first" in desk("person", "erase", number, fails=2)
    desk("person", "review", number, "--erase", "request", "--reason", "her letter")
    [waits] = desk("person", "retention")
    assert (waits["cases"], waits["asked_by"], waits["ground"]) == ([number], "asha", "request")
    assert "You asked for it yourself" in desk("person", "erase", number, fails=2)
    done = desk("person", "erase", number, person="bilal")
    assert (done["cases"], done["carried_out"]) == ([number], "here and now")
    assert any("events of the cases" in line for line in done["remains"])
    gone = desk("person", "show", number)
    assert gone["erased_at"] and (gone["names"], gone["phones"], gone["plans"]) == ([], [], [])
    assert desk("person", "find", "Ravindra Kumar") == []
    assert desk("search", "98390 12345") == [] and desk("search", number) != []
    assert desk("audit", "verify")["ok"] is True
    refused = ("person", "export", number, str(tmp_path / "late"), "--reason", "asked")
    assert "was erased" in desk(*refused, fails=2)
    assert not (tmp_path / "late").exists()


def test_that_nobody_is_erased_whose_plan_runs_or_whose_case_is_open(desk: Desk) -> None:
    number = desk("alert", "add", "--source", "phone", "--text", "a post")["number"]
    desk("case", "outcome", number, "--fact", "reached", "alive")
    asked = ("person", "review", number, "--erase", "request", "--reason", "her letter")
    assert "plan still runs" in desk(*asked, fails=2)
    desk("plan", "end", number, "--end", "moved", "--reason", "to Pune")
    assert "still open" in desk(*asked, fails=2)


def test_that_an_export_holds_the_notes_only_when_asked_and_overwrites_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    number = at_rest(desk)
    made = desk("person", "export", number, str(tmp_path / "one"), "--reason", "her letter")
    assert made["files"] == ["person.json", "person.txt"]
    desk("person", "export", number, str(tmp_path / "two"), "--reason", "her letter", "--notes")
    texts = [(tmp_path / name / "person.txt").read_text() for name in ("one", "two")]
    assert [NOTE in text for text in texts] == [False, True]
    assert all("Ravindra Kumar" in text and "+919839012345" in text for text in texts)
    assert (tmp_path / "one" / "person.json").stat().st_mode & 0o077 == 0
    desk("person", "export", number, str(tmp_path / "one"), "--reason", "again", fails=2)
    desk("person", "retention", "--years", "1")
    desk("person", "retention", "--years", "0", fails=2)

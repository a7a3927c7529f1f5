"""Care by words alone: the person, the plan that the outcome makes, its contacts, the board, the roster."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from words_house import Words, words_on


@pytest.fixture
def desk(profile: Path, capfd: pytest.CaptureFixture[str]) -> Words:
    return words_on(profile, capfd)


def saved(desk: Words, *more: str) -> str:
    alert = ("alert", "add", "--source", "phone", "--text", "a post", *more)
    number = desk(*alert)["number"]
    desk("case", "claim", number)
    desk("case", "outcome", number, "--fact", "reached", "alive")
    return number


def test_that_an_outcome_makes_the_plan_and_the_roster_says_whose(desk: Words) -> None:
    desk("counsellor", "add", "irfan", "--district", "Agra", "--most", "2")
    desk("counsellor", "add", "meera", "--name", "Meera Nigam", "--language", "hi", "ur", "--most", "1")
    number = saved(desk, "--phone", "98390 12345", "--name", "Ravindra Kumar")
    plan = desk("plan", "show", number)
    assert (plan["template"], plan["state"], len(plan["contacts"])) == ("who-bic", "running", 9)
    started = datetime.fromisoformat(plan["started"]).date()
    assert plan["contacts"][0] | {"key": "1w"} == {
        "key": "1w",
        "due": (started + timedelta(days=7)).isoformat(),
        "planned": (started + timedelta(days=7)).isoformat(),
        "owner": plan["owner"]["name"],
        "state": "waiting",
        "attempts": [],
    }
    assert desk("plan", "make", number)["plan"] == plan["plan"], "what runs stays"
    assert desk("case", "show", number)["state"] == "in follow-up"
    loads = {one["key"]: one["load"] for one in desk("counsellor", "list")}
    assert sorted(loads.values()) == [0, 1]
    saved(desk, "--phone", "98390 12346")
    saved(desk, "--phone", "98390 12347")
    full = desk("counsellor", "propose", number)
    assert full["owner"]["kind"] == "district"
    assert "No counsellor" in full["why"]
    day = started.isoformat()
    away = desk("counsellor", "away", "meera", "--from", day, "--until", day, "--cover", "irfan")
    assert {one["key"]: one["covered_by"] for one in away}["meera"] == "irfan"
    assert [one["key"] for one in desk("counsellor", "remove", "irfan")] == ["meera"]


def test_that_contacts_are_tried_moved_handed_on_and_the_plan_ends(desk: Words) -> None:
    number = saved(desk, "--phone", "98390 12345", "--name", "Ravindra Kumar")
    dues = [one["due"] for one in desk("plan", "show", number)["contacts"]]
    tried = desk("contact", "add", number, "--due", dues[0], "--result", "no-answer", "--next", "call-again")
    assert [one["result"] for one in tried["contacts"][0]["attempts"]] == ["no-answer"]
    made = desk(
        *("contact", "add", number, "--due", dues[1], "--result", "reached", "--channel", "visit"),
        *("--minutes", "25", "--note", "slept well", "--mood", "better"),
    )
    assert [one["state"] for one in made["contacts"][:3]] == ["missed", "made", "waiting"]
    code, sentence = desk("contact", "add", number, "--due", "2020-01-01", "--result", "reached", fails=True)
    assert (code, dues[0] in sentence) == (2, True)
    later = (datetime.fromisoformat(dues[2]) + timedelta(days=1)).date().isoformat()
    moved = desk("plan", "move", number, "--due", dues[2], "--to", later, "--reason", "exam")
    assert [moved["contacts"][2][name] for name in ("due", "planned")] == [later, dues[2]]
    handed = desk("plan", "hand-on", number, "--owner", "Sahara", "--owner-kind", "ngo")
    assert handed["owner"] == {"kind": "ngo", "name": "Sahara"}
    code, sentence = desk("plan", "end", number, "--end", "moved", fails=True)
    assert (code, "why the plan ends" in sentence) == (2, True)
    ended = desk("plan", "end", number, "--end", "moved", "--reason", "to Pune")
    assert (ended["end"], ended["end_reason"], ended["state"]) == ("moved", "to Pune", "moved")
    assert ended["ended"] is not None
    [note] = desk("person", "notes", number)
    assert (note["text"], note["mood"], note["by"]) == ("slept well", "better", "asha")
    assert "slept well" not in json.dumps([desk("person", "show", number), desk("case", "show", number)])
    assert desk("person", "undo", number)["plans"][-1]["state"] == "running"


def test_that_the_board_tells_a_first_name_and_a_number_and_no_more(desk: Words) -> None:
    number = saved(desk, "--phone", "98390 12345", "--name", "Ravindra Kumar")
    due = desk("plan", "show", number)["contacts"][1]["due"]
    assert desk("board")["overdue"] == []
    then = desk("board", "--at", f"{due}T12:00:00+05:30")
    [line] = then["overdue"]
    assert (line["number"], line["first_name"], line["days"], line["due_today"]) == (
        number,
        "Ravindra",
        7,
        True,
    )
    assert [one["first"] for one in then["first"]] == ["late"]
    told = json.dumps(then)
    assert all(word not in told for word in ("Kumar", "98390", "9839012345"))
    assert desk("board", "--at", f"{due}T12:00:00+05:30", "--owner", "nobody")["overdue"] == []


def test_that_the_calendar_of_an_owner_is_a_file_without_a_name(desk: Words, tmp_path: Path) -> None:
    number = saved(desk, "--phone", "98390 12345", "--name", "Ravindra Kumar")
    file = tmp_path / "own.ics"
    desk("plan", "hand-on", number, "--owner", "meera")
    assert desk("plan", "calendar", "meera", str(file))["plans"] == 1
    text = file.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 9
    assert number in text
    assert "Ravindra" not in text and "98390" not in text
    code, sentence = desk("plan", "calendar", "nobody", str(file), fails=True)
    assert (code, "No plan of nobody runs" in sentence) == (2, True)


def test_that_somebody_known_is_said_and_confirmed_and_files_are_joined_and_split(desk: Words) -> None:
    number = saved(desk, "--phone", "98390 12345", "--name", "Ravindra Kumar", "--account", "fb.com/ravi.k")
    first = desk("plan", "show", number)["plan"]
    again = desk("alert", "add", "--source", "x", "--text", "a post", "--account", "facebook.com/ravi.k")
    assert [(one["sure"], one["confirmed"]) for one in again["known"]] == [(True, False)]
    assert desk("person", "confirm", again["number"])["known"][0]["confirmed"]
    person = desk("person", "show", again["number"])
    assert person["cases"] == [number, again["number"]]
    assert [plan["state"] for plan in person["plans"]] == ["started-again", "running"]
    assert person["plans"][0]["plan"] == first
    desk("person", "tell", number, "--helps", "music", "--safe-from", "9:30", "--kin", "Om", "--guardian")
    told = desk("person", "tell", number, "--name", "रविन्द्र कुमार", "--never-call", "his uncle")
    assert (told["safe_hours"], told["guardian"]["name"]) == (["09:30", ""], "Om")
    assert (told["names"][0], told["phones"]) == ("Ravindra K***", ["98390 12***"])
    open_ = desk("person", "show", number, "--reveal")
    assert (open_["names"][0], open_["phones"]) == ("Ravindra Kumar", ["+919839012345"])
    assert (
        desk("person", "untell", number, "--field", "never_call", "--value", "his uncle")["never_call"] == []
    )
    other = saved(desk, "--phone", "98390 54321", "--name", "Sunita Devi")
    joined = desk("person", "join", number, other, "--reason", "one and the same")
    assert len(joined["files"]) == 2
    kept, gone = desk("person", "split", number, other)
    assert (kept["cases"], gone["cases"]) == ([number, again["number"]], [other])
    for text in ("रविन्द्र", "98390 12345", "https://facebook.com/ravi.k", "Kumar Ravindra"):
        assert [one["id"] for one in desk("person", "find", text)] == [kept["id"]], text
    named = desk("alert", "add", "--source", "citizen", "--text", "a post", "--name", "Sunita Devi")
    assert [one["sure"] for one in named["known"]] == [False]
    assert named["related"] == []
    third = desk("alert", "add", "--source", "citizen", "--text", "a post", "--name", "रविन्द्र कुमार")
    assert desk("person", "confirm", third["number"])["related"] == [again["number"], number]
    assert desk("person", "decline", named["number"])["known"] == []
    assert desk("person", "agrees", number, "--to", "follow-up")["consents"][0]["given"]
    code, sentence = desk("person", "withdraws", number, "--to", "Tele-MANAS", fails=True)
    assert (code, "nothing to withdraw" in sentence) == (2, True)

"""The room by words alone: directory, calls, limits, duty and exercises, as scripts use them."""

from pathlib import Path

import pytest
from words_house import Words, words_on


@pytest.fixture
def desk(profile: Path, capfd: pytest.CaptureFixture[str]) -> Words:
    return words_on(profile, capfd)


def handed_over(desk: Words, *more: str) -> str:
    number = desk("alert", "add", "--source", "phone", "--text", "says goodbye", *more)["number"]
    desk("case", "claim", number)
    desk("case", "triage", number, "--category", "attempt", "--minor", "--means", "rope")
    place = ("--lat", "26.88", "--lon", "81.05", "--accuracy-m", "350", "--source", "stf")
    desk("case", "place", number, *place)
    desk("case", "handover", number, "--to", "112", "--ref", "P-77")
    return number


def test_that_the_directory_is_kept_by_words_alone(desk: Words, tmp_path: Path) -> None:
    made = desk(
        *("directory", "add", "control-room", "--name-en", "Lucknow control room"),
        *("--district", "लखनऊ", "--phone", "0522 2700000"),
    )
    assert (made["district"], made["phones"], made["is_stale"]) == ("Lucknow", ["05222700000"], True)
    assert not desk("directory", "checked", made["key"])["is_stale"]
    desk("directory", "edit", made["key"], "--hours", "24 x 7")
    [found] = desk("directory", "call", "district", "--district", "Lakhnau")
    assert (found["key"], found["hours"]) == (made["key"], "24 x 7")
    table = tmp_path / "book.csv"
    assert desk("directory", "export", str(table))["entries"] == 8
    table.write_text(table.read_text("utf-8-sig").replace("05222700000", "05222700001"), "utf-8")
    assert desk("directory", "import", str(table)) == {"entries": 8, "changed": 1}
    table.write_text("kind,name_en,phones\nthana,Chinhat,none\n", "utf-8")
    code, sentence = desk("directory", "import", str(table), fails=True)
    assert code == 2
    assert "line 2: 'none' is not a phone number" in sentence
    desk("directory", "remove", made["key"])
    assert desk("directory", "find", "lucknow") == []


def test_that_whom_to_call_and_what_to_say_is_told_and_the_call_logged_with_its_answer(desk: Words) -> None:
    number = handed_over(desk, "--phone", "98390 12345", "--name", "Ravindra", "--account", "fb.com/ravi.k")
    told = desk("case", "call", number)
    assert (told["to"], told["clock"], told["ref"]) == ("112", "acknowledged", "P-77")
    assert told["entries"][0]["phones"] == ["112"]
    english, hindi = told["script"]["en"], told["script"]["hi"]
    for part in (number, "within about 350 m", "26.88000", "under 18", "rope", "P-77"):
        assert part in english
    assert "18 वर्ष से कम" in hindi
    for secret in ("Ravindra", "98390", "9839012345", "ravi.k"):
        assert secret not in english + hindi
    call = ("case", "call", number, "--to", "112", "--who", "UP-112", "--phone", "112")
    desk(*call, "--result", "no-answer")
    after = desk(*call, "--result", "answered", "--answer", "en-route", "--ref", "PRV 12")
    assert after["state"] == "en route"
    events = [event["kind"] for event in desk("case", "show", number)["events"]]
    assert events[-4:-1] == ["call_logged", "call_logged", "report_received"]
    assert "car there" in desk("case", "call", number, "--to", "112")["script"]["en"]
    code, sentence = desk(*call, "--result", "busy", "--answer", "en-route", fails=True)
    assert (code, "answered" in sentence) == (2, True)
    assert desk("case", "undo", number)["state"] == "handed over"  # the report; the call stays in the log


def test_that_a_call_that_is_answered_checks_the_entry_and_a_wrong_number_is_to_be_checked(
    profile: Path, desk: Words
) -> None:
    from controlroom.casework.calling.calls import log_call
    from controlroom.store import open_profile

    number = handed_over(desk)
    opened = open_profile(profile)
    case = opened.reader().case_id_of(number)
    for result, is_stale in (("no-answer", True), ("answered", False), ("wrong-number", True)):
        with opened.writer.write(actor="asha") as tx:
            log_call(tx, case, who="UP-112", phone="112", result=result, entry="built-in-112")
        entry = opened.reader().directory().get("built-in-112")
        assert (entry.checked_on is None) is is_stale
    opened.close()


def test_that_other_limits_move_the_clocks_of_every_open_case(desk: Words, profile: Path) -> None:
    from controlroom.store import open_profile

    number = handed_over(desk)
    other = open_profile(profile)  # another process's view of the same room
    case = other.reader().case_id_of(number)
    assert desk("room", "limits")["acknowledged"] == 120
    assert desk("room", "limits", "--acknowledged", "240", "--claim", "30")["acknowledged"] == 240
    [row] = other.reader().rows([case])
    assert row.clock == "acknowledged"
    other.close()
    again = open_profile(profile)
    view = again.reader().case_view(case)
    clock = next(one for one in view.clocks if one.name == "acknowledged")
    assert (clock.due_at - clock.started_at).total_seconds() == 240
    assert clock.due_at == row.due_at
    again.close()
    assert desk("room", "limits")["directory_days"] == 90
    assert desk("room", "limits", "--directory-days", "7")["directory_days"] == 7
    for wrong in (("--claim", "1"), ("--with-person", "1300"), ("--directory-days", "0")):
        assert desk("room", "limits", *wrong, fails=True)[0] == 2


def test_that_the_roster_says_who_sits_in_the_room(desk: Words) -> None:
    assert desk("duty", "show") == []
    desk("duty", "on")
    found = desk("duty", "on", "A. Verma", "--role", "supervisor")
    assert [(one["person"], one["role"]) for one in found] == [
        ("A. Verma", "supervisor"),
        ("asha", "operator"),
    ]
    assert [one["person"] for one in desk("duty", "off")] == ["A. Verma"]
    assert desk("duty", "off", fails=True)[0] == 2


def test_that_an_exercise_runs_beside_the_real_night_and_in_no_figure(desk: Words) -> None:
    real = desk("alert", "add", "--source", "phone", "--text", "says goodbye")["number"]
    assert desk("exercise", "alert", fails=True)[0] == 2
    begun = desk("exercise", "start", "--name", "new people", "--people", "dev", "--every", "60")
    assert (begun["running"], begun["people"], begun["every_s"]) == (True, ["dev"], 60)
    assert desk("exercise", "start", fails=True)[0] == 2
    assert desk("exercise", "alert")["open_cases"] == 1
    first, drill = desk("cases")
    assert (first["number"], first["exercise"], drill["exercise"]) == (real, False, True)
    assert drill["source"] == "mail"
    assert desk("case", "claim", drill["number"])["owner"] == "asha"
    status = desk("status")
    assert (status["open"], status["unclaimed"]) == (1, 1)
    code, sentence = desk("case", "join", drill["number"], real, "--reason", "same", fails=True)
    assert (code, "exercise" in sentence) == (2, True)
    assert "EXERCISE" in desk("case", "call", drill["number"], "--to", "112")["script"]["en"]
    assert desk("exercise", "end") == {"running": False, "closed": 1}
    assert [card["number"] for card in desk("cases")] == [real]
    assert desk("status")["closed"] == 0

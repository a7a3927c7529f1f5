"""Templates of plans, the days they give, the board, and who is asked: all of it pure."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import icalendar
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from controlroom.casework.care.calendarfile import calendar_of
from controlroom.casework.care.careboard import board_card, board_of
from controlroom.casework.care.personcards import BoardRow
from controlroom.casework.care.plantemplates import parse_templates
from controlroom.casework.care.roster import Absence, Counsellor, roster_of
from controlroom.config import resources_dir
from controlroom.domain.care.plans import after, contacts_of
from controlroom.errors import BadInput

SHIPPED = parse_templates((resources_dir() / "plans.toml").read_text("utf-8"))
NOW = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
UNITS = {"d": "days", "w": "weeks", "m": "months"}


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 999), st.sampled_from("dwm"))
def test_that_a_gap_ends_on_the_day_that_another_library_says(start: date, count: int, unit: str) -> None:
    assert after(start, f"{count}{unit}") == start + relativedelta(**{UNITS[unit]: count})


def test_that_the_default_is_whos_and_a_child_goes_by_the_guardian() -> None:
    adult, child = SHIPPED.usual(is_minor=False), SHIPPED.usual(is_minor=True)
    assert adult.contacts == ("1w", "2w", "4w", "7w", "11w", "4m", "6m", "12m", "18m")
    assert (adult.path, child.path) == ("person", "guardian")
    days = [contact.due for contact in contacts_of(date(2026, 8, 31), adult.contacts)]
    assert days[5:] == [date(2026, 12, 31), date(2027, 2, 28), date(2027, 8, 31), date(2028, 2, 29)]
    assert all(plan.text("hi") != plan.text("en") for plan in SHIPPED.plans.values())


def test_that_the_administrators_plan_goes_before_ours() -> None:
    own = parse_templates('[[plan]]\nkey = "own"\nfor = "adult"\ncontacts = ["3d", "2w"]\n')
    both = SHIPPED.with_own(own)
    assert both.usual(is_minor=False).key == "own"
    assert both.usual(is_minor=True).key == "child"
    assert both.get("who-bic") == SHIPPED.get("who-bic")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[[plan]\n", "can't be read"),
        ("plan = 3\n", "no [[plan]]"),
        ('[[plan]]\nkey = "A B"\n', "needs a key"),
        ('[[plan]]\nkey = "a"\ncontacts = ["1y"]\n', "3d, 2w or 4m"),
        ('[[plan]]\nkey = "a"\ncontacts = ["2w", "1w"]\n', "later than the one before"),
        ('[[plan]]\nkey = "a"\ncontacts = []\n', "later than the one before"),
        ('[[plan]]\nkey = "a"\npath = "nobody"\ncontacts = ["1w"]\n', "person or guardian"),
    ],
)
def test_that_a_wrong_file_of_plans_says_what_is_wrong(text: str, part: str) -> None:
    with pytest.raises(BadInput) as wrong:
        parse_templates(text)
    assert part in str(wrong.value)


def row(n: int, **more: object) -> BoardRow:
    told = {
        "plan": UUID(int=n),
        "person": UUID(int=n),
        "first_name": "Ravi",
        "number": f"2026-K7-{n:04}",
        "district": "Lucknow",
        "owner_kind": "counsellor",
        "owner": "meera",
        "template": "who-bic",
        "path": "person",
        "started_at": NOW - timedelta(days=30),
        "owed": (),
        "is_first_made": True,
        "tries": 0,
        "last_result": "",
        "last_try": None,
        "next_step": "",
        "next_on": None,
        "channel": "",
        "safe_from": "",
        "safe_to": "",
        "is_minor": False,
    }
    return BoardRow(**{**told, **more})  # type: ignore[arg-type]


def test_that_the_board_parts_overdue_due_and_first_and_knows_who_covers() -> None:
    today = date(2026, 3, 1)
    rows = [
        row(1, owed=(date(2026, 2, 20), today)),
        row(2, owed=(today, date(2026, 5, 1)), owner="irfan"),
        row(3, owed=(date(2026, 5, 1),)),
        row(
            4,
            owed=(date(2026, 3, 7),),
            is_first_made=False,
            started_at=NOW - timedelta(hours=30),
            district="Agra",
        ),
        row(5, owed=(date(2026, 3, 7),), is_first_made=False, started_at=NOW - timedelta(hours=3)),
    ]
    roster = [
        Counsellor("meera", "Meera", away=(Absence(date(2026, 2, 25), today, "om"),)),
        Counsellor("om", "Om"),
    ]
    board = board_of(rows, roster, NOW)
    assert [[line.row.number[-1] for line in lines] for lines in board] == [["1"], ["2"], ["4"]]
    assert board.by_keeper == {"om": 2, "irfan": 1}
    assert board.by_district == {"Lucknow": 2, "Agra": 1}
    assert [line.row.number[-1] for line in board_of(rows, roster, NOW, keeper="om").overdue] == ["1"]
    assert board_of(rows, roster, NOW, district="Agra").overdue == ()
    card = board_card(board, NOW)
    assert (card["overdue"][0]["days"], card["first"][0]["first"]) == (9, "due")
    tomorrow = board_of(rows, roster, NOW + timedelta(days=1))
    assert tomorrow.by_keeper["meera"] == 3  # back again


def test_that_an_entry_of_a_newer_program_is_left_out_of_the_roster() -> None:
    bodies = [{"key": "a", "counsellor": {"key": "a", "name": "A"}}, {"key": "b", "counsellor": {"key": 3}}]
    assert [one.key for one in roster_of([*bodies, {"key": "c", "counsellor": None}])] == ["a"]


@pytest.mark.parametrize("language", ["hi", "en"])
def test_that_the_calendar_of_an_owner_holds_each_day_and_no_name(language: str) -> None:
    days = (date(2026, 3, 7), date(2026, 12, 31))
    rows = [
        row(1, owed=days),
        row(2, owed=(date(2026, 4, 1),), owner="irfan"),
        row(3, number="a,b;" * 30, owed=days[:1]),
    ]
    text = calendar_of(rows, "meera", NOW, language=language)
    assert max(map(len, text.split(b"\r\n"))) <= 75
    told = icalendar.Calendar.from_ical(text)
    events = list(told.walk("VEVENT"))
    assert [one.decoded("dtstart") for one in events] == [*days, days[0]]
    assert [one.decoded("dtend") for one in events][:2] == [date(2026, 3, 8), date(2027, 1, 1)]
    assert str(events[2]["summary"]).endswith("a,b;" * 30)
    assert len({str(one["uid"]) for one in events}) == 3
    for word in ("Ravi", "Lucknow", "meera"):
        assert word not in text.decode()
    assert icalendar.Calendar.from_ical(calendar_of([], "meera", NOW)).walk("VEVENT") == []

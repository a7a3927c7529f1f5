"""Published nights entered as events: the figures come out exactly as published, and nothing else gets in."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.casework import figures, steps
from controlroom.casework.arriving import joins
from controlroom.casework.arriving.alerts import add_alert
from controlroom.casework.figures import IST
from controlroom.casework.ports import NewEvent, Tx
from controlroom.cli.main import run
from controlroom.domain.events import CASE, Event, audience_of, new_id, utc_now
from controlroom.domain.fold import fold
from controlroom.store import Profile, open_profile

REACH_TIMES = (4, 8, 8, 10, 10, 10, 12, 13, 15, 15, 16, 16, 19, 30)  # as published, minutes


@pytest.fixture
def desk(profile: Path) -> Iterator[Profile]:
    held = open_profile(profile)
    yield held
    held.close()


def came(tx: Tx, at: datetime, *, exercise: bool = False) -> UUID:
    case = add_alert(tx, source="phone", text="Meta rang", at=at, exercise=exercise)
    steps.claim_case(tx, case, at=at + timedelta(seconds=40))
    steps.triage_case(tx, case, category="imminent", at=at + timedelta(minutes=1))
    return case


def saved(tx: Tx, at: datetime, minutes: float) -> UUID:
    """An alert whose person an officer reached so many minutes after it; entered three hours later."""
    case = came(tx, at)
    steps.place_case(
        tx, case, lat=26.85, lon=80.95, accuracy_m=200, source="stf", at=at + timedelta(minutes=2)
    )
    steps.hand_over(tx, case, to="112", at=at + timedelta(minutes=3))
    steps.take_report(tx, case, step="with-person", at=at + timedelta(minutes=minutes))
    steps.record_outcome(tx, case, facts=("reached", "alive"), at=at + timedelta(hours=3))
    steps.close_case(tx, case, at=at + timedelta(hours=4))
    return case


def not_reached(tx: Tx, at: datetime, why: str) -> UUID:
    case = came(tx, at)
    steps.record_outcome(tx, case, not_reached=why, at=at + timedelta(hours=2))
    return case


def week_of_september(tx: Tx) -> None:
    """14 alerts, 10 saved, 2 location unknown, 2 other state, up to the last second."""
    begin = datetime(2024, 9, 8, 0, 0, tzinfo=IST)
    for at, minutes in enumerate(REACH_TIMES[:10]):
        saved(tx, begin + timedelta(hours=15 * at), minutes)
    not_reached(tx, datetime(2024, 9, 9, 2, 10, tzinfo=IST), "location-unknown")
    not_reached(tx, datetime(2024, 9, 11, 23, 59, 59, tzinfo=IST), "location-unknown")
    not_reached(tx, datetime(2024, 9, 13, 3, 0, tzinfo=IST), "other-state")
    not_reached(tx, datetime(2024, 9, 14, 23, 59, 59, tzinfo=IST), "other-state")


def report(folder: Path, first: str, last: str, capfd: pytest.CaptureFixture[str]) -> Any:
    assert run(["--profile", str(folder), "report", "figures", "--from", first, "--to", last, "--json"]) == 0
    return json.loads(capfd.readouterr().out)


def test_that_the_week_of_september_2024_comes_out_as_published(
    desk: Profile, capfd: pytest.CaptureFixture[str]
) -> None:
    with desk.writer.write(actor="asha") as tx:
        week_of_september(tx)
        saved(tx, datetime(2024, 9, 7, 23, 59, 59, tzinfo=IST), 9)  # the day before
        saved(tx, datetime(2024, 9, 15, 0, 0, tzinfo=IST), 9)  # the day after
    found = report(desk.folder, "2024-09-08", "2024-09-14", capfd)
    assert (found["from"], found["to"]) == ("2024-09-08", "2024-09-14")
    assert (found["alerts"], found["saved"], found["reached"]) == (14, 10, 10)
    assert (found["located"], found["handed_over"], found["in_follow_up"]) == (10, 10, 0)
    assert found["not_reached"] == {"location-unknown": 2, "other-state": 2}
    assert found["minutes_to_person"] == {
        "median": 10.0,
        "p90": round(quantiles(REACH_TIMES[:10], n=10, method="inclusive")[8], 1),
        "n": 10,
    }


def test_that_eight_days_of_february_2023_give_seven_saved(
    desk: Profile, capfd: pytest.CaptureFixture[str]
) -> None:
    with desk.writer.write(actor="asha") as tx:
        for at in range(6):
            saved(tx, datetime(2023, 2, 21, 1, 30, tzinfo=IST) + timedelta(days=at), REACH_TIMES[at])
        saved(tx, datetime(2023, 2, 28, 23, 50, tzinfo=IST), 19)  # the officer is there after midnight
    found = report(desk.folder, "2023-02-21", "2023-02-28", capfd)
    assert (found["alerts"], found["saved"], found["minutes_to_person"]["n"]) == (7, 7, 7)
    assert report(desk.folder, "2023-02-21", "2023-02-27", capfd)["saved"] == 6


def test_that_exercises_soft_rows_and_joined_alerts_never_count_twice(
    desk: Profile, capfd: pytest.CaptureFixture[str]
) -> None:
    night = datetime(2026, 1, 14, 2, 0, tzinfo=IST)
    with desk.writer.write(actor="asha") as tx:
        phone = saved(tx, night, 12)
        mail = came(tx, night + timedelta(minutes=6))
        steps.reopen_case(tx, phone, reason="the mail has come")
        joins.join_cases(tx, mail, phone, reason="same account")
        steps.close_case(tx, phone)
        came(tx, night, exercise=True)
        soft = {"number": "soft", "ring": "soft", "source": "mail"}
        tx.append([NewEvent(CASE, new_id(), "alert_received", soft, night)])
    found = report(desk.folder, "2026-01-14", "2026-01-14", capfd)
    assert (found["alerts"], found["saved"], found["minutes_to_person"]["median"]) == (1, 1, 12.0)
    with desk.writer.write(actor="asha") as tx:
        joins.split_cases(tx, mail, phone)
    assert report(desk.folder, "2026-01-14", "2026-01-14", capfd)["alerts"] == 2


def test_that_wrong_days_are_told(desk: Profile, capfd: pytest.CaptureFixture[str]) -> None:
    words = ["--profile", str(desk.folder), "report", "figures", "--from", "2024-09-14", "--to", "2024-09-08"]
    assert run(words) == 2
    assert "first" in capfd.readouterr().err


T0 = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)
SECONDS = st.integers(-100_000, 100_000)


def _event(kind: str, seconds: int, **body: object) -> Event:
    at = T0 + timedelta(seconds=seconds)
    return Event(new_id(), CASE, UUID(int=1), kind, 1, at, at, "asha", "d", body, audience_of(kind))


@given(st.lists(SECONDS, max_size=5), SECONDS)
def test_that_no_minute_count_is_negative_or_made_up(reports: list[int], arrived: int) -> None:
    told = [_event("report_received", at, step="with-person") for at in reports]
    case = fold(UUID(int=1), [_event("alert_received", arrived, number="n"), *told])
    minutes = figures.minutes_to_person(case)
    first = min(reports, default=None)
    assert minutes == (None if first is None or first < arrived else (first - arrived) / 60)


def test_that_no_cases_give_noughts_and_no_minutes() -> None:
    found = figures.card(figures.count([], first=date(2026, 1, 1), last=date(2026, 1, 1)))
    assert (found["alerts"], found["minutes_to_person"]) == (0, {"median": None, "p90": None, "n": 0})


def test_that_a_desk_of_a_shared_room_says_what_its_figures_are_counted_from(
    desk: Profile, capfd: pytest.CaptureFixture[str]
) -> None:
    today = utc_now().astimezone(IST).date()

    def told(first: date) -> dict[str, Any]:
        words = ["report", "figures", "--from", first.isoformat(), "--to", today.isoformat(), "--json"]
        assert run(["--profile", str(desk.folder), *words]) == 0
        return json.loads(capfd.readouterr().out)

    assert "note" not in told(today), "a desk by itself holds everything"
    with desk.writer.write(actor="asha") as tx:
        tx.put_setting("account", {"login": "asha", "roles": ["operator"]})
    inside, outside = told(today - timedelta(days=60)), told(today - timedelta(days=120))
    assert (inside["is_whole"], outside["is_whole"]) == (True, False)
    assert "on the server and are not counted" in outside["note"]

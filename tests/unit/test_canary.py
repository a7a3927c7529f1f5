"""What a test mail is and what is none; when it is due, and when its absence rings."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.casework.arriving.canary import (
    SUBJECT,
    Canary,
    compose,
    due,
    judge,
    new_key,
    new_token,
    token_in,
)
from controlroom.casework.arriving.ports import CanaryStanding

NOW = datetime(2026, 1, 14, 20, 44, tzinfo=UTC)  # 02:14 IST
KEY = "5a" * 32
CANARY = Canary(to="alerts@police.example", key=KEY)
TOKEN = new_token(KEY, NOW)
MAIL = compose(CANARY, TOKEN, "room@hq.example")


def before(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "came",
    [
        MAIL,
        MAIL.replace(b"\r\n", b"\n"),
        b"Return-Path: <a@b.example>\r\nReceived: from x\r\n\tby y; today\r\n" + MAIL,
        MAIL.replace(b"7bit", b"quoted-printable").replace(b"us-ascii", b"utf-8"),
        MAIL + b"\r\n\r\n",
    ],
)
def test_that_relays_do_not_make_another_mail_of_it(came: bytes) -> None:
    assert token_in(came, KEY) == TOKEN


@pytest.mark.parametrize(
    "came",
    [
        MAIL.replace(TOKEN.encode(), TOKEN[:-1].encode() + (b"0" if TOKEN[-1] != "0" else b"1")),
        MAIL.replace(TOKEN.encode(), TOKEN.upper().encode()),
        MAIL.replace(b"\r\n\r\n", b"\r\nRavi says goodbye\r\n\r\n"),  # a line that is no header
        b"Ravi says goodbye\r\n" + MAIL,
        b"Subject: Ravi says goodbye\r\n" + MAIL,
        b"From: a@b.example\r\n" + MAIL,
        MAIL.replace(SUBJECT.encode(), SUBJECT.encode() + b"\r\n and goodbye"),
        MAIL.replace(b"text/plain", b"text/html"),
        MAIL.replace(b"us-ascii", b"us-ascii; name=ravi.txt"),
        MAIL.replace(b"7bit", b"base64"),
        b"Content-Disposition: attachment\r\n" + MAIL,
        b"X: " + b"y" * 70_000 + b"\r\n" + MAIL,
    ],
)
def test_that_a_mail_that_says_anything_else_is_none(came: bytes) -> None:
    assert token_in(came, KEY) == ""


def test_that_nobody_makes_one_without_the_key() -> None:
    assert token_in(MAIL, new_key()) == ""
    assert len({new_token(KEY, NOW) for _ in range(100)}) == 100


@given(st.binary(max_size=200), st.integers(0, len(MAIL)))
def test_that_what_is_put_into_one_makes_a_row_of_it(more: bytes, at: int) -> None:
    body_at = MAIL.index(b"\r\n\r\n") + 4
    came = MAIL[:at] + more + MAIL[at:]
    if at >= body_at and more.strip(b" \t\r\n"):
        assert token_in(came, KEY) == ""
    elif token_in(came, KEY):  # in the headers only a line may be added that no one is shown
        assert came[came.replace(b"\r\n", b"\n").find(b"\n\n") :].strip().endswith(TOKEN.encode())


def test_that_the_next_is_due_after_the_last_that_anybody_sent() -> None:
    canary = Canary(every_s=300, key=KEY)
    assert due(canary, CanaryStanding(), NOW)
    assert not due(canary, CanaryStanding(last_sent=before(4.9)), NOW)
    assert due(canary, CanaryStanding(last_sent=before(5)), NOW)
    assert due(canary, CanaryStanding(last_sent=before(-60)), NOW), "a clock that was put back stops nothing"


@pytest.mark.parametrize(
    ("standing", "since", "fault", "state"),
    [
        (CanaryStanding(), 1, "", "starting"),
        (CanaryStanding(before(2), before(2)), 60, "", "ok"),
        (CanaryStanding(before(4), before(9), before(4)), 60, "", "ok"),
        (CanaryStanding(before(4), before(9), before(4)), 60, "It refused.", "late"),
        (CanaryStanding(before(1), before(10), before(5)), 60, "", "down"),
        (CanaryStanding(before(600), before(610), before(605)), 3, "", "starting"),  # the machine was off
        (CanaryStanding(before(10), None, before(10)), 10, "", "down"),
        (CanaryStanding(before(11), before(11)), 60, "It refused.", "down"),
    ],
)
def test_that_it_rings_ten_minutes_after_the_last_that_came(
    standing: CanaryStanding, since: float, fault: str, state: str
) -> None:
    told = judge(standing, since=before(since), now=NOW, fault=fault)
    assert told[0] == state
    if state == "down" and standing.missing:
        assert "the test mail of " in told[1]

"""The reading child: limits, crashes and kills cost one mail at most, and it never outlives its parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from controlroom.clues.read import read_clues
from controlroom.intake.limited.asked import Asked
from controlroom.intake.limited.reader import Failed, ReaderChild
from controlroom.intake.parsing.parse import Parsed

TOP = Path(__file__).resolve().parents[2]
GOOD = b"Subject: fine\r\n\r\nhello"
HOSTILE = """
import os, sys, time
from controlroom.intake.limited import child
from controlroom.intake.parsing import parse
honest = parse.parse
def hostile(raw):
    if b"BOMB" in raw: return honest(b"x: " + b"".join(bytes(1 << 20) for _ in range(2000)))
    if b"HANG" in raw: time.sleep(60)
    if b"SPIN" in raw:
        while True: pass
    if b"CRASH" in raw: os.kill(os.getpid(), 11)
    if b"EXIT" in raw: os._exit(0)
    if b"FILE" in raw: open(os.environ["HOME"] + "/leak", "wb").write(b"x" * 100_000)
    return honest(raw)
parse.parse = hostile
sys.exit(child.serve())
"""


@pytest.fixture
def reader() -> Iterator[ReaderChild]:
    one = ReaderChild([sys.executable, "-c", HOSTILE], seconds=3.0)
    yield one
    one.close()


def answers(reader: ReaderChild, *mails: Asked) -> list[Parsed | Failed | None]:
    reader.ask(mails)
    return [reader.answer() for _ in mails]


def read(reader: ReaderChild, *mails: bytes) -> list[str]:
    return [
        one.subject if isinstance(one, Parsed) and not one.over else "failed"
        for one in answers(reader, *map(Asked, mails))
    ]


def mail(word: str) -> bytes:
    return f"Subject: {word}\r\n\r\nhello".encode()


@pytest.mark.parametrize("word", ["BOMB", "HANG", "SPIN", "CRASH", "EXIT", "FILE"])
def test_that_a_hostile_mail_costs_only_itself(reader: ReaderChild, word: str) -> None:
    assert read(reader, GOOD) == ["fine"]
    assert read(reader, mail("a"), mail(word), mail("b"), mail("c")) == ["a", "failed", "b", "c"]


def test_that_hostile_mails_in_a_row_cost_only_themselves(reader: ReaderChild) -> None:
    assert read(reader, *[mail("CRASH")] * 3, GOOD, mail("EXIT"), GOOD) == ["failed"] * 3 + [
        "fine",
        "failed",
        "fine",
    ]


def test_that_a_killed_child_is_replaced(reader: ReaderChild) -> None:
    assert read(reader, GOOD) == ["fine"]
    first = reader.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert read(reader, GOOD, GOOD) == ["fine", "fine"]
    assert reader.pid != first


def test_that_answers_nobody_took_are_not_taken_for_those_of_later_mails(reader: ReaderChild) -> None:
    reader.ask([*map(Asked, (mail("one"), mail("two"), mail("three")))])
    assert reader.answer() is not None
    reader.close()
    assert read(reader, mail("four")) == ["four"]


def test_that_a_mail_that_takes_long_holds_up_none_of_the_answers_before_it(reader: ReaderChild) -> None:
    assert read(reader, GOOD) == ["fine"]
    reader.ask([Asked(mail("a")), Asked(mail("HANG")), Asked(mail("b"))])
    first = reader.answer()
    assert isinstance(first, Parsed) and first.subject == "a"
    assert reader.answer(0.01) is None
    assert reader.due == 2
    assert reader.answer() == Failed("reading it took longer than 3 seconds")
    last = reader.answer()
    assert isinstance(last, Parsed) and last.subject == "b"
    assert reader.answer(5.0) is None


def test_that_neither_side_waits_for_the_other_to_take_what_it_says() -> None:
    real = ReaderChild()
    mails = [Asked(b"Subject: %d\r\n\r\n" % at + b"word " * 60_000) for at in range(30)]
    try:
        for one in mails:
            real.ask(
                [one]
            )  # 9 MB each way, more than the system holds for either: nobody takes an answer yet
        assert real.has_enough
        texts = [answer.subject for _ in mails if isinstance(answer := real.answer(), Parsed)]
    finally:
        real.close()
    assert texts == [str(at) for at in range(30)]


def test_that_a_mail_of_fifty_megabytes_passes() -> None:
    real = ReaderChild()
    try:
        big = b"Subject: big\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n" + b"x" * 50_000_000
        (answer,) = answers(real, Asked(big))
        assert isinstance(answer, Parsed)
        assert answer.attachments == [("a.pdf", "application/pdf", 50_000_000)]
        assert read(real, GOOD) == ["fine"]
    finally:
        real.close()


def test_that_the_child_finds_the_clues_with_the_year_in_which_the_mail_came() -> None:
    real = ReaderChild()
    raw = b"Subject: alert\r\n\r\nPhone: 98390 12345, last seen 5 Jan 15:30 UTC"
    came = datetime(2024, 3, 1, tzinfo=UTC)
    try:
        with_date, without = answers(real, Asked(raw, came, came.replace(year=2026)), Asked(raw))
    finally:
        real.close()
    assert isinstance(with_date, Parsed) and isinstance(without, Parsed)
    assert with_date.clues == read_clues(f"alert\n\n{with_date.text}", received_at=came)
    assert with_date.clues is not None and without.clues is not None
    assert with_date.clues.phones == without.clues.phones == ("+919839012345",)
    assert with_date.clues.times == (datetime(2024, 1, 5, 15, 30, tzinfo=UTC),)
    assert without.clues.times == ()


def test_that_a_command_that_cannot_start_fails_the_mail_and_not_us() -> None:
    dead = ReaderChild([sys.executable, "-c", "raise SystemExit(1)"], seconds=3.0)
    (answer,) = answers(dead, Asked(GOOD))
    assert isinstance(answer, Failed)
    dead.close()


def test_that_the_child_gets_none_of_our_secrets(
    reader: ReaderChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTROLROOM_PASSPHRASE", "secret")
    reader.start()
    assert reader.pid is not None
    assert b"CONTROLROOM_" not in Path(f"/proc/{reader.pid}/environ").read_bytes()


PARENT = """
import sys, time
from controlroom.intake.limited.asked import Asked
from controlroom.intake.limited.reader import ReaderChild
reader = ReaderChild([sys.executable, "-c", sys.argv[1]] if len(sys.argv) > 1 else None, seconds=60)
def read(subject):
    reader.ask([Asked(b"Subject: " + subject)])
    reader.answer()
read(b"fine")
print(reader.pid, flush=True)
read(b"SPIN") if len(sys.argv) > 1 else time.sleep(60)
"""


@pytest.mark.parametrize(("more", "within"), [((), 30.0), ((HOSTILE,), 45.0)], ids=["idle", "busy"])
def test_that_the_child_ends_with_its_parent(more: tuple[str, ...], within: float) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, *more], stdout=subprocess.PIPE, cwd=TOP)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + within
    while _is_alive(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_alive(child)


def _is_alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False

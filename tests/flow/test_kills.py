"""Kill the intake at any instant: every mail is a row, once. The real program, the real parser, kill -9."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sync_house import wait_until

from controlroom.demo import invented_mail
from controlroom.domain.derived import case_of_mail
from controlroom.log import FAIL_POINTS
from controlroom.store import open_profile

NOW = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)


def post(maildir: Path, count: int, seed: int = 7) -> list[bytes]:
    """A Maildir of invented mails, one in ten of them there twice, one in twenty unreadable."""
    rng = random.Random(seed)
    (maildir / "new").mkdir(parents=True)
    (maildir / "cur").mkdir()
    mails = []
    for n in range(count):
        raw = invented_mail(rng, NOW + timedelta(seconds=n))
        if n % 20 == 3:
            raw = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + rng.randbytes(500)
        mails.append(raw)
        (maildir / "new" / f"{n}.a").write_bytes(raw)
        if n % 10 == 0:
            (maildir / "cur" / f"{n}.b:2,S").write_bytes(raw)
    return mails


def intake(
    profile: Path, maildir: Path, *, once: bool = False, fail_point: str = ""
) -> subprocess.Popen[bytes]:
    words = [
        sys.executable,
        "-m",
        "controlroom",
        "--profile",
        str(profile),
        "intake",
        "--folder",
        str(maildir),
    ]
    return subprocess.Popen(
        [*words, "--once"] if once else words,
        env=dict(os.environ) | {"CONTROLROOM_FAIL_POINT": fail_point},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def rows(profile: Path) -> int:
    opened = open_profile(profile)
    count = opened.reader().counts()["cases"]
    opened.close()
    return count


def check_every_mail_is_one_row(profile: Path, mails: list[bytes]) -> None:
    expected = {str(case_of_mail(hashlib.sha256(raw).hexdigest())) for raw in mails}
    opened = open_profile(profile)
    reader = opened.reader()
    cards = reader.cards(is_all=True)
    received = [
        event.stream_id
        for card in cards
        for event in reader.events(reader.case_id_of(card["number"]))
        if event.kind == "alert_received"
    ]
    problems = reader.check()
    opened.close()
    assert len(cards) == len(received) == len(set(received)) == len(expected)
    assert {card["id"] for card in cards} == expected
    assert len({card["number"] for card in cards}) == len(cards)
    assert problems == []


def kill_often(profile: Path, maildir: Path, mails: list[bytes], kills: int) -> None:
    """Kill the running intake at random moments until it was killed `kills` times, then let it finish."""
    rng = random.Random(len(mails))
    killed = 0
    while killed < kills:
        process = intake(profile, maildir)
        time.sleep(rng.uniform(0.3, 1.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.stderr is not None
        process.stderr.close()
        killed += 1
    finish(profile, maildir)
    check_every_mail_is_one_row(profile, mails)


def finish(profile: Path, maildir: Path) -> None:
    process = intake(profile, maildir, once=True)
    _, err = process.communicate(timeout=240)
    assert process.returncode == 0, err.decode()


def test_that_no_mail_is_lost_or_doubled_over_20_kills(profile: Path, tmp_path: Path) -> None:
    mails = post(tmp_path / "mail", 300)
    kill_often(profile, tmp_path / "mail", mails, 20)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_that_no_mail_of_2000_is_lost_or_doubled_over_200_kills(profile: Path, tmp_path: Path) -> None:
    mails = post(tmp_path / "mail", 2000)
    kill_often(profile, tmp_path / "mail", mails, 200)


@pytest.mark.parametrize("name", FAIL_POINTS)
@pytest.mark.parametrize("nth", [1, 3])
def test_that_no_mail_is_lost_or_doubled_at_a_fail_point(
    profile: Path, tmp_path: Path, name: str, nth: int
) -> None:
    mails = post(tmp_path / "mail", 120)
    open_profile(profile).close()
    process = intake(profile, tmp_path / "mail", once=True, fail_point=f"{name}:{nth}")
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, f"{name} was never reached a {nth}. time"
    finish(profile, tmp_path / "mail")
    check_every_mail_is_one_row(profile, mails)


def test_that_two_intakes_at_once_make_each_mail_one_row(profile: Path, tmp_path: Path) -> None:
    mails = post(tmp_path / "mail", 200)
    open_profile(profile).close()
    both = [intake(profile, tmp_path / "mail", once=True) for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=240)
        assert process.returncode == 0, err.decode()
    check_every_mail_is_one_row(profile, mails)


def test_that_the_child_that_reads_mail_ends_with_the_program(profile: Path, tmp_path: Path) -> None:
    post(tmp_path / "mail", 5)
    process = intake(profile, tmp_path / "mail")
    wait_until(lambda: bool(_children(process.pid)))
    children = _children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    wait_until(lambda: not any(_is_alive(child) for child in children))


def _children(pid: int) -> list[int]:
    try:
        found: list[int] = []
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
        return found
    except OSError:
        return []


def _is_alive(pid: int) -> bool:
    try:
        return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_that_the_figures_of_an_import_add_up(profile: Path, tmp_path: Path) -> None:
    mails = post(tmp_path / "mail", 60)
    words = [
        sys.executable,
        "-m",
        "controlroom",
        "--profile",
        str(profile),
        "import",
        str(tmp_path / "mail"),
        "--json",
    ]
    first, second = (
        json.loads(subprocess.run(words, capture_output=True, check=True).stdout) for _ in range(2)
    )
    distinct = len(set(mails))
    assert (first["mails"], first["duplicates"]) == (66, 66 - distinct)
    assert first["alerts"] + first["quarantined"] == first["cases"] == distinct
    assert second == {"mails": 66, "alerts": 0, "cases": 0, "quarantined": 0, "duplicates": 66}

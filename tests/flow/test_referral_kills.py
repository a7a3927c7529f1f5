"""kill -9 at every fail point while a referral goes out: one referral is one mail there, and none is lost."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from care_house import add_mail, add_service, agrees, now_is, refer, saved, send
from receivers import SmtpReceiver
from test_handover_kills import die_at, sender  # noqa: F401  the process that dies

from controlroom.log import HANDOVER_FAIL_POINTS
from controlroom.store import open_profile


def test_that_a_kill_anywhere_loses_no_referral_and_doubles_none(
    profile: Path,
    tmp_path: Path,
    sender: "subprocess.Popen[str]",  # noqa: F811
) -> None:
    post = SmtpReceiver(tmp_path / "there")
    desk = open_profile(profile)
    person, key = saved(desk), add_service(desk, email="ward@x.example")
    add_mail(desk, post)
    agrees(desk, person)
    refer(desk, person, key)
    desk.close()
    for point in (point for point in HANDOVER_FAIL_POINTS if point != "after-commit"):
        die_at(sender, profile, point)
        assert len(post.incidents) <= 1
    shutil.copytree(profile, tmp_path / "copy")
    die_at(sender, profile, "after-commit")
    for folder in (profile, tmp_path / "copy"):
        desk = open_profile(folder)
        send(desk)
        kinds = [event.kind for event in desk.reader().events(person)]
        assert desk.outbox.waiting() == []
        assert kinds.count("referral_made") == kinds.count("letter_sent") == 1
        assert now_is(desk, person).referrals[0].last_asked.sent_at is not None
        desk.close()
    assert len(post.incidents) == 1
    post.close()


@pytest.mark.parametrize("point", ["letters-written", "before-commit", "after-commit"])
def test_that_a_kill_while_it_is_made_leaves_referral_reason_and_letter_or_none_of_them(
    profile: Path, tmp_path: Path, point: str
) -> None:
    post = SmtpReceiver(tmp_path / "there")
    desk = open_profile(profile)
    person, key = saved(desk), add_service(desk, email="ward@x.example")
    add_mail(desk, post)
    agrees(desk, person)
    number = now_is(desk, person).cases[0].number
    desk.close()
    words = [
        sys.executable,
        "-m",
        "controlroom",
        "--profile",
        str(profile),
        "--as",
        "meera",
        "referral",
        "make",
    ]
    died = subprocess.run(
        [*words, number, "--to", key, "--reason", "treatment"],
        env=dict(os.environ) | {"CONTROLROOM_FAIL_POINT": point},
        capture_output=True,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    desk = open_profile(profile)
    found, letters = now_is(desk, person), desk.outbox.waiting()
    count = 1 if point == "after-commit" else 0
    assert (len(found.referrals), len(found.reasons), len(letters)) == (count, count, count)
    assert [asked.letter for one in found.referrals for asked in one.asked] == [
        str(one.id) for one in letters
    ]
    desk.close()
    post.close()

"""kill -9 at every fail point of every connector: nothing lost, nothing that the other side counts twice."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from receivers import FolderReceiver, HttpsReceiver, Receiver, SmtpReceiver

from controlroom.casework.arriving import alerts
from controlroom.casework.handing.connectors import add_connector
from controlroom.casework.handing.handovers import Target, hand_over_to
from controlroom.domain.events import CASE
from controlroom.handover.registry import REGISTRY, connector_of
from controlroom.log import HANDOVER_FAIL_POINTS
from controlroom.sendingroom import sending_loop
from controlroom.store import Profile, open_profile

PASSPHRASE = "correct horse battery staple"  # that of every profile in the tests
CHILD = Path(__file__).with_name("handover_child.py")
SENDING = ("smtp", "eido-https", "cap-https", "sms-https", "cap-folder", "slip")


@pytest.fixture(scope="module")
def receivers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Receiver]]:
    """One of each, for the whole file."""
    folder = tmp_path_factory.mktemp("there")
    made: dict[str, Receiver] = {"smtp": SmtpReceiver(folder / "tls")}
    for kind in SENDING[1:4]:
        made[kind] = HttpsReceiver(folder / "tls", kind)
    for kind in SENDING[4:]:
        made[kind] = FolderReceiver(folder / kind, kind)
    yield made
    for one in made.values():
        one.close()


def incidents(other: Receiver) -> int:
    if isinstance(other, FolderReceiver):
        other.look()
    return len(other.incidents)


def written(profile: Profile, other: Receiver) -> UUID:
    """A case handed over, the letter waiting."""
    with profile.writer.write(actor="asha") as tx:
        add_connector(tx, other.settings("there"))
        case = alerts.add_alert(tx, source="phone", text="phone 98390 12345")
        hand_over_to(tx, case, [Target("there")], connectors=connector_of)
    return case


@pytest.fixture(scope="module")
def sender() -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, str(CHILD)]
    env = dict(os.environ) | {
        "CONTROLROOM_PASSPHRASE": PASSPHRASE,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    with subprocess.Popen(
        words, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def die_at(sender: subprocess.Popen[str], profile: Path, point: str) -> None:
    assert sender.stdin is not None and sender.stdout is not None
    print(profile, point, sep="\t", file=sender.stdin, flush=True)
    assert int(sender.stdout.readline()) == -signal.SIGKILL, f"{point} was never reached"


@pytest.mark.parametrize("kind", SENDING)
def test_that_a_kill_anywhere_loses_nothing_and_doubles_nothing(
    profile: Path,
    tmp_path: Path,
    receivers: dict[str, Receiver],
    sender: subprocess.Popen[str],
    kind: str,
) -> None:
    other = receivers[kind]
    before = incidents(other)
    opened = open_profile(profile)
    case = written(opened, other)
    opened.close()
    points = [point for point in HANDOVER_FAIL_POINTS if point != "after-commit"]
    for point in points:  # nothing of it was recorded: the letter waits, and goes again as the same
        die_at(sender, profile, point)
        assert incidents(other) - before <= 1
    shutil.copytree(profile, tmp_path / "copy")
    die_at(sender, profile, "after-commit")  # it was: nothing goes again
    for folder in (profile, tmp_path / "copy"):
        opened = open_profile(folder)
        sending_loop(opened, lambda health: None).run_once()
        kinds = [event.kind for event in opened.reader().events(case)]
        assert opened.outbox.waiting() == []
        assert kinds.count("handover_sent") == kinds.count("handed_over") == 1
        assert opened.reader().check() == []
        opened.close()
    assert incidents(other) - before == 1


def test_that_every_connector_that_sends_is_killed() -> None:
    assert set(SENDING) == set(REGISTRY) - {"phone"}


@pytest.mark.parametrize("point", ["letters-written", "before-commit", "after-commit"])
def test_that_a_kill_at_the_hand_over_leaves_the_event_with_its_letter_or_neither(
    profile: Path, receivers: dict[str, Receiver], point: str
) -> None:
    opened = open_profile(profile)
    with opened.writer.write(actor="asha") as tx:
        add_connector(tx, receivers["cap-folder"].settings("there"))
        case = alerts.add_alert(tx, source="phone", text="phone 98390 12345")
        number = tx.number_of(case)
    opened.close()
    words = [sys.executable, "-m", "controlroom", "--profile", str(profile), "case", "handover", number]
    died = subprocess.run(
        [*words, "--to", "there"],
        env=dict(os.environ) | {"CONTROLROOM_FAIL_POINT": point},
        capture_output=True,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    opened = open_profile(profile)
    told = [event for event in opened.reader().events(case) if event.kind == "handed_over"]
    letters = opened.outbox.waiting()
    assert [event.body["letter"] for event in told] == [str(one.id) for one in letters]
    assert len(letters) == (1 if point == "after-commit" else 0)
    assert all(event.stream == CASE for event in told)
    opened.close()

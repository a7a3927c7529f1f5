"""No request leaves the process: it works the same in a network namespace that has no route at all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from controlroom.casework.arriving import alerts
from controlroom.store import open_profile

pytestmark = pytest.mark.timeout(120)
ALONE = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--net"]
TRACED = "connect,sendto,sendmsg"


def can_be_alone() -> bool:
    return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0


@pytest.fixture
def night(profile: Path) -> Path:
    """A profile with a case that names links of all kinds."""
    opened = open_profile(profile)
    with opened.writer.write(actor="asha") as tx:
        alerts.add_alert(
            tx,
            source="phone",
            text="https://www.facebook.com/a.b http://tracker.example/p.gif 26.85, 80.95 <img src=http://x.example>",
        )
    opened.close()
    return profile


@pytest.mark.skipif(not can_be_alone(), reason="this machine lets nobody make a network namespace")
def test_that_the_window_with_its_map_is_drawn_without_any_network(night: Path, tmp_path: Path) -> None:
    picture = tmp_path / "room.png"
    words = [sys.executable, "-m", "controlroom", "--profile", str(night), "picture", str(picture)]
    done = subprocess.run(
        [*ALONE, *words, "--size", "1366x768"],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"},
    )
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    colours = {image.pixelColor(x, y).name() for x in range(360, 960, 7) for y in range(150, 700, 7)}
    assert len(colours) > 3, "the map is not in it"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed here")
def test_that_no_socket_of_the_internet_is_ever_connected(night: Path, tmp_path: Path) -> None:
    picture, trace = tmp_path / "room.png", tmp_path / "trace"
    words = [sys.executable, "-m", "controlroom", "--profile", str(night), "picture", str(picture)]
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", f"trace={TRACED}", "-o", str(trace), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"},
    )
    assert done.returncode == 0, done.stderr
    asked = [line for line in trace.read_text(errors="replace").splitlines() if "AF_INET" in line]
    assert asked == []


def test_that_a_word_that_asks_for_the_network_would_be_seen(tmp_path: Path) -> None:
    """The fault put in on purpose: the same trace catches one connection."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed here")
    trace = tmp_path / "trace"
    script = "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9))"
    subprocess.run(
        ["strace", "-f", "-qq", "-e", f"trace={TRACED}", "-o", str(trace), sys.executable, "-c", script],
        check=True,
        timeout=60,
    )
    assert "AF_INET" in trace.read_text()

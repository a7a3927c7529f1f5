"""A program that crashes leaves nothing of its memory on the disk."""

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

LIMITS = Path("/proc/self/limits")
_, HARD = resource.getrlimit(resource.RLIMIT_CORE)


def allow_core() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (HARD, HARD))


@pytest.mark.skipif(not LIMITS.exists() or HARD == 0, reason="this system writes no memory to the disk")
def test_that_a_crash_of_the_program_writes_none_of_its_memory(profile: Path, tmp_path: Path) -> None:
    mails = tmp_path / "mails"
    mails.mkdir()
    words = ["--profile", str(profile), "intake", "--folder", str(mails)]
    running = subprocess.Popen(
        [sys.executable, "-m", "controlroom", *words], cwd=tmp_path, preexec_fn=allow_core
    )
    until = time.monotonic() + 60
    while not (profile / "room.db").exists():
        assert running.poll() is None and time.monotonic() < until
        time.sleep(0.05)
    [line] = [one for one in Path(f"/proc/{running.pid}/limits").read_text().splitlines() if "core" in one]
    assert line.split()[4:6] == ["0", "0"]
    running.send_signal(signal.SIGSEGV)
    assert running.wait(60) == -signal.SIGSEGV
    assert list(tmp_path.glob("core*")) == []

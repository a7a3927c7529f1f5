"""Finds and ends every process of a test server; as a script the guard that does so when the tests are gone.

Only the standard library, and quick to start: `postgres_processes.py FOLDER` waits for the end of its input.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_GOODBYE_S = 2.0


def processes_of(folder: Path) -> list[int]:
    """The server of this folder and its children, and what is making its data; the postmaster comes first.

    A child's title holds the cluster's name, so that one whose postmaster is gone is found as well. A program
    that only names the folder, such as a client that trusts its authority, is not the server's.
    """
    title, data = f"postgres: {folder.name}: ".encode(), f"\0{folder / 'data'}\0".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):  # it ended while we looked
                line = (entry / "cmdline").read_bytes()
                if data in line or line.startswith(title):
                    found.append((data not in line, int(entry.name)))
    return [pid for _, pid in sorted(found)]


def signal_all(folder: Path, number: signal.Signals) -> None:
    for pid in processes_of(folder):
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def kill_all(folder: Path) -> None:
    """Returns when none is left. Nobody gets a chance to say or write anything more."""
    while processes_of(folder):
        signal_all(folder, signal.SIGKILL)
        time.sleep(0.001)


def end_and_remove(folder: Path) -> None:
    """Ends what runs in this folder, stopped or not, then deletes it and the server's shared memory."""
    pid_file = folder / "data" / "postmaster.pid"
    signal_all(folder, signal.SIGCONT)
    for postmaster in processes_of(folder)[:1]:
        with suppress(ProcessLookupError):
            os.kill(postmaster, signal.SIGQUIT)  # it takes its shared memory along
    deadline = time.monotonic() + _GOODBYE_S
    while processes_of(folder) and time.monotonic() < deadline:
        time.sleep(0.002)
    kill_all(folder)
    with suppress(OSError, IndexError, ValueError):  # the file is there only when the server was killed
        _, segment = pid_file.read_text().splitlines()[6].split()
        subprocess.run(["ipcrm", "-m", segment], capture_output=True, check=False)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.stdin.read()  # until the tests close it, or end in whatever way
    end_and_remove(Path(sys.argv[1]))

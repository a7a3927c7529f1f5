"""A desk that sends what waits, for the kills. Each line on standard input is `PROFILE<tab>FAIL POINT`; the
answer is how the process that did it ended. The program is loaded once, and each try is a fork of it.
"""

import os
import sys
from pathlib import Path

import fpdf  # noqa: F401  loaded once for all
import uharfbuzz  # noqa: F401

from controlroom import log
from controlroom.sendingroom import sending_loop
from controlroom.store import open_profile


def send(folder: str, point: str) -> None:
    log._spec = point
    profile = open_profile(Path(folder))
    sending_loop(profile, lambda health: None).run_once()
    profile.close()


for line in sys.stdin:
    folder, _, point = line.rstrip("\n").partition("\t")
    child = os.fork()
    if child == 0:
        send(folder, point)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)

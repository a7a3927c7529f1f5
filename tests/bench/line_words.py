"""A word of the command line: how long until it has said its answer."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from measure import Line, Lines, Options, percentile
from seed import PASSPHRASE, empty_profile

WORDS = {"cases --json": ["cases", "--json"], "--help": ["--help"], "status": ["status"]}


def run(options: Options) -> Iterator[Lines]:
    """One line a word, beside an interpreter that does nothing."""
    with empty_profile() as profile:
        environment = {**os.environ, "CONTROLROOM_PASSPHRASE": PASSPHRASE}
        command = [sys.executable, "-m", "controlroom", "--profile", str(profile)]
        subprocess.run([*command, "cases"], env=environment, check=True, capture_output=True)
        for name, words in WORDS.items():
            yield {f"word, {name}": _word(command + words, environment, options)}


def _word(command: list[str], environment: dict[str, str], options: Options) -> Line:
    mine, bare = [], []
    for _ in range(options.rounds(12)):
        bare.append(_seconds([sys.executable, "-c", "pass"], environment))
        mine.append(_seconds(command, environment))
    late = percentile(mine, 0.5)
    return Line(
        ours=late,
        raw=percentile(bare, 0.5),
        ratio=late / percentile(bare, 0.5),
        budget="<= 0.5 s",
        within=late <= 0.5,
        unit="s",
        how="start to end of the process on an empty profile, its passphrase in the environment; median;"
        " raw: an interpreter that does nothing",
        more={"worst_s": max(mine)},
    )


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    top = Path(__file__).resolve().parents[2]
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=top, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return time.perf_counter() - started

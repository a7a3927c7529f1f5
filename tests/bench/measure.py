"""How a line of the bench is timed and told: ours beside raw in one run, by turns, median of the rounds."""

import gc
import os
import platform
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what ours took or gave, what the raw work did, and whether the budget holds."""

    ours: float
    raw: float | None
    ratio: float | None
    budget: str
    within: bool
    unit: str
    how: str
    more: dict[str, Any] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """As JSON, with figures that can be read."""
        return {name: _short(value) for name, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Options:
    """What the run was asked for."""

    cases: tuple[int, ...]
    is_quick: bool
    are_asked: bool = False  # the sizes were named: also those that take very long

    def rounds(self, many: int) -> int:
        """Fewer rounds when it must be quick."""
        return max(3, many // 3) if self.is_quick else many


Lines = dict[str, Line]


def _short(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {name: _short(item) for name, item in value.items()}
    return value


def say(text: str) -> None:
    """Progress, on the error output."""
    print(text, file=sys.stderr, flush=True)


Clock = Callable[[], float]


def seconds(work: Callable[[], Any], clock: Clock = time.perf_counter) -> float:
    """How long one call takes; what it gives is freed after the clock has stopped."""
    started = clock()
    given = work()
    took = clock() - started
    del given
    return took


def by_turns(
    ours: Callable[[], Any],
    raw: Callable[[], Any],
    *,
    rounds: int,
    warm: int = 1,
    clock: Clock = time.perf_counter,
) -> tuple[float, float, float]:
    """Median seconds of ours and of raw, and the median of the rounds' ratios; who goes first alternates.

    `clock`: time.thread_time where both only compute, on this thread: others on the machine do not count.
    """
    for _ in range(warm):
        ours()
        raw()
    pairs = []
    for turn in range(rounds):
        gc.collect()
        if turn % 2:
            theirs = seconds(raw, clock)
            pairs.append((seconds(ours, clock), theirs))
        else:
            mine = seconds(ours, clock)
            pairs.append((mine, seconds(raw, clock)))
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), ratio


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of all lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def machine() -> dict[str, Any]:
    """What it ran on: only ratios inside one run can be compared."""
    import sqlcipher3.dbapi2 as sqlcipher

    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "memory_mib": memory >> 20,
        "load_before": [round(load, 2) for load in os.getloadavg()],
        "sqlcipher_sqlite": sqlcipher.sqlite_version,
        "sqlite": sqlite3.sqlite_version,
        "qt": _qt_version(),
    }


def _qt_version() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def resident_mib(pid: int | str = "self") -> float:
    """Resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)

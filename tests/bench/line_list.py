"""List of cases: the first page of every view, sort and rung, at every size."""

import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

from measure import Line, Lines, Options, percentile, say
from rawstore import raw_connection
from seed import profile_of

from controlroom.casework.rows import QueueFilter
from controlroom.domain.case import LADDER
from controlroom.store import open_profile
from controlroom.store.reading.queue import _SORTS, _conditions

VIEWS = ("new", "mine", "open", "closed", "all")
PAGE = 200


def run(options: Options) -> Iterator[Lines]:
    """One line a size, and one that says how flat it is."""
    typical: dict[int, float] = {}
    for cases in options.cases:
        say(f"   {cases:,} cases")
        line, typical[cases] = _at(cases, options)
        yield {f"list, {cases} cases": line}
    if len(typical) > 1:
        yield {"list, largest to smallest": _flat(typical)}


def all_filters() -> list[QueueFilter]:
    """Every list that can be asked for."""
    found = [QueueFilter(view=view, person="asha", sort=sort) for view in VIEWS for sort in _SORTS]
    return found + [QueueFilter(state=state, sort=sort) for state in LADDER for sort in _SORTS]


def _at(cases: int, options: Options) -> tuple[Line, float]:
    folder = profile_of(cases)
    profile = open_profile(folder)
    reader = profile.reader()
    worst, ratios, mine_all = ("", 0.0), [], []
    with raw_connection(folder, read_only=True) as connection:
        for which in all_filters():
            mine, theirs = _times(which, reader, connection, options)
            ratios.append(statistics.median(mine) / statistics.median(theirs))
            mine_all.append(statistics.median(mine))
            late = percentile(mine, 0.95)
            if late > worst[1]:
                worst = (f"{which.state or which.view} by {which.sort}", late)
    profile.close()
    ms = worst[1] * 1000
    line = Line(
        ours=ms,
        raw=None,
        ratio=statistics.median(ratios),
        budget="<= 16 ms with painting",
        within=ms <= 16,
        unit="ms",
        how=f"first {PAGE} rows of {len(ratios)} filters: the worst filter's p95; ratio: median over"
        " the filters of ours to the same keyset SQL and fetchall on the driver",
        more={
            "worst": worst[0],
            "median_ms": statistics.median(mine_all) * 1000,
            "worst_ratio": max(ratios),
        },
    )
    return line, max(statistics.median(mine_all), 1e-9)


def _times(
    which: QueueFilter, reader: Any, connection: Any, options: Options
) -> tuple[list[float], list[float]]:
    raw = raw_query(which, connection)
    mine, theirs = [], []
    for turn in range(options.rounds(40) + 1):
        one = _seconds(lambda: reader.queue(which, limit=PAGE))
        other = _seconds(raw)
        if turn:
            mine.append(one)
            theirs.append(other)
    return mine, theirs


def raw_query(which: QueueFilter, connection: Any) -> Callable[[], Any]:
    """The same page as plain SQL: rows as they lie in the table."""
    keys = _SORTS[which.sort]
    where, values = _conditions(which)
    way = "DESC" if which.sort in ("newest", "number") else "ASC"
    query = (
        f"SELECT line, {', '.join(keys)} FROM cases {'WHERE ' + ' AND '.join(where) if where else ''}"
        f" ORDER BY {', '.join(f'{key} {way}' for key in keys)} LIMIT {PAGE}"
    )
    return lambda: connection.execute(query, values).fetchall()


def _seconds(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _flat(typical: dict[int, float]) -> Line:
    smallest, largest = min(typical), max(typical)
    ratio = typical[largest] / typical[smallest]
    return Line(
        ours=typical[largest] * 1000,
        raw=typical[smallest] * 1000,
        ratio=ratio,
        budget="<= 1.2x",
        within=ratio <= 1.2,
        unit="ms",
        how=f"median over all filters of the first page at {largest:,} cases to that at {smallest:,}",
    )

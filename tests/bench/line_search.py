"""Search as you type: the newest 50 of each kind of word, and that all true hits are found."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from measure import Line, Lines, Options, percentile, say
from rawstore import raw_connection
from seed import PROBES, profile_of, true_hits

from controlroom.casework.rows import QueueFilter
from controlroom.store import open_profile
from controlroom.store.reading.search import match_query

NEWEST = 50
_RAW = (
    "SELECT c.line FROM search s JOIN cases c ON c.n = s.rowid"
    " WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT 50"
)
_IDS = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50"


def run(options: Options) -> Iterator[Lines]:
    """One line a probe and size."""
    for cases in options.cases:
        say(f"   {cases:,} cases")
        folder = profile_of(cases)
        profile = open_profile(folder)
        reader, true = profile.reader(), true_hits(folder)
        with raw_connection(folder, read_only=True) as connection:
            for name, typed in PROBES.items():
                line = _probe(typed, reader, connection, true.get(name, 0), options)
                yield {f"search, {name}, {cases} cases": line}
        profile.close()


def _probe(typed: str, reader: Any, connection: Any, true: int, options: Options) -> Line:
    query = match_query(typed)
    which = QueueFilter(view="all", text=typed)
    calls: tuple[Callable[[], Any], ...] = (
        lambda: reader.queue(which, limit=NEWEST),
        lambda: connection.execute(_RAW, (query,)).fetchall(),
        lambda: connection.execute(_IDS, (query,)).fetchall(),
    )
    times: tuple[list[tuple[float, float]], ...] = ([], [], [])
    for turn in range(options.rounds(60) + 3):
        for call, took in zip(calls, times, strict=True):
            started, busy = time.perf_counter(), time.thread_time()
            call()
            if turn >= 3:
                took.append(((time.perf_counter() - started) * 1000, (time.thread_time() - busy) * 1000))
    mine, theirs, ids = (percentile([busy for _, busy in took], 0.5) for took in times)
    found, p99 = _count(reader, which), percentile([clock for clock, _ in times[0]], 0.99)
    return Line(
        ours=mine,
        raw=theirs,
        ratio=mine / theirs,
        budget="<= 2x raw, p99 <= 16 ms, hits = true hits",
        within=mine <= 2 * theirs and p99 <= 16 and found == true,
        unit="ms",
        how=f"newest {NEWEST} rows of cases that hold '{typed}'; raw: the same match by the driver, with"
        " the rows' text; both in time of the thread, p99 by the clock",
        more={"p99_ms": p99, "hits": found, "true_hits": true, "raw_ids_only_ms": ids},
    )


def _count(reader: Any, which: QueueFilter) -> int:
    """All that the pages give, one after the other, until the end."""
    found, after, ids = 0, None, set()
    while True:
        page = reader.queue(which, after=after, limit=2000)
        found += len(page.rows)
        ids.update(row.id for row in page.rows)
        after = page.after
        if after is None:
            assert len(ids) == found, "a case was found twice"
            return found

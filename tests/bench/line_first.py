"""The first sync of a new desk: until the open cases are in, until all it wants is in; beside bare rows."""

import multiprocessing
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from measure import Line, Lines, Options, resident_mib
from rawstore import raw_connection
from roomseed import fill
from seed import empty_profile
from sharedroom import PASSWORD, Desk, Room, shared_room

from controlroom.casework.room.sharing import Link
from controlroom.store import open_profile
from controlroom.sync.hosts import Login
from controlroom.sync.joining import join_room
from controlroom.sync.loop import SyncLoop
from controlroom.sync.pull import LARGE_PAGE, MOST_RECENT, PAGE, RECENT_DAYS

LOGINS = ("asha", "bina", "chand", "devi")  # a login may have 20 desks: one for each size, and one over
PATIENCE_S = 900
_AT_ONCE = 200  # streams asked for together, as sync does
_SELECT = (
    "SELECT id, stream, stream_id, stream_seq, kind, version, happened_at, at, actor, desk::text, audience,"
    " body, hash, seq, stream_seq, recorded_at, number, salt, digest, hash FROM log.events"
    " WHERE stream_id = ANY (%s) ORDER BY stream_id, stream_seq"
)
_INSERT = (
    "INSERT INTO events (id, stream, stream_id, pos, kind, version, happened_at, at, actor, desk, audience,"
    " body, hash, seq, stream_seq, recorded_at, number, salt, digest, room_hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_processes = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Took:
    """What one new desk needed."""

    usable_s: float
    whole_s: float
    events: int
    grew_mib: float
    file_mib: float


def run(options: Options) -> Iterator[Lines]:
    """Two lines a size, one beside a window, each size against the smallest. A million where asked for."""
    sizes = [cases for cases in options.cases if cases <= 100_000 or options.are_asked]
    files: dict[int, float] = {}
    with ExitStack() as held:
        small = held.enter_context(_room_of(sizes[0]))
        for cases in sizes:
            with nullcontext(small) if cases == sizes[0] else _room_of(cases) as room:
                wanted = _wanted(room)
                rounds = _rounds(room, wanted, 1 if options.is_quick and cases > 5000 else options.rounds(3))
                yield _lines(cases, rounds, wanted[0])
                if cases == (sizes[0] if options.is_quick else max(sizes[0], 100_000)):
                    yield {f"first sync, whole, {cases} cases, window open": _under_window(room, wanted)}
                files[cases] = rounds[0][0].file_mib
                if room is not small:
                    line = _beside(small, room, (sizes[0], cases), files, options)
                    yield {f"first sync, usable, {cases} beside {sizes[0]} cases": line}


@contextmanager
def _room_of(cases: int) -> Iterator[Room]:
    with shared_room(LOGINS, {"max_wal_size": "8GB"}) as room:
        fill(room, cases)
        yield room


def _wanted(room: Room) -> tuple[list[UUID], list[UUID]]:
    """The streams of the working set: the open ones, the others."""
    desk = Desk(room.dsn(LOGINS[0]), LOGINS[0])  # its own case is one of the open ones
    since = time.time_ns() // 1000 - RECENT_DAYS * 86_400_000_000
    wanted = desk.shared.working_set(since, MOST_RECENT)
    desk.shared.close()
    return [case for case, is_open in wanted if is_open], [case for case, is_open in wanted if not is_open]


def _rounds(room: Room, wanted: Any, many: int) -> list[tuple[Took, Took]]:
    """(ours, raw) so many times, each in a process and a profile of its own; who goes first alternates."""
    found = []
    for turn in range(many):
        if turn % 2:
            theirs = _apart(_bare, room.raw_dsn, wanted)
            found.append((_apart(_ours, _whose(room), False), theirs))
        else:
            mine = _apart(_ours, _whose(room), False)
            found.append((mine, _apart(_bare, room.raw_dsn, wanted)))
    return found


def _whose(room: Room, login: str = LOGINS[0]) -> tuple[str, str]:
    return room.dsn(login), login


def _apart(work: Callable[..., Took], dsn: Any, wanted: Any) -> Took:
    with empty_profile() as folder:
        ends = _processes.Queue()
        process = _processes.Process(target=_hand_in, args=(work, folder, dsn, wanted, ends), daemon=True)
        process.start()
        told: Took | str = ends.get(timeout=PATIENCE_S)
        process.join(30)
    if isinstance(told, str):
        raise RuntimeError(told)
    return told


def _hand_in(work: Callable[..., Took], folder: Path, dsn: Any, wanted: Any, ends: Any) -> None:
    try:
        ends.put(work(folder, dsn, wanted))
    except BaseException as fault:  # the one who waits is told
        ends.put(f"{type(fault).__name__}: {fault}")


# --- ours: a profile that joins, and its sync loop --------------------------------------------------------


def _ours(folder: Path, whose: tuple[str, str], has_window: bool | None) -> Took:
    """As the command line's `connect`, or as beside a window; until it is usable where that is None."""
    profile = open_profile(folder)
    if has_window:
        profile.lock_window()
    join_room(profile.replica, Login(*whose, PASSWORD), is_whole=False)
    marks: dict[str, float] = {}
    stop = threading.Event()

    def told(link: Link) -> None:
        marks.setdefault(link.state, time.perf_counter())
        if link.state == ("behind" if has_window is None else "connected") or link.fault:
            stop.set()

    before = _start_of_peak()
    started = time.perf_counter()
    SyncLoop(profile.replica, publish=told, page=PAGE if has_window else LARGE_PAGE).run(stop)
    grew = _peak_mib() - before  # before they are counted: that reads the whole log into a reader's memory
    events = profile.replica.pulled_count()
    profile.close()
    whole_s = 0.0 if has_window is None else marks["connected"] - started
    return Took(marks["behind"] - started, whole_s, events, grew, _files_mib(folder))


# --- raw: the same rows by id, laid into a table of the same shape ----------------------------------------


def _bare(folder: Path, dsn: str, wanted: tuple[Sequence[UUID], Sequence[UUID]]) -> Took:
    open_profile(folder).close()
    before = _start_of_peak()
    started = time.perf_counter()
    count, marks = 0, []
    with psycopg.connect(dsn, autocommit=True) as room, raw_connection(folder, read_only=False) as store:
        for streams in wanted:
            for at in range(0, len(streams), _AT_ONCE):
                rows = room.execute(_SELECT, (list(streams[at : at + _AT_ONCE]),), prepare=True, binary=True)
                told = [(row[0].bytes, row[1], row[2].bytes, *row[3:]) for row in rows]
                store.execute("BEGIN IMMEDIATE")
                store.executemany(_INSERT, told)
                store.execute("COMMIT")
                count += len(told)
            marks.append(time.perf_counter())
    grew = _peak_mib() - before
    return Took(marks[0] - started, marks[1] - started, count, grew, _files_mib(folder))


def _start_of_peak() -> float:
    """Memory now; the highest from here on is counted anew."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return resident_mib()


def _peak_mib() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [kib] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(kib) / 1024


def _files_mib(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.glob("room.db*")) / (1 << 20)


# --- the lines --------------------------------------------------------------------------------------------


def _middle(all_of: Sequence[Took]) -> Took:
    return Took(*(statistics.median(values) for values in zip(*map(_values, all_of), strict=True)))


def _values(took: Took) -> tuple[float, ...]:
    return took.usable_s, took.whole_s, took.events, took.grew_mib, took.file_mib


def _lines(cases: int, rounds: Sequence[tuple[Took, Took]], opened: Sequence[UUID]) -> Lines:
    ours, raw = _middle([mine for mine, _ in rounds]), _middle([theirs for _, theirs in rounds])
    usable = statistics.median(theirs.usable_s / mine.usable_s for mine, theirs in rounds)
    whole = statistics.median(theirs.whole_s / mine.whole_s for mine, theirs in rounds)
    return {
        f"first sync, usable, {cases} cases": Line(
            ours=ours.usable_s * 1000,
            raw=raw.usable_s * 1000,
            ratio=usable,
            budget=">= 0.5x raw pull and land",
            within=usable >= 0.5,
            unit="ms",
            how=f"from the start of the sync loop, connecting and all, until the {len(opened)} open cases are"
            f" in and opened, pages of {LARGE_PAGE}; raw: the same rows by id, sealed as they are, bare into"
            " the same SQLCipher table",
        ),
        f"first sync, whole, {cases} cases": Line(
            ours=ours.events / ours.whole_s,
            raw=raw.events / raw.whole_s,
            ratio=whole,
            budget=">= 0.5x raw; memory + <= 50 MiB",
            within=whole >= 0.5 and ours.grew_mib <= 50,
            unit="events/s",
            how="the open cases and the newest 20,000 others of 90 days: events, keys, opened words, folded"
            " cases, lists, search, tallies; raw: as above, without keys, no more than rows in a table",
            more={  # measured apart, on a calm machine: Anki pulls 18-24,000 notes/s, PouchDB 6,700 docs/s
                "seconds": ours.whole_s,
                "events": ours.events,
                "memory_grew_mib": ours.grew_mib,
                "raw_memory_grew_mib": raw.grew_mib,
                "file_mib": ours.file_mib,
                "raw_file_mib": raw.file_mib,
            },
        ),
    }


def _under_window(room: Room, wanted: Any) -> Line:
    mine, theirs = _apart(_ours, _whose(room), True), _apart(_bare, room.raw_dsn, wanted)
    share = theirs.whole_s / mine.whole_s
    return Line(
        ours=mine.events / mine.whole_s,
        raw=theirs.events / theirs.whole_s,
        ratio=share,
        budget=">= 0.5x raw pull and land; memory + <= 50 MiB",
        within=share >= 0.5 and mine.grew_mib <= 50,
        unit="events/s",
        how=f"the same in pages of {PAGE}, a transaction ended as soon as a person waits",
        more={"seconds": mine.whole_s, "usable_ms": mine.usable_s * 1000, "memory_grew_mib": mine.grew_mib},
    )


def _beside(
    small: Room, large: Room, sizes: tuple[int, int], files: dict[int, float], options: Options
) -> Line:
    pairs, login = [], LOGINS[1 + options.cases.index(sizes[1])]
    for turn in range(options.rounds(9)):
        both = [_apart(_ours, _whose(room, login), None).usable_s for room in (large, small)[:: (-1) ** turn]]
        pairs.append(both[:: (-1) ** turn])
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    full = [mib for cases, mib in files.items() if cases > MOST_RECENT]
    return Line(
        ours=statistics.median(mine for mine, _ in pairs) * 1000,
        raw=statistics.median(theirs for _, theirs in pairs) * 1000,
        ratio=ratio,
        budget="<= 1.2x of the smallest; no larger file once the working set is full",
        within=ratio <= 1.2 and max(full, default=0) <= 1.2 * min(full, default=0),
        unit="ms",
        how=f"until usable with {sizes[1]:,} cases on the server, against {sizes[0]:,}, by turns; 500 open",
        more={"file_mib": {str(cases): mib for cases, mib in files.items()}},
    )

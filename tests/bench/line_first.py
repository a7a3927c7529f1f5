"""The first sync of a new desk: until the open cases are in, until all it wants is in; beside bare rows."""

import multiprocessing
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
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

from controlroom.casework.sharing import Link
from controlroom.store import open_profile
from controlroom.sync.hosts import Login
from controlroom.sync.joining import join_room
from controlroom.sync.loop import SyncLoop
from controlroom.sync.pull import MOST_RECENT, PAGE, RECENT_DAYS

LOGIN = "asha"
PATIENCE_S = 900
ANKI, POUCHDB = 24_000, 6_700  # rows a second that they pull, measured apart
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
    """Two lines a size, and one that holds the sizes against each other. A million only where asked for."""
    sizes = [cases for cases in options.cases if cases <= 100_000 or options.are_asked]
    found: list[tuple[int, Took]] = []
    for cases in sizes:
        with shared_room([LOGIN], {"max_wal_size": "8GB"}) as room:
            fill(room, cases)
            opened, recent = _wanted(room)
            ours = _rounds(room, (opened, recent), options.rounds(5))
            found.append((cases, _middle([mine for mine, _ in ours])))
        yield _lines(cases, ours, opened)
    if len(sizes) > 1:
        yield {"first sync, any size": _any_size(found)}


def _wanted(room: Room) -> tuple[list[UUID], list[UUID]]:
    """The streams of the working set: the open ones, the others."""
    desk = Desk(room.dsn(LOGIN), LOGIN)  # its own case is one of the open ones
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
            found.append((_apart(_ours, room.dsn(LOGIN), None), theirs))
        else:
            mine = _apart(_ours, room.dsn(LOGIN), None)
            found.append((mine, _apart(_bare, room.raw_dsn, wanted)))
    return found


def _apart(work: Callable[..., Took], dsn: str, wanted: Any) -> Took:
    with empty_profile() as folder:
        ends = _processes.Queue()
        process = _processes.Process(target=_hand_in, args=(work, folder, dsn, wanted, ends), daemon=True)
        process.start()
        told: Took | str = ends.get(timeout=PATIENCE_S)
        process.join(30)
    if isinstance(told, str):
        raise RuntimeError(told)
    return told


def _hand_in(work: Callable[..., Took], folder: Path, dsn: str, wanted: Any, ends: Any) -> None:
    try:
        ends.put(work(folder, dsn, wanted))
    except BaseException as fault:  # the one who waits is told
        ends.put(f"{type(fault).__name__}: {fault}")


# --- ours: a profile that joins, and its sync loop --------------------------------------------------------


def _ours(folder: Path, dsn: str, _: None) -> Took:
    profile = open_profile(folder)
    join_room(profile.replica, Login(dsn, LOGIN, PASSWORD), is_whole=False)
    marks: dict[str, float] = {}
    stop = threading.Event()

    def told(link: Link) -> None:
        marks.setdefault(link.state, time.perf_counter())
        if link.state == "connected" or link.fault:
            marks["fault"] = marks.get("fault", 0) or float(bool(link.fault))
            stop.set()

    before = _start_of_peak()
    started = time.perf_counter()
    SyncLoop(profile.replica, publish=told, page=PAGE).run(stop)
    assert not marks["fault"], "it did not come to its end"
    events = profile.replica.pulled_count()
    grew = _peak_mib() - before
    profile.close()
    return Took(marks["behind"] - started, marks["connected"] - started, events, grew, _files_mib(folder))


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
    rate = ours.events / ours.whole_s
    return {
        f"first sync, usable, {cases} cases": Line(
            ours=ours.usable_s * 1000,
            raw=raw.usable_s * 1000,
            ratio=usable,
            budget=">= 0.5x raw pull and land",
            within=usable >= 0.5,
            unit="ms",
            how=f"from the start of the sync loop, connecting and all, until the {len(opened)} open cases are"
            f" in, pages of {PAGE}; raw: the same rows by id in pages, bare into the same SQLCipher table",
        ),
        f"first sync, whole, {cases} cases": Line(
            ours=rate,
            raw=raw.events / raw.whole_s,
            ratio=whole,
            budget=f">= 0.5x raw, >= {ANKI}/s (1x Anki; 3x PouchDB is {3 * POUCHDB}); memory + <= 50 MiB",
            within=whole >= 0.5 and rate >= ANKI and ours.grew_mib <= 50,
            unit="events/s",
            how="the open cases and the newest 20,000 others of 90 days: events, folded cases, lists, search,"
            " tallies; raw: as above, no more than rows in a table",
            more={
                "seconds": ours.whole_s,
                "events": ours.events,
                "memory_grew_mib": ours.grew_mib,
                "raw_memory_grew_mib": raw.grew_mib,
                "file_mib": ours.file_mib,
                "raw_file_mib": raw.file_mib,
            },
        ),
    }


def _any_size(found: Sequence[tuple[int, Took]]) -> Line:
    (least, small), (most, large) = found[0], found[-1]
    full = [took.file_mib for cases, took in found if cases > MOST_RECENT]
    return Line(
        ours=large.usable_s * 1000,
        raw=small.usable_s * 1000,
        ratio=large.usable_s / small.usable_s,
        budget="usable <= 1.2x of the smallest; no larger file once the working set is full",
        within=large.usable_s <= 1.2 * small.usable_s and max(full, default=0) <= 1.2 * min(full, default=0),
        unit="ms",
        how=f"until usable at {most:,} cases against {least:,}, both with 500 open",
        more={"memory_grew_mib": {str(cases): took.grew_mib for cases, took in found}},
    )

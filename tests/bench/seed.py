"""Makes and keeps profiles of 1k to 1M cases: rows by the real functions, filled in and inserted in bulk."""

import hashlib
import json
import os
import random
import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import invented
import msgspec
from measure import say

from controlroom.casework.cards import card, queue_row, search_words, shared_facts
from controlroom.casework.ports import NewEvent
from controlroom.casework.rows import QueueRow
from controlroom.clues.folding import fold_text
from controlroom.domain.case import Case
from controlroom.domain.derived import derived_id
from controlroom.domain.events import CASE, KINDS, Event
from controlroom.domain.fold import fold
from controlroom.store import open_profile
from controlroom.store.database import engine_for
from controlroom.store.desk.keys import database_key
from controlroom.store.eventlog import link, micros
from controlroom.store.projection import tally_names

PASSPHRASE = "only for the bench"
SEEDED_LIKE = "4"  # raise it when what is seeded changes: kept profiles are made anew
OPEN = 500  # open cases in a large profile: a tenth of them older than all that is closed
PATTERNS = 3000
CHUNK = 20_000
_BASE = datetime(2020, 1, 1, tzinfo=UTC)
_ID = UUID(int=0x0193_0000_0000_7000_8000_0000_0000_0001)
_NUMBER = "2020-ZZ-0000"
_MASKED = "q***xyz"
_STEP = timedelta(seconds=25)
_EVENT = (
    "INSERT INTO events (id, stream, stream_id, pos, kind, version, happened_at, at, actor, desk, audience,"
    " body, hash) VALUES (?, 'case', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CASE = (
    "INSERT INTO cases (n, id, pos, state, is_open, owner, priority, received_at, lat, lon, accuracy_m,"
    " place_source, card, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A closed case with marks where each case has something of its own."""

    case: Case
    priority: int
    events: tuple[tuple[str, int, str, str, int], ...]  # kind, version, audience, body, microseconds after
    card: str
    line: str
    words: str
    facts: tuple[str, ...]
    tallies: tuple[str, ...]


def cache_folder() -> Path:
    """Where profiles are kept between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "controlroom-bench"


def profile_of(cases: int) -> Path:
    """The folder of a profile with so many cases, made at first use. Not to be written to: see `copied`."""
    os.environ["CONTROLROOM_PASSPHRASE"] = PASSPHRASE
    folder = cache_folder() / f"{cases}-{_fingerprint()}"
    if not (folder / "seeded.json").exists():
        for old in cache_folder().glob(f"{cases}-*"):
            shutil.rmtree(old)
        started = time.perf_counter()
        say(f"   making a profile of {cases:,} cases ...")
        hits = _make(folder, cases)
        took = time.perf_counter() - started
        say(f"   made in {took:.0f} s")
        told = {"seconds": took, "hits": hits, "bytes": (folder / "room.db").stat().st_size}
        (folder / "seeded.json").write_text(json.dumps(told), encoding="utf-8")
    open_profile(folder).close()  # one that was made by an earlier shape of the store gets this one's
    return folder


def true_hits(folder: Path) -> dict[str, int]:
    """How many cases hold each of the words that the search line asks for; counted while they were made."""
    found: dict[str, int] = json.loads((folder / "seeded.json").read_text(encoding="utf-8"))["hits"]
    return found


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """A copy of a profile that may be written to; it goes when the block ends."""
    for left in cache_folder().glob("copy-*"):  # of a run that was killed
        if time.time() - left.stat().st_mtime > 7200:
            shutil.rmtree(left, ignore_errors=True)
    above = Path(tempfile.mkdtemp(prefix="copy-", dir=cache_folder()))
    try:
        shutil.copytree(folder, above / "profile")
        yield above / "profile"
    finally:
        shutil.rmtree(above, ignore_errors=True)


@contextmanager
def empty_profile() -> Iterator[Path]:
    """The folder of a profile that is not made yet, on the same disk as the large ones."""
    os.environ["CONTROLROOM_PASSPHRASE"] = PASSPHRASE
    cache_folder().mkdir(parents=True, exist_ok=True)
    above = Path(tempfile.mkdtemp(prefix="empty-", dir=cache_folder()))
    try:
        yield above / "profile"
    finally:
        shutil.rmtree(above, ignore_errors=True)


def _fingerprint() -> str:
    """Changes with what is seeded."""
    fields = ",".join(QueueRow.__struct_fields__) + ",".join(Case.__slots__)
    return hashlib.sha256("\0".join([SEEDED_LIKE, fields]).encode()).hexdigest()[:12]


def _make(folder: Path, cases: int) -> dict[str, int]:
    shutil.rmtree(folder, ignore_errors=True)
    still_open = min(OPEN, cases // 2)
    rng = random.Random(cases)
    hits: Counter[str] = Counter()
    _add_open(folder, rng, still_open // 10, hits)
    _add_closed(folder, rng, cases - still_open, hits)
    _add_open(folder, rng, still_open - still_open // 10, hits)
    return dict(hits)


# --- open cases: through the writer, event by event -------------------------------------------------------


def _add_open(folder: Path, rng: random.Random, count: int, hits: Counter[str]) -> None:
    profile = open_profile(folder)
    now = datetime.now(UTC)
    people = ("asha", "bina", "chand", "devi", "")
    for at in range(count):
        received = now - timedelta(minutes=5 + at)
        number = f"2021-OP-{rng.randrange(16**8):08x}"
        body = invented.alert_body(
            rng,
            number=number,
            handle=f"open{rng.randrange(10**9):09d}",
            phone=f"98{rng.randrange(10**8):08d}",
        )
        case_id = derived_id(rng.randbytes(16))  # as that of a case that came by mail: a hash
        person = people[at % len(people)]
        length = rng.randrange(2, 11) if person else 1
        with profile.writer.write(actor=person or "intake", is_person=False) as tx:
            for step, (kind, told) in enumerate(invented.story(rng, body, length=length)):
                tx.append([NewEvent(CASE, case_id, kind, told, received + timedelta(seconds=10 * step))])
            case = tx.case(case_id)
            assert case is not None
            hits.update(_probes_in(fold_text(search_words(case))))
    profile.close()


# --- closed cases: patterns -------------------------------------------------------------------------------


def _add_closed(folder: Path, rng: random.Random, count: int, hits: Counter[str]) -> None:
    patterns = [_pattern(rng, at) for at in range(min(PATTERNS, max(20, count // 4)))]
    found = [_probes_in(pattern.words) for pattern in patterns]
    engine = engine_for(folder, database_key(folder), read_only=False)
    held = engine.connect()
    raw: Any = held.connection.driver_connection
    for pragma in ("synchronous = OFF", "cache_size = -600000", "wal_autocheckpoint = 20000"):
        raw.execute(f"PRAGMA {pragma}")
    indexes = raw.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'cases' AND sql NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        raw.execute(f"DROP INDEX {name}")
    uses = _insert_all(raw, rng, patterns, count)
    for _, made_by in indexes:
        raw.execute(made_by)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held.close()
    for at, times in uses.items():
        for probe in found[at]:
            hits[probe] += times


def _insert_all(raw: Any, rng: random.Random, patterns: list[Pattern], count: int) -> Counter[int]:
    uses: Counter[int] = Counter()
    tallies: Counter[str] = Counter()
    last = raw.execute("SELECT hash FROM events ORDER BY lsn DESC LIMIT 1").fetchone()
    head = last[0] if last else b""
    first = int(raw.execute("SELECT coalesce(max(n), 0) FROM cases").fetchone()[0]) + 1
    start = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1) - count * _STEP
    for done in range(0, count, CHUNK):
        rows = _Rows()
        for at in range(done, min(count, done + CHUNK)):
            which = rng.randrange(len(patterns))
            uses[which] += 1
            tallies.update(patterns[which].tallies)
            head = rows.add(patterns[which], first + at, start + at * _STEP, rng, head)
        rows.insert(raw)
        if done % 100_000 == 0 and done:
            say(f"   {done:,} of {count:,}")
    raw.executemany(
        "INSERT INTO tallies (name, count) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET count = count + excluded.count",
        sorted(tallies.items()),
    )
    return uses


class _Rows:
    """The rows of one transaction."""

    def __init__(self) -> None:
        self.events: list[tuple[Any, ...]] = []
        self.cases: list[tuple[Any, ...]] = []
        self.words: list[tuple[int, str]] = []
        self.facts: list[tuple[str, int]] = []
        self.numbers: list[tuple[str, bytes, int]] = []

    def add(self, like: Pattern, n: int, received: datetime, rng: random.Random, head: bytes) -> bytes:
        """One more case; gives the new head of the chain."""
        case_id, base = derived_id(rng.randbytes(16)), micros(received)
        fill = _filler(case_id, n, received)
        for pos, (kind, version, audience, body, later) in enumerate(like.events, start=1):
            at = base + later
            told = (_event_id(at, n, pos), "case", case_id.bytes, kind, version, at, at)
            full = fill(body)
            digest = link(head, (*told, "bench", "bench", audience, full))
            self.events.append(
                (told[0], case_id.bytes, pos, kind, version, at, at, "bench", "bench", audience, full, digest)
            )
            head = digest
        self._add_case(like, case_id, n, base, fill)
        return head

    def _add_case(self, like: Pattern, case_id: UUID, n: int, base: int, fill: Any) -> None:
        case, place = like.case, like.case.place
        where = (place.lat, place.lon, place.accuracy_m, place.source) if place else (None,) * 4
        shape = (len(like.events), case.state, int(case.is_open), case.owner, like.priority, base)
        self.cases.append((n, case_id.bytes, *shape, *where, fill(like.card), fill(like.line)))
        self.words.append((n, fill(like.words)))
        self.facts += [(fill(value), n) for value in like.facts]
        self.numbers.append((_number(n), case_id.bytes, n))

    def insert(self, raw: Any) -> None:
        """All of them in one transaction, each index in its own order where that is free."""
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(_EVENT, self.events)
        raw.executemany(_CASE, self.cases)
        raw.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", self.words)
        raw.executemany("INSERT INTO facts (value, n) VALUES (?, ?)", sorted(self.facts))
        raw.executemany("INSERT INTO numbers (number, case_id, n) VALUES (?, ?, ?)", self.numbers)
        raw.execute("COMMIT")


def _number(n: int) -> str:
    return f"2020-ZZ-{n:08d}"


def _filler(case_id: UUID, n: int, received: datetime) -> Any:
    handle, phone = f"acc{n:09d}", f"9{n % 10**9:09d}"
    stamp = received.strftime("%Y-%m-%dT%H:%M:%S")
    marks = {
        invented.HANDLE: handle,
        invented.PHONE: phone,
        f"{invented.PHONE[:5]} {invented.PHONE[5:]}": f"{phone[:5]} {phone[5:]}",
        _MASKED: f"a***{handle[-3:]}",
        _NUMBER: _number(n),
        _NUMBER.lower(): _number(n).lower(),
        str(_ID): str(case_id),
        _BASE.strftime("%Y-%m-%dT%H:%M:%S"): stamp,
    }

    def fill(text: str) -> str:
        return _MARKS.sub(lambda found: marks[found[0]], text)

    return fill


_MARKS = re.compile(
    "|".join(
        map(
            re.escape,
            (
                invented.HANDLE,
                invented.PHONE,
                f"{invented.PHONE[:5]} {invented.PHONE[5:]}",
                _MASKED,
                _NUMBER,
                _NUMBER.lower(),
                str(_ID),
                _BASE.strftime("%Y-%m-%dT%H:%M:%S"),
            ),
        )
    )
)


def _event_id(at: int, n: int, pos: int) -> bytes:
    return ((at // 1000) << 80 | 0x7 << 76 | pos << 64 | 0b10 << 62 | n << 8 | pos).to_bytes(16, "big")


def _pattern(rng: random.Random, at: int) -> Pattern:
    rare = " ".join(word for word, every in invented.RARE.items() if at % every == 7)
    more = " ".join(filter(None, (rare, "सहायता चाहिए" if rng.random() < 0.3 else "")))
    body = invented.alert_body(rng, number=_NUMBER, handle=invented.HANDLE, phone=invented.PHONE, more=more)
    told = invented.story(rng, body, length=12)
    short = (
        [told[0], told[1], told[2], told[4], told[10], told[11]] if at % 4 else [told[0], told[10], told[11]]
    )
    events = [_event(kind, made, step) for step, (kind, made) in enumerate(short)]
    case = fold(_ID, events)
    row = queue_row(case)
    return Pattern(
        case=case,
        priority=row.priority,
        events=tuple(
            (
                e.kind,
                e.version,
                e.audience,
                msgspec.json.encode(e.body).decode(),
                micros(e.at) - micros(_BASE),
            )
            for e in events
        ),
        card=msgspec.json.encode(card(case)).decode(),
        line=msgspec.json.encode(row).decode(),
        words=fold_text(search_words(case)),
        facts=tuple(shared_facts(case)),
        tallies=tuple(
            tally_names(case.state, case.is_open, case.owner, case.ring, review_due=case.review_due)
        ),
    )


def _event(kind: str, body: dict[str, Any], step: int) -> Event:
    at, known = _BASE + timedelta(minutes=3 * step), KINDS[kind]
    id_ = UUID(bytes=_event_id(micros(at), 0, step))
    return Event(
        id_,
        CASE,
        _ID,
        kind,
        known.version,
        at,
        at,
        "bench",
        "bench",
        body,
        known.audience,
        step + 1,
        step + 1,
        at,
    )


# --- the words that the search line asks for --------------------------------------------------------------

PROBES = {
    "rare": "gomtipul",
    "common": "instagram",
    "prefix": "welf",
    "two words": "railway varanasi",
    "Hindi": "नदी",
    "Hindi, common": "सहायता",
}
_TOKEN = re.compile(r"[^\W_]+(?:[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]+[^\W_]*)*")


def _probes_in(words: str) -> list[str]:
    """Which probes a row answers to, told without the database: each word typed begins a word of the row."""
    tokens = set(_TOKEN.findall(words))
    return [
        name
        for name, typed in PROBES.items()
        if all(any(token.startswith(word) for token in tokens) for word in fold_text(typed).split())
    ]

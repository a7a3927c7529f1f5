"""Fills a shared room with cases in bulk: rows as api.append_events makes them, a valid chain, projected.

What is said in a case is sealed by a key of the case, which lies beside: as desks push them.
"""

import hashlib
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import invented
import msgspec
from measure import say
from seed import _NUMBER, OPEN, _filler, _pattern
from sharedroom import Room

from controlroom.casework.room import sealing
from controlroom.casework.room.sharing import Seal
from controlroom.domain.derived import derived_id
from controlroom.domain.events import CASE
from controlroom.domain.sealed import clear_of
from controlroom.store.care.seals import KEY_BYTES
from controlroom.sync.connection import open_connection
from controlroom.sync.server.projector import Projector

STEP = timedelta(seconds=25)  # between two cases: 90 days hold 311,000
_PATTERNS = 600
_DESK = UUID("0193aaaa-0000-7000-8000-00000000beef")
_COLUMNS = (
    "room uuid, seq int8, id uuid, stream text, stream_id uuid, stream_seq int8, kind text, version int4,"
    " happened_at int8, at int8, actor text, desk uuid, body text, audience text, recorded_at int8,"
    " number text, salt bytea, digest bytea, hash bytea"
)
_KEY_COLUMNS = "room uuid, id uuid, stream_id uuid, audience text, key bytea"
_AUDIENCE = "case"  # of every kind in the stories
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_Story = Sequence[tuple[str, int, str, int]]  # kind, version, body, microseconds after the alert


def fill(room: Room, cases: int) -> int:
    """So many cases, at most OPEN of them open; gives how many events. The projector has seen them all."""
    started = time.perf_counter()
    with room.raw() as raw:
        raw.execute("SET synchronous_commit = off")
        events = _copy(raw, room.room, cases)
        raw.execute("VACUUM ANALYZE log.events, log.person_keys")
    with open_connection(room.database.admin_dsn, plain_loopback=True) as admin:
        projector = Projector(admin)
        while projector.run_once():
            pass
        admin.execute("VACUUM ANALYZE work.case_index")
    say(f"   a room of {cases:,} cases and {events:,} events made in {time.perf_counter() - started:.0f} s")
    return events


def _copy(raw: Any, room: UUID, cases: int) -> int:
    chain = _Chain(room)
    with raw.transaction():
        _copy_into(raw, "log.events", _COLUMNS, _rows(chain, cases))
        keys = ((room, seal.id, seal.file, seal.audience, seal.key) for seal in chain.seals)
        _copy_into(raw, "log.person_keys", _KEY_COLUMNS, keys)
        raw.execute(
            "UPDATE log.heads SET last_seq = %s, last_hash = %s, last_recorded_at = %s WHERE room = %s",
            (chain.seq, chain.hash, time.time_ns() // 1000, room),
        )
        raw.execute("INSERT INTO log.numbers VALUES (%s, 2026, %s)", (room, cases))
    return chain.seq


def _copy_into(raw: Any, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> None:
    names, types = zip(*(column.split() for column in columns.split(",")), strict=True)
    into = f"COPY {table} ({', '.join(names)}) FROM STDIN (FORMAT BINARY)"
    with raw.cursor() as cursor, cursor.copy(into) as copy:
        copy.set_types(types)
        for row in rows:
            copy.write_row(row)


def _rows(chain: "_Chain", cases: int) -> Iterator[tuple[Any, ...]]:
    """The oldest first. A tenth of the open ones is older than all that is closed."""
    rng = random.Random(cases)
    closed = [_closed(rng, at) for at in range(min(_PATTERNS, max(20, cases // 4)))]
    still_open = min(OPEN, cases // 2)
    old = still_open // 10
    start = datetime.now(UTC).replace(microsecond=0) - cases * STEP
    for n in range(1, cases + 1):
        is_open = n <= old or n > cases - (still_open - old)
        told = _open(rng) if is_open else closed[rng.randrange(len(closed))]
        case_id, received = derived_id(rng.randbytes(16)), start + n * STEP  # as of a mail: a hash
        marks = _filler(case_id, n, received)
        base = int(received.timestamp() * 1e6)
        chain.begin(case_id, n)
        for kind, version, body, later in told:
            yield chain.row(kind, version, base + later, marks(body))


class _Chain:
    """Seals each row and gives it its numbers, digest and hash, as a desk and the shared database do."""

    def __init__(self, room: UUID) -> None:
        self.seq, self.hash, self._room = 0, b"", room
        self.seals: list[Seal] = []
        self._rng = random.Random(1)

    def begin(self, case_id: UUID, n: int) -> None:
        """The rows that follow are of this case."""
        key = self._rng.randbytes(KEY_BYTES)
        self._case_id, self._n, self._place = case_id, n, 0
        self._cipher = sealing.cipher_of(key)
        self.seals.append(Seal(sealing.seal_id(case_id, _AUDIENCE, key), case_id, _AUDIENCE, key))

    def row(self, kind: str, version: int, at: int, said: str) -> tuple[Any, ...]:
        """The next row of the case."""
        self.seq += 1
        self._place += 1
        case_id, place = self._case_id, self._place
        id_ = UUID(int=(at // 1000) << 80 | 0x7 << 76 | place << 64 | 0b10 << 62 | self.seq)
        body = self._sealed(id_, kind, said)
        number = f"2026-{self._n:04d}" if place == 1 else ""
        salt = self._rng.randbytes(16)
        what = (id_, CASE, case_id, kind, version, at, at, "asha", _DESK, _AUDIENCE, at, number, body)
        digest = _sha(b"controlroom event 2" + salt + "\n".join(map(str, what)).encode())
        spot = _sha(b"controlroom place 2" + case_id.bytes + place.to_bytes(8, "big") + digest)
        self.hash = _sha(b"controlroom link 2" + self.hash + self.seq.to_bytes(8, "big") + spot)
        told = (self._room, self.seq, id_, CASE, case_id, place, kind, version, at, at, "asha", _DESK, body)
        return (*told, _AUDIENCE, at, number, salt, digest, self.hash)

    def _sealed(self, id_: UUID, kind: str, said: str) -> str:
        body = _decode(said)
        clear = clear_of(CASE, kind, body)
        if len(clear) == len(body):
            return said
        seal = self.seals[-1].id
        closed = sealing.sealed(self._cipher, seal, id_, of=self._case_id, kind=kind, clear=clear, body=body)
        return msgspec.json.encode(closed).decode()


def _sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _closed(rng: random.Random, at: int) -> _Story:
    return [(kind, version, body, later) for kind, version, _, body, later in _pattern(rng, at).events]


def _open(rng: random.Random) -> _Story:
    """Somewhere between its alert and its outcome."""
    body = invented.alert_body(rng, number=_NUMBER, handle=invented.HANDLE, phone=invented.PHONE)
    told = invented.story(rng, body, length=rng.randrange(1, 11))
    return [
        (kind, 1, msgspec.json.encode(said).decode(), 3_000_000 * step)
        for step, (kind, said) in enumerate(told)
    ]

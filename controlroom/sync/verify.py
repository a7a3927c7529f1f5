"""Is the shared log what was written? Digests and chain, made again as the database makes them. Pure."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from controlroom.casework.room.sharing import SharedEvent

PAGE, PAGE_OF_STREAM = 5_000, 1_000
_EVENT, _PLACE, _LINK = b"controlroom event 2", b"controlroom place 2", b"controlroom link 2"
_sha256 = hashlib.sha256


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many events were looked at, and the number of the first that is not what was written.

    `unread`: of how many this login sees only the place and the digest. That they stand where they stood,
    with the digest that they had, was checked; what is in them was not.
    """

    events: int
    first_bad: int | None = None
    unread: int = 0

    @property
    def ok(self) -> bool:
        """Whether everything is as it was written."""
        return self.first_bad is None


def digest_of(row: SharedEvent) -> bytes:
    """The salted digest of an event that may be read in full."""
    told = (
        row.id,
        row.stream,
        row.stream_id,
        row.kind,
        row.version,
        row.happened_at,
        row.at,
        row.actor,
        row.desk,
    )
    text = "\n".join(map(str, (*told, row.audience, row.recorded_at, row.number, row.body)))
    return _sha256(_EVENT + (row.salt or b"") + text.encode()).digest()


def place_of(row: SharedEvent) -> bytes:
    """What the chain is made of: stream, place in it, digest. A stub without its stream brings it made."""
    if row.stream_id is None or row.stream_seq is None:
        return row.digest
    return _sha256(_PLACE + row.stream_id.bytes + row.stream_seq.to_bytes(8, "big") + row.digest).digest()


def link_of(previous: bytes, seq: int, place: bytes) -> bytes:
    """The hash of an event, chained on the one before it."""
    return _sha256(_LINK + previous + seq.to_bytes(8, "big") + place).digest()


def is_stub(row: SharedEvent) -> bool:
    """Whether this login may not read the event itself."""
    return row.id is None


class Chain:
    """Follows the log from its first event; holds nothing but the last link, and what was known before."""

    def __init__(self, known: Mapping[int, bytes]) -> None:
        self.seq, self.hash = 0, b""
        self.events = self.unread = 0
        self._known = known
        self.first_bad: int | None = None

    def feed(self, rows: Iterable[SharedEvent]) -> bool:
        """Go on with the next rows, in order. Whether all is well up to here."""
        if self.first_bad is not None:
            return False
        for row in rows:
            is_right = row.seq == self.seq + 1 and self._known.get(row.seq, row.hash) == row.hash
            if not is_right or not fits(self.hash, row):
                self.first_bad = self.seq + 1
                return False
            self.seq, self.hash = row.seq, row.hash
            self.events += 1
            self.unread += is_stub(row)
        return True


def fits(previous: bytes, row: SharedEvent) -> bool:
    """Whether this row is as it was written, after the one with this hash."""
    if not is_stub(row) and digest_of(row) != row.digest:
        return False
    return link_of(previous, row.seq, place_of(row)) == row.hash


class Log(Protocol):
    """Where rows of a room's log come from: a signed-in desk's connection, or an administrator's."""

    def end(self) -> tuple[int, bytes]:
        """The last number of the room and its hash."""

    def rows(self, after: int, most: int) -> Sequence[SharedEvent]:
        """What comes after a number, in order."""

    def stream(self, stream_id: UUID, after: int, most: int) -> Sequence[SharedEvent]:
        """What comes after a place in one stream, in order."""

    def hashes(self, seqs: Sequence[int]) -> Mapping[int, bytes]:
        """The hash at each of these numbers."""


def verify_log(log: Log, known: Mapping[int, bytes] | None = None) -> Verdict:
    """The whole log, page by page. `known`: hashes that were seen before; a log made anew has others."""
    last, last_hash = log.end()
    chain = Chain({**(known or {}), last: last_hash})
    rows: Sequence[SharedEvent] = ()
    while chain.seq < last or len(rows) == PAGE:
        rows = log.rows(chain.seq, PAGE)
        if not chain.feed(rows):
            break
        if not rows and chain.seq < last:
            return Verdict(chain.events, chain.seq + 1, chain.unread)  # the room says that there is more
    return Verdict(chain.events, chain.first_bad, chain.unread)


def verify_stream(log: Log, stream_id: UUID) -> Verdict:
    """One case by itself: its own order, each event, and its link to the one before it in the room."""
    count = last = unread = 0
    while rows := log.stream(stream_id, last, PAGE_OF_STREAM):
        before = log.hashes([row.seq - 1 for row in rows])
        for row in rows:
            if row.stream_seq != last + 1 or not fits(before.get(row.seq - 1, b""), row):
                return Verdict(count, row.seq, unread)
            count, last = count + 1, last + 1
            unread += is_stub(row)
    return Verdict(count, unread=unread)

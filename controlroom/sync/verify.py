"""Is the shared log what was written? Digests and chain, made again as the database makes them. Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from controlroom.casework.sharing import SharedEvent

_EVENT, _PLACE, _LINK = b"controlroom event 2", b"controlroom place 2", b"controlroom link 2"
_sha256 = hashlib.sha256


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many events were looked at, and the number of the first that is not what was written."""

    events: int
    first_bad: int | None = None

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
    """Follows the log from its first event, or from a known link on; holds nothing but the last link."""

    def __init__(self, seq: int = 0, hash_: bytes = b"") -> None:
        self.seq, self.hash = seq, hash_
        self.events = 0
        self.first_bad: int | None = None

    def feed(self, rows: Iterable[SharedEvent]) -> bool:
        """Go on with the next rows, in order. Whether all is well up to here."""
        if self.first_bad is not None:
            return False
        for row in rows:
            if row.seq != self.seq + 1 or not fits(self.hash, row):
                self.first_bad = self.seq + 1
                return False
            self.seq, self.hash = row.seq, row.hash
            self.events += 1
        return True

    def ends_at(self, seq: int, hash_: bytes) -> Verdict:
        """The verdict, given where the room says that its log ends: a tail cut off is found here."""
        if self.first_bad is None and (self.seq, self.hash) != (seq, hash_):
            self.first_bad = min(self.seq, seq) + 1
        return Verdict(self.events, self.first_bad)


def fits(previous: bytes, row: SharedEvent) -> bool:
    """Whether this row is as it was written, after the one with this hash."""
    if not is_stub(row) and digest_of(row) != row.digest:
        return False
    return link_of(previous, row.seq, place_of(row)) == row.hash


def stream_verdict(rows: Iterable[SharedEvent], before: dict[int, bytes]) -> Verdict:
    """One stream by itself, in its own order; `before` has the hash of each event's predecessor."""
    count = 0
    for place, row in enumerate(rows, start=1):
        if row.stream_seq != place or not fits(before.get(row.seq - 1, b""), row):
            return Verdict(count, row.seq)
        count += 1
    return Verdict(count)

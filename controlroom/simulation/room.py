"""The shared database as a model in memory: gives numbers, answers and links as `api.append_events` does."""

import random
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.room.sharing import Answer, Seal, SharedEvent
from controlroom.domain.events import audience_of
from controlroom.errors import WorldFault
from controlroom.sync.shared import Cluster, Head
from controlroom.sync.verify import digest_of, link_of, place_of

SYSTEM, STANDBYS = 7_331, 0
VISIBLE = ("case", "room")
_decode = msgspec.json.Decoder(list[dict[str, msgspec.Raw]]).decode


class Killed(BaseException):
    """A desk's process ended here."""


class Room:
    """The log, and what a fail-over does to it."""

    def __init__(self) -> None:
        self.rows: list[SharedEvent] = []
        self.timeline, self.failovers = 1, 0
        self.seals: dict[UUID, Seal] = {}  # a fail-over loses none here: the desks send them again anyway
        self._known: dict[UUID, SharedEvent] = {}
        self._streams: dict[UUID, list[SharedEvent]] = {}

    def append(self, login: str, batch: bytes, now_us: int) -> list[Answer]:
        """One answer an event, in the order given."""
        return [self._one(login, event, now_us) for event in _decode(batch)]

    def _one(self, login: str, raw: dict[str, msgspec.Raw], now_us: int) -> Answer:
        given = {name: msgspec.json.decode(value) for name, value in raw.items() if name != "body"}
        id_, stream_id, body = UUID(given["id"]), UUID(given["stream_id"]), bytes(raw["body"]).decode()
        known = self._known.get(id_)
        if known is not None:
            is_same = (known.actor, known.body, known.kind) == (given["actor"], body, given["kind"])
            return _answer(known, "same" if is_same else "conflict")
        before = self._streams.setdefault(stream_id, [])
        if given["actor"] != login:
            return Answer(id_, "refused", "the actor is not who is signed in")
        if given["stream"] == "case" and not before and given["kind"] != "alert_received":
            return Answer(id_, "refused", "there is no such case")
        row = self._row(given, id_, stream_id, body, now_us)
        self.rows.append(row)
        self._known[id_] = row
        before.append(row)
        return _answer(row, "accepted")

    def _row(self, given: dict[str, Any], id_: UUID, stream_id: UUID, body: str, now_us: int) -> SharedEvent:
        place = len(self._streams[stream_id]) + 1
        is_first = given["stream"] == "case" and place == 1
        number = f"2026-{1 + sum(bool(row.number) for row in self.rows):04d}" if is_first else ""
        seq = len(self.rows) + 1
        row = SharedEvent(
            seq, id_, given["stream"], stream_id, place, given["kind"], given["version"],
            given["happened_at"], given["at"], given["actor"], UUID(given["desk"]), body,
            audience_of(given["kind"]), now_us, number,
            (self.timeline << 64 | seq).to_bytes(16, "big"), b"", b"",
        )  # fmt: skip
        row = row._replace(digest=digest_of(row))
        return row._replace(hash=link_of(self.rows[-1].hash if self.rows else b"", seq, place_of(row)))

    def fail_over(self, lost: int) -> None:
        """The standby that is promoted had not got the last events."""
        self.failovers += 1
        self.timeline += 1
        for row in reversed(self.rows[max(0, len(self.rows) - lost) :]):
            assert row.id is not None and row.stream_id is not None
            self.rows.pop()
            del self._known[row.id]
            self._streams[row.stream_id].pop()

    # --- as verify reads it -------------------------------------------------------------------------------

    def end(self) -> tuple[int, bytes]:
        return (len(self.rows), self.rows[-1].hash) if self.rows else (0, b"")

    def rows_after(self, after: int, most: int) -> Sequence[SharedEvent]:
        return self.rows[after : after + most]

    def of_stream(self, stream_id: UUID) -> list[SharedEvent]:
        return self._streams.get(stream_id, [])

    def cases(self) -> list[UUID]:
        """Every case there is, in the order of its first event."""
        return [row.stream_id for row in self.rows if row.number and row.stream_id]


class Line:
    """What one desk has of the server: the calls of sync's `Shared`, and whatever can go wrong with each."""

    def __init__(self, room: Room, login: str, rng: random.Random, now_us: Callable[[], int]) -> None:
        self._room, self._login, self._rng, self._now_us = room, login, rng, now_us
        self.is_bad = True

    def _may_fail(self) -> None:
        chance = self._rng.random() if self.is_bad else 1.0
        if chance < 0.03:
            raise Killed
        if chance < 0.10:
            raise WorldFault("The database does not answer; everything goes on here and is sent later.")

    def append(self, batch: bytes) -> list[Answer]:
        self._may_fail()
        answers = self._room.append(self._login, batch, self._now_us())
        if self.is_bad and self._rng.random() < 0.1:
            answers = self._room.append(self._login, batch, self._now_us())  # sent once more, and heard twice
        self._may_fail()
        return answers

    def pull(self, after: int, most: int) -> tuple[Head, list[SharedEvent]]:
        self._may_fail()
        return self.head(), [_seen(row) for row in self._room.rows_after(after, most)]

    def pull_streams(self, places: dict[UUID, int], most: int) -> list[SharedEvent]:
        self._may_fail()
        rows = [row for stream, place in places.items() for row in self._room.of_stream(stream)[place:]]
        return [_seen(row) for row in rows[:most]]

    def working_set(self, since: int, most: int) -> list[tuple[UUID, bool]]:
        self._may_fail()
        return [(case, True) for case in self._room.cases()[:most]]

    def hashes(self, seqs: Sequence[int]) -> dict[int, bytes]:
        return {seq: self._room.rows[seq - 1].hash for seq in seqs if 0 < seq <= len(self._room.rows)}

    def head(self) -> Head:
        seq, hash_ = self._room.end()
        return Head(seq, hash_, seq, None, STANDBYS, self._now_us())

    def put_blob(self, data: bytes) -> None:
        self._may_fail()

    def put_seals(self, seals: Sequence[Seal]) -> None:
        self._may_fail()
        self._room.seals |= {seal.id: seal for seal in seals}

    def seals(self, ids: Sequence[UUID]) -> list[Seal]:
        self._may_fail()
        found = (self._room.seals.get(one) for one in ids)
        return [seal for seal in found if seal and seal.audience in VISIBLE]

    def erased(self, streams: Sequence[UUID]) -> list[UUID]:
        """Nobody is erased in a history."""
        return []

    def cluster(self) -> Cluster:
        """Which cluster answers."""
        return Cluster(SYSTEM, self._room.timeline, False, 150_018, 1, 1)


def _answer(row: SharedEvent, verdict: Any) -> Answer:
    assert row.id is not None
    numbers = (
        row.seq,
        row.stream_seq,
        row.recorded_at,
        row.number,
        row.audience,
        row.salt,
        row.digest,
        row.hash,
    )
    return Answer(row.id, verdict, "", *numbers)


def _seen(row: SharedEvent) -> SharedEvent:
    """As an operator may see it: a stub of what is for others, of a case with its place."""
    if row.audience in VISIBLE:
        return row
    nothing: dict[str, Any] = dict.fromkeys(set(SharedEvent._fields) - {"seq", "stream", "digest", "hash"})
    if row.stream != "case":
        return row._replace(**nothing, digest=place_of(row))
    del nothing["stream_id"], nothing["stream_seq"]
    return row._replace(**nothing)

"""The check of the shared log: any edit, removal or change of order is found, and the first is named."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.casework.room.sharing import SharedEvent
from controlroom.sync import verify
from controlroom.sync.verify import Verdict, digest_of, link_of, place_of, verify_log, verify_stream


def _row(seq: int, previous: bytes, stream_id: UUID, place: int) -> SharedEvent:
    row = SharedEvent(
        seq,
        uuid4(),
        "case",
        stream_id,
        place,
        "note_added",
        1,
        1_000_000 + seq,
        1_000_001 + seq,
        "asha",
        uuid4(),
        '{"text": "नमस्ते"}',
        "case",
        2_000_000 + seq,
        "",
        b"salt" * 4,
        b"",
        b"",
    )
    row = row._replace(digest=digest_of(row))
    return row._replace(hash=link_of(previous, seq, place_of(row)))


@dataclass
class FakeLog:
    """A log in memory that can be spoiled."""

    events: list[SharedEvent] = field(default_factory=list)
    last: tuple[int, bytes] = (0, b"")

    @classmethod
    def of(cls, count: int) -> "FakeLog":
        log, streams = cls(), [uuid4(), uuid4()]
        for seq in range(1, count + 1):
            log.events.append(_row(seq, log.last[1], streams[seq % 2], (seq + 1) // 2))
            log.last = (seq, log.events[-1].hash)
        return log

    def end(self) -> tuple[int, bytes]:
        return self.last

    def rows(self, after: int, most: int) -> Sequence[SharedEvent]:
        return [row for row in self.events if row.seq > after][:most]

    def stream(self, stream_id: UUID, after: int, most: int) -> Sequence[SharedEvent]:
        rows = [row for row in self.events if row.stream_id == stream_id and (row.stream_seq or 0) > after]
        return rows[:most]

    def hashes(self, seqs: Sequence[int]) -> Mapping[int, bytes]:
        return {row.seq: row.hash for row in self.events if row.seq in seqs}


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "PAGE", 3)
    monkeypatch.setattr(verify, "PAGE_OF_STREAM", 2)


def test_that_the_digest_and_the_link_are_those_of_the_database() -> None:
    row = _row(7, b"before", UUID(int=5), 3)
    text = "\n".join(
        (
            str(row.id),
            "case",
            str(row.stream_id),
            "note_added",
            "1",
            "1000007",
            "1000008",
            "asha",
            str(row.desk),
            "case",
            "2000007",
            "",
            '{"text": "नमस्ते"}',
        )
    )
    digest = hashlib.sha256(b"controlroom event 2" + b"salt" * 4 + text.encode()).digest()
    place = hashlib.sha256(
        b"controlroom place 2" + UUID(int=5).bytes + (3).to_bytes(8, "big") + digest
    ).digest()
    link = hashlib.sha256(b"controlroom link 2" + b"before" + (7).to_bytes(8, "big") + place).digest()
    assert (row.digest, row.hash) == (digest, link)


def test_that_a_log_as_written_is_whole() -> None:
    assert verify_log(FakeLog.of(10)) == Verdict(10)
    assert verify_log(FakeLog()) == Verdict(0)


_CHANGES = {
    "id": uuid4(),
    "stream": "room",
    "stream_id": uuid4(),
    "stream_seq": 9,
    "kind": "case_closed",
    "version": 2,
    "happened_at": 1,
    "at": 2,
    "actor": "ravi",
    "desk": uuid4(),
    "body": "{}",
    "audience": "audit",
    "recorded_at": 3,
    "number": "2026-0001",
    "salt": b"x",
    "digest": b"d" * 32,
    "hash": b"h" * 32,
}


@pytest.mark.parametrize("name", sorted(_CHANGES))
@given(at=st.integers(1, 8))
def test_that_a_change_of_any_field_is_found_where_it_was_made(name: str, at: int) -> None:
    log = FakeLog.of(8)
    log.events[at - 1] = log.events[at - 1]._replace(**{name: _CHANGES[name]})
    assert verify_log(log) == Verdict(at - 1, at)


@given(at=st.integers(1, 8))
def test_that_a_removed_event_is_named(at: int) -> None:
    log = FakeLog.of(8)
    del log.events[at - 1]
    assert verify_log(log).first_bad == at


@given(at=st.integers(1, 7))
def test_that_two_events_in_another_order_are_found(at: int) -> None:
    log = FakeLog.of(8)
    one, two = log.events[at - 1 : at + 1]
    log.events[at - 1 : at + 1] = [two._replace(seq=at), one._replace(seq=at + 1)]
    assert verify_log(log).first_bad == at


def test_that_a_log_made_anew_from_some_event_on_is_not_the_one_that_was_seen() -> None:
    log = FakeLog.of(9)
    seen = {row.seq: row.hash for row in log.events[3:7]}
    assert verify_log(log, seen) == Verdict(9)
    last = log.events[4].hash
    for at in range(5, 9):
        told = log.events[at]._replace(body="{}")
        told = told._replace(digest=digest_of(told))
        log.events[at] = told._replace(hash=link_of(last, told.seq, place_of(told)))
        last = log.events[at].hash
    log.last = (9, last)
    assert verify_log(log) == Verdict(9)
    assert verify_log(log, seen).first_bad == 6


def test_that_stubs_keep_the_chain_whole_and_a_changed_one_is_found() -> None:
    log = FakeLog.of(6)
    log.events[1] = _stub(log.events[1], with_stream=True)
    log.events[4] = _stub(log.events[4], with_stream=False)
    assert verify_log(log) == Verdict(6, unread=2)
    log.events[4] = log.events[4]._replace(digest=b"d" * 32)
    assert verify_log(log).first_bad == 5


def _stub(row: SharedEvent, *, with_stream: bool) -> SharedEvent:
    nothing = dict.fromkeys(set(SharedEvent._fields) - {"seq", "stream", "digest", "hash"})
    if with_stream:
        del nothing["stream_id"], nothing["stream_seq"]
        return row._replace(**nothing)
    return row._replace(**nothing, digest=place_of(row))


def test_that_a_case_is_looked_at_by_itself() -> None:
    log = FakeLog.of(11)
    stream = log.events[0].stream_id
    assert stream is not None
    assert verify_stream(log, stream) == Verdict(6)
    log.events[1] = log.events[1]._replace(body="{}")  # of the other case
    assert verify_stream(log, stream) == Verdict(6)
    log.events[6] = log.events[6]._replace(body="{}")
    assert verify_stream(log, stream) == Verdict(3, 7)
    del log.events[4]
    assert verify_stream(log, stream) == Verdict(2, 7)

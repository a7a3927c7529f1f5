"""A replica in memory: what sync needs of a desk, without a store."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from threading import RLock
from uuid import UUID, uuid4

from controlroom.casework.room.sharing import Account, Answer, Landed, Memory, PendingEvent, Seal, SharedEvent
from controlroom.domain.events import CASE
from controlroom.sync.standing import now_us


class PlainReplica:
    """Keeps the promises of `casework.sharing.Replica`; thread-safe."""

    def __init__(self, mark: str = "K7") -> None:
        self._lock = RLock()
        self._account: Account | None = None
        self._password: str | None = None
        self._desk, self._mark = uuid4(), mark
        self._token: UUID = uuid4()
        self._next: UUID | None = None
        self._set_shape = 0
        self._cursor = 0
        self._memory = Memory()
        self.made: list[PendingEvent] = []
        self.answers: dict[UUID, Answer] = {}
        self.rows: dict[int, SharedEvent] = {}
        self.places: dict[UUID, dict[int, int]] = defaultdict(dict)  # stream -> place -> number
        self.blobs: dict[str, bytes] = {}
        self.flushed_seq = 0
        self.landings: list[int] = []
        self.gaps: dict[UUID, None] = {}

    # --- what a test does ---

    def make(self, kind: str, stream_id: UUID, body: dict[str, object] | str) -> UUID:
        """A body that is text goes out as it stands."""
        now = now_us()
        actor = self._account.login if self._account else "local"
        text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
        event = PendingEvent(uuid4(), CASE, stream_id, kind, 1, now, now, actor, str(self._desk), text)
        with self._lock:
            self.made.append(event)
        return event.id

    def new_case(self, **body: object) -> UUID:
        case = uuid4()
        self.make("alert_received", case, {"number": f"2026-{self._mark}-{len(self.made) + 1:04}"} | body)
        return case

    def log(self) -> list[tuple[int, UUID | None]]:
        return [(seq, self.rows[seq].id) for seq in sorted(self.rows)]

    # --- the port ---

    def account(self) -> Account | None:
        return self._account

    def set_account(self, account: Account, *, mark: str) -> None:
        with self._lock:
            self._account, self._mark = account, mark
            self.made = [e._replace(actor=account.login) for e in self.made]

    def password(self) -> str | None:
        return self._password

    def keep_password(self, password: str) -> None:
        self._password = password

    def desk(self) -> UUID:
        return self._desk

    def mark(self) -> str:
        return self._mark

    def former_desks(self) -> dict[UUID, str]:
        return {}

    def tokens(self) -> tuple[UUID, UUID]:
        self._next = self._next or uuid4()
        return self._token, self._next

    def use_token(self, token: UUID) -> None:
        with self._lock:
            self._token, self._next = token, None

    def pending(self, limit: int) -> Sequence[PendingEvent]:
        with self._lock:
            return [event for event in self.made if event.id not in self.answers][:limit]

    def pending_count(self) -> int:
        return len(self.pending(1 << 30))

    def refused_in(self) -> tuple[str, ...]:
        return tuple("" for answer in self.answers.values() if answer.verdict in ("refused", "conflict"))

    def refused_count(self) -> int:
        return len(self.refused_in())

    def set_aside_count(self) -> int:
        return 0

    def confirm(self, answers: Sequence[Answer]) -> None:
        with self._lock:
            self.answers.update({answer.id: answer for answer in answers})

    def cursor(self) -> int:
        return self._cursor

    def read(self, rows: Sequence[SharedEvent], keys: Sequence[Seal]) -> None:
        """It reads nothing."""

    def land(
        self, rows: Sequence[SharedEvent], *, cursor: int | None = None, beforehand: None = None
    ) -> Landed:
        with self._lock:
            self.landings.append(len(rows))
            for row in rows:
                if row.stream == CASE and row.stream_id is not None:
                    assert row.stream_seq is not None
                    if row.stream_seq > self.held([row.stream_id])[0] + 1:
                        self.gaps[row.stream_id] = None
                        continue
                    self.gaps.pop(row.stream_id, None)
                    self.places[row.stream_id][row.stream_seq] = row.seq
                self.rows[row.seq] = row
            if cursor is not None:
                self._cursor = cursor
        return Landed(tuple(self.gaps))

    def held(self, streams: Sequence[UUID]) -> Sequence[int]:
        with self._lock:
            return [len(self.places.get(stream, ())) for stream in streams]

    def set_shape(self) -> int:
        return self._set_shape

    def note_set_shape(self, shape: int) -> None:
        self._set_shape = shape

    def is_whole(self, streams: Sequence[UUID]) -> None:
        with self._lock:
            for stream in streams:
                self.gaps.pop(stream, None)

    def unread(self) -> Sequence[UUID]:
        hidden = (row.stream_id for row in self.rows.values() if row.id is None)
        return list(dict.fromkeys(stream for stream in hidden if stream is not None))

    def memory(self) -> Memory:
        return self._memory

    def remember(self, memory: Memory) -> None:
        self._memory = memory

    def hashes_below(self, seq: int, limit: int) -> Sequence[tuple[int, bytes]]:
        with self._lock:
            known = {s: row.hash for s, row in self.rows.items()}
            known |= {a.seq: a.hash for a in self.answers.values() if a.seq and a.hash}
            return [(s, known[s]) for s in sorted(known, reverse=True) if s < seq][:limit]

    def forget_after(self, seq: int) -> int:
        with self._lock:
            lost = [a.id for a in self.answers.values() if a.seq is not None and a.seq > seq]
            for id_ in lost:
                del self.answers[id_]
            for number in [number for number in self.rows if number > seq]:
                row = self.rows.pop(number)
                if row.stream_id is not None and row.stream_seq is not None:
                    self.places[row.stream_id].pop(row.stream_seq, None)
            self._cursor = min(self._cursor, seq)
            return len(lost)

    def learn_skew(self, ahead_ms: int) -> None:
        pass

    def flushed(self, seq: int) -> None:
        self.flushed_seq = max(self.flushed_seq, seq)

    def blob(self, sha256: str) -> bytes | None:
        return self.blobs.get(sha256)

    def keep_blob(self, data: bytes) -> str:
        sha = hashlib.sha256(data).hexdigest()
        self.blobs[sha] = data
        return sha

    def unsent_seals(self, limit: int) -> Sequence[Seal]:
        return ()

    def seals_sent(self, seals: Sequence[Seal]) -> None:
        pass

    def lacking_seals(self, rows: Sequence[SharedEvent]) -> Sequence[UUID]:
        return ()

    def keep_seals(self, seals: Sequence[Seal]) -> None:
        pass

    def wanted_seals(self, limit: int) -> Sequence[tuple[UUID, UUID]]:
        return ()

    def send_seals_again(self) -> None:
        pass

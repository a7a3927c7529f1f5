"""What this desk made and the shared database has not taken: in order, in batches, each with its answer."""

import time
from collections.abc import Callable, Collection, Sequence
from threading import Event
from uuid import UUID

import msgspec

from controlroom.casework.room.sharing import Answer, PendingEvent, Replica
from controlroom.domain.events import audience_of
from controlroom.errors import WorldFault
from controlroom.log import fail_point
from controlroom.sync.faults import EARLY, MailKept
from controlroom.sync.shared import Shared, Unfit

BATCH_EVENTS, BATCH_BYTES = 200, 1_900_000
ASK_AGAIN_S = 60.0  # after the server would keep no more mails, or found a clock ahead
_AHEAD = "the clock of the desk is ahead"  # the server's word: it takes the event when the time has come
_UNFIT = "the shared database cannot hold what is written in it"
_decode = msgspec.json.Decoder(dict[str, object]).decode
_encode = msgspec.json.Encoder().encode


class _Given(msgspec.Struct):
    """An event as `append_events` takes it."""

    id: UUID
    stream: str
    stream_id: UUID
    kind: str
    version: int
    happened_at: int
    at: int
    actor: str
    desk: str
    body: msgspec.Raw


Batch = list[tuple[PendingEvent, bytes]]


class Pusher:
    """Pushes over one connection; counts what became of it."""

    def __init__(self, replica: Replica, shared: Shared, kinds: Collection[str]) -> None:
        self._replica, self._shared, self._kinds = replica, shared, frozenset(kinds)
        self._uploaded: set[str] = set()
        self._waiting: set[UUID] = set()  # streams of which the server will not take the next event now
        self._asked_at = 0.0
        self.kept: WorldFault | None = None  # why
        self.between: Callable[[], None] = lambda: None  # called between two batches
        self.taken: Callable[[], None] = lambda: None  # called when the room has taken the last batch
        self.pushed = self.refused = 0
        self.highest = 0  # the highest number that an event of ours was given

    @property
    def is_left(self) -> bool:
        """Whether something waits that the server would not take: it is asked again by and by."""
        return bool(self._waiting)

    def push(self, stop: Event) -> None:
        """All that waits. Raises what the world did; what was answered until then is written down.

        `kept` says why something still waits although all was asked.
        """
        if time.monotonic() > self._asked_at + ASK_AGAIN_S:
            self._waiting.clear()
            self.kept = None
        asked: set[UUID] = set()
        is_first = True
        while not stop.is_set():
            batch = self._next()
            self._push_seals()  # all of the batch, before it: nobody is to meet an event without its key
            if not batch:
                return
            if self._hold_back(batch, asked):
                continue
            batch = self._uploaded_of(batch)
            if not batch:
                continue
            if not is_first:
                self.between()
            is_first = False
            answers = self._standing(batch, self._append(batch))
            fail_point("after-push")
            if len(batch) < BATCH_EVENTS:
                self.taken()
            self._replica.confirm(answers)
            self._count(answers)
            asked.update(
                answer.id for answer in answers
            )  # what waits all the same is not asked again at once

    def _standing(self, batch: Batch, answers: Sequence[Answer]) -> Sequence[Answer]:
        """The answers that hold: what comes behind an event that is too early waits with it."""
        if self._hold_back(batch, {answer.id for answer in answers if answer.why == _AHEAD}):
            self.kept = WorldFault(EARLY.template)
        waiting = {event.id for event, _ in batch if event.stream_id in self._waiting}
        return [one for one in answers if one.verdict != "refused" or one.id not in waiting]

    def _hold_back(self, batch: Batch, ids: Collection[UUID]) -> bool:
        """The streams of these events wait, so that all else goes on. Says whether there are any."""
        found = {event.stream_id for event, _ in batch if event.id in ids}
        if found:
            self._waiting |= found
            self._asked_at = time.monotonic()
        return bool(found)

    def _push_seals(self) -> None:
        while seals := self._replica.unsent_seals(BATCH_EVENTS):
            self._shared.put_seals(seals)
            self._replica.seals_sent(seals)

    def _next(self) -> Batch:
        """The next events in order, as many as fit. One of a kind that the server would show to more people
        than it is meant for waits until the server knows that kind."""
        batch: Batch = []
        size = 2
        for event in self._sendable():
            text = _encode(_Given(*event[:-1], msgspec.Raw(event.body.encode())))
            size += len(text) + 1
            if batch and size > BATCH_BYTES:
                break
            batch.append((event, text))
        return batch

    def _sendable(self) -> list[PendingEvent]:
        most = BATCH_EVENTS
        while True:
            waiting = self._replica.pending(most)
            found = [one for one in waiting if self._may_go(one)]
            if found or len(waiting) < most:
                return found[:BATCH_EVENTS]
            most *= 2

    def _may_go(self, event: PendingEvent) -> bool:
        is_known = event.kind in self._kinds or audience_of(event.kind) == "case"
        return is_known and event.stream_id not in self._waiting

    def _uploaded_of(self, batch: Batch) -> Batch:
        """The mails of these events, first: an event may only name what is there. Gives what may go."""
        for event, _ in batch:
            if event.kind == "alert_received" and event.stream_id not in self._waiting:
                self._upload(event)
        return [(event, text) for event, text in batch if event.stream_id not in self._waiting]

    def _upload(self, event: PendingEvent) -> None:
        sha = str(_decode(event.body).get("mail") or "")
        data = self._replica.blob(sha) if sha and sha not in self._uploaded else None
        if data is None:
            return
        try:
            self._shared.put_blob(data)
            self._uploaded.add(sha)
        except MailKept as why:
            self._waiting.add(event.stream_id)
            self.kept, self._asked_at = why, time.monotonic()

    def _append(self, batch: Batch) -> list[Answer]:
        """One event that the database cannot read must not hold up the others: halved until it is found."""
        try:
            return self._shared.append(b"[" + b",".join(text for _, text in batch) + b"]")
        except Unfit:
            if len(batch) == 1:
                return [Answer(batch[0][0].id, "refused", _UNFIT)]
            half = len(batch) // 2
            return self._append(batch[:half]) + self._append(batch[half:])

    def _count(self, answers: Sequence[Answer]) -> None:
        for answer in answers:
            if answer.verdict in ("accepted", "same"):
                self.pushed += 1
                self.highest = max(self.highest, answer.seq or 0)
            else:
                self.refused += 1

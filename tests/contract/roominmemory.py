"""A shared log in memory that numbers events as the server does, and the calls by which a desk meets it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from controlroom.casework.arriving import alerts
from controlroom.casework.room.sharing import Account, Answer, PendingEvent, Seal, SharedEvent
from controlroom.domain.case import Case
from controlroom.domain.events import audience_of
from controlroom.store import Profile

Open = Callable[[str], Profile]
ROOM = UUID(int=77)
NOW = 1_800_000_000_000_000


def account(login: str) -> Account:
    return Account("host=127.0.0.1", login, ROOM, "lucknow", ("operator",), ("case", "room", "care"))


@dataclass
class SharedRoom:
    """The sequencer. `refuse` names kinds that are not taken; `hidden` audiences come as stubs."""

    rows: list[SharedEvent] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ("audit",)
    numbers: int = 0
    seals: dict[UUID, Seal] = field(default_factory=dict)

    def append(self, login: str, batch: list[PendingEvent]) -> list[Answer]:
        return [self._one(login, event) for event in batch]

    def _one(self, login: str, event: PendingEvent) -> Answer:
        known = next((row for row in self.rows if row.id == event.id), None)
        if known is not None:
            same = (known.actor, str(known.desk), known.body) == (event.actor, event.desk, event.body)
            return self._answer(known, "same" if same else "conflict")
        before = [row for row in self.rows if row.stream_id == event.stream_id]
        why = self.refuse.get(event.kind, "")
        if event.actor != login:
            why = "the actor is not who is signed in"
        elif event.stream == "case" and not before and event.kind != "alert_received":
            why = "there is no such case"
        if why:
            return Answer(event.id, "refused", why)
        number = ""
        if event.stream == "case" and not before:
            self.numbers += 1
            number = f"2026-{self.numbers:04d}"
        seq = len(self.rows) + 1
        salt = seq.to_bytes(16, "big")
        told = "\n".join(map(str, (*event, number)))
        digest = hashlib.sha256(salt + told.encode()).digest()
        link = hashlib.sha256((self.rows[-1].hash if self.rows else b"") + digest).digest()
        row = SharedEvent(
            seq, event.id, event.stream, event.stream_id, len(before) + 1, event.kind, event.version,
            event.happened_at, event.at, event.actor, UUID(event.desk), event.body, audience_of(event.kind),
            NOW + seq, number, salt, digest, link,
        )  # fmt: skip
        self.rows.append(row)
        return self._answer(row, "accepted")

    @staticmethod
    def _answer(row: SharedEvent, verdict: str) -> Answer:
        assert row.id is not None
        return Answer(
            row.id, verdict, "", row.seq, row.stream_seq, row.recorded_at, row.number, row.audience,
            row.salt, row.digest, row.hash,
        )  # type: ignore[arg-type]  # fmt: skip

    def pull(self, after: int, most: int) -> list[SharedEvent]:
        return [self.seen(row) for row in self.rows if row.seq > after][:most]

    def pull_streams(self, streams: list[UUID], after: list[int], most: int) -> list[SharedEvent]:
        found = [
            self.seen(row)
            for stream, place in zip(streams, after, strict=True)
            for row in self.rows
            if row.stream_id == stream and (row.stream_seq or 0) > place
        ]
        return found[:most]

    def seen(self, row: SharedEvent) -> SharedEvent:
        """As a reader without the hidden audiences may see it: a stub, of a case with its place."""
        if row.audience not in self.hidden:
            return row
        place = (row.stream_id, row.stream_seq) if row.stream == "case" else (None, None)
        blank: list[Any] = [None] * 11
        return SharedEvent(row.seq, None, row.stream, *place, *blank, row.digest, row.hash)

    def lose_after(self, seq: int) -> None:
        """A fail-over to a standby that had no more."""
        self.rows = self.rows[:seq]


def connect(profile: Profile, login: str, *, mark: str | None = None) -> None:
    profile.replica.set_account(account(login), mark=mark or profile.mark)


def push(profile: Profile, room: SharedRoom, *, most: int = 200, is_answer_lost: bool = False) -> int:
    """One push; gives how many events were sent."""
    login = profile.login
    made = profile.replica.unsent_seals(1 << 30)
    room.seals |= {seal.id: seal for seal in made}
    profile.replica.seals_sent(made)
    batch = list(profile.replica.pending(most))
    answers = room.append(login, batch)
    if not is_answer_lost:
        profile.replica.confirm(answers)
    return len(batch)


def pull(profile: Profile, room: SharedRoom, *, most: int = 500) -> int:
    """One page and what it lacked; gives how many rows came."""
    replica = profile.replica
    rows = room.pull(replica.cursor(), most)
    give_keys(profile, room, rows)
    landed = replica.land(rows, cursor=rows[-1].seq if rows else None)
    fill_gaps(profile, room, list(landed.gaps))
    return len(rows)


def give_keys(profile: Profile, room: SharedRoom, rows: list[SharedEvent]) -> list[Seal]:
    """Those that the rows need, first; gives which came."""
    lacking = profile.replica.lacking_seals(rows)
    found = [seal for one in lacking if (seal := room.seals.get(one)) and seal.audience not in room.hidden]
    profile.replica.keep_seals(found)
    return found


def fill_gaps(profile: Profile, room: SharedRoom, gaps: list[UUID]) -> None:
    while gaps:
        held = list(profile.replica.held(gaps))
        rows = room.pull_streams(gaps, held, 5000)
        keys = give_keys(profile, room, rows)
        came = {row.stream_id for row in rows}
        profile.replica.is_whole([gap for gap in gaps if gap not in came])
        beforehand = profile.replica.read(rows, keys)
        gaps = list(profile.replica.land(rows, beforehand=beforehand).gaps)


def settle(profiles: list[Profile], room: SharedRoom) -> None:
    """Push and pull until nobody has anything more."""
    for _ in range(2):
        for profile in profiles:
            before = -1
            while before != (before := profile.replica.pending_count()):
                push(profile, room)
        for profile in profiles:
            while pull(profile, room):
                pass


def add(desk: Profile, text: str = "goodbye", **more: Any) -> UUID:
    with desk.writer.write(actor=desk.login or "local") as tx:
        return alerts.add_alert(tx, source="phone", text=text, **more)


def act(desk: Profile, use_case: Callable[..., Any], *args: object, actor: str = "", **more: Any) -> object:
    with desk.writer.write(actor=actor or desk.login or "local") as tx:
        return use_case(tx, *args, **more)


def case_of(desk: Profile, case_id: UUID) -> Case:
    view = desk.reader().case_view(case_id)
    assert view is not None
    return view.case


def seqs(desk: Profile, case_id: UUID) -> list[int | None]:
    return [event.stream_seq for event in desk.reader().events(case_id)]

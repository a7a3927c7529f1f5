"""One history: desks with real stores and the real sync, a room, faults; every choice from one seed."""

import hashlib
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, cast
from uuid import UUID

from controlroom import log
from controlroom.casework import steps
from controlroom.casework.arriving import alerts, joins
from controlroom.casework.cards import queue_row
from controlroom.casework.room.sharing import Account
from controlroom.casework.rows import CaseView, QueueFilter
from controlroom.domain.case import Case
from controlroom.domain.events import KINDS
from controlroom.errors import BadInput, ControlRoomError
from controlroom.simulation.ids import ids_of
from controlroom.simulation.room import Killed, Line, Room
from controlroom.simulation.stores import new_store, open_store, passing_folder
from controlroom.store import Profile
from controlroom.store.care.seals import KEY_BYTES
from controlroom.sync.pull import Puller
from controlroom.sync.push import Pusher
from controlroom.sync.session import compare
from controlroom.sync.shared import Shared
from controlroom.sync.verify import Chain

_START = datetime(2026, 1, 1, 2, 30, tzinfo=UTC)
_MARKS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_PHONES = ("9839012345", "9839012346", "9839012347")
_STEPS_A_MINUTE = 6  # of each desk
_SETTLED_AFTER = 40
_WEIGHTS = {"act": 7, "sync": 4, "leave": 1, "restart": 1, "fail_over": 1}
_STEPS: tuple[tuple[Callable[..., Any], dict[str, Any]], ...] = (
    (steps.claim_case, {}),
    (steps.release_case, {}),
    (steps.triage_case, {"category": "attempt"}),
    (steps.place_case, {"lat": 26.8, "lon": 80.9, "accuracy_m": 50, "source": "stf"}),
    (steps.hand_over, {"to": "112"}),
    (steps.take_report, {"step": "at-scene"}),
    (steps.take_report, {"step": "with-person"}),
    (steps.record_outcome, {"facts": ["reached", "alive"]}),
    (steps.close_case, {"reason": "done"}),
    (steps.reopen_case, {"reason": "again"}),
    (steps.undo_last, {}),
    (steps.look_at, {}),
    (steps.reveal, {"field": "phone"}),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it: events of the room; made and not there; there twice; cases not the same for all."""

    seed: int
    events: int
    lost: int
    doubled: int
    diverged: int
    trace_sha256: str


@dataclass(slots=True)
class Desk:
    """One workstation. `away`: it has no network for so many of its turns."""

    folder: Path
    login: str
    mark: str
    profile: Profile
    away: int = 0


class History:
    """Tell it with `tell`; nothing of it is left on the disk."""

    def __init__(self, seed: int, *, desks: int = 5, minutes: int = 10, folder: Path) -> None:
        self.seed, self.rng = seed, random.Random(seed)
        self._secrets = partial(random.Random(f"keys {seed}").randbytes, KEY_BYTES)
        self.room = Room()
        self.now = _START
        self._trace = hashlib.sha256()
        self._made: set[UUID] = set()
        self._turns = desks * minutes * _STEPS_A_MINUTE
        self.desks = [self._desk(folder, n) for n in range(desks)]

    def _desk(self, folder: Path, n: int) -> Desk:
        login, mark = f"desk{n}", f"{_MARKS[n % 23]}{2 + n // 23}"
        profile = new_store(folder / login)
        profile.writer.secrets = self._secrets
        account = Account(
            "host=127.0.0.1", login, UUID(int=77), "lucknow", ("operator",), ("case", "room", "care")
        )
        profile.replica.set_account(account, mark=mark)
        return Desk(folder / login, login, mark, profile)

    def tell(self) -> Told:
        """All its turns, then a good network until everybody is content."""
        names, weights = list(_WEIGHTS), list(_WEIGHTS.values())
        for _ in range(self._turns):
            self.now += timedelta(milliseconds=self.rng.randrange(200, 20_000))
            desk = self.rng.choice(self.desks)
            [turn] = self.rng.choices(names, weights)
            self._note(turn, desk.login)
            try:
                getattr(self, f"_{turn}")(desk)
            except Killed:
                self._restart(desk)
        self._settle()
        return self._judge()

    def close(self) -> None:
        """Let go of every store."""
        for desk in self.desks:
            desk.profile.close()

    # --- the turns ----------------------------------------------------------------------------------------

    def _act(self, desk: Desk) -> None:
        known = _cases_at(desk)
        try:
            with desk.profile.writer.write(actor=desk.login) as tx:
                tx.set_now(self.now)
                self._do_something(tx, known)
                events = tx.changes().events
        except BadInput:  # that step can't be taken now, as people are told too
            return
        self._made |= {event.id for event in events}
        self._note(*(f"{event.kind} {event.id}" for event in events))

    def _do_something(self, tx: Any, known: list[UUID]) -> None:
        rng = self.rng
        if not known or rng.random() < 0.15:
            alerts.add_alert(tx, source="phone", text=f"alert {rng.random()}", phone=rng.choice(_PHONES))
            return
        case = rng.choice(known)
        if rng.random() < 0.25:
            steps.add_note(tx, case, text=f"note {rng.random()}")
        elif rng.random() < 0.2:
            use = rng.choice((joins.join_cases, joins.join_cases, joins.split_cases))
            use(tx, case, rng.choice(known), reason="same person")
        else:
            step, more = rng.choice(_STEPS)
            step(tx, case, **more)

    def _sync(self, desk: Desk) -> None:
        if desk.away:
            desk.away -= 1
            return
        with suppress(ControlRoomError):
            self._meet(desk, self._line(desk), page=self.rng.choice((1, 3, 7, 50, 500)))

    def _meet(self, desk: Desk, line: Line, *, page: int) -> None:
        replica, shared = desk.profile.replica, cast("Shared", line)
        compare(replica, shared, line.cluster())
        pusher = Pusher(replica, shared, KINDS)
        puller = Puller(replica, shared, page=page)
        stop = Event()
        pusher.push(stop)
        self._note(f"pushed {pusher.pushed}, refused {pusher.refused}")
        if replica.cursor() == 0:
            now_us = self._now_us()
            puller.first_sync(stop, usable=lambda: None, left=lambda n: None, now_us=now_us)
        else:
            puller.fill_gaps(stop)
        head = puller.pull(stop)
        replica.remember(replace(replica.memory(), seq=head.seq, hash=head.hash))
        self._note(f"pulled {puller.pulled} up to {replica.cursor()}")

    def _leave(self, desk: Desk) -> None:
        desk.away = self.rng.randrange(1, 6)

    def _restart(self, desk: Desk) -> None:
        desk.profile.close()
        desk.profile = open_store(desk.folder)
        desk.profile.writer.secrets = self._secrets

    def _fail_over(self, desk: Desk) -> None:
        if self.rng.random() < 0.3:
            self.room.fail_over(self.rng.randrange(6))

    def _settle(self) -> None:
        before = None
        for _ in range(_SETTLED_AFTER):
            for desk in self.desks:
                line = self._line(desk)
                line.is_bad = False
                self._meet(desk, line, page=500)
            after = (len(self.room.rows), [desk.profile.replica.pending_count() for desk in self.desks])
            if after == before:
                return
            before = after

    # --- the judgement ------------------------------------------------------------------------------------

    def _judge(self) -> Told:
        ids = [row.id for row in self.room.rows]
        for row in self.room.rows:
            self._note(row.seq, row.id, row.kind, row.body, row.hash.hex())
        return Told(
            self.seed,
            events=len(ids),
            lost=len(self._gone(self._made - set(ids))),
            doubled=len(ids) - len(set(ids)),
            diverged=self._diverged(),
            trace_sha256=self._trace.hexdigest(),
        )

    def _gone(self, missing: set[UUID]) -> set[UUID]:
        """What came back to its author with a reason is not lost: it is there, and shown."""
        if not missing:
            return missing
        return missing - {
            event.id
            for desk in self.desks
            for case in _cases_at(desk)
            for event, _ in desk.profile.reader().refused(case)
        }

    def _diverged(self) -> int:
        """Cases that are not alike at every desk, or not as the log says; broken logs; what still waits."""
        chain = Chain({})
        count = int(not chain.feed(self.room.rows))
        for case in self.room.cases():
            views = [desk.profile.reader().case_view(case) for desk in self.desks]
            told = [_same_for_all(view.case) for view in views if view is not None and self._is_right(view)]
            self._note(case, *told[:1])
            count += len(told) < len(views) or any(one != told[0] for one in told)
        for desk in self.desks:
            replica = desk.profile.replica
            count += bool(desk.profile.reader().check()) + replica.pending_count() + replica.set_aside_count()
        return count

    def _is_right(self, view: CaseView) -> bool:
        """Whether the events stand in the room's order, and the queue's row says what they say."""
        order = [(event.id, event.stream_seq) for event in view.events if event.audience == "case"]
        shared = [row for row in self.room.of_stream(view.case.id) if row.audience == "case"]
        is_in_order = order == [(row.id, row.stream_seq) for row in shared]
        return is_in_order and view.row == queue_row(view.case)

    # --- shared by the above ------------------------------------------------------------------------------

    def _line(self, desk: Desk) -> Line:
        return Line(self.room, desk.login, self.rng, self._now_us)

    def _now_us(self) -> int:
        return int(self.now.timestamp() * 1_000_000)

    def _note(self, *what: object) -> None:
        self._trace.update("\t".join(map(str, what)).encode() + b"\n")


def size_of(seed: int) -> dict[str, int]:
    """How many desks, and for how many minutes: most are short, a few are as long as any."""
    rng = random.Random(f"size {seed}")
    return {"desks": rng.randint(2, 6), "minutes": 1 + int(10 * rng.random() ** 2)}


def _same_for_all(case: Case) -> Case:
    """Without what its reader alone knows: own steps of a narrower audience count there too."""
    return replace(case, event_count=0, last_at=None)


def _cases_at(desk: Desk) -> list[UUID]:
    """Every case in the queue of this desk, by id."""
    page = desk.profile.reader().queue(QueueFilter(view="all"), limit=1 << 20)
    return sorted(row.id for row in page.rows)


@contextmanager
def history(seed: int, *, desks: int = 5, minutes: int = 10) -> Iterator[History]:
    """A history about to be told; ids are made from its seed."""
    with (
        passing_folder() as folder,
        ids_of(seed),
        _less_said(),
    ):
        made = History(seed, desks=desks, minutes=minutes, folder=Path(folder))
        try:
            yield made
        finally:
            made.close()


@contextmanager
def _less_said() -> Iterator[None]:
    """A sync that is made to fail all the time need not warn of it."""
    sync = log.logger("sync")
    before = sync.level
    sync.setLevel("ERROR")
    try:
        yield
    finally:
        sync.setLevel(before)


def simulate(seed: int, *, desks: int = 5, minutes: int = 10) -> dict[str, Any]:
    """Tell one history; the same seed gives the same trace."""
    with history(seed, desks=desks, minutes=minutes) as told:
        return asdict(told.tell())

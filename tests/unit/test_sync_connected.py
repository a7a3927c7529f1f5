"""The loop while the line stands: in which order it pushes, pulls and lets others have the processor."""

import threading
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from controlroom.casework.room.sharing import Answer, PendingEvent
from controlroom.sync import connected
from controlroom.sync import pull as pull_module
from controlroom.sync.connected import YIELD_S, Connected
from controlroom.sync.pull import Puller
from controlroom.sync.push import Pusher

Said = list[str | float]


class Line:
    """As much of a session, and of who wakes it, as the loop needs. `said` is what the loop did."""

    def __init__(self) -> None:
        self.said: Said = []
        self.waiting = self.pulls = 0
        self.pusher = SimpleNamespace(pushed=0, kept=None, is_left=False)
        self.puller = SimpleNamespace(between=None)
        self.shared = SimpleNamespace(
            is_poked=False, is_open=True, hear=lambda: None, fileno=lambda: 0, projector_lag=lambda: 0
        )
        self.cluster = self.head = None
        self.waits_for_standby = False

    def catch_up(self, stop: threading.Event, *, usable: Any, left: Any) -> None:
        pass

    def remember(self) -> None:
        pass

    def account(self) -> None:
        pass

    def push(self, stop: threading.Event) -> None:
        self.said.append("took" if self.waiting else "nothing")
        if self.waiting:
            self.pusher.taken()
        self.shared.is_poked = bool(self.waiting)
        self.pusher.pushed, self.waiting = self.pusher.pushed + self.waiting, 0

    def pull(self, stop: threading.Event) -> None:
        self.said.append("pull")
        self.pulls += 1
        self.waiting = 1
        if self.pulls == 2:
            stop.set()

    def wait(self, seconds: float, fileno: int | None = None) -> bool:
        self.said.append(seconds)
        return bool(self.waiting)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    monkeypatch.setattr(connected, "BETWEEN_PULLS_S", 0.0)
    line: Any = Line()
    standing: Any = SimpleNamespace(say=lambda **told: None)
    nobody: Any = SimpleNamespace(exchange=lambda *told: None, due_in=lambda: 1.0, leave=lambda session: None)
    login: Any = SimpleNamespace(dsn="")
    Connected(line, line, login, standing=standing, presence=nobody, fetching=nobody, waker=line).run(
        threading.Event()
    )
    found: Line = line
    return found


def test_that_whoever_takes_over_what_was_pushed_comes_before_the_pull_of_ones_own(line: Line) -> None:
    at = line.said.index("took")
    assert line.said[at + 1 : at + 3] == [YIELD_S, "pull"]


def test_that_a_pull_does_not_wait_where_nothing_was_pushed(line: Line) -> None:
    assert line.said[:2] == ["nothing", "pull"]


def test_that_what_the_room_has_taken_is_noted_when_the_others_had_their_turn() -> None:
    said: list[str] = []
    event = PendingEvent(
        UUID(int=1), "case", UUID(int=2), "note_added", 1, 0, 0, "asha", str(UUID(int=3)), "{}"
    )
    left = [[event], []]

    def append(batch: bytes) -> list[Answer]:
        said.append("taken")
        return [Answer(event.id, "accepted", "", seq=1)]

    shared: Any = SimpleNamespace(append=append)
    replica: Any = SimpleNamespace(
        pending=lambda most: left.pop(0),
        unsent_seals=lambda most: [],
        confirm=lambda answers: said.append("noted"),
    )
    pusher = Pusher(replica, shared, ["note_added"])
    pusher.taken = lambda: said.append("their turn")
    pusher.push(threading.Event())
    assert said == ["taken", "their turn", "noted"]


def test_that_keys_which_have_not_come_are_looked_for_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    now, looks = [100.0], []
    monkeypatch.setattr(pull_module.time, "monotonic", lambda: now[0])

    def wanted(limit: int) -> Sequence[tuple[UUID, UUID]]:
        looks.append(now[0])
        return ()

    shared: Any = SimpleNamespace(pull=lambda after, most: (None, []))
    replica: Any = SimpleNamespace(wanted_seals=wanted, cursor=lambda: 0, desk=lambda: None)
    puller = Puller(replica, shared)
    for _ in range(12):
        puller.pull(threading.Event())
        now[0] += 1
    assert looks == [100.0, 105.0, 110.0]

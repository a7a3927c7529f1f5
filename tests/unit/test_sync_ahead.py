"""The next page is fetched while one is laid down; the line is used by one at a time, never left in use."""

import threading
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest

from controlroom.casework.room.sharing import Landed, Seal, SharedEvent
from controlroom.errors import WorldFault
from controlroom.sync.pull import Puller

STREAMS = [UUID(int=n) for n in range(1, 5)]
PAGE = 6  # rows, and one stream asked for at a time
WAIT_S = 20


def row(stream: UUID) -> SharedEvent:
    who = (UUID(int=9), "{}", "case", 1, "", b"", b"", b"")
    return SharedEvent(stream.int, stream, "case", stream, 1, "case_claimed", 1, 1, 1, "eve", *who)


class Line:
    """As much of the shared database as pulling needs; says when two use it at once."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.is_used = self.was_shared = False
        self.reached = threading.Condition()
        self.goes_wrong_at = self.takes_long_at = 0

    def pull_streams(self, places: dict[UUID, int], most: int) -> list[SharedEvent]:
        with self:
            [stream] = places
            with self.reached:
                self.asked.append(stream.int)
                self.reached.notify_all()
            if stream.int == self.takes_long_at:
                threading.Event().wait(0.3)
            if stream.int == self.goes_wrong_at:
                raise WorldFault("The line is lost.")
            return [row(stream)]

    def seals(self, ids: Sequence[UUID]) -> list[Seal]:
        with self:
            return []

    def use(self) -> None:
        with self:
            pass

    def __enter__(self) -> None:
        self.was_shared |= self.is_used
        self.is_used = True

    def __exit__(self, *_: object) -> None:
        self.is_used = False

    def wait_for(self, stream: int) -> bool:
        with self.reached:
            return self.reached.wait_for(lambda: stream in self.asked, WAIT_S)


class Desk:
    """As much of a replica: what was laid down, and what happens meanwhile."""

    def __init__(self) -> None:
        self.landed: list[int] = []
        self.meanwhile: Callable[[int], object] = lambda stream: None

    def desk(self) -> UUID:
        return UUID(int=1)

    def held(self, streams: Sequence[UUID]) -> list[int]:
        return [0] * len(streams)

    def lacking_seals(self, rows: Sequence[SharedEvent]) -> list[UUID]:
        return [UUID(int=5)]

    def keep_seals(self, seals: Sequence[Seal]) -> None:
        pass

    def read(self, rows: Sequence[SharedEvent], keys: Sequence[Seal]) -> None:
        pass

    def land(self, rows: Sequence[SharedEvent], **_: Any) -> Landed:
        self.meanwhile(rows[0].seq)
        self.landed += [one.seq for one in rows]
        return Landed(())


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def puller(desk: Desk, line: Line) -> Puller:
    made = Puller(desk, line, page=PAGE)  # type: ignore[arg-type]
    made.between = line.use
    return made


def test_that_the_next_page_is_fetched_while_one_is_laid_down(puller: Puller, desk: Desk, line: Line) -> None:
    came: list[bool] = []
    desk.meanwhile = lambda stream: came.append(stream == 4 or line.wait_for(stream + 1))
    left: list[int] = []
    assert puller.fetch(STREAMS, threading.Event(), left.append) == 4
    assert came == [True] * 4
    assert desk.landed == line.asked == [1, 2, 3, 4]
    assert left == [3, 2, 1, 0]


def test_that_no_more_than_one_page_is_fetched_ahead(puller: Puller, desk: Desk, line: Line) -> None:
    ahead: list[int] = []
    desk.meanwhile = lambda stream: ahead.append(len(line.asked) - len(desk.landed))
    puller.fetch(STREAMS, threading.Event())
    assert max(ahead) <= 2  # the one in hand, and the next


def test_that_the_line_is_used_by_one_at_a_time(puller: Puller, desk: Desk, line: Line) -> None:
    desk.meanwhile = lambda stream: line.wait_for(min(4, stream + 1))
    puller.fetch(STREAMS, threading.Event())
    assert not line.was_shared


def test_that_nothing_is_being_fetched_any_more_when_landing_failed(
    puller: Puller, desk: Desk, line: Line
) -> None:
    def full(stream: int) -> None:
        line.wait_for(2)
        raise WorldFault("The disk is full.")

    desk.meanwhile = full
    line.takes_long_at = 2
    with pytest.raises(WorldFault, match="disk") as told:  # its traceback holds on to all that it went by
        puller.fetch(STREAMS, threading.Event())
    assert told.tb is not None
    assert not line.is_used and line.asked == [1, 2]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("sync-ahead")]


def test_that_what_came_is_laid_down_before_a_lost_line_is_told(
    puller: Puller, desk: Desk, line: Line
) -> None:
    line.goes_wrong_at = 3
    with pytest.raises(WorldFault, match="line"):
        puller.fetch(STREAMS, threading.Event())
    assert desk.landed == [1, 2]


def test_that_it_ends_when_it_is_to_stop(puller: Puller, desk: Desk, line: Line) -> None:
    stop = threading.Event()
    desk.meanwhile = lambda stream: stop.set()
    assert puller.fetch(STREAMS, stop) == 1
    assert desk.landed == [1] and not line.is_used
    assert not puller.read_again(STREAMS, stop)


def test_that_one_page_needs_no_thread(
    puller: Puller, desk: Desk, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "Thread", None)
    assert puller.fetch(STREAMS[:1], threading.Event()) == 1

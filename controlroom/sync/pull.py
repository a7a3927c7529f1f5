"""What the others did: by the room's numbers; case by case at first, and where one is not held whole."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import dropwhile
from threading import Event
from typing import Any, NamedTuple
from uuid import UUID

from controlroom.casework.room.sharing import MOST_RECENT, RECENT_DAYS, Landed, Replica, Seal, SharedEvent
from controlroom.domain.roomwide import STREAMS
from controlroom.log import fail_point
from controlroom.sync.shared import Head, Shared

PAGE, LARGE_PAGE = 500, 2400  # events: while a window is up, and while none is
LONG = 1 << 20  # signs of bodies: the server ends a page at 4 MiB, and a sign has four bytes at most
DAY_US = 86_400_000_000
_A_CASE = 6  # events, with room to spare: mostly one page answers for all that were asked for
MOST_SEALS = 5000  # that the server gives at once
ASK_AGAIN_S = 5.0  # for keys that have not come


class _Page(NamedTuple):
    """Events of some streams, and the keys that are not here of what is sealed in them."""

    rows: Sequence[SharedEvent]
    seals: Sequence[Seal]
    beforehand: Any  # what the replica could tell of them already
    left: int  # streams that are still to come

    @property
    def is_last(self) -> bool:
        return not self.left


class Puller:
    """Takes over from one connection into the replica. `page` is how many events at once."""

    def __init__(self, replica: Replica, shared: Shared, *, page: int = PAGE) -> None:
        self._replica, self._shared, self._page = replica, shared, page
        self._together = max(1, page // _A_CASE)  # streams asked for at once
        self._desk = replica.desk()
        self.between: Callable[[], None] = lambda: None  # called between two pages
        self.pulled = 0
        self._asked_at = -ASK_AGAIN_S

    # --- the tail -----------------------------------------------------------------------------------------

    def pull(self, stop: Event) -> Head:
        """Everything after the cursor. Gives where the room stood at the last look."""
        while True:
            head, rows = self._shared.pull(self._replica.cursor(), self._page)
            if rows:
                self._fill(self._land(rows, cursor=rows[-1].seq).gaps, stop)
            if not self._may_go_on(rows) or stop.is_set():
                self._mend()
                return head
            self.between()

    def fill_gaps(self, stop: Event) -> None:
        """What was found not to be whole before this program was ended."""
        self._fill(self._replica.land(()).gaps, stop)

    def _fill(self, gaps: Sequence[UUID], stop: Event) -> None:
        if not gaps:
            return
        before = self._replica.held(gaps)
        self.fetch(gaps, stop)
        if stop.is_set():
            return
        after = self._replica.held(gaps)
        nothing_came = [gap for gap, was, now in zip(gaps, before, after, strict=True) if was == now]
        if nothing_came:
            self._replica.is_whole(nothing_came)

    # --- stream by stream ---------------------------------------------------------------------------------

    def fetch(
        self, streams: Sequence[UUID], stop: Event, step: Callable[[int], None] = lambda left: None
    ) -> int:
        """These streams whole, from where each is held. Gives how many events came."""
        return self._take(self._pages(streams, self._replica.held), stop, step)

    def read_again(self, streams: Sequence[UUID], stop: Event) -> bool:
        """These streams from their first event: more of them may be read now. False when it was stopped."""
        self._take(self._pages(streams, lambda some: [0] * len(some)), stop)
        return not stop.is_set()

    def _take(
        self, pages: Iterator[_Page], stop: Event, step: Callable[[int], None] = lambda left: None
    ) -> int:
        count = 0
        with closing(self._one_ahead(pages)) as ahead:
            for page in ahead:
                self._lay_down(page.rows, beforehand=page.beforehand)
                count += len(page.rows)
                step(page.left)
                if stop.is_set():
                    break
        return count

    def _one_ahead(self, pages: Iterator[_Page]) -> Generator[_Page, None, None]:
        """Each page, its keys in the replica. While it is laid down another thread fetches the next.

        The line belongs to that thread for so long, and to this one in between.
        """
        with ThreadPoolExecutor(1, "sync-ahead") as other:
            page = next(pages, None)
            while page is not None:
                if page.seals:
                    self._replica.keep_seals(page.seals)
                coming = None if page.is_last else other.submit(next, pages, None)
                yield page
                page = coming.result() if coming is not None else None
                self.between()

    def _pages(
        self, streams: Sequence[UUID], held: Callable[[Sequence[UUID]], Sequence[int]]
    ) -> Iterator[_Page]:
        for start in range(0, len(streams), self._together):
            chunk = streams[start : start + self._together]
            places, left = dict(zip(chunk, held(chunk), strict=True)), len(streams) - start - len(chunk)
            while places:
                rows = self._shared.pull_streams(places, self._page)
                places = self._after(places, rows)
                seals = self._seals_of(rows)
                yield _Page(rows, seals, self._replica.read(rows, seals), left + len(places))

    def _after(self, places: dict[UUID, int], rows: Sequence[SharedEvent]) -> dict[UUID, int]:
        """What is still to be asked for of these streams."""
        if not self._may_go_on(rows):
            return {}
        last = rows[-1]
        assert last.stream_id is not None and last.stream_seq is not None
        later = dropwhile(lambda stream: stream != last.stream_id, places)
        return {stream: places[stream] for stream in later} | {last.stream_id: last.stream_seq}

    def _may_go_on(self, rows: Sequence[SharedEvent]) -> bool:
        """Whether more may be there: the page is full, or so long that it may have been ended before."""
        return len(rows) >= self._page or sum(len(row.body or "") for row in rows) >= LONG

    # --- the first time -----------------------------------------------------------------------------------

    def first_sync(
        self, stop: Event, *, usable: Callable[[], None], left: Callable[[int], None], now_us: int
    ) -> bool:
        """The working set: open cases and what holds for the room, then the newest others.

        The cursor moves when all is here.
        Interrupted it goes on where it was: what is held is not fetched again. False when it was stopped.
        """
        head = self._shared.head()
        wanted = self._shared.working_set(now_us - RECENT_DAYS * DAY_US, MOST_RECENT)
        opened = [stream for stream, is_open in wanted if is_open]
        recent = [stream for stream, is_open in wanted if not is_open]
        left(len(wanted))
        self.fetch(opened, stop, lambda n: left(n + len(recent)))
        self.fetch(STREAMS, stop)
        if stop.is_set():
            return False
        usable()
        self.fetch(recent, stop, left)
        if stop.is_set():
            return False
        self._replica.land((), cursor=head.seq)
        return True

    def complete(self, stop: Event, *, now_us: int) -> None:
        """What is missing here of the working set as the server has it now."""
        wanted = [
            stream for stream, _ in self._shared.working_set(now_us - RECENT_DAYS * DAY_US, MOST_RECENT)
        ]
        held = self._replica.held(wanted)
        self.fetch([stream for stream, place in zip(wanted, held, strict=True) if not place], stop)

    # --- into the replica ---------------------------------------------------------------------------------

    def _seals_of(self, rows: Sequence[SharedEvent]) -> list[Seal]:
        """The keys that these are sealed with and that are not here. One that the server does not give was
        destroyed, or is still to come."""
        return self._found(self._replica.lacking_seals(rows))

    def _found(self, lacking: Sequence[UUID]) -> list[Seal]:
        found = list[Seal]()
        for start in range(0, len(lacking), MOST_SEALS):
            found += self._shared.seals(lacking[start : start + MOST_SEALS])
        return found

    def _mend(self) -> None:
        """Keys that did not come before what they seal: a server that was restored gets them from desks."""
        if time.monotonic() < self._asked_at + ASK_AGAIN_S:
            return
        self._asked_at = time.monotonic()
        wanted = self._replica.wanted_seals(MOST_SEALS)
        if not wanted:
            return
        if found := self._found([seal for seal, _ in wanted]):
            self._replica.keep_seals(found)
        left = {stream for _, stream in self._replica.wanted_seals(MOST_SEALS)}
        if left and (gone := self._shared.erased(sorted(left))):
            self._replica.note_erased(gone)

    def _land(self, rows: Sequence[SharedEvent], *, cursor: int) -> Landed:
        if found := self._seals_of(rows):
            self._replica.keep_seals(found)
        return self._lay_down(rows, cursor=cursor)

    def _lay_down(
        self, rows: Sequence[SharedEvent], *, cursor: int | None = None, beforehand: Any = None
    ) -> Landed:
        fail_point("before-land")
        landed = self._replica.land(rows, cursor=cursor, beforehand=beforehand)
        fail_point("after-land")
        mine = self._desk.int  # plain numbers: to compare two UUIDs takes many times as long
        self.pulled += sum(row.desk is not None and row.desk.int != mine for row in rows)
        return landed

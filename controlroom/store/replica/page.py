"""Rows that came together, stream by stream, and how far they are laid down."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import thread_time
from uuid import UUID

from controlroom.casework.room.sharing import SharedEvent
from controlroom.store.replica.beforehand import Beforehand
from controlroom.store.replica.landing import Landing, place_of

AT_ONCE = 200  # rows of one stream
_ALONE = 64  # streams laid down each by itself, after something in a slice went wrong


def by_stream(rows: Iterable[SharedEvent]) -> list[list[SharedEvent]]:
    """The rows of each stream in its order, so many at once; stubs of no stream by themselves."""
    streams: dict[int, list[SharedEvent]] = {}
    for row in rows:  # by a plain number: to hash a UUID takes many times as long
        streams.setdefault(-row.seq if row.stream_id is None else row.stream_id.int, []).append(row)
    groups = []
    for group in streams.values():
        if len(group) > 1:
            group.sort(key=place_of)
        groups += [group[at : at + AT_ONCE] for at in range(0, len(group), AT_ONCE)]
    return groups


class Page:
    """`slice_s`: seconds of work a transaction; `together`: so many streams in one statement."""

    def __init__(
        self,
        rows: Sequence[SharedEvent],
        cursor: int | None,
        *,
        slice_s: float,
        together: int,
        beforehand: Beforehand | None = None,
    ) -> None:
        self.rows, self.cursor, self._slice_s, self._together = rows, cursor, slice_s, together
        self.beforehand = beforehand
        self.groups = by_stream(rows)
        self.at = self._alone_until = self.set_aside = 0
        self.gaps: tuple[UUID, ...] = ()
        self.is_done = False

    @property
    def is_alone(self) -> bool:
        """Each stream by itself: something among these went wrong."""
        return self.at < self._alone_until

    def part(self) -> None:
        """Something in the next slice went wrong: one stream at a time from here on, for a while."""
        self._alone_until = self.at + _ALONE

    def lay_some(self, landing: Landing, *, is_wanted: Callable[[], bool]) -> int:
        """Lay down what fits into one transaction, one stream at least; gives where it ended.

        It ends early where somebody waits for the store.
        """
        at, until = self.at, thread_time() + self._slice_s
        end = self.at + 1 if self.is_alone else len(self.groups)
        while some := landing.first_of(self.groups[at : min(end, at + self._together)]):
            landing.lay(some)
            at += len(some)
            if thread_time() > until or is_wanted():
                break
        return at


@contextmanager
def collector_off() -> Iterator[None]:
    """Python looks for circles among the rows of a page again and again, and there are none."""
    was_on = gc.isenabled()  # never where there is a window: there it is done on the Qt thread alone
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

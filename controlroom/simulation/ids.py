"""The ids of a history: made from its seed, so that the same seed tells the same history to the last byte."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from controlroom.domain.events import ids_from

_START_MS = 1_767_234_600_000  # 1 January 2026, 02:30 UTC


@contextmanager
def ids_of(seed: int) -> Iterator[None]:
    """Every new id comes from this seed, until the block ends."""
    with ids_from(_Ids(random.Random(f"ids {seed}")).next):
        yield


class _Ids:
    """UUIDv7 in rising order, without a clock."""

    def __init__(self, rng: random.Random) -> None:
        self._rng, self._stamp = rng, _START_MS

    def next(self) -> UUID:
        self._stamp += self._rng.randrange(1, 50)
        tail = self._rng.getrandbits(74)
        return UUID(int=self._stamp << 80 | 7 << 76 | (tail >> 62) << 64 | 2 << 62 | tail & (1 << 62) - 1)

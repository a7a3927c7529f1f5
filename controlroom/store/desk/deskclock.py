"""The room's time at a desk whose own clock is wrong: set right by what the shared database said last.

Any thread. It holds until somebody sets the clock of the machine, or starts the machine anew.
"""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

WRONG_S = 2.0  # less than this is not put right: it may be the way there and back
_SET_S = 1.0  # the clock was set when it moved by more than this against the one that nobody sets


class DeskClock:
    """`kept` is what `learn` gave in an earlier process. Times are seconds since 1970."""

    def __init__(
        self,
        kept: Sequence[float] | None = None,
        *,
        wall: Callable[[], float] = lambda: time.time(),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall, self._steady = wall, steady
        self._ahead_s, self._began = kept or (0.0, 0.0)

    def now(self) -> datetime:
        """The time to go by, aware UTC."""
        wall = self._wall()
        return datetime.fromtimestamp(wall - self._ahead_s * self._is_as_then(wall), UTC)

    def learn(self, ahead_ms: int) -> Sequence[float] | None:
        """This desk's clock is so far ahead of the server's. Gives what to keep, None where that is known."""
        wall = self._wall()
        ahead_s = ahead_ms / 1000 if abs(ahead_ms) > WRONG_S * 1000 else 0.0
        is_known = abs(ahead_s - self._ahead_s) < _SET_S and (not ahead_s or self._is_as_then(wall))
        if is_known:
            return None
        self._ahead_s, self._began = ahead_s, wall - self._steady()
        return self._ahead_s, self._began

    def _is_as_then(self, wall: float) -> bool:
        return abs(wall - self._steady() - self._began) < _SET_S

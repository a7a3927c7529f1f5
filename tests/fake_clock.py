"""A clock for tests: it stands still until it is told to go on."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """A clock that stands still until it is told to go on. Aware, UTC; called or asked for `now()`."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)  # 02:00 IST, when most alerts come

    def now(self) -> datetime:
        return self.time

    __call__ = now

    def advance(self, seconds: float) -> datetime:
        self.time += timedelta(seconds=seconds)
        return self.time

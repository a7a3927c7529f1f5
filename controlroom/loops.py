"""The threads beside the window, each by its name: started, ended, waited for."""

from collections.abc import Sequence
from threading import Event, Lock, Thread
from typing import Protocol

LONGEST_S = 30.0  # for each to end


class Loop(Protocol):
    """Something that runs on a thread of its own until it is told to stop."""

    def run(self, stop: Event) -> None: ...


class Loops:
    """The threads beside the window, by name. Any thread."""

    def __init__(self) -> None:
        self._running: dict[str, tuple[Event, Thread]] = {}
        self._lock = Lock()

    def start(self, name: str, loop: Loop) -> None:
        """Run it; one of the same name is ended first."""
        with self._lock:
            self._end([name])
            stop = Event()
            thread = Thread(target=loop.run, args=(stop,), name=name, daemon=True)
            self._running[name] = (stop, thread)
            thread.start()

    def end(self, *names: str) -> None:
        """End these, or all, and wait for them."""
        with self._lock:
            self._end(names or list(self._running))

    def _end(self, names: Sequence[str]) -> None:
        ended = [self._running.pop(name) for name in names if name in self._running]
        for stop, _ in ended:
            stop.set()
        for _, thread in ended:
            thread.join(LONGEST_S)  # what it is in the middle of is finished before the profile closes

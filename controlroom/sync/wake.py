"""Waits for the first of: the server speaks, somebody here wakes us, time is up, the program ends."""

import selectors
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

GRACE_S = 1.0  # a call that runs when the program ends has so long


class Waker:
    """One thread waits; any other may wake it. What that thread itself has done wakes nobody."""

    def __init__(self) -> None:
        self._ends: tuple[socket.socket, socket.socket] | None = None
        self._waits = 0  # which thread does

    def open(self) -> None:
        """Before the first wait, on the thread that waits."""
        self._waits = threading.get_ident()
        self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)

    def wake(self) -> None:
        """Any thread. Costs nothing when it is awake, or when nobody waits yet or any more."""
        ends = self._ends
        if ends is not None and threading.get_ident() != self._waits:
            with suppress(OSError):
                ends[1].send(b"!")

    def wait(self, seconds: float, fileno: int | None = None) -> bool:
        """Returns when woken, when `fileno` can be read, or when time is up. Says whether it was woken."""
        assert self._ends is not None
        inside = self._ends[0]
        with selectors.DefaultSelector() as ends:
            ends.register(inside, selectors.EVENT_READ)
            if fileno is not None:
                ends.register(fileno, selectors.EVENT_READ)
            ready = {key.fileobj for key, _ in ends.select(max(0.0, seconds))}
        if inside not in ready:
            return False
        with suppress(BlockingIOError):
            while inside.recv(4096):
                pass
        return True

    def close(self) -> None:
        """Nobody waits any more."""
        ends, self._ends = self._ends, None
        for end in ends or ():
            end.close()


class Ender:
    """When the program ends: wakes the loop, and cuts a call that still runs after a moment of grace."""

    def __init__(self, stop: threading.Event, waker: Waker, hang_up: Callable[[], None]) -> None:
        self._stop, self._waker, self._hang_up = stop, waker, hang_up
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync-end", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._stop.wait()
        self._waker.wake()
        if not self._is_over.wait(GRACE_S):
            self._hang_up()

    def over(self) -> None:
        """The loop has ended."""
        self._is_over.set()
        self._stop.set()
        self._thread.join()

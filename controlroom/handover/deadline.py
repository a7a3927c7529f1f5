"""An end for a talk with another machine, however slowly it drips. Any thread."""

import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Final

from controlroom.errors import BadInput

SECONDS: Final = 20.0


def seconds_of(options: Mapping[str, str]) -> float:
    """The option deadline, in seconds; raises BadInput where that is no number of 0.2 to 120."""
    try:
        seconds = float(options.get("deadline", SECONDS))
    except ValueError:
        seconds = 0.0
    if not 0.2 <= seconds <= 120:
        raise BadInput("The deadline of a connector is a number of seconds, 120 at most.")
    return seconds


class Deadline:
    """Inside the block, what is watched is cut off when the time is over: a read that waits then ends."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.is_over = False
        self._sockets: list[Callable[[], socket.socket | None]] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def watch(self, get: Callable[[], socket.socket | None]) -> None:
        """Cut this one, too; asked for at the end, since TLS puts another in its place."""
        self._sockets.append(get)

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self.is_over = True
        for get in self._sockets:
            found = get()
            if found is not None:
                with suppress(OSError):
                    socket.socket.shutdown(found, socket.SHUT_RDWR)  # not SSLSocket's, which forgets its TLS

"""How the program and its reading child talk: frames of a length and a body, over one socket."""

import socket
import struct
from typing import Final

_HEAD: Final = struct.Struct("!I")
MAX_FRAME: Final = 0xFFFF_FFFF


class Closed(Exception):  # noqa: N818  an end, no error
    """The other side is gone."""


def frame(body: bytes) -> bytes:
    """One body with its length before it."""
    return _HEAD.pack(len(body)) + body


class FrameReader:
    """Reads frames from a socket; whatever time-out the socket has holds for each read."""

    def __init__(self, link: socket.socket) -> None:
        self._link = link
        self._held = bytearray()

    def next(self) -> bytes:
        """The next whole body. Raises Closed at the end, TimeoutError when it took too long."""
        size = _HEAD.unpack(self._take(_HEAD.size))[0]
        return bytes(self._take(size))

    def _take(self, count: int) -> bytes:
        while len(self._held) < count:
            fresh = self._link.recv(max(65_536, min(count - len(self._held), 1 << 20)))
            if not fresh:
                raise Closed
            self._held += fresh
        taken = bytes(memoryview(self._held)[:count])
        del self._held[:count]
        return taken

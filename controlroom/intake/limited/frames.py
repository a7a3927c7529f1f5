"""How the program and its reading child talk: frames of a length and a body, over one socket."""

import socket
import struct
from typing import Final

_HEAD: Final = struct.Struct("!I")


class Closed(Exception):  # noqa: N818  an end, no error
    """The other side is gone."""


def frame(body: bytes) -> bytes:
    """One body with its length before it."""
    return _HEAD.pack(len(body)) + body


class FrameReader:
    """Reads frames from a socket, whether it waits or not."""

    def __init__(self, link: socket.socket) -> None:
        self._link = link
        self._held = bytearray()

    def next(self) -> bytes:
        """The next whole body, waited for. Raises Closed at the end."""
        while (body := self.whole()) is None:
            self.receive()
        return body

    def whole(self) -> bytes | None:
        """The next body if all of it is here."""
        end = self._end()
        if len(self._held) < end:
            return None
        body = bytes(memoryview(self._held)[_HEAD.size : end])
        del self._held[:end]
        return body

    def receive(self) -> None:
        """Take what has come. Raises Closed at the end, and what the socket raises."""
        missing = self._end() - len(self._held)
        fresh = self._link.recv(max(65_536, min(missing, 1 << 20)))
        if not fresh:
            raise Closed
        self._held += fresh

    def _end(self) -> int:
        if len(self._held) < _HEAD.size:
            return _HEAD.size
        return _HEAD.size + int(_HEAD.unpack_from(self._held)[0])

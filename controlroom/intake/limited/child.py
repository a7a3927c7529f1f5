"""The reading child: mails to text and clues in a limited process of its own. Started by a hidden word."""

import os
import signal
import socket
import struct
import sys
from typing import Final

SECONDS: Final = 8  # for one mail: then it ends itself, should its parent be gone
MEMORY: Final = 512 << 20  # bytes above what it has at its start
_HEAD: Final = struct.Struct("!I")


def serve() -> int:
    """Answer mail by mail on the socket that is standard input, until it is closed."""
    import msgspec

    from controlroom.intake.limited.asked import WARM_UP, Asked, with_clues
    from controlroom.intake.limited.frames import Closed, FrameReader, frame
    from controlroom.intake.parsing.parse import Parsed, parse

    link = socket.socket(fileno=os.dup(0))
    link.setblocking(True)
    encode, decode = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(Asked).decode
    with_clues(parse(_WARM_UP + WARM_UP.encode()), Asked(b""))
    limit_self()
    reader = FrameReader(link)
    try:
        while True:
            asked = decode(reader.next())
            signal.alarm(SECONDS + 1)
            try:
                answer = with_clues(parse(asked.raw), asked)
            except (MemoryError, RecursionError) as too_much:
                answer = Parsed(over=f"reading it took too much memory ({type(too_much).__name__})")
            body = encode(answer)
            signal.alarm(0)
            link.sendall(frame(body))
    except (Closed, BrokenPipeError, ConnectionResetError):
        return 0


_WARM_UP: Final = b"Subject: x\nContent-Type: text/html\n\n<p style='color:#000'>x"


def limit_self() -> None:
    """No more memory than is set, no file, no core; where the system has such limits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    ceiling = _address_space() + MEMORY
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))


def _address_space() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  no pathlib in this process
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 256 << 20


if __name__ == "__main__":
    sys.exit(serve())

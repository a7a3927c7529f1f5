"""IDLE (RFC 2177): wait until the server says that something came."""

import imaplib
import selectors
from threading import Event
from time import monotonic
from typing import Any, Final

_SLICE: Final = 0.5  # seconds between looks at `stop`


def wait_for_news(box: Any, stop: Event, seconds: float) -> None:
    """Until the server speaks of new mail, `stop` is set or the time is up. Raises as imaplib does.

    imap-tools' own idle polls the socket only: what came together with the answer to IDLE lies in a buffer
    already and is not seen for half a minute, and an untagged line before that answer is an error to it.
    """
    client = box.client
    tag = client._command("IDLE")
    has_news = False
    while (line := client._get_response()) is not None:
        if client.tagged_commands.get(tag):
            raise imaplib.IMAP4.error("IDLE refused")
        has_news |= _is_news(line)
    until = monotonic() + seconds
    while not has_news and not stop.is_set() and (left := until - monotonic()) > 0:
        lines = _lines_within(client, min(left, _SLICE))
        has_news = any(_is_news(line) for line in lines)
    client.send(b"DONE\r\n")
    box.consume_until_tagged_response(tag)


def _is_news(line: bytes) -> bool:
    return b"EXISTS" in line or b"RECENT" in line or b"BYE" in line


def _lines_within(client: Any, seconds: float) -> list[bytes]:
    """What the server has said, waiting for it at most so long. Raises abort where it has hung up."""
    sock = client.sock
    usual = sock.gettimeout()
    sock.settimeout(0)
    try:
        lines = _lines_now(client)  # first what is in a buffer: the poller would not tell
        if not lines and _is_readable(sock, seconds):
            lines = _lines_now(client)
        return lines
    finally:
        sock.settimeout(usual)


def _is_readable(sock: Any, seconds: float) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_READ)
        return bool(selector.select(seconds))


def _lines_now(client: Any) -> list[bytes]:
    lines: list[bytes] = []
    while True:
        try:
            lines.append(client._get_line())
        except OSError:  # nothing more for now
            return lines

"""Two guards over every test: no network but loopback, and no unexpected warning in the log."""

import logging
import re
import sys
from typing import Any

import pytest

# --- the network guard ------------------------------------------------------------------------------------

reached_out: list[str] = []


def _is_here(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return host in (None, "", "localhost", "::1", "::", "0.0.0.0") or str(host).startswith("127.")


def _keep_inside(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
        host = args[1][0]  # a Unix socket's address is text or bytes and stays on this machine
    else:
        return
    if not _is_here(host):
        reached_out.append(f"{event} {host!r}")
        raise AssertionError(f"a test reached out of this machine: {event} {host!r}")


sys.addaudithook(_keep_inside)


def check_network() -> None:
    if reached_out:
        tries = ", ".join(reached_out)
        reached_out.clear()
        pytest.fail(f"reached out of this machine: {tries}", pytrace=False)


# --- the log guard ----------------------------------------------------------------------------------------


class LogGuard(logging.Handler):
    """Keeps every record from WARNING up, and the patterns that a test said it expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def check(self) -> None:
        """Fails for a record that no pattern expects. Keeps what is expected for the next look."""
        surprises = [line for line in self.said if not any(re.search(one, line) for one in self.expected)]
        if surprises:
            self.said.clear()
            pytest.fail("unexpected in the log:\n" + "\n".join(surprises), pytrace=False)

    def check_expected_came(self) -> None:
        """Fails for a pattern that no record answered: the test believes in a warning that is gone."""
        missing = [one for one in self.expected if not any(re.search(one, line) for line in self.said)]
        if missing:
            pytest.fail("expected in the log, but it never came: " + "; ".join(missing), pytrace=False)

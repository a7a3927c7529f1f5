"""What our mail server says it checked (Authentication-Results, RFC 8601), where it may be believed."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Final, NamedTuple

from controlroom.intake.origin.senders import Senders
from controlroom.intake.parsing.headers import Headers, header_text

_FROM_BY: Final = re.compile(r"^\s*(?:from\s+(\S{1,255}))?.{0,3000}?\bby\s+([^\s;]{1,255})", re.S)


class Word(NamedTuple):
    """Domains whose DKIM signature passed, and whether DKIM or DMARC is said to have failed."""

    passed_domains: frozenset[str] = frozenset()
    says_fail: bool = False


def word_of_our_server(headers: Headers, senders: Senders) -> Word:
    """Only lines of the configured server count, above the first Received of somebody else's handing in,
    and only where our own server's Received line shows that the mail came through it."""
    if not senders.authserv_id:
        return Word()
    passed: set[str] = set()
    has_failed = False
    for value in _believable(headers, senders):
        for method, result, properties in _results(value, senders.authserv_id):
            if method == "dkim" and result == "pass":
                passed.add(properties.get("header.d", properties.get("header.i", "").rpartition("@")[2]))
            has_failed |= method in ("dkim", "dmarc") and result == "fail"
    return Word(frozenset(passed - {""}), has_failed and not passed)


def _believable(headers: Headers, senders: Senders) -> list[bytes]:
    lines: list[bytes] = []
    for name, value in headers.fields:
        if name == "authentication-results":
            lines.append(value)
        elif name == "received":
            found = _FROM_BY.match(header_text(value))
            if not found or not _is_own(found[2], senders):
                return []  # it was not handed in to our server: nothing above it can be trusted
            if not found[1] or not _is_own(found[1], senders):
                return lines  # here it came in from outside
    return []


def _is_own(host: str, senders: Senders) -> bool:
    host = host.lower().strip("[]().")
    return host == senders.authserv_id or any(fnmatchcase(host, pattern) for pattern in senders.own_hosts)


def _results(value: bytes, authserv_id: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    import authres

    try:
        header = authres.AuthenticationResultsHeader.parse_value(header_text(value))
    except Exception:  # noqa: BLE001  its parser raises many kinds on lines that are no such header
        return
    if str(header.authserv_id).lower() != authserv_id:
        return
    for one in header.results:
        properties = {f"{part.type}.{part.name}": str(part.value).lower() for part in one.properties}
        yield str(one.method).lower(), str(one.result).lower(), properties

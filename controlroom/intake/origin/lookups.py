"""TXT look-ups for signing keys: two seconds at most, remembered, and silent after DNS was away."""

import os
from collections.abc import Callable
from time import monotonic
from typing import Any, Final

SECONDS: Final = 2.0
_REMEMBERED: Final = 3_600.0
_AWAY: Final = 60.0
_MOST: Final = 2_000


class DnsAway(Exception):  # noqa: N818  a state of the world
    """Nobody can say now whether the record exists."""


Lookup = Callable[[bytes], bytes | None]


class TxtLookups:
    """Asks the resolver that is set: "off", "system" or an address. CONTROLROOM_DNS goes first."""

    def __init__(self, server: str = "off", *, now: Callable[[], float] = monotonic) -> None:
        self._server = os.environ.get("CONTROLROOM_DNS", "") or server
        self._now = now
        self._known: dict[bytes, tuple[bytes | None, float]] = {}
        self._away_until = 0.0

    def __call__(self, name: bytes) -> bytes | None:
        """The TXT record of this name, None where there is none. Raises DnsAway."""
        known = self._known.get(name)
        if known is not None and known[1] > self._now():
            return known[0]
        if self._server == "off" or self._now() < self._away_until:
            raise DnsAway
        try:
            value = self.ask(name)
        except DnsAway:
            self._away_until = self._now() + _AWAY
            raise
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[name] = (value, self._now() + (_REMEMBERED if value else _AWAY))
        return value

    def ask(self, name: bytes) -> bytes | None:
        """One look-up, without memory."""
        import dns.exception
        import dns.resolver

        try:
            answer = self._resolver().resolve(
                name.decode("ascii").rstrip("."), "TXT", lifetime=SECONDS, search=False
            )
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return None
        except (UnicodeDecodeError, dns.exception.SyntaxError):
            return None
        except (dns.exception.DNSException, OSError) as away:
            raise DnsAway from away
        return b"".join(bytes(piece) for piece in next(iter(answer)).strings)

    def _resolver(self) -> Any:
        import dns.resolver

        if self._server == "system":
            return dns.resolver.Resolver()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = [self._server]
        return resolver

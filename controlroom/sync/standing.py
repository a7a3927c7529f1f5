"""How this desk stands to the shared database: one `Link`, published when it changes. Loop's thread."""

import time
from dataclasses import replace
from typing import Any

from controlroom.casework.room.sharing import Account, Link, LinkPublish
from controlroom.errors import ControlRoomError
from controlroom.sync.server.rights import ROLES, kinds_of, word_of

_OFTEN_S = 0.5  # what only ticks on is published no more often than this
_TICKING = ("last_success", "skew_ms", "projector_lag", "seq", "flushed_seq")


class Standing:
    """Keeps the newest `Link`."""

    def __init__(self, publish: LinkPublish) -> None:
        self._publish = publish
        self._told_at = 0.0
        self._told: Link | None = None
        self.link = Link("connecting", since=now_us())

    def say(self, **changes: Any) -> None:
        """Take these over, and tell whoever wants to know."""
        if changes.get("state", self.link.state) != self.link.state:
            changes["since"] = now_us()
        self.link = replace(self.link, **changes)
        if self.link != self._told and (self._has_news() or time.monotonic() - self._told_at > _OFTEN_S):
            self._told, self._told_at = self.link, time.monotonic()
            self._publish(self.link)

    def say_who(self, account: Account) -> None:
        """Who is signed in, and what they may; of a role that a newer server has given nothing is known."""
        is_known = bool(account.roles) and set(account.roles) <= set(ROLES)
        self.say(
            login=account.login,
            room=account.room_name,
            roles=tuple(map(word_of, account.roles)),
            kinds=frozenset[str]().union(*map(kinds_of, account.roles)) if is_known else None,
            reads_cases=not is_known or "case" in account.audiences,
        )

    def fault(self, state: str, fault: ControlRoomError, **changes: Any) -> None:
        """It does not work, and why."""
        self.say(state=state, fault=fault.template, fault_values=dict(fault.values), **changes)

    def _has_news(self) -> bool:
        if self._told is None:
            return True
        same = {name: getattr(self.link, name) for name in _TICKING}
        return replace(self._told, **same) != self.link


def now_us() -> int:
    """Microseconds since 1970."""
    return time.time_ns() // 1000

"""Who is on duty in the room, and whether a ring can be heard at their desk. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

ROLES: Final = ("operator", "supervisor")
SOUNDS: Final = ("ok", "muted", "missing")
LONGEST_SHIFT: Final = timedelta(hours=14)  # who has not gone off duty by then has forgotten to


class OnDuty(NamedTuple):
    """Somebody who sits in the room now. `since` is aware UTC; `sound` as their own desk last said."""

    person: str
    role: str
    since: datetime
    sound: str = "ok"

    @property
    def hears(self) -> bool:
        """Whether a ring at their desk makes a sound."""
        return self.sound == "ok"


def roster_of(words: Iterable[tuple[str, Mapping[str, Any]]], now: datetime) -> tuple[OnDuty, ...]:
    """From the last word on each person: (name, body). Supervisors first, then who came first."""
    found = []
    for person, body in words:
        since = moment(body.get("since"))
        if not body.get("on") or since is None or now - since > LONGEST_SHIFT:
            continue
        role, sound = str(body.get("role") or ""), str(body.get("sound") or "ok")
        found.append(
            OnDuty(person, role if role in ROLES else "operator", since, sound if sound in SOUNDS else "ok")
        )
    return tuple(sorted(found, key=lambda one: (one.role != "supervisor", one.since, one.person)))


def moment(value: Any) -> datetime | None:
    """An aware time as the events write it; None for anything else."""
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None

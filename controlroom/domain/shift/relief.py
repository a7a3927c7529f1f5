"""Who asks to be relieved: whatever they hold is offered, and stays theirs until somebody takes it. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from controlroom.domain.shift.duty import LONGEST_SHIFT, OnDuty, moment


class Relief(NamedTuple):
    """Somebody asks the others to take over. `since` is aware UTC."""

    person: str
    since: datetime


def reliefs_of(words: Iterable[tuple[str, Mapping[str, Any]]], now: datetime) -> tuple[Relief, ...]:
    """From the last word on each person: (name, body). Who asked first stands first."""
    found = []
    for person, body in words:
        since = moment(body.get("since"))
        if body.get("on") and since is not None and now - since <= LONGEST_SHIFT:
            found.append(Relief(person, since))
    return tuple(sorted(found, key=lambda one: (one.since, one.person)))


def rings_at(person: str, reliefs: Iterable[Relief], duty: Iterable[OnDuty], *, is_alone: bool) -> bool:
    """Whether the desk of this person rings softly for them.

    It rings at all others on duty; at every other desk where none of them is. At a desk that several people
    share without a server it rings whoever sits there: the others hear it in the same room.
    """
    asking = {one.person for one in reliefs}
    if not asking or is_alone:
        return bool(asking)
    others = {one.person for one in duty} - asking
    return person not in asking and (person in others or not others)

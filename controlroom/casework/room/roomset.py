"""What holds for the whole room: settings, the limits of the clocks, who is on duty. One function a step."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, Final

from controlroom.casework.calling.directory import STALE_DAYS
from controlroom.casework.choices import one_of
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.clocks import LIMIT_NAMES, LONGEST, SHORTEST, Limits, limits_from
from controlroom.domain.events import ROOM
from controlroom.domain.roomwide import stream_of
from controlroom.domain.shift.duty import ROLES, SOUNDS
from controlroom.errors import BadInput

LIMITS: Final = "limits"
DIRECTORY_DAYS: Final = "directory_days"
LONGEST_DAYS: Final = 3_650


def say_to_room(tx: Tx, kind: str, body: Mapping[str, Any]) -> None:
    """Append one event that holds for the whole room (domain/roomwide.py says which kinds there are)."""
    tx.append([NewEvent(ROOM, stream_of(kind), kind, body)])


def set_room(tx: Tx, name: str, value: Any) -> None:
    """A setting that all desks share; `tx.room_word("room_set", name)` and `reader.room_setting` read it."""
    before = tx.room_word("room_set", name)
    if before is None or before.get("value") != value:
        say_to_room(tx, "room_set", {"name": name, "value": value})


def limits_in(tx: Tx) -> Limits:
    """The limits of the room as they are now."""
    return limits_from((tx.room_word("room_set", LIMITS) or {}).get("value"))


def set_limits(tx: Tx, changes: Mapping[str, float]) -> Limits:
    """Other limits for the clocks of the whole room, in seconds. Gives all of them. Raises BadInput."""
    for name in changes:
        one_of(name, LIMIT_NAMES, "limit")
    if any(not SHORTEST <= value <= LONGEST for value in changes.values()):
        raise BadInput("A limit is from 5 seconds to 24 hours.")
    after = Limits(**{**asdict(limits_in(tx)), **changes})
    if after.with_person_alarm < after.with_person:
        raise BadInput("The alarm cannot come before the time at which an officer should be with the person.")
    standard = Limits()
    told = {
        field.name: getattr(after, field.name)
        for field in fields(Limits)
        if getattr(after, field.name) != getattr(standard, field.name)
    }
    set_room(tx, LIMITS, told)
    return after


def set_stale_days(tx: Tx, days: int) -> None:
    """How long a check of an entry of the directory holds, in days, at every desk. Raises BadInput."""
    if not 1 <= days <= LONGEST_DAYS:
        raise BadInput("An entry of the directory holds from 1 day to 3,650 days.")
    if days != stale_days_from((tx.room_word("room_set", DIRECTORY_DAYS) or {}).get("value")):
        set_room(tx, DIRECTORY_DAYS, days)


def stale_days_from(value: Any) -> int:
    """What the room has set, of whatever version; 90 where it can't be used."""
    is_days = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LONGEST_DAYS
    return value if is_days else STALE_DAYS


def go_on_duty(tx: Tx, person: str, *, role: str = "operator", sound: str = "ok") -> None:
    """This person sits in the room from now on, and hears what the role hears."""
    one_of(role, ROLES, "role")
    name = _name(person)
    body = {"person": name, "on": True, "role": role, "since": tx.now().isoformat(), "sound": sound}
    say_to_room(tx, "duty_changed", body)


def go_off_duty(tx: Tx, person: str) -> None:
    """This person goes. Raises BadInput where nobody of that name is on duty."""
    name = _name(person)
    before = tx.room_word("duty_changed", name)
    if before is None or not before.get("on"):
        raise BadInput("{person} is not on duty.", person=name)
    say_to_room(tx, "duty_changed", {**_plain(before), "on": False})


def note_sound(tx: Tx, person: str, sound: str) -> None:
    """Whether a ring is heard at the desk of this person: ok, muted or missing. Only while on duty."""
    before = tx.room_word("duty_changed", person)
    if before is None or not before.get("on") or before.get("sound", "ok") == sound or sound not in SOUNDS:
        return
    say_to_room(tx, "duty_changed", {**_plain(before), "sound": sound})


def _plain(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: body[name] for name in ("person", "on", "role", "since", "sound") if name in body}


def _name(person: str) -> str:
    name = " ".join(person.split())
    if not name:
        raise BadInput("Type the name of the person.")
    return name

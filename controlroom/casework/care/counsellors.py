"""What is done with the roster of counsellors, which is the room's: written, taken out, away, asked."""

import re
from datetime import date
from typing import Final

import msgspec

from controlroom.casework.care.roster import Absence, Choice, Counsellor, choose_owner, roster_of
from controlroom.casework.ports import Tx
from controlroom.casework.room.roomset import say_to_room
from controlroom.domain.care.plans import day_in_india
from controlroom.errors import BadInput

_KIND: Final = "counsellor_changed"
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def roster(tx: Tx) -> tuple[Counsellor, ...]:
    """The roster with what this transaction has added."""
    return roster_of(tx.room_words(_KIND))


def save_counsellor(tx: Tx, counsellor: Counsellor) -> Counsellor:
    """Add one, or write over the one of this key. Raises BadInput."""
    kept = _tidy(counsellor)
    if kept not in roster(tx):
        say_to_room(tx, _KIND, {"key": kept.key, "counsellor": msgspec.to_builtins(kept)})
    return kept


def remove_counsellor(tx: Tx, key: str) -> None:
    """Take one out. Plans of theirs stay theirs until they are handed on."""
    the_counsellor(tx, key)
    say_to_room(tx, _KIND, {"key": key, "counsellor": None})


def the_counsellor(tx: Tx, key: str) -> Counsellor:
    """The counsellor of this key, or a plain sentence."""
    found = next((one for one in roster(tx) if one.key == key), None)
    if found is None:
        raise BadInput("There is no counsellor '{key}' on the roster.", key=key)
    return found


def set_away(tx: Tx, key: str, *, first: date, last: date, cover: str) -> Counsellor:
    """Away from the first to the last day; `cover` sees their plans meanwhile. Raises BadInput."""
    one, other = the_counsellor(tx, key), the_counsellor(tx, cover)
    if last < first:
        raise BadInput("The last day of the absence lies before the first.")
    if one.key == other.key or any(other.cover_on(day) for day in (first, last)):
        raise BadInput("'{cover}' is away then; name somebody who is there.", cover=cover)
    kept = [gone for gone in one.away if gone.last < first or gone.first > last]
    away = tuple(sorted([*kept, Absence(first, last, cover)], key=lambda gone: gone.first))
    return save_counsellor(tx, msgspec.structs.replace(one, away=away))


def _tidy(one: Counsellor) -> Counsellor:
    key, name = " ".join(one.key.split()), " ".join(one.name.split())
    if not key or ":" in key:
        raise BadInput("A counsellor needs a login or a name, without a colon.")
    if any(hour and not _HOURS.fullmatch(hour) for hour in (one.hours_from, one.hours_to)):
        raise BadInput("Hours are written like 09:30, from 00:00 to 23:59.")
    if not 1 <= one.most <= 1000:
        raise BadInput("The most plans that one counsellor has is 1 to 1000.")
    return msgspec.structs.replace(one, key=key, name=name or key)


def propose_owner(tx: Tx, *, district: str, language: str) -> Choice:
    """The least loaded counsellor who fits; where none does, the district's nodal officer."""
    today = day_in_india(tx.now())
    return choose_owner(roster(tx), tx.loads(), today, district=district, language=language)

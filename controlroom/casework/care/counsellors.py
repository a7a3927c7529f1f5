"""Who counsels: languages, districts, hours, load, absence; and whom to ask for a plan. It is the room's."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import msgspec

from controlroom.casework.ports import Tx
from controlroom.casework.room.roomset import say_to_room
from controlroom.domain.care.plans import Owner, day_in_india
from controlroom.errors import BadInput, Sentence

_KIND: Final = "counsellor_changed"
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
USUAL_MOST: Final = 60  # running plans of one counsellor


class Absence(msgspec.Struct, frozen=True):
    """Away on these days (both included, India); who covers meanwhile."""

    first: date
    last: date
    cover: str


class Counsellor(msgspec.Struct, frozen=True):
    """One of the roster. `key` is the login or the name by which plans name their owner."""

    key: str
    name: str
    kind: str = "counsellor"  # one of plans.OWNERS
    languages: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()  # in English; none: every district
    hours_from: str = ""  # HH:MM in India
    hours_to: str = ""
    most: int = USUAL_MOST
    away: tuple[Absence, ...] = ()

    @property
    def owner(self) -> Owner:
        """As plans name them."""
        return Owner(self.kind, self.key)

    def cover_on(self, day: date) -> str:
        """Who covers for them on this day; "" while they are there."""
        return next((one.cover for one in self.away if one.first <= day <= one.last), "")


def roster_of(bodies: Iterable[Mapping[str, Any]]) -> tuple[Counsellor, ...]:
    """The roster, from the last word on each; what cannot be read is left out."""
    found = []
    for body in bodies:
        try:
            if body.get("counsellor"):
                found.append(msgspec.convert(body["counsellor"], Counsellor))
        except msgspec.ValidationError:
            continue  # of a newer version
    return tuple(found)


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


class Choice(NamedTuple):
    """Whom a plan is given to, and why, in one sentence."""

    owner: Owner
    why: Sentence


def propose_owner(tx: Tx, *, district: str, language: str) -> Choice:
    """The least loaded counsellor who fits; where none does, the district's nodal officer."""
    today = day_in_india(tx.now())
    return choose_owner(roster(tx), tx.loads(), today, district=district, language=language)


def choose_owner(
    some: Sequence[Counsellor], loads: Mapping[Owner, int], today: date, *, district: str, language: str
) -> Choice:
    """The same, of this roster with these loads on that day in India."""
    there = [one for one in some if one.kind == "counsellor" and not one.cover_on(today)]
    fitting = [one for one in there if not one.districts or not district or district in one.districts]
    speaking = [one for one in fitting if language in one.languages] if language else []
    chosen = _least_loaded(speaking or fitting, loads)
    if chosen is None:
        owner = Owner("district", district or "headquarters")
        return Choice(owner, Sentence("No counsellor of the roster is free for it."))
    most, load = chosen.most, loads.get(chosen.owner, 0)
    if speaking:
        why = Sentence(
            "The least loaded who speaks {language}: {load} of {most} plans.",
            language=language,
            load=load,
            most=most,
        )
    else:
        why = Sentence("The least loaded who fits: {load} of {most} plans.", load=load, most=most)
    return Choice(chosen.owner, why)


def _least_loaded(some: Sequence[Counsellor], loads: Mapping[Owner, int]) -> Counsellor | None:
    free = [one for one in some if loads.get(one.owner, 0) < one.most]
    return min(free, key=lambda one: (loads.get(one.owner, 0) / one.most, one.key), default=None)

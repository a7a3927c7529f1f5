"""The roster of counsellors: who speaks what, where, when and for how many; whom to choose. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import msgspec

from controlroom.domain.care.plans import Owner
from controlroom.errors import Sentence

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


class Choice(NamedTuple):
    """Whom a plan is given to, and why, in one sentence."""

    owner: Owner
    why: Sentence


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

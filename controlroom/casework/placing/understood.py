"""What a pasted text may mean: one place for certain, several to choose from, or none, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from controlroom.errors import BadInput

NOTHING: Final = "No place was understood in that; give coordinates, a map link, a PIN code or a thana."


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that the text may mean. Degrees WGS84, radius in metres; district and state in English.

    `kind`: point, district, tehsil, town, thana, pin, post office, railway station, city. `state` is another
    state than Uttar Pradesh, or "". `is_near`: the name is only spelt alike.
    """

    lat: float
    lon: float
    accuracy_m: float | None
    kind: str
    name_en: str
    name_hi: str = ""
    district: str = ""
    state: str = ""
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """`is_sure`: exactly one place is meant and all that was said agrees. Else `doubt` says what to ask.

    `left`: words that nothing was known about. `state`: where it lies outside Uttar Pradesh, probably.
    """

    candidates: tuple[Candidate, ...] = ()
    is_sure: bool = False
    doubt: BadInput | None = None
    left: str = ""
    state: str = ""
    is_outside: bool = False
    others: tuple[Candidate, ...] = ()  # what else bears the name, within the certain place


def asked_back(
    template: str, candidates: Sequence[Candidate] = (), *, left: str = "", state: str = "", **values: object
) -> Understood:
    """Nobody can know; the sentence says what would help."""
    outside = bool(state) or any(one.state for one in candidates)
    doubt = BadInput(template, **values) if not state else BadInput(template, state=state, **values)
    return Understood(tuple(candidates), False, doubt, left, state, outside)

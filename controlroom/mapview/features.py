"""What is drawn on the map, as rows of JSON, and what the page may say back. Pure, any thread."""

from collections.abc import Sequence
from math import isfinite

import msgspec

from controlroom.casework.drawing import MapCandidate, MapCase, PageMessage, UnplacedCase
from controlroom.errors import BadInput

LONGEST_MESSAGE = 2_000  # characters; the page has nothing longer to say

# Which look a state has on the map: colour and shape follow the group, never the single state.
_GROUP_OF_STATE = {
    "new": "act",
    "claimed": "soon",
    "locating": "soon",
    "located": "soon",
    "handed_over": "moving",
    "acknowledged": "moving",
    "en_route": "moving",
    "at_scene": "moving",
    "with_person": "safe",
    "with_the_person": "safe",
    "outcome": "safe",
    "follow_up": "follow",
    "in_follow_up": "follow",
    "closed": "off",
}


def state_group(state: str) -> str:
    """The look of a state; one that this version does not know is drawn quietly, as `off`."""
    return _GROUP_OF_STATE.get(state.lower().replace(" ", "_").replace("-", "_"), "off")


def encode_cases(cases: Sequence[MapCase]) -> str:
    """Compact rows, in the order that `resources/map/markers.js` reads them.

    Raises ValueError for a place that is not on Earth: whoever placed the case has checked it before."""
    return msgspec.json.encode([_row(case) for case in cases]).decode()


def encode_candidates(candidates: Sequence[MapCandidate]) -> str:
    """Rows of the places tried; raises ValueError like `encode_cases`."""
    rows = [
        (*_where(spot), spot.is_guess, spot.label, spot.is_current, spot.is_refuted) for spot in candidates
    ]
    return msgspec.json.encode(rows).decode()


def encode_unplaced(cases: Sequence[UnplacedCase]) -> str:
    """Rows of the list of cases that have no place yet."""
    rows = [(case.id, case.number, case.label, state_group(case.state), case.priority) for case in cases]
    return msgspec.json.encode(rows).decode()


def read_message(text: str) -> PageMessage:
    """What the page said, type-checked; raises BadInput for anything that it has no business saying."""
    if len(text) > LONGEST_MESSAGE:
        raise BadInput("The map sent a message that is too long.")
    try:
        said = msgspec.json.decode(text, type=_SAID)
    except (msgspec.DecodeError, UnicodeError) as wrong:
        raise BadInput("The map sent a message that is not understood.") from wrong
    return _meant(said)


def _row(case: MapCase) -> tuple[object, ...]:
    return (
        case.id,
        case.number,
        case.label,
        state_group(case.state),
        case.priority,
        *_where(case),
        case.is_guess,
        case.late,
        case.source,
    )


def _where(spot: MapCase | MapCandidate) -> tuple[float, float, float | None]:
    lat, lon, accuracy = spot.lat, spot.lon, spot.accuracy_m
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("a place outside the world")
    if accuracy is not None and not (isfinite(accuracy) and accuracy >= 0):
        raise ValueError("an accuracy that is no length")
    return lat, lon, accuracy


class _Ready(msgspec.Struct, tag_field="t", tag="ready", forbid_unknown_fields=True):
    pass


class _Drew(msgspec.Struct, tag_field="t", tag="drew", forbid_unknown_fields=True):
    rev: int
    cases: int


class _Chose(msgspec.Struct, tag_field="t", tag="case", forbid_unknown_fields=True):
    id: str


class _Picked(msgspec.Struct, tag_field="t", tag="place", forbid_unknown_fields=True):
    lat: float
    lon: float


class _GaveUp(msgspec.Struct, tag_field="t", tag="no-place", forbid_unknown_fields=True):
    pass


_SAID = _Ready | _Drew | _Chose | _Picked | _GaveUp


def _meant(said: _Ready | _Drew | _Chose | _Picked | _GaveUp) -> PageMessage:
    match said:
        case _Ready():
            return PageMessage("ready")
        case _Drew():
            return PageMessage("drew", revision=said.rev, cases=said.cases)
        case _Chose():
            return PageMessage("case", case_id=said.id)
        case _GaveUp():
            return PageMessage("place")
        case _Picked():
            if not (-90 <= said.lat <= 90 and -180 <= said.lon <= 180):
                raise BadInput("The place picked on the map is outside the world.")
            return PageMessage("place", place=(said.lat, said.lon))

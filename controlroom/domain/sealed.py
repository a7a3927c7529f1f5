"""What of an event stays in clear while its words lie sealed, field by field, and why. Standard library only.

An erasure takes everything else: a field that is not named here is sealed, a kind of a newer version wholly.
What is named is a code, an id, a number of a case, a time, a login or a district, never a person's own words:

- the server looks at `mail` and `number` of an alert (is the file there, may it lie at this id);
- joins and undo go by `other`, `into`, `event`, `number`, at desks that hold no key too;
- the ladder, the clocks and the figures need what was done, by which way, and how it ended;
- a letter is followed by its id, an answer by the SHA-256 of its mail.
"""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from controlroom.domain.events import CASE, PERSON, ROOM
from controlroom.domain.triage import RECEIVERS

SEALED: Final = "sealed"  # stands in a body whose words could not be opened: "" where they were erased
SEALED_BY: Final = "seal"  # names the key
_NAMED: Final = frozenset({*RECEIVERS, "stf"})  # a receiver in other words may be anybody
_OF_EVERY_ONE: Final = frozenset({"entered_as"})
# `ground` and `keep_until`: a second supervisor goes by them where a desk that was alone destroyed the key
# before the room heard of the file.
_OF_PERSON: Final = frozenset({"case", "number", "other", "event", "ground", "keep_until"}) | _OF_EVERY_ONE
_OPEN_KINDS: Final = frozenset({"person_erased"})  # the one that is to be read when the key is gone
_LETTER: Final = frozenset({"to", "letter"})
_OF_CASE: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(names) | _OF_EVERY_ONE
    for kind, names in {
        "alert_received": {"number", "mail", "source", "ring", "exercise", "district", "district_hint"},
        "join_proposed": {"other", "number"},
        "join_declined": {"other", "number"},
        "case_joined": {"into", "number"},
        "case_absorbed": {"other", "number", "arrivals"},
        "event_undone": {"event", "kind"},
        "case_claimed": {"from", "relief"},
        "case_released": {"of"},
        "case_triaged": {"category", "minor", "live"},
        "location_tried": {"source", "status", "also", "letter"},
        "place_found": {"source", "district", "is_guess", "is_candidate"},
        "place_chosen": {"source", "district"},
        "jurisdiction_set": {"district", "force", "state"},
        "check_done": {"item"},
        "handed_over": {"via", "connector", "language", "exercise"} | _LETTER,
        "handover_sent": _LETTER,
        "handover_failed": _LETTER,
        "call_logged": {"result", "to"},
        "report_received": {"step", "via", "mail"} | _LETTER,
        "outcome_recorded": {"facts", "not_reached"},
        "follow_up_ended": {"end"},
        "case_closed": {"over"},
        "person_proposed": {"person", "sure"},
        "person_confirmed": {"person"},
        "person_declined": {"person"},
        "secret_revealed": {"field"},
        "copied_out": {"field"},
    }.items()
}
_ABOUT_A_CASE: Final[Mapping[str, frozenset[str]]] = {  # said in the room, by the key of the case it names
    "incident_noted": frozenset({"case", "number", "wish"}) | _OF_EVERY_ONE
}


def sealed_with(stream: str, stream_id: UUID, kind: str, body: Mapping[str, Any]) -> UUID | None:
    """The file or case whose key its words lie under, and are erased with; None where they lie in clear."""
    if stream in (CASE, PERSON):
        return stream_id
    if kind not in _ABOUT_A_CASE:
        return None
    try:
        return UUID(str(body["case"]))
    except (LookupError, ValueError):
        return None


def clear_of(stream: str, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of this body that stay in clear, where it has a key."""
    if kind in _ABOUT_A_CASE and stream == ROOM:
        return {name: value for name, value in body.items() if name in _ABOUT_A_CASE[kind]}
    if stream not in (CASE, PERSON) or kind in _OPEN_KINDS:
        return dict(body)
    names = _OF_PERSON if stream == PERSON else _OF_CASE.get(kind, _OF_EVERY_ONE)
    clear = {name: value for name, value in body.items() if name in names}
    if stream == CASE and not _is_known_receiver(body):
        clear.pop("to", None)
    return clear


def said_in(body: Mapping[str, Any], name: str) -> Any:
    """A field that must be there, unless the words cannot be read."""
    return body.get(name) if SEALED in body else body[name]


def _is_known_receiver(body: Mapping[str, Any]) -> bool:
    """By our own name; or there is a letter, which goes to whom the way out says, not to typed words."""
    return bool(body.get("letter") or body.get("connector")) or str(body.get("to")) in _NAMED

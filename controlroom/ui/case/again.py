"""A refused step, done again: which form it came from, and what was typed in it. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from controlroom.domain.events import Event
from controlroom.ui.case.ist import IST
from controlroom.ui.case.sight import is_late_entry

_FORMS: Final[Mapping[str, str]] = {
    "case_claimed": "claim",
    "case_released": "release",
    "case_triaged": "triage",
    "location_tried": "tried",
    "place_chosen": "choose",
    "jurisdiction_set": "whose",
    "place_found": "place",
    "fact_added": "fact",
    "note_added": "note",
    "handed_over": "handover",
    "report_received": "report",
    "outcome_recorded": "outcome",
    "outcome_reviewed": "review",
    "case_closed": "close",
    "case_reopened": "reopen",
    "case_joined": "join",
    "event_undone": "undo",
}


def form_of(event: Event) -> str:
    """The name of the step, or "" for one that nobody types."""
    return _FORMS.get(event.kind, "")


def typed_in(event: Event) -> dict[str, str]:
    """Field -> text, as the form of this step would hold it."""
    body = event.body
    typed = {name: str(body[name]) for name in _PLAIN if body.get(name)}
    typed |= _of_kind(event.kind, body)
    if is_late_entry(event):
        typed["when"] = f"{event.happened_at.astimezone(IST):%d.%m.%Y %H:%M:%S}"
    return typed


_PLAIN: Final = ("text", "source", "category", "means", "reason", "step", "from", "not_reached", "number")


def _of_kind(kind: str, body: Mapping[str, Any]) -> dict[str, str]:
    if kind == "place_found":
        known = {} if body.get("accuracy_m") is None else {"accuracy": str(round(float(body["accuracy_m"])))}
        return {**known, "text": str(body.get("text") or f"{body['lat']}, {body['lon']}")}
    if kind == "handed_over":
        to = str(body.get("to") or "")
        return {"to": to, f"ref-{to}": str(body.get("ref") or "")}
    if kind == "outcome_recorded":
        return {"facts": " ".join(map(str, body.get("facts") or ()))}
    if kind == "fact_added":
        facts = body.get("facts") or {}
        name = next(iter(facts), "")
        return {"kind": name, "value": str(facts[name][0]) if name and facts[name] else ""}
    if kind == "case_triaged":
        return {"marks": " ".join(mark for mark in ("minor", "live") if body.get(mark))}
    return {}

"""Which steps of a case the role of this login may take: said before the step, not after it was refused."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from controlroom.casework.room.sharing import Link
from controlroom.wording.room_words import ROLES

_KINDS: Final[Mapping[str, str]] = {
    "alert": "alert_received",
    "claim": "case_claimed",
    "release": "case_released",
    "triage": "case_triaged",
    "checks": "check_done",
    "place": "place_found",
    "tried": "location_tried",
    "ask": "location_tried",
    "choose": "place_chosen",
    "whose": "jurisdiction_set",
    "handover": "handed_over",
    "call": "call_logged",
    "report": "report_received",
    "outcome": "outcome_recorded",
    "review": "outcome_reviewed",
    "note": "note_added",
    "fact": "fact_added",
    "join": "case_joined",
    "decline": "join_declined",
    "known": "person_confirmed",
    "not_known": "person_declined",
    "split": "case_joined",
    "close": "case_closed",
    "reopen": "case_reopened",
    "undo": "event_undone",
    "stop_sending": "handover_failed",
}


def why_not(link: Link, step: str) -> str:
    """Why this login does not take the step, or "" where it may: alone, everybody may all."""
    if link.kinds is None or _KINDS.get(step, "") in {"", *link.kinds}:
        return ""
    text = QCoreApplication.translate(
        "rights", "Your role here (%1) does not take this step; ask an operator or a supervisor."
    )
    return text.replace("%1", roles_text(link))


def roles_text(link: Link) -> str:
    """The roles of this login, as people call them."""
    return ", ".join(QCoreApplication.translate("room", ROLES.get(role, role)) for role in link.roles)

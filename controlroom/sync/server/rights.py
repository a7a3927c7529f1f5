"""Who may read which audience and append which kind: the domain's kinds by role, for the database."""

from collections.abc import Mapping
from typing import Final

from controlroom.domain.events import KINDS

ROLES: Final = ("operator", "supervisor", "counsellor", "auditor", "admin", "intake", "board")
ROLE_WORDS: Final[Mapping[str, str]] = {"administrator": "admin"}  # what people type
READERS: Final[Mapping[str, tuple[str, ...]]] = {
    "operator": ("case", "room", "care"),
    "supervisor": ("case", "room", "audit", "counsel", "care", "lead"),
    "counsellor": ("case", "room", "counsel", "care"),
    "auditor": ("case", "room", "audit"),
    "admin": ("room",),
    "intake": ("case", "room"),
    "board": (),
}
_INTAKE = frozenset({"alert_received", "join_proposed", "case_joined", "case_absorbed", "intake_faulted"}) | {
    "person_proposed",
    "handover_sent",  # what comes back by mail or from the outbox
    "handover_failed",
    "report_received",
    "referral_answered",
    "referral_explained",  # the words of an answer: it writes them, and reads none
    "reminder_answered",
    "letter_failed",
}
_COUNSELLOR = frozenset(
    {"note_added", "follow_up_started", "follow_up_ended", "fact_added", "event_undone"}
) | {"call_logged", "duty_changed", "person_confirmed", "person_declined", "relief_changed", "incident_noted"}
_CARE = frozenset(  # a person's file and the plan: operators begin both, counsellors go on with them
    {"person_opened", "person_told", "person_untold", "case_linked", "persons_joined", "persons_split"}
) | {"plan_started", "plan_handed_on", "plan_ended", "contact_tried", "contact_moved"}
_CARE |= {"care_told", "care_untold", "reason_told"}
_CONSENT = frozenset({"consent_given", "consent_withdrawn"})
_REFERRAL = frozenset({"referral_made", "referral_repeated", "referral_ended"})
_CHASING = frozenset({"referral_answered", "reminder_made", "reminder_answered", "letter_sent"}) | {
    "letter_failed"
}
_ROOM = frozenset(
    {"places_imported", "intake_faulted", "directory_changed", "room_set", "counsellor_changed"}
)
_OWN_DESK = frozenset({"person_changed", "key_escrowed", "key_recovered", "passphrase_changed"}) | {
    "connector_changed",
    "sight_chosen",
}
_REVIEW = frozenset({"retention_reviewed", "erasure_asked", "person_erased"})  # supervisors alone
_NOT_THE_OPERATOR = (
    frozenset({"room_set", "exercise_changed", "counsellor_changed", "danger_stated"}) | _REFERRAL | _REVIEW
)
_WATCHED = frozenset(kind.name for kind in KINDS.values() if kind.audience == "audit")


def word_of(role: str) -> str:
    """What people call the role."""
    return next((word for word, known in ROLE_WORDS.items() if known == role), role)


def kinds_of(role: str) -> frozenset[str]:
    """The kinds that a role may append."""
    everything = frozenset(name for name, kind in KINDS.items() if kind.audience != "counsel")
    return {
        "operator": everything - _NOT_THE_OPERATOR,
        "supervisor": frozenset(KINDS),
        "counsellor": frozenset(n for n, k in KINDS.items() if k.audience == "counsel")
        | _COUNSELLOR
        | _CARE
        | _CONSENT
        | _REFERRAL
        | _CHASING
        | _OWN_DESK
        | _WATCHED,
        "auditor": _OWN_DESK | _WATCHED,
        "admin": _ROOM | _OWN_DESK | _WATCHED,
        "intake": _INTAKE | _OWN_DESK | _WATCHED,
        "board": frozenset(),
    }[role]

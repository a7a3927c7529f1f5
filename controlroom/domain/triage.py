"""How urgent a case is, how it ended, and what the next best step is. Pure."""

from typing import Final

from controlroom.domain.case import RANK, Case

CATEGORIES: Final = ("attempt", "imminent", "ideation", "unclear", "not-suicide")
OUTCOME_FACTS: Final = (
    "reached",
    "alive",
    "injured",
    "hospital",
    "intent-denied",
    "prank",
    "other-account",
    "died",
)
NOT_REACHED: Final = (
    "location-unknown",
    "location-too-wide",
    "other-state",
    "phone-off",
    "moved",
    "account-of-someone-else",
    "not-at-home",
    "other",
)
PLACE_SOURCES: Final = (
    "stf",
    "meta",
    "subscriber",
    "tower",
    "ip",
    "profile",
    "friend",
    "family",
    "number-plate",
    "landmark",
    "caller",
    "other",
)
REPORT_STEPS: Final = {
    "acknowledged": "acknowledged",
    "en-route": "en route",
    "at-scene": "at scene",
    "with-person": "with the person",
    "not-at-place": "not at place",
}
TRY_STATUS: Final = ("asked", "nothing")
WHOSE: Final = ("person", "phone-owner", "account-owner")
FORCES: Final = ("district", "commissionerate", "grp", "other-state")
RECEIVERS: Final = ("112", "district", "thana", "1090", "108", "other-state", "family")
CALL_RESULTS: Final = ("answered", "no-answer", "busy", "switched-off", "wrong-number")
ACUTE_HINTS: Final = frozenset(
    {"means", "live", "now", "goodbye", "place"}
)  # these raise an alert nobody triaged
_BY_CATEGORY = {"attempt": 1, "imminent": 2, "ideation": 3, "unclear": 3, "not-suicide": 5}


def priority_of(case: Case) -> int:
    """1 worst to 5. An alert nobody has read yet counts as imminent.

    Live video, a child, and somebody who was in danger before count one more.
    """
    if case.ring == "soft":
        return 5
    if case.is_closing:
        return 4
    is_raised = case.is_live or case.is_of_known_person
    if not case.category:
        return 1 if is_raised or any(hint.kind in ACUTE_HINTS for hint in case.hints) else 2
    worst = _BY_CATEGORY[case.category]
    return max(1, worst - 1) if (is_raised or case.is_minor) and worst < 5 else worst


def is_saved(case: Case) -> bool | None:
    """The one written definition: reached, alive, and neither prank, denial, death nor another's account.

    In hospital or injured means alive. None while nobody has said how it ended, or whether the person lives.
    """
    facts = set(case.outcome_facts)
    if case.not_reached or facts & {"died", "prank", "intent-denied", "other-account"}:
        return False
    if facts & {"alive", "injured", "hospital"}:
        return True
    return None


def why_saved(case: Case) -> str:
    """What decides it: the fact, or the reason why the person was not reached; "" while nothing does."""
    against = ("died", "prank", "intent-denied", "other-account")
    decisive = (*against, "alive", "injured", "hospital")
    return case.not_reached or next((fact for fact in decisive if fact in case.outcome_facts), "")


def next_step(case: Case) -> str:
    """The next best step, as the name of a command; empty when nobody has anything to do."""
    if case.joined_into:
        return ""
    if case.state == "closed":
        return "review" if case.review_due else ""
    if case.ring == "soft":
        return "close"
    if case.is_closing:
        return "review"
    if not case.owner:
        return "claim"
    if case.review_due:
        return "review"
    if not case.category:
        return "triage"
    return _next_on_the_ladder(case)


def _next_on_the_ladder(case: Case) -> str:
    if case.category == "not-suicide" and RANK[case.state] < RANK["handed over"]:
        return "close"
    return {
        "new": "claim",
        "claimed": "place",
        "locating": "place",
        "located": "handover",
        "handed over": "report",
        "acknowledged": "report",
        "en route": "report",
        "at scene": "report",
        "with the person": "outcome",
        "outcome": "close",
        "in follow-up": "close",
        "closed": "",
    }[case.state]

"""Branches: how the case ended, who looked at it again, its follow-up, and whether it is closed."""

from collections.abc import Mapping
from typing import Any

from controlroom.domain.branches.told import Told, walk
from controlroom.domain.case import EXERCISE_IS_OVER, Case
from controlroom.domain.events import Event


def outcome(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.outcome_facts = tuple(map(str, body.get("facts") or ()))
    case.not_reached = str(body.get("not_reached") or "")
    case.outcome_at, case.outcome_by, case.reviewed_by = event.happened_at, event.actor, ""
    walk(case, event, "outcome")


def reviewed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    if event.actor != (case.outcome_by or _closer(case)):  # whoever appended it: a second person, or nothing
        case.reviewed_by = event.actor


def _closer(case: Case) -> str:
    return next((step.actor for step in reversed(case.steps) if step.kind == "closed"), "")


def follow_up_started(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    walk(case, event, "in follow-up")


def follow_up_ended(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    walk(case, event, "follow-up ended")


def closed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.close_reason = str(body.get("reason") or (EXERCISE_IS_OVER if body.get("over") else ""))
    walk(case, event, "closed")


def reopened(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.close_reason = case.reviewed_by = ""
    walk(case, event, "reopened")

"""What a branch is given, and the step that it takes on the ladder of its case."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from controlroom.domain.case import Case
from controlroom.domain.events import Event


class Told(NamedTuple):
    """As much of an event as the fold looks at, for whoever folds very many of them."""

    kind: str
    happened_at: datetime
    at: datetime
    actor: str
    body: Mapping[str, Any]
    number: str = ""


def walk(case: Case, event: Event | Told, kind: str) -> None:
    case.walked += (kind, event.happened_at, event.actor)


Branch = Callable[[Case, Event | Told, Mapping[str, Any]], None]

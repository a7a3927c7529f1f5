"""A training night beside the real one: whether it runs, who takes part. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

LONGEST: Final = timedelta(hours=14)  # one that nobody ended is over by then


class Exercise(NamedTuple):
    """An exercise that runs. `began` is aware UTC; only `people`, who take part, hear its alerts."""

    key: str
    name: str
    began: datetime
    by: str
    people: tuple[str, ...]
    every_s: float


def running(words: Iterable[tuple[str, str, Mapping[str, Any]]], now: datetime) -> Exercise | None:
    """The newest that runs, from (key, who said so, body) of the last word on each."""
    found = []
    for key, by, body in words:
        try:
            began = datetime.fromisoformat(str(body.get("began")))
            every_s = float(body.get("every_s") or 0)
            people = tuple(str(one) for one in body.get("people") or ())
        except (ValueError, TypeError, OverflowError):  # another desk wrote it: it may stop nobody
            continue
        if not body.get("on") or began.tzinfo is None or now - began > LONGEST:
            continue
        found.append(Exercise(key, str(body.get("name") or ""), began, by, people, every_s))
    return max(found, key=lambda one: one.began, default=None)

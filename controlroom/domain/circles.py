"""Joins that would close a circle: which of them are void, by the order of the room alone. Pure."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from controlroom.domain.fold import UNCONFIRMED

Moment = tuple[int, int]


class Join(NamedTuple):
    """One case went into another; `undone` is when that was taken back."""

    event: UUID
    case: UUID
    into: UUID
    made: Moment
    undone: Moment | None = None


def moment_of(seq: int | None, event: UUID) -> Moment:
    """When something happened, as every desk sees it: by number, what has none yet behind all that have."""
    return (UNCONFIRMED if seq is None else seq, event.int)


def void_joins(joins: Iterable[Join]) -> frozenset[UUID]:
    """Ids of the joins that closed a circle when they were made. They stay void, whatever is undone later."""
    counted: list[Join] = []
    void: set[UUID] = set()
    for join in sorted(joins, key=lambda join: join.made):
        standing = [known for known in counted if known.undone is None or known.undone > join.made]
        if _leads(standing, join.into, join.case):
            void.add(join.event)
        else:
            counted.append(join)
    return frozenset(void)


def _leads(joins: list[Join], start: UUID, end: UUID) -> bool:
    """Whether one comes from `start` to `end` by going where cases went."""
    ahead, seen = [start], {start}
    while ahead:
        here = ahead.pop()
        if here == end:
            return True
        onward = {join.into for join in joins if join.case == here} - seen
        seen |= onward
        ahead += onward
    return False

"""Which joins are void in the index of cases: the domain's rule, on the joins that lead on from a case."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from controlroom.domain.circles import Join, moment_of, void_joins
from controlroom.domain.events import Event
from controlroom.domain.fold import undone_by, undone_ids

KINDS = ("case_joined", "event_undone")
MOST_CASES = 500  # that are looked at: a circle is of a few
Fetch = Callable[[Sequence[UUID]], Mapping[UUID, Sequence[Event]]]


def void_events(case_id: UUID, events: Sequence[Event], fetch: Fetch) -> frozenset[UUID]:
    """Ids of the events of this case that a void join made. `fetch` gives the KINDS of cases, in order."""
    sources = {event.id: other for event in events if (other := _other(event, "case_absorbed", "other"))}
    if not sources and not any(event.kind == "case_joined" for event in events):
        return frozenset()
    joins = _leading_on({case_id, *sources.values()}, fetch)
    void = void_joins(joins)
    brought = (event for event, other in sources.items() if _is_void(joins, void, other, case_id))
    return frozenset((*void, *brought))


def _leading_on(start: Iterable[UUID], fetch: Fetch) -> list[Join]:
    """The joins of these cases, of those they went into, and so on: a circle leads back by them."""
    joins: list[Join] = []
    seen: set[UUID] = set()
    ahead = set(start)
    while ahead and len(seen) < MOST_CASES:
        seen |= ahead
        found = fetch(sorted(ahead))
        fresh = [join for case, events in found.items() for join in joins_of(case, events)]
        joins += fresh
        ahead = {join.into for join in fresh} - seen
    return joins


def joins_of(case_id: UUID, events: Sequence[Event]) -> list[Join]:
    """The joins of a case, and when each was taken back."""
    undone = undone_ids(events)
    undos = {undone_by(e): e for e in events if e.kind == "event_undone" and e.id not in undone}
    made = []
    for event in events:
        into = _other(event, "case_joined", "into")
        if into is not None:
            undo = undos.get(event.id)
            at = moment_of(undo.seq, undo.id) if undo else None
            made.append(Join(event.id, case_id, into, moment_of(event.seq, event.id), at))
    return made


def _is_void(joins: Iterable[Join], void: frozenset[UUID], case: UUID, into: UUID) -> bool:
    """Whether nothing but void joins, or those taken back, led from one to the other."""
    between = [join for join in joins if (join.case, join.into) == (case, into)]
    is_any_void = any(join.event in void for join in between)
    return is_any_void and all(join.event in void or join.undone is not None for join in between)


def _other(event: Event, kind: str, name: str) -> UUID | None:
    if event.kind != kind:
        return None
    try:
        return UUID(str(event.body[name]))
    except (LookupError, TypeError, ValueError):
        return None

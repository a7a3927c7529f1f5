"""The fold: a case is its events. Pure; the same events in any order of arrival give the same case."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter, lt
from typing import Any
from uuid import UUID

from controlroom.domain.branches import BRANCHES
from controlroom.domain.branches.arriving import take_number
from controlroom.domain.branches.told import Told
from controlroom.domain.case import RANK, Case
from controlroom.domain.events import KINDS, Event
from controlroom.domain.sealed import SEALED

UNCONFIRMED = 1 << 62
# Whatever a body of another make can bring about in a branch. Another desk wrote it: it may stop nobody.
_UNUSABLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
_VOID = {"case_joined": "void join", "case_absorbed": "void absorption"}  # no event bears a name with a space
_when = itemgetter(1)


def order_key(event: Event) -> tuple[int, UUID]:
    """What is confirmed by `stream_seq`, then pending events in the order they were made (UUIDv7)."""
    return (event.stream_seq if event.stream_seq is not None else UNCONFIRMED, event.id)


def fold(
    case_id: UUID, events: Iterable[Event], void: Collection[UUID] = (), *, is_ordered: bool = False
) -> Case:
    """The case that these events tell. Doubles are taken once, undone events not at all.

    `void`: ids of joins that would close a circle, and of what they would have brought here. `is_ordered`:
    they come from a store, which knows the order in which its desk made what is pending.
    """
    ordered = list(events) if is_ordered else _in_order(list(events))
    undone = undone_ids(ordered)
    standing = [event for event in ordered if event.id not in undone] if undone else ordered
    if void:
        standing = [_voided(event) if event.id in void else event for event in standing]
    case = fold_told(case_id, standing)
    case.awaits_undone = bool(undone) and _may_more_be_undone(ordered, undone)
    return case


def _may_more_be_undone(ordered: Sequence[Event], undone: Collection[UUID]) -> bool:
    """Whether an event that is still to come may be among those taken back: the room may have taken an undo
    before what it undoes, and one e-mail may bring a report more than once."""
    here = {event.id: event for event in ordered}
    return any(gone not in here or _mail_of(here[gone]) for gone in undone)


def _voided(event: Event) -> Event:
    return event._replace(kind=_VOID.get(event.kind, event.kind))


def fold_told(case_id: UUID, standing: Sequence[Event | Told]) -> Case:
    """The case that these tell, which are in order and not undone, each there once."""
    case = Case(case_id)
    branch_of = BRANCHES.get
    try:
        for event in standing:  # as `_apply` does, without a call for each
            branch = branch_of(event.kind)
            if SEALED in event.body:
                _count_sealed(case, event.body)
            if branch is not None:
                branch(case, event, event.body)
            elif event.kind not in KINDS:
                case.unknown_kinds += (event.kind,)
    except _UNUSABLE:
        case = _with_care(case_id, standing)
    case.event_count = len(standing)
    case.last_at = max([event.at for event in standing], default=None)
    _come_to_rest(case)
    return case


def _come_to_rest(case: Case) -> None:
    """The state; a case that one person alone may not close stays open until a second one has agreed."""
    case.state = state_of(case.walked)
    case.is_closing = case.state == "closed" and not case.may_close_alone
    if case.is_closing:
        case.state = state_of(case.walked, is_closed=False)


def _with_care(case_id: UUID, standing: Iterable[Event | Told]) -> Case:
    """The same, slower: an event with an unusable body leaves nothing behind but its name."""
    case = Case(case_id)
    for event in standing:
        case = _applied(case, event)
    return case


def _applied(case: Case, event: Event | Told) -> Case:
    after = _copy(case)
    try:
        _apply(after, event)
    except _UNUSABLE:
        after = _copy(case)
        _unreadable(after, event)
    return after


def _unreadable(case: Case, event: Event | Told) -> None:
    case.unreadable += (event.kind,)
    if event.kind == "alert_received":  # it still is an alert: a row, and it rings
        case.opened_at = case.opened_at or event.at
        case.received_at = case.received_at or event.happened_at
        take_number(case, event.number)


def _in_order(events: list[Event]) -> list[Event]:
    """Each once and in order. A store gives them so, which is cheaper to see than to sort."""
    places = [event.stream_seq or 0 for event in events]  # two of one place, or not confirmed: sort
    if all(map(lt, [0, *places], places)):
        return events
    return sorted({event.id.int: event for event in events}.values(), key=order_key)


def advance(case: Case, event: Event) -> Case | None:
    """The case after one more event at its end, or None where only a new fold can tell (an undo, or what one
    that came before may take back)."""
    if event.kind == "event_undone" or case.awaits_undone:
        return None
    after = _applied(case, event)
    after.event_count += 1
    after.last_at = max(after.last_at or event.at, event.at)
    _come_to_rest(after)
    return after


def undone_ids(ordered: Sequence[Event]) -> frozenset[UUID]:
    """Ids of events taken back. An undo that is itself undone takes nothing back; an alert cannot be."""
    undos = [event for event in ordered if event.kind == "event_undone"]
    if not undos:
        return frozenset()
    undone: set[UUID] = set()
    for event in reversed(undos):
        target = undone_by(event)
        if event.id not in undone and target is not None:
            undone.add(target)
    undone |= _of_the_same_mail(ordered, undone)
    return frozenset(undone.difference(e.id for e in ordered if e.kind == "alert_received"))


def _of_the_same_mail(ordered: Sequence[Event], undone: Collection[UUID]) -> set[UUID]:
    """Reports that the same e-mail brought elsewhere: taken back with the one that was taken back."""
    reports = [(event.id, _mail_of(event)) for event in ordered if event.kind == "report_received"]
    gone = {mail for event_id, mail in reports if mail and event_id in undone}
    return {event_id for event_id, mail in reports if mail in gone} if gone else set()


def _mail_of(event: Event) -> str:
    """The e-mail that brought a report, or ""."""
    try:
        return str(event.body["mail"])
    except _UNUSABLE:
        return ""


def undone_by(event: Event) -> UUID | None:
    """What this undo takes back."""
    try:
        return UUID(str(event.body["event"]))
    except _UNUSABLE:
        return None


def last_step(events: Iterable[Event]) -> Event | None:
    """The newest step of a person that still stands: what the undo key takes back."""
    ordered: list[Event] = sorted(events, key=order_key)
    undone = undone_ids(ordered)
    standing = (e for e in reversed(ordered) if e.id not in undone and is_step(e.kind))
    return next(standing, None)


def is_step(kind: str) -> bool:
    """Whether events of this kind are steps of a person, which can be undone."""
    known = KINDS.get(kind)
    return known is not None and known.is_step


def state_of(walked: Sequence[Any], *, is_closed: bool = True) -> str:
    """Walk the ladder in the order things happened on the ground, however late they were entered.

    Without `is_closed` as if nobody had closed it.
    """
    state, before_close = "new", "new"
    for kind, _ in sorted(zip(walked[::3], walked[1::3], strict=True), key=_when):
        if kind == "closed" and not is_closed:
            continue
        if kind == "released":
            state = "new" if state == "claimed" else state
        elif kind == "not at place":
            state = "locating" if RANK[state] < RANK["outcome"] else state
        elif kind == "reopened":
            state = before_close if state == "closed" else state
        elif kind == "follow-up ended":
            state = "outcome" if state == "in follow-up" else state
        elif RANK[kind] > RANK[state]:
            if kind == "closed":
                before_close = state
            state = kind
    return state


_values = attrgetter(*Case.__slots__)


def _copy(case: Case) -> Case:
    return Case(*_values(case))


def _count_sealed(case: Case, body: Mapping[str, Any]) -> None:
    case.sealed += 1
    case.is_erased = case.is_erased or not body[SEALED]


def _apply(case: Case, event: Event | Told) -> None:
    if SEALED in event.body:
        _count_sealed(case, event.body)
    branch = BRANCHES.get(event.kind)
    if branch is not None:
        branch(case, event, event.body)
    elif event.kind not in KINDS:
        case.unknown_kinds += (event.kind,)

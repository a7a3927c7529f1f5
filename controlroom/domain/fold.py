"""The fold: a case is its events. Pure; the same events in any order of arrival give the same case."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter, lt
from typing import Any, NamedTuple
from uuid import UUID

from controlroom.domain.case import (
    RANK,
    Alert,
    Case,
    HandOver,
    Note,
    Place,
    Proposal,
    Report,
)
from controlroom.domain.events import KINDS, Event
from controlroom.domain.triage import CATEGORIES

REPORT_STEPS = {
    "acknowledged": "acknowledged",
    "en-route": "en route",
    "at-scene": "at scene",
    "with-person": "with the person",
    "not-at-place": "not at place",
}
UNCONFIRMED = 1 << 62
# Whatever a body of another make can bring about in a branch. Another desk wrote it: it may stop nobody.
_UNUSABLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
_VOID = {"case_joined": "void join", "case_absorbed": "void absorption"}  # no event bears a name with a space
_when = itemgetter(1)
_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


class Told(NamedTuple):
    """As much of an event as the fold looks at, for whoever folds very many of them."""

    kind: str
    happened_at: datetime
    at: datetime
    actor: str
    body: Mapping[str, Any]
    number: str = ""


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
    return fold_told(case_id, standing)


def _voided(event: Event) -> Event:
    return event._replace(kind=_VOID.get(event.kind, event.kind))


def fold_told(case_id: UUID, standing: Sequence[Event | Told]) -> Case:
    """The case that these tell, which are in order and not undone, each there once."""
    case = Case(case_id)
    try:
        for event in standing:
            _apply(case, event)
    except _UNUSABLE:
        case = _with_care(case_id, standing)
    case.event_count = len(standing)
    case.last_at = max([event.at for event in standing], default=None)
    case.state = state_of(case.walked)
    return case


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
        _number(case, event.number)


def _in_order(events: list[Event]) -> list[Event]:
    """Each once and in order. A store gives them so, which is cheaper to see than to sort."""
    places = [event.stream_seq or 0 for event in events]  # two of one place, or not confirmed: sort
    if all(map(lt, [0, *places], places)):
        return events
    return sorted({event.id.int: event for event in events}.values(), key=order_key)


def advance(case: Case, event: Event) -> Case | None:
    """The case after one more event at its end, or None where only a new fold can tell (an undo)."""
    if event.kind == "event_undone":
        return None
    after = _applied(case, event)
    after.event_count += 1
    after.last_at = max(after.last_at or event.at, event.at)
    after.state = state_of(after.walked)
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
    return frozenset(undone.difference(e.id for e in ordered if e.kind == "alert_received"))


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


def state_of(walked: Sequence[Any]) -> str:
    """Walk the ladder in the order things happened on the ground, however late they were entered."""
    state, before_close = "new", "new"
    for kind, _ in sorted(zip(walked[::3], walked[1::3], strict=True), key=_when):
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


_FIELDS = tuple(Case.__slots__)


def _copy(case: Case) -> Case:
    new = Case.__new__(Case)
    for name in _FIELDS:
        setattr(new, name, getattr(case, name))
    return new


def _apply(case: Case, event: Event | Told) -> None:
    branch = _BRANCHES.get(event.kind)
    if branch is not None:
        branch(case, event, event.body)
    elif event.kind not in KINDS:
        case.unknown_kinds += (event.kind,)


def _step(case: Case, event: Event | Told, kind: str) -> None:
    case.walked += (kind, event.happened_at, event.actor)


def _alert_received(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    number, mail = str(body.get("number") or ""), str(body.get("mail") or "")
    if number and number not in case.numbers:
        case.numbers += (number,)
    if event.number:
        _number(case, event.number)
    if mail and any(alert.mail == mail for alert in case.alerts):
        return  # one mail taken in by two desks that were alone
    authenticity = body.get("authenticity") or {}
    alert = (
        str(body.get("source") or "mail"),
        event.happened_at,
        mail,
        str(body.get("subject") or ""),
        str(body.get("sender") or ""),
        str(body.get("text") or ""),
        str(body.get("template") or ""),
        str(authenticity.get("label") or ""),
        str(authenticity.get("why") or ""),
        str(body.get("quarantined") or ""),
        str(body.get("ring") or "alert"),
        number,
    )
    case.alerts += (_made(Alert, alert),)
    case.number = case.number or number
    case.opened_at = case.opened_at or event.at
    if case.received_at is None or event.happened_at < case.received_at:
        case.received_at = event.happened_at
    case.district_hint = case.district_hint or str(body.get("district_hint") or "")
    case.is_exercise = case.is_exercise or bool(body.get("exercise"))
    _take_facts(case, event, body)


def _number(case: Case, number: str) -> None:
    """The room's own number goes before those of desks, which stay."""
    if number:
        case.number = number
        case.numbers += () if number in case.numbers else (number,)


def _take_facts(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    facts = body.get("facts") or {}
    case.facts = case.facts.plus(facts)
    case.platform = case.platform or str(facts.get("platform") or "")
    for point in facts.get("points") or ():
        case.places += (_place(event, point, from_alert=True),)


def _place(event: Event | Told, body: Mapping[str, Any], *, from_alert: bool) -> Place:
    lat, lon, accuracy = float(body["lat"]), float(body["lon"]), body.get("accuracy_m")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("no such place on Earth")
    place = (
        lat,
        lon,
        None if accuracy is None else float(accuracy),
        str(body.get("source") or "other"),
        str(body.get("text") or ""),
        event.happened_at,
        event.actor,
        str(body.get("district") or ""),
        bool(body.get("is_guess")),
        from_alert,
    )
    return _made(Place, place)


def _join_proposed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    proposal = Proposal(UUID(body["other"]), str(body["number"]), tuple(map(str, body["why"])))
    if all(known.other != proposal.other for known in case.proposals):
        case.proposals += (proposal,)


def _join_declined(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.proposals = tuple(known for known in case.proposals if known.other != UUID(body["other"]))


def _claimed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """A claim takes a case from nobody but whom it names: of two at once the first in the order holds."""
    if case.owner not in ("", event.actor, body.get("from")):
        return
    case.owner = event.actor
    case.claimed_at = case.claimed_at or event.happened_at
    _step(case, event, "claimed")


def _released(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.owner = ""
    _step(case, event, "released")


def _triaged(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    category = str(body.get("category") or case.category)
    if category and category not in CATEGORIES:
        raise ValueError("no such category")
    case.category = category
    case.means = str(body.get("means") or case.means)
    case.is_minor = bool(body.get("minor", case.is_minor))
    case.is_live = bool(body.get("live", case.is_live))


def _tried(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.tries += (_made(Note, (str(body.get("text") or ""), event.happened_at, event.actor)),)
    _step(case, event, "locating")


def _placed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.places += (_place(event, body, from_alert=False),)
    _step(case, event, "located")


def _fact_added(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    _take_facts(case, event, body)


def _noted(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.notes += (_made(Note, (str(body["text"]), event.at, event.actor)),)


def _handed_over(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    told = (str(body["to"]), event.happened_at, event.actor, str(body.get("ref") or ""))
    case.hand_overs += (_made(HandOver, told),)
    _step(case, event, "handed over")


def _reported(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    step = str(body["step"])
    told = (step, str(body.get("from") or ""), event.happened_at, event.at, event.actor)
    case.reports += (_made(Report, told),)
    if step in REPORT_STEPS:
        _step(case, event, REPORT_STEPS[step])


def _outcome(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.outcome_facts = tuple(map(str, body.get("facts") or ()))
    case.not_reached = str(body.get("not_reached") or "")
    case.outcome_at, case.outcome_by, case.reviewed_by = event.happened_at, event.actor, ""
    _step(case, event, "outcome")


def _reviewed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    if event.actor != (case.outcome_by or _closer(case)):  # whoever appended it: a second person, or nothing
        case.reviewed_by = event.actor


def _closer(case: Case) -> str:
    return next((step.actor for step in reversed(case.steps) if step.kind == "closed"), "")


def _follow_up_started(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    _step(case, event, "in follow-up")


def _follow_up_ended(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    _step(case, event, "follow-up ended")


def _closed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.close_reason = str(body.get("reason") or "")
    _step(case, event, "closed")


def _reopened(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.close_reason = ""
    _step(case, event, "reopened")


def _joined(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.joined_into, case.joined_into_number = UUID(body["into"]), str(body["number"])
    _step(case, event, "closed")


def _absorbed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    other = (UUID(body["other"]), str(body["number"]))
    if other not in case.absorbed:
        case.absorbed += (other,)
    case.proposals = tuple(known for known in case.proposals if known.other != other[0])
    case.facts = case.facts.plus(body.get("facts") or {})


def _void_join(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.void_joins += ((UUID(body["into"]), str(body["number"])),)


def _void_absorption(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.void_joins += ((UUID(body["other"]), str(body["number"])),)


def _undo(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    UUID(str(body["event"]))  # what it takes back was left out before; here only whether it can be read


_BRANCHES: Mapping[str, Callable[[Case, Event | Told, Mapping[str, Any]], None]] = {
    "alert_received": _alert_received,
    "join_proposed": _join_proposed,
    "join_declined": _join_declined,
    "case_claimed": _claimed,
    "case_released": _released,
    "case_triaged": _triaged,
    "location_tried": _tried,
    "place_found": _placed,
    "fact_added": _fact_added,
    "note_added": _noted,
    "handed_over": _handed_over,
    "report_received": _reported,
    "outcome_recorded": _outcome,
    "outcome_reviewed": _reviewed,
    "follow_up_started": _follow_up_started,
    "follow_up_ended": _follow_up_ended,
    "case_closed": _closed,
    "case_reopened": _reopened,
    "case_joined": _joined,
    "case_absorbed": _absorbed,
    "event_undone": _undo,
    "void join": _void_join,
    "void absorption": _void_absorption,
}

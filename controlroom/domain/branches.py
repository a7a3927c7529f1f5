"""What each kind of event does to a case: one branch a kind. Called by the fold only."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from controlroom.domain.care.known import confirmed, declined, proposed
from controlroom.domain.case import (
    RANK,
    Alert,
    Arrival,
    Call,
    Case,
    Choice,
    HandOver,
    Hint,
    Jurisdiction,
    Note,
    Place,
    Proposal,
    Report,
    Try,
    is_weak,
)
from controlroom.domain.events import Event
from controlroom.domain.triage import CATEGORIES, REPORT_STEPS

_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


class Told(NamedTuple):
    """As much of an event as the fold looks at, for whoever folds very many of them."""

    kind: str
    happened_at: datetime
    at: datetime
    actor: str
    body: Mapping[str, Any]
    number: str = ""


def _step(case: Case, event: Event | Told, kind: str) -> None:
    case.walked += (kind, event.happened_at, event.actor)


def _alert_received(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    number, mail = str(body.get("number") or ""), str(body.get("mail") or "")
    if number and number not in case.numbers:
        case.numbers += (number,)
    if event.number:
        take_number(case, event.number)
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
    for hint in body.get("hints") or ():
        case.hints += (Hint(str(hint["kind"]), str(hint["words"])),)
    _take_facts(case, event, body)


def take_number(case: Case, number: str) -> None:
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
        str(body.get("given_by") or ""),
        str(body.get("whose") or "person"),
        bool(body.get("is_candidate")),
        False,
    )
    return _made(Place, place)


def _join_proposed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    proposal = Proposal(UUID(body["other"]), str(body["number"]), tuple(map(str, body["why"])))
    if all(known.other != proposal.other for known in case.proposals):
        known = (*case.proposals, proposal)
        case.proposals = tuple(
            sorted(known, key=lambda one: is_weak(one.why))
        )  # what is only alike comes last


def _join_declined(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.proposals = tuple(known for known in case.proposals if known.other != UUID(body["other"]))


def _claimed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """A claim takes a case from nobody but whom it names: of two at once the first in the order holds."""
    if case.owner not in ("", event.actor, body.get("from")):
        return
    is_relief = bool(case.owner and body.get("relief"))  # every clock runs on: it is no step of the ladder
    case.owner = event.actor
    case.claimed_at = case.claimed_at or event.happened_at
    if not is_relief:
        _step(case, event, "claimed")


def _released(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """With `of` it is the claim of one who is gone: whoever took the case meanwhile keeps it."""
    if body.get("of") not in (None, case.owner):
        return
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
    names = ("text", "source", "status", "given_by")
    text, source, status, given_by = [str(body.get(name) or "") for name in names]
    case.tries += (_made(Try, (text, event.happened_at, event.actor, source, status, given_by)),)
    for more in body.get("also") or ():
        also = ("", event.happened_at, event.actor, str(more["source"]), str(more.get("status") or ""), "")
        case.tries += (_made(Try, also),)
    _step(case, event, "locating")


def _placed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """A new place counts from now on, unless it is kept as a candidate beside another."""
    place = _place(event, body, from_alert=False)
    case.places += (place,)
    if not place.is_candidate:
        case.choice = None
        _step(case, event, "located")


def _chosen(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """The place is told by its value: two desks may have numbered theirs in different order."""
    told = (float(body["lat"]), float(body["lon"]), str(body["source"]))
    found = [at for at, place in enumerate(case.places) if (place.lat, place.lon, place.source) == told]
    if found:  # else the place was taken back on another desk
        case.choice = Choice(found[-1], str(body.get("reason") or ""), event.happened_at, event.actor)
        _step(case, event, "located")


def _jurisdiction(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    district, thana, force, state, reason = (
        str(body.get(name) or "") for name in ("district", "thana", "force", "state", "reason")
    )
    case.jurisdiction = Jurisdiction(district, thana, force or "district", state, reason, event.actor)


def _checked(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    item = str(body["item"])
    case.checks += () if item in case.checks else (item,)


def _called(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    names = ("who", "phone", "result", "text", "to")
    who, phone, result, text, to = (str(body.get(name) or "") for name in names)
    case.calls += (_made(Call, (who, phone, result, text, event.happened_at, event.actor, to)),)


def _fact_added(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    _take_facts(case, event, body)


def _noted(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.notes += (_made(Note, (str(body["text"]), event.at, event.actor)),)


def _handed_over(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    ref, via, connector, letter, language = (
        str(body.get(name) or "") for name in ("ref", "via", "connector", "letter", "language")
    )
    told = (str(body["to"]), event.happened_at, event.actor, ref, via, connector, letter, language)
    case.hand_overs += (HandOver(*told),)
    _step(case, event, "handed over")


def _sent(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    letter = str(body["letter"])
    case.hand_overs = tuple(
        one._replace(sent_at=one.sent_at or event.happened_at, failure="") if one.letter == letter else one
        for one in case.hand_overs
    )


def _not_sent(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    letter, why = str(body["letter"]), str(body["why"])
    case.hand_overs = tuple(
        one._replace(failure=why) if one.letter == letter and one.sent_at is None else one
        for one in case.hand_overs
    )


def _reported(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    get, step, when = body.get, str(body["step"]), event.happened_at
    to, ref, via = str(get("to") or ""), str(get("ref") or ""), str(get("via") or "")
    mail = str(get("mail") or "")
    if mail and any(one.mail == mail for one in case.reports):
        return  # one answer taken in by two desks that were alone
    is_mixed = _is_out_of_order(case, when, step)
    told = (step, str(get("from") or ""), when, event.at, event.actor, to, ref, via, is_mixed, mail)
    case.reports += (_made(Report, told),)
    _answer(case, event, body)
    if step not in REPORT_STEPS:
        return
    if step == "not-at-place":
        _refute(case)
    _step(case, event, REPORT_STEPS[step])


def _is_out_of_order(case: Case, when: datetime, step: str) -> bool:
    """A lower rung said to have come after a higher one, or the other way round: accepted, and marked."""
    rung = _rung(step)
    if not rung:
        return False
    for one in case.reports:
        other, then = _rung(one.step), one.happened_at
        swapped = then < when if other > rung else then > when and 0 < other < rung
        if swapped and _is_one_approach(case, then, when):
            return True
    return False


def _is_one_approach(case: Case, one: datetime, other: datetime) -> bool:
    """Whether nobody came back from the place between the two."""
    back = [report.happened_at for report in case.reports if report.step == "not-at-place"]
    return all((one > b) == (other > b) for b in back)


def _rung(step: str) -> int:
    """How high a report stands on the ladder; 0 for what is no rung."""
    return RANK.get(REPORT_STEPS.get(step, ""), 0)


def _answer(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    """Mark the hand-overs that this report answers."""
    answered = _answered(case.hand_overs, body)
    if not answered:
        return
    said, ref = str(body["step"]), str(body.get("ref") or "")
    after = list(case.hand_overs)
    for at in answered:
        one = list(after[at])  # `_replace` takes eight times as long
        one[_ANSWER] = REPORT_STEPS.get(said, said)
        one[_ANSWERED_AT] = one[_ANSWERED_AT] or event.happened_at
        one[_REF] = ref or one[_REF]
        after[at] = _made(HandOver, one)
    case.hand_overs = tuple(after)


_REF, _ANSWER, _ANSWERED_AT = map(HandOver._fields.index, ("ref", "answer", "answered_at"))


def _answered(hand_overs: Sequence[HandOver], body: Mapping[str, Any]) -> list[int]:
    """By its letter; by the receiver's name, the newest; a PRV is UP-112's. Who names nobody means all."""
    letter = str(body.get("letter") or "")
    if letter:
        return [at for at, one in enumerate(hand_overs) if one.letter == letter]
    names = [name for key in ("to", "from") if (name := str(body.get(key) or "").strip().casefold())]
    if not names:
        return list(range(len(hand_overs)))
    if "prv" in [name[:3] for name in names]:
        names.append("112")
    for at in range(len(hand_overs) - 1, -1, -1):
        if hand_overs[at].to.casefold() in names or hand_overs[at].connector.casefold() in names:
            return [at]
    return [at for at, one in enumerate(hand_overs) if one.answered_at is None][:1]


def _refute(case: Case) -> None:
    """Somebody was at the place that counts and the person was not there."""
    place = case.place
    if place is not None:
        at = next(at for at, one in enumerate(case.places) if one is place)
        case.places = (*case.places[:at], place._replace(is_refuted=True), *case.places[at + 1 :])


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
    case.close_reason = case.reviewed_by = ""
    _step(case, event, "reopened")


def _joined(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.joined_into, case.joined_into_number = UUID(body["into"]), str(body["number"])
    _step(case, event, "closed")


def _absorbed(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    other = (UUID(body["other"]), str(body["number"]))
    if other not in case.absorbed:
        case.absorbed += (other,)
    case.proposals = tuple(known for known in case.proposals if known.other != other[0])
    _take_facts(case, event, body)
    for hint in body.get("hints") or ():
        case.hints += (Hint(str(hint["kind"]), str(hint["words"])),)
    for came in body.get("arrivals") or ():
        at = datetime.fromisoformat(str(came["at"])).astimezone(UTC)  # one that is not aware raises no harm
        case.brought += (Arrival(str(came["number"]), str(came["source"]), at),)
        if case.received_at is None or at < case.received_at:  # one clock runs, from the first of them
            case.received_at = at


def _void_join(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.void_joins += ((UUID(body["into"]), str(body["number"])),)


def _void_absorption(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    case.void_joins += ((UUID(body["other"]), str(body["number"])),)


def _undo(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    UUID(str(body["event"]))  # what it takes back was left out before; here only whether it can be read


BRANCHES: Mapping[str, Callable[[Case, Event | Told, Mapping[str, Any]], None]] = {
    "alert_received": _alert_received,
    "join_proposed": _join_proposed,
    "join_declined": _join_declined,
    "person_proposed": proposed,
    "person_confirmed": confirmed,
    "person_declined": declined,
    "case_claimed": _claimed,
    "case_released": _released,
    "case_triaged": _triaged,
    "location_tried": _tried,
    "place_found": _placed,
    "fact_added": _fact_added,
    "note_added": _noted,
    "place_chosen": _chosen,
    "jurisdiction_set": _jurisdiction,
    "check_done": _checked,
    "handed_over": _handed_over,
    "handover_sent": _sent,
    "handover_failed": _not_sent,
    "call_logged": _called,
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

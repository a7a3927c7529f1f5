"""Branches: to whom the case was handed over, whether it reached them, and what the ground reported."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from controlroom.domain.branches.placing import refute
from controlroom.domain.branches.told import Told, walk
from controlroom.domain.case import RANK, Case, HandOver, Report
from controlroom.domain.events import Event
from controlroom.domain.sealed import said_in
from controlroom.domain.triage import REPORT_STEPS

_made = tuple.__new__  # a NamedTuple's own is written in Python, and three times as slow


def handed_over(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    names = ("ref", "via", "connector", "letter", "language")
    told = [str(body.get(name) or "") for name in names]
    to = str(said_in(body, "to") or "")
    case.hand_overs += (_made(HandOver, (to, event.happened_at, event.actor, *told, None, "", "", None)),)
    walk(case, event, "handed over")


def sent(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    letter = str(body["letter"])
    case.hand_overs = tuple(
        one._replace(sent_at=one.sent_at or event.happened_at, failure="") if one.letter == letter else one
        for one in case.hand_overs
    )


def not_sent(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
    letter, why = str(body["letter"]), str(said_in(body, "why") or "-")
    case.hand_overs = tuple(
        one._replace(failure=why) if one.letter == letter and one.sent_at is None else one
        for one in case.hand_overs
    )


def reported(case: Case, event: Event | Told, body: Mapping[str, Any]) -> None:
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
        refute(case)
    walk(case, event, REPORT_STEPS[step])


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

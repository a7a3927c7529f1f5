"""Handing a case to several at once, and what came of each letter. One transaction each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.handing.connectors import CALLBACK, SETTING, connectors_in
from controlroom.casework.handing.message import Envelope, Message, message_of
from controlroom.casework.handing.ports import Connector, ConnectorSettings, Letter, Receipt
from controlroom.casework.ports import Tx
from controlroom.domain.case import Case
from controlroom.domain.events import Event, new_id
from controlroom.domain.fold import fold, undone_ids
from controlroom.errors import BadInput, ControlRoomError
from controlroom.log import fail_point

CONTRADICTS: Final = "contradicts"
LOOKED_AT: Final = "second-look"  # the item of `check_done` by which a second person vouches for such a mail
EXERCISE: Final = "An exercise is never sent outside."
Connectors = Callable[[ConnectorSettings], Connector]


@dataclass(frozen=True, slots=True)
class Target:
    """One of those who get the case: a connector of this desk, or somebody who is told by word of mouth."""

    to: str  # the name of a connector, a key of triage.RECEIVERS, or any name
    ref: str = ""  # their event id, or who took it
    language: str = ""  # other than the connector's own


def hand_over_to(
    tx: Tx,
    case_id: UUID,
    targets: Sequence[Target],
    *,
    connectors: Connectors,
    at: datetime | None = None,
) -> list[Message]:
    """Give the case to all of them in parallel; gives what is to be read out over the telephone.

    What goes by a connector is written down here, byte for byte, with the event that says so; the sending
    loop does the rest. `at` counts for what was told by word of mouth.
    """
    case = steps.open_case(tx, case_id)
    if not targets:
        raise BadInput("Say to whom the case is handed over.")
    _second_look(tx, case)
    known = {one.name.casefold(): one for one in connectors_in(tx.setting(SETTING))}
    scripts = []
    for target in targets:
        way = known.get(target.to.casefold())
        if way is None:
            steps.hand_over(tx, case_id, to=target.to, ref=target.ref, at=at)
            continue
        message = message_of(case, _envelope(tx, way, target.language))
        if _hand_over_by(tx, way, connectors(way), message, target, at):
            scripts.append(message)
    fail_point("letters-written")
    return scripts


def _envelope(tx: Tx, way: ConnectorSettings, language: str) -> Envelope:
    return Envelope(
        letter=new_id(),
        receiver=way.to_whom,
        language=language or way.language,
        written_at=tx.now(),
        callback=str(tx.setting(CALLBACK) or ""),
    )


def _hand_over_by(
    tx: Tx,
    way: ConnectorSettings,
    connector: Connector,
    message: Message,
    target: Target,
    at: datetime | None,
) -> bool:
    """Record it, and put it into the outbox where there is something to send. True: it is read out."""
    body: dict[str, Any] = {
        "to": way.to_whom,
        "via": way.kind,
        "connector": way.name,
        "language": message.language,
        "text": connector_text(way, message),
    }
    body |= {"ref": target.ref} if target.ref else {}
    if connector.is_by_hand:
        steps.say(tx, message.case_id, "handed_over", body, at)
        return True
    if message.is_exercise and connector.is_outside:
        steps.say(tx, message.case_id, "handed_over", body | {"exercise": True})
        return False
    payload = connector.compose(message)
    steps.say(tx, message.case_id, "handed_over", body | {"letter": str(message.letter)})
    tx.put_letter(message.letter, message.case_id, way.name, payload)
    return False


def connector_text(way: ConnectorSettings, message: Message) -> str:
    """What somebody at the other end reads, or is read out."""
    if way.kind == "sms-https":
        return message.short
    return "\n".join(message.script) if way.kind == "phone" else message.text


def preview(
    case: Case, way: ConnectorSettings, *, now: datetime, language: str = "", callback: str = ""
) -> str:
    """The text as it would go now."""
    envelope = Envelope(UUID(int=0), way.to_whom, language or way.language, now, callback)
    return connector_text(way, message_of(case, envelope))


# --- a mail that contradicts itself -------------------------------------------------------------------------


def is_second_look_due(case: Case, events: Sequence[Event], actor: str) -> bool:
    """Whether somebody other than `actor` must look first: the mail contradicts itself, nobody else has."""
    if all(alert.authenticity != CONTRADICTS for alert in case.alerts):
        return False
    undone = undone_ids(list(events))
    return not any(
        event.kind == "check_done"
        and event.body.get("item") == LOOKED_AT
        and event.actor != actor
        and event.id not in undone
        for event in events
    )


def _second_look(tx: Tx, case: Case) -> None:
    if is_second_look_due(case, tx.events(case.id), tx.actor):
        raise BadInput(
            "The mail of {number} contradicts itself; a second person must look at it and confirm it first.",
            number=case.number,
        )


def confirm_alert(tx: Tx, case_id: UUID, *, text: str = "", at: datetime | None = None) -> None:
    """A second person has looked at a mail that contradicts itself, and vouches for handing it over."""
    case = steps.open_case(tx, case_id)
    if all(alert.authenticity != CONTRADICTS for alert in case.alerts):
        raise BadInput("The mail of {number} does not contradict itself.", number=case.number)
    steps.say(tx, case_id, "check_done", {"item": LOOKED_AT} | ({"text": text} if text else {}), at)


# --- what comes of a letter ---------------------------------------------------------------------------------


def why_not_to_send(letter: Letter, events: Sequence[Event], *, is_outside: bool) -> str:
    """ "undone" where the hand-over was taken back, "exercise" where it must not go out, else ""."""
    undone = undone_ids(list(events))
    kinds = ("handed_over", "location_tried")  # a request for a place is a letter, too
    own = [one for one in events if one.kind in kinds and one.body.get("letter") == str(letter.id)]
    if any(one.id in undone for one in own):
        return "undone"
    is_exercise = is_outside and fold(letter.case_id, events, is_ordered=True).is_exercise
    return "exercise" if is_exercise else ""


def record_sent(tx: Tx, letter: Letter, to: str, receipt: Receipt) -> bool:
    """The other side has it; what its reply says is a report. False when that was known."""
    if not tx.letter_sent(letter.id) and is_recorded(tx, letter, "handover_sent"):
        return False  # a letter that was stopped on its way has left all the same
    steps.say(tx, letter.case_id, "handover_sent", {"letter": str(letter.id), "to": to})
    if receipt.step:
        body = {"step": receipt.step, "from": "", "to": to, "letter": str(letter.id), "via": "https"}
        steps.say(tx, letter.case_id, "report_received", body | ({"ref": receipt.ref} if receipt.ref else {}))
    return True


def is_recorded(tx: Tx, letter: Letter, kind: str) -> bool:
    """Whether an event of this kind names the letter."""
    told = (event.body.get("letter") for event in tx.events(letter.case_id) if event.kind == kind)
    return str(letter.id) in told


def record_failed(tx: Tx, letter: Letter, to: str, fault: ControlRoomError) -> None:
    """It did not go: tried again later. An event only where the reason is a new one."""
    before = tx.letter_failed(letter.id, str(fault))
    if before is not None and before != str(fault):
        steps.say(tx, letter.case_id, "handover_failed", _failure(letter, to, fault))


def record_dropped(tx: Tx, letter: Letter, to: str, why: str) -> None:
    """It shall not go at all: taken back, or of an exercise."""
    tx.drop_letter(letter.id)
    if why == "exercise":
        steps.say(tx, letter.case_id, "handover_failed", _failure(letter, to, BadInput(EXERCISE)))


def _failure(letter: Letter, to: str, fault: ControlRoomError) -> Mapping[str, Any]:
    """`template` and `values` let each desk say it in its own language."""
    values = {name: str(value) for name, value in fault.values.items()}
    told = {"letter": str(letter.id), "to": to, "why": str(fault)}
    return told | {"template": fault.template, "values": values}


def stop_sending(tx: Tx, case_id: UUID, letters: Sequence[UUID], *, reason: str = "") -> int:
    """What did not go out shall not go any more: its hand-over is taken back. Gives how many that were."""
    wanted = {str(letter) for letter in letters}
    there = {one.letter for one in steps.the_case(tx, case_id).hand_overs if one.is_there}
    stopped = 0
    for event in tx.events(case_id):
        letter = str(event.body.get("letter") or "")
        if event.kind == "handed_over" and letter in wanted - there:
            body = {"event": str(event.id), "kind": event.kind, "reason": reason.strip()}
            steps.say(tx, case_id, "event_undone", body)
            tx.drop_letter(UUID(letter))
            stopped += 1
    return stopped


def try_now(tx: Tx, letters: Sequence[UUID]) -> None:
    """Somebody does not want to wait for the end of the gap."""
    for letter in letters:
        tx.letter_due(letter)

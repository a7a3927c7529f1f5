"""What comes of a letter, whatever it is about: a case that was handed over, or a person's care."""

from collections.abc import Sequence

from controlroom.casework.care import careletters
from controlroom.casework.handing import handovers
from controlroom.casework.handing.ports import Letter, Outbox, Receipt
from controlroom.casework.ports import Tx
from controlroom.domain.events import PERSON, Event
from controlroom.errors import ControlRoomError


def is_of_person(events: Sequence[Event]) -> bool:
    """Whether the stream that a letter names is a person's file."""
    return bool(events) and events[0].stream == PERSON


def why_not_to_send(outbox: Outbox, letter: Letter, *, is_outside: bool) -> str:
    """One word where it must not go, else ""."""
    events = outbox.events(letter.case_id)
    if is_of_person(events):
        return careletters.why_not_to_send_care(outbox.person(letter.case_id), letter.id)
    return handovers.why_not_to_send(letter, events, is_outside=is_outside)


def record_sent(tx: Tx, letter: Letter, to: str, receipt: Receipt) -> bool:
    """The other side has it. False when that was known."""
    if is_of_person(tx.events(letter.case_id)):
        return careletters.record_care_sent(tx, letter, to)
    return handovers.record_sent(tx, letter, to, receipt)


def record_failed(tx: Tx, letter: Letter, to: str, fault: ControlRoomError) -> None:
    """It did not go: tried again later."""
    if is_of_person(tx.events(letter.case_id)):
        careletters.record_care_failed(tx, letter, to, fault)
    else:
        handovers.record_failed(tx, letter, to, fault)


def record_dropped(tx: Tx, letter: Letter, to: str, why: str) -> None:
    """It shall not go at all."""
    if is_of_person(tx.events(letter.case_id)):
        careletters.record_care_dropped(tx, letter, to, why)
    else:
        handovers.record_dropped(tx, letter, to, why)


def stop_letter(tx: Tx, letter: Letter, *, reason: str = "") -> None:
    """Somebody stops it: a hand-over is taken back; a referral or reminder shows that it did not go."""
    if is_of_person(tx.events(letter.case_id)):
        careletters.record_care_dropped(tx, letter, letter.connector, "stopped")
    else:
        handovers.stop_sending(tx, letter.case_id, [letter.id], reason=reason)

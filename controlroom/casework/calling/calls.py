"""A call is made: whom, how it went, and what they answered, in one step."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.calling import directory_steps
from controlroom.casework.calling.callnow import entries_for
from controlroom.casework.calling.directory import today_in_india
from controlroom.casework.choices import one_of
from controlroom.casework.ports import Tx
from controlroom.domain.case import Case
from controlroom.domain.triage import CALL_RESULTS
from controlroom.errors import BadInput


def log_call(
    tx: Tx,
    case_id: UUID,
    *,
    who: str,
    phone: str,
    result: str,
    text: str = "",
    to: str = "",
    answer: str = "",
    ref: str = "",
    entry: str = "",
    at: datetime | None = None,
) -> None:
    """Somebody rang them up. `answer`: a report that they gave (acknowledged, en-route ...).

    `to` is the receiver of the hand-over that was called, or stf, `ref` their event id or PRV, `entry` the
    key of the directory's entry that was dialled: an answer there means that the entry was checked today. A
    call to who is late quiets the ring for a while (`domain.clocks`).
    """
    case = steps.written_case(tx, case_id)
    to = to or _receiver_at(tx, case, entry)
    one_of(result, CALL_RESULTS, "result")
    if not who.strip() and not phone.strip():
        raise BadInput("Say who was called, or the number.")
    if answer and result != "answered":
        raise BadInput("Only a call that was answered can bring a report.")
    number = directory_steps.phone_of(phone) if phone.strip() else ""
    said = {"who": who.strip() or number, "phone": number, "result": result, "text": text.strip()}
    more = {"to": to, "entry": entry}
    body: dict[str, Any] = said | {name: value for name, value in more.items() if value}
    steps.say(tx, case.id, "call_logged", body, at)
    if answer:
        told = to if to != "stf" else ""
        steps.take_report(tx, case_id, step=answer, sender=who.strip(), to=told, ref=ref, via="phone", at=at)
    if entry:
        _note_in_directory(tx, entry, result)


def _receiver_at(tx: Tx, case: Case, key: str) -> str:
    """Whoever of those that have the case is called by this entry of the directory, or ""."""
    if not key:
        return ""
    directory = tx.directory()
    return next(
        (
            one.to
            for one in case.hand_overs
            if any(e.key == key for e in entries_for(case, one.to, directory))
        ),
        "",
    )


def _note_in_directory(tx: Tx, key: str, result: str) -> None:
    """Who answers has been checked today; a wrong number is to be checked."""
    entry = tx.directory().get(key)
    if entry is None:
        return
    if result == "answered" and entry.checked_on != today_in_india(tx.now()):
        directory_steps.mark_checked(tx, key)
    elif result == "wrong-number" and entry.checked_on is not None:
        directory_steps.save_entry(tx, replace(entry, checked_on=None))

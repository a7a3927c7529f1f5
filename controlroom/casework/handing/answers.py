"""An e-mail that answers a hand-over becomes a report of its case. It closes none and changes no owner."""

import re
from typing import Final
from uuid import UUID

from controlroom.casework.arriving.ports import KeptMail, ReadMail
from controlroom.casework.ports import Tx
from controlroom.casework.steps import say
from controlroom.clues.answers import ids_in, numbers_in, own_words, read_answer, subject_tag, tags_in
from controlroom.domain.case import Case, HandOver

_DAEMON: Final = re.compile(r"mailer-daemon|postmaster", re.I)
_UNDELIVERED: Final = re.compile(
    r"undeliver|returned mail|delivery (?:status|failure|failed)|failure notice", re.I
)
KEPT_WORDS: Final = 500  # characters of what they wrote that stand in the report
_NOT_UNDERSTOOD: Final = "an answer to {number} that could not be understood: read it and key it in"
_AUTOMATIC: Final = "an automatic answer to {number}: no person has said that they have it"
_RETURNED: Final = "the mail about {number} came back undelivered: hand it over by another way"
_NOT_MATCHED: Final = "it looks like an answer to a hand-over, but to none that is known here"


def take_answer(tx: Tx, read: ReadMail, kept: KeptMail) -> UUID | str:
    """The case it answers; or, for a loud row, why it could not be taken; or "" where it is no answer."""
    if read.template:
        return ""  # whatever else it is, it is an alert
    found = _matched(tx, read)
    if found is None:
        return _NOT_MATCHED if _looks_like_an_answer(tx, read) else ""
    case, hand_over = found
    if read.is_automatic:
        return (_RETURNED if is_returned(read) else _AUTOMATIC).format(number=case.number)
    text = own_words(read.text, _our_words(tx, case, hand_over))
    answer = read_answer(text)
    if answer is None:
        return _NOT_UNDERSTOOD.format(number=case.number)
    target = _stands_for(tx, case)
    body = {
        "step": answer.step,
        "from": read.sender,
        "to": hand_over.to,
        "ref": answer.ref,
        "letter": hand_over.letter if target.id == case.id else "",
        "via": "mail",
        "mail": read.sha256,
        "text": text[:KEPT_WORDS],
    }
    if not _is_told(tx, target, read.sha256):
        received = kept.internal_date or read.sent_at or kept.kept_at
        told = {name: value for name, value in body.items() if value or name == "from"}
        say(tx, target.id, "report_received", told, min(received, tx.now()))
    return target.id


def _matched(tx: Tx, read: ReadMail) -> tuple[Case, HandOver] | None:
    """By the Message-ID that it answers, else by our tag in the subject. A number alone proves nothing."""
    for letter, case_id in ids_in(read.answers_to):
        case = tx.case(case_id)
        for one in case.hand_overs if case else ():
            if case is not None and one.letter == str(letter):
                return case, one
    seen = f"{read.subject}\n{read.text}" if read.is_automatic else read.subject
    tags = set(tags_in(seen))  # what comes back undelivered has our subject in it, not in its own
    for number in numbers_in(seen) if tags else ():
        case_id_found = tx.case_id_of(number)
        case = tx.case(case_id_found) if case_id_found else None
        for one in case.hand_overs if case else ():
            if case is not None and one.letter and subject_tag(UUID(one.letter)) in tags:
                return case, one
    return None


def is_returned(read: ReadMail) -> bool:
    """A mail server says that it could not be delivered."""
    return bool(_DAEMON.search(read.sender) or _UNDELIVERED.search(read.subject))


def _looks_like_an_answer(tx: Tx, read: ReadMail) -> bool:
    """It names a letter or a tag of ours; or the number of a case that was handed over."""
    if ids_in(read.answers_to) or tags_in(read.subject):
        return True
    for number in numbers_in(read.subject):
        case_id = tx.case_id_of(number)
        case = tx.case(case_id) if case_id else None
        if case is not None and case.hand_overs:
            return True
    return False


def _our_words(tx: Tx, case: Case, hand_over: HandOver) -> str:
    """What we wrote: quoted back at us it says nothing."""
    for event in tx.events(case.id):
        if event.kind == "handed_over" and event.body.get("letter") == hand_over.letter:
            return str(event.body.get("text") or "")
    return ""


def _stands_for(tx: Tx, case: Case) -> Case:
    """The case that it was joined into, if it was."""
    seen = {case.id}
    while case.joined_into and case.joined_into not in seen:
        into = tx.case(case.joined_into)
        if into is None:
            return case
        seen.add(into.id)
        case = into
    return case


def _is_told(tx: Tx, case: Case, mail: str) -> bool:
    """Another intake has taken this mail in, and its report came over."""
    return any(
        event.kind == "report_received" and event.body.get("mail") == mail for event in tx.events(case.id)
    )

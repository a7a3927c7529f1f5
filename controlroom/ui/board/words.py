"""The words of the board, read anew at each call. Days are days in India."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from controlroom.casework.care.careboard import BoardLine
from controlroom.casework.care.personcards import WaitRow, row_state
from controlroom.casework.care.reviewrows import ReviewRow
from controlroom.domain.care.plans import day_in_india
from controlroom.ui.case import ist
from controlroom.wording import care_words, referral_words
from controlroom.wording.care_words import result

translate = QCoreApplication.translate
COLUMNS: Final[Mapping[str, object]] = {
    "when": QT_TRANSLATE_NOOP("board", "When"),
    "who": QT_TRANSLATE_NOOP("board", "First name"),
    "number": QT_TRANSLATE_NOOP("board", "Case"),
    "district": QT_TRANSLATE_NOOP("board", "District"),
    "keeper": QT_TRANSLATE_NOOP("board", "Keeps in touch"),
    "tries": QT_TRANSLATE_NOOP("board", "Tries"),
    "hours": QT_TRANSLATE_NOOP("board", "Safe hours"),
}
WAIT_COLUMNS: Final[Mapping[str, object]] = {
    "state": QT_TRANSLATE_NOOP("board", "Answer"),
    "who": QT_TRANSLATE_NOOP("board", "First name"),
    "number": QT_TRANSLATE_NOOP("board", "Case"),
    "kind": QT_TRANSLATE_NOOP("board", "What"),
    "to": QT_TRANSLATE_NOOP("board", "Whom we asked"),
    "way": QT_TRANSLATE_NOOP("board", "How, when"),
}
REVIEW_COLUMNS: Final[Mapping[str, object]] = {
    "state": QT_TRANSLATE_NOOP("board", "What is to be done"),
    "who": QT_TRANSLATE_NOOP("board", "First name"),
    "number": QT_TRANSLATE_NOOP("board", "Case"),
    "district": QT_TRANSLATE_NOOP("board", "District"),
    "since": QT_TRANSLATE_NOOP("board", "The clock runs since"),
}


def column(key: str) -> str:
    """The head of a column."""
    return translate("board", str(COLUMNS[key]))


def when(line: BoardLine, now: datetime) -> str:
    """Why the line stands there."""
    if line.since is not None:
        return _late((day_in_india(now) - line.since).days, line.since)
    if line.standing.is_due_today:
        return translate("board", "due today")
    if line.standing.first == "late":
        return translate("board", "first contact late")
    return translate("board", "first contact due")


def _late(days: int, since: date) -> str:
    text = translate("board", "overdue: %1 days, since %2")
    return text.replace("%1", str(days)).replace("%2", f"{since:%d.%m.%Y}")


def tries(line: BoardLine) -> str:
    """How often somebody tried in vain since they were last spoken with, and what came of it."""
    row = line.row
    return f"{row.tries}  {result(row.last_result)}" if row.tries else ""


def hours(line: BoardLine) -> str:
    """When it is safe to call, in India; the guardian, where it is a child."""
    row = line.row
    span = f"{row.safe_from} - {row.safe_to}" if row.safe_from or row.safe_to else ""
    child = translate("board", "by the guardian") if row.path == "guardian" else ""
    return "  ".join(filter(None, (span, child)))


# --- what is waited for -------------------------------------------------------------------------------------


def wait_column(key: str) -> str:
    """The head of a column."""
    return translate("board", str(WAIT_COLUMNS[key]))


def wait_state(row: WaitRow, now: datetime) -> str:
    """How it stands, and until when an answer is waited for."""
    state = row_state(row, now)
    text = referral_words.word(referral_words.STATES, state)
    if state == "waiting" and row.due_at is not None:
        return f"{text}  {ist.clock_text(row.due_at, now)}"
    if state == "overdue" and row.due_at is not None:
        late = translate("board", "%1, due %2")
        return late.replace("%1", text).replace("%2", ist.clock_text(row.due_at, now))
    return text


def wait_kind(row: WaitRow) -> str:
    """A referral, or a reminder and how late the contact was."""
    if row.kind == "referral":
        return translate("board", "referral")
    stage = referral_words.word(referral_words.STAGES, row.stage)
    return translate("board", "reminder (%1)").replace("%1", stage)


def wait_way(row: WaitRow) -> str:
    """E-mail, 24.11. 14:05; and how often, where it was more than once."""
    way = referral_words.word(referral_words.WAYS, row.by)
    when_ = f"{row.asked_at.astimezone(ist.IST):%d.%m. %H:%M}"
    return f"{way}  {when_}" + (f"  ×{row.times}" if row.times > 1 else "")


# --- whose data is to be looked at --------------------------------------------------------------------------


def review_column(key: str) -> str:
    """The head of a column."""
    return translate("board", str(REVIEW_COLUMNS[key]))


def review_state(row: ReviewRow) -> str:
    """What a supervisor is to do."""
    if row.asked_by:
        text = translate("board", "erase, or keep: %1 has asked for it")
        return text.replace("%1", row.asked_by)
    if row.keep_until is not None:
        text = translate("board", "look at it again: kept until %1")
        return text.replace("%1", f"{row.keep_until:%d.%m.%Y}")
    return translate("board", "look at it: the time is over")


def review_since(row: ReviewRow) -> str:
    """The last that happened with the person, and when."""
    return f"{care_words.word(care_words.LAST_WORDS, row.what)}, {row.since:%d.%m.%Y}"

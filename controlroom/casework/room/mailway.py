"""Whether mails arrive, as the room's log says it: for desks that send no test mails themselves. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from controlroom.errors import Sentence

KIND: Final = "intake_faulted"
HOLDS: Final = timedelta(hours=12)  # without another word: the desk that said it may be switched off since
AGAIN: Final = timedelta(hours=6)  # so long it is ill, then that is said again


class MailFault(NamedTuple):
    """No test mail comes back from this mailbox; when that was said (aware UTC), and the sentence."""

    mailbox: str
    said_at: datetime
    text: Sentence


def faults_in(words: Iterable[tuple[str, datetime, Mapping[str, Any]]]) -> tuple[MailFault, ...]:
    """Of the last words on each mailbox those that say that it is ill."""
    return tuple(
        MailFault(mailbox, at, _sentence(body.get("values")))
        for mailbox, at, body in words
        if body.get("is_ill") is True
    )


def not_back(time: str) -> Sentence:
    """The test mail of this time is missing."""
    return Sentence("Mails are not arriving: the test mail of {time} has not come back.", time=time)


def not_sent(fault: str) -> Sentence:
    """No test mail could go out for so long that nothing is known."""
    return Sentence(
        "Whether mails arrive is not known: no test mail could be sent. {fault}", fault=fault or "?"
    )


def _sentence(values: Any) -> Sentence:
    """From the log, which another desk has written: a value is put into a sentence of ours."""
    told = values if isinstance(values, dict) else {}
    return not_back(str(told["time"])) if "time" in told else not_sent(str(told.get("fault") or ""))


def that_hold(faults: Sequence[MailFault], now: datetime) -> tuple[MailFault, ...]:
    """Those that were said so lately that they count."""
    return tuple(fault for fault in faults if now - fault.said_at < HOLDS)

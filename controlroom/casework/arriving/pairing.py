"""Which two alerts may be one: by what they share, or a call by time and words. A person decides."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Final
from uuid import UUID

from controlroom.casework.cards import shared_facts
from controlroom.casework.ports import Tx
from controlroom.casework.steps import say, the_case
from controlroom.domain.case import RANK, Case

WINDOW: Final = timedelta(hours=72)
CALL_WINDOW: Final = timedelta(minutes=60)  # between Meta's call and its mail, whichever came first
NEAR: Final = timedelta(hours=2)  # so near that the time is told as a reason
MOST_SHARING: Final = 8  # a value in more alerts than this is the sender's own number, not the person's
WORDS_ALIKE: Final = 2
_WORD = re.compile(r"[a-z]{4,}|[\u0904-\u0963]{3,}")
_COMMON: Final = frozenset(
    """
    meta facebook instagram alert suicide suicidal self harm injury imminent risk user account profile post
    video link phone number mobile email mail name username address person police urgent please help call
    called rang says said this that with from have been will they their about want wants live case time date
    http https www message report received girl boy woman young somebody someone threat threatens uttar
    pradesh india आत्महत्या फेसबुक इंस्टाग्राम मेटा अलर्ट फोन नंबर पुलिस व्यक्ति पोस्ट वीडियो लिंक मोबाइल नाम कॉल
    मदद कृपया
    """.split()  # noqa: SIM905 - a list of words reads better without a quote around each
)


def propose_joins(tx: Tx, case_id: UUID) -> None:
    """Name the open cases that may be the same, on both sides: whoever works on the older one sees it too."""
    case = the_case(tx, case_id)
    for other, why in _candidates(tx, case):
        say(tx, case_id, "join_proposed", {"other": str(other.id), "number": other.number, "why": list(why)})
        say(tx, other.id, "join_proposed", {"other": str(case_id), "number": case.number, "why": list(why)})


def _candidates(tx: Tx, case: Case) -> Iterator[tuple[Case, tuple[str, ...]]]:
    shared = _sharing(tx, case)
    told = set[UUID]()
    for other_id, values in shared.items():
        other = tx.case(other_id)
        if other is not None and _may_be_joined(case, other):
            told.add(other_id)
            yield other, (*values, *_nearness(case, other))
    for other_id in _of_the_hour(tx, case):
        other = None if other_id in told or other_id == case.id else tx.case(other_id)
        if other is not None and _may_be_joined(case, other):
            why = only_alike(case, other)
            if why:
                yield other, why


def _sharing(tx: Tx, case: Case) -> dict[UUID, list[str]]:
    """Other cases of the last days and the values that they share with this one."""
    by_value: dict[str, list[UUID]] = {}
    for other, _, value in tx.cases_sharing(sorted(shared_facts(case)), since=tx.now() - WINDOW):
        if other != case.id:
            by_value.setdefault(value, []).append(other)
    why: dict[UUID, list[str]] = {}
    for value, others in by_value.items():
        for other in others if len(others) <= MOST_SHARING else ():
            why.setdefault(other, []).append(value)
    return why


def _of_the_hour(tx: Tx, case: Case) -> Sequence[UUID]:
    """Calls around a mail; everything around a call. Two mails are not alike by their time alone."""
    if case.received_at is None or not case.alerts:
        return ()
    is_mail = case.alerts[0].source == "mail"
    return tx.cases_around(case.received_at, within=CALL_WINDOW, calls_only=is_mail)


def _may_be_joined(case: Case, other: Case) -> bool:
    return other.is_open and other.ring == "alert" and other.is_exercise == case.is_exercise


def only_alike(case: Case, other: Case) -> tuple[str, ...]:
    """The time and the words, where nothing contradicts; nothing where the words are not alike."""
    if _contradict(case, other):
        return ()
    words = sorted(_words(case) & _words(other))
    near = _nearness(case, other)
    if len(words) < WORDS_ALIKE or not near:
        return ()
    return (*near, f"words:{' '.join(words[:5])}")


def _nearness(case: Case, other: Case) -> tuple[str, ...]:
    if case.received_at is None or other.received_at is None:
        return ()
    apart = abs(case.received_at - other.received_at)
    return (f"time:{round(apart.total_seconds())}",) if apart <= NEAR else ()


def _contradict(case: Case, other: Case) -> bool:
    """Both name a phone and none is the same, or both an account of one platform."""
    phones = set(case.facts.phones), set(other.facts.phones)
    if all(phones) and phones[0].isdisjoint(phones[1]):
        return True
    accounts = set(case.facts.account_urls), set(other.facts.account_urls)
    is_one_platform = bool(case.platform) and case.platform == other.platform
    return is_one_platform and all(accounts) and accounts[0].isdisjoint(accounts[1])


def _words(case: Case) -> frozenset[str]:
    """What stands in the alerts and tells them from others: names, places, the words of the post."""
    told = (f"{alert.subject} {alert.text[:4_000]}" for alert in case.alerts)
    return _telling_words(" ".join([*told, *case.facts.names]))


@lru_cache(maxsize=256)
def _telling_words(text: str) -> frozenset[str]:
    plain = text.casefold().replace("\u093c", "").replace("ँ", "ं")
    return frozenset(_WORD.findall(plain)) - _COMMON


def survivor(one: Case, other: Case) -> bool:
    """Whether `one` should take over `other`: who is farther, then who is in hand, then who came first."""
    return _standing(one) <= _standing(other)


def _standing(case: Case) -> tuple[int, bool, float, str]:
    came = case.received_at.timestamp() if case.received_at else float("inf")
    return -RANK[case.state], not case.owner, came, case.number

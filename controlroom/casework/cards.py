"""A case as rows for the queue and as the facts that scripts read. Pure: the store keeps what this makes."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from controlroom.casework.rows import QueueRow
from controlroom.domain.case import Case, Place
from controlroom.domain.clocks import DEFAULT_LIMITS, Limits, clocks
from controlroom.domain.triage import is_saved, next_step, priority_of


def mask(name: str) -> str:
    """A handle that can be told from its neighbours and names nobody: r***h_k."""
    if len(name) <= 3:
        return name[:1] + "***" if name else ""
    return f"{name[0]}***{name[-3:] if len(name) > 6 else name[-1]}"


def queue_row(case: Case, limits: Limits = DEFAULT_LIMITS) -> QueueRow:
    """The line of the queue, ready to be painted."""
    running = clocks(case, limits)
    first = running[0] if running else None
    place = case.place
    alert = case.alerts[0] if case.alerts else None
    received = case.received_at or case.last_at  # where no alert in it can be read
    assert received is not None
    return QueueRow(
        id=case.id,
        number=case.number,
        state=case.state,
        is_open=case.is_open,
        priority=priority_of(case),
        category=case.category,
        source=alert.source if alert else "",
        platform=case.platform,
        received_at=received,
        owner=case.owner,
        district=case.district,
        is_guess=place is None or place.is_guess or place.from_alert,
        handle=_handle(case),
        next_step=next_step(case),
        clock=first.name if first else "",
        due_at=first.due_at if first else None,
        alarm_at=first.alarm_at if first else None,
        ring=case.ring,
        is_quarantined=bool(case.quarantined),
        authenticity=alert.authenticity if alert else "",
        proposals=len(case.proposals),
        has_place=place is not None,
        joined_into=case.joined_into_number,
        review_due=case.review_due,
        is_exercise=case.is_exercise,
        known=_known(case),
    )


def _known(case: Case) -> str:
    if not case.known:
        return ""
    first = case.known[0]
    return "confirmed" if first.is_confirmed else "sure" if first.is_sure else "alike"


def _handle(case: Case) -> str:
    facts = case.facts
    if facts.usernames:
        return mask(facts.usernames[0])
    if facts.names:
        return mask(facts.names[0])
    if facts.phones:
        return facts.phones[0][:5] + "***" + facts.phones[0][-2:]
    return ""


def card(case: Case) -> dict[str, Any]:
    """The facts of a case under the names that the command line promises, unmasked."""
    facts, place, alert = case.facts, case.place, case.alerts[0] if case.alerts else None
    return {
        "number": case.number,
        "id": str(case.id),
        "state": case.state,
        "priority": priority_of(case),
        "category": case.category,
        "source": alert.source if alert else "",
        "platform": case.platform,
        "received_at": _iso(case.received_at),
        "district": case.district,
        "district_is_guess": bool(case.district) and (place is None or place.is_guess),
        "place": place_card(place),
        "owner": case.owner,
        "account_urls": list(facts.account_urls),
        "usernames": list(facts.usernames),
        "phones": list(facts.phones),
        "emails": list(facts.emails),
        "ips": [seen.ip for seen in facts.ips],
        "pin_codes": list(facts.pin_codes),
        "quarantined": bool(case.quarantined),
        "quarantine_reason": case.quarantined,
        "subject": alert.subject if alert else "",
        "authenticity": alert.authenticity if alert else "",
        "template": alert.template if alert else "",
        "joined": _joined(case),
        "arrivals": [
            {"number": came.number, "source": came.source, "received_at": _iso(came.at)}
            for came in case.arrivals
        ],
        "checks": list(case.checks),
        "numbers": list(case.numbers),
        "ring": case.ring,
        "next_step": next_step(case),
        "saved": is_saved(case),
        "review_due": case.review_due,
        "closing": case.is_closing,
        "exercise": case.is_exercise,
        "erased": case.is_erased,
        "sealed": case.sealed,
        "proposed": [known.number for known in case.proposals],
        "known": [
            {
                "person": str(known.person),
                "why": list(known.why),
                "sure": known.is_sure,
                "confirmed": known.is_confirmed,
            }
            for known in case.known
        ],
    }


def place_card(place: Place | None) -> dict[str, Any] | None:
    """The place as scripts read it; degrees, metres."""
    if place is None:
        return None
    return {
        "lat": place.lat,
        "lon": place.lon,
        "accuracy_m": place.accuracy_m,
        "source": place.source,
        "district": place.district,
        "is_guess": place.is_guess,
    }


def _joined(case: Case) -> list[str]:
    into = [case.joined_into_number] if case.joined_into else []
    return into + [number for _, number in case.absorbed]


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def search_words(case: Case) -> str:
    """Everything a person may search this case by, before folding."""
    facts = case.facts
    parts: list[str] = [*case.numbers, *(number for _, number in case.absorbed)]
    parts += (came.number for came in case.brought)
    for alert in case.alerts:
        parts += (alert.subject, alert.sender, alert.text)
    parts += facts.account_urls + facts.usernames + facts.emails + facts.pin_codes + facts.names
    parts += phone_words(facts.phones)
    parts += (seen.ip for seen in facts.ips)
    parts += (note.text for note in case.notes + case.tries)
    parts += (place.text for place in case.places)
    parts.append(case.district)
    parts += (hand_over.ref for hand_over in case.hand_overs)
    return "\n".join(part for part in parts if part)


def phone_words(phones: Iterable[str]) -> list[str]:
    """Each number with and without its country code, as people type it."""
    return [form for phone in phones for form in (phone.lstrip("+"), phone.removeprefix("+91"))]


_OFFICIAL = re.compile(
    r"@(?:.*\.)?(?:facebook|fb|meta|instagram|facebookmail)\.|\.(?:gov|nic)\.in$|police", re.I
)


def shared_facts(case: Case) -> frozenset[str]:
    """Facts that say two cases may be one person: accounts and posts, user names, phones, own mail."""
    facts = case.facts
    names = (f"user:{name.casefold()}" for name in facts.usernames)
    mails = (mail.casefold() for mail in facts.emails if not _OFFICIAL.search(mail))
    return frozenset((*facts.account_urls, *names, *facts.phones, *mails))

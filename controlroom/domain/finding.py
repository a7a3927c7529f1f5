"""Finding the person: what was not tried yet, and what is odd about the places known. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from controlroom.domain.case import Case, Place

OLD_AFTER: Final = timedelta(minutes=60)  # a place older than this may have been left
AGAIN_AFTER: Final = timedelta(minutes=20)  # who was asked and is silent is asked again
UNKNOWN_M: Final = 1_000.0  # the radius of a place of which nobody said one
HINT_M: Final = 30_000.0  # of an address on the internet: a hint, never a place
_PLATE: Final = re.compile(r"\b([A-Z]{2}[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{3,4})\b")
_RAIL: Final = re.compile(
    r"\b(?:rail(?:way)?s?|train|track|patri|platform|railway station|junction)\b"
    r"|रेल|ट्रेन|पटरी|प्लेटफ|जंक्शन",
    re.I,
)


class Ask(NamedTuple):
    """The next thing to try. `source`: one of triage.PLACE_SOURCES, or "candidate"; `why`: a key for words.

    Why: phone, no-phone, account, ip, alert, caller, plate, rail, earlier, other-place, silent, not-there.
    `at` is the candidate's index; `words` what it rests on.
    """

    source: str
    why: str
    at: int = -1
    words: str = ""


class Remark(NamedTuple):
    """What is odd about a place. `kind`: apart, other-district, old, moved.

    `other` is the index of the place that it differs from; `value` kilometres, or minutes for old.
    """

    at: int
    kind: str
    other: int
    value: float


def distance_m(one: Place, other: Place) -> float:
    """Along the sphere, metres."""
    phi, psi = radians(one.lat), radians(other.lat)
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 12_742_000.0 * asin(min(1.0, sqrt(half)))


def reach_m(place: Place) -> float:
    """How wide its circle is."""
    if place.accuracy_m is not None:
        return place.accuracy_m
    return HINT_M if place.source == "ip" else UNKNOWN_M


def are_apart(one: Place, other: Place) -> bool:
    """Their circles do not touch: both cannot be true at one time."""
    return distance_m(one, other) > reach_m(one) + reach_m(other)


def remarks(case: Case, now: datetime, *, old_after: timedelta = OLD_AFTER) -> tuple[Remark, ...]:
    """Every place against the one that counts; and each source against itself. `now` is aware UTC."""
    return tuple(_remarks(case, now, old_after))


def _remarks(case: Case, now: datetime, old_after: timedelta) -> Iterator[Remark]:
    current = case.place
    chosen = next((at for at, one in enumerate(case.places) if one is current), -1)
    for at, place in enumerate(case.places):
        age = now - place.happened_at
        if age > old_after and not place.is_refuted:
            yield Remark(at, "old", -1, age.total_seconds() // 60)
        newer = _newer(case.places, at)
        if newer >= 0 and are_apart(place, case.places[newer]):
            yield Remark(at, "moved", newer, distance_m(place, case.places[newer]) / 1000)
        elif current is not None and place is not current and _is_rival(place, current):
            yield from _against(at, place, chosen, current)


def _newer(places: Sequence[Place], at: int) -> int:
    """The newest later place of the same source and the same person."""
    mine = places[at]
    later = [
        (other.happened_at, index)
        for index, other in enumerate(places)
        if (other.source, other.whose) == (mine.source, mine.whose) and other.happened_at > mine.happened_at
    ]
    return max(later)[1] if later else -1


def _is_rival(place: Place, current: Place) -> bool:
    """Of the same one of the three; what was looked at and refuted no longer competes."""
    return not place.is_refuted and not current.is_refuted and place.whose == current.whose


def _against(at: int, place: Place, chosen: int, current: Place) -> Iterator[Remark]:
    away = distance_m(place, current) / 1000
    if are_apart(place, current):
        yield Remark(at, "apart", chosen, away)
    elif place.district and current.district and place.district != current.district:
        yield Remark(at, "other-district", chosen, away)


def says_rail(case: Case) -> bool:
    """Whether the alert, or whoever named the place that counts, speaks of a railway."""
    place = case.place
    told = [place.text] if place is not None else []
    told += [alert.text for alert in case.alerts] + [alert.subject for alert in case.alerts]
    return any(_RAIL.search(text) for text in told)


def next_asks(case: Case, now: datetime) -> tuple[Ask, ...]:
    """What to try next, the best first. Nothing that waits for an answer, and nothing that had none.

    After "not at the place" everything tried before it may be asked again. `now` is aware UTC.
    """
    asks = [*_other_places(case), *_silent(case, now)]
    open_sources = {ask.source for ask in asks}
    for ask in _all(case):
        if ask.source not in open_sources and not _is_done(case, ask.source):
            asks.append(ask._replace(why="not-there") if _was_done(case, ask.source) else ask)
            open_sources.add(ask.source)
    return tuple(asks)


def _other_places(case: Case) -> Iterator[Ask]:
    """The place that counted was empty: others come first, the newest before; not what was left since."""
    current = case.place
    if current is None or not current.is_refuted:
        return
    for at, place in sorted(enumerate(case.places), key=lambda pair: pair[1].happened_at, reverse=True):
        if not place.is_refuted and place.whose == "person" and _newer(case.places, at) < 0:
            yield Ask("candidate", "other-place", at, place.text)


def _silent(case: Case, now: datetime) -> Iterator[Ask]:
    """Who was asked, gave nothing, and has been silent for long."""
    for source in dict.fromkeys(one.source for one in case.tries if one.source):
        last = [one for one in case.tries if one.source == source][-1]
        if last.status == "asked" and now - last.at > AGAIN_AFTER and not _is_placed(case, source, last.at):
            yield Ask(source, "silent", words=last.given_by)


def _all(case: Case) -> Iterator[Ask]:
    """Every way there is for what is known of this case, in the order of the desk."""
    facts, text = case.facts, " ".join(alert.text for alert in case.alerts)
    if facts.phones:
        yield Ask("stf", "phone")
    if any(alert.source in ("phone", "x", "citizen", "112", "1090", "district") for alert in case.alerts):
        yield Ask("caller", "caller")
    if facts.account_urls or facts.usernames or facts.emails:
        yield Ask("meta", "account" if facts.phones else "no-phone")
    if case.proposals or case.absorbed:
        yield Ask("other", "earlier", words=", ".join(one.number for one in case.proposals))
    if plate := _PLATE.search(text):
        yield Ask("number-plate", "plate", words=plate[1])
    hinted = [hint.words for hint in case.hints if hint.kind == "place"]
    rail = _RAIL.search(text)
    if hinted or rail:
        yield Ask("landmark", "rail", words=", ".join(hinted) or (rail[0] if rail else ""))
    if facts.phones:
        yield Ask("subscriber", "phone")
        yield Ask("tower", "phone")
    if facts.account_urls or facts.usernames:
        yield Ask("profile", "account")
        yield Ask("friend", "account")
    if facts.phones or facts.names or facts.account_urls:
        yield Ask("family", "account")
    if facts.ips:
        yield Ask("ip", "ip")


def _since(case: Case) -> datetime | None:
    """The last time that somebody was at a place and the person was not."""
    back = [one.happened_at for one in case.reports if one.step == "not-at-place"]
    return max(back, default=None)


def _was_done(case: Case, source: str) -> bool:
    tried = any(one.source == source for one in case.tries)
    return tried or any(place.source == source and not place.from_alert for place in case.places)


def _is_done(case: Case, source: str) -> bool:
    """Tried or placed since the person was last missed."""
    since = _since(case)
    tried = any(one.source == source and (since is None or one.at > since) for one in case.tries)
    return tried or _is_placed(case, source, since)


def _is_placed(case: Case, source: str, since: datetime | None) -> bool:
    return any(
        place.source == source and not place.from_alert and (since is None or place.happened_at > since)
        for place in case.places
    )

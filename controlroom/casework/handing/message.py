"""What a receiver is told of a case: who, where, how sure, what to do; no more than they need. Pure."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Final
from uuid import UUID

from controlroom.domain.case import Case, Place
from controlroom.texts import Texts, district_name, mark, texts

IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")
WIDE_M: Final = 1_000  # from here on a circle is too wide to knock at a door
NEAR_KM: Final = 0.3  # two places closer than this are one
_POLICE: Final = frozenset({"phones", "accounts", "means", "others"})
NEEDS: Final = {  # beside name and place, which everybody needs who is to find somebody
    "108": frozenset({"phones", "means"}),
    "1090": frozenset({"phones"}),
    "family": frozenset[str](),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a receiver is told of it. Degrees WGS84, metres, aware UTC."""

    lat: float
    lon: float
    accuracy_m: float | None
    source: str
    at: datetime
    is_guess: bool
    is_refuted: bool = False
    text: str = ""
    whose: str = "person"


@dataclass(frozen=True, slots=True)
class Message:
    """One letter before a connector gives it its shape. `lines` is the text, `short` fits an SMS."""

    letter: UUID
    case_id: UUID
    number: str
    receiver: str
    language: str
    is_exercise: bool
    written_at: datetime
    received_at: datetime
    category: str
    means: str
    is_minor: bool
    place: Spot | None
    others: tuple[Spot, ...]
    district: str
    district_is_guess: bool
    thana: str
    names: tuple[str, ...]
    phones: tuple[str, ...]
    accounts: tuple[str, ...]
    callback: str
    title: str = ""
    lines: tuple[str, ...] = ()
    script: tuple[str, ...] = ()
    short: str = ""
    is_urgent: bool = True

    @property
    def text(self) -> str:
        """All of it, as it is read."""
        return "\n".join((self.title, "", *self.lines))


@dataclass(frozen=True, slots=True)
class Envelope:
    """What does not come from the case: to whom, in which language, when, and whom to call back."""

    letter: UUID
    receiver: str
    language: str
    written_at: datetime
    callback: str = ""


def message_of(case: Case, envelope: Envelope) -> Message:
    """The letter for this receiver. `language` is "hi" or "en"."""
    needs = NEEDS.get(envelope.receiver, _POLICE)
    facts, whose = case.facts, case.jurisdiction
    place = case.place
    others = [one for one in case.places if one is not place and _is_elsewhere(one, place)]
    told = Message(
        letter=envelope.letter,
        case_id=case.id,
        number=case.number,
        receiver=envelope.receiver,
        language=envelope.language,
        is_exercise=case.is_exercise,
        written_at=envelope.written_at,
        received_at=case.received_at or envelope.written_at,
        category=case.category,
        means=case.means if "means" in needs else "",
        is_minor=case.is_minor,
        place=_spot(place, case) if place else None,
        others=tuple(_spot(one, case) for one in others) if "others" in needs else (),
        district=case.district,
        district_is_guess=_is_district_guessed(case),
        thana=whose.thana if whose else "",
        names=facts.names,
        phones=facts.phones if "phones" in needs else (),
        accounts=(facts.account_urls or facts.usernames) if "accounts" in needs else (),
        callback=envelope.callback,
    )
    return _written(told)


def _written(told: Message) -> Message:
    say = texts(told.language)
    with_title = replace(told, title=_title(told, say), lines=tuple(_lines(told, say)))
    return replace(with_title, script=tuple(_script(with_title, say)), short=_short(told, say))


def _spot(place: Place, case: Case) -> Spot:
    is_guess = place.from_alert and case.choice is None  # nobody here has taken it for right
    return Spot(
        place.lat,
        place.lon,
        place.accuracy_m,
        place.source,
        place.happened_at,
        is_guess,
        place.is_refuted,
        place.text,
        place.whose,
    )


def _is_district_guessed(case: Case) -> bool:
    """No person and no boundary says so: it is the likeliest of several."""
    if case.jurisdiction is not None and case.jurisdiction.district:
        return False
    place = case.place
    return place is None or not place.district or place.is_guess


def _is_elsewhere(one: Place, chosen: Place | None) -> bool:
    return chosen is None or distance_km((one.lat, one.lon), (chosen.lat, chosen.lon)) > NEAR_KM


def distance_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Along the ground, between two points in degrees."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (here, there))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 12_742 * math.asin(math.sqrt(half))


# --- the words ----------------------------------------------------------------------------------------------

_CATEGORIES: Final = {
    "attempt": mark("An attempt is under way."),
    "imminent": mark("An attempt may come at any moment."),
    "ideation": mark("The person writes of wanting to die."),
    "unclear": mark("It is not clear how great the danger is; please treat it as urgent."),
    "": mark("Nobody has judged the danger yet; please treat it as urgent."),
}
_SOURCES: Final = {
    "stf": mark("STF, from the phone"),
    "meta": mark("Meta"),
    "subscriber": mark("address of the subscriber"),
    "tower": mark("phone tower"),
    "ip": mark("IP address"),
    "profile": mark("profile"),
    "friend": mark("a friend"),
    "family": mark("the family"),
    "number-plate": mark("number plate"),
    "landmark": mark("landmark"),
    "caller": mark("who called us"),
    "other": mark("another source"),
}
_WHOSE: Final = {
    "phone-owner": mark("It is the place of the owner of the phone, who may be somebody else."),
    "account-owner": mark("It is the place of the owner of the account, who may be somebody else."),
}
_GO: Final = mark(
    "Please go there now and stay with the person. Take away what could do harm, and bring the person to a"
    " hospital if hurt. Speak calmly; if you can, bring a woman officer to a woman or a child."
)
_ASKS: Final = {
    "112": mark("Please make an event, send the nearest PRV, and tell us the event id and the PRV."),
    "108": mark("Please send an ambulance to this place; police are told at the same time."),
    "1090": mark(
        "Please be ready to speak with the person and the family; police are told at the same time."
    ),
    "family": mark("Please go to them and do not leave them alone; police are told at the same time."),
    "other-state": mark("Please pass this on at once to the police station of this place in your state."),
}
_CARE: Final = mark(
    "The person needs help and is not to be prosecuted (Mental Healthcare Act 2017, section 115)."
)
_ANSWER: Final = mark(
    "Please answer this message with one of: acknowledged, en route, at scene, not found there, and when an"
    " officer has reached them. Name your PRV or event id."
)


def _title(told: Message, say: Texts) -> str:
    title = say("URGENT: a life may be in danger, our number {number}", number=told.number)
    return f"{say('EXERCISE, NOT REAL')}: {title}" if told.is_exercise else title


def _lines(told: Message, say: Texts) -> Iterator[str]:
    yield say("From the Social Media Centre, UP Police headquarters, Lucknow.")
    yield " ".join(_danger(told, say))
    yield from _who(told, say)
    yield from _where(told, say)
    yield from _asks(told, say)
    if told.receiver != "family":
        yield say(_ANSWER)
    yield _call_back(told, say)


def _danger(told: Message, say: Texts) -> Iterator[str]:
    yield say(_CATEGORIES.get(told.category, _CATEGORIES["unclear"]))
    if told.means:
        yield say("Means named: {means}.", means=told.means)
    if told.is_minor:
        yield say("The person is under 18.")
    yield say("We were told at {time}.", time=time_text(told.received_at))


def _who(told: Message, say: Texts) -> Iterator[str]:
    if told.names:
        yield say("Name: {names}", names=", ".join(told.names))
    if told.phones:
        yield say("Phone: {phones}", phones=", ".join(map(phone_text, told.phones)))
    if told.accounts:
        yield say("Account: {accounts}", accounts=", ".join(told.accounts))
    if not (told.names or told.phones or told.accounts):
        yield say("Who it is, we do not know yet.")


def _where(told: Message, say: Texts) -> Iterator[str]:
    area = _area(told, say)
    if told.place is None:
        yield say("Place: not known yet.") + (f" {area}" if area else "")
    else:
        yield say("Place: {place}.", place=_point(told.place)) + (f" {area}" if area else "")
        yield from _sureness(told.place, say)
    for other in told.others:
        yield _other(other, told.place, say)


def _area(told: Message, say: Texts) -> str:
    parts = []
    if told.thana:
        parts.append(say("Thana {name}.", name=told.thana))
    if told.district:
        parts.append(_district(told, say))
    return " ".join(parts)


def _district(told: Message, say: Texts) -> str:
    name = district_name(told.district, told.language)
    if told.district_is_guess:
        return say("District probably {name}.", name=name)
    return say("District {name}.", name=name)


def _point(spot: Spot) -> str:
    where = f"{spot.lat:.5f}, {spot.lon:.5f}"
    return f"{spot.text} ({where})" if spot.text and spot.text != where else where


def _sureness(spot: Spot, say: Texts) -> Iterator[str]:
    if spot.accuracy_m is None:
        radius = say("nobody has said how exact")
    else:
        radius = say("within {radius}", radius=_length(spot.accuracy_m, say))
    source = say(_SOURCES.get(spot.source, _SOURCES["other"]))
    yield say(
        "How sure: {radius}. Source: {source}, {time}.", radius=radius, source=source, time=time_text(spot.at)
    )
    if spot.is_guess:
        yield say("This place is a GUESS that nobody has confirmed.")
    if spot.accuracy_m is not None and spot.accuracy_m >= WIDE_M:
        yield say("The circle is wide: ask the neighbourhood, ring the phone, and call us for more.")
    if spot.whose in _WHOSE:
        yield say(_WHOSE[spot.whose])
    if spot.is_refuted:
        yield say("An officer was there and did not find the person.")


def _other(other: Spot, chosen: Spot | None, say: Texts) -> str:
    source = say(_SOURCES.get(other.source, _SOURCES["other"]))
    if other.is_refuted:
        return say("Not found at: {place} ({source}).", place=_point(other), source=source)
    if chosen is None:
        return say("Perhaps at: {place} ({source}).", place=_point(other), source=source)
    away = distance_km((other.lat, other.lon), (chosen.lat, chosen.lon)) * 1000
    return say(
        "Another source names another place: {place} ({source}, {time}), {away} away.",
        place=_point(other),
        source=source,
        time=time_text(other.at),
        away=_length(away, say),
    )


def _asks(told: Message, say: Texts) -> Iterator[str]:
    yield say(_ASKS.get(told.receiver, _GO))
    if told.receiver in ("112", "other-state"):
        yield say(_GO)
    if told.receiver not in ("family", "108"):
        yield say(_CARE)


def _call_back(told: Message, say: Texts) -> str:
    if told.callback:
        return say("Call us: {phone}, our number {number}.", phone=told.callback, number=told.number)
    return say("When you call us, give our number {number}.", number=told.number)


def _script(told: Message, say: Texts) -> Iterator[str]:
    """What is read out over the telephone."""
    yield say("Good day, this is the Social Media Centre of UP Police in Lucknow. Please write this down.")
    if told.is_exercise:
        yield say("EXERCISE, NOT REAL")
    yield say("Our number is {number}.", number=told.number)
    yield from told.lines[1:]
    yield say("Please repeat the place. What is your name, and your event id?")


def _short(told: Message, say: Texts) -> str:
    """For an SMS: where, which phone, whom to call; no name, no account, no word of the alert."""
    parts = [say("EXERCISE, NOT REAL")] if told.is_exercise else []
    parts.append(say("UP Police SMC {number}: life in danger.", number=told.number))
    if told.place is None:
        parts.append(say("Place: not known yet."))
    else:
        radius = told.place.accuracy_m
        near = f" ±{_length(radius, say)}" if radius is not None else ""
        guess = f" ({say('guess')})" if told.place.is_guess else ""
        parts.append(f"{told.place.lat:.5f},{told.place.lon:.5f}{near}{guess}.")
    if told.district:
        parts.append(_district(told, say))
    if told.phones:
        parts.append(say("Phone: {phones}", phones=phone_text(told.phones[0])) + ".")
    parts.append(_call_back(told, say))
    return " ".join(parts)


def _length(metres: float, say: Texts) -> str:
    if metres < 1_000:
        return say("{n} m", n=f"{metres:.0f}")
    return say("{n} km", n=f"{metres / 1000:.1f}".removesuffix(".0"))


def phone_text(number: str) -> str:
    """As it is read: +91 98390 12345 for an Indian number, any other as it is."""
    return f"+91 {number[3:8]} {number[8:]}" if number.startswith("+91") and len(number) == 13 else number


def time_text(moment: datetime) -> str:
    """Day and time in India."""
    return moment.astimezone(IST).strftime("%d.%m.%Y %H:%M IST")

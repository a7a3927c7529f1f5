"""Whom to call now about a case, on which numbers, and what to say: no more than they need. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Final, NamedTuple

from controlroom.casework.calling.directory import Directory, Entry
from controlroom.domain.case import Case, HandOver, Place
from controlroom.domain.clocks import Clock

IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")
CHASED: Final = ("sent", "acknowledged", "with_person")  # clocks that wait for somebody outside
_EARLY: Final = {"first_fix": "stf", "hand_over": "112", "claim": ""}


class CallNow(NamedTuple):
    """Who is called and why. `clock` is the most urgent that waits for them, or ""."""

    to: str  # a receiver of a hand-over, or stf; "" where nobody is to be called
    clock: str
    ref: str  # their own number of the case
    entries: tuple[Entry, ...]
    script_en: str
    script_hi: str

    def script(self, language: str) -> str:
        """What to say, in "hi" or "en"."""
        return self.script_hi if language == "hi" else self.script_en


def call_now(case: Case, clocks: Sequence[Clock], directory: Directory, *, to: str = "") -> CallNow:
    """Who is called: `to` where it was chosen, else whoever the most urgent clock waits for."""
    who, clock = (to, "") if to else _whom(case, clocks)
    over = next((one for one in reversed(case.hand_overs) if one.to == who), None)
    return CallNow(
        who,
        clock,
        over.ref if over else "",
        entries_for(case, who, directory),
        _script(case, over, who, "en") if who else "",
        _script(case, over, who, "hi") if who else "",
    )


def entries_for(case: Case, to: str, directory: Directory) -> tuple[Entry, ...]:
    """The directory's entries for a receiver of this case."""
    whose = case.jurisdiction
    return directory.for_receiver(
        to,
        district=case.district,
        thana=whose.thana if whose else "",
        state=whose.state if whose else "",
    )


def chased_clock(clocks: Sequence[Clock]) -> Clock | None:
    """The most urgent clock that somebody outside can stop."""
    return next((clock for clock in clocks if clock.name in CHASED), None)


def _whom(case: Case, clocks: Sequence[Clock]) -> tuple[str, str]:
    for clock in clocks:
        if clock.about:
            return clock.about, clock.name
        if clock.name == "with_person" and case.hand_overs:
            return _nearest(case), clock.name
        if _EARLY.get(clock.name):
            return _EARLY[clock.name], clock.name
    return (_nearest(case), "") if case.hand_overs else ("", "")


def _nearest(case: Case) -> str:
    """Of those who have it, who got furthest; else who was told last."""
    order = ("acknowledged", "en route", "at scene", "with the person")
    answered = [one for one in case.hand_overs if one.answer in order and one.to != "family"]
    if answered:
        return max(answered, key=lambda one: order.index(one.answer)).to
    told = [one for one in case.hand_overs if one.to != "family"]
    return told[-1].to if told else ""


# --- what to say ------------------------------------------------------------------------------------------

_HELLO: Final = {
    "en": "This is the Social Media Centre, UP Police headquarters, Lucknow. Case {number}.",
    "hi": "मैं यूपी पुलिस मुख्यालय, लखनऊ के सोशल मीडिया सेंटर से बोल रहा/रही हूँ। केस {number}।",
}
_EXERCISE: Final = {
    "en": "THIS IS AN EXERCISE. Nobody is in danger.",
    "hi": "यह अभ्यास है। कोई ख़तरे में नहीं है।",
}
_DANGER: Final = {
    "attempt": {
        "en": "A person is trying to end their life at this moment.",
        "hi": "एक व्यक्ति इसी समय अपना जीवन समाप्त करने का प्रयास कर रहा है।",
    },
    "imminent": {
        "en": "A person has posted that they are about to end their life.",
        "hi": "एक व्यक्ति ने पोस्ट किया है कि वह अपना जीवन समाप्त करने वाला है।",
    },
    "": {
        "en": "A person has posted about ending their life.",
        "hi": "एक व्यक्ति ने अपना जीवन समाप्त करने के बारे में पोस्ट किया है।",
    },
}
_MINOR: Final = {"en": "The person is under 18.", "hi": "व्यक्ति की आयु 18 वर्ष से कम है।"}
_MEANS: Final = {"en": "Means named: {means}.", "hi": "बताया गया तरीक़ा: {means}।"}
_NO_PLACE: Final = {
    "en": "We have no place yet.",
    "hi": "अभी हमारे पास कोई स्थान नहीं है।",
}
_PLACE: Final = {
    "en": "Place: {where}, {how_sure} ({source}, {when} IST).",
    "hi": "स्थान: {where}, {how_sure} ({source}, {when} IST)।",
}
_WITHIN: Final = {"en": "within about {metres} m", "hi": "लगभग {metres} मीटर के भीतर"}
_NOT_SURE: Final = {"en": "not confirmed", "hi": "पुष्ट नहीं"}
_UNKNOWN_RADIUS: Final = {"en": "nobody said how exact", "hi": "कितना सटीक है, ज्ञात नहीं"}
_GIVEN: Final = {
    "en": "You have it since {when} IST{ref}.",
    "hi": "आपको यह {when} IST पर दिया गया था{ref}।",
}
_REF: Final = {"en": ", your number {ref}", "hi": ", आपका नंबर {ref}"}
_ASK: Final = {
    "": {
        "en": "Please tell me: have you got it, who is going, and when will they be there?",
        "hi": "कृपया बताएँ: क्या आपको मिल गया, कौन जा रहा है और कब तक पहुँचेंगे?",
    },
    "acknowledged": {
        "en": "Please tell me: has a car left, which one, and when will it be there?",
        "hi": "कृपया बताएँ: क्या गाड़ी निकल गई, कौन-सी, और कब तक पहुँचेगी?",
    },
    "en route": {
        "en": "Please tell me: is the car there, and do they see the person?",
        "hi": "कृपया बताएँ: क्या गाड़ी पहुँच गई, और क्या व्यक्ति दिख रहा है?",
    },
    "at scene": {
        "en": "Please tell me: is an officer with the person, and is a doctor needed?",
        "hi": "कृपया बताएँ: क्या कोई अधिकारी व्यक्ति के साथ है, और क्या डॉक्टर चाहिए?",
    },
    "stf": {
        "en": "Please give me the place of the phone of this case, and how exact it is.",
        "hi": "कृपया इस केस के फ़ोन का स्थान बताएँ, और वह कितना सटीक है।",
    },
}
_SOURCES_HI: Final = {
    "stf": "एसटीएफ",
    "meta": "मेटा",
    "subscriber": "ग्राहक पता",
    "tower": "टावर",
    "profile": "प्रोफ़ाइल",
    "friend": "मित्र",
    "family": "परिवार",
    "number-plate": "नंबर प्लेट",
    "landmark": "पहचान चिह्न",
    "caller": "फ़ोन करने वाला",
    "other": "अन्य",
}


def _script(case: Case, over: HandOver | None, to: str, language: str) -> str:
    """What to say, in order. No name, account or number of the person: those go by the letter."""
    danger = _DANGER.get(case.category) or _DANGER[""]
    lines = [
        _EXERCISE[language] if case.is_exercise else "",
        _HELLO[language].format(number=case.number),
        danger[language],
        _MINOR[language] if case.is_minor else "",
        _MEANS[language].format(means=case.means) if case.means and to != "stf" else "",
    ]
    if to == "stf":
        return "\n".join(filter(None, [*lines, _ASK["stf"][language]]))
    lines.append(_place(case, language))
    if over is not None:
        ref = _REF[language].format(ref=over.ref) if over.ref else ""
        lines.append(_GIVEN[language].format(when=_clock(over.happened_at), ref=ref))
    answer = over.answer if over is not None else ""
    lines.append((_ASK.get(answer) or _ASK[""])[language])
    return "\n".join(filter(None, lines))


def _place(case: Case, language: str) -> str:
    place = case.place
    if place is None:
        return _NO_PLACE[language]
    return _PLACE[language].format(
        where=_where(case, place),
        how_sure=_how_sure(place, language),
        source=_SOURCES_HI.get(place.source, place.source) if language == "hi" else place.source,
        when=_clock(place.happened_at),
    )


def _where(case: Case, place: Place) -> str:
    whose = case.jurisdiction
    thana = f"thana {whose.thana}" if whose and whose.thana else ""
    point = f"{place.lat:.5f}, {place.lon:.5f}"
    return ", ".join(filter(None, (place.text.strip(), thana, case.district, point)))


def _how_sure(place: Place, language: str) -> str:
    if place.accuracy_m is None:
        near = _UNKNOWN_RADIUS[language]
    else:
        near = _WITHIN[language].format(metres=round(place.accuracy_m))
    return f"{near}, {_NOT_SURE[language]}" if place.is_guess or place.from_alert else near


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(IST):%H:%M}"

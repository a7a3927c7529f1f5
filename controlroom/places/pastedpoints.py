"""The points in a pasted text: map links, plus codes, coordinates in any spelling. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from controlroom.casework.placing.understood import Candidate, Understood, asked_back
from controlroom.clues.folding import plain_digits
from controlroom.clues.read import read_clues
from controlroom.places import pluscodes
from controlroom.places.abroad import is_in_india
from controlroom.places.nearby import distance_km

SAME_KM: Final = 0.25  # a point that stands twice is one
ROUGH_M: Final = 8_000.0  # what one decimal can tell
_WORDS = re.compile(r"(?:w3w\.co|what3words\.com)/\S+|(?<![/:\w])/{2,3}[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+", re.I)
_LINK = re.compile(r"\S*(?:https?://|\bgoo\.gl\b|\bmaps\.app\b|\bmaps\.apple\.com\b)\S*", re.I)
_ISO = re.compile(r"(?<![\d.])([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:/|\b)")
_COMMAS = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{3,})\s*[;/ ]\s*(\d{1,3}),(\d{3,})(?![\d.,])")
_PAIR = re.compile(r"\W*?([+-]?\d{1,3}\.\d+)[\s,;/]+([+-]?\d{1,3}\.\d+)\W*")
_TIGHT = re.compile(r"(\d[°'\"]?)([NSEW])(\d)", re.I)
_SEXAGESIMAL = re.compile(
    r"(?P<a>[NS])?\s?(?P<d1>\d{1,2})[\s:](?P<m1>\d{1,2}(?:\.\d+)?)(?:[\s:](?P<s1>\d{1,2}(?:\.\d+)?))?\s?(?P<b>[NS])?"
    r"[\s,;]*(?P<c>[EW])?\s?(?P<d2>\d{1,3})[\s:](?P<m2>\d{1,2}(?:\.\d+)?)(?:[\s:](?P<s2>\d{1,2}(?:\.\d+)?))?\s?(?P<d>[EW])?",
    re.I,
)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_NAMED = re.compile(r"lat|lon|lng|अक्षांश|देशा|[NSEW](?![a-z])|उत्तर|पूर्व", re.I)


@dataclass(frozen=True, slots=True)
class Pointed:
    """The answer where that is all there is to say, else the candidate and the other words."""

    answer: Understood | None
    point: Candidate | None = None
    rest: str = ""


NO_LINK: Final = "This link does not say where: open it elsewhere and paste the coordinates."
NO_WORDS: Final = (
    "what3words cannot be looked up without their server: open it elsewhere and paste the coordinates."
)
NO_CODE: Final = "A short plus code needs a town or district beside it, or paste the whole code."
MANY: Final = "Two different points stand in that: which one is meant?"
SWAPPED: Final = "Latitude and longitude seem to be exchanged: is this the place?"
WHOLE: Final = "Whole degrees are a hundred kilometres wide; give the digits behind the point."
NOT_HERE: Final = "That point is not in India; check the two numbers."


def read_points(text: str, locate: Callable[[str], tuple[float, float] | None]) -> Pointed | None:
    """None where the text holds no point. `locate` gives where a named place is, for a short plus code."""
    plain = plain_digits(text)
    found = _points(plain)
    if found:
        return _judge(found, plain)
    if _WORDS.search(plain):
        return Pointed(asked_back(NO_WORDS))
    if code := pluscodes.CODE.search(plain):
        return _plus_code(code, plain, locate)
    if _LINK.search(plain):
        return Pointed(asked_back(NO_LINK))
    return None


def _plus_code(
    code: re.Match[str], text: str, locate: Callable[[str], tuple[float, float] | None]
) -> Pointed:
    found = pluscodes.point_of(code[1])
    rest = f"{text[: code.start()]} {text[code.end() :]}"
    if found:
        return Pointed(None, Candidate(*found, "point", code[1].upper()), rest)
    near = locate(rest) if rest.strip(" ,") else None
    short = pluscodes.short_near(code[1].upper(), *near) if near else None
    if short is None:
        return Pointed(asked_back(NO_CODE))
    template = "A short plus code repeats itself every hundred kilometres: is this the place?"
    return Pointed(asked_back(template, [Candidate(*short, "point", code[1].upper())]))


def _points(text: str) -> list[tuple[float, float, float | None, str]]:
    for read in (text, _rewritten(text), f"coordinates: {text}"):
        if read:
            points = read_clues(read).points
            if points:
                return [(p.lat, p.lon, p.accuracy_m, p.text) for p in points]
    return []


def _rewritten(text: str) -> str:
    """Spellings that a mail never has, as the mails' reader knows them."""
    if iso := _ISO.search(text):
        return f"coordinates: {float(iso[1])}, {float(iso[2])}"
    if commas := _COMMAS.search(text):
        return f"coordinates: {commas[1]}.{commas[2]}, {commas[3]}.{commas[4]}"
    if pair := _PAIR.fullmatch(text):
        return f"latitude: {pair[1]} longitude: {pair[2]}"
    tight = _TIGHT.sub(r"\1 \2 \3", text)
    for found in _SEXAGESIMAL.finditer(text):
        if (found["a"] or found["b"]) and (found["c"] or found["d"]):
            lat, lon = _decimal(found, "1"), _decimal(found, "2")
            south = (found["a"] or found["b"]).upper() == "S"
            west = (found["c"] or found["d"]).upper() == "W"
            return f"coordinates: {-lat if south else lat:.6f}, {-lon if west else lon:.6f}"
    return tight if tight != text else ""


def _decimal(found: re.Match[str], which: str) -> float:
    degrees, minutes, seconds = (float(found[f"{part}{which}"] or 0) for part in "dms")
    return degrees + minutes / 60 + seconds / 3600


def _judge(found: list[tuple[float, float, float | None, str]], text: str) -> Pointed:
    lat, lon, accuracy, words = found[0]
    if any(distance_km(lat, lon, other[0], other[1]) > SAME_KM for other in found[1:]):
        several = [Candidate(a, b, reach, "point", said) for a, b, reach, said in found]
        return Pointed(asked_back(MANY, several))
    rest = text.replace(words, " ") if words in text else ""
    decimals = max((len(one.partition(".")[2]) for one in _NUMBER.findall(words)), default=0)
    is_link = "/" in words or "geo:" in words
    point = Candidate(lat, lon, accuracy, "point", words)
    if not is_in_india(lat, lon):
        return _outside(point)
    if not is_link and not _NAMED.search(words) and _first(words) > 60 > lat:
        return Pointed(asked_back(SWAPPED, [point]))
    if not is_link and decimals == 0 and "°" not in words:
        return Pointed(asked_back(WHOLE, [point]))
    if not is_link and decimals == 1 and accuracy is None and not re.search("[°'’′]", words):
        point = Candidate(lat, lon, ROUGH_M, "point", words)
    return Pointed(None, point, rest)


def _first(words: str) -> float:
    number = _NUMBER.search(words)
    return abs(float(number[0])) if number else 0.0


def _outside(point: Candidate) -> Pointed:
    """A slip of the keys is likelier than a place abroad: if the two exchanged lie here, that is offered."""
    if is_in_india(point.lon, point.lat):
        swapped = Candidate(point.lon, point.lat, point.accuracy_m, "point", point.name_en)
        return Pointed(asked_back(SWAPPED, [swapped]))
    if is_in_india(abs(point.lat), abs(point.lon)):
        template = "South or west is far from here: is this the place?"
        here = Candidate(abs(point.lat), abs(point.lon), point.accuracy_m, "point", point.name_en)
        return Pointed(asked_back(template, [here]))
    return Pointed(Understood((point,), False, asked_back(NOT_HERE).doubt, is_outside=True))

"""Points on the earth: decimal degrees, degrees-minutes-seconds, labelled numbers and map links, with
their accuracy.

A pair without label, hemisphere or degree sign counts only with three decimals in both numbers, and not
within a list of such numbers. Where such a pair can only be longitude before latitude for a place in India
(80.94, 26.84, as GeoJSON writes it), it is read so. (0, 0) is nobody's place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from controlroom.clues.maplinks import point_of, radius_of
from controlroom.clues.page import Page


@dataclass(frozen=True, slots=True)
class Point:
    """A place as the mail gives it; `text` is the words it came from."""

    lat: float
    lon: float
    accuracy_m: float | None
    text: str


_QUOTE = "['’‘′`´ʹ]"
_DOUBLE = "(?:[\"”“″ʺ„]|''|’’|′′|‘‘|´´|``)"
_LAT = r"(?:latitude|lat|अक्षांश|अक्षांस)"
_LON = r"(?:longitude|long|lng|lon|देशांतर|देशान्तर|रेखांश)"
_SEP = r"[\"'*]{0,3}\s{0,3}(?:\([^()\n]{0,20}\)\s?)?(?:is\s|है\s)?[:=|~-]{0,2}\s{0,3}[\"'\[(]{0,2}"
_HEMI = r"(?:north|south|east|west|उत्तर|उत्तरी|दक्षिण|दक्षिणी|पूर्व|पूर्वी|पश्चिम|पश्चिमी|उ\.?|पू\.?|[NSEW])"
_DEGREE = r"(?:°|º|˚|∘|ᵒ|डिग्री|अंश|degrees?\b|deg\b\.?|d(?=\s?\d))"
_ANGLE = re.compile(
    rf"""(?:(?P<label>{_LAT}|{_LON})\.?{_SEP})?
    (?:(?P<hemi1>(?<![A-Za-z])(?:{_HEMI}))\.?\s?[:=]?\s?)?
    (?<![\d.])(?P<deg>[+-]?\d{{1,3}}(?:\.\d{{1,18}})?)(?![\d])
    (?:\s?(?P<sign>{_DEGREE})
      (?:\s?(?P<min>\d{{1,2}}(?:\.\d{{1,10}})?)\s?(?:{_QUOTE}(?!{_QUOTE})|minutes?\b|mins?\b\.?|मिनट|m(?=\s?\d))
        (?:\s?(?P<sec>\d{{1,2}}(?:\.\d{{1,10}})?)\s?(?:{_DOUBLE}|{_QUOTE}|seconds?\b|secs?\b\.?|सेकंड|सेकेंड|s\b)?)?
      )?
    )?
    (?(hemi1)|(?:\s{{0,2}}(?P<hemi2>(?:{_HEMI}))(?![A-Za-z0-9]))?)""",
    re.I | re.X,
)
_AXIS = re.compile(rf"{_LAT}|{_LON}", re.I)
_AXES = ("lat", "lon", "lng", "अक्षां", "देशां", "देशान्", "रेखांश")  # without these there is none
_ANGLE_STARTS = re.compile(rf"(?<![\d.])\d{{1,3}}(?:\s?{_DEGREE}|\.\d{{1,18}})", re.I)
_LEAD = re.compile(rf"(?:(?<![A-Za-z])(?:{_HEMI})\.?\s?[:=]?\s?[+-]?|[+-])\Z", re.I)
_BETWEEN = re.compile(
    r"[\"')\]}*°]{0,3}(?:\s|[,;|/&{\"'(\[~*-]|and\b|और|तथा|व\b|x\b|\.(?=\s)){0,12}(?=[^\s,;|/])", re.I
)
_PLAIN_BETWEEN = re.compile(r"(?:\s{0,2}[,;/|]\s{0,2}|[ \t]{1,3}|\n)")
_LABELLED = re.compile(
    r"(?:co-?ordinates?|location|gps|geo|lat\W{0,3}(?:long?|lng)|latitude\W{1,6}longitude|position"
    r"|point|लोकेशन|निर्देशांक|स्थान|स्थिति)"
    r"[^\d\n]{0,30}$", re.I,
)  # fmt: skip
_JOINT = re.compile(
    r"(?:lat|latitude|अक्षांश)[\s/,&-]{1,4}\Z|(?:long?|longitude)[\s/,&-]{1,4}\Z", re.I
)  # lat/long: 26.8, 80.9
_MONEY = re.compile(r"(?:₹|rs\.?|inr|\$|€|%)\s?\Z", re.I)
_LIST_BEFORE = re.compile(r"\d\.\d{3,18}\s{0,2}[,; ]\s{0,2}\Z")
_LIST_AFTER = re.compile(r"\s{0,2}[,; ]\s{0,2}[+-]?\d{1,9}\.\d{3}")

_UNIT = (
    r"(?P<unit{0}>km|kms|kilomet(?:er|re)s?|किमी|कि\.?मी\.?|किलोमीटर|"
    r"met(?:er|re)s?|mtrs?|mts?|m|मीटर|मी|feet|ft|miles?)(?![A-Za-z])"
)
_ACCURACY_WORD = (
    r"(?:accura(?:cy|te)(?:[_ ]?(?:radius|m|meters|to|within))?|"
    r"precision|uncertainty|radius|error|within|सटीकता|त्रिज्या|दायरा|परिशुद्धता|±|\+/-|\+-)"
)
_STATED = re.compile(
    rf"{_ACCURACY_WORD}[\"')*]{{0,3}}\s?(?:\([^()\n]{{0,15}}\)\s?)?(?:of\b|about|approx\.?"
    rf"|approximately|is\b|to\b|within|लगभग|करीब|[:=|~±+/-]|\s|\"){{0,8}}"
    rf"(?P<n1>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,6}})?)(?![\d.]*\d)\s?(?:{_UNIT.format(1)})?"
    rf"|(?P<n2>\d{{1,3}}(?:,\d{{3}})+|(?<![\d.])\d{{1,6}}(?:\.\d{{1,6}})?)\s?-?{_UNIT.format(2)}\s?(?:की|के|का|of)?\s?(?:accuracy|radius|precision|uncertainty|सटीकता|दायरे|त्रिज्या|घेरे)",
    re.I,
)  # fmt: skip
_WITHIN_BEFORE = re.compile(
    rf"(?:within|radius of|about)\s(?:about\s"
    rf"|approx\.?\s)?(?P<n1>\d{{1,6}}(?:\.\d{{1,6}})?)\s?{_UNIT.format(1)}\s(?:of|around"
    rf"|from)\s[^\d\n]{{0,20}}$",
    re.I,
)
_METRES = {"k": 1000.0, "क": 1000.0, "f": 0.3048}


def _metres(found: re.Match[str]) -> float | None:
    which = "1" if found["n1"] else "2"
    number = float((found["n1"] or found.groupdict().get("n2") or "0").replace(",", ""))
    unit = (found[f"unit{which}"] or "").lower()
    if (
        not unit
        and "±" not in found[0]
        and not re.match(r"(?i)accura|सटीकता|precision|radius|uncert|horizontal", found[0])
    ):
        return None
    factor = 1609.344 if unit.startswith("mi") else _METRES.get(unit[:1], 1.0)
    return round(number * factor, 3) if number > 0 else None


def _accuracy(text: str, start: int, end: int) -> float | None:
    """How exact the mail says the point is: beside it, or in one of the next two lines."""
    after = text[end : end + 140]
    after = "\n".join(after.split("\n")[:3])
    if found := _STATED.search(after):
        return _metres(found)
    if found := _WITHIN_BEFORE.search(text[max(0, start - 60) : start]):
        return _metres(found)
    line = text[max(0, start - 80) : start]
    stated = list(_STATED.finditer(line.rpartition("\n\n")[2]))
    return _metres(stated[-1]) if stated else None


def _kind(angle: re.Match[str]) -> str:
    """Which axis the words say: lat, lon, or nothing."""
    joint = angle["label"] and _JOINT.search(angle.string, max(0, angle.start() - 16), angle.start())
    if angle["label"] and not joint:
        return "lat" if re.match(_LAT, angle["label"], re.I) else "lon"
    hemi = (angle["hemi1"] or angle["hemi2"] or "").lower()
    if not hemi:
        return ""
    return "lat" if hemi[0] in "nsउद" else "lon"


def _degrees(angle: re.Match[str]) -> float | None:
    value = abs(float(angle["deg"]))
    minutes, seconds = float(angle["min"] or 0), float(angle["sec"] or 0)
    if minutes >= 60 or seconds >= 60 or (angle["min"] and "." in angle["deg"]):
        return None
    value += minutes / 60 + seconds / 3600
    hemi = (angle["hemi1"] or angle["hemi2"] or "").lower()
    south = hemi[:1] in ("s", "w", "द") or hemi.startswith("पश्च")
    return -value if south or angle["deg"].startswith("-") else value


def _exact(angle: re.Match[str]) -> bool:
    return len(angle["deg"].partition(".")[2]) >= 3


def _is_coarse(angle: re.Match[str]) -> bool:
    """Whole degrees with a letter and nothing else, 8N: a hundred kilometres wide, and in any code."""
    is_signed = angle["sign"] and (angle["min"] or angle["sign"].lower() != "d")
    return not (angle["label"] or is_signed or "." in angle["deg"])


def _together(text: str, first: re.Match[str], second: re.Match[str]) -> tuple[float, float] | None:
    """Latitude and longitude of two angles that stand side by side, if they are a pair."""
    one, two = _degrees(first), _degrees(second)
    if one is None or two is None:
        return None
    if _is_coarse(first) and _is_coarse(second):
        return None
    kinds = (_kind(first), _kind(second))
    if kinds == ("lon", "lat"):
        one, two = two, one
    elif kinds != ("lat", "lon"):
        if kinds[0] == kinds[1] != "" or (kinds != ("", "") and not (first["sign"] and second["sign"])):
            return None
        if kinds in (("", "lat"), ("lon", "")):
            one, two = two, one
        signed = first["sign"] and second["sign"]
        if kinds == ("", "") and not signed and not _bare_pair(text, first, second):
            return None
        if kinds == ("", "") and 68 <= one <= 98 and 6 <= two <= 38:
            one, two = two, one
    if abs(one) > 90 or abs(two) > 180 or (one == 0 and two == 0):
        return None
    return round(one, 7), round(two, 7)


def _bare_pair(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two plain numbers can be a point: named as one, or exact enough and no list."""
    before, after = text[max(0, first.start() - 60) : first.start()], text[second.end() : second.end() + 24]
    between = text[first.end() : second.start()]
    if not _PLAIN_BETWEEN.fullmatch(between) or _MONEY.search(before) or re.match(r"\s?%|[A-Za-z_]", after):
        return False
    if "." not in first["deg"] or "." not in second["deg"]:
        return False
    if _LABELLED.search(before):
        return True
    listed = _LIST_BEFORE.search(before) or _LIST_AFTER.match(after)
    if (
        listed and "," in between
    ):  # pairs with a comma inside and another sign between them are a list of points
        listed = re.search(r"\d\s{0,2},\s{0,2}\Z", before) or re.match(
            r"\s{0,2},\s{0,2}[+-]?\d{1,9}\.\d{3}", after
        )
    return _exact(first) and _exact(second) and not listed and not re.search(r"[A-Za-z0-9_.]\Z", before)


def _anchors(page: Page) -> list[int]:
    """Where an angle may begin: at the name of its axis, or at its number."""
    named = page.numeric(_AXIS) if any(word in page.lower for word in _AXES) else ()
    return sorted(seen.start() for seen in (*named, *page.with_digit(_ANGLE_STARTS)))


def _pairs(page: Page) -> Iterator[tuple[int, int, float, float]]:
    text, at = page.open, 0
    for start in _anchors(page):
        if start < at:
            continue
        lead = _LEAD.search(text, max(0, start - 12), start)  # a sign or hemisphere before the number
        first = (_ANGLE.match(text, lead.start()) if lead else None) or _ANGLE.match(text, start)
        if not first:
            continue
        glue = _BETWEEN.match(text, first.end())
        second = _ANGLE.match(text, glue.end()) if glue else None
        place = _together(text, first, second) if second else None
        at = first.end()
        if second and place:
            at = second.end()
            yield first.start(), at, *place


def find_points(page: Page) -> tuple[Point, ...]:
    """Every point, in order and once; one that stands twice keeps the accuracy that is stated with either."""
    found: list[tuple[int, Point]] = []
    spans: list[tuple[int, int]] = []
    for start, end, lat, lon in _pairs(page):
        words = " ".join(page.open[start:end].split())
        found.append((start, Point(lat, lon, _accuracy(page.open, start, end), words)))
        spans.append((start, end))
    for link in page.links:
        if place := point_of(link):
            in_text = link.end > link.start
            accuracy = radius_of(link)
            if accuracy is None and in_text:
                accuracy = _accuracy(page.open, link.start, link.end)
            words = page.text[link.start : link.end] if in_text else f"{link.scheme}://{link.host}"
            found.append((link.start, Point(*place, accuracy, words)))
    page.hide(spans)
    points: dict[tuple[float, float], Point] = {}
    for _, point in sorted(found, key=lambda pair: pair[0]):
        key = (round(point.lat, 6), round(point.lon, 6))
        if key not in points or (points[key].accuracy_m is None and point.accuracy_m is not None):
            points[key] = point
    return tuple(points.values())

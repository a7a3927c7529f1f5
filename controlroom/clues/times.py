"""Times with their zone, as aware UTC.

A date with a time counts only where a zone stands with it (Z, UTC, IST, PDT, +0530, GMT+5:30, भारतीय समय
...), for a time without one may be Lucknow's or California's, thirteen hours apart, and an invented instant
is worse than none. A time without a date is left out for the same reason. Days come first in 24/11/2026,
unless only the other order is a date. A day without a year takes the year that lies nearest before the mail
was received.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from controlroom.clues.page import Page


@dataclass(frozen=True, slots=True)
class TimeSeen:
    """An instant and where it stands in the text."""

    start: int
    end: int
    at: datetime


_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january जनवरी जन", "feb february फरवरी फर", "mar march मार्च", "apr april अप्रैल", "may मई",
         "jun june जून",
         "jul july जुलाई", "aug august अगस्त", "sep sept september सितंबर सितम्बर सित", "oct october अक्टूबर अक्तूबर",
         "nov november नवंबर नवम्बर नव", "dec december दिसंबर दिसम्बर"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\d.:/-])(?:
      (?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)
    | (?P<yc>20\d\d)(?P<mc>[01]\d)(?P<dc>[0-3]\d)(?=T\d{{4}})
    | (?P<a>\d\d?)(?P<s2>[-/.])(?P<b>\d\d?)(?P=s2)(?P<y2>20\d\d|\d\d(?!\d))
    | (?P<d3>\d\d?)(?:st|nd|rd|th)?(?:[ ]?[-./,]?[ ]?|[ ]of[ ])(?P<m3>{_MONTH})\b\.?
        (?:[ ]?[-.,/']?[ ]?(?P<y3>(?:19|20)\d\d|\d\d(?![\d:])(?=[ ,T\n]|$)))?
    | (?P<m4>(?<![^\W\d_])(?:{_MONTH}))\b\.?[ -]?(?P<d4>\d\d?)(?:st|nd|rd|th)?(?![\d:])
        (?:[ ]?,?[ -]?(?P<y4>(?:19|20)\d\d))?
    )(?![\d])""",
    re.I | re.X,
)
_MONTH_ENDS = frozenset(sign for name in _MONTHS for sign in (name[-1], name[-1].upper()))
_MONTH_BEFORE = re.compile(rf"(?:{_MONTH})\.?[ -]?\Z", re.I)
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "ist": 330, "pst": -480, "pdt": -420, "mst": -420, "mdt": -360,
    "cst": -360,
    "cdt": -300, "est": -300, "edt": -240, "bst": 60, "cet": 60, "cest": 120, "npt": 345, "pkt": 300,
    "sgt": 480,
    "gst": 240, "jst": 540,
}  # fmt: skip
_INDIAN = r"भारतीय(?:[ ]मानक)?[ ]समय(?:ानुसार)?|indian?[ ](?:standard[ ])?time|i\.s\.t\.?"
_ZONE = (
    r"(?:(?:hrs?|hours|बजे)\.?[ ]*)?[(\[]?[ ]?(?:"
    r"(?P<off>(?:utc|gmt)?[ ]?[+-][ ]?\d\d?(?::?[0-5]\d)?(?![\d]))"
    rf"|(?P<india>{_INDIAN})|(?P<long>coordinated[ ]universal[ ]time|greenwich[ ]mean[ ]time"
    rf"|pacific[ ](?:standard|daylight)[ ]time)"
    rf"|(?P<zone>{'|'.join(sorted(_ZONES, key=len, reverse=True))})(?![A-Za-z0-9_/])"
    r"(?:[ ]?(?P<off2>[+-]\d\d?(?::?[0-5]\d)?)(?!\d))?"
    r")[ ]?[)\]]?"
)
_PART = (
    r"(?:(?P<part>रात|सुबह|शाम|दोपहर|तडके|भोर|सायं|प्रातः?|अपराह्न|पूर्वाह्न|दिन)"
    r"(?:[ ](?:के|में|को|करीब|लगभग))*[ ]+)?"
)
_CLOCK = (
    rf"{_PART}(?:(?P<h>\d\d?)[:](?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,](?P<f>\d{{1,9}}))?)?(?![:\d])"
    r"|(?P<hc>[0-2]\d)(?P<mic>[0-5]\d)(?P<sc>[0-5]\d)?(?=[ ]?(?:hrs?|hours|z\b))"
    r"|(?P<hd>\d\d?)\.(?P<mid>[0-5]\d)(?=[ ]?(?:hrs?|hours|बजे|[ap]\.?m))"
    r"|(?P<ho>\d\d?)(?=[ ]?(?:बजे|[ap]\.?m\b)))"
    r"(?:[ ]?(?P<ap>[ap])\.?[ ]?m\b\.?)?"
)
_GLUE = (
    r"(?:[ ]*(?:T(?=\d)|[,;|/@.(\t-]|\bat\b|\bon\b|\baround\b|\babout\b|\bapprox\b|को|के|का|की|पर"
    r"|समय|समयः|लगभग|करीब|दिन|"
    r"time|वक्त|बजे|hrs?|hours|\bko\b|\bke\b|\bki\b|\braat\b|\bsubah\b|\bsha+m\b|\bkarib\b|\bbaje\b"
    r"|\bsamay\b|[:=]|\"|'|\n(?=[\"' |]*(?:time|समय|at)\b)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b))*[ ]*"
)
_AFTER = re.compile(
    rf"{_GLUE}{_CLOCK}(?:[ ]*[|,;]?[ ]*{_ZONE}|[ ]*(?P<tail_year>20\d\d)(?![\d:]))?", re.I | re.X
)
_MID_ZONE = re.compile(rf"{_GLUE}{_CLOCK}[ ]*{_ZONE}[ ]*(?P<tail_year>20\d\d)(?![\d:])", re.I | re.X)
_BEFORE = re.compile(
    rf"(?<![\d:.])(?:(?P<z0>{_INDIAN})[ ,]*)?{_CLOCK}(?:[ ]*{_ZONE})?(?:[ ]|[,;|(-]|\bon\b|\bof\b"
    rf"|\bthe\b|hrs?|hours|बजे|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b|dated?\b|दिनांक|तारीख|को|\"|')*$",
    re.I | re.X,
)
_LATE_ZONE = re.compile(rf"[ ,;|\t]*{_ZONE}", re.I | re.X)
_LABEL_ZONE = re.compile(
    rf"[(\[][ ]?(?:in[ ])?(?P<zone>utc|gmt|ist|pdt|pst)(?P<off2>[ ]?[+-]\d\d?(?::?\d\d)?)?[ ]?[)\]]"
    rf"|(?P<india>{_INDIAN})",
    re.I | re.X,
)
_HEADING_ZONE = re.compile(  # a table whose heading names the zone of its column: | IP | Time (UTC) |
    r"^[^\n\d]{0,80}\b(?:time|timestamp|date|समय|दिनांक)[^\n\d(]{0,20}"
    r"\([ ]?(?:in[ ])?(?P<zone>utc|gmt|ist)[ ]?\)[^\n\d]{0,80}$",
    re.I | re.M,
)
_EPOCH = re.compile(
    r"(?<![A-Za-z])(?:epoch|unix(?:[ _]?time)?|time_?stamp|(?:creation|created|create|posted|post"
    r"|publish|published|updated|event|taken|"
    r"login|reported|report)_?(?:time|at|ts)|ts|time|unix[ _]timestamp)(?:[ _](?:time|seconds|ms|utc"
    r"|stamp))?[\"']?\s?(?:\([^()\n]{0,20}\)\s?)?[:=|\s]\s?[\"']?"
    r"(?P<n>1\d{9}(?:\d{3})?)(?:\.\d{1,9})?(?![\d.-])",
    re.I,
)

_TEN_DIGITS = re.compile(r"1\d{9}")  # without these there is none


def _offset(found: re.Match[str]) -> int | None:
    """Minutes east of Greenwich, or None where no zone stands."""
    groups = found.groupdict()
    if groups.get("india") or groups.get("z0"):
        return 330
    if groups.get("long"):
        name = groups["long"].lower()
        return -480 if "standard" in name else -420 if "daylight" in name else 0
    shown = groups.get("off") or groups.get("off2") or ""
    sign = re.search(r"([+-])\s?(\d\d?):?([0-5]\d)?", shown)
    if sign and (groups.get("off") or (groups.get("zone") or "").lower() in ("utc", "gmt", "ut")):
        minutes = int(sign[2]) * 60 + int(sign[3] or 0)
        return (minutes if sign[1] == "+" else -minutes) if minutes <= 14 * 60 else None
    zone = groups.get("zone")
    return _ZONES[zone.lower()] if zone else None


def _clock(found: re.Match[str]) -> timedelta | None:
    """The time of day."""
    groups = found.groupdict()
    hour = int(groups["h"] or groups["hc"] or groups["hd"] or groups["ho"])
    minute = int(groups["mi"] or groups["mic"] or groups["mid"] or 0)
    second = int(groups["s"] or groups["sc"] or 0)
    half = (groups["ap"] or "").lower()
    part = groups["part"] or ""
    if not half and part and hour <= 12:
        if (
            part in ("शाम", "सायं", "अपराह्न")
            or (part == "दोपहर" and hour < 11)
            or (part == "रात" and 6 <= hour < 12)
        ):
            half = "p"
        elif part != "दोपहर" or hour == 11:
            half = "a" if not (part == "दिन" and (hour == 12 or hour < 6)) else "p"
        else:
            half = "p"
    if half:
        if hour > 12:
            half = ""
        else:
            hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return None
    micro = int((groups["f"] or "0").ljust(6, "0")[:6])
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)


def _day(found: re.Match[str], year: int | None, received: datetime | None) -> datetime | None:
    """The day that a date names."""
    part = found.groupdict()
    for y, m, d in (("y1", "m1", "d1"), ("yc", "mc", "dc")):
        if part[y]:
            return _real(int(part[y]), int(part[m]), int(part[d]))
    if part["a"]:
        century = int(part["y2"]) + (2000 if len(part["y2"]) == 2 else 0)
        first, second = int(part["a"]), int(part["b"])
        return _real(century, second, first) or _real(century, first, second)
    month = _MONTHS[(part["m3"] or part["m4"]).lower()]
    day = int(part["d3"] or part["d4"])
    shown = part["y3"] or part["y4"]
    if shown:
        return _real(int(shown) + (2000 if len(shown) == 2 else 0), month, day)
    if year is not None:
        return _real(year, month, day)
    if received is None:
        return None
    this = _real(received.year, month, day)
    late = this is None or this > received.replace(tzinfo=None) + timedelta(days=2)
    return _real(received.year - 1, month, day) if late else this


def _real(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _instant(day: datetime | None, clock: timedelta | None, minutes: int | None) -> datetime | None:
    if day is None or clock is None or minutes is None:
        return None
    try:
        return (day + clock).replace(tzinfo=timezone(timedelta(minutes=minutes))).astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def _label_offset(text: str, start: int) -> int | None:
    """The zone that a label names: `Time (UTC): 2026-11-24 02:11`."""
    line = text[max(0, start - 60) : start].rpartition("\n")[2]
    named = list(_LABEL_ZONE.finditer(line))
    if named:
        return _offset(named[-1])
    above = list(_HEADING_ZONE.finditer(text, max(0, start - 1_500), start))
    return _offset(above[-1]) if above else None


def _one(
    text: str, date: re.Match[str], floor: int, received: datetime | None
) -> tuple[int, int, datetime | None] | None:
    """A date with the clock after or before it: start, end and the instant, if a zone stands there."""
    end = min(len(text), date.end() + 80)
    after = _MID_ZONE.match(text, date.end(), end) or _AFTER.match(text, date.end(), end)
    if after:
        year = after["tail_year"]
        zone = _offset(after)
        stop = after.end()
        if zone is None and (late := _LATE_ZONE.match(text, stop, min(len(text), stop + 40))):
            zone, stop = _offset(late), late.end()
        if zone is None:
            zone = _label_offset(text, date.start())
        return (
            date.start(),
            stop,
            _instant(_day(date, int(year) if year else None, received), _clock(after), zone),
        )
    start = max(floor, date.start() - 60)
    before = _BEFORE.search(text, start, date.start())
    if before:
        zone, stop = _offset(before), date.end()
        if zone is None and (late := _LATE_ZONE.match(text, stop, min(len(text), stop + 40))):
            zone, stop = _offset(late), late.end()
        return before.start(), stop, _instant(_day(date, None, received), _clock(before), zone)
    return None


def _date_places(page: Page) -> Iterator[int]:
    """Where a date may begin: at digits, or at the name of a month before them."""
    text = page.open
    for digit, _ in page.digits():
        if text[max(0, digit - 3) : digit].rstrip(" -.")[-1:] in _MONTH_ENDS:
            month = _MONTH_BEFORE.search(text, max(0, digit - 14), digit)
            if month:
                yield month.start()
        yield digit


def _dated(page: Page, received: datetime | None) -> Iterator[tuple[int, int, datetime | None]]:
    text, floor = page.open, 0
    for date in page.at(_DATE, _date_places(page)):
        if date.start() < floor:
            continue
        found = _one(text, date, floor, received)
        if (
            found is None
            and (date["y1"] or date["y2"] or date["y3"] or date["y4"])
            and _day(date, None, None)
        ):
            found = (date.start(), date.end(), None)
        if found:
            floor = found[1]
            yield found


def find_times(page: Page, received_at: datetime | None = None) -> tuple[TimeSeen, ...]:
    """Every instant, in order; dates and clocks are hidden afterwards, also those without a zone."""
    found: list[TimeSeen] = []
    spans: list[tuple[int, int]] = []
    for start, end, at in _dated(page, received_at):
        spans.append((start, end))
        if at is not None:
            found.append(TimeSeen(start, end, at))
    for seen in page.numeric(_EPOCH) if _TEN_DIGITS.search(page.open) else ():
        number = int(seen["n"])
        at = datetime.fromtimestamp(number / 1000 if number > 10**11 else number, UTC)
        found.append(TimeSeen(seen.start("n"), seen.end(), at))
        spans.append((seen.start("n"), seen.end()))
    page.hide(spans)
    return tuple(sorted(found, key=lambda seen: seen.start))

"""Times as people at the desk read and type them: Indian Standard Time. Pure."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from controlroom.errors import BadInput
from controlroom.speech import translate

IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")
_CLOCK = re.compile(r"(\d{1,2})[:.\s]?(\d{2})(?:[:.](\d{2}))?\s*(am|pm)?", re.I)
_DATED = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4})?)?[,\s]+(\d.*)")
_AGO = re.compile(r"-?\s*(\d{1,3})\s*(?:m|min|मिनट|मि)\.?(?:\s*ago)?", re.I)
_SLACK = timedelta(minutes=1)  # two clocks on one desk never agree to the second


def clock_text(moment: datetime, now: datetime, *, seconds: bool = False) -> str:
    """ "02:14" today, "23 Nov 23:50" on another day; always IST."""
    local, today = moment.astimezone(IST), now.astimezone(IST)
    clock = local.strftime("%H:%M:%S" if seconds else "%H:%M")
    if local.date() == today.date():
        return clock
    day = local.strftime("%d.%m." if local.year == today.year else "%d.%m.%Y")
    return f"{day} {clock}"


def full_text(moment: datetime) -> str:
    """Date, time and zone, for a tip."""
    return moment.astimezone(IST).strftime("%d.%m.%Y %H:%M:%S IST")


def age_text(age: timedelta) -> str:
    """ "04:12" under an hour, "1:04:12" under a day, then "2 d 03 h"; never negative."""
    total = max(0, int(age.total_seconds()))
    if total >= 86_400:
        days, rest = divmod(total, 86_400)
        text = translate("ist", "%1 d %2 h")
        return text.replace("%1", str(days)).replace("%2", f"{rest // 3600:02d}")
    minutes, seconds = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"


def parse_when(typed: str, now: datetime) -> datetime:
    """The moment somebody typed, aware UTC; nothing typed is now.

    Understood: 02:14, 214, 2.14 pm, 5m (ago), 23.11. 23:50. A clock time that is still to come was yesterday.
    Raises BadInput for what cannot be read or is still to come.
    """
    text = plain_digits(typed).strip().removesuffix("IST").strip()
    if not text:
        return now
    if ago := _AGO.fullmatch(text):
        return now - timedelta(minutes=int(ago[1]))
    dated = _DATED.fullmatch(text)
    moment = _dated(dated, now) if dated else _clock_only(text, now)
    if moment > now + _SLACK:
        raise BadInput("That time is still to come. Type the time as it was, for example 02:14.")
    return moment.astimezone(UTC)


def plain_digits(text: str) -> str:
    """Devanagari and other digits as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _clock_only(text: str, now: datetime) -> datetime:
    local = now.astimezone(IST)
    moment = _at(local, text)
    return moment - timedelta(days=1) if moment > now + _SLACK else moment


def _dated(parts: re.Match[str], now: datetime) -> datetime:
    local = now.astimezone(IST)
    try:
        day = local.replace(year=int(parts[3] or local.year), month=int(parts[2]), day=int(parts[1]))
        moment = _at(day, parts[4])
        if not parts[3] and moment > now + _SLACK:  # typed in January about December
            moment = moment.replace(year=moment.year - 1)
    except ValueError:
        raise _unread() from None
    return moment


def _at(day: datetime, text: str) -> datetime:
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise _unread()
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise _unread()
    return day.replace(hour=hour, minute=minute, second=second, microsecond=0)


def _unread() -> BadInput:
    return BadInput("That is no time. Type it like 02:14, 5m (minutes ago) or 23.11. 23:50, in IST.")

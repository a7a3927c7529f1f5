"""Texts that programs show in a shape of their own: tables of values, invitations, address cards. Pure."""

import re
from typing import Final

CARD_TYPES: Final = ("text/calendar", "text/vcard", "text/x-vcard", "text/directory")
_CELL: Final = re.compile(r'"[^"]*"|,(?=\S)')
_FOLD: Final = re.compile(r"\r?\n[ \t]")
_UNSEEN: Final = re.compile(
    r"(?im)^(?:UID|PRODID|RECURRENCE-ID|VERSION|CALSCALE|METHOD|SEQUENCE|DTSTAMP|REV|BEGIN|END|TZID|PHOTO|LOGO|KEY|SOUND"
    r"|X-(?!SOCIALPROFILE)[A-Z0-9-]{1,60})[;:].*\n?"
)
_PLACE: Final = re.compile(r"(?im)^GEO:(-?\d{1,3}\.\d+);(-?\d{1,3}\.\d+)")


def cells_apart(text: str) -> str:
    """The cells of a row with a blank between them, so that no number goes on into the next."""
    return _CELL.sub(lambda cell: cell[0] if cell[0][0] == '"' else ", ", text)


def card_lines(text: str) -> str:
    """The lines of an invitation or an address card put together, without those that nobody is shown."""
    whole = _FOLD.sub("", text)
    return _PLACE.sub(r"GEO: \1, \2", _UNSEEN.sub("", whole)).replace("\\n", "\n").replace("\\,", ",")

"""What is hidden of a person until somebody reveals it, in the window and on the command line. Pure."""

import re
import unicodedata
from typing import Final

from controlroom.casework.cards import mask as mask_handle

DOTS: Final = "***"
_LAST_PART = re.compile(r"[^/?=&#]+(?=/?$)")


def masked(field: str, value: str) -> str:
    """A value of this field as it may stand on the screen before a reveal."""
    if field == "names":
        return mask_name(value)
    if field == "usernames":
        return mask_handle(value)
    if field in ("account_urls", "accounts"):
        return mask_url(value)
    if field == "phones":
        return mask_phone(value)
    if field == "emails":
        return mask_email(value)
    return value


def mask_name(name: str) -> str:
    """The first sign of each word: R*** S***."""
    words = (word.lstrip("([{<\"'“‘") for word in name.split())
    return " ".join(_first_sign(word) + DOTS for word in words if word)


def first_of(name: str) -> str:
    """The first name in full and a sign for each other word: Ravindra K***."""
    first, *rest = name.split() or [""]
    return " ".join([first, *(_first_sign(word) + DOTS for word in rest)])


def mask_phone(phone: str) -> str:
    """98390 12*** for an Indian number; any other keeps all but its last three digits."""
    if re.fullmatch(r"\+91\d{10}", phone):
        return f"{phone[3:8]} {phone[8:10]}{DOTS}"
    return phone[:-3] + DOTS if len(phone) > 5 else DOTS


def show_phone(phone: str) -> str:
    """98390 12345 for an Indian number, any other as it is."""
    return f"{phone[3:8]} {phone[8:]}" if re.fullmatch(r"\+91\d{10}", phone) else phone


def mask_email(address: str) -> str:
    """The first sign and the host: r***@example.com."""
    name, at, host = address.partition("@")
    return f"{_first_sign(name)}{DOTS}{at}{host}"


def mask_url(url: str) -> str:
    """The host in full, the account like a handle."""
    rest = url.partition("://")[2] or url
    host, slash, path = rest.partition("/")
    return host + slash + _LAST_PART.sub(lambda found: mask_handle(found[0]), path)


def _first_sign(word: str) -> str:
    """The first letter with the marks that belong to it: Devanagari keeps its matras."""
    end = 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return word[:end]

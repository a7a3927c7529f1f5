"""What is hidden of a person until somebody reveals it. Pure; nothing here knows Qt."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from controlroom.casework.cards import mask as mask_handle
from controlroom.domain.case import Facts

DOTS: Final = "***"
MASKED_FIELDS: Final = ("names", "usernames", "account_urls", "phones", "emails")
TEXT: Final = "text"  # the field name of the alert's own words
_LAST_PART = re.compile(r"[^/?=&#]+(?=/?$)")


def masked(field: str, value: str) -> str:
    """A value of this field as it may stand on the screen before a reveal."""
    if field == "names":
        return mask_name(value)
    if field == "usernames":
        return mask_handle(value)
    if field == "account_urls":
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


def host_of(url: str) -> str:
    """The host of a link in full, "" where there is none."""
    rest = url.partition("://")[2] or url
    return re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]


def hide_known(text: str, facts: Facts, shown: Iterable[str] = ()) -> str:
    """The text with every name, handle, phone and address of the case masked, but the fields in `shown`."""
    open_fields = set(shown)
    for field in MASKED_FIELDS:
        if field in open_fields:
            continue
        for value in sorted(getattr(facts, field), key=len, reverse=True):
            text = _replaced(text, field, value)
    return text


def _replaced(text: str, field: str, value: str) -> str:
    forms = {value}
    if field == "phones":
        digits = value.removeprefix("+91")
        forms |= {digits, f"{digits[:5]} {digits[5:]}", f"{digits[:5]}-{digits[5:]}"}
    if field == "account_urls":
        forms.add(value.partition("://")[2])
    for form in sorted(filter(None, forms), key=len, reverse=True):
        if len(form) > 2:
            pattern = rf"(?<!\w){re.escape(form)}(?!\w)"
            text = re.sub(pattern, lambda _: masked(field, value), text, flags=re.I)
    return text


def _first_sign(word: str) -> str:
    """The first letter with the marks that belong to it: Devanagari keeps its matras."""
    end = 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return word[:end]

"""What is hidden of a person until somebody reveals it. Pure; nothing here knows Qt."""

import re
from collections.abc import Iterable
from typing import Final

from controlroom.casework.care.masking import (
    DOTS,
    mask_email,
    mask_name,
    mask_phone,
    mask_url,
    masked,
    show_phone,
)
from controlroom.domain.case import Facts

__all__ = [
    "DOTS",
    "MASKED_FIELDS",
    "TEXT",
    "hide_known",
    "host_of",
    "mask_email",
    "mask_name",
    "mask_phone",
    "mask_url",
    "masked",
    "show_phone",
]
MASKED_FIELDS: Final = ("names", "usernames", "account_urls", "phones", "emails")
TEXT: Final = "text"  # the field name of the alert's own words


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

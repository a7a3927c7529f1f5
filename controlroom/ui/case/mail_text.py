"""The original of an alert as plain text: what it says, its links by host, its attachments. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from controlroom.domain.events import Event
from controlroom.ui.case.masks import host_of
from controlroom.ui.case.sight import safe_text

HEAD_BYTES: Final = 16_384  # of the raw mail, shown on request
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'\\^`{|}]+", re.I)
_MOST_HOSTS = 40


def link_hosts(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Every host that a link in these texts leads to, in full, and how often; one that only looks like
    another is shown as the network spells it."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(filter(None, (_spelled(host_of(found)) for found in _LINK.findall(text))))
    return counted.most_common(_MOST_HOSTS)


def _spelled(host: str) -> str:
    host = host.lower().rstrip(".,;:)]")
    if host.isascii():
        return host
    try:
        return f"{safe_text(host)} ({host.encode('idna').decode()})"
    except UnicodeError:
        return safe_text(host)


def attachments_of(events: Iterable[Event]) -> list[tuple[str, str, int]]:
    """(name, media type, size in bytes) of what the mails brought besides their text."""
    found = []
    for event in events:
        if event.kind != "alert_received":
            continue
        parts = event.body.get("attachments")
        for part in parts if isinstance(parts, list) else ():
            if isinstance(part, Mapping):
                found.append(_attachment(part))
    return found


def _attachment(part: Mapping[str, Any]) -> tuple[str, str, int]:
    size = part.get("size")
    name, media_type = safe_text(str(part.get("name") or "")), safe_text(str(part.get("type") or ""))
    return name, media_type, size if isinstance(size, int) else 0


def size_text(size: int) -> str:
    """ "812 B", "14 KB", "2.3 MB"."""
    if size < 1000:
        return f"{size} B"
    return f"{round(size / 1000)} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def raw_head(raw: bytes | None) -> str:
    """The first part of the bytes of a mail as text."""
    text = (raw or b"")[:HEAD_BYTES].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return safe_text(text)

"""Pictures that a mail brought: which there are, and the pixels that the limited child made of one. Pure."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from controlroom.domain.events import Event


class Pixels(NamedTuple):
    """Rows of red, green and blue, eight bits each, without a gap."""

    width: int
    height: int
    data: bytes


ReadPicture = Callable[[bytes, int, bool], Pixels]  # (the mail, which picture, blurred); slow


class Picture(NamedTuple):
    """One attached picture: the SHA-256 of its mail, and its place among the pictures there."""

    mail: str
    which: int
    name: str
    size: int  # bytes


def pictures_of(events: Iterable[Event]) -> list[Picture]:
    """All pictures of a case, mail by mail, in the order in which the child counts them."""
    found = []
    for event in events:
        mail = str(event.body.get("mail") or "") if event.kind == "alert_received" else ""
        parts = event.body.get("attachments") if mail else None
        images = [part for part in parts if _is_image(part)] if isinstance(parts, list) else []
        for which, part in enumerate(images):
            size = part.get("size")
            found.append(
                Picture(mail, which, str(part.get("name") or ""), size if isinstance(size, int) else 0)
            )
    return found


def _is_image(part: object) -> bool:
    return isinstance(part, Mapping) and str(part.get("type") or "").startswith("image/")

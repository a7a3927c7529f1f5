"""What the reading child is asked, and the clues it finds in what it has read."""

from datetime import datetime
from typing import Final

import msgspec

from controlroom.clues.read import read_clues
from controlroom.intake.parsing.parse import Parsed

WARM_UP: Final = "Phone: 98390 12345 https://facebook.com/somebody 26.85, 80.95"


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """A mail, and when it came: the server's word, and ours. Aware UTC."""

    raw: bytes
    came: datetime | None = None
    kept: datetime | None = None


def seen_text(parsed: Parsed) -> str:
    """What a reader sees of a mail, from the top."""
    return f"{parsed.subject}\n\n{parsed.text}" if parsed.subject else parsed.text


def with_clues(parsed: Parsed, asked: Asked) -> Parsed:
    """The same with its clues; without them where finding them failed: then it is tried again, and told."""
    sent = datetime.fromisoformat(parsed.sent_at) if parsed.sent_at else None
    received = asked.came or sent or asked.kept
    try:
        clues = read_clues(seen_text(parsed), parsed.links, received_at=received)
    except Exception:  # noqa: BLE001  the child must answer; the parent has a log
        return parsed
    return msgspec.structs.replace(parsed, clues=clues)

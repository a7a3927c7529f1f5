"""The words about the shift and the people who work it, read anew at each call."""

from collections.abc import Iterator
from datetime import datetime

from controlroom.domain.shift.exposure import Exposure
from controlroom.speech import translate
from controlroom.ui.case import ist


def since(one: Exposure, now: datetime) -> str:
    """From when on it is counted."""
    return translate("shift", "since %1 IST").replace("%1", ist.clock_text(one.since, now))


def seen(one: Exposure) -> Iterator[tuple[str, str]]:
    """(icon, sentence) of what somebody saw and held. Noughts are told too: nobody has to wonder."""
    texts = (
        ("eye", translate("shift", "Alerts whose words were read: %1"), one.words),
        ("image", translate("shift", "Pictures seen clear: %1"), one.pictures),
        ("warning-octagon", translate("shift", "Attempts in progress held: %1"), one.attempts),
    )
    for icon, text, count in texts:
        yield icon, text.replace("%1", str(count))
    if one.deaths:
        text = translate("shift", "Cases in which somebody died: %1")
        yield "flower-lotus", text.replace("%1", str(one.deaths))

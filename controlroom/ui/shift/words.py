"""The words about the shift and the people who work it, read anew at each call."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from controlroom.domain.exposure import Exposure
from controlroom.ui.case import ist

translate = QCoreApplication.translate
REASONS: Final[Mapping[str, object]] = {
    "asked": QT_TRANSLATE_NOOP("shift", "asks to be relieved"),
    "death": QT_TRANSLATE_NOOP("shift", "somebody died"),
    "attempts": QT_TRANSLATE_NOOP("shift", "several attempts in progress"),
    "pictures": QT_TRANSLATE_NOOP("shift", "many pictures"),
    "words": QT_TRANSLATE_NOOP("shift", "many alerts read"),
    "long": QT_TRANSLATE_NOOP("shift", "a long shift"),
}
WISHES: Final[Mapping[str, object]] = {
    "": QT_TRANSLATE_NOOP("shift", "Nothing in particular"),
    "talk": QT_TRANSLATE_NOOP("shift", "To talk about it"),
    "break": QT_TRANSLATE_NOOP("shift", "A break, or another task for a while"),
    "counsellor": QT_TRANSLATE_NOOP("shift", "A counsellor for myself"),
}
PICTURES: Final[Mapping[str, object]] = {
    "blurred": QT_TRANSLATE_NOOP("shift", "Blurred until I reveal them"),
    "grey": QT_TRANSLATE_NOOP("shift", "Blurred more, and grey when revealed too"),
}
TEXTS: Final[Mapping[str, object]] = {
    "together": QT_TRANSLATE_NOOP("shift", "Shown with names and numbers"),
    "apart": QT_TRANSLATE_NOOP("shift", "Covered until I ask for them alone"),
}


def say(table: Mapping[str, object], key: str) -> str:
    """A word of a table above; what it does not have stays as it is."""
    return translate("shift", str(table[key])) if key in table else key


def because(reasons: Iterable[str]) -> str:
    """Why a break may help, on one line."""
    return ", ".join(say(REASONS, reason) for reason in reasons)


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

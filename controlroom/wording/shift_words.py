"""The words of the shift that the window and the command line share, read anew at each call."""

from collections.abc import Iterable, Mapping
from typing import Final

from controlroom.domain.shift.incidents import IncidentNote
from controlroom.speech import QT_TRANSLATE_NOOP, translate

REASONS: Final[Mapping[str, str]] = {
    "asked": QT_TRANSLATE_NOOP("shift", "asks to be relieved"),
    "death": QT_TRANSLATE_NOOP("shift", "somebody died"),
    "attempts": QT_TRANSLATE_NOOP("shift", "several attempts in progress"),
    "pictures": QT_TRANSLATE_NOOP("shift", "many pictures"),
    "words": QT_TRANSLATE_NOOP("shift", "many alerts read"),
    "long": QT_TRANSLATE_NOOP("shift", "a long shift"),
}
WISHES: Final[Mapping[str, str]] = {
    "": QT_TRANSLATE_NOOP("shift", "Nothing in particular"),
    "talk": QT_TRANSLATE_NOOP("shift", "To talk about it"),
    "break": QT_TRANSLATE_NOOP("shift", "A break, or another task for a while"),
    "counsellor": QT_TRANSLATE_NOOP("shift", "A counsellor for myself"),
}
PICTURES: Final[Mapping[str, str]] = {
    "blurred": QT_TRANSLATE_NOOP("shift", "Blurred until I reveal them"),
    "grey": QT_TRANSLATE_NOOP("shift", "Blurred more, and grey when revealed too"),
}
TEXTS: Final[Mapping[str, str]] = {
    "together": QT_TRANSLATE_NOOP("shift", "Shown with names and numbers"),
    "apart": QT_TRANSLATE_NOOP("shift", "Covered until I ask for them alone"),
}


def word(table: Mapping[str, str], key: str) -> str:
    """A word of a table above; what it does not have stays as it is."""
    return translate("shift", table[key]) if key in table else key


def because(reasons: Iterable[str]) -> str:
    """Why a break may help, on one line."""
    return ", ".join(word(REASONS, reason) for reason in reasons)


def note_text(note: IncidentNote) -> str:
    """What was written to the supervisor, or why it is not there any more."""
    return (
        translate("shift", "Its words were erased with those of the case.") if note.is_erased else note.text
    )

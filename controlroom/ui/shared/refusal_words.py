"""Why the shared database did not take a step: its own short words, said so that one knows what to do."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_ROLE: Final = QT_TRANSLATE_NOOP("refusals", "your role may not do this; ask somebody whose role may.")
_TIME: Final = QT_TRANSLATE_NOOP("refusals", "its time cannot be right; do it again with the right one.")
_WHY: Final[Mapping[str, object]] = {
    "": QT_TRANSLATE_NOOP("refusals", "no reason was given."),
    "the role may not append this kind": _ROLE,
    "the role may not append an unknown kind": _ROLE,
    "the actor is not who is signed in": QT_TRANSLATE_NOOP(
        "refusals", "it was made by somebody else than who is signed in; they must do it again."
    ),
    "the desk is not registered to who is signed in": QT_TRANSLATE_NOOP(
        "refusals", "this desk is registered to another login; tell the administrator."
    ),
    "the clock of the desk is ahead": QT_TRANSLATE_NOOP(
        "refusals", "the clock of this desk was ahead; have it set, then do it again."
    ),
    "it happened after it was entered": _TIME,
    "that is too long ago": _TIME,
    "there is no such case": QT_TRANSLATE_NOOP("refusals", "its case is not in the shared room."),
    "the mail was not uploaded": QT_TRANSLATE_NOOP("refusals", "its mail is not in the shared room."),
    "the number is not one of this desk": QT_TRANSLATE_NOOP(
        "refusals", "its case number is not one of this desk; tell the administrator."
    ),
    "another supervisor must have asked for it first": QT_TRANSLATE_NOOP(
        "refusals", "another supervisor must have asked for it first."
    ),
    "a case in it was not of this person when it was asked for": QT_TRANSLATE_NOOP(
        "refusals", "a case came to the person since it was asked for; it must be asked for anew."
    ),
    "only a supervisor says this of somebody else": QT_TRANSLATE_NOOP(
        "refusals", "in the shared room only a supervisor says this of somebody else than who is signed in."
    ),
    "another event has this id": QT_TRANSLATE_NOOP(
        "refusals", "another step bears the same mark; do it again."
    ),
}


def refusal(why: str) -> str:
    """One line in the language of the moment; a reason of a newer server stands as it is."""
    known = _WHY.get(why)
    reason = QCoreApplication.translate("refusals", str(known)) if known else why
    return QCoreApplication.translate("refusals", "Refused by the shared database: %1").replace("%1", reason)

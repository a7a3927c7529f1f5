"""What the figures will say of how a case ended, and what decides it. Pure."""

from PySide6.QtCore import QCoreApplication

from controlroom.domain.case import Case
from controlroom.domain.triage import is_saved, why_saved
from controlroom.wording import words


def verdict(case: Case) -> tuple[str, str]:
    """The sentence and its colour role."""
    why = why_saved(case)
    text, role = {
        True: (QCoreApplication.translate("verdict", "Counts as saved: %1"), "safe"),
        False: (QCoreApplication.translate("verdict", "Does not count as saved: %1"), "soon"),
        None: (
            QCoreApplication.translate("verdict", "Not yet known whether saved: is the person alive?"),
            "dim",
        ),
    }[is_saved(case)]
    if case.not_reached or "died" in case.outcome_facts:
        text += QCoreApplication.translate("verdict", "; a second person reviews it")
    return text.replace("%1", words.outcome(why) if why else ""), role

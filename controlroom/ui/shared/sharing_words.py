"""Who else is in a case, and what of it nobody else sees yet, in words."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from controlroom.casework.room.sharing import Present
from controlroom.ui.case.kit import tip
from controlroom.ui.shared.sharing import Sharing

translate = QCoreApplication.translate
MOST_NAMED: Final = 3


def people_text(others: Sequence[Present]) -> str:
    """ "S. Khan is typing; R. Yadav has it open", or "" where nobody else is."""
    typing = [one.login for one in others if one.is_typing]
    reading = [one.login for one in others if not one.is_typing]
    said = []
    if typing:
        said.append(translate("sharing", "%1 is typing here").replace("%1", _names(typing)))
    if reading:
        said.append(translate("sharing", "%1 has it open").replace("%1", _names(reading)))
    return "; ".join(said)


def unshared_text() -> str:
    """That something is only on this desk."""
    return translate("sharing", "Not shared yet: other desks do not see the newest of it.")


def row_tip(sharing: Sharing, case_id: UUID) -> str:
    """What the marks of a queue row mean."""
    lines = [people_text(sharing.others_in(case_id))]
    if sharing.is_unshared(case_id):
        lines.append(unshared_text())
    return tip("\n".join(filter(None, lines)))


def _names(logins: Sequence[str]) -> str:
    shown = ", ".join(logins[:MOST_NAMED])
    return f"{shown} +{len(logins) - MOST_NAMED}" if len(logins) > MOST_NAMED else shown

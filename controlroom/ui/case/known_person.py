"""What is said of somebody who was in danger before: why, who spoke with them last, who keeps in touch. Pure.

No name and no number of theirs stands in it: it is shown before anything is revealed.
"""

from PySide6.QtCore import QCoreApplication

from controlroom.casework.personcards import PersonRow
from controlroom.domain.case import Known
from controlroom.ui.case.sight import Sight, safe_text
from controlroom.ui.shared_kinds import kinds_shared

translate = QCoreApplication.translate


def known_text(sight: Sight) -> str:
    """Of the first of them, with how many more there are; nothing where nobody is known."""
    found = list(zip(sight.case.known, sight.view.known_rows, strict=False))
    if not found:
        return ""
    known, row = found[0]
    parts = [_why(known, row), _last(sight, row)]
    if row.plan == "running":
        parts.append(translate("case", "%1 keeps in touch.").replace("%1", safe_text(row.owner)))
    if len(found) > 1:
        parts.append(translate("case", "%1 more like it.").replace("%1", str(len(found) - 1)))
    return " ".join(parts)


def is_to_be_said(sight: Sight) -> bool:
    """Whether somebody still has to say that it is this person, or not."""
    return bool(sight.case.known) and not sight.case.known[0].is_confirmed


def _why(known: Known, row: PersonRow) -> str:
    number = row.numbers[-1] if row.numbers else "-"
    if known.is_confirmed:
        text = translate("case", "In danger before, in case %2: it is this person.")
    elif known.is_sure:
        text = translate("case", "In danger before: the same %1 as in case %2.")
    else:
        text = translate("case", "Perhaps in danger before: a name like it in case %2. Nothing else agrees.")
    shared = kinds_shared(why for why in known.why if not why.startswith("name:"))
    return text.replace("%1", ", ".join(shared)).replace("%2", number)


def _last(sight: Sight, row: PersonRow) -> str:
    if row.last_contact is None:
        return translate("case", "Nobody has spoken with them since.")
    text = translate("case", "Last spoken with: %1, %2.")
    return text.replace("%1", sight.clock(row.last_contact)).replace("%2", safe_text(row.last_by))

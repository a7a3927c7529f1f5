"""What is said of somebody who was in danger before: why, who spoke with them last, who keeps in touch. Pure.

No name and no number of theirs stands in it: it is shown before anything is revealed.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from controlroom.casework.care.personcards import PersonRow
from controlroom.domain.case import Known
from controlroom.ui.case.sight import Sight, safe_text
from controlroom.wording.shared_kinds import kinds_shared

translate = QCoreApplication.translate
_HOWS: Final[Mapping[str, object]] = {  # of `clues.names`; none of them tells a name
    "kin": QT_TRANSLATE_NOOP("case", "the same father, mother or husband"),
    "other kin": QT_TRANSLATE_NOOP("case", "another father or mother"),
    "differ": QT_TRANSLATE_NOOP("case", "one word differs"),
    "initial": QT_TRANSLATE_NOOP("case", "by an initial"),
    "short": QT_TRANSLATE_NOOP("case", "by a short form"),
    "typing": QT_TRANSLATE_NOOP("case", "a letter or two differ"),
    "sound": QT_TRANSLATE_NOOP("case", "it sounds alike"),
    "joined": QT_TRANSLATE_NOOP("case", "written as one word"),
    "order": QT_TRANSLATE_NOOP("case", "in another order"),
    "only": QT_TRANSLATE_NOOP("case", "one word is left out"),
}


def known_text(sight: Sight) -> str:
    """Of the first of them, with how many more there are; nothing where nobody is known."""
    found = list(zip(sight.case.known, sight.view.known_rows, strict=False))
    if not found:
        return ""
    known, row = found[0]
    parts = [_why(known, row), _last(sight, row)]
    if row.plan == "running":
        keeper = safe_text(sight.district(row.owner))  # a district may do that
        parts.append(translate("case", "%1 keeps in touch.").replace("%1", keeper))
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
        text = translate(
            "case", "Perhaps in danger before: a name like it in case %2%3. Nothing else agrees."
        )
    shared = kinds_shared(why for why in known.why if not why.startswith(("name:", "how:")))
    return text.replace("%1", ", ".join(shared)).replace("%2", number).replace("%3", how_alike(known.why))


def how_alike(why: Sequence[str]) -> str:
    """How the name is alike, in brackets; nothing where it is the same."""
    told = [translate("case", str(word)) for how, word in _HOWS.items() if f"how:{how}" in why]
    return f" ({', '.join(told)})" if told else ""


def _last(sight: Sight, row: PersonRow) -> str:
    if row.last_contact is None:
        return translate("case", "Nobody has spoken with them since.")
    text = translate("case", "Last spoken with: %1, %2.")
    return text.replace("%1", sight.clock(row.last_contact)).replace("%2", safe_text(row.last_by))

"""The words of the fidelity figures, read anew at each call."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from controlroom.casework.care.fidelity import FEW, FIRST, Again, Tally
from controlroom.ui.case.sight import safe_text
from controlroom.ui.kit.district_names import DistrictNames

translate = QCoreApplication.translate
COLUMNS: Final[Mapping[str, object]] = {
    "name": "",
    "bar": "",
    "reached": QT_TRANSLATE_NOOP("fidelity", "Reached, of what was due"),
    "in_window": QT_TRANSLATE_NOOP("fidelity", "In time"),
    "tried": QT_TRANSLATE_NOOP("fidelity", "Tried"),
    "open": QT_TRANSLATE_NOOP("fidelity", "Still open"),
    "people": QT_TRANSLATE_NOOP("fidelity", "People"),
}
BY: Final[Mapping[str, object]] = {
    "week": QT_TRANSLATE_NOOP("fidelity", "By week"),
    "district": QT_TRANSLATE_NOOP("fidelity", "By district"),
    "owner": QT_TRANSLATE_NOOP("fidelity", "By who keeps in touch"),
}
_UNITS: Final[Mapping[str, object]] = {
    "d": QT_TRANSLATE_NOOP("fidelity", "%1 days"),
    "w": QT_TRANSLATE_NOOP("fidelity", "%1 weeks"),
    "m": QT_TRANSLATE_NOOP("fidelity", "%1 months"),
}
_ONE: Final[Mapping[str, object]] = {
    "1d": QT_TRANSLATE_NOOP("fidelity", "1 day"),
    "1w": QT_TRANSLATE_NOOP("fidelity", "1 week"),
    "1m": QT_TRANSLATE_NOOP("fidelity", "1 month"),
}


def column(key: str) -> str:
    """The head of a column."""
    return translate("fidelity", str(COLUMNS[key])) if COLUMNS[key] else ""


def by(key: str) -> str:
    """How the contacts are grouped."""
    return translate("fidelity", str(BY[key]))


def window(key: str) -> str:
    """A step of a plan: so long after the rescue."""
    if key == FIRST:
        return translate("fidelity", "First word, within 72 hours")
    if key in _ONE:
        return translate("fidelity", str(_ONE[key]))
    if key[-1:] in _UNITS and key[:-1].isdecimal():
        return translate("fidelity", str(_UNITS[key[-1]])).replace("%1", key[:-1])
    return safe_text(key)


def group(key: str, kind: str, names: DistrictNames, language: str) -> str:
    """A week by its days, a district by its name in the language of the moment."""
    if kind == "week":
        monday = date.fromisoformat(key)
        return f"{monday:%d.%m.} - {monday + timedelta(days=6):%d.%m.%Y}"
    if kind == "district":
        return names.name(key, language) if key else translate("fidelity", "District not known")
    return safe_text(key)


def part(count: int, tally: Tally) -> str:
    """12 of 20  (60 %)."""
    text = translate("fidelity", "%1 of %2").replace("%2", str(tally.planned)).replace("%1", str(count))
    return f"{text}  ({100 * count / tally.planned:.0f} %)" if tally.planned else text


def people(tally: Tally) -> str:
    """How many; and that they are few."""
    few = translate("fidelity", "fewer than %1: not for a file").replace("%1", str(FEW))
    return f"{tally.people}  {few}" if tally.is_small else str(tally.people)


def again(one: Again) -> str:
    """In danger again, of all of whom that many days have passed."""
    text = translate("fidelity", "within %1 days: %2 of %3")
    return text.replace("%1", str(one.days)).replace("%2", str(one.again)).replace("%3", str(one.of))

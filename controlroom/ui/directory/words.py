"""The words of the directory, read anew at each call."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from controlroom.casework.calling.directory import Entry

translate = QCoreApplication.translate
_COLUMNS: Final[Mapping[str, object]] = {
    "name": QT_TRANSLATE_NOOP("directory", "Name"),
    "kind": QT_TRANSLATE_NOOP("directory", "What it is"),
    "place": QT_TRANSLATE_NOOP("directory", "Where"),
    "phones": QT_TRANSLATE_NOOP("directory", "Numbers"),
    "checked": QT_TRANSLATE_NOOP("directory", "Last checked"),
}
FIELDS: Final[Mapping[str, object]] = {
    "kind": QT_TRANSLATE_NOOP("directory", "What it is"),
    "name_hi": QT_TRANSLATE_NOOP("directory", "Name in Hindi"),
    "name_en": QT_TRANSLATE_NOOP("directory", "Name in English"),
    "district": QT_TRANSLATE_NOOP("directory", "District"),
    "thana": QT_TRANSLATE_NOOP("directory", "Thana"),
    "state": QT_TRANSLATE_NOOP("directory", "Other state"),
    "phones": QT_TRANSLATE_NOOP("directory", "Numbers (several with a comma)"),
    "email": QT_TRANSLATE_NOOP("directory", "E-mail"),
    "hours": QT_TRANSLATE_NOOP("directory", "Hours"),
    "languages": QT_TRANSLATE_NOOP("directory", "Languages"),
    "checked_on": QT_TRANSLATE_NOOP("directory", "Last checked on"),
    "note": QT_TRANSLATE_NOOP("directory", "Note"),
}


def column(key: str) -> str:
    """The head of a column."""
    return translate("directory", str(_COLUMNS[key]))


def label(key: str) -> str:
    """The label of a field."""
    return translate("directory", str(FIELDS[key]))


def checked_text(entry: Entry, today: date) -> str:
    """When it was checked last, and whether that is too long ago."""
    old = translate("directory", "check before use")
    if entry.checked_on is None:
        return old
    text = f"{entry.checked_on:%d.%m.%Y}"
    if entry.is_stale(today):
        return f"{text}, {old}"
    return text


def details(entry: Entry) -> str:
    """What stands in no column, in one line."""
    parts = (entry.hours, ", ".join(entry.languages), entry.email, entry.note)
    return " · ".join(part for part in parts if part)

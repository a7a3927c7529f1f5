"""Words outside the window (letters, slips, scripts), from one gettext catalogue a language. Leaf module."""

import csv
import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from controlroom.config import resources_dir

LANGUAGES: Final = ("hi", "en")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPES: Final = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


class Texts(gettext.NullTranslations):
    """One language. Call it with an English sentence and the values of its `{places}`."""

    def __init__(self, language: str, words: dict[str, str]) -> None:
        super().__init__()
        self.language = language
        self._words = words

    def gettext(self, message: str) -> str:
        """The sentence in this language; in English where nobody has translated it."""
        return self._words.get(message) or message

    def __call__(self, message: str, **values: object) -> str:
        text = self.gettext(message)
        return text.format(**values) if values else text


@cache
def texts(language: str) -> Texts:
    """The texts of "hi" or "en"; English is what stands in the sources."""
    return Texts(language, {} if language == "en" else catalogue(language))


def mark(message: str) -> str:
    """Marks a sentence in a table for the catalogue; it is translated where it is used."""
    return message


def catalogue(language: str) -> dict[str, str]:
    """English to translation, from the language's .po file; empty where there is none."""
    file = resources_dir() / "texts" / f"{language}.po"
    return dict(_entries(file)) if file.exists() else {}


def _entries(file: Path) -> Iterator[tuple[str, str]]:
    """The pairs of a .po file; its head is no pair."""
    said, told, into = "", "", ""
    for line in (*file.read_text(encoding="utf-8").splitlines(), "msgid"):
        if line.startswith("msgid"):
            if said and told:
                yield said, told
            said, told, into = _unquoted(line), "", "msgid"
        elif line.startswith("msgstr"):
            told, into = _unquoted(line), "msgstr"
        elif line.startswith('"') and into == "msgid":
            said += _unquoted(line)
        elif line.startswith('"'):
            told += _unquoted(line)


def _unquoted(line: str) -> str:
    found = _STRING.search(line)
    return re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[1]), found[1]) if found else ""


@cache
def _districts() -> dict[str, str]:
    with (resources_dir() / "places" / "districts.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name_en"]: row["name_hi"] for row in csv.DictReader(lines)}


def district_name(english: str, language: str) -> str:
    """A district of Uttar Pradesh in "hi" or "en"; what the table does not know stands as it is."""
    return _districts().get(english, english) if language == "hi" else english

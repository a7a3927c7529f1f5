"""Which language this program speaks, and its words out of the .ts file, without Qt. Leaf module.

English is what stands in the sources. A language is told once, at the start or when the person changes it.
"""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import ClassVar, Final

from controlroom.config import resources_dir
from controlroom.errors import ControlRoomError, Sentence

LANGUAGES: Final = ("hi", "en")
Words = Mapping[tuple[str, str], tuple[str, ...]]


class _Spoken:
    """The language of the moment; read on any thread, told on one."""

    name: ClassVar[str] = "en"
    words: ClassVar[Words] = {}


def speak(language: str) -> None:
    """Speak this language from now on; what is no language of ours is English."""
    name = language if language in LANGUAGES else "en"
    _Spoken.words = {} if name == "en" else words_of("controlroom", name)
    _Spoken.name = name


def spoken() -> str:
    """ "hi" or "en"."""
    return _Spoken.name


def language_here() -> str:
    """The language of this machine, "hi" or "en", by its locale."""
    given = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "hi" if next(filter(None, given), "").startswith("hi") else "en"


def translate(context: str, source: str) -> str:
    """A text in the language of the moment; in English where nobody has translated it."""
    forms = _Spoken.words.get((context, source))
    return forms[0] if forms else source


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802  the name by which lupdate gathers it
    """Marks a text in a table; it is translated where it is used."""
    return source


def sentence(text: object) -> str:
    """A fault, or what a loop says of itself, in the language of the moment; any other text as it stands."""
    if isinstance(text, ControlRoomError):
        text = text.sentence
    if not isinstance(text, Sentence):
        return str(text)
    template = translate("faults", text.template)
    if not text.values:
        return template
    return template.format(**{name: _value(value) for name, value in text.values.items()})


def _value(value: object) -> object:
    """A value of a sentence, which may be a sentence itself."""
    return sentence(value) if isinstance(value, ControlRoomError | Sentence) else value


@cache
def words_of(part: str, language: str) -> Words:
    """The words of the file `<part>_<language>.ts`."""
    return read_words(resources_dir() / "translations" / f"{part}_{language}.ts")


def read_words(path: Path) -> Words:
    """(context, source) to the translation, or its two forms by number; nothing where there is no file."""
    from xml.etree import ElementTree  # for Hindi alone

    if not path.is_file():
        return {}
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                found[name, message.findtext("source") or ""] = tuple(forms)
    return found

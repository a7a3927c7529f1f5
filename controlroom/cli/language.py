"""Which language a word speaks, and what it says in it. `--json` is never translated: scripts read it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from controlroom import speech

_WITH_VALUE: Final = ("--profile", "--as", "--picture-when-ready")


def asked_for(words: Sequence[str]) -> str:
    """What stands after `--lang` before the first word (after it the option has other meanings), or ""."""
    rest = iter(words)
    for word in rest:
        name, is_whole, value = word.partition("=")
        if not word.startswith("-"):
            break
        if name == "--lang":
            return value if is_whole else next(rest, "")
        if name in _WITH_VALUE and not is_whole:
            next(rest, None)
    return ""


def speak_as_asked(words: Sequence[str]) -> None:
    """As `--lang` says, else as this machine is set up."""
    speech.speak(asked_for(words) or speech.language_here())


def speak_as_the_window(look: Any) -> None:
    """As the window of this profile was told to (its setting `look`), where it ever was."""
    language = look.get("language") if isinstance(look, Mapping) else ""
    if language in speech.LANGUAGES:
        speech.speak(language)


def say(source: str, /, **values: object) -> str:
    """A sentence of the command line with the values of its `{names}`; translators get it by this call."""
    text = speech.translate("cli", source)
    return text.format(**{name: _plain(value) for name, value in values.items()}) if values else text


def _plain(value: object) -> object:
    return speech.sentence(value) if isinstance(value, str | Exception) else value

"""The words of the person's page, read anew at each call. Days are days in India."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from controlroom.casework.care.roster import Choice as Owned
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.errors import Sentence
from controlroom.speech import sentence, translate
from controlroom.ui.forms.choice import Choice
from controlroom.wording import care_words, referral_words

SPACE: Final = "\u00a0"  # in the key of a chip: a draft holds several keys, with blanks between
_SERVICES: Final = ("tele-manas", "dmhp", "hospital", "ngo")  # that a consent of its own is asked for most


def choices(table: Mapping[str, str]) -> list[Choice]:
    """A table of words as things to choose from."""
    return [Choice(key, care_words.word(table, key)) for key in table]


def day(moment: date) -> str:
    """24.11.2026."""
    return f"{moment:%d.%m.%Y}"


def owner(one: Owner) -> str:
    """meera (counsellor)."""
    kind = care_words.word(care_words.OWNERS, one.kind)
    return one.name if one.kind == "counsellor" else f"{one.name} ({kind})"


def because(choice: Owned) -> str:
    """Why they are proposed, with the language by its name."""
    why = choice.why
    values = dict(why.values)
    if "language" in values:
        values["language"] = care_words.word(care_words.LANGUAGES, str(values["language"]))
    return sentence(Sentence(why.template, **values))


def hours(person: Person) -> str:
    """When it is safe to call."""
    if not (person.safe_from or person.safe_to):
        return ""
    return f"{person.safe_from or '00:00'} - {person.safe_to or '24:00'}"


def consent(what: str) -> str:
    """What was agreed to: a referral to one service by the name of it."""
    if what.startswith("referral "):
        service = referral_words.word(referral_words.SERVICES, what.removeprefix("referral "))
        return translate("person", "to be referred: %1").replace("%1", service)
    return care_words.word(care_words.CONSENTS, what)


def consent_choices() -> list[Choice]:
    """What is asked most."""
    services = (f"referral {service}" for service in _SERVICES)
    return [Choice(key.replace(" ", SPACE), consent(key)) for key in (*care_words.CONSENTS, *services)]


def consents(person: Person) -> Sequence[tuple[str, bool]]:
    """The last word on each thing that was asked: (in words, is it given)."""
    last = {one.what: one.is_given for one in person.consents}
    return [(consent(what), is_given) for what, is_given in last.items()]

"""The words of the person's page, read anew at each call. Days are days in India."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from controlroom.casework.counsellors import Choice as Owned
from controlroom.domain.person import Person
from controlroom.domain.plans import Owner
from controlroom.errors import Sentence
from controlroom.ui.fault_words import sentence_text
from controlroom.ui.forms.choice import Choice
from controlroom.wording import referral_words

translate = QCoreApplication.translate
ENDS: Final[Mapping[str, object]] = {
    "completed": QT_TRANSLATE_NOOP("person", "Completed"),
    "refused": QT_TRANSLATE_NOOP("person", "Refused"),
    "moved": QT_TRANSLATE_NOOP("person", "Moved away"),
    "lost": QT_TRANSLATE_NOOP("person", "Lost from sight"),
    "died": QT_TRANSLATE_NOOP("person", "Died"),
    "not-needed": QT_TRANSLATE_NOOP("person", "Not needed"),
}
STATES: Final[Mapping[str, tuple[object, str]]] = {  # of a contact: word and colour role
    "made": (QT_TRANSLATE_NOOP("person", "made"), "safe"),
    "missed": (QT_TRANSLATE_NOOP("person", "missed"), "off"),
    "let-go": (QT_TRANSLATE_NOOP("person", "no longer owed"), "off"),
    "overdue": (QT_TRANSLATE_NOOP("person", "overdue"), "act"),
    "due": (QT_TRANSLATE_NOOP("person", "today"), "soon"),
    "waiting": (QT_TRANSLATE_NOOP("person", "to come"), "dim"),
}
OWNERS: Final[Mapping[str, object]] = {
    "counsellor": QT_TRANSLATE_NOOP("person", "Counsellor"),
    "district": QT_TRANSLATE_NOOP("person", "District nodal officer"),
    "1090": QT_TRANSLATE_NOOP("person", "1090"),
    "ngo": QT_TRANSLATE_NOOP("person", "NGO"),
    "unicef": QT_TRANSLATE_NOOP("person", "UNICEF"),
    "hospital": QT_TRANSLATE_NOOP("person", "Hospital"),
    "other": QT_TRANSLATE_NOOP("person", "Somebody else"),
}
CHANNELS: Final[Mapping[str, object]] = {
    "phone": QT_TRANSLATE_NOOP("person", "Phone call"),
    "visit": QT_TRANSLATE_NOOP("person", "Visit"),
    "message": QT_TRANSLATE_NOOP("person", "Message"),
    "video": QT_TRANSLATE_NOOP("person", "Video call"),
    "family": QT_TRANSLATE_NOOP("person", "By the family"),
    "other": QT_TRANSLATE_NOOP("person", "Another way"),
}
NEXT_STEPS: Final[Mapping[str, object]] = {
    "go-on": QT_TRANSLATE_NOOP("person", "Go on as planned"),
    "call-again": QT_TRANSLATE_NOOP("person", "Call again"),
    "visit": QT_TRANSLATE_NOOP("person", "Visit them"),
    "refer": QT_TRANSLATE_NOOP("person", "Refer them"),
    "other-number": QT_TRANSLATE_NOOP("person", "Find another number"),
    "tell-supervisor": QT_TRANSLATE_NOOP("person", "Tell the supervisor"),
    "end": QT_TRANSLATE_NOOP("person", "End the plan"),
}
MOODS: Final[Mapping[str, object]] = {
    "better": QT_TRANSLATE_NOOP("person", "Better"),
    "same": QT_TRANSLATE_NOOP("person", "The same"),
    "worse": QT_TRANSLATE_NOOP("person", "Worse"),
}
RISKS: Final[Mapping[str, object]] = {
    "none": QT_TRANSLATE_NOOP("person", "No danger seen"),
    "low": QT_TRANSLATE_NOOP("person", "Little"),
    "some": QT_TRANSLATE_NOOP("person", "Some"),
    "high": QT_TRANSLATE_NOOP("person", "High: not left alone"),
}
LANGUAGES: Final[Mapping[str, object]] = {
    "hi": QT_TRANSLATE_NOOP("person", "Hindi"),
    "ur": QT_TRANSLATE_NOOP("person", "Urdu"),
    "en": QT_TRANSLATE_NOOP("person", "English"),
    "bho": QT_TRANSLATE_NOOP("person", "Bhojpuri"),
    "awa": QT_TRANSLATE_NOOP("person", "Awadhi"),
    "bra": QT_TRANSLATE_NOOP("person", "Braj"),
    "bn": QT_TRANSLATE_NOOP("person", "Bengali"),
    "pa": QT_TRANSLATE_NOOP("person", "Punjabi"),
    "isl": QT_TRANSLATE_NOOP("person", "Sign language"),
}
CONSENTS: Final[Mapping[str, object]] = {
    "follow-up": QT_TRANSLATE_NOOP("person", "to follow-up"),
    "family": QT_TRANSLATE_NOOP("person", "to speaking with the family"),
    "referral": QT_TRANSLATE_NOOP("person", "to be referred, wherever it helps"),
}
SPACE: Final = "\u00a0"  # in the key of a chip: a draft holds several keys, with blanks between
_SERVICES: Final = ("tele-manas", "dmhp", "hospital", "ngo")  # that a consent of its own is asked for most
WHYS: Final[Mapping[str, object]] = {
    "rescued": QT_TRANSLATE_NOOP("person", "after the rescue"),
    "new alert": QT_TRANSLATE_NOOP("person", "begun anew after a new alert"),
    "made": QT_TRANSLATE_NOOP("person", "made by hand"),
    "every contact was made": QT_TRANSLATE_NOOP("person", "every contact was made"),
}


def word(table: Mapping[str, object], key: str) -> str:
    """The word of a key; what no table knows stands as it is."""
    return translate("person", str(table[key])) if key in table else key


def choices(table: Mapping[str, object]) -> list[Choice]:
    """A table of words as things to choose from."""
    return [Choice(key, word(table, key)) for key in table]


def state(key: str) -> str:
    """How a contact stands."""
    return translate("person", str(STATES[key][0])) if key in STATES else key


def day(moment: date) -> str:
    """24.11.2026."""
    return f"{moment:%d.%m.%Y}"


def owner(one: Owner) -> str:
    """meera (counsellor)."""
    kind = word(OWNERS, one.kind)
    return one.name if one.kind == "counsellor" else f"{one.name} ({kind})"


def because(choice: Owned) -> str:
    """Why they are proposed, with the language by its name."""
    why = choice.why
    values = dict(why.values)
    if "language" in values:
        values["language"] = word(LANGUAGES, str(values["language"]))
    return sentence_text(Sentence(why.template, **values))


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
    return word(CONSENTS, what)


def consent_choices() -> list[Choice]:
    """What is asked most."""
    services = (f"referral {service}" for service in _SERVICES)
    return [Choice(key.replace(" ", SPACE), consent(key)) for key in (*CONSENTS, *services)]


def consents(person: Person) -> Sequence[tuple[str, bool]]:
    """The last word on each thing that was asked: (in words, is it given)."""
    last = {one.what: one.is_given for one in person.consents}
    return [(consent(what), is_given) for what, is_given in last.items()]

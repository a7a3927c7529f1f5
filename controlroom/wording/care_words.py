"""The words of staying in touch: results, ends, channels, owners. Read anew at each call."""

from collections.abc import Mapping
from typing import Final

from controlroom.speech import QT_TRANSLATE_NOOP, translate

RESULTS: Final[Mapping[str, str]] = {
    "reached": QT_TRANSLATE_NOOP("person", "Reached"),
    "no-answer": QT_TRANSLATE_NOOP("person", "No answer"),
    "refused": QT_TRANSLATE_NOOP("person", "Refused"),
    "wrong-number": QT_TRANSLATE_NOOP("person", "Wrong number"),
    "moved": QT_TRANSLATE_NOOP("person", "Moved away"),
    "hospital": QT_TRANSLATE_NOOP("person", "In hospital"),
}
CONTACT_STATES: Final[Mapping[str, str]] = {
    "made": QT_TRANSLATE_NOOP("person", "made"),
    "missed": QT_TRANSLATE_NOOP("person", "missed"),
    "let-go": QT_TRANSLATE_NOOP("person", "no longer owed"),
    "overdue": QT_TRANSLATE_NOOP("person", "overdue"),
    "due": QT_TRANSLATE_NOOP("person", "today"),
    "waiting": QT_TRANSLATE_NOOP("person", "to come"),
}
CONTACT_ROLES: Final[Mapping[str, str]] = {  # of colour
    "made": "safe",
    "missed": "off",
    "let-go": "off",
    "overdue": "act",
    "due": "soon",
    "waiting": "dim",
}
ENDS: Final[Mapping[str, str]] = {
    "completed": QT_TRANSLATE_NOOP("person", "Completed"),
    "refused": QT_TRANSLATE_NOOP("person", "Refused"),
    "moved": QT_TRANSLATE_NOOP("person", "Moved away"),
    "lost": QT_TRANSLATE_NOOP("person", "Lost from sight"),
    "died": QT_TRANSLATE_NOOP("person", "Died"),
    "not-needed": QT_TRANSLATE_NOOP("person", "Not needed"),
}
OWNERS: Final[Mapping[str, str]] = {
    "counsellor": QT_TRANSLATE_NOOP("person", "Counsellor"),
    "district": QT_TRANSLATE_NOOP("person", "District nodal officer"),
    "1090": QT_TRANSLATE_NOOP("person", "1090"),
    "ngo": QT_TRANSLATE_NOOP("person", "NGO"),
    "unicef": QT_TRANSLATE_NOOP("person", "UNICEF"),
    "hospital": QT_TRANSLATE_NOOP("person", "Hospital"),
    "other": QT_TRANSLATE_NOOP("person", "Somebody else"),
}
CHANNELS: Final[Mapping[str, str]] = {
    "phone": QT_TRANSLATE_NOOP("person", "Phone call"),
    "visit": QT_TRANSLATE_NOOP("person", "Visit"),
    "message": QT_TRANSLATE_NOOP("person", "Message"),
    "video": QT_TRANSLATE_NOOP("person", "Video call"),
    "family": QT_TRANSLATE_NOOP("person", "By the family"),
    "other": QT_TRANSLATE_NOOP("person", "Another way"),
}
NEXT_STEPS: Final[Mapping[str, str]] = {
    "go-on": QT_TRANSLATE_NOOP("person", "Go on as planned"),
    "call-again": QT_TRANSLATE_NOOP("person", "Call again"),
    "visit": QT_TRANSLATE_NOOP("person", "Visit them"),
    "refer": QT_TRANSLATE_NOOP("person", "Refer them"),
    "other-number": QT_TRANSLATE_NOOP("person", "Find another number"),
    "tell-supervisor": QT_TRANSLATE_NOOP("person", "Tell the supervisor"),
    "end": QT_TRANSLATE_NOOP("person", "End the plan"),
}
MOODS: Final[Mapping[str, str]] = {
    "better": QT_TRANSLATE_NOOP("person", "Better"),
    "same": QT_TRANSLATE_NOOP("person", "The same"),
    "worse": QT_TRANSLATE_NOOP("person", "Worse"),
}
RISKS: Final[Mapping[str, str]] = {
    "none": QT_TRANSLATE_NOOP("person", "No danger seen"),
    "low": QT_TRANSLATE_NOOP("person", "Little"),
    "some": QT_TRANSLATE_NOOP("person", "Some"),
    "high": QT_TRANSLATE_NOOP("person", "High: not left alone"),
}
LANGUAGES: Final[Mapping[str, str]] = {
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
CONSENTS: Final[Mapping[str, str]] = {
    "follow-up": QT_TRANSLATE_NOOP("person", "to follow-up"),
    "family": QT_TRANSLATE_NOOP("person", "to speaking with the family"),
    "referral": QT_TRANSLATE_NOOP("person", "to be referred, wherever it helps"),
}
WHYS: Final[Mapping[str, str]] = {
    "rescued": QT_TRANSLATE_NOOP("person", "after the rescue"),
    "new alert": QT_TRANSLATE_NOOP("person", "begun anew after a new alert"),
    "made": QT_TRANSLATE_NOOP("person", "made by hand"),
    "every contact was made": QT_TRANSLATE_NOOP("person", "every contact was made"),
}
LAST_WORDS: Final[Mapping[str, str]] = {  # since which the years of keeping run
    "opened": QT_TRANSLATE_NOOP("person", "the file was opened"),
    "case": QT_TRANSLATE_NOOP("person", "the last case"),
    "contact": QT_TRANSLATE_NOOP("person", "the last word with the person"),
    "plan-ended": QT_TRANSLATE_NOOP("person", "the end of the follow-up"),
}
RUNNING: Final[Mapping[str, str]] = {
    "running": QT_TRANSLATE_NOOP("person", "running"),
    "started-again": QT_TRANSLATE_NOOP("person", "started again"),
}
PATHS: Final[Mapping[str, str]] = {
    "person": QT_TRANSLATE_NOOP("person", "with the person"),
    "guardian": QT_TRANSLATE_NOOP("person", "by the guardian"),
}
FIRST: Final[Mapping[str, str]] = {
    "due": QT_TRANSLATE_NOOP("person", "first contact due"),
    "late": QT_TRANSLATE_NOOP("person", "first contact late"),
    "made": QT_TRANSLATE_NOOP("person", "first contact made"),
}


def word(table: Mapping[str, str], key: str) -> str:
    """The word of a key; a key that this version does not know is shown as it stands."""
    return translate("person", table[key]) if key in table else key


def result(key: str) -> str:
    """What came of a try; nothing for none."""
    return word(RESULTS, key)


def state(key: str) -> str:
    """How a contact stands."""
    return word(CONTACT_STATES, key)

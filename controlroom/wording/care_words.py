"""The words of staying in touch: results, ends, channels, owners. Read anew at each call."""

from collections.abc import Mapping
from typing import Final

from controlroom.speech import QT_TRANSLATE_NOOP, translate

RESULTS: Final[Mapping[str, str]] = {
    "reached": QT_TRANSLATE_NOOP("board", "Reached"),
    "no-answer": QT_TRANSLATE_NOOP("board", "No answer"),
    "refused": QT_TRANSLATE_NOOP("board", "Refused"),
    "wrong-number": QT_TRANSLATE_NOOP("board", "Wrong number"),
    "moved": QT_TRANSLATE_NOOP("board", "Moved away"),
    "hospital": QT_TRANSLATE_NOOP("board", "In hospital"),
}
CONTACT_STATES: Final[Mapping[str, str]] = {
    "made": QT_TRANSLATE_NOOP("board", "spoken with"),
    "missed": QT_TRANSLATE_NOOP("board", "passed over"),
    "let-go": QT_TRANSLATE_NOOP("board", "not needed any more"),
    "overdue": QT_TRANSLATE_NOOP("board", "overdue"),
    "due": QT_TRANSLATE_NOOP("board", "due today"),
    "waiting": QT_TRANSLATE_NOOP("board", "still to come"),
}
PLAN_STATES: Final[Mapping[str, str]] = {
    "running": QT_TRANSLATE_NOOP("board", "running"),
    "started-again": QT_TRANSLATE_NOOP("board", "started again"),
    "completed": QT_TRANSLATE_NOOP("board", "completed"),
    "refused": QT_TRANSLATE_NOOP("board", "refused by the person"),
    "moved": QT_TRANSLATE_NOOP("board", "ended: moved away"),
    "lost": QT_TRANSLATE_NOOP("board", "ended: not found any more"),
    "died": QT_TRANSLATE_NOOP("board", "ended: died"),
    "not-needed": QT_TRANSLATE_NOOP("board", "ended: not needed"),
}
CHANNELS: Final[Mapping[str, str]] = {
    "phone": QT_TRANSLATE_NOOP("board", "by phone"),
    "visit": QT_TRANSLATE_NOOP("board", "a visit"),
    "message": QT_TRANSLATE_NOOP("board", "by message"),
    "video": QT_TRANSLATE_NOOP("board", "by video call"),
    "family": QT_TRANSLATE_NOOP("board", "through the family"),
    "other": QT_TRANSLATE_NOOP("board", "in another way"),
}
OWNERS: Final[Mapping[str, str]] = {
    "counsellor": QT_TRANSLATE_NOOP("board", "counsellor"),
    "district": QT_TRANSLATE_NOOP("board", "district officer"),
    "1090": QT_TRANSLATE_NOOP("board", "1090"),
    "ngo": QT_TRANSLATE_NOOP("board", "NGO"),
    "unicef": QT_TRANSLATE_NOOP("board", "UNICEF"),
    "hospital": QT_TRANSLATE_NOOP("board", "hospital"),
    "other": QT_TRANSLATE_NOOP("board", "other"),
}
NEXT_STEPS: Final[Mapping[str, str]] = {
    "go-on": QT_TRANSLATE_NOOP("board", "go on by the plan"),
    "call-again": QT_TRANSLATE_NOOP("board", "call again"),
    "visit": QT_TRANSLATE_NOOP("board", "visit them"),
    "refer": QT_TRANSLATE_NOOP("board", "refer them"),
    "other-number": QT_TRANSLATE_NOOP("board", "find another number"),
    "tell-supervisor": QT_TRANSLATE_NOOP("board", "tell the supervisor"),
    "end": QT_TRANSLATE_NOOP("board", "end the plan"),
}
MOODS: Final[Mapping[str, str]] = {
    "better": QT_TRANSLATE_NOOP("board", "better"),
    "same": QT_TRANSLATE_NOOP("board", "as before"),
    "worse": QT_TRANSLATE_NOOP("board", "worse"),
}
RISKS: Final[Mapping[str, str]] = {
    "none": QT_TRANSLATE_NOOP("board", "no danger"),
    "low": QT_TRANSLATE_NOOP("board", "little danger"),
    "some": QT_TRANSLATE_NOOP("board", "some danger"),
    "high": QT_TRANSLATE_NOOP("board", "great danger"),
}
PATHS: Final[Mapping[str, str]] = {
    "person": QT_TRANSLATE_NOOP("board", "with the person"),
    "guardian": QT_TRANSLATE_NOOP("board", "by the guardian"),
}
FIRST: Final[Mapping[str, str]] = {
    "due": QT_TRANSLATE_NOOP("board", "first contact due"),
    "late": QT_TRANSLATE_NOOP("board", "first contact late"),
    "made": QT_TRANSLATE_NOOP("board", "first contact made"),
}


def word(table: Mapping[str, str], key: str) -> str:
    """The word of a key; a key that this version does not know is shown as it stands."""
    return translate("board", table[key]) if key in table else key


def result(key: str) -> str:
    """What came of a try; nothing for none."""
    return word(RESULTS, key)

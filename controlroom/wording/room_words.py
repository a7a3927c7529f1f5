"""The words of what the room shares: directory, duty, connection, connectors. Read anew at each call."""

from collections.abc import Mapping
from typing import Final

from controlroom.speech import QT_TRANSLATE_NOOP, translate

DIRECTORY_KINDS: Final[Mapping[str, str]] = {
    "control-room": QT_TRANSLATE_NOOP("directory", "District control room"),
    "cell": QT_TRANSLATE_NOOP("directory", "Social media cell"),
    "thana": QT_TRANSLATE_NOOP("directory", "Thana"),
    "112": QT_TRANSLATE_NOOP("directory", "UP-112"),
    "1090": QT_TRANSLATE_NOOP("directory", "1090"),
    "ambulance": QT_TRANSLATE_NOOP("directory", "Ambulance"),
    "grp": QT_TRANSLATE_NOOP("directory", "Railway police (GRP)"),
    "nodal": QT_TRANSLATE_NOOP("directory", "Nodal officer of a state"),
    "stf": QT_TRANSLATE_NOOP("directory", "STF"),
    "hospital": QT_TRANSLATE_NOOP("directory", "Hospital"),
    "dmhp": QT_TRANSLATE_NOOP("directory", "District mental health programme"),
    "helpline": QT_TRANSLATE_NOOP("directory", "Helpline"),
    "ngo": QT_TRANSLATE_NOOP("directory", "NGO"),
    "other": QT_TRANSLATE_NOOP("directory", "Other"),
}
ROLES: Final[Mapping[str, str]] = {
    "operator": QT_TRANSLATE_NOOP("room", "operator"),
    "supervisor": QT_TRANSLATE_NOOP("room", "supervisor"),
    "counsellor": QT_TRANSLATE_NOOP("room", "counsellor"),
    "auditor": QT_TRANSLATE_NOOP("room", "auditor"),
    "administrator": QT_TRANSLATE_NOOP("room", "administrator"),
    "intake": QT_TRANSLATE_NOOP("room", "intake of mail"),
    "board": QT_TRANSLATE_NOOP("room", "figures only"),
    "projector": QT_TRANSLATE_NOOP("room", "service of the server"),
}
SOUNDS: Final[Mapping[str, str]] = {
    "ok": QT_TRANSLATE_NOOP("room", "sound on"),
    "muted": QT_TRANSLATE_NOOP("room", "sound off"),
    "missing": QT_TRANSLATE_NOOP("room", "no sound device"),
}
LINKS: Final[Mapping[str, str]] = {
    "alone": QT_TRANSLATE_NOOP("link", "This desk alone"),
    "connecting": QT_TRANSLATE_NOOP("link", "Connecting…"),
    "connected": QT_TRANSLATE_NOOP("link", "Shared"),
    "behind": QT_TRANSLATE_NOOP("link", "Behind"),
    "away": QT_TRANSLATE_NOOP("link", "Away"),
    "refused": QT_TRANSLATE_NOOP("link", "Refused"),
    "unsaved": QT_TRANSLATE_NOOP("link", "Nothing is saved"),
}
CHANGES: Final[Mapping[str, str]] = {
    "added": QT_TRANSLATE_NOOP("room", "added"),
    "removed": QT_TRANSLATE_NOOP("room", "removed"),
    "changed": QT_TRANSLATE_NOOP("room", "changed"),
    "disabled": QT_TRANSLATE_NOOP("room", "put out"),
}
RINGS: Final[Mapping[str, str]] = {
    "alert": QT_TRANSLATE_NOOP("room", "as an alert"),
    "soft": QT_TRANSLATE_NOOP("room", "softly"),
}
FINDINGS: Final[Mapping[str, str]] = {
    "ok": QT_TRANSLATE_NOOP("room", "right"),
    "note": QT_TRANSLATE_NOOP("room", "note"),
    "warn": QT_TRANSLATE_NOOP("room", "careful"),
    "bad": QT_TRANSLATE_NOOP("room", "wrong"),
}
TRIES: Final[Mapping[str, str]] = {
    "asked": QT_TRANSLATE_NOOP("case", "asked, no answer yet"),
    "nothing": QT_TRANSLATE_NOOP("case", "tried, no place"),
}
AUDIENCES: Final[Mapping[str, str]] = {
    "case": QT_TRANSLATE_NOOP("room", "cases"),
    "room": QT_TRANSLATE_NOOP("room", "what holds for the room"),
    "audit": QT_TRANSLATE_NOOP("room", "who looked at what"),
    "counsel": QT_TRANSLATE_NOOP("room", "counsellors' notes"),
    "care": QT_TRANSLATE_NOOP("room", "the files of persons"),
    "lead": QT_TRANSLATE_NOOP("room", "words to the supervisor"),
}
EXPORTED: Final[Mapping[str, str]] = {
    "opened": QT_TRANSLATE_NOOP("room", "opened"),
    "erased": QT_TRANSLATE_NOOP("room", "erased"),
}
WHERE: Final[Mapping[str, str]] = {
    "outside Uttar Pradesh": QT_TRANSLATE_NOOP("room", "outside Uttar Pradesh"),
    "boundary": QT_TRANSLATE_NOOP("room", "by the boundary"),
    "near a border": QT_TRANSLATE_NOOP("room", "near a border"),
    "near the state's border": QT_TRANSLATE_NOOP("room", "near the state's border"),
    "nearest post offices": QT_TRANSLATE_NOOP("room", "by the nearest post offices"),
    "thana: nearest station": QT_TRANSLATE_NOOP("room", "thana: the nearest station"),
}
PLACES: Final[Mapping[str, str]] = {
    "point": QT_TRANSLATE_NOOP("room", "a point"),
    "district": QT_TRANSLATE_NOOP("room", "district"),
    "tehsil": QT_TRANSLATE_NOOP("room", "tehsil"),
    "thana": QT_TRANSLATE_NOOP("room", "thana"),
    "pin": QT_TRANSLATE_NOOP("room", "PIN code"),
    "post office": QT_TRANSLATE_NOOP("room", "post office"),
    "railway station": QT_TRANSLATE_NOOP("room", "railway station"),
    "town": QT_TRANSLATE_NOOP("room", "town"),
    "city": QT_TRANSLATE_NOOP("room", "city"),
    "village": QT_TRANSLATE_NOOP("room", "village"),
}


def word(context: str, table: Mapping[str, str], key: str) -> str:
    """The word of a key of a table of this context; an unknown key is shown as it stands."""
    return translate(context, table[key]) if key in table else key


def directory_kind(key: str) -> str:
    """What an entry of the directory is."""
    return word("directory", DIRECTORY_KINDS, key)

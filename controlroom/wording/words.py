"""The words, colours (a role of theme.Tokens) and icons of everything that has a name.

Read anew at each call, so that a change of language shows at once."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from controlroom import speech
from controlroom.speech import QT_TRANSLATE_NOOP

CONTEXT: Final = "words"


class Look(NamedTuple):
    """A word in English, its colour role and its icon."""

    word: object
    role: str = "dim"
    icon: str = ""


def translate(source: object) -> str:
    """A word of a table below, in the language of the moment."""
    return speech.translate(CONTEXT, str(source))


STATES: Final[Mapping[str, Look]] = {
    "new": Look(QT_TRANSLATE_NOOP("words", "New"), "act", "bell-ringing"),
    "claimed": Look(QT_TRANSLATE_NOOP("words", "Claimed"), "soon", "hand-palm"),
    "locating": Look(QT_TRANSLATE_NOOP("words", "Locating"), "soon", "crosshair"),
    "located": Look(QT_TRANSLATE_NOOP("words", "Located"), "soon", "map-pin"),
    "handed over": Look(QT_TRANSLATE_NOOP("words", "Handed over"), "moving", "paper-plane-tilt"),
    "acknowledged": Look(QT_TRANSLATE_NOOP("words", "Acknowledged"), "moving", "check"),
    "en route": Look(QT_TRANSLATE_NOOP("words", "En route"), "moving", "jeep"),
    "at scene": Look(QT_TRANSLATE_NOOP("words", "At scene"), "moving", "flag"),
    "with the person": Look(QT_TRANSLATE_NOOP("words", "With the person"), "safe", "hand-palm"),
    "outcome": Look(QT_TRANSLATE_NOOP("words", "Outcome"), "safe", "check-circle"),
    "in follow-up": Look(QT_TRANSLATE_NOOP("words", "In follow-up"), "follow", "calendar-check"),
    "closed": Look(QT_TRANSLATE_NOOP("words", "Closed"), "off", "archive"),
    # steps that are no rung
    "released": Look(QT_TRANSLATE_NOOP("words", "Released"), "soon", "hand-waving"),
    "not at place": Look(QT_TRANSLATE_NOOP("words", "Not at the place"), "act", "map-pin-line"),
    "follow-up ended": Look(QT_TRANSLATE_NOOP("words", "Follow-up ended"), "off", "calendar-x"),
    "reopened": Look(QT_TRANSLATE_NOOP("words", "Reopened"), "soon", "arrow-counter-clockwise"),
}
PRIORITIES: Final[Mapping[str, Look]] = {
    "1": Look(QT_TRANSLATE_NOOP("words", "Priority 1: now"), "act"),
    "2": Look(QT_TRANSLATE_NOOP("words", "Priority 2: very soon"), "soon"),
    "3": Look(QT_TRANSLATE_NOOP("words", "Priority 3: soon"), "moving"),
    "4": Look(QT_TRANSLATE_NOOP("words", "Priority 4: when there is time"), "dim"),
    "5": Look(QT_TRANSLATE_NOOP("words", "Priority 5: no alert"), "off"),
}
CATEGORIES: Final[Mapping[str, Look]] = {
    "": Look(QT_TRANSLATE_NOOP("words", "Not read yet"), "soon", "question"),
    "attempt": Look(QT_TRANSLATE_NOOP("words", "Attempt"), "act", "warning-octagon"),
    "imminent": Look(QT_TRANSLATE_NOOP("words", "Imminent"), "soon", "warning"),
    "ideation": Look(QT_TRANSLATE_NOOP("words", "Thoughts of it"), "moving", "chat-dots"),
    "unclear": Look(QT_TRANSLATE_NOOP("words", "Unclear"), "moving", "question"),
    "not-suicide": Look(QT_TRANSLATE_NOOP("words", "Not suicide"), "off", "prohibit"),
}
SOURCES: Final[Mapping[str, Look]] = {
    "mail": Look(QT_TRANSLATE_NOOP("words", "Mail"), "dim", "envelope-simple"),
    "phone": Look(QT_TRANSLATE_NOOP("words", "Phone call"), "dim", "phone-incoming"),
    "x": Look(QT_TRANSLATE_NOOP("words", "X"), "dim", "twitter-logo"),
    "citizen": Look(QT_TRANSLATE_NOOP("words", "Citizen"), "dim", "user"),
    "112": Look(QT_TRANSLATE_NOOP("words", "UP-112"), "dim", "headset"),
    "1090": Look(QT_TRANSLATE_NOOP("words", "1090"), "dim", "headset"),
    "181": Look(QT_TRANSLATE_NOOP("words", "181"), "dim", "headset"),
    "district": Look(QT_TRANSLATE_NOOP("words", "District"), "dim", "buildings"),
}
PLATFORMS: Final[Mapping[str, Look]] = {
    "facebook": Look(QT_TRANSLATE_NOOP("words", "Facebook"), "dim", "facebook-logo"),
    "instagram": Look(QT_TRANSLATE_NOOP("words", "Instagram"), "dim", "instagram-logo"),
    "facebook+instagram": Look(QT_TRANSLATE_NOOP("words", "Facebook and Instagram"), "dim", "share-network"),
}
PLACE_SOURCES: Final[Mapping[str, Look]] = {
    "stf": Look(QT_TRANSLATE_NOOP("words", "STF"), "dim", "cell-signal-full"),
    "meta": Look(QT_TRANSLATE_NOOP("words", "Meta"), "dim", "envelope-simple"),
    "subscriber": Look(QT_TRANSLATE_NOOP("words", "Address of the subscriber"), "dim", "identification-card"),
    "tower": Look(QT_TRANSLATE_NOOP("words", "Phone tower"), "dim", "cell-signal-medium"),
    "ip": Look(QT_TRANSLATE_NOOP("words", "IP address"), "dim", "globe"),
    "profile": Look(QT_TRANSLATE_NOOP("words", "Profile"), "dim", "user-circle"),
    "friend": Look(QT_TRANSLATE_NOOP("words", "Friend"), "dim", "user-plus"),
    "family": Look(QT_TRANSLATE_NOOP("words", "Family"), "dim", "users"),
    "number-plate": Look(QT_TRANSLATE_NOOP("words", "Number plate"), "dim", "car"),
    "caller": Look(QT_TRANSLATE_NOOP("words", "Who called us"), "dim", "phone-incoming"),
    "landmark": Look(QT_TRANSLATE_NOOP("words", "Landmark"), "dim", "flag"),
    "other": Look(QT_TRANSLATE_NOOP("words", "Other"), "dim", "dots-three"),
}
OUTCOMES: Final[Mapping[str, Look]] = {
    "reached": Look(QT_TRANSLATE_NOOP("words", "Reached"), "safe", "hand-palm"),
    "alive": Look(QT_TRANSLATE_NOOP("words", "Alive"), "safe", "heartbeat"),
    "injured": Look(QT_TRANSLATE_NOOP("words", "Injured"), "soon", "bandaids"),
    "hospital": Look(QT_TRANSLATE_NOOP("words", "Taken to hospital"), "soon", "first-aid-kit"),
    "intent-denied": Look(QT_TRANSLATE_NOOP("words", "Intent denied"), "dim", "chat-text"),
    "prank": Look(QT_TRANSLATE_NOOP("words", "Prank"), "dim", "smiley-meh"),
    "other-account": Look(QT_TRANSLATE_NOOP("words", "Account used by someone else"), "dim", "user-minus"),
    "died": Look(QT_TRANSLATE_NOOP("words", "Died by suicide"), "act", "flower-lotus"),
}
NOT_REACHED: Final[Mapping[str, Look]] = {
    "location-unknown": Look(QT_TRANSLATE_NOOP("words", "Location unknown"), "act", "question"),
    "location-too-wide": Look(QT_TRANSLATE_NOOP("words", "Location too wide"), "act", "circle-dashed"),
    "other-state": Look(QT_TRANSLATE_NOOP("words", "In another state"), "act", "map-trifold"),
    "phone-off": Look(QT_TRANSLATE_NOOP("words", "Phone off"), "act", "phone-slash"),
    "moved": Look(QT_TRANSLATE_NOOP("words", "Moved away"), "act", "arrow-right"),
    "account-of-someone-else": Look(
        QT_TRANSLATE_NOOP("words", "Account of someone else"), "act", "user-minus"
    ),
    "not-at-home": Look(QT_TRANSLATE_NOOP("words", "Not at home"), "act", "house"),
    "other": Look(QT_TRANSLATE_NOOP("words", "Other reason"), "act", "dots-three"),
}
REPORTS: Final[Mapping[str, Look]] = {
    "acknowledged": Look(QT_TRANSLATE_NOOP("words", "Acknowledged"), "moving", "check"),
    "en-route": Look(QT_TRANSLATE_NOOP("words", "En route"), "moving", "jeep"),
    "at-scene": Look(QT_TRANSLATE_NOOP("words", "At scene"), "moving", "flag"),
    "with-person": Look(QT_TRANSLATE_NOOP("words", "With the person"), "safe", "hand-palm"),
    "not-at-place": Look(QT_TRANSLATE_NOOP("words", "Not at the place"), "act", "map-pin-line"),
}
AUTHENTICITY: Final[Mapping[str, Look]] = {
    "verified": Look(QT_TRANSLATE_NOOP("words", "Verified: from Meta"), "safe", "shield-check"),
    "unknown-template": Look(QT_TRANSLATE_NOOP("words", "Verified sender, unknown form"), "soon", "shield"),
    "not-verifiable": Look(QT_TRANSLATE_NOOP("words", "Not verifiable"), "dim", "shield"),
    "unverified": Look(QT_TRANSLATE_NOOP("words", "Unverified sender"), "soon", "shield-warning"),
    "contradicts": Look(
        QT_TRANSLATE_NOOP("words", "Contradicts itself: may be forged"), "act", "shield-slash"
    ),
}
CLOCKS: Final[Mapping[str, Look]] = {
    "claim": Look(QT_TRANSLATE_NOOP("words", "nobody has claimed it"), "act", "timer"),
    "first_fix": Look(QT_TRANSLATE_NOOP("words", "no place found yet"), "act", "timer"),
    "hand_over": Look(QT_TRANSLATE_NOOP("words", "not handed over yet"), "act", "timer"),
    "sent": Look(QT_TRANSLATE_NOOP("words", "the hand-over is not sent"), "act", "timer"),
    "acknowledged": Look(QT_TRANSLATE_NOOP("words", "no answer to the hand-over"), "act", "timer"),
    "with_person": Look(QT_TRANSLATE_NOOP("words", "nobody is with the person"), "act", "timer"),
}
CLOCK_NAMES: Final[Mapping[str, Look]] = {
    "claim": Look(QT_TRANSLATE_NOOP("words", "Claim")),
    "first_fix": Look(QT_TRANSLATE_NOOP("words", "First place")),
    "hand_over": Look(QT_TRANSLATE_NOOP("words", "Hand-over")),
    "sent": Look(QT_TRANSLATE_NOOP("words", "Sending")),
    "acknowledged": Look(QT_TRANSLATE_NOOP("words", "Answer")),
    "with_person": Look(QT_TRANSLATE_NOOP("words", "With the person")),
}
NEXT_STEPS: Final[Mapping[str, Look]] = {
    "claim": Look(QT_TRANSLATE_NOOP("words", "claim it"), "act", "hand-palm"),
    "triage": Look(QT_TRANSLATE_NOOP("words", "read and triage"), "soon", "list-bullets"),
    "place": Look(QT_TRANSLATE_NOOP("words", "find the place"), "soon", "map-pin"),
    "handover": Look(QT_TRANSLATE_NOOP("words", "hand it over"), "soon", "paper-plane-tilt"),
    "report": Look(QT_TRANSLATE_NOOP("words", "ask what the ground says"), "moving", "phone-call"),
    "outcome": Look(QT_TRANSLATE_NOOP("words", "record how it ended"), "safe", "check-circle"),
    "close": Look(QT_TRANSLATE_NOOP("words", "close it"), "off", "archive"),
    "review": Look(QT_TRANSLATE_NOOP("words", "second person reviews"), "soon", "users"),
}
CONNECTORS: Final[Mapping[str, Look]] = {
    "up112": Look(QT_TRANSLATE_NOOP("words", "UP-112"), "moving", "headset"),
    "112": Look(QT_TRANSLATE_NOOP("words", "UP-112"), "moving", "headset"),
    "1090": Look(QT_TRANSLATE_NOOP("words", "1090 Women Power Line"), "moving", "headset"),
    "district": Look(QT_TRANSLATE_NOOP("words", "District control room"), "moving", "buildings"),
    "thana": Look(QT_TRANSLATE_NOOP("words", "Thana"), "moving", "shield"),
    "grp": Look(QT_TRANSLATE_NOOP("words", "Railway police (GRP)"), "moving", "train"),
    "stf": Look(QT_TRANSLATE_NOOP("words", "STF"), "moving", "cell-signal-full"),
    "108": Look(QT_TRANSLATE_NOOP("words", "Ambulance 108"), "moving", "first-aid-kit"),
    "other-state": Look(QT_TRANSLATE_NOOP("words", "Another state"), "moving", "map-trifold"),
    "family": Look(QT_TRANSLATE_NOOP("words", "Family"), "moving", "users"),
    "counsellor": Look(QT_TRANSLATE_NOOP("words", "Counsellor"), "follow", "chats"),
    "other": Look(QT_TRANSLATE_NOOP("words", "Other"), "moving", "dots-three"),
}
VIAS: Final[Mapping[str, Look]] = {
    "smtp": Look(QT_TRANSLATE_NOOP("words", "e-mail"), "dim", "envelope-simple"),
    "eido-https": Look(QT_TRANSLATE_NOOP("words", "EIDO incident"), "dim", "share-network"),
    "cap-https": Look(QT_TRANSLATE_NOOP("words", "CAP alert"), "dim", "share-network"),
    "cap-folder": Look(QT_TRANSLATE_NOOP("words", "CAP file"), "dim", "folder"),
    "sms-https": Look(QT_TRANSLATE_NOOP("words", "SMS"), "dim", "chat-text"),
    "slip": Look(QT_TRANSLATE_NOOP("words", "slip"), "dim", "printer"),
    "phone": Look(QT_TRANSLATE_NOOP("words", "phone"), "dim", "phone"),
}
FORCES: Final[Mapping[str, Look]] = {
    "district": Look(QT_TRANSLATE_NOOP("words", "District police"), "moving", "shield"),
    "commissionerate": Look(QT_TRANSLATE_NOOP("words", "Commissionerate"), "moving", "shield-check"),
    "grp": Look(QT_TRANSLATE_NOOP("words", "Railway police (GRP)"), "moving", "train"),
    "other-state": Look(QT_TRANSLATE_NOOP("words", "Another state"), "moving", "map-trifold"),
}
WHOSE: Final[Mapping[str, Look]] = {
    "person": Look(QT_TRANSLATE_NOOP("words", "The person"), "dim", "user"),
    "phone-owner": Look(QT_TRANSLATE_NOOP("words", "Owner of the phone"), "dim", "phone"),
    "account-owner": Look(QT_TRANSLATE_NOOP("words", "Owner of the account"), "dim", "at"),
}
CALL_RESULTS: Final[Mapping[str, Look]] = {
    "answered": Look(QT_TRANSLATE_NOOP("words", "Answered"), "safe", "phone"),
    "no-answer": Look(QT_TRANSLATE_NOOP("words", "No answer"), "soon", "phone-x"),
    "busy": Look(QT_TRANSLATE_NOOP("words", "Busy"), "soon", "phone-disconnect"),
    "switched-off": Look(QT_TRANSLATE_NOOP("words", "Switched off"), "soon", "phone-slash"),
    "wrong-number": Look(QT_TRANSLATE_NOOP("words", "Wrong number"), "soon", "phone-slash"),
}
HINTS: Final[Mapping[str, Look]] = {
    "means": Look(QT_TRANSLATE_NOOP("words", "a means is named"), "act", "warning"),
    "live": Look(QT_TRANSLATE_NOOP("words", "live video"), "act", "video-camera"),
    "now": Look(QT_TRANSLATE_NOOP("words", "happening now"), "act", "clock"),
    "goodbye": Look(QT_TRANSLATE_NOOP("words", "a goodbye"), "act", "hand-waving"),
    "place": Look(QT_TRANSLATE_NOOP("words", "a place of danger"), "act", "train"),
    "wish": Look(QT_TRANSLATE_NOOP("words", "a wish to die"), "soon", "chat-dots"),
    "minor": Look(QT_TRANSLATE_NOOP("words", "perhaps under 18"), "soon", "student"),
    "posted": Look(QT_TRANSLATE_NOOP("words", "posted within the last hour"), "soon", "clock"),
}
HEALTH: Final[Mapping[str, Look]] = {
    "ok": Look(QT_TRANSLATE_NOOP("words", "well"), "dim", "check"),
    "starting": Look(QT_TRANSLATE_NOOP("words", "starting"), "dim", "hourglass"),
    "late": Look(QT_TRANSLATE_NOOP("words", "late"), "soon", "warning"),
    "down": Look(QT_TRANSLATE_NOOP("words", "not working"), "act", "warning-octagon"),
    "off": Look(QT_TRANSLATE_NOOP("words", "not set up"), "off", "prohibit"),
}
TABLES: Final[Mapping[str, Mapping[str, Look]]] = {
    "states": STATES,
    "priorities": PRIORITIES,
    "categories": CATEGORIES,
    "sources": SOURCES,
    "platforms": PLATFORMS,
    "place_sources": PLACE_SOURCES,
    "outcomes": OUTCOMES,
    "not_reached": NOT_REACHED,
    "reports": REPORTS,
    "authenticity": AUTHENTICITY,
    "clocks": CLOCKS,
    "clock_names": CLOCK_NAMES,
    "next_steps": NEXT_STEPS,
    "connectors": CONNECTORS,
    "vias": VIAS,
    "forces": FORCES,
    "whose": WHOSE,
    "call_results": CALL_RESULTS,
    "hints": HINTS,
    "health": HEALTH,
}


def word(table: Mapping[str, Look], key: str) -> str:
    """The word of a key; a key that this version does not know is shown as it stands."""
    look = table.get(key)
    return translate(look.word) if look else key


def role(table: Mapping[str, Look], key: str) -> str:
    """The colour role of a key."""
    look = table.get(key)
    return look.role if look else "dim"


def icon(table: Mapping[str, Look], key: str) -> str:
    """The icon of a key, or "" where it has none."""
    look = table.get(key)
    return look.icon if look else ""


def state(key: str) -> str:
    """A rung of the ladder."""
    return word(STATES, key)


def category(key: str) -> str:
    """What kind of alert; "" is one that nobody has read yet."""
    return word(CATEGORIES, key)


def source(key: str) -> str:
    """Where the alert came from."""
    return word(SOURCES, key)


def platform(key: str) -> str:
    """Where it was posted."""
    return word(PLATFORMS, key)


def place_source(key: str) -> str:
    """Who named the place."""
    return word(PLACE_SOURCES, key)


def outcome(key: str) -> str:
    """A fact of how it ended, or a reason for not having reached the person."""
    return word(OUTCOMES, key) if key in OUTCOMES else word(NOT_REACHED, key)


def not_reached(key: str) -> str:
    """Why the person was not reached."""
    return word(NOT_REACHED, key)


def report(key: str) -> str:
    """What the ground said."""
    return word(REPORTS, key)


def authenticity(key: str) -> str:
    """Whether the mail is really from Meta."""
    return word(AUTHENTICITY, key)


def clock(key: str) -> str:
    """Why a case is late."""
    return word(CLOCKS, key)


def next_step(key: str) -> str:
    """The next best step, for the line "next: ..."."""
    return word(NEXT_STEPS, key)


def via(key: str) -> str:
    """How a hand-over goes out."""
    return word(VIAS, key)


def hint(key: str) -> str:
    """What words of the alert hint at."""
    return word(HINTS, key)


def whose(key: str) -> str:
    """Who lives or is at a place."""
    return word(WHOSE, key)


def force(key: str) -> str:
    """Which police."""
    return word(FORCES, key)


def call_result(key: str) -> str:
    """What came of a call."""
    return word(CALL_RESULTS, key)


def connector(key: str) -> str:
    """To whom a case was handed over; a name typed by hand stands as it is."""
    return word(CONNECTORS, key)


def priority_role(priority: int) -> str:
    """The colour role of a priority, 1 worst to 5."""
    return role(PRIORITIES, str(priority))

"""Every command by its key: its title, icon, keys and menu. What it does is registered in the CommandBook."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class CommandWord(NamedTuple):
    """A command's title in English, icon, default keys (as QKeySequence text) and menu ("" for none)."""

    title: object
    icon: str = ""
    keys: tuple[str, ...] = ()
    menu: str = ""


MENUS: Final[Mapping[str, object]] = {
    "case": QT_TRANSLATE_NOOP("commands", "&Case"),
    "care": QT_TRANSLATE_NOOP("commands", "&Follow-up"),
    "queue": QT_TRANSLATE_NOOP("commands", "&Queue"),
    "map": QT_TRANSLATE_NOOP("commands", "&Map"),
    "view": QT_TRANSLATE_NOOP("commands", "&View"),
    "room": QT_TRANSLATE_NOOP("commands", "&Room"),
}
COMMANDS: Final[Mapping[str, CommandWord]] = {
    "next": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Do the next best step"), "skip-forward", ("F5",), "case"
    ),
    "claim": CommandWord(QT_TRANSLATE_NOOP("commands", "Claim"), "hand-palm", ("C",), "case"),
    "confirm": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Vouch for a mail that contradicts itself"), "shield-check", (), "case"
    ),
    "stop_sending": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Stop sending what did not go out"), "prohibit", (), "case"
    ),
    "release": CommandWord(QT_TRANSLATE_NOOP("commands", "Release"), "hand-waving", (), "case"),
    "triage": CommandWord(QT_TRANSLATE_NOOP("commands", "Triage"), "list-bullets", ("T",), "case"),
    "checks": CommandWord(QT_TRANSLATE_NOOP("commands", "Check-list"), "check-square", ("X",), "case"),
    "place": CommandWord(QT_TRANSLATE_NOOP("commands", "Place"), "map-pin", ("P",), "case"),
    "tried": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Location tried, no place yet"), "crosshair", ("L",), "case"
    ),
    "ask": CommandWord(QT_TRANSLATE_NOOP("commands", "Ask for a place"), "phone-outgoing", ("A",), "case"),
    "choose": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Which place counts"), "map-pin-line", ("G",), "case"
    ),
    "whose": CommandWord(QT_TRANSLATE_NOOP("commands", "Whose case is it"), "shield", ("W",), "case"),
    "handover": CommandWord(QT_TRANSLATE_NOOP("commands", "Hand over"), "paper-plane-tilt", ("H",), "case"),
    "report": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Report from the ground"), "phone-incoming", ("R",), "case"
    ),
    "call": CommandWord(QT_TRANSLATE_NOOP("commands", "Call them now"), "phone-call", ("D",), "case"),
    "speak": CommandWord(
        QT_TRANSLATE_NOOP("commands", "How to speak, and what the law says"), "chats-circle", ("S",), "case"
    ),
    "late": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Call or do what is most late"), "timer", ("F9",), "case"
    ),
    "outcome": CommandWord(QT_TRANSLATE_NOOP("commands", "Outcome"), "check-circle", ("O",), "case"),
    "review": CommandWord(QT_TRANSLATE_NOOP("commands", "Review"), "users", (), "case"),
    "note": CommandWord(QT_TRANSLATE_NOOP("commands", "Note"), "note-pencil", ("N",), "case"),
    "fact": CommandWord(QT_TRANSLATE_NOOP("commands", "Add a fact"), "plus-circle", (), "case"),
    "join": CommandWord(QT_TRANSLATE_NOOP("commands", "Join with another case"), "git-merge", ("M",), "case"),
    "decline": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Keep apart: not the same person"), "git-fork", (), "case"
    ),
    "known": CommandWord(
        QT_TRANSLATE_NOOP("commands", "It is the person of an earlier case"),
        "user-focus",
        ("Y",),
        "case",
    ),
    "not_known": CommandWord(
        QT_TRANSLATE_NOOP("commands", "It is nobody of an earlier case"), "user-minus", (), "case"
    ),
    "split": CommandWord(QT_TRANSLATE_NOOP("commands", "Take joined cases apart"), "git-branch", (), "case"),
    "close": CommandWord(QT_TRANSLATE_NOOP("commands", "Close the case"), "archive", (), "case"),
    "reopen": CommandWord(QT_TRANSLATE_NOOP("commands", "Reopen"), "arrow-counter-clockwise", (), "case"),
    "undo": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Take back the last step"), "arrow-u-up-left", ("Ctrl+Z",), "case"
    ),
    "reveal": CommandWord(QT_TRANSLATE_NOOP("commands", "Reveal what is masked"), "eye", ("F2",), "case"),
    "reveal_words": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Show the words of the alert"), "eye", ("Shift+F2",), "case"
    ),
    "board": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Who is to be spoken with…"),
        "calendar-check",
        ("B",),
        "care",
    ),
    "reviews": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Whose data is to be looked at…"), "archive", ("Shift+B",), "care"
    ),
    "person_page": CommandWord(
        QT_TRANSLATE_NOOP("commands", "The person's page…"), "identification-badge", ("I",), "care"
    ),
    "find_person": CommandWord(QT_TRANSLATE_NOOP("commands", "Find a person…"), "user-focus", ("Q",), "care"),
    "care_contact": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Log a contact"), "phone-call", ("Shift+C",), "care"
    ),
    "care_note": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Note on the person"), "note-pencil", ("Shift+N",), "care"
    ),
    "care_consent": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Agreed, or no longer"), "handshake", ("Shift+A",), "care"
    ),
    "care_refer": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Refer to a service"), "first-aid", ("Shift+S",), "care"
    ),
    "care_reach": CommandWord(
        QT_TRANSLATE_NOOP("commands", "How to reach them, what helps"), "heart", ("Shift+R",), "care"
    ),
    "care_family": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Family and friends"), "users", ("Shift+F",), "care"
    ),
    "care_facts": CommandWord(
        QT_TRANSLATE_NOOP("commands", "More about who they are"), "user-list", ("Shift+W",), "care"
    ),
    "care_plan": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Begin a plan"), "calendar-plus", ("Shift+P",), "care"
    ),
    "care_owner": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Hand the plan on"), "hand-palm", ("Shift+O",), "care"
    ),
    "care_move": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Move a contact"), "calendar", ("Shift+D",), "care"
    ),
    "care_end": CommandWord(
        QT_TRANSLATE_NOOP("commands", "End the plan"), "calendar-x", ("Shift+E",), "care"
    ),
    "care_join": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Join with another person"), "git-merge", ("Shift+M",), "care"
    ),
    "care_split": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Take joined persons apart"), "git-branch", ("Shift+X",), "care"
    ),
    "care_keep": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Keep or erase the data: review"), "hourglass", (), "care"
    ),
    "care_erase": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Erase the data: second person"), "eraser", (), "care"
    ),
    "care_export": CommandWord(QT_TRANSLATE_NOOP("commands", "Export the data"), "export", (), "care"),
    "roster": CommandWord(QT_TRANSLATE_NOOP("commands", "Counsellors…"), "users-three", (), "care"),
    "alert": CommandWord(
        QT_TRANSLATE_NOOP("commands", "New alert by phone"), "phone-incoming", ("Ctrl+N",), "queue"
    ),
    "down": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Next case in the queue"), "arrow-down", ("J",), "queue"
    ),
    "up": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Previous case in the queue"), "arrow-up", ("K",), "queue"
    ),
    "top": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Show the new ones above"), "arrow-line-up", ("Home",), "queue"
    ),
    "search": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Search"), "magnifying-glass", ("/", "Ctrl+F"), "queue"
    ),
    "view_new": CommandWord(QT_TRANSLATE_NOOP("commands", "Show new cases"), "bell", ("Ctrl+1",), "queue"),
    "view_mine": CommandWord(QT_TRANSLATE_NOOP("commands", "Show my cases"), "user", ("Ctrl+2",), "queue"),
    "view_open": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Show all open cases"), "tray", ("Ctrl+3",), "queue"
    ),
    "view_closed": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Show closed cases"), "archive", ("Ctrl+4",), "queue"
    ),
    "view_all": CommandWord(QT_TRANSLATE_NOOP("commands", "Show everything"), "stack", ("Ctrl+5",), "queue"),
    "view_unplaced": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Show cases without a place"), "map-pin-line", ("Ctrl+6",), "queue"
    ),
    "view_review": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Show what waits for a second person"), "users", ("Ctrl+7",), "queue"
    ),
    "boundaries": CommandWord(QT_TRANSLATE_NOOP("commands", "Import boundaries…"), "polygon", (), "map"),
    "stations": CommandWord(QT_TRANSLATE_NOOP("commands", "Import stations…"), "shield-plus", (), "map"),
    "show_places": CommandWord(
        QT_TRANSLATE_NOOP("commands", "See all places of this case"), "frame-corners", ("V",), "map"
    ),
    "pick": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Pick a place on the map"), "crosshair-simple", ("F4",), "map"
    ),
    "pane_queue": CommandWord(QT_TRANSLATE_NOOP("commands", "Go to the queue"), "queue", ("Alt+1",), "view"),
    "pane_map": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Go to the map"), "map-trifold", ("Alt+2",), "view"
    ),
    "pane_case": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Go to the case"), "identification-card", ("Alt+3",), "view"
    ),
    "palette": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Any command or case"), "command", ("Ctrl+K",), "view"
    ),
    "keys": CommandWord(QT_TRANSLATE_NOOP("commands", "Show the keys"), "keyboard", ("?", "F1"), "view"),
    "figures": CommandWord(QT_TRANSLATE_NOOP("commands", "Figures of some days…"), "chart-bar", (), "view"),
    "fidelity": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Follow-up: planned and done…"), "chart-line-up", (), "view"
    ),
    "change_keys": CommandWord(QT_TRANSLATE_NOOP("commands", "Change the keys…"), "keyboard", (), "view"),
    "language": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Hindi or English"), "translate", ("Ctrl+Shift+L",), "view"
    ),
    "theme": CommandWord(QT_TRANSLATE_NOOP("commands", "Dark or light"), "moon", ("Ctrl+T",), "view"),
    "bigger": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Larger text"), "magnifying-glass-plus", ("Ctrl++", "Ctrl+="), "view"
    ),
    "smaller": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Smaller text"), "magnifying-glass-minus", ("Ctrl+-",), "view"
    ),
    "layout": CommandWord(QT_TRANSLATE_NOOP("commands", "Put the panes back"), "layout", (), "view"),
    "mute": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Sound on or off"), "speaker-slash", ("Ctrl+M",), "room"
    ),
    "sound_test": CommandWord(QT_TRANSLATE_NOOP("commands", "Test the sound"), "speaker-high", (), "room"),
    "person": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Change who sits at this desk…"), "user-gear", ("Ctrl+P",), "room"
    ),
    "pin": CommandWord(QT_TRANSLATE_NOOP("commands", "PIN and lock…"), "key", (), "room"),
    "lock": CommandWord(QT_TRANSLATE_NOOP("commands", "Lock the window"), "lock-key", ("Ctrl+L",), "room"),
    "link": CommandWord(
        QT_TRANSLATE_NOOP("commands", "How the shared database is"), "cloud-check", ("Ctrl+I",), "room"
    ),
    "sign_in": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Connect to the shared database…"), "sign-in", (), "room"
    ),
    "sign_out": CommandWord(QT_TRANSLATE_NOOP("commands", "Sign out…"), "sign-out", (), "room"),
    "directory": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Directory…"), "address-book", ("Ctrl+D",), "room"
    ),
    "duty": CommandWord(QT_TRANSLATE_NOOP("commands", "Who is on duty…"), "user-circle-gear", (), "room"),
    "relief": CommandWord(QT_TRANSLATE_NOOP("commands", "Take over from me"), "lifebuoy", ("F7",), "room"),
    "take_over": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Take over from who asks"), "handshake", ("Shift+F7",), "room"
    ),
    "shift": CommandWord(
        QT_TRANSLATE_NOOP("commands", "My shift, and what is covered for me…"), "user-circle", (), "room"
    ),
    "on_duty": CommandWord(QT_TRANSLATE_NOOP("commands", "Who may need a break…"), "users", (), "room"),
    "incident": CommandWord(
        QT_TRANSLATE_NOOP("commands", "A word to the supervisor…"), "envelope-simple", ("Ctrl+J",), "room"
    ),
    "limits": CommandWord(QT_TRANSLATE_NOOP("commands", "Limits of the clocks…"), "timer", (), "room"),
    "breaks": CommandWord(QT_TRANSLATE_NOOP("commands", "When a break is proposed…"), "coffee", (), "room"),
    "exercise": CommandWord(QT_TRANSLATE_NOOP("commands", "Exercise…"), "graduation-cap", (), "room"),
    "connectors": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Ways out of this room"), "paper-plane-tilt", (), "room"
    ),
    "settings": CommandWord(
        QT_TRANSLATE_NOOP("commands", "Mailbox and settings…"), "gear-six", ("Ctrl+,",), "room"
    ),
    "canary": CommandWord(QT_TRANSLATE_NOOP("commands", "Test mail…"), "heartbeat", (), "room"),
    "back": CommandWord(QT_TRANSLATE_NOOP("commands", "Back"), "arrow-left", ("Esc",)),
    "quit": CommandWord(QT_TRANSLATE_NOOP("commands", "End the program"), "power", ("Ctrl+Q",), "room"),
}


def title(key: str) -> str:
    """The title of a command, in the language of the moment."""
    known = COMMANDS.get(key)
    return QCoreApplication.translate("commands", str(known.title)) if known else key


def english_title(key: str) -> str:
    """The title as it stands in the source: the command line understands both languages."""
    known = COMMANDS.get(key)
    return str(known.title) if known else key


def menu_title(key: str) -> str:
    """The title of a menu."""
    return QCoreApplication.translate("commands", str(MENUS[key]))


def icon(key: str) -> str:
    """The icon of a command."""
    known = COMMANDS.get(key)
    return known.icon if known else ""


def menu_of(key: str) -> str:
    """In which menu a command stands; "" for none."""
    known = COMMANDS.get(key)
    return known.menu if known else ""


def menu_heading(key: str) -> str:
    """The title of a menu without the letter that opens it; of what stands in none, "Everywhere"."""
    if not key:
        return QCoreApplication.translate("commands", "Everywhere")
    return re.sub(r"\s*\(&.\)|&", "", menu_title(key))

"""How the desk stands to the shared database, in words: for the chip, and at length. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.casework.room.sharing import Link
from controlroom.ui.case.ist import clock_text
from controlroom.ui.shared.rights import roles_text
from controlroom.ui.status.chip import Mark

translate = QCoreApplication.translate
SKEW_MS: Final = 2_000  # beyond this the clocks differ enough to be told
MOST_NAMED: Final = 3  # cases
LAG: Final = 200  # events that the projector has still to see: more than a burst
_LOOKS: Final = {
    "alone": ("dim", "hard-drives"),
    "connecting": ("dim", "cloud"),
    "connected": ("text", "cloud-check"),
    "behind": ("soon", "cloud-arrow-down"),
    "away": ("soon", "cloud-slash"),
    "refused": ("act", "prohibit"),
    "unsaved": ("act", "hard-drives"),
}


class Told(NamedTuple):
    """What is so, and what to do about it."""

    icon: str
    role: str
    what: str
    todo: str = ""


def moment(micros: int) -> datetime:
    """Microseconds since 1970 to an aware UTC time."""
    return datetime.fromtimestamp(micros / 1e6, UTC)


def is_two_machines(link: Link) -> bool:
    """Whether everything that is stored is on a second machine too."""
    return link.standbys > 0 and link.flushed_seq >= link.seq


def is_skewed(link: Link) -> bool:
    """Whether this desk's clock differs from the server's by more than is told."""
    return link.skew_ms is not None and abs(link.skew_ms) > SKEW_MS


def look(link: Link) -> tuple[str, str]:
    """(colour role, icon) of the chip."""
    role, icon = _LOOKS[link.state]
    if link.refused and role != "act":
        role = "soon"
    return role, icon


def word(link: Link, now: datetime) -> str:
    """The chip in a word or two."""
    since = clock_text(moment(link.since), now) if link.since is not None else ""
    if link.state == "alone":
        text = translate("link", "Alone since %1") if since else translate("link", "This desk alone")
    elif link.state == "away":
        text = translate("link", "Away since %1") if since else translate("link", "Away")
    elif link.state == "behind":
        text = translate("link", "Behind by %1").replace("%1", f"{link.behind:,}")
    else:
        text = {
            "connecting": _connecting(link),
            "connected": translate("link", "Shared"),
            "refused": translate("link", "Refused"),
            "unsaved": translate("link", "Nothing is saved"),
        }[link.state]
    return text.replace("%1", since)


def _connecting(link: Link) -> str:
    if link.behind:
        return translate("link", "Fetching: %1 left").replace("%1", f"{link.behind:,}")
    return translate("link", "Connecting…")


def short_word(link: Link, now: datetime) -> str:
    """The same where there is little room: the sign says the rest."""
    since = clock_text(moment(link.since), now) if link.since is not None else ""
    return {"behind": f"{link.behind:,}", "away": since, "alone": since}.get(link.state, "")


def marks(link: Link) -> tuple[Mark, ...]:
    """What waits, was refused, lies aside; on how many machines it is; how far the clock is off."""
    found = []
    if link.pending and link.state != "alone":
        found.append(Mark("arrow-up", f"{link.pending:,}", "soon" if link.state == "away" else "dim"))
    if link.standbys > 0 and link.state in ("connected", "behind") and not link.pending:
        found.append(Mark("checks", "", "safe") if is_two_machines(link) else Mark("check", "", "dim"))
    if link.refused:
        found.append(Mark("x-circle", f"{link.refused:,}", "act"))
    if link.set_aside:
        found.append(Mark("tray", f"{link.set_aside:,}", "soon"))
    if is_skewed(link):
        off = translate("link", "%1 s").replace("%1", f"{round((link.skew_ms or 0) / 1000):+d}")
        found.append(Mark("clock-clockwise", off, "soon"))
    return tuple(found)


def sentences(link: Link, now: datetime) -> list[Told]:
    """All that there is to say, the most important first."""
    role, icon = _LOOKS[link.state]
    told = [Told(icon, role, *_state(link, now)), _role(link), _fault(link), _pending(link), _machines(link)]
    told += [_refused(link), _set_aside(link), _skew(link), _lag(link)]
    return [one for one in told if one is not None]


def _state(link: Link, now: datetime) -> tuple[str, str]:
    since = clock_text(moment(link.since), now) if link.since is not None else "–"
    if link.state == "connecting" and link.behind:
        what = translate("link", "What the room has is coming to this desk, open cases first: %1 are left.")
        todo = translate("link", "Work on: a case can be worked on as soon as it stands in the queue.")
        return what.replace("%1", f"{link.behind:,}"), todo
    what, todo = {
        "alone": (
            translate("link", "This desk works alone."),
            translate("link", "Everything is kept on this desk and nothing is lost; no other desk sees it."),
        ),
        "connecting": (
            translate("link", "This desk is calling the shared database."),
            translate("link", "Work on: what you do is kept here and is sent when it answers."),
        ),
        "connected": (
            translate("link", "Connected to the room %1 as %2, since %3."),
            translate("link", "What you do is seen on every desk within a second."),
        ),
        "behind": (
            translate("link", "Steps of other desks that are still on their way here: %4."),
            translate("link", "Work on; what you see may be a moment old. It catches up by itself."),
        ),
        "away": (
            translate("link", "The shared database cannot be reached since %3."),
            translate(
                "link",
                "Work on: every step is kept here and is sent when it is back. Until then nobody else"
                " sees what you do, so tell the other desks what is urgent by phone.",
            ),
        ),
        "refused": (
            translate("link", "The shared database does not let this desk in."),
            translate("link", "Work on: every step is kept here. Sign in again, or ask your administrator."),
        ),
        "unsaved": (
            translate("link", "This desk cannot save: its own disk takes nothing since %3."),
            translate(
                "link",
                "What was saved is safe, but what you do now is not kept, and what other desks do does not"
                " come in. It goes on by itself when the disk has space again.",
            ),
        ),
    }[link.state]
    for place, value in (("%1", link.room), ("%2", link.login), ("%3", since), ("%4", f"{link.behind:,}")):
        what = what.replace(place, value)
    return what, todo


def _role(link: Link) -> Told | None:
    return None if link.reads_cases else Told("eye-slash", "dim", no_cases_text(link))


def no_cases_text(link: Link) -> str:
    """Why a window that shows no case says nothing about whether there are any."""
    text = translate(
        "link", "Your role here (%1) reads no cases: this window shows none, and not what is late."
    )
    return text.replace("%1", roles_text(link))


def fault_text(link: Link) -> str:
    """Why it is not connected, or ""."""
    text = translate("faults", link.fault) if link.fault else ""
    return text.format(**link.fault_values) if link.fault_values else text


def _fault(link: Link) -> Told | None:
    text = fault_text(link)
    return Told("info", "dim", text) if text else None


def _pending(link: Link) -> Told | None:
    if not link.pending or link.state == "alone":
        return None
    text = translate("link", "Steps of this desk that are not shared yet: %1.")
    todo = translate("link", "They are sent by themselves; you need do nothing.")
    return Told("arrow-up", "soon", text.replace("%1", f"{link.pending:,}"), todo)


def _machines(link: Link) -> Told | None:
    if link.standbys <= 0 or link.state not in ("connected", "behind"):
        return None
    if is_two_machines(link):
        return Told("checks", "safe", translate("link", "Everything stored is on two machines."))
    text = translate("link", "Stored, and not yet on two machines: %1 steps.")
    todo = translate("link", "If one machine broke now, this desk would send its own again.")
    return Told("check", "dim", text.replace("%1", f"{link.seq - link.flushed_seq:,}"), todo)


def _refused(link: Link) -> Told | None:
    if not link.refused:
        return None
    text = translate("link", "Steps of yours that were refused: %1.")
    if link.refused_in:
        text = translate("link", "Steps of yours that were refused: %1, in %2.")
        text = text.replace("%2", numbers_text(link.refused_in))
    todo = translate(
        "link",
        "Each stands in the log of its case with the reason, and nothing typed is lost."
        " Where it still holds, do it again there.",
    )
    return Told("x-circle", "act", text.replace("%1", f"{link.refused:,}"), todo)


def numbers_text(numbers: Sequence[str]) -> str:
    """The first few cases, and how many more."""
    shown = ", ".join(numbers[:MOST_NAMED])
    return f"{shown} +{len(numbers) - MOST_NAMED}" if len(numbers) > MOST_NAMED else shown


def _set_aside(link: Link) -> Told | None:
    if not link.set_aside:
        return None
    text = translate("link", "Steps of other desks that could not be used here: %1.")
    todo = translate("link", "They are kept and hold up nothing. Tell your administrator.")
    return Told("tray", "soon", text.replace("%1", f"{link.set_aside:,}"), todo)


def _skew(link: Link) -> Told | None:
    if not is_skewed(link):
        return None
    skew = link.skew_ms or 0
    ahead = translate("link", "This desk's clock is %1 s ahead of the server's.")
    late = translate("link", "This desk's clock is %1 s behind the server's.")
    text = (ahead if skew > 0 else late).replace("%1", f"{abs(skew) / 1000:.0f}")
    todo = translate(
        "link", "Have this machine's clock set; until then order and times here go by the server's."
    )
    return Told("clock-clockwise", "soon", text, todo)


def _lag(link: Link) -> Told | None:
    if link.projector_lag is None or link.projector_lag <= LAG:
        return None
    text = translate("link", "The server's index of older cases is %1 steps behind.")
    todo = translate("link", "Searching old cases may miss the newest.")
    return Told("hourglass", "dim", text.replace("%1", f"{link.projector_lag:,}"), todo)

"""The Log tab: every event of the case as a sentence, newest first."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from controlroom.domain.events import KINDS, Event
from controlroom.domain.fold import order_key
from controlroom.ui.case import ist
from controlroom.ui.case.line import Line
from controlroom.ui.case.lines import MOST
from controlroom.ui.case.sight import Sight, is_late_entry
from controlroom.ui.case.tab import LinesTab
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.shared.refusal_words import refusal
from controlroom.ui.shared.sharing_words import unshared_text
from controlroom.wording import event_icons, event_words

translate = QCoreApplication.translate
FOLDED: Final = frozenset({"case_opened"})  # a look: many of them crowd out what was done


class LogTab(LinesTab):
    """Nothing in here can be changed; what was taken back stays, struck through."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent, tokens)
        self._note = self.add_step("note", "note-pencil")
        self._undo = self.add_step("undo", "arrow-u-up-left")
        self._waiting: Sight | None = None  # what is told when the tab is turned to: a long log takes a while

    def retranslate(self) -> None:
        self._note.setText(translate("case", "Note"))
        self._undo.setText(translate("case", "Take back"))

    def show_sight(self, sight: Sight) -> None:
        if self.isVisible():
            self._tell(sight)
        else:
            self._waiting = sight

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting is not None:
            self._tell(self._waiting)

    def leave_case(self) -> None:
        super().leave_case()
        self._waiting = None

    def _tell(self, sight: Sight) -> None:
        self._waiting = None
        self._undo.setEnabled(sight.view.undoable is not None)
        more = len(sight.view.events) - MOST
        text = translate("case", "The newest %1 of %2").replace("%1", str(MOST))
        self.note.put(text.replace("%2", str(len(sight.view.events))) if more > 0 else "")
        self.show_lines(log_lines(sight), "")


def log_lines(sight: Sight) -> Sequence[Line]:
    """Newest first, by the order in which they were written down."""
    ordered = _with_refused(sight)
    takers = {
        str(event.body.get("event")): event
        for event in sight.view.events
        if event.kind == "event_undone" and event.id not in sight.view.undone
    }
    counts = looks(ordered)
    shown = [event for event in ordered if event.kind not in FOLDED or event.id in counts]
    return [
        _line(sight, event, takers.get(str(event.id)), counts.get(event.id, ())) for event in shown[:MOST]
    ]


def _with_refused(sight: Sight) -> Sequence[Event]:
    """Newest first; what was refused has no place in the order and stands where it was entered."""
    ordered = sorted(sight.view.events, key=order_key, reverse=True)
    for event, _ in sight.view.refused:
        at = next((n for n, other in enumerate(ordered) if other.at <= event.at), len(ordered))
        ordered.insert(at, event)
    return ordered


def is_void(sight: Sight, event: Event) -> bool:
    """A join that stands and yet does not count: it would have closed a circle."""
    if event.id in sight.view.undone:
        return False
    if event.kind == "case_joined":
        return event.body.get("into") != str(sight.case.joined_into)
    absorbed = {str(other) for other, _ in sight.case.absorbed}
    return event.kind == "case_absorbed" and str(event.body.get("other")) not in absorbed


def looks(ordered: Sequence[Event]) -> dict[UUID, list[Event]]:
    """Looks with nothing else between them, by the newest of each person: they are told in one line."""
    found: dict[UUID, list[Event]] = {}
    stretch: dict[tuple[str, str], UUID] = {}
    for event in ordered:
        if event.kind not in FOLDED:
            stretch.clear()
            continue
        newest = stretch.setdefault((event.kind, event.actor), event.id)
        found.setdefault(newest, []).append(event)
    return found


def _line(sight: Sight, event: Event, taker: Event | None, same: Sequence[Event]) -> Line:
    is_undone = event.id in sight.view.undone
    notes = []
    if is_undone and taker is not None:
        notes.append(translate("case", "taken back by %1").replace("%1", taker.actor))
    if is_late_entry(event):
        notes.append(entered_text(sight, event))
    if len(same) > 1:
        text = translate("case", "%1 times since %2").replace("%2", sight.clock(same[-1].happened_at))
        notes.append(text.replace("%1", str(len(same))))
    why = next((why for other, why in sight.view.refused if other.id == event.id), None)
    if why is not None:
        notes.append(translate("case", "does not count: do it again if it still holds"))
    if is_void(sight, event):
        notes.append(translate("case", "does not count: the two were joined the other way round before"))
    is_quiet = event.kind in KINDS and KINDS[event.kind].audience == "audit"
    is_pending = not sight.is_alone and event.id in sight.view.pending
    return Line(
        key=str(event.id),
        lead=sight.clock(event.happened_at),
        title=sight.words(log_sentence(event)),
        detail=", ".join(notes),
        aside=event.actor,
        mark="cloud-slash" if is_pending else "",
        icon=event_icons.icon(event.kind) if why is None else "x-circle",
        tone="" if why is None else "act",
        tag="" if why is None else refusal(why),
        tag_tone="act",
        is_struck=is_undone or why is not None or is_void(sight, event),
        is_dim=is_quiet or event.kind == "event_undone",
        tip="\n".join((_tip(event), unshared_text())) if is_pending else _tip(event),
        payload=None if why is None else ("again", event),
    )


def log_sentence(event: Event) -> str:
    """The sentence, with the reason or the value where the event has one; whatever stands in it."""
    try:
        return _told(event)
    except event_words.ODD:
        return event_words.unreadable()


def _told(event: Event) -> str:
    text = event_words.sentence(event)
    if event.kind == "fact_added":
        facts = event.body.get("facts")
        values = [str(v) for many in facts.values() for v in many] if isinstance(facts, dict) else []
        return f"{text}: {', '.join(values)}" if values else text
    reason = str(event.body.get("reason") or "") if event.kind != "case_closed" else ""
    if event.kind == "event_undone" and reason == "split":  # what joins.split_cases says for no reason
        return translate("case", "Joined cases taken apart")
    if event.kind == "case_claimed" and event.body.get("from"):
        taken = translate("case", "taken over from %1").replace("%1", str(event.body["from"]))
        return f"{text}: {taken}"
    if event.kind == "copied_out":
        reason = field_word(str(event.body.get("field") or ""))
    return f"{text}: {reason}" if reason else text


def field_word(field: str) -> str:
    """What kind of value was copied."""
    named = {
        "names": translate("case", "Name"),
        "usernames": translate("case", "User name"),
        "phones": translate("case", "Phone"),
        "account_urls": translate("case", "Link"),
        "emails": translate("case", "E-mail"),
        "ips": translate("case", "IP address"),
        "pin_codes": translate("case", "PIN code"),
        "times": translate("case", "Time named"),
        "district": translate("case", "District"),
        "place": translate("case", "Place"),
    }
    return named.get(field, field)


def entered_text(sight: Sight, event: Event) -> str:
    """That it was written down later than it was so."""
    return translate("case", "entered late, at %1").replace("%1", sight.clock(event.at))


def _tip(event: Event) -> str:
    happened = translate("case", "Happened: %1").replace("%1", ist.full_text(event.happened_at))
    entered = translate("case", "Entered: %1").replace("%1", ist.full_text(event.at))
    desk = translate("case", "At desk: %1").replace("%1", event.desk)
    return "\n".join((happened, entered, desk))

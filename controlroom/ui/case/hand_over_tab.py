"""The Hand-over tab: to whom the case went, what the ground said, and how it ended, newest first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.domain.events import Event
from controlroom.ui import event_words, words
from controlroom.ui.case import ist
from controlroom.ui.case.lines import Line
from controlroom.ui.case.log_tab import entered_text
from controlroom.ui.case.sight import Sight, is_late_entry
from controlroom.ui.case.tab import LinesTab
from controlroom.ui.forms.words import receiver
from controlroom.ui.theme import Tokens

translate = QCoreApplication.translate
_KINDS: Final = ("handed_over", "report_received", "outcome_recorded", "outcome_reviewed")


class HandOverTab(LinesTab):
    """The time on the ground leads; a late entry says when it was written down."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent, tokens)
        self._over = self.add_step("handover", "paper-plane-tilt")
        self._report = self.add_step("report", "phone-incoming")
        self._outcome = self.add_step("outcome", "check-circle")

    def retranslate(self) -> None:
        self._over.setText(translate("case", "Hand over"))
        self._report.setText(translate("case", "Report"))
        self._outcome.setText(translate("case", "Outcome"))

    def show_sight(self, sight: Sight) -> None:
        nothing = translate("case", "Not handed over yet. H hands it over; R takes what the ground says.")
        self.show_lines(hand_over_lines(sight), nothing)


def hand_over_lines(sight: Sight) -> Sequence[Line]:
    """What still stands, newest on the ground first."""
    view = sight.view
    told = [event for event in view.events if event.kind in _KINDS and event.id not in view.undone]
    told.sort(key=lambda event: event.happened_at, reverse=True)
    return [_line(sight, event) for event in told]


def _line(sight: Sight, event: Event) -> Line:
    body = event.body
    title, detail, tone = event_words.sentence(event), "", "dim"
    if event.kind == "handed_over":
        to = receiver(str(body.get("to") or ""))
        title = translate("case", "To %1").replace("%1", to)
        detail = (
            translate("case", "their number: %1").replace("%1", str(body["ref"])) if body.get("ref") else ""
        )
        tone = "moving"
    elif event.kind == "report_received":
        step = str(body.get("step") or "")
        title, tone = words.report(step), words.role(words.REPORTS, step)
        detail = receiver(str(body["from"])) if body.get("from") else ""
    elif event.kind == "outcome_recorded":
        tone = "act" if body.get("not_reached") else "safe"
    is_late = is_late_entry(event)
    return Line(
        key=str(event.id),
        lead=sight.clock(event.happened_at),
        title=sight.words(title),
        detail=sight.words(detail),
        aside=event.actor,
        icon=event_words.icon(event.kind),
        tone=tone,
        tag=entered_text(sight, event) if is_late else "",
        tag_tone="soon",
        tip=f"{ist.full_text(event.happened_at)}\n{ist.full_text(event.at)}"
        if is_late
        else ist.full_text(event.at),
    )

"""The Hand-over tab: each receiver with its clock and answer; then what the ground said and how it ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.domain.events import Event
from controlroom.ui.case import ist
from controlroom.ui.case.line import Line
from controlroom.ui.case.log_tab import entered_text
from controlroom.ui.case.receiver_lines import is_waiting, receiver_lines
from controlroom.ui.case.report_marks import report_marks
from controlroom.ui.case.sight import Sight, is_late_entry
from controlroom.ui.case.tab import LinesTab
from controlroom.ui.forms.words import receiver
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import event_icons, event_words, words

translate = QCoreApplication.translate
_KINDS: Final = ("report_received", "call_logged", "outcome_recorded", "outcome_reviewed")


class HandOverTab(LinesTab):
    """The time on the ground leads; a late entry says when it was written down."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent, tokens)
        self._over = self.add_step("handover", "paper-plane-tilt")
        self._report = self.add_step("report", "phone-incoming")
        self._outcome = self.add_step("outcome", "check-circle")
        self._now = self.add_step("try_now", "arrow-clockwise")
        self._sight: Sight | None = None

    def retranslate(self) -> None:
        self._over.setText(translate("case", "Hand over"))
        self._report.setText(translate("case", "Report"))
        self._outcome.setText(translate("case", "Outcome"))
        self._now.setText(translate("case", "Try now"))

    def show_sight(self, sight: Sight) -> None:
        self._sight = sight
        self._now.setVisible(any(not one.is_there for one in sight.case.hand_overs))
        nothing = translate("case", "Not handed over yet. H hands it over; R takes what the ground says.")
        self.show_lines([*receiver_lines(sight), *hand_over_lines(sight)], nothing)

    def tick(self, now: datetime) -> None:
        """A second has gone by: who waits for an answer sees it."""
        if self._sight is not None and self.isVisible() and is_waiting(self._sight):
            self.show_sight(replace(self._sight, now=now))

    def leave_case(self) -> None:
        self._sight = None
        super().leave_case()


def hand_over_lines(sight: Sight) -> Sequence[Line]:
    """What still stands, newest on the ground first."""
    view = sight.view
    told = [event for event in view.events if event.kind in _KINDS and event.id not in view.undone]
    told.sort(key=lambda event: event.happened_at, reverse=True)
    marks = report_marks(view)
    return [_line(sight, event, marks.get(event.id, "")) for event in told]


def _line(sight: Sight, event: Event, mark: str) -> Line:
    body = event.body
    title, detail, tone = event_words.sentence(event), "", "dim"
    if event.kind == "report_received":
        step = str(body.get("step") or "")
        title, tone = words.report(step), words.role(words.REPORTS, step)
        who = dict.fromkeys(receiver(str(body[name])) for name in ("to", "from") if body.get(name))
        told = (str(body[name]) for name in ("ref", "text") if body.get(name))
        detail = ", ".join([*who, *told])
    elif event.kind == "outcome_recorded":
        tone = "act" if body.get("not_reached") else "safe"
    is_late = is_late_entry(event)
    return Line(
        key=str(event.id),
        lead=sight.clock(event.happened_at),
        title=sight.words(title),
        detail=sight.words(detail),
        aside=event.actor,
        icon=event_icons.icon(event.kind),
        tone=tone,
        tag=", ".join(filter(None, (mark, entered_text(sight, event) if is_late else ""))),
        tag_tone="soon",
        tip=f"{ist.full_text(event.happened_at)}\n{ist.full_text(event.at)}"
        if is_late
        else ist.full_text(event.at),
    )

"""For supervisors: everybody on duty by name, who may need a break and why, and what they were written."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from controlroom.casework.queries import Reader
from controlroom.casework.shift.incidents import look_at_notes
from controlroom.domain.shift.exposure import BreakLimits, Exposure, reasons
from controlroom.domain.shift.incidents import IncidentNote
from controlroom.ui.case import ist
from controlroom.ui.case.kit import button
from controlroom.ui.case.sight import safe_text
from controlroom.ui.context import Room
from controlroom.ui.kit import theme
from controlroom.ui.kit.card import Card
from controlroom.ui.shift import words
from controlroom.wording import shift_words


class _Team(NamedTuple):
    is_lead: bool
    people: tuple[Exposure, ...] = ()
    notes: tuple[IncidentNote, ...] = ()
    limits: BreakLimits = BreakLimits()


class LeadCard(Card):
    """By name and never by number. The notes are shown after the event that says who read them."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="users", width=860)
        self.name_it(self.tr("Everybody on duty"))
        self.explain(
            self.tr(
                "In the order of their names. What somebody saw tells who needs a rest, not who works well."
            )
        )
        self._people = QGridLayout()
        self._people.setHorizontalSpacing(room.tokens.px(18))
        self._people.setVerticalSpacing(room.tokens.px(8))
        self._people.setColumnStretch(5, 1)
        self.body.addLayout(self._people)
        self.read = button(self)
        self.read.clicked.connect(self._read)
        self.read.hide()
        self.body.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        self.notes = QScrollArea(self)
        self.notes.setWidgetResizable(True)
        self.notes.setFrameShape(QFrame.Shape.NoFrame)
        self.notes.setFixedHeight(room.tokens.px(200))
        self.notes.hide()
        self.body.addWidget(self.notes)
        self.go.hide()
        self.back.setText(self.tr("Close"))
        self._known: tuple[IncidentNote, ...] = ()
        people = tuple(one.person for one in room.state.duty)
        query = partial(_team, person=room.person, people=people, now=room.now())
        room.tasks.ask(query, done=self._show, key="team")

    def _show(self, team: _Team) -> None:
        if not team.is_lead:
            self.say(self.tr("A supervisor sees this: by their role, or on duty as one."), "soon")
            return
        if not team.people:
            self.say(self.tr("Nobody is on duty: every desk rings."), "dim")
        heads = (
            self.tr("Name"),
            self.tr("On duty"),
            self.tr("Alerts read"),
            self.tr("Pictures seen"),
            self.tr("Attempts held"),
            self.tr("A break may help"),
        )
        for column, text in enumerate(heads if team.people else ()):
            self._put(0, column, text, "dim")
        for row, one in enumerate(team.people, start=1):
            self._show_one(row, one, team.limits)
        self._known = team.notes
        text = self.tr("Read what you were written: %1").replace("%1", str(len(team.notes)))
        self.read.setText(text)
        self.read.setVisible(bool(team.notes))
        QTimer.singleShot(0, self, self.fit)

    def _show_one(self, row: int, one: Exposure, limits: BreakLimits) -> None:
        now, state = self.room.now(), self.room.state
        is_asking = any(relief.person == one.person for relief in state.reliefs)
        why = reasons(one, now, limits=limits, is_asking=is_asking, is_on_duty=True)
        self._put(row, 0, safe_text(one.person), "text")
        self._put(row, 1, words.since(one, now), "dim")
        for column, count in enumerate((one.words, one.pictures, one.attempts), start=2):
            self._put(row, column, str(count), "text" if count else "dim")
        self._put(row, 5, shift_words.because(why), "follow")

    def _put(self, row: int, column: int, text: str, role: str) -> None:
        t, label = self.room.tokens, QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(column == 5)
        label.setFont(theme.font(t, 13 if row else 12, tabular=True))
        label.setStyleSheet(f"color: {t.color(role)}")
        side = Qt.AlignmentFlag.AlignRight if 2 <= column <= 4 else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self._people.addWidget(label, row, column)

    @Slot()
    def _read(self) -> None:
        """The event first, the thing second."""
        if self._known:
            self.room.tasks.act(partial(look_at_notes, count=len(self._known)), done=self._show_notes)

    def _show_notes(self, nothing: None) -> None:
        self.read.hide()
        inside, t, now = QWidget(self), self.room.tokens, self.room.now()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[t.px(12)] * 4)
        column.setSpacing(t.px(2))
        for note in self._known:
            head = "   ".join(
                filter(None, (note.actor, ist.clock_text(note.at, now), note.number, _wish(note)))
            )
            for text, role in ((head, "dim"), (shift_words.note_text(note), "text")):
                label = QLabel(safe_text(text), inside)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                label.setStyleSheet(f"color: {t.color(role)}")
                label.setVisible(bool(text))
                column.addWidget(label)
            column.addSpacing(t.px(12))  # so that each stands for itself
        column.addStretch(1)
        self.notes.setWidget(inside)
        self.notes.show()
        QTimer.singleShot(0, self, self.fit)


def _wish(note: IncidentNote) -> str:
    return shift_words.word(shift_words.WISHES, note.wish) if note.wish else ""


def _team(reader: Reader, *, person: str, people: Sequence[str], now: datetime) -> _Team:
    shift = reader.shift()
    if not shift.is_lead(person):
        return _Team(False)
    return _Team(True, tuple(shift.exposures(people, now)), tuple(shift.incident_notes(person)))

"""My shift: what I saw and held, told calmly; what is covered for me; and the key that asks the others."""

from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QHBoxLayout, QLabel, QWidget

from controlroom.casework.queries import Reader
from controlroom.casework.shift.blurring import choose_blur
from controlroom.domain.shift.blur import PICTURES, WORDS, Blur
from controlroom.domain.shift.exposure import BreakLimits, Exposure, reasons
from controlroom.ui.case.kit import button
from controlroom.ui.context import Room
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.card import Card
from controlroom.ui.shift import words
from controlroom.wording import shift_words


class _Mine(NamedTuple):
    seen: Exposure
    blur: Blur
    is_lead: bool
    limits: BreakLimits


class OwnCard(Card):
    """Read when it is opened; a choice holds at once."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="user-circle", width=560)
        self.name_it(self.tr("My shift"))
        self.explain(self.tr("You see it, and your supervisors. It says nothing of how well you work."))
        self._seen = QGridLayout()
        self._seen.setColumnStretch(1, 1)
        self._seen.setHorizontalSpacing(room.tokens.px(10))
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.pictures, self.words = QComboBox(self), QComboBox(self)
        self.pictures.addItems([shift_words.word(shift_words.PICTURES, one) for one in PICTURES])
        self.words.addItems([shift_words.word(shift_words.TEXTS, one) for one in WORDS])
        self.note, self.others = button(self), button(self)
        self._put_in()
        for box in (self.pictures, self.words):
            box.activated.connect(self._choose)
        self.note.clicked.connect(partial(self._leave_for, "incident"))
        self.others.clicked.connect(partial(self._leave_for, "on_duty"))
        query = partial(_mine, person=room.person, now=room.now())
        room.tasks.ask(query, done=self._show, key="my shift")

    def _put_in(self) -> None:
        self.body.addLayout(self._seen)
        self.body.addWidget(self.hint)
        head = QLabel(self.tr("Covered for me, at whichever desk"), self)
        head.setFont(theme.font(self.room.tokens, 13, bold=True))
        self.body.addWidget(head)
        rows = QFormLayout()
        rows.setSpacing(self.room.tokens.px(8))
        rows.addRow(self.tr("Pictures"), self.pictures)
        rows.addRow(self.tr("The words of an alert"), self.words)
        self.body.addLayout(rows)
        self.note.setText(self.tr("A word to the supervisor…"))
        self.others.setText(self.tr("Everybody on duty…"))
        more = QHBoxLayout()
        more.addWidget(self.note)
        more.addWidget(self.others)
        more.addStretch(1)
        self.body.addLayout(more)
        self.hint.hide()
        self.others.hide()
        is_asking = any(one.person == self.room.person for one in self.room.state.reliefs)
        label = self.tr("I go on") if is_asking else self.tr("Take over from me")
        self.go.setText(f"{label}  {self.room.book.key_text('relief')}")
        self.back.setText(self.tr("Close"))

    def _show(self, mine: _Mine) -> None:
        t, now = self.room.tokens, self.room.now()
        since = QLabel(words.since(mine.seen, now), self)
        since.setProperty("kind", "dim")
        self._seen.addWidget(since, 0, 0, 1, 2)
        for at, (icon, text) in enumerate(words.seen(mine.seen), start=1):
            sign, line = QLabel(self), QLabel(text, self)
            sign.setPixmap(icons.pixmap(icon, t.dim, t.px(18), self.devicePixelRatioF()))
            line.setFont(theme.font(t, 14))
            self._seen.addWidget(sign, at, 0)
            self._seen.addWidget(line, at, 1)
        self._hint(mine, now)
        self.pictures.setCurrentIndex(PICTURES.index(mine.blur.pictures))
        self.words.setCurrentIndex(WORDS.index(mine.blur.words))
        self.others.setVisible(mine.is_lead)
        QTimer.singleShot(0, self, self.fit)

    def _hint(self, mine: _Mine, now: datetime) -> None:
        seen, duty = mine.seen, self.room.state.duty
        on_duty = any(one.person == seen.person for one in duty)
        found = reasons(seen, now, limits=mine.limits, is_asking=False, is_on_duty=on_duty)
        text = self.tr("A break may do you good: %1.").replace("%1", shift_words.because(found))
        self.hint.setText(text)
        self.hint.setStyleSheet(f"color: {self.room.tokens.follow}")
        self.hint.setVisible(bool(found))

    @Slot()
    def _choose(self) -> None:
        pictures, told = PICTURES[self.pictures.currentIndex()], WORDS[self.words.currentIndex()]
        use_case = partial(choose_blur, person=self.room.person, pictures=pictures, words=told)
        self.room.tasks.act(use_case)

    def _leave_for(self, command: str, *_: object) -> None:
        self.accept()
        self.room.book.run(command)

    @Slot()
    def submit(self) -> None:
        """Ask the others, or go on after all."""
        self._leave_for("relief")


def _mine(reader: Reader, *, person: str, now: datetime) -> _Mine:
    shift = reader.shift()
    [seen] = shift.exposures([person], now)
    return _Mine(seen, shift.blur(person), shift.is_lead(person), shift.break_limits())

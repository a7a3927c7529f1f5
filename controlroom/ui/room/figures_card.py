"""The figures of some days, each with what it is a part of, and both days."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from controlroom.casework.figures import IST, Figures, figures_of, held_since
from controlroom.ui.context import Room
from controlroom.ui.kit import theme
from controlroom.ui.kit.card import Card
from controlroom.wording import words

_DAYS = 7


class FiguresCard(Card):
    """Two days, Enter; nothing is counted on this thread."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="chart-bar", width=520)
        self.name_it(self.tr("Figures"))
        self.explain(self.tr("Both days count, in IST. Exercises, newsletters and joined cases never do."))
        self.go.setText(self.tr("Count"))
        self.back.setText(self.tr("Close"))
        today = room.now().astimezone(IST).date()
        self.first, self.last = QLineEdit(self), QLineEdit(self)
        row = QHBoxLayout()
        days = (
            (self.tr("From"), self.first, today - timedelta(days=_DAYS - 1)),
            (self.tr("To"), self.last, today),
        )
        for label, field, day in days:
            field.setText(f"{day:%d.%m.%Y}")
            row.addWidget(QLabel(label, self))
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(room.tokens.px(16))
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.held = QLabel(self)
        self.held.setWordWrap(True)
        self.body.addWidget(self.held)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.submit()

    @Slot()
    def submit(self) -> None:
        """Count anew."""
        first, last = read_day(self.first.text()), read_day(self.last.text())
        if first is None or last is None or last < first:
            self.say(self.tr("Type two days like 08.09.2024, the earlier one first."))
            return
        self.say("")
        self.room.tasks.ask(
            partial(figures_of, first=first, last=last), done=self._show_figures, key="figures"
        )

    def fit(self) -> None:
        super().fit()
        column = self.layout()
        if column is not None:
            self.setFixedHeight(max(self.height(), column.minimumSize().height()))

    def _show_figures(self, found: Figures) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for at, (label, figure) in enumerate(self._lines(found)):
            name, value = QLabel(label, self), QLabel(figure, self)
            name.setProperty("kind", "dim")
            value.setFont(theme.font(self.room.tokens, 14, bold=True, tabular=True))
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setWordWrap(True)  # the last one is a sentence
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(value, at, 1)
        self._say_held(found)
        QTimer.singleShot(0, self, self.fit)  # what is new counts only when it has been shown

    def _say_held(self, found: Figures) -> None:
        """A desk of a shared room counts what it holds, and says so."""
        since = held_since(self.room.now())
        is_whole = found.first >= since
        text = (
            self.tr(
                "Counted on this desk, which holds these days whole as far as it has been brought up to date."
            )
            if is_whole
            else self.tr(
                "Counted on this desk, which holds the open cases and the newest of the last 90 days "
                "(since %1). Closed cases before that are on the server and are not counted."
            ).replace("%1", f"{since:%d.%m.%Y}")
        )
        self.held.setVisible(not self.room.sharing.is_alone)
        self.held.setText(text)
        self.held.setStyleSheet(f"color: {self.room.tokens.color('dim' if is_whole else 'soon')}")

    def _lines(self, found: Figures) -> Iterator[tuple[str, str]]:
        """What is counted, and how many of how many."""

        def part(count: int) -> str:
            text = self.tr("%1 of %2").replace("%2", str(found.alerts)).replace("%1", str(count))
            return f"{text}  ({100 * count / found.alerts:.0f} %)" if found.alerts else text

        days = self.tr("Alerts, %1 to %2").replace("%2", f"{found.last:%d.%m.%Y}")
        yield days.replace("%1", f"{found.first:%d.%m.%Y}"), str(found.alerts)
        yield self.tr("Located"), part(found.located)
        yield self.tr("Handed over"), part(found.handed_over)
        yield self.tr("Reached"), part(found.reached)
        yield self.tr("Saved"), part(found.saved)
        for reason, count in found.not_reached.items():
            name = self.tr("Not reached: %1").replace("%1", words.not_reached(reason))
            yield name, part(count)
        yield self.tr("Not known yet whether saved"), part(found.not_known)
        yield self.tr("In follow-up"), part(found.in_follow_up)
        yield self.tr("Waits for a second person"), part(found.review_due)
        minutes = self.tr("median %1, nine of ten within %2, of %3").replace("%3", str(len(found.minutes)))
        told = minutes.replace("%2", f"{found.p90_minutes}").replace("%1", f"{found.median_minutes}")
        yield self.tr("Minutes to the person"), told if found.minutes else "-"


def read_day(text: str) -> date | None:
    """08.09.2024, 8/9/2024 or 2024-09-08."""
    parts = text.strip().replace("/", ".").replace("-", ".").split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
    try:
        return date(year, month, day)
    except ValueError:
        return None

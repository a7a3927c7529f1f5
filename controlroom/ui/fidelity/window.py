"""Was the follow-up done as planned: each window and group with numerator, denominator and both days."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from controlroom.casework.care.fidelity import BY, Fidelity, Tally, fidelity_of
from controlroom.casework.queries import Reader
from controlroom.domain.care.plans import day_in_india
from controlroom.ui.case.kit import button
from controlroom.ui.context import Room
from controlroom.ui.fidelity import words
from controlroom.ui.fidelity.model import BAR, BarDelegate, FidelityModel, bar_colors
from controlroom.ui.kit import theme
from controlroom.ui.kit.blank import Blank
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.sizing import resize_on_screen
from controlroom.ui.room.figures_card import read_day

_WEEKS: Final = 12


class FidelityWindow(QDialog):
    """Two days and a way to group, Enter; counted on a reader's thread."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room
        self.setProperty("kind", "panel")
        self.setWindowTitle(self.tr("Follow-up: planned and done"))
        self._names = DistrictNames()
        self._found: Fidelity | None = None
        today = day_in_india(room.now())
        self.first, self.last = QLineEdit(self), QLineEdit(self)
        self.first.setText(f"{today - timedelta(weeks=_WEEKS):%d.%m.%Y}")
        self.last.setText(f"{today:%d.%m.%Y}")
        self.by = QComboBox(self)
        self.by.addItems([words.by(key) for key in BY])
        self.head, self.again, self.answer = QLabel(self), QLabel(self), QLabel(self)
        self.windows, self.groups = FidelityModel(room.tokens, self), FidelityModel(room.tokens, self)
        self.count = button(self, "primary")
        self.blanks: list[Blank] = []
        self._lay_out()
        self.by.activated.connect(self.submit)
        self.count.clicked.connect(self.submit)
        for field in (self.first, self.last):
            field.returnPressed.connect(self.submit)
        self._align()
        room.tasks.work(read_district_names, done=self._on_names)
        self.submit()

    def _lay_out(self) -> None:
        t = self.room.tokens
        self.count.setText(self.tr("Count"))
        self.count.setAutoDefault(False)
        top = QHBoxLayout()
        for label, field in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            field.setFixedWidth(t.px(130))
            top.addWidget(QLabel(label, self))
            top.addWidget(field)
        top.addWidget(self.by)
        top.addWidget(self.count)
        top.addStretch(1)
        for text, color in self._legend():
            sign = QLabel(self)
            sign.setFixedSize(t.px(14), t.px(8))
            sign.setStyleSheet(f"background: {color}")
            told = QLabel(text, self)
            told.setProperty("kind", "dim")
            top.addWidget(sign)
            top.addWidget(told)
        for told in (self.head, self.again, self.answer):
            told.setWordWrap(True)
            told.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setFont(theme.font(t, 15, bold=True, tabular=True))
        self.answer.setProperty("kind", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16))
        column.setSpacing(t.px(10))
        column.addLayout(top)
        column.addWidget(self.head)
        self.tables = (self._table(self.windows), self._table(self.groups))
        for table in self.tables:
            column.addWidget(table, 1)
        column.addWidget(self.again)
        column.addWidget(self.answer)
        resize_on_screen(self, t.px(1060), t.px(690))

    def _legend(self) -> tuple[tuple[str, str], ...]:
        in_time, later, still_open, _ = bar_colors(self.room.tokens)
        return (
            (self.tr("in time"), in_time),
            (self.tr("later"), later),
            (self.tr("still open"), still_open),
        )

    def _align(self) -> None:
        """Both tables have their columns under one another."""
        for column in range(self.windows.columnCount()):
            if column != BAR:
                width = max(
                    max(table.sizeHintForColumn(column), bar.sectionSizeHint(column))
                    for table in self.tables
                    for bar in [table.horizontalHeader()]
                )
                for table in self.tables:
                    table.setColumnWidth(column, width)

    def _table(self, model: FidelityModel) -> QTableView:
        t, table = self.room.tokens, QTableView(self)
        table.setModel(model)
        table.setItemDelegateForColumn(BAR, BarDelegate(t, table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setStyleSheet(f"QTableView::item {{ padding: 0 {t.px(6)}px; }}")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(t.px(26))
        self.blanks.append(Blank(table, t))
        bar = table.horizontalHeader()
        bar.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        bar.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        bar.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    @Slot()
    def submit(self) -> None:
        """Count anew."""
        first, last = read_day(self.first.text()), read_day(self.last.text())
        if first is None or last is None or last < first:
            self.say(self.tr("Type two days like 08.09.2024, the earlier one first."), "act")
            return
        self.say("")
        for blank in self.blanks:
            blank.say(self.tr("Counting…"))
        by, now = BY[self.by.currentIndex()], self.room.now()
        query = partial(_fidelity, first=first, last=last, now=now, by=by)
        self.room.tasks.ask(query, done=self._on_found, key="fidelity")

    def say(self, text: str, role: str = "dim") -> None:
        """What is wrong, or what the figures are counted from."""
        self.answer.setText(text)
        self.answer.setStyleSheet(f"color: {self.room.tokens.color(role)}")

    def _on_names(self, names: DistrictNames) -> None:
        self._names = names
        if self._found is not None:
            self._on_found(self._found)

    def _on_found(self, found: Fidelity) -> None:
        self._found = found
        text = self.tr("Due from %1 to %2: reached %3, in time %4")
        text = text.replace("%1", f"{found.first:%d.%m.%Y}").replace("%2", f"{found.last:%d.%m.%Y}")
        parts = [words.part(count, found.total) for count in (found.total.reached, found.total.in_window)]
        self.head.setText(text.replace("%3", parts[0]).replace("%4", parts[1]))
        self.windows.show([(words.window(name), tally) for name, tally in found.windows])
        self.groups.show([(self._group(name), tally) for name, tally in found.groups])
        self._align()
        again = self.tr("In danger again, of those whose plan began in these days: %1")
        self.again.setText(again.replace("%1", "; ".join(map(words.again, found.again))))
        for blank in self.blanks:
            blank.say(self.tr("Nothing was due in these days. Choose other days above."))
        self.say(self._counted_from(found.total))

    def _group(self, name: str) -> str:
        assert self._found is not None
        return words.group(name, self._found.by, self._names, self.room.language)

    def _counted_from(self, total: Tally) -> str:
        if not total.planned:
            return ""
        text = self.tr("A contact counts on its day, in IST, and is in time until the next one is due.")
        if self.room.sharing.is_alone:
            return text
        held = self.tr("Counted on this desk, from the files of people that the room has written in last.")
        return f"{text} {held}"


def _fidelity(reader: Reader, *, first: date, last: date, now: datetime, by: str) -> Fidelity:
    return fidelity_of(reader.care(), first=first, last=last, now=now, by=by)

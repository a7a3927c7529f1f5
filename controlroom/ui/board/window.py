"""The board of the follow-up: who is to be spoken with; a digit logs what came of it. Main thread only."""

from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from controlroom.casework.careboard import Board, board_of
from controlroom.casework.followup import try_contact
from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.domain.plans import RESULTS, Contact
from controlroom.ui.board import words
from controlroom.ui.board.model import BoardModel, in_one_list
from controlroom.ui.case.kit import FlowBox, button
from controlroom.ui.context import Room
from controlroom.ui.district_names import DistrictNames, read_district_names
from controlroom.ui.fault_words import fault_text
from controlroom.ui.layout import resize_on_screen

SHOWN: Final = 500  # rows; the head tells how many there are


class _Table(QTableView):
    """A digit is the window's, not a search in the rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)


class BoardWindow(QDialog):
    """Read anew at each commit that touches a person. Enter opens the case, 1 to 6 log a try."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room
        self.setProperty("kind", "panel")
        self.setWindowTitle(self.tr("Follow-up: who is to be spoken with"))
        self._names = DistrictNames()
        self._now: datetime = room.now()
        self.head, self.answer = QLabel(self), QLabel(self)
        self.keeper = QComboBox(self)
        self.model = BoardModel(room.tokens, self)
        self.table = _Table(self)
        self.results: dict[str, QPushButton] = {name: button(self) for name in RESULTS}
        self.open_case = button(self, "primary")
        self._lay_out()
        self.keeper.activated.connect(self._read)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.open_case.clicked.connect(self._open)
        for made in self.results.values():
            made.clicked.connect(self._on_result)
        room.tasks.changed.connect(self._on_changes)
        room.tasks.work(read_district_names, done=self._on_names)
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # so that a digit is a result at once

    def _lay_out(self) -> None:
        t, table = self.room.tokens, self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setStyleSheet(
            f"QTableView::item:selected {{ background: {t.selected}; color: {t.text}; }}"
            f"QTableView::item {{ padding: 0 {t.px(6)}px; }}"
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(t.px(34))
        bar = table.horizontalHeader()
        bar.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        bar.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        bar.setMinimumSectionSize(t.px(112))
        table.setColumnWidth(0, t.px(250))
        bar.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for label in (self.head, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.keeper.setMinimumWidth(t.px(220))
        self.open_case.setText(self.tr("Open the case") + "  Enter")
        results = FlowBox(self, t.px(6))
        for digit, (name, made) in enumerate(self.results.items(), start=1):
            made.setText(f"{words.result(name)}  {digit}")
        results.fill(self.results.values())
        row = QHBoxLayout()
        row.addWidget(results, 1)
        row.addWidget(self.open_case, 0, Qt.AlignmentFlag.AlignBottom)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.keeper)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16))
        column.setSpacing(t.px(10))
        column.addLayout(top)
        column.addWidget(table, 1)
        column.addWidget(self.answer)
        column.addLayout(row)
        resize_on_screen(self, t.px(1120), t.px(620))

    # --- what is shown ------------------------------------------------------------------------------------

    @Slot()
    def _read(self) -> None:
        self._now = self.room.now()
        self.room.tasks.ask(partial(_board, now=self._now), done=self._on_board, key="board")

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if changes.persons or "counsellor_changed" in changes.room:
            self._read()

    def _on_names(self, names: DistrictNames) -> None:
        self._names = names
        self._read()

    def _on_board(self, board: Board) -> None:
        chosen, wanted = self.chosen_plan, self.keeper.currentData() or ""
        self._offer(board, wanted)
        lines = [line for line in in_one_list(board) if wanted in ("", line.keeper)]
        self.model.show(lines[:SHOWN], now=self._now, language=self.room.language, names=self._names)
        text = self.tr("%1 overdue, %2 due today, %3 without a first contact")
        for sign, part in (("%1", board.overdue), ("%2", board.due_today), ("%3", board.first)):
            text = text.replace(sign, str(sum(wanted in ("", line.keeper) for line in part)))
        if len(lines) > SHOWN:
            text += " · " + self.tr("The first %1 are shown.").replace("%1", str(SHOWN))
        self.head.setText(text)
        self._stand_on(self.model.row_of(chosen) if chosen else 0)

    def _offer(self, board: Board, wanted: str) -> None:
        """Whose plans are shown; each with how many they have to see to."""
        self.keeper.clear()
        self.keeper.addItem(self.tr("Everybody's"), "")
        for name, count in sorted(board.by_keeper.items()):
            self.keeper.addItem(f"{self._names.name(name, self.room.language)}  {count}", name)
        self.keeper.setCurrentIndex(max(0, self.keeper.findData(wanted)))

    def _stand_on(self, row: int) -> None:
        """On this row; on none where the chosen one is gone, so that no key falls on another person."""
        index = self.model.index(row, 0)  # of a row that is not there it is none
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._on_row()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, *_: QModelIndex) -> None:
        for made in (*self.results.values(), self.open_case):
            made.setEnabled(self.chosen_plan is not None)

    @property
    def chosen_plan(self) -> UUID | None:
        """The plan that the keys are about."""
        at = self.table.currentIndex().row()
        return self.model.lines[at].row.plan if 0 <= at < len(self.model.lines) else None

    def say(self, text: str, role: str = "dim") -> None:
        """What came of it."""
        self.answer.setText(text)
        self.answer.setStyleSheet(f"color: {self.room.tokens.color(role)}")

    # --- what is done -------------------------------------------------------------------------------------

    @Slot()
    def _on_result(self) -> None:
        sender = self.sender()
        for name, made in self.results.items():
            if made is sender:
                self.log(name)

    def log(self, result: str) -> None:
        """What came of a try to reach the person of the chosen row."""
        at = self.model.row_of(self.chosen_plan)
        if at >= 0:
            row = self.model.lines[at].row
            self.room.tasks.act(
                partial(try_contact, person_id=row.person, result=result),
                done=partial(self._on_logged, row.number, result),
                failed=self._on_failed,
            )

    def _on_logged(self, number: str, result: str, contact: Contact) -> None:
        text = self.tr("%1: %2, for the contact of %3.").replace("%1", number)
        told = text.replace("%2", words.result(result)).replace("%3", f"{contact.due:%d.%m.%Y}")
        self.say(told, "safe")

    def _on_failed(self, fault: Exception) -> None:
        self.say(fault_text(fault), "act")

    @Slot(QModelIndex)
    @Slot()
    def _open(self, _: QModelIndex | None = None) -> None:
        at = self.model.row_of(self.chosen_plan)
        if at >= 0:
            query = partial(_case_of, number=self.model.lines[at].row.number)
            self.room.tasks.ask(query, done=self._on_case, key="board-case")

    def _on_case(self, case_id: UUID | None) -> None:
        if case_id is None:
            self.say(self.tr("The case is not on this desk; search for its number."), "soon")
            return
        self.room.select(case_id)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif 0 <= digit < len(RESULTS) and not event.isAutoRepeat():
            self.log(RESULTS[digit])
        else:
            super().keyPressEvent(event)


def _board(reader: Reader, *, now: datetime) -> Board:
    care = reader.care()
    return board_of(care.board(now), care.counsellors(), now)


def _case_of(reader: Reader, *, number: str) -> UUID | None:
    return reader.case_id_of(number)

"""The board of the follow-up: who is to be spoken with; a digit logs what came of it. Main thread only."""

from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from controlroom.casework.calling.directory import Directory
from controlroom.casework.care.careboard import Board, board_of
from controlroom.casework.care.followup import try_contact
from controlroom.casework.care.personcards import WaitRow, row_state
from controlroom.casework.care.reviewrows import ReviewRow
from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.domain.care.plans import RESULTS, Contact
from controlroom.domain.care.referrals import NEEDS_HAND
from controlroom.ui.board.model import BoardModel
from controlroom.ui.board.remind import RemindSheet
from controlroom.ui.board.reviews import ReviewsPane
from controlroom.ui.board.table import BoardTable
from controlroom.ui.board.waits import WaitsPane
from controlroom.ui.case.kit import FlowBox, button
from controlroom.ui.context import Room
from controlroom.ui.keyboard.keys import sequence_of
from controlroom.ui.kit import theme
from controlroom.ui.kit.blank import Blank
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.sizing import resize_on_screen
from controlroom.wording import care_words

SHOWN: Final = 500  # rows; the head tells how many there are
READING: Final = "board"  # why keys wait


class BoardWindow(QDialog):
    """Read anew at each commit that touches a person. Enter opens the case, 1 to 6 log a try.

    T turns to what was asked and has no answer yet, then to whose data a supervisor looks at, and back; M
    reminds the districts.
    """

    def __init__(self, room: Room, parent: QWidget, *, is_for_reviews: bool = False) -> None:
        super().__init__(parent)
        self.room = room
        self.setProperty("kind", "panel")
        self.setWindowTitle(self.tr("Follow-up: who is to be spoken with"))
        self._names = DistrictNames()
        self._now: datetime = room.now()
        self._found: _Read | None = None
        self._is_for_reviews = is_for_reviews  # where it is turned to once it is known that they may
        self.head, self.answer = QLabel(self), QLabel(self)
        self.keeper = QComboBox(self)
        self.model = BoardModel(room.tokens, self)
        self.table = BoardTable(self, room.tokens, first_px=250)
        self.table.setModel(self.model)
        self.blank = Blank(self.table, room.tokens, self.tr("Reading…"))
        self.waits = WaitsPane(room, self)
        self.reviews = ReviewsPane(room, self)
        self.views = [button(self, "tab") for _ in range(3)]
        self.remind = button(self)
        self.stack = QStackedWidget(self)
        self._directory = Directory(())
        self.results: dict[str, QPushButton] = {name: button(self) for name in RESULTS}
        self.open_case, self.their_page = button(self, "primary"), button(self)
        self._lay_out()
        self.keeper.activated.connect(self._read)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.open_case.clicked.connect(self._open)
        self.their_page.clicked.connect(self.open_page)
        for made in self.results.values():
            made.clicked.connect(self._on_result)
        for made in self.views:
            made.clicked.connect(self._on_view)
        self.remind.clicked.connect(self.remind_districts)
        self.waits.said.connect(self.say)
        self.waits.opened.connect(self._open_number)
        self.reviews.opened.connect(self._open_page_of)
        room.state.with_directory(self._on_directory)
        room.tasks.changed.connect(self._on_changes)
        room.tasks.work(read_district_names, done=self._on_names)
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # so that a digit is a result at once

    def _lay_out(self) -> None:
        t = self.room.tokens
        self.table.settle()
        for label in (self.head, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.keeper.setMinimumWidth(t.px(220))
        self.open_case.setText(self.tr("Open the case") + "  Enter")
        self.their_page.setText(self.tr("Their page") + "  I")
        for made in self.views:
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.views[0].setChecked(True)
        self.views[2].hide()  # until it is known that whoever looks decides it
        self.remind.setText(self.tr("Remind the districts…") + "  M")
        self.remind.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack.addWidget(self._people())
        self.stack.addWidget(self.waits)
        self.stack.addWidget(self.reviews)
        tabs = FlowBox(self, t.px(6))
        tabs.fill(self.views)
        top = QHBoxLayout()
        top.addWidget(tabs, 1)
        top.addWidget(self.remind)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16))
        column.setSpacing(t.px(10))
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.answer)
        resize_on_screen(self, t.px(1120), t.px(620))

    def _people(self) -> QWidget:
        """Who is to be spoken with, and a button for each result."""
        part = QWidget(self)
        results = FlowBox(part, self.room.tokens.px(6))
        for digit, (name, made) in enumerate(self.results.items(), start=1):
            made.setText(f"{care_words.result(name)}  {digit}")
        results.fill(self.results.values())
        row = QHBoxLayout()
        row.addWidget(results, 1)
        row.addWidget(self.their_page, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.open_case, 0, Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout()
        line.addWidget(self.head, 1)
        line.addWidget(self.keeper)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.room.tokens.px(10))
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        return part

    # --- what is shown ------------------------------------------------------------------------------------

    @Slot()
    def _read(self) -> None:
        self._now = self.room.now()
        self.room.tasks.ask(partial(_board, now=self._now), done=self._on_read, key="board")

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if changes.persons or "counsellor_changed" in changes.room:
            self._read()

    def _on_directory(self, directory: Directory) -> None:
        self._directory = directory
        self._show()

    def _on_names(self, names: DistrictNames) -> None:
        self._names = names
        self._show()

    def _on_read(self, read: "_Read") -> None:
        self._found = read
        self._show()
        self.room.held.let_go(READING)

    def _show(self) -> None:
        """What was read last, in the words that are known by now."""
        if self._found is None:
            return
        board, rows, reviews = self._found
        self._on_board(board)
        self.waits.show_rows(
            rows,
            now=self._now,
            language=self.room.language,
            names=self._names,
            directory=self._directory,
        )
        late = sum(row_state(row, self._now) in NEEDS_HAND for row in rows)
        self.reviews.show_rows(reviews or (), language=self.room.language, names=self._names)
        self.views[2].setVisible(reviews is not None)
        if self._is_for_reviews:
            self._is_for_reviews = False
            self._turn_to_reviews(may=reviews is not None)
        texts = (
            self.tr("To be spoken with"),
            self.tr("Asked, without an answer"),
            self.tr("Data to be looked at"),
        )
        counts = (len(board.in_one_list), late, len(reviews or ()))
        for made, text, count in zip(self.views, texts, counts, strict=True):
            made.setText(f"{text}  {count}  T")
            bold = theme.font(self.room.tokens, 13, bold=True)  # what it is in while it is chosen
            made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(made.text()) + self.room.tokens.px(26))

    def _turn_to_reviews(self, *, may: bool) -> None:
        if may:
            self.show_view(2)
        else:
            self.say(self.tr("Only a supervisor does this; ask the one on duty."), "soon")

    def _on_board(self, board: Board) -> None:
        chosen, wanted = self.chosen_plan, self.keeper.currentData() or ""
        self._offer(board, wanted)
        lines = [line for line in board.in_one_list if wanted in ("", line.keeper)]
        self.model.show(lines[:SHOWN], now=self._now, language=self.room.language, names=self._names)
        text = self.tr("%1 overdue, %2 due today, %3 without a first contact")
        for sign, part in (("%1", board.overdue), ("%2", board.due_today), ("%3", board.first)):
            text = text.replace(sign, str(sum(wanted in ("", line.keeper) for line in part)))
        if len(lines) > SHOWN:
            text += " · " + self.tr("The first %1 are shown.").replace("%1", str(SHOWN))
        self.head.setText(text if lines else "")
        self.blank.say(self._why_empty(board))
        self.table.stand_on(self.model.row_of(chosen) if chosen else 0)
        self._on_row()

    def _why_empty(self, board: Board) -> str:
        """What the board says where nobody stands on it."""
        if board.in_one_list:
            return self.tr("Nobody of theirs is to be spoken with now; choose above to see the others.")
        return self.tr(
            "Nobody is to be spoken with now. Whoever was found alive comes here by themselves,"
            " on the days of their plan."
        )

    def _offer(self, board: Board, wanted: str) -> None:
        """Whose plans are shown; each with how many they have to see to."""
        self.keeper.clear()
        self.keeper.addItem(self.tr("Everybody's"), "")
        for name, count in sorted(board.by_keeper.items()):
            self.keeper.addItem(f"{self._names.name(name, self.room.language)}  {count}", name)
        self.keeper.setCurrentIndex(max(0, self.keeper.findData(wanted)))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, *_: QModelIndex) -> None:
        for made in (*self.results.values(), self.open_case, self.their_page):
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
            self.room.held.hold(READING)
            self.room.tasks.act(
                partial(try_contact, person_id=row.person, result=result),
                done=partial(self._on_logged, row.number, result),
                failed=self._on_failed,
            )

    def _on_logged(self, number: str, result: str, contact: Contact) -> None:
        text = self.tr("%1: %2, for the contact of %3.").replace("%1", number)
        told = text.replace("%2", care_words.result(result)).replace("%3", f"{contact.due:%d.%m.%Y}")
        self.say(told, "safe")
        self._read()

    def _on_failed(self, fault: Exception) -> None:
        self.room.held.give_up()
        self.say(fault_text(fault), "act")

    @Slot(QModelIndex)
    @Slot()
    def _open(self, _: QModelIndex | None = None) -> None:
        at = self.model.row_of(self.chosen_plan)
        if at >= 0:
            self._open_number(self.model.lines[at].row.number)

    @Slot(str)
    def _open_number(self, number: str) -> None:
        self.room.tasks.ask(partial(_case_of, number=number), done=self._on_case, key="board-case")

    def _on_case(self, case_id: UUID | None) -> None:
        if case_id is None:
            self.say(self.tr("The case is not on this desk; search for its number."), "soon")
            return
        self.room.select(case_id)
        self.accept()

    @Slot()
    def _on_view(self) -> None:
        sender = self.sender()
        self.show_view(next(at for at, made in enumerate(self.views) if made is sender))

    def turn(self) -> None:
        """To the next list."""
        shown = [at for at, made in enumerate(self.views) if not made.isHidden()]
        self.show_view(shown[(shown.index(self.stack.currentIndex()) + 1) % len(shown)])

    def show_view(self, at: int) -> None:
        """To this list."""
        self.stack.setCurrentIndex(at)
        for n, made in enumerate(self.views):
            made.setChecked(n == at)
        self.say("")
        self._read()
        tables = (self.table, self.waits.table, self.reviews.table)
        tables[at].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def remind_districts(self) -> None:
        """Whom a reminder would go to, before it goes."""
        sheet = RemindSheet(self.room, self, self._names)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    @Slot()
    def open_page(self) -> None:
        """Everything about the person of the chosen row, and every step on it."""
        at = self.model.row_of(self.chosen_plan)
        if at >= 0:
            self._open_page_of(self.model.lines[at].row.person, "")

    @Slot(object, str)
    def _open_page_of(self, person: UUID, step: str) -> None:
        from controlroom.ui.person.window import PersonWindow

        page = PersonWindow(self.room, self, person, step=step)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.finished.connect(self._on_page_left)
        page.open()

    @Slot(int)
    def _on_page_left(self, result: int) -> None:
        """A case was opened from the page: the board makes way too."""
        if result == QDialog.DialogCode.Accepted:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = sequence_of(event)
        if letter == "T":
            self.turn()
            return
        if letter == "M":
            self.remind_districts()
            return
        if self.stack.currentIndex() == 1 and self.waits.press(event):
            return
        if self.stack.currentIndex() == 2:
            if not self.reviews.press(event):
                super().keyPressEvent(event)
            return
        if letter == "I":
            self.open_page()
            return
        digit = event.key() - Qt.Key.Key_1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif 0 <= digit < len(RESULTS) and not event.isAutoRepeat():
            self.log(RESULTS[digit])
        else:
            super().keyPressEvent(event)


_Read = tuple[Board, tuple[WaitRow, ...], tuple[ReviewRow, ...] | None]


def _board(reader: Reader, *, now: datetime) -> _Read:
    care = reader.care()
    reviews = tuple(care.reviews(now)) if care.may_review() else None
    return board_of(care.board(now), care.counsellors(), now), tuple(care.waits()), reviews


def _case_of(reader: Reader, *, number: str) -> UUID | None:
    return reader.case_id_of(number)

"""What was asked and has no answer yet; a digit keys the answer in. Main thread only."""

from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from controlroom.casework.calling.directory import Directory
from controlroom.casework.care.personcards import WaitRow, in_order_of_need
from controlroom.casework.care.referring import Wish, answer_referral, end_referral, repeat_referral
from controlroom.casework.care.reminding import answer_reminder, take_back_reminder
from controlroom.casework.handing.message import Message
from controlroom.casework.ports import Tx
from controlroom.domain.care.referrals import MISTAKE, REFERRAL_ENDS
from controlroom.ui.board.table import BoardTable
from controlroom.ui.board.waitsmodel import WaitsModel
from controlroom.ui.board.words import translate
from controlroom.ui.case.kit import FlowBox, button
from controlroom.ui.context import Room
from controlroom.ui.kit.blank import Blank
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.fault_words import fault_text
from controlroom.wording import referral_words

ACTS: Final = (
    "acknowledged",
    "second",
    "again",
    "end",
)  # by the digits 1 to 4; the second word is the kind's
SHOWN: Final = 500


class WaitsPane(QWidget):
    """The list and its keys. `said`: what came of a key, and its colour role; `opened`: a case number."""

    said = Signal(str, str)
    opened = Signal(str)

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.room, self._now = room, room.now()
        self.model = WaitsModel(room.tokens, self)
        self.table = BoardTable(self, room.tokens, first_px=300)
        self.table.setModel(self.model)
        self.table.settle(wide=4)
        none = translate(
            "board", "Nothing waits for an answer. S on somebody's page asks a service, M reminds a district."
        )
        Blank(self.table, room.tokens, none)
        self.acts: dict[str, QPushButton] = {name: button(self) for name in ACTS}
        self.open_case = button(self, "primary")
        self.menu = QMenu(self)
        self._lay_out()
        self.table.doubleClicked.connect(self.open_row)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.open_case.clicked.connect(self.open_row)
        for made in self.acts.values():
            made.clicked.connect(self._on_act)
        self.menu.triggered.connect(self._on_end)

    def _lay_out(self) -> None:
        acts = FlowBox(self, self.room.tokens.px(6))
        for made in self.acts.values():
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        acts.fill(self.acts.values())
        row = QHBoxLayout()
        row.addWidget(acts, 1)
        row.addWidget(self.open_case, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.room.tokens.px(10))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.open_case.setText(translate("board", "Open the case") + "  Enter")
        for end in REFERRAL_ENDS:
            self.menu.addAction(referral_words.word(referral_words.ENDS, end)).setData(end)
        self._name_acts()

    def show_rows(
        self,
        rows: tuple[WaitRow, ...],
        *,
        now: datetime,
        language: str,
        names: DistrictNames,
        directory: Directory,
    ) -> None:
        """These from now on, the most urgent first; the chosen one stays chosen."""
        self._now, chosen = now, self.chosen
        ordered = in_order_of_need(rows, now)[:SHOWN]
        self.model.show(ordered, now=now, language=language, names=names, directory=directory)
        self.table.stand_on(self.model.row_of(chosen.id) if chosen else 0)
        self._on_row()

    @property
    def chosen(self) -> WaitRow | None:
        """What the keys are about."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, *_: QModelIndex) -> None:
        self._name_acts()
        one = self.chosen
        for name, made in self.acts.items():
            made.setEnabled(one is not None and (one.kind == "referral" or name != "again"))
        self.open_case.setEnabled(one is not None)

    def _name_acts(self) -> None:
        is_reminder = self.chosen is not None and self.chosen.kind == "reminder"
        second = translate("board", "They say it is done") if is_reminder else translate("board", "Declined")
        texts = (
            translate("board", "Acknowledged"),
            second,
            translate("board", "Ask again"),
            translate("board", "End it…"),
        )
        for digit, (made, text) in enumerate(zip(self.acts.values(), texts, strict=True), start=1):
            made.setText(f"{text}  {digit}")

    # --- what is done -------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was one of these."""
        digit = event.key() - Qt.Key.Key_1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_row()
        elif 0 <= digit < len(ACTS) and not event.isAutoRepeat():
            self.act(ACTS[digit])
        else:
            return False
        return True

    @Slot()
    def _on_act(self) -> None:
        sender = self.sender()
        for name, made in self.acts.items():
            if made is sender:
                self.act(name)

    def act(self, name: str) -> None:
        """Key in what they said, ask again, or end it."""
        one = self.chosen
        if one is None or not self.acts[name].isEnabled():
            return
        if name == "end":
            for action in self.menu.actions():
                action.setVisible(one.kind == "referral" or action.data() == MISTAKE)
            below = self.acts["end"].mapToGlobal(QPoint(0, 0))
            self.menu.popup(below - QPoint(0, self.menu.sizeHint().height()))
            self.menu.setActiveAction(next(one for one in self.menu.actions() if one.isVisible()))
        elif name == "again":
            self._repeat(one)
        elif one.kind == "reminder":
            step = "acknowledged" if name == "acknowledged" else "done"
            self._do(one, partial(_answer_reminder, person=one.person, reminder=one.id, step=step))
        else:
            step = "acknowledged" if name == "acknowledged" else "declined"
            self._do(one, partial(_answer_referral, person=one.person, referral=one.id, step=step))

    def _on_end(self, action: object) -> None:
        one, end = self.chosen, str(action.data()) if hasattr(action, "data") else ""
        if one is not None and end:
            end_it = partial(_end, person=one.person, referral=one.id, end=end)
            if one.kind == "reminder":
                end_it = partial(_take_back_reminder, person=one.person, reminder=one.id)
            self.room.tasks.act(end_it, done=partial(self._on_ended, one), failed=self._on_failed)

    def _repeat(self, one: WaitRow) -> None:
        connectors = self.room.connector_of
        if connectors is None:
            self.said.emit(translate("board", "This window cannot send; use the command line."), "act")
            return
        again = partial(_again, person=one.person, referral=one.id, wish=Wish(connectors))
        self.room.tasks.act(again, done=partial(self._on_repeated, one.by == "phone"), failed=self._on_failed)

    def _on_repeated(self, is_call: bool, message: Message) -> None:
        if is_call:
            self.said.emit("\n".join(message.script), "text")
        else:
            self.said.emit(translate("board", "Asked again; the time for an answer begins anew."), "safe")

    def _do(self, one: WaitRow, use_case: "partial[None]") -> None:
        self.room.tasks.act(use_case, done=partial(self._on_done, one), failed=self._on_failed)

    def _on_done(self, one: WaitRow, _: object) -> None:
        text = translate("board", "%1: written down.").replace("%1", one.number)
        if one.kind == "reminder":
            text += "  " + translate("board", "When it is done, log the contact in the list of people.")
        self.said.emit(text, "safe")

    def _on_ended(self, one: WaitRow, is_none: bool) -> None:
        none = translate("board", "%1: taken back; nothing of it had left.")
        text = none if is_none else translate("board", "%1: written down.")
        self.said.emit(text.replace("%1", one.number), "safe")

    def _on_failed(self, fault: Exception) -> None:
        self.said.emit(fault_text(fault), "act")

    @Slot(QModelIndex)
    @Slot()
    def open_row(self, _: QModelIndex | None = None) -> None:
        """The case of the chosen row."""
        if self.chosen is not None:
            self.opened.emit(self.chosen.number)


def _answer_reminder(tx: Tx, *, person: UUID, reminder: UUID, step: str) -> None:
    answer_reminder(tx, person, reminder, step=step)


def _answer_referral(tx: Tx, *, person: UUID, referral: UUID, step: str) -> None:
    answer_referral(tx, person, referral, step=step)


def _end(tx: Tx, *, person: UUID, referral: UUID, end: str) -> bool:
    return end_referral(tx, person, referral, end=end)


def _take_back_reminder(tx: Tx, *, person: UUID, reminder: UUID) -> bool:
    return take_back_reminder(tx, person, reminder)


def _again(tx: Tx, *, person: UUID, referral: UUID, wish: Wish) -> Message:
    return repeat_referral(tx, person, wish, referral)

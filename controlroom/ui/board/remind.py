"""Remind the districts: what will go to whom is shown first; one key sends it. Main thread only."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from controlroom.casework.care.reminding import Reminding, ToRemind, read_reminding, remind
from controlroom.casework.ports import Tx
from controlroom.errors import WorldFault
from controlroom.ui.board.table import BoardTable
from controlroom.ui.board.words import translate
from controlroom.ui.case.kit import Text, button
from controlroom.ui.case.sight import safe_text
from controlroom.ui.context import Room
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.sizing import resize_on_screen
from controlroom.wording import referral_words

_CALLED: Final = Qt.Key.Key_1


class RemindSheet(QDialog):
    """Enter sends all that go by a connector; 1 says that the chosen district was told by telephone."""

    def __init__(self, room: Room, parent: QWidget, names: DistrictNames) -> None:
        super().__init__(parent)
        self.room, self._names, self.found = room, names, Reminding((), ())
        self.setProperty("kind", "panel")
        self.setWindowTitle(translate("board", "Remind the districts"))
        self.head, self.going, self.answer = Text(self), Text(self), Text(self)
        self.model = QStandardItemModel(self)
        self.table = BoardTable(self, room.tokens, first_px=190)
        self.table.setModel(self.model)
        self.send, self.called = button(self, "primary"), button(self)
        self.leave = button(self, "quiet")
        self._left = self._sent = 0
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.send.clicked.connect(self.send_all)
        self.called.clicked.connect(self.told_by_phone)
        self.leave.clicked.connect(self.reject)
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        t = self.room.tokens
        self.head.dress(t, "text", 15, bold=True)
        self.going.dress(t, "dim", 13)
        self.answer.dress(t, "soon", 13)
        self.called.setText(translate("board", "Told by telephone") + "  1")
        self.leave.setText(translate("board", "Back") + "  Esc")
        foot = QHBoxLayout()
        foot.addWidget(self.called)
        foot.addStretch(1)
        foot.addWidget(self.send)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16))
        column.setSpacing(t.px(10))
        for part in (self.head, self.table, self.going, self.answer):
            column.addWidget(part, 1 if part is self.table else 0)
        column.addLayout(foot)
        resize_on_screen(self, t.px(1000), t.px(600))

    # --- what is shown ------------------------------------------------------------------------------------

    def read(self) -> None:
        """Whom to remind now."""
        query = partial(_read, now=self.room.now())
        self.room.tasks.ask(query, done=self._on_read, key="remind")

    def _on_read(self, found: Reminding) -> None:
        self.found = found
        self.model.clear()
        self.model.setHorizontalHeaderLabels(
            [
                translate("board", "District"),
                translate("board", "First name"),
                translate("board", "Case"),
                translate("board", "Contact of"),
                translate("board", "How it goes"),
            ]
        )
        for one in found.wanted:
            self.model.appendRow([_item(text) for text in self._cells(one)])
        self.table.settle(wide=4)
        count = sum(one.goes_by_itself for one in found.wanted)
        self.head.put(self._head(count, len(found.wanted)))
        self.send.setText(translate("board", "Send %1").replace("%1", str(count)) + "  Enter")
        self.send.setEnabled(bool(count))
        self.table.stand_on(0)
        self._on_row()

    def _head(self, count: int, total: int) -> str:
        if not total:
            return translate("board", "No district is to be reminded now.")
        text = translate(
            "board", "%1 go by a connector, %2 have to be called. Each is told once at each stage."
        )
        return text.replace("%1", str(count)).replace("%2", str(total - count))

    def _cells(self, one: ToRemind) -> tuple[str, ...]:
        stage = referral_words.word(referral_words.STAGES, one.wanting.stage)
        return (
            self._names.name(one.district, self.room.language) if one.district else "",
            safe_text(one.first_name),
            one.number,
            f"{one.wanting.due:%d.%m.%Y}  ({stage})",
            _how(one),
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, *_: QModelIndex) -> None:
        at = self.table.currentIndex().row()
        is_there = 0 <= at < len(self.found.wanted)
        self.going.put(self.found.texts[at] if is_there else "")
        self.called.setEnabled(is_there)

    # --- what is done -------------------------------------------------------------------------------------

    @Slot()
    def send_all(self) -> None:
        """Each in a transaction of its own, so that nobody waits long for the writer."""
        ready = [one for one in self.found.wanted if one.goes_by_itself]
        if self._left or not ready:
            return
        self._left, self._sent = len(ready), 0
        self.send.setEnabled(False)
        for one in ready:
            self._tell(one, by_phone=False)

    @Slot()
    def told_by_phone(self) -> None:
        """Somebody has called the chosen district."""
        at = self.table.currentIndex().row()
        if not self._left and 0 <= at < len(self.found.wanted):
            self._left, self._sent = 1, 0
            self._tell(self.found.wanted[at], by_phone=True)

    def _tell(self, one: ToRemind, *, by_phone: bool) -> None:
        tell = partial(
            _remind, one=one, by_phone=by_phone, connectors=self.room.connector_of or _no_connectors
        )
        self.room.tasks.act(tell, done=self._on_told, failed=self._on_failed)

    def _on_told(self, is_new: bool) -> None:
        self._sent += is_new
        self._one_less()

    def _on_failed(self, fault: Exception) -> None:
        self.answer.put(fault_text(fault))
        self._one_less()

    def _one_less(self) -> None:
        self._left -= 1
        if not self._left:
            if self._sent:
                text = translate("board", "Written down for %1; their answers are waited for.")
                self.answer.put(text.replace("%1", str(self._sent)))
            self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.send_all()
        elif event.key() == _CALLED and not event.isAutoRepeat():
            self.told_by_phone()
        else:
            super().keyPressEvent(event)


def _item(text: str) -> QStandardItem:
    made = QStandardItem(text)
    made.setEditable(False)
    return made


def _how(one: ToRemind) -> str:
    if not one.by:
        return translate("board", "no way: add a connector, or a number to the directory")
    if one.connector is None:
        text = translate("board", "call %1").replace("%1", safe_text(one.to))
        return f"{text}: {', '.join(one.phones)}" if one.phones else text
    return f"{referral_words.word(referral_words.WAYS, one.by)}: {safe_text(one.to)}"


def _read(reader: Any, *, now: Any) -> Reminding:
    return read_reminding(reader, now=now)


def _remind(tx: Tx, *, one: ToRemind, by_phone: bool, connectors: Any) -> bool:
    return remind(tx, one.person, connectors=connectors, told_by_phone=by_phone) is not None


def _no_connectors(way: object) -> Any:
    raise WorldFault("This window cannot send; use the command line: controlroom board remind --send")

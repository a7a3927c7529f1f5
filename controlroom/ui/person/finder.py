"""Find a person: by name in either script, account, phone or mail; why each is shown. Main thread only."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.casework.care.masking import first_of
from controlroom.casework.care.personcards import PersonRow
from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.casework.room.reading import list_read
from controlroom.domain.roomwide import stream_of
from controlroom.speech import translate
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text, button
from controlroom.ui.case.line import Line
from controlroom.ui.case.lines import LinesView
from controlroom.ui.case.sight import safe_text
from controlroom.ui.context import Room
from controlroom.ui.kit.blank import Blank
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.sizing import resize_on_screen
from controlroom.ui.person.files import why_alike

WAIT_MS = 300  # the hand rests: each search is an event
Found = Sequence[tuple[PersonRow, tuple[str, ...]]]


class FindWindow(QDialog):
    """First names and case numbers. `chosen` carries the id; each listing is an event, before it is shown."""

    chosen = Signal(object)

    def __init__(self, room: Room, parent: QWidget | None, *, text: str = "") -> None:
        super().__init__(parent)
        self.room = room
        self.setProperty("kind", "panel")
        self.setWindowTitle(translate("person", "Find a person"))
        self._names = DistrictNames()
        self._found: Found = ()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("person", "Name in either script, phone, account, e-mail"))
        self.list = LinesView(self, room.tokens, title_size=15)
        self.answer, self._open = Text(self), button(self, "primary")
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._lay_out()
        self._timer.timeout.connect(self._ask)
        self.search.textChanged.connect(self._on_typed)
        self.list.picked.connect(self._on_picked)
        self._open.clicked.connect(self._choose)
        room.tasks.work(read_district_names, done=self._on_names)
        self.search.setText(text)

    def _lay_out(self) -> None:
        t = self.room.tokens
        self._open.setText(translate("person", "Open the page") + "  Enter")
        foot = QHBoxLayout()
        foot.addWidget(self.answer, 1)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16))
        column.setSpacing(t.px(10))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.list.dress(t)
        self.answer.dress(t, "dim", 13)
        self.blank = Blank(self.list, t, translate("person", "Type a name, a number or an account."))
        self._open.setEnabled(False)
        resize_on_screen(self, t.px(760), t.px(520))

    @Slot()
    def _on_typed(self) -> None:
        self._timer.start()

    def _on_names(self, names: DistrictNames) -> None:
        self._names = names
        self._show()

    @Slot()
    def _ask(self) -> None:
        text = self.search.text().strip()
        if len(text) < 2:
            self._found = ()
            self.blank.say(translate("person", "Type a name, a number or an account."))
            self.answer.put("")
            self._show()
            return
        self.room.tasks.ask(partial(_find, text=text), done=partial(self._on_found, text), key="find-person")

    def _on_found(self, text: str, found: Found) -> None:
        """The listing is an event of the room: first that, then the rows."""
        look = partial(_listed, count=len(found))
        self.room.tasks.act(look, done=partial(self._on_listed, text, found), failed=self._on_failed)

    def _on_listed(self, text: str, found: Found, nothing: None) -> None:
        if text == self.search.text().strip():
            self._found = found
            self._show()
            nobody = translate("person", "Nobody. Try a part of the name, the other script, or a number.")
            count = translate("person", "%1 found; the likest first.").replace("%1", str(len(found)))
            self.blank.say(nobody)
            self.answer.put(count if found else "")

    def _on_failed(self, fault: Exception) -> None:
        self.answer.dress(self.room.tokens, "act", 13)
        self.answer.put(fault_text(fault))

    def _show(self) -> None:
        self.list.show_lines([self._line(row, why) for row, why in self._found])
        self._open.setEnabled(bool(self._found))
        if self._found and self.list.selected_line() is None:
            self.list.setCurrentIndex(self.list.lines.index(0))

    def _line(self, row: PersonRow, why: Sequence[str]) -> Line:
        district = self._names.name(row.district, self.room.language) if row.district else ""
        child = translate("person", "under 18") if row.is_minor else ""
        keeps = translate("person", "%1 keeps in touch").replace("%1", safe_text(row.owner))
        last = translate("person", "Last spoken with: %1, %2")
        spoken = ""
        if row.last_contact is not None:
            clock = ist.clock_text(row.last_contact, self.room.now())
            spoken = last.replace("%1", clock).replace("%2", safe_text(row.last_by))
        told = (why_alike(why), keeps if row.plan == "running" else "", spoken)
        return Line(
            key=str(row.id),
            lead=", ".join(row.numbers[-2:]),
            title=safe_text(" / ".join(map(first_of, row.names)) or "-"),
            detail="  ·  ".join(filter(None, told)),
            aside="  ".join(filter(None, (child, district))),
            payload=row.id,
        )

    @Slot()
    def _choose(self) -> None:
        line = self.list.selected_line()
        if line is not None:
            self._on_picked(line)

    @Slot(object)
    def _on_picked(self, line: Line) -> None:
        if isinstance(line.payload, UUID):
            self.accept()
            self.chosen.emit(line.payload)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            at = self.list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= at < self.list.lines.rowCount():
                self.list.setCurrentIndex(self.list.lines.index(at))
        else:
            super().keyPressEvent(event)


def _find(reader: Reader, *, text: str) -> Found:
    return reader.care().find(text)


def _listed(tx: Tx, *, count: int) -> None:
    list_read(tx, room=stream_of("list_read"), what="persons", count=count)

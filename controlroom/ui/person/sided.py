"""A window with a list, and beside it the steps, each with its key, or one form. Main thread only."""

from collections.abc import Mapping
from typing import Final, Generic

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from controlroom.ui.case.kit import Text
from controlroom.ui.case.line import Line
from controlroom.ui.case.lines import LinesView
from controlroom.ui.context import Room
from controlroom.ui.forms.sheet import Sheet, V
from controlroom.ui.forms.stage import SheetStage
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.sizing import scrolled
from controlroom.ui.kit.theme import Tokens

_MOVING: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class PageList(LinesView):
    """Arrows and Enter are the list's; every other key is the page's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVING or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            event.ignore()


class SidedWindow(QDialog, Generic[V]):
    """`read` fetches what is shown, `show_page` shows it; what came of a step stands in one line below."""

    def __init__(
        self, room: Room, parent: QWidget | None, forms: Mapping[str, type[Sheet[V]]], *, title_size: float
    ) -> None:
        super().__init__(parent)
        self.room = room
        self.names = DistrictNames()
        self.setProperty("kind", "panel")
        self.list = PageList(self, room.tokens, title_size=title_size)
        self.side = QStackedWidget(self)
        self.stage = SheetStage(room, forms, self)
        self.answer = Text(self)
        self.list.picked.connect(self.on_picked)
        self.stage.saved.connect(self.on_saved)
        self.stage.left.connect(self.show_steps)
        room.tasks.work(read_district_names, done=self._on_names)

    def lay_out(self, above: QWidget, steps: QWidget, *, shares: tuple[int, int], gap: int) -> QVBoxLayout:
        """What stands above, the list and the steps in these shares, the answer; gives the whole column."""
        t: Tokens = self.room.tokens
        self.side.addWidget(scrolled(steps, self))
        self.side.addWidget(self.stage)
        middle = QHBoxLayout()
        middle.setSpacing(t.px(16))
        for part, share in zip((self.list, self.side), shares, strict=True):
            middle.addWidget(part, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(12))
        column.setSpacing(t.px(gap))
        column.addWidget(above)
        column.addLayout(middle, 1)
        column.addWidget(self.answer)
        self.list.dress(t)
        self.stage.dress(t)
        self.answer.dress(t, "dim", 13)
        return column

    # --- what each window has of its own ------------------------------------------------------------------

    def read(self) -> None:
        """From the store, now."""
        raise NotImplementedError

    def show_page(self) -> None:
        """What was read."""
        raise NotImplementedError

    @Slot(object)
    def on_picked(self, line: Line) -> None:
        """A click or Enter on a line."""
        raise NotImplementedError

    @Slot(str, object)
    def on_saved(self, name: str, answer: object) -> None:
        """What a form's use case gave."""
        raise NotImplementedError

    # --- what they share ----------------------------------------------------------------------------------

    def _on_names(self, names: DistrictNames) -> None:
        self.names = names
        self.show_page()

    def show_form(self, name: str, view: V, drafts: Mapping[str, str]) -> None:
        """This form in the place of the steps."""
        self.stage.open(name, view, drafts)
        self.side.setCurrentWidget(self.stage)
        if self.stage.form is not None:
            self.stage.form.focus_first()

    @Slot()
    def show_steps(self) -> None:
        """The form was left: what is typed is a draft by now."""
        self.side.setCurrentIndex(0)
        self.read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str, role: str = "dim") -> None:
        """What came of it."""
        self.answer.dress(self.room.tokens, role, 13)
        self.answer.put(text)

    def fail(self, fault: Exception) -> None:
        """Why nothing came of it."""
        self.say(fault_text(fault), "act")

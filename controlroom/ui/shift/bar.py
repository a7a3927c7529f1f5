"""A bar under the strip while somebody asks to be relieved: who, what they hold, and the one key."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from controlroom.domain.shift.relief import Relief
from controlroom.ui.case import ist
from controlroom.ui.case.sight import safe_text
from controlroom.ui.context import Room
from controlroom.ui.kit.notice_bar import BarLook, NoticeBar

_LOOK: Final = BarLook("lifebuoy", "moving", share=0.16, edge_px=1, pad_px=3)


class ReliefBar(NoticeBar):
    """One line; gone while nobody asks. Calm: no case is late by it."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(_LOOK, room.tokens, parent)
        self._room = room
        self._held: dict[str, int] = {}
        self.do = QPushButton(self)
        self.row.addWidget(self.do)
        self.do.clicked.connect(self._on_do)
        room.state.changed.connect(self.show_state)
        room.tokens_changed.connect(self.use)
        self.show_state()

    @property
    def asked(self) -> Relief | None:
        """Whose relief the bar speaks of: the first that somebody else asks for, else one's own."""
        reliefs, me = self._room.state.reliefs, self._room.person
        return next((one for one in reliefs if one.person != me), next(iter(reliefs), None))

    def show_held(self, held: dict[str, int]) -> None:
        """How many cases each person holds now."""
        if held != self._held:
            self._held = held
            self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Who asks now, in the language of the moment."""
        one = self.asked
        self.setVisible(one is not None)
        if one is None:
            return
        count = str(self._held.get(one.person, 0))
        if one.person == self._room.person:
            text = self.tr("You ask to be relieved. You hold %1 cases until somebody takes them.")
            self._offer(self.tr("I go on"), "relief")
        else:
            text = self.tr("%2 asks to be relieved since %3 IST, and holds %1 cases meanwhile.")
            text = text.replace("%3", ist.clock_text(one.since, self._room.now()))
            text = text.replace("%2", safe_text(one.person))
            self._offer(self.tr("Take over"), "take_over")
        others = len(self._room.state.reliefs) - 1
        more = "  " + self.tr("%1 more ask.").replace("%1", str(others)) if others else ""
        self.text.setText(text.replace("%1", count) + more)

    def _offer(self, what: str, command: str) -> None:
        self.do.setText(f"{what}  {self._room.book.key_text(command)}")

    @Slot()
    def _on_do(self) -> None:
        one = self.asked
        if one is not None:
            self._room.book.run("relief" if one.person == self._room.person else "take_over")

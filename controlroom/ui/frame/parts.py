"""The parts of the window, and what may be asked of them: a step, a search, another pane, another view."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QMenuBar, QVBoxLayout, QWidget

from controlroom.ui.case.by_number import ByNumber
from controlroom.ui.case.place import CasePlace
from controlroom.ui.context import Room
from controlroom.ui.frame.appearance import Appearance
from controlroom.ui.frame.docks import Docks
from controlroom.ui.keyboard.keys import KeyFilter
from controlroom.ui.keyboard.menus import Menus
from controlroom.ui.keyboard.overlays import Overlays
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import Look
from controlroom.ui.map.feed import MapFeed
from controlroom.ui.map.pane import MapPane
from controlroom.ui.outside import Outside
from controlroom.ui.queue.pane import QueuePane
from controlroom.ui.ringing.alarm import Alarm
from controlroom.ui.ringing.frame import Frame
from controlroom.ui.ringing.gone import GoneWatch
from controlroom.ui.ringing.sound import Ringer
from controlroom.ui.room.exercise_bar import ExerciseBar
from controlroom.ui.room.setup import Setup
from controlroom.ui.shift.bar import ReliefBar
from controlroom.ui.status.line import BottomLine
from controlroom.ui.status.situation import Watchman
from controlroom.ui.status.strip import StatusStrip

if TYPE_CHECKING:
    from controlroom.ui.case.pane import CasePane


class WindowParts(QWidget):
    """What the commands know of the window; `MainWindow` is these parts wired together."""

    closing = Signal()

    def __init__(
        self, room: Room, language: Language, outside: Outside, look: Look, mailbox: dict[str, Any] | None
    ) -> None:
        appearance = Appearance(room, language, look)  # before any widget, which would hand an old font on
        super().__init__()
        self.room, self.outside, self.appearance = room, outside, appearance
        appearance.setParent(self)
        self.remembers = True  # whether what is changed here is kept for the next time
        self.queue = QueuePane(room, DistrictNames(), self)
        self.map = MapPane(outside.map, self)
        self.map_feed = MapFeed(room, outside, self.map, self)
        self.case_place = CasePlace(room, self)
        self.strip = StatusStrip(room.tokens, self)
        self.line = BottomLine(room.tokens, room.book, self)
        self.ringer = Ringer(self)
        self.watchman = Watchman(room.tasks, self)
        self.gone = GoneWatch(room, self.watchman, self)
        self.overlays = Overlays(room, language.other_words, self)
        self.alarm = Alarm(room, self.ringer, self.strip, Frame(self), self)
        self._floor = QMainWindow(self)
        self._floor.setWindowFlags(Qt.WindowType.Widget)  # not a window: what the docks stand on
        self.keys = KeyFilter(room.book, self)
        self._lay_out()
        self.docks = Docks(self, self._floor, {"queue": self.queue, "map": self.map, "case": self.case_place})
        self.setup, self.by_number = Setup(room, outside, mailbox, self), ByNumber(room, self)

    def _lay_out(self) -> None:
        bar = QMenuBar(self)
        self._menus = Menus(bar, self.room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._exercise = ExerciseBar(self.room, self)
        self.relief = ReliefBar(self.room, self)
        for part in (bar, self.strip, self._exercise, self.relief):
            column.addWidget(part)
        column.addWidget(self._floor, 1)
        column.addWidget(self.line)
        self.resize(1366, 768)

    @property
    def case(self) -> "CasePane":
        """The case pane; made now if it is not there yet."""
        return self.case_place.pane

    def step(self, name: str) -> None:
        """A step on the selected case; `claim` without one takes the most urgent that waits."""
        if name == "choose":
            self.map.show_all_candidates()
        if self.room.selected is None and name == "claim":
            waiting = self.watchman.situation.waiting()
            if not waiting:
                return
            self.room.select(waiting[0].id)
        self.docks.all["case"].raise_()
        self.case.step(name)

    def open_alert(self) -> None:
        """The form for an alert by phone."""
        self.docks.all["case"].raise_()
        self.case.step("alert")

    def focus_search(self) -> None:
        """The caret goes to the search field."""
        self.docks.all["queue"].raise_()
        self.queue.focus_search()

    def search_for(self, text: str) -> None:
        """Search for this in the queue."""
        self.queue.head.search.setText(text)
        self.queue.head.searched.emit(text)

    def show_part(self, name: str) -> None:
        """A part of the window, by the name of its command or pane."""
        if name in self.docks.all:
            self.focus_pane(name)
        elif name in self.case.tabs.pages:
            self.case.tabs.turn_to(name)
        else:
            self.room.book.run(name)

    def show_view(self, view: str) -> None:
        """One of the tabs of the queue."""
        self.strip.check_group("")
        self.queue.show_view(view)

    def focus_pane(self, name: str) -> None:
        """The keys go to this pane."""
        dock = self.docks.all[name]
        dock.show()
        dock.raise_()
        if dock.isFloating():
            dock.activateWindow()
        if name == "queue":
            self.queue.focus_rows()
        else:
            dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> None:
        """Esc: out of a pick on the map, then out of a search, then out of the case."""
        if self.map.is_picking:
            self.map.cancel_pick()
        elif self.case_place.go_back():
            pass
        elif self.queue.head.search.text():
            self.queue.head.search.clear()
        else:
            self.queue.focus_rows()

    @Slot()
    def close_soon(self) -> None:
        """After the key that asked for it has been dealt with."""
        QTimer.singleShot(0, self, self.close)

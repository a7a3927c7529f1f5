"""The window of the room: strip, three docks, bottom line. It wires the parts and holds no data."""

from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from controlroom.casework.ports import Changes, Tx
from controlroom.casework.room.ringing import supervisors
from controlroom.ui.case.by_number import ByNumber
from controlroom.ui.case.place import CasePlace
from controlroom.ui.context import Room
from controlroom.ui.frame.docks import Docks
from controlroom.ui.keyboard.keys import KeyFilter
from controlroom.ui.keyboard.menus import Menus
from controlroom.ui.keyboard.overlays import Overlays
from controlroom.ui.kit import theme
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import Look, door_text
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.map.feed import MapFeed
from controlroom.ui.map.pane import MapPane
from controlroom.ui.outside import Outside
from controlroom.ui.queue.pane import QueuePane
from controlroom.ui.ringing.alarm import Alarm
from controlroom.ui.ringing.frame import Frame
from controlroom.ui.ringing.gone import GoneWatch
from controlroom.ui.ringing.sound import Ringer, load_sound
from controlroom.ui.room.exercise_bar import ExerciseBar
from controlroom.ui.room.room_commands import RoomCommands
from controlroom.ui.room.setup import Setup
from controlroom.ui.shift.bar import ReliefBar
from controlroom.ui.status.line import BottomLine
from controlroom.ui.status.situation import GROUPS, Situation, Watchman
from controlroom.ui.status.strip import StatusStrip

if TYPE_CHECKING:
    from controlroom.ui.case.pane import CasePane

LATEST_MS = 1000  # a store that gives no rows must not keep sound and map waiting


class MainWindow(QWidget):
    """One room on one desk."""

    closing = Signal()
    is_up = Signal()  # it can be seen, with its first rows

    def __init__(
        self,
        room: Room,
        language: Language,
        outside: Outside,
        look: Look,
        mailbox: dict[str, Any] | None,
        *,
        has_mail: bool,
    ) -> None:
        room.tokens = _dressed(
            look
        )  # before any widget: dressing none is quick, and an old font is handed on
        super().__init__()
        self.room, self.look = room, look
        self._language, self.outside = language, outside
        self.remembers = True  # whether what is changed here is kept for the next time
        self._is_first_show, self._came_back = True, False
        self._kept_layout: dict[str, str] = {}
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
        self._late = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._lay_out()
        self.docks = Docks(self, self._floor, {"queue": self.queue, "map": self.map, "case": self.case_place})
        self.setup, self.by_number = Setup(room, outside, mailbox, self), ByNumber(room, self)
        self._commands = RoomCommands(self)
        self._connect()
        self._use(room.tokens)
        self.queue.set_has_mailbox(has_mail)
        self.strip.show_person(room.person)
        self.ringer.set_muted(look.is_muted)
        self.retranslate()

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

    def _connect(self) -> None:
        room = self.room
        for listener in (self.strip.on_tick, self.line.on_tick, self.ringer.on_tick):
            room.tick.connect(listener)
        room.tasks.changed.connect(self._on_changes)
        room.tasks.faulted.connect(self.show_fault)
        room.said.connect(self.line.say)
        room.case_selected.connect(self._on_selected)
        self.watchman.seen.connect(self._on_situation)
        self.watchman.soft_rang.connect(self.ringer.ring_softly)
        self.strip.group_chosen.connect(self._on_group)
        self.strip.asked.connect(room.book.run)
        self.line.go_to_late.connect(self._commands.go_to_late)
        self.queue.opened.connect(self._on_opened)
        self.queue.shown.connect(self._on_shown)
        self._late.timeout.connect(self._begin_late)
        self.queue.head.view_chosen.connect(self._on_view)
        self.case_place.made.connect(self._on_case_made)
        self.overlays.left.connect(self._focus_again)
        room.state.changed.connect(self._on_state)
        self.setup.mailbox_kept.connect(self._on_mailbox)
        self.setup.places_read.connect(self.map_feed.read_outlines)

    # --- life ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The window is on the screen: the rows first, then everything else that takes time."""
        self.queue.start()
        self.queue.focus_rows()
        self._commands.lock.begin()
        self._late.start()

    @Slot()
    def _on_shown(self) -> None:
        if self._late.isActive():
            self._late.start(0)

    @Slot()
    def _begin_late(self) -> None:
        """The web engine and the sound take a while to load: only now, when the window can be seen."""
        self.watchman.look()
        self.room.state.begin()
        self.room.start_ticking()
        self.room.tasks.work(read_district_names, done=self._on_names)
        self.is_up.emit()
        with self._language.aside():
            load_sound()
        self.ringer.start()
        self.map_feed.begin()
        self.case_place.prepare()
        self.keep_door()

    @property
    def case(self) -> "CasePane":
        """The case pane; made now if it is not there yet."""
        return self.case_place.pane

    @Slot(object)
    def _on_case_made(self, case: "CasePane") -> None:
        self.map.place_picked.connect(case.place_picked)
        case.pick_wanted.connect(self.map.pick_place)

    def come_back(self, kept: Any) -> bool:
        """Everything goes where it was; False where that is not known."""
        self._came_back = self.docks.come_back(kept)
        return self._came_back

    @property
    def is_settled(self) -> bool:
        """Whether everything in it, the map too, has been drawn; behind the lock nothing is."""
        is_locked = self._commands.lock.is_locked
        return self.queue.is_loaded and (is_locked or self.map_feed.is_settled)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_first_show and not self._came_back:
            self.docks.share(self.width(), self.look.scale)
        self._is_first_show = False
        self.keys.watch(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlays.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_layout()
        self.closing.emit()
        super().closeEvent(event)

    def keep_layout(self) -> None:
        """Remember where everything stands."""
        now = self.docks.kept()
        if now != self._kept_layout:
            self._kept_layout = now
            self._keep("window", now)

    def _keep(self, name: str, value: Any) -> None:
        if self.remembers:
            self.room.tasks.act(partial(_put_setting, name=name, value=value))

    @Slot()
    def close_soon(self) -> None:
        """After the key that asked for it has been dealt with."""
        QTimer.singleShot(0, self, self.close)

    # --- what arrives -------------------------------------------------------------------------------------

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        self.queue.on_changes(changes)
        self.case_place.on_changes(changes)
        self.watchman.on_changes(changes)
        self.room.sharing.on_changes(changes)
        self.map_feed.on_changes(changes)

    @Slot(object)
    def _on_situation(self, now: Situation) -> None:
        self.strip.show_situation(now)
        self.line.show_situation(now)
        self.queue.head.show_situation(now)
        self.alarm.show_situation(now)
        self.map_feed.show_situation(now)

    @Slot()
    def _on_state(self) -> None:
        self.line.show_leads(supervisors(self.room.state.duty))

    @Slot(object)
    def _on_mailbox(self, mailbox: dict[str, Any]) -> None:
        self._keep("mailbox", mailbox)
        self.queue.set_has_mailbox(True)

    @Slot(object)
    def show_fault(self, fault: Exception) -> None:
        """The one place of every error: the world's in plain words, ours by name."""
        self.room.say(fault_text(fault), "error")

    def _on_names(self, names: DistrictNames) -> None:
        self.queue.set_names(names)

    # --- selection ----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_selected(self, case_id: UUID | None) -> None:
        self.case.show_case(case_id)

    @Slot()
    def _on_opened(self) -> None:
        self.focus_pane("case")

    @Slot(str)
    def _on_group(self, group: str) -> None:
        self.queue.show_states(GROUPS[group])
        self.strip.check_group(group)

    @Slot(str)
    def _on_view(self, view: str) -> None:
        self.strip.check_group("")

    # --- what the commands do -----------------------------------------------------------------------------

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

    @Slot()
    def _focus_again(self) -> None:
        self.queue.focus_rows()

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

    def switch_language(self) -> None:
        """Hindi to English and back; nothing that is typed is touched."""
        self._set_look(replace(self.look, language="en" if self.look.language == "hi" else "hi"))

    def switch_theme(self) -> None:
        """Dark to light and back."""
        self._set_look(replace(self.look, theme="light" if self.look.theme == "dark" else "dark"))

    def scale_by(self, step: float) -> None:
        """Larger or smaller text, from 100 to 200 %."""
        scale = round(min(2.0, max(1.0, self.look.scale + step)), 2)
        self._set_look(replace(self.look, scale=scale))

    def switch_sound(self) -> None:
        """Sound off, which is shown, and on again."""
        is_muted = not self.look.is_muted
        self._set_look(replace(self.look, is_muted=is_muted))
        self.ringer.set_muted(is_muted)

    # --- look ---------------------------------------------------------------------------------------------

    def _set_look(self, look: Look) -> None:
        before, self.look = self.look, look
        self._keep("look", asdict(look))
        self.keep_door()
        if look.language != before.language:
            self._language.use(look.language)
            self.retranslate()
        if (look.theme, look.scale) != (before.theme, before.scale):
            self._dress()

    def keep_door(self) -> None:
        """The door looks like the window: before the profile is open nothing in it can be read."""
        keep = self.outside.keep_door
        if keep is not None and self.remembers:
            self.room.tasks.work(partial(keep, door_text(self.look)))

    def _dress(self) -> None:
        tokens = self.room.tokens = _dressed(self.look)
        self.strip.use(tokens)
        self.line.use(tokens)
        self._use(tokens)
        self.room.tokens_changed.emit(tokens)

    def _use(self, tokens: Tokens) -> None:
        self.docks.use(tokens)
        self.map.set_theme("light" if self.look.theme == "light" else "dark")
        self.map.set_text_scale(tokens.scale)

    def retranslate(self) -> None:
        """Everything in the language of the moment; no pane is built anew, so nothing typed is lost."""
        self.room.language = self.look.language
        self.setWindowTitle(self.tr("Control room"))
        titles = {"queue": self.tr("Queue"), "map": self.tr("Map"), "case": self.tr("Case")}
        for name, dock in self.docks.all.items():
            dock.setWindowTitle(titles[name])
        for part in (self._menus, self.strip, self.line, self.queue, self.case_place):
            part.retranslate()
        self.map.set_language("hi" if self.look.language == "hi" else "en")
        self.alarm.show_sound(self.ringer.state)
        self._exercise.show_state()
        self.relief.show_state()
        self.room.language_changed.emit(self.look.language)


def _put_setting(tx: Tx, *, name: str, value: Any) -> None:
    tx.put_setting(name, value)


def _dressed(look: Look) -> Tokens:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return theme.apply(app, look.theme, look.scale)

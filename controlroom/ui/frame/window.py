"""The window of the room: strip, three docks, bottom line. It wires the parts and holds no data."""

from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

from controlroom.casework.ports import Changes, Tx
from controlroom.casework.room.ringing import supervisors
from controlroom.ui.context import Room, not_carried_out
from controlroom.ui.frame.parts import WindowParts
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import Look, door_text
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.outside import Outside
from controlroom.ui.ringing.sound import load_sound
from controlroom.ui.room.room_commands import RoomCommands
from controlroom.ui.status.situation import GROUPS, Situation

if TYPE_CHECKING:
    from controlroom.ui.case.pane import CasePane

LATEST_MS = 1000  # a store that gives no rows must not keep sound and map waiting


class MainWindow(WindowParts):
    """One room on one desk."""

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
        super().__init__(room, language, outside, look, mailbox)
        self._language = language
        self._is_first_show, self._came_back = True, False
        self._kept_layout: dict[str, str] = {}
        self._late = QTimer(self, singleShot=True, interval=LATEST_MS)
        # Before all who ask the store something: the rows come first.
        room.tasks.changed.connect(self._on_changes)
        self._commands = RoomCommands(self)
        self._connect()
        self._use(room.tokens)
        self.queue.set_has_mailbox(has_mail)
        self.strip.show_person(room.person)
        self.ringer.set_muted(look.is_muted)
        self.retranslate()

    def _connect(self) -> None:
        room = self.room
        for listener in (self.strip.on_tick, self.line.on_tick, self.ringer.on_tick):
            room.tick.connect(listener)
        look = self.appearance
        look.changed.connect(self._keep_look)
        look.worded.connect(self.retranslate)
        look.dressed.connect(self._dress)
        look.muted.connect(self.ringer.set_muted)
        room.tasks.faulted.connect(self.show_fault)
        room.said.connect(self.line.say)
        room.case_selected.connect(self._on_selected)
        self.watchman.seen.connect(self._on_situation)
        self.alarm.mail_told.connect(self.queue.show_mail_fault)
        self.watchman.blinded.connect(self.strip.go_blind)
        self.watchman.blinded.connect(self.line.go_blind)
        self.watchman.blinded.connect(self.queue.head.go_blind)
        self.watchman.soft_rang.connect(self.ringer.ring_softly)
        self.strip.group_chosen.connect(self._on_group)
        self.strip.asked.connect(room.book.run)
        self.line.go_to_late.connect(self._commands.go_to_late)
        self.queue.opened.connect(self._on_opened)
        self.queue.shown.connect(self._on_shown)
        self._late.timeout.connect(self._begin_late)
        self.queue.head.view_chosen.connect(self._on_view)
        self.case_place.made.connect(self._on_case_made)
        self.overlays.left.connect(self.queue.focus_rows)
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
            self.docks.share(self.width(), self.appearance.look.scale)
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
        meanwhile = not_carried_out(self.room.held.take_text())
        self.room.held.give_up()
        self.room.say(" ".join(filter(None, (fault_text(fault), meanwhile))), "error")

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

    # --- look ---------------------------------------------------------------------------------------------

    @Slot()
    def _keep_look(self) -> None:
        self._keep("look", asdict(self.appearance.kept))
        self.keep_door()

    def keep_door(self) -> None:
        """The door looks like the window: before the profile is open nothing in it can be read."""
        keep = self.outside.keep_door
        if keep is not None and self.remembers:
            self.room.tasks.work(partial(keep, door_text(self.appearance.kept)))

    @Slot(object)
    def _dress(self, tokens: Tokens) -> None:
        self.strip.use(tokens)
        self.line.use(tokens)
        self._use(tokens)
        self.room.tokens_changed.emit(tokens)

    def _use(self, tokens: Tokens) -> None:
        self.docks.use(tokens)
        self.map.set_theme("light" if self.appearance.look.theme == "light" else "dark")
        self.map.set_text_scale(tokens.scale)

    @Slot()
    def retranslate(self) -> None:
        """Everything in the language of the moment; no pane is built anew, so nothing typed is lost."""
        self.room.language = self.appearance.look.language
        self.setWindowTitle(self.tr("Control room"))
        titles = {"queue": self.tr("Queue"), "map": self.tr("Map"), "case": self.tr("Case")}
        for name, dock in self.docks.all.items():
            dock.setWindowTitle(titles[name])
        for part in (self._menus, self.strip, self.line, self.queue, self.case_place):
            part.retranslate()
        self.map.set_language("hi" if self.appearance.look.language == "hi" else "en")
        self.alarm.show_sound(self.ringer.state)
        self._exercise.show_state()
        self.relief.show_state()
        self.room.language_changed.emit(self.appearance.look.language)


def _put_setting(tx: Tx, *, name: str, value: Any) -> None:
    tx.put_setting(name, value)

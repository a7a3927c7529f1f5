"""Locks the window after idle minutes or by a key: hides all data, silences nothing. Main thread only."""

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from controlroom.casework.ports import Changes
from controlroom.ui.door.desk_person import DeskPerson
from controlroom.ui.door.door import Door
from controlroom.ui.frame.parts import WindowParts
from controlroom.ui.keyboard.keys import KeyFilter
from controlroom.ui.ringing.frame import Frame
from controlroom.ui.shared.shared_desk import SharedDesk
from controlroom.ui.status.situation import Situation

if TYPE_CHECKING:
    from controlroom.ui.door.lock_page import LockPage

DEFAULT_MINUTES: Final = 10
_WINDOWS: Final = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)
MAY_STILL: Final = frozenset({"language", "theme", "bigger", "smaller", "quit"})


class Lock(QObject):
    """Over one window. The ringer, the frame that blinks and all loops go on as they were."""

    changed = Signal(bool)

    def __init__(
        self, window: WindowParts, person: DeskPerson, door: Door, shared: SharedDesk, keys: KeyFilter
    ) -> None:
        super().__init__(window)
        self._window, self._room, self._person = window, window.room, person
        self._door, self._shared, self._keys = door, shared, keys
        self._page: LockPage | None = None
        self._hidden: list[QWidget] = []
        self._unknown = {"person", "pins"}  # not read yet
        person.known.connect(partial(self._on_known, "person"))
        door.opened.connect(partial(self._on_known, "pins"))
        person.changed.connect(self._on_person)
        person.forgotten.connect(self.open_forgotten)
        shared.signed_in.connect(self.unlock)
        shared.signed_out.connect(self._on_signed_out)
        self._room.tick.connect(self._on_tick)
        self._room.tasks.changed.connect(self._on_changes)
        window.watchman.seen.connect(self._on_situation)

    @property
    def is_locked(self) -> bool:
        """Whether all data is hidden."""
        return self._page is not None

    @property
    def minutes(self) -> int:
        """Idle minutes until it locks by itself; 0 for never."""
        return DEFAULT_MINUTES if self._door.lock_minutes is None else self._door.lock_minutes

    def lock(self, *, is_signed_out: bool = False) -> None:
        """Hide everything."""
        from controlroom.ui.door.lock_page import LockPage

        if self._page is not None:
            return
        page = self._page = LockPage(self._room, self._door, self._window, is_signed_out=is_signed_out)
        page.unlocked.connect(self.unlock)
        page.other_wanted.connect(self._on_other)
        page.sign_in_wanted.connect(self._on_sign_in)
        page.forgotten.connect(self.open_forgotten)
        page.show_situation(self._window.watchman.situation)
        self._room.held.forget()
        self._hide_all()
        layout = self._window.layout()
        if layout is not None:
            layout.addWidget(page)
        page.show()
        page.focus_first()
        self._room.book.only = MAY_STILL
        self._window.case_place.mask_again()
        self.changed.emit(True)

    def _hide_all(self) -> None:
        """Panes, menus, torn-off docks, and dialogs, which come back as they were."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        window = self._window
        inside = [
            child
            for child in window.children()
            if isinstance(child, QWidget)
            and child is not self._page
            and not child.isHidden()
            and not isinstance(child, Frame)  # it blinks where a ring is not heard
        ]
        outside = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget is not window and widget.isVisible() and widget.windowType() in _WINDOWS
        ]
        self._hidden = list(dict.fromkeys([*inside, *outside]))
        for widget in self._hidden:
            widget.hide()

    @Slot()
    def unlock(self) -> None:
        """Everything is as it was; what was revealed is masked."""
        page, self._page = self._page, None
        if page is None:
            return
        self._room.book.only = None
        self._keys.touched_at = monotonic()
        page.hide()
        page.deleteLater()
        for widget in filter(isValid, self._hidden):  # a dialog may have done its work meanwhile
            widget.show()
        self._hidden = []
        self._window.queue.focus_rows()
        self.changed.emit(False)

    def begin(self) -> None:
        """Where nobody is signed in; where there are PINs until it is known who sits there and has one."""
        outside = self._window.outside
        if self._window.remembers and (outside.is_signed_out or outside.has_pins):
            self.lock(is_signed_out=outside.is_signed_out)

    def _on_known(self, what: str) -> None:
        was_unknown, self._unknown = bool(self._unknown), self._unknown - {what}
        if self._page is None or self._unknown or not was_unknown or self._window.outside.is_signed_out:
            return
        if self._door.kind_of(self._room.person):
            self._page.retranslate()
            self._page.focus_first()
        else:
            self.unlock()

    @Slot(str)
    def _on_person(self, name: str) -> None:
        """Another person has come in with their own PIN."""
        if not self._unknown:
            self.unlock()

    @Slot()
    def _on_other(self) -> None:
        self._person.open_for("", is_locked=bool(self._door.kind_of(self._room.person)))

    @Slot()
    def _on_sign_in(self) -> None:
        self._shared.open_sign_in()

    @Slot()
    def _on_signed_out(self) -> None:
        """Signed out here, or disabled by the administrator."""
        if self._page is not None:
            self._page.sign_out()
        elif self._window.remembers:
            self.lock(is_signed_out=True)

    def open_pin(self) -> None:
        """The form for one's own PIN and for when it locks."""
        from controlroom.ui.door.pin_form import PinForm

        form = PinForm(self._room, self._door, self._window, minutes=self.minutes)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    @Slot(str)
    def open_forgotten(self, name: str) -> None:
        """A second person sets the PIN of this one anew."""
        from controlroom.ui.door.pin_form import ForgottenForm

        form = ForgottenForm(self._room, self._door, self._window, name=name)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if self._page is not None and changes.new_alerts:
            self._page.count_alerts(len(changes.new_alerts))

    @Slot(object)
    def _on_situation(self, now: Situation) -> None:
        if self._page is not None:
            self._page.show_situation(now)

    @Slot(object)
    def _on_tick(self, now: object) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self._keys.watch(dialog.windowHandle())  # who types in a dialog is not idle
        idle = monotonic() - self._keys.touched_at
        if self.minutes and idle >= self.minutes * 60:
            self.lock()

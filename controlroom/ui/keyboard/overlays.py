"""What is laid over the window: the command line and the sheet of keys, each made when it is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from controlroom.ui.context import Room

if TYPE_CHECKING:
    from controlroom.ui.keyboard.keys_sheet import KeysSheet
    from controlroom.ui.keyboard.palette import Palette
    from controlroom.ui.room.connectors_sheet import ConnectorsSheet


class Overlays(QObject):
    """`left` when one is put away. Main thread only."""

    left = Signal()

    def __init__(self, room: Room, other_words: Callable[[str, str], str], window: QWidget) -> None:
        super().__init__(window)
        self._room, self._other_words, self._window = room, other_words, window
        self._palette: Palette | None = None
        self._sheet: KeysSheet | None = None
        self._ways: ConnectorsSheet | None = None

    @Slot()
    def open_palette(self) -> None:
        """Any command, any case."""
        if self._palette is None:
            from controlroom.ui.keyboard.palette import Palette

            self._palette = Palette(self._room, self._other_words, self._window)
            self._palette.left.connect(self.left)
        self._palette.open()

    @Slot()
    def open_keys(self) -> None:
        """The keys as they are now."""
        if self._sheet is None:
            from controlroom.ui.keyboard.keys_sheet import KeysSheet

            self._sheet = KeysSheet(self._room, self._window)
            self._sheet.left.connect(self.left)
        self._sheet.open()

    @Slot()
    def open_connectors(self) -> None:
        """The ways out of this room, and what waits for them."""
        if self._ways is None:
            from controlroom.ui.room.connectors_sheet import ConnectorsSheet

            self._ways = ConnectorsSheet(self._room, self._window)
            self._ways.left.connect(self.left)
        self._ways.open()

    def place(self) -> None:
        """The window has another size."""
        for overlay in (self._palette, self._sheet, self._ways):
            if overlay is not None and overlay.isVisible():
                overlay.place()

"""Takes the picture of the window once everything in it, the map too, has been drawn."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.ui.frame.window import MainWindow

_log = logging.getLogger(__name__)
LOOK_EVERY_MS = 100
STILL_FOR = 5  # looks in a row at which nothing was missing
LONGEST_LOOKS = 450  # then the picture is taken of what there is


class PictureTaker(QObject):
    """Looks until all is there; writes the file whole, then says so on standard output."""

    def __init__(self, window: MainWindow, file: Path, screen: str, done: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._file, self._screen, self._done = window, file, screen, done
        self._still = self._looks = 0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        self._looks += 1
        is_late = self._looks > LONGEST_LOOKS
        if is_late:
            _log.warning("the map was not drawn in time; the picture shows what there is")
        self._still = self._still + 1 if self._window.is_settled else 0
        if self._still == 1 and self._screen:
            self._window.show_part(self._screen)
        if self._still > STILL_FOR or is_late:
            self._timer.stop()
            self._take()

    def _take(self) -> None:
        beside = self._file.with_name(f".{self._file.name}.new")
        self._subject().grab().save(str(beside), "PNG")
        beside.replace(self._file)
        sys.stdout.write(f"picture: {self._file}\n")
        sys.stdout.flush()
        self._done()

    def _subject(self) -> QWidget:
        """The window, or the dialog or part that was asked for."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            return dialog
        dock = self._window.docks.all.get(self._screen)
        return dock.widget() if dock is not None else self._window

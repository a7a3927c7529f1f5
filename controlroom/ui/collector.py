"""Collects Python's garbage on the Qt thread only: a widget that another thread frees ends the program."""

import gc
import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 500
ENOUGH: Final = 2_000  # young objects that make a look worth while; it takes well under a millisecond
WHOLE_EVERY_S: Final = 300.0


class Collector(QObject):
    """Takes over from the interpreter, which would collect on whichever thread made the last object."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole_at = time.monotonic()
        self._was_on = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def take_over(self) -> None:
        """What stands now stays for good and is never looked through again."""
        self._was_on = gc.isenabled()
        gc.freeze()
        gc.disable()
        self._timer.start(EVERY_MS)

    def give_back(self) -> None:
        """The interpreter collects by itself again, if it did before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
            gc.unfreeze()

    @Slot()
    def look(self) -> None:
        """The young ones when there are many; all that is not frozen once in five minutes."""
        if time.monotonic() - self._whole_at >= WHOLE_EVERY_S:
            self._whole_at = time.monotonic()
            gc.collect()
        elif gc.get_count()[0] >= ENOUGH:
            gc.collect(1)

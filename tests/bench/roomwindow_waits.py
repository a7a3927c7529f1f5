"""Ways to wait in Qt's own loop for what is so, and for what is painted. Imports nothing of the program."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal

WAIT_S = 60


def wait_until(is_so: Callable[[], bool], seconds: float = WAIT_S) -> None:
    """Let Qt's own loop run until it is so; the workers get their share, as in the program."""
    if is_so():
        return
    loop, looks, end = QEventLoop(), QTimer(interval=4), time.perf_counter() + seconds
    looks.timeout.connect(lambda: loop.quit() if is_so() or time.perf_counter() > end else None)
    looks.start()
    loop.exec()
    looks.stop()
    if not is_so():
        raise TimeoutError(f"not so after {seconds} s")


def settle(seconds: float) -> None:
    """Let Qt's own loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


class PaintWatch(QObject):
    """Tells when a widget was painted while something was true."""

    _painted = Signal()

    def __init__(self, widget: Any, is_there: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._is_there = is_there
        self._at = 0.0
        self._is_seen = True
        self._loop = QEventLoop()
        self._painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_seen and self._is_there():
            self._is_seen = True
            self._painted.emit()  # arrives when this paint, and all of the window's, has ended
        return False

    def _on_painted(self) -> None:
        self._at = time.perf_counter()
        self._loop.quit()

    def again(self) -> None:
        """From now on: the next one."""
        self._at, self._is_seen = 0.0, False

    def wait(self, seconds: float = WAIT_S) -> float:
        """The time when the paint that shows it had ended."""
        late = QTimer(singleShot=True)
        late.timeout.connect(self._loop.quit)
        late.start(int(seconds * 1000))
        if not self._at:
            self._loop.exec()
        late.stop()
        if not self._at:
            raise TimeoutError("it was not painted")
        return self._at

"""What comes from outside the event loop: Qt's words, signals of the system, faults in a slot."""

import logging
import signal
import socket
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QLoggingCategory, QObject, QSocketNotifier

from controlroom.log import where

_log = logging.getLogger("controlroom.qt")
_NOTHING_TO_DO = ("qt.multimedia", "qt.rhi", "qt.vulkan", "qt.webenginecontext", "qt.qpa")


def keep_qt_quiet() -> None:
    """What Qt says where there is no graphics card or sound device is not shown; the rest it prints itself.

    There is no message handler in Python: Qt's sound and plug-ins speak from threads that hold locks of the
    system's loader, and a handler that waits for Python's lock there stops the program for ever.
    """
    QLoggingCategory.setFilterRules("\n".join(f"{name}*=false" for name in _NOTHING_TO_DO))


class SignalEar(QObject):
    """Calls `end` on the main thread when the system asks the program to end."""

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._ours, theirs = socket.socketpair()
        self._theirs = theirs
        for one in (self._ours, theirs):
            one.setblocking(False)
        signal.set_wakeup_fd(theirs.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def _on_signal(self) -> None:
        self._ours.recv(64)
        self._end()

    def stop(self) -> None:
        """Signals do what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        self._ours.close()
        self._theirs.close()


def _noted(number: int, frame: object) -> None:
    """The byte on the socket says it."""


def show_faults_of_ours(show: Callable[[Exception], None]) -> None:
    """A fault in a slot is logged without its text, which may hold what somebody typed, and shown."""

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        _log.error("a slot failed: %s", where(fault))
        if isinstance(fault, Exception):
            show(fault)

    sys.excepthook = hook

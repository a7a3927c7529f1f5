"""What comes from outside the event loop: Qt's messages, signals of the system, faults in a slot."""

import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QSocketNotifier, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("controlroom.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_KNOWN = (  # said by Qt on a machine without a screen, a graphics card or a sound device; nothing to do
    "propagateSizeHints",
    "Vulkan",
    "QRhiGles2",
    "RHI for backend",
    "GPUInfo",
    "Couldn't load",
    "Couldn't resolve",
    "PulseAudioService",
)


def route_qt_messages() -> None:
    """Qt's warnings go where ours go."""
    qInstallMessageHandler(_on_message)


@contextmanager
def without_our_ear() -> Iterator[None]:
    """Qt's own way of saying things, for a while.

    Qt's sound starts a thread and waits for it with Python's lock held; a message from that thread to a
    handler in Python would then wait for ever.
    """
    before = qInstallMessageHandler(None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _on_message(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    is_known = any(part in (text or "") for part in _KNOWN)
    _log.log(logging.DEBUG if is_known else _LEVELS[kind], "%s", text)


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
        where = "unknown"
        while trace is not None:
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
            trace = trace.tb_next
        _log.error("a slot failed: %s at %s", kind.__name__, where)
        if isinstance(fault, Exception):
            show(fault)

    sys.excepthook = hook

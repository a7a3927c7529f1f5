"""Keeps the screen awake while the window is open, where the desktop can be asked. Never waits."""

import logging
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

SERVICE: Final = "org.freedesktop.ScreenSaver"
PATH: Final = "/org/freedesktop/ScreenSaver"
_log = logging.getLogger(__name__)


class Awake(QObject):
    """One inhibition of the screen saver, held from `begin` until the program ends. Main thread only.

    The desktop lets go of what was asked when the line to its message bus is cut, as by the end of the
    program or a kill.
    """

    def __init__(self, parent: QObject | None = None, *, address: str = "") -> None:
        super().__init__(parent)
        self._address = address or _session_bus()
        self._asked: QDBusPendingCallWatcher | None = None
        self.is_held = False  # the desktop has promised to keep the screen on

    def begin(self, why: str) -> None:
        """Ask for it; a desktop without such a service is asked in vain, and that is only noted."""
        if not self._address or self._asked is not None:
            return
        bus = QDBusConnection.connectToBus(self._address, f"controlroom {self._address}")
        if not bus.isConnected():
            return
        message = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
        message.setArguments(["controlroom", why])
        self._asked = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        self._asked.finished.connect(self._on_answer)

    @Slot()
    def _on_answer(self) -> None:
        if self._asked is None:
            return
        answer = self._asked.reply()
        self.is_held = answer.type() == QDBusMessage.MessageType.ReplyMessage
        if not self.is_held:
            _log.info("the desktop keeps no screen awake: %s", answer.errorName())


def _session_bus() -> str:
    """The address of the session's bus, "" where there is none: none is ever started."""
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    socket = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    return given or (f"unix:path={socket}" if socket.exists() else "")

"""What is seen of the sound: its chip in the strip, and the frame that blinks where a ring is not heard."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Slot

from controlroom.casework.ports import Health
from controlroom.ui.context import Room
from controlroom.ui.frame import Frame
from controlroom.ui.sound import Ringer
from controlroom.ui.status.strip import StatusStrip

translate = QCoreApplication.translate


class Alarm(QObject):
    """Between the ringer, the strip and the frame. Main thread only."""

    def __init__(self, room: Room, ringer: Ringer, strip: StatusStrip, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._ringer, self._strip, self._frame = room, ringer, strip, frame
        room.tick.connect(self._on_tick)
        ringer.changed.connect(self.show_sound)

    def show_health(self, health: Health) -> None:
        """How the intake is: shown, and heard where it is down."""
        self._strip.show_health(health)
        self._ringer.show_health(health)

    @Slot(str)
    def show_sound(self, state: str) -> None:
        """Whether a ring can be heard, in the language of the moment."""
        text, role, icon, tip = {
            "ok": (translate("MainWindow", "Sound"), "text", "speaker-high", ""),
            "muted": (translate("MainWindow", "Sound off"), "soon", "speaker-slash", ""),
            "missing": (
                translate("MainWindow", "No sound"),
                "soon",
                "speaker-x",
                translate("MainWindow", "No sound device: look at the screen"),
            ),
        }[state]
        self._strip.show_sound(text, role, icon, tip)

    @Slot(object)
    def _on_tick(self, now: datetime) -> None:
        is_unheard = self._ringer.is_due and self._ringer.state != "ok"
        self._frame.blink(self._room.tokens.act, is_on=is_unheard)

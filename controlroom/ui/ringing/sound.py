"""The ring: three tones that can be told apart through a wall, until somebody claims. Main thread."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from controlroom.casework.ports import Health
from controlroom.casework.room.ringing import Ring
from controlroom.config import resources_dir

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

TONES: Final = ("urgent", "alert", "soft")
EVERY: Final = {
    "urgent": timedelta(seconds=4),
    "alert": timedelta(seconds=12),
    "alarm": timedelta(seconds=20),
    "late": timedelta(seconds=30),
    "relief": timedelta(seconds=30),
    "ill": timedelta(seconds=60),
}
_SOUND_OF: Final = {
    "alarm": "alert",
    "late": "soft",
    "relief": "soft",
    "ill": "alert",
}  # the others have a sound of their own
_WORST_FIRST: Final = ("urgent", "alert", "alarm", "late", "ill", "relief", "")
ALONE, SEVERAL = 1.0, 0.55  # how loud: a room where several ring does not shout


class Ringer(QObject):
    """Rings while something waits. `changed` when the state of the sound is another: ok, muted, missing."""

    changed = Signal(str)
    rang = Signal(str)  # a tone was due, whether or not it could be heard

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: QMediaDevices | None = None
        self._effects: dict[str, QSoundEffect] = {}
        self._tone, self._volume = "", ALONE
        self._next: datetime | None = None
        self._is_muted = False
        self._is_last = False
        self._ill: set[str] = set()  # names of loops
        self.has_device = False
        self._trial: list[str] = []
        self._trial_timer = QTimer(self, interval=1600)
        self._trial_timer.timeout.connect(self._try_next)

    @property
    def state(self) -> str:
        """ok, muted or missing."""
        if not self.has_device:
            return "missing"
        return "muted" if self._is_muted else "ok"

    @property
    def is_due(self) -> bool:
        """Whether a case or an ill mailbox rings: the frame of the window blinks where it cannot be heard."""
        return self._worst not in ("", "relief")

    @property
    def _worst(self) -> str:
        return min(self._tone, "ill" if self._ill else "", key=_WORST_FIRST.index)

    @Slot()
    def start(self) -> None:
        """Look for a device and load the tones. Qt takes a while for it: call it when the window is up."""
        from PySide6.QtMultimedia import QMediaDevices

        self._devices = QMediaDevices(self)
        self._look_for_device()
        self._devices.audioOutputsChanged.connect(self._look_for_device)

    def set_muted(self, is_muted: bool) -> None:
        """Silence, which is shown."""
        self._is_muted = is_muted
        self.changed.emit(self.state)

    @property
    def is_muted(self) -> bool:
        """Whether somebody silenced it."""
        return self._is_muted

    def show_ring(self, ring: Ring) -> None:
        """What rings here now. What nobody else would hear is heard at this desk, muted or not."""
        self._volume = ALONE if len(ring.rows) <= 1 else SEVERAL
        self._is_last = ring.is_last
        if ring.tone != self._tone:
            if _WORST_FIRST.index(ring.tone) < _WORST_FIRST.index(self._tone):
                self._next = None  # what is worse rings at once
            self._tone = ring.tone

    def show_health(self, health: Health) -> None:
        """A mailbox that refuses us rings until it answers; so does a hand-over that stays here."""
        self._ill = self._ill | {health.name} if health.state == "down" else self._ill - {health.name}

    @Slot(object)
    def on_tick(self, now: datetime) -> None:
        """A second has passed."""
        tone = self._worst
        if tone and (self._next is None or now >= self._next):
            self._next = now + EVERY[tone]
            self._play(tone, self._volume, is_heard=self._is_last)

    @Slot()
    def ring_softly(self) -> None:
        """Once, for a newsletter or a bounce."""
        self._play("soft", SEVERAL)

    def test(self) -> None:
        """All three tones, one after the other."""
        self._trial = list(TONES)
        self._try_next()
        self._trial_timer.start()

    @Slot()
    def _try_next(self) -> None:
        if not self._trial:
            self._trial_timer.stop()
            return
        self._play(self._trial.pop(0), ALONE, is_heard=True)

    def _play(self, tone: str, volume: float, *, is_heard: bool = False) -> None:
        """`is_heard`: also where the sound is off."""
        self.rang.emit(tone)
        effect = self._effects.get(_SOUND_OF.get(tone, tone))
        if effect is not None and (not self._is_muted or is_heard):
            effect.setVolume(volume)
            effect.play()

    @Slot()
    def _look_for_device(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        self.has_device = bool(QMediaDevices.audioOutputs())
        if self.has_device and not self._effects:
            for tone in TONES:
                effect = QSoundEffect(self)
                effect.setSource(QUrl.fromLocalFile(str(resources_dir() / "sounds" / f"{tone}.wav")))
                self._effects[tone] = effect
        elif not self.has_device:
            for effect in self._effects.values():
                effect.deleteLater()
            self._effects = {}
        self.changed.emit(self.state)


def load_sound() -> None:
    """Load what Qt's sound stands on, which takes a while; see `Language.aside`."""
    from PySide6.QtMultimedia import QMediaDevices

    QMediaDevices.audioOutputs()

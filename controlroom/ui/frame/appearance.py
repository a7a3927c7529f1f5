"""How the window looks and sounds now, and what changes it: language, theme, size of the text, sound."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from controlroom.ui.context import Room
from controlroom.ui.kit import theme
from controlroom.ui.kit.language import Language
from controlroom.ui.kit.look import Look
from controlroom.ui.kit.theme import Tokens


class Appearance(QObject):
    """Of the whole application; nothing that is typed is touched. Main thread only."""

    changed = Signal()  # to be kept
    worded = Signal()  # another language
    dressed = Signal(object)  # other Tokens, which the room has by now
    muted = Signal(bool)

    def __init__(self, room: Room, language: Language, look: Look) -> None:
        super().__init__()
        self.look = look
        self.kept_language = look.language  # for the next time: who starts it in another changes none
        self._room, self._language = room, language
        room.tokens = self._dress_application()

    @property
    def kept(self) -> Look:
        """What the next start begins with."""
        return replace(self.look, language=self.kept_language)

    def switch_language(self) -> None:
        """Hindi to English and back."""
        self._use(replace(self.look, language="en" if self.look.language == "hi" else "hi"))

    def switch_theme(self) -> None:
        """Dark to light and back."""
        self._use(replace(self.look, theme="light" if self.look.theme == "dark" else "dark"))

    def scale_by(self, step: float) -> None:
        """Larger or smaller text, from 100 to 200 %."""
        self._use(replace(self.look, scale=round(min(2.0, max(1.0, self.look.scale + step)), 2)))

    def switch_sound(self) -> None:
        """Sound off, which is shown, and on again."""
        self._use(replace(self.look, is_muted=not self.look.is_muted))
        self.muted.emit(self.look.is_muted)

    def _use(self, look: Look) -> None:
        before, self.look = self.look, look
        if look.language != before.language:
            self.kept_language = look.language
        self.changed.emit()
        if look.language != before.language:
            self._language.use(look.language)
            self.worded.emit()
        if (look.theme, look.scale) != (before.theme, before.scale):
            self._room.tokens = self._dress_application()
            self.dressed.emit(self._room.tokens)

    def _dress_application(self) -> Tokens:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return theme.apply(app, self.look.theme, self.look.scale)

"""A bar under the strip while an exercise runs: nobody may take its alerts for the real night."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from controlroom.ui.context import Room
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.theme import Tokens, mixed


class ExerciseBar(QWidget):
    """One line; gone while none runs."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("exercise")
        self._sign, self.text = QLabel(self), QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        room.state.changed.connect(self.show_state)
        room.tokens_changed.connect(self.use)
        self.use(room.tokens)
        self.show_state()

    @Slot(object)
    def use(self, tokens: Tokens) -> None:
        """Another look."""
        ground = mixed(tokens.follow, tokens.ground, 0.22)
        self.setStyleSheet(
            f"QWidget#exercise {{ background: {ground}; border-bottom: 2px solid {tokens.follow}; }}"
            f"QLabel {{ color: {tokens.text}; background: transparent; }}"
        )
        self.text.setFont(theme.font(tokens, 13, bold=True))
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("graduation-cap", tokens.follow, tokens.px(18), ratio))

    @Slot()
    def show_state(self) -> None:
        """What runs now, in the language of the moment."""
        exercise = self._room.state.exercise
        if exercise is not None:
            text = self.tr("EXERCISE '%1' runs, with %2. What is marked EXERCISE is invented.")
            people = ", ".join(exercise.people)
            self.text.setText(text.replace("%1", exercise.name).replace("%2", people))
        self.setVisible(exercise is not None)

"""A bar under the strip while an exercise runs: nobody may take its alerts for the real night."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from controlroom.ui.context import Room
from controlroom.ui.kit.notice_bar import BarLook, NoticeBar

_LOOK: Final = BarLook("graduation-cap", "follow", share=0.22, edge_px=2, pad_px=4, is_bold=True)


class ExerciseBar(NoticeBar):
    """One line; gone while none runs."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(_LOOK, room.tokens, parent)
        self._room = room
        room.state.changed.connect(self.show_state)
        room.tokens_changed.connect(self.use)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """What runs now, in the language of the moment."""
        exercise = self._room.state.exercise
        if exercise is not None:
            text = self.tr("EXERCISE '%1' runs, with %2. What is marked EXERCISE is invented.")
            people = ", ".join(exercise.people)
            self.text.setText(text.replace("%1", exercise.name).replace("%2", people))
        self.setVisible(exercise is not None)

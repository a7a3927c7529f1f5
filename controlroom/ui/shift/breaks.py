"""From how much on the room proposes a break. Main thread only."""

from functools import partial
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.casework.shift.breaks import set_break_limits
from controlroom.domain.shift.exposure import BreakLimits
from controlroom.ui.context import Room
from controlroom.ui.room.room_forms import RoomForm, SecondsField

translate = QCoreApplication.translate
_WORDS: Final = {
    "words": QT_TRANSLATE_NOOP("room", "Alerts read"),
    "pictures": QT_TRANSLATE_NOOP("room", "Pictures seen clear"),
    "attempts": QT_TRANSLATE_NOOP("room", "Attempts held"),
    "hours": QT_TRANSLATE_NOOP("room", "Hours on duty"),
}


class BreaksForm(RoomForm):
    """Four numbers, for every desk of the room."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="coffee")
        self.name_it(self.tr("When a break is proposed"))
        self.explain(
            self.tr(
                "From so many in one shift on. The numbers that stand here at first are guesses: nobody has"
                " measured better ones. Ask the people who work it."
            )
        )
        self.go.setText(self.tr("Save"))
        rows = QFormLayout()
        rows.setSpacing(room.tokens.px(8))
        self.fields: dict[str, SecondsField] = {}
        for name, value in BreakLimits()._asdict().items():
            self.fields[name] = SecondsField(self, value)
            rows.addRow(translate("room", str(_WORDS[name])), self.fields[name])
        self.body.addLayout(rows)
        self.go.setEnabled(False)  # until it is known what holds now
        room.tasks.ask(_limits, done=self._on_limits)

    def _on_limits(self, limits: BreakLimits) -> None:
        for name, value in limits._asdict().items():
            self.fields[name].setValue(value)
        self.go.setEnabled(True)
        self.only_for_supervisors()

    @Slot()
    def submit(self) -> None:
        """Save them."""
        self.act(partial(_set, changes={name: int(field.value()) for name, field in self.fields.items()}))


def _limits(reader: Reader) -> BreakLimits:
    return reader.shift().break_limits()


def _set(tx: Tx, *, changes: dict[str, int]) -> None:
    set_break_limits(tx, changes)

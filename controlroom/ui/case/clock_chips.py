"""The clocks of a case as chips: quiet while they run, amber when due has passed, red at the alarm."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.domain.clocks import Clock
from controlroom.ui.case import ist
from controlroom.ui.case.kit import FlowBox, Text
from controlroom.ui.forms.words import receiver
from controlroom.ui.kit.theme import Tokens, mixed
from controlroom.wording import words

translate = QCoreApplication.translate
_ROLES: Final = {"running": "dim", "late": "soon", "alarm": "act"}
_MOST = 4


class ClockChips(FlowBox):
    """At most a handful: a case has two or three clocks."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._clocks: tuple[Clock, ...] = ()
        self.chips = [Text(self, wrap=False) for _ in range(_MOST)]
        self.fill(self.chips)
        for chip in self.chips:
            chip.hide()

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens

    def show_clocks(self, clocks: tuple[Clock, ...], now: datetime) -> None:
        """These clocks from now on."""
        self._clocks = clocks
        self.setVisible(bool(clocks))
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """A second has gone by."""
        for at, chip in enumerate(self.chips):
            if at >= len(self._clocks):
                chip.hide()
                continue
            clock = self._clocks[at]
            level = clock.level(now)
            chip.put(clock_text(clock, now))
            self._dress(chip, _ROLES[level])

    def _dress(self, chip: Text, role: str) -> None:
        tokens = self._tokens
        colour = tokens.color(role)
        ground = mixed(colour, tokens.panel, 0.14) if role != "dim" else tokens.raised
        chip.dress(tokens, role, 12)
        sheet = (
            f"color: {colour}; background: {ground}; border-radius: {tokens.px(4)}px;"
            f" padding: {tokens.px(2)}px {tokens.px(6)}px;"
        )
        if sheet != chip.styleSheet():
            chip.setStyleSheet(sheet)


def clock_text(clock: Clock, now: datetime) -> str:
    """ "Claim 00:21 left", "First place 02:10 late"."""
    left = clock.due_at - now
    is_late = now >= clock.due_at
    text = translate("case", "%1 late") if is_late else translate("case", "%1 left")
    name = words.word(words.CLOCK_NAMES, clock.name)
    name = f"{receiver(clock.about)}: {name}" if clock.about else name
    return f"{name}  {text.replace('%1', ist.age_text(abs(left)))}"

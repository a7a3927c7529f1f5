"""What can be done, each with its key in a box of its own: one line for each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from controlroom.ui.case.kit import button
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.theme import Tokens

LARGE = 1.5


class KeyedSteps(QWidget):
    """Keys in one column, what they do in the other."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens, self._row = tokens, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.px(6))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)

    def add(self, key: str, text: str, icon: str) -> QPushButton:
        """One more; the button is told of a click, the key is the window's."""
        t = self._tokens
        sign = QLabel(key, self)
        sign.setFont(theme.font(t, 12, bold=True))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setMinimumWidth(t.px(26))
        sign.setStyleSheet(
            f"background: {t.ground}; border: 1px solid {t.line}; border-radius: 4px;"
            f" padding: 1px {t.px(5)}px; color: {t.dim};"
        )
        made = button(self, "quiet")
        made.setText(text)
        if t.scale < LARGE:  # then the words need the room
            made.setIcon(icons.icon(icon, t.dim))
        made.setStyleSheet("text-align: left;")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid.addWidget(sign, self._row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(made, self._row, 1)
        self._row += 1
        return made

    def part(self) -> None:
        """A little air before the next."""
        self._grid.setRowMinimumHeight(self._row, self._tokens.px(8))
        self._row += 1

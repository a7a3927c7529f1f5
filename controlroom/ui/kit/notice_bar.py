"""A bar under the strip that says one thing while it holds: a sign and a line, over the whole width."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.theme import Tokens, mixed


class BarLook(NamedTuple):
    """How loud it is. `tone` is a colour role, `share` how much of it the ground has."""

    icon: str
    tone: str
    share: float
    edge_px: int  # of the line below
    pad_px: int
    is_bold: bool = False


class NoticeBar(QWidget):
    """Whoever makes one shows and hides it."""

    def __init__(self, look: BarLook, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("notice")
        self._sign, self.text = QLabel(self), QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setMinimumWidth(1)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, look.pad_px, 12, look.pad_px)
        self.row.addWidget(self._sign)
        self.row.addWidget(self.text, 1)
        self.use(tokens)

    @Slot(object)
    def use(self, tokens: Tokens) -> None:
        """Another look."""
        look, tone = self._look, tokens.color(self._look.tone)
        ground = mixed(tone, tokens.ground, look.share)
        self.setStyleSheet(
            f"QWidget#notice {{ background: {ground}; border-bottom: {look.edge_px}px solid {tone}; }}"
            f"QLabel {{ color: {tokens.text}; background: transparent; }}"
        )
        self.text.setFont(theme.font(tokens, 13, bold=look.is_bold))
        self._sign.setPixmap(icons.pixmap(look.icon, tone, tokens.px(18), self.devicePixelRatioF()))

"""One part of the room's health in the strip: an icon, a word, and small marks with a number behind it."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from controlroom.ui.case.kit import tip
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.theme import Tokens


class Mark(NamedTuple):
    """A small sign with a number: how many wait, were refused, lie aside. It fits anywhere."""

    icon: str
    text: str
    role: str


class Said(NamedTuple):
    """What a chip says, in which colour; `short` where there is little room."""

    text: str
    role: str
    icon: str
    tip: str = ""
    marks: tuple[Mark, ...] = ()
    short: str | None = None


class Chip(QAbstractButton):
    """Coloured only when it is ill. A click asks for more."""

    def __init__(self, tokens: Tokens, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Said("", "dim", icon)
        self._is_short = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.use(tokens)

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self._font = theme.font(tokens, 12, tabular=True)
        self.updateGeometry()
        self.update()

    def show_health(
        self,
        text: str,
        role: str,
        tip_text: str = "",
        icon: str = "",
        *,
        marks: tuple[Mark, ...] = (),
        short: str | None = None,
    ) -> None:
        """What it says, in which colour, and more on hover."""
        said = Said(text, role, icon or self._said.icon, tip_text, marks, short)
        if said != self._said:
            self._said = said
            self.setText(text)
            self.setToolTip(tip_text if "\n" not in tip_text else tip(tip_text))
            self.setAccessibleDescription(tip_text)
            self.updateGeometry()
            self.update()

    def make_short(self, is_short: bool) -> None:
        """Say it in fewer letters."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    @property
    def role(self) -> str:
        """The colour in which it speaks."""
        return self._said.role

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The small signs behind the word."""
        return self._said.marks

    def width_for(self, *, is_short: bool) -> int:
        """How wide it is, said in full or in fewer letters."""
        t, metrics = self._tokens, QFontMetrics(self._font)
        text = self._words(is_short=is_short)
        width = t.px(24) + (metrics.horizontalAdvance(text) + t.px(12) if text else t.px(8))
        return width + sum(self._mark_width(mark, metrics) for mark in self._said.marks)

    def sizeHint(self) -> QSize:
        height = QFontMetrics(self._font).height() + self._tokens.px(12)
        return QSize(self.width_for(is_short=self._is_short), height)

    def _words(self, *, is_short: bool) -> str:
        return self._said.short if is_short and self._said.short is not None else self.text()

    def _mark_width(self, mark: Mark, metrics: QFontMetrics) -> int:
        return self._tokens.px(22) + (metrics.horizontalAdvance(mark.text) if mark.text else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, role = self._tokens, self._said.role
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = t.color(role)
        is_ill = role in ("act", "soon")
        if is_ill or self.hasFocus() or self.underMouse():
            painter.setPen(QColor(t.focus if self.hasFocus() else tone if is_ill else t.line))
            painter.setBrush(QColor(theme.mixed(tone, t.ground, 0.14) if is_ill else t.raised))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), t.px(6), t.px(6))
        painter.setFont(self._font)
        x = self._draw(painter, t.px(8), self._said.icon, "", role)
        words = self._words(is_short=self._is_short)
        painter.setPen(QColor(tone if is_ill else t.dim if role == "dim" else t.text))
        painter.drawText(
            QRect(x + t.px(5), 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, words
        )
        x += QFontMetrics(self._font).horizontalAdvance(words) + t.px(5)
        for mark in self._said.marks:
            x = self._draw(painter, x + t.px(6), mark.icon, mark.text, mark.role)
        painter.end()

    def _draw(self, painter: QPainter, x: int, icon: str, text: str, role: str) -> int:
        t, size = self._tokens, self._tokens.px(16 if not text else 14)
        picture = icons.pixmap(icon, t.color(role), size, self.devicePixelRatioF())
        painter.drawPixmap(x, (self.height() - size) // 2, picture)
        x += size
        if text:
            painter.setPen(QColor(t.color(role)))
            box = QRect(x + t.px(2), 0, self.width(), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            x += t.px(2) + QFontMetrics(self._font).horizontalAdvance(text)
        return x

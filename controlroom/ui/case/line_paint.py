"""Paints one line of a list: two columns with air, no box around anything."""

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from controlroom.ui.case.line import Line
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import Tokens, font

_LONG = re.compile(r"[!-~]{18,}")  # a link or a handle: the only words that may break inside
_WORDS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


class LineDelegate(QStyledItemDelegate):
    """Lead on the left, title over detail in the middle, an aside on the right."""

    def __init__(self, view: QListView, tokens: Tokens, title_size: float) -> None:
        super().__init__(view)
        self._view = view
        self._title_size = title_size
        self._lead_width = 0
        self._leads: tuple[str, ...] = ()
        self.dress(tokens)

    def dress(self, tokens: Tokens) -> None:
        """The look that holds from now on."""
        self._tokens = tokens
        self._title = font(tokens, self._title_size, tabular=True)
        self._small = font(tokens, 12, tabular=True)
        self._title_metrics = QFontMetrics(self._title)
        self._small_metrics = QFontMetrics(self._small)
        self._pad = tokens.px(8)
        self._lead_width = self._width_of(self._leads)

    def measure(self, lines: Sequence[Line]) -> None:
        """The lead column is as wide as its widest word, within reason."""
        self._leads = tuple({line.lead for line in lines})
        width = self._width_of(self._leads)
        if width != self._lead_width:
            self._lead_width = width
            self._view.scheduleDelayedItemsLayout()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        line = self._line(index)
        return QSize(width, self._height(line, width)) if line else QSize(width, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._line(index)
        if line is None:
            return
        state, rect = _state_of(option), _rect_of(option)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._tokens.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self._tokens.raised))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.x(), rect.y(), 2, rect.height()), QColor(self._tokens.focus))
        self._paint_line(painter, rect, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        top, left = rect.y() + self._pad, rect.x() + self._pad
        shift = max(0, (self._title_metrics.height() - self._small_metrics.height()) // 2)
        lead = QRect(left, top + shift, self._lead_width, rect.height())
        self._draw(painter, lead, _WORDS, line.lead, self._small, "dim", is_struck=False)
        body = self._body(rect.width()).translated(rect.topLeft())
        if line.icon:
            ratio = painter.device().devicePixelRatioF()
            side = self._small_metrics.height()
            colour = self._tokens.color(line.tone or "dim")
            painter.drawPixmap(body.x(), top + shift, icons.pixmap(line.icon, colour, side, ratio))
            body.setLeft(body.x() + side + self._pad)
        title_role = "dim" if line.is_dim or line.is_struck else (line.tone or "text")
        aside = self._aside_width(line)
        if line.mark:
            ratio, side = painter.device().devicePixelRatioF(), self._small_metrics.height()
            mark = icons.pixmap(line.mark, self._tokens.dim, side, ratio)
            painter.drawPixmap(body.right() - side, top + shift, mark)
        if line.aside:
            words = aside - self._mark_width(line)
            spot = QRect(body.right() - aside, top + shift, words, self._small_metrics.height() + 2)
            self._draw(painter, spot, _RIGHT, line.aside, self._small, "dim", is_struck=False)
        room = QRect(body.x(), top, body.width() - (aside + self._pad if aside else 0), _TALL)
        role = "text" if line.icon and not line.is_dim and not line.is_struck else title_role
        used = self._draw(
            painter, room, _WORDS, breakable(line.title), self._title, role, is_struck=line.is_struck
        )
        self._paint_under(painter, body, top + used, line)

    def _paint_under(self, painter: QPainter, body: QRect, top: int, line: Line) -> None:
        gap = self._tokens.px(2)
        for text, role in ((line.tag, line.tag_tone), (line.detail, "dim")):
            if text:
                spot = QRect(body.x(), top + gap, body.width(), _TALL)
                top += gap + self._draw(painter, spot, _WORDS, text, self._small, role, is_struck=False)

    def _draw(
        self,
        painter: QPainter,
        rect: QRect,
        flags: int,
        text: str,
        face: QFont,
        role: str,
        *,
        is_struck: bool,
    ) -> int:
        if not text:
            return 0
        made = QFont(face)
        made.setStrikeOut(is_struck)
        painter.setFont(made)
        painter.setPen(QColor(self._tokens.color(role)))
        painter.drawText(rect, flags, text)
        return QFontMetrics(made).boundingRect(rect, flags, text).height()

    def _height(self, line: Line, width: int) -> int:
        body = self._body(width).width() - (self._small_metrics.height() + self._pad if line.icon else 0)
        aside = self._aside_width(line)
        title = body - (aside + self._pad if aside else 0)
        height = _measured(self._title_metrics, title, _WORDS, breakable(line.title))
        for text in (line.tag, line.detail):
            if text:
                height += self._tokens.px(2) + _measured(self._small_metrics, body, _WORDS, text)
        lead = _measured(self._small_metrics, self._lead_width, _WORDS, line.lead)
        return max(height, lead, self._title_metrics.height()) + 2 * self._pad

    def _body(self, width: int) -> QRect:
        left = self._pad + (self._lead_width + self._pad + self._tokens.px(4) if self._lead_width else 0)
        return QRect(left, 0, max(40, width - left - self._pad), 0)

    def _aside_width(self, line: Line) -> int:
        words = self._small_metrics.horizontalAdvance(line.aside) + 2 if line.aside else 0
        return words + self._mark_width(line)

    def _mark_width(self, line: Line) -> int:
        return self._small_metrics.height() + self._tokens.px(4) if line.mark else 0

    def _width_of(self, leads: tuple[str, ...]) -> int:
        widest = max((self._small_metrics.horizontalAdvance(lead) + 2 for lead in leads if lead), default=0)
        return min(widest, self._tokens.px(112))

    @staticmethod
    def _line(index: QModelIndex | QPersistentModelIndex) -> Line | None:
        line: Line | None = index.data(int(Qt.ItemDataRole.UserRole) + 1)
        return line


def breakable(text: str) -> str:
    """The text with places to break inside links, so that all other words stay whole."""
    return _LONG.sub(lambda found: "\u200b".join(found[0]), text)


def _measured(metrics: QFontMetrics, width: int, flags: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, max(20, width), _TALL), flags, text).height() if text else 0


def _state_of(option: Any) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state  # the stubs leave out the fields of style options
    return state


def _rect_of(option: Any) -> QRect:
    rect: QRect = option.rect
    return rect

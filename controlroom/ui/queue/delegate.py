"""Paints a prepared row: two lines of fixed height. Nothing is looked up, shaped or measured here."""

from datetime import UTC, datetime
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from controlroom.ui.case.ist import age_text
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import mixed
from controlroom.ui.queue.prepared import LATE_ROLE, Piece, Prepared, Preparer, level_of

blend = lru_cache(256)(mixed)


@lru_cache(256)
def color(name: str) -> QColor:
    """Made once. The class itself wrapped would have Qt's whole documentation read at the start."""
    return QColor(name)


class RowPainter:
    """`now` is set by the view before it repaints. No delegate of Qt's: the view paints its rows itself."""

    def __init__(self, preparer: Preparer) -> None:
        self._preparer = preparer
        self.now = datetime.now(UTC)

    def paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        row: Prepared,
        *,
        is_selected: bool,
        is_hovered: bool,
        has_focus: bool,
    ) -> None:
        """Ground, stripe, then the two lines."""
        t = self._preparer.tokens
        level = level_of(row.row, self.now)
        self._ground(painter, rect, row, level, is_selected=is_selected, is_hovered=is_hovered)
        if has_focus:
            painter.setPen(color(t.focus))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        top = rect.top() + t.px(6)
        self._first_line(painter, rect, top, row, level)
        self._second_line(painter, rect, top + self._preparer.line_height, row, level)

    def _ground(
        self,
        painter: QPainter,
        rect: QRect,
        row: Prepared,
        level: str,
        *,
        is_selected: bool,
        is_hovered: bool,
    ) -> None:
        t = self._preparer.tokens
        if is_selected:
            painter.fillRect(rect, color(t.selected))
        elif is_hovered:
            painter.fillRect(rect, color(t.raised))
        elif level == "alarm" or (row.quarantined and row.row.is_open and not row.row.owner):
            painter.fillRect(rect, color(blend(t.act, t.panel, 0.08)))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(t.line))
        painter.fillRect(rect.left(), rect.top(), t.px(4), rect.height() - 1, color(row.stripe))

    def _first_line(self, painter: QPainter, rect: QRect, top: float, row: Prepared, level: str) -> None:
        prepared, t = self._preparer, self._preparer.tokens
        x = float(rect.left() + t.px(12))
        lift = (prepared.line_height - t.px(16)) / 2
        painter.drawPixmap(QPointF(x, top + (prepared.line_height - t.px(12)) / 2), row.mark)
        x += t.px(18)
        if row.platform is not None:
            painter.drawPixmap(QPointF(x, top + lift), row.platform)
        x += t.px(22)
        age = prepared.age(age_text(self.now - row.row.received_at))
        tone = t.dim if not row.row.is_open else t.text if level == "running" else t.color(LATE_ROLE[level])
        painter.setFont(prepared.digits)
        self._draw(painter, x, top, age, tone)
        x += max(age.width, t.px(44)) + t.px(8)
        painter.setFont(prepared.strong)
        self._draw(painter, x, top, row.category, row.category_color)
        self._right_of_first(painter, rect, top, row)

    def _right_of_first(self, painter: QPainter, rect: QRect, top: float, row: Prepared) -> None:
        prepared, t = self._preparer, self._preparer.tokens
        right = float(rect.right() - t.px(10))
        if row.owner is not None:
            right = self._chip(painter, right, top, row)
        if row.others is not None:
            right = self._presence(painter, right, top, row)
        painter.setFont(prepared.small)
        right -= row.number.width
        self._draw(painter, right, top, row.number, t.dim)
        for sign in reversed(row.signs):
            right -= t.px(20)
            painter.drawPixmap(QPointF(right, top + (prepared.line_height - t.px(16)) / 2), sign)

    def _chip(self, painter: QPainter, right: float, top: float, row: Prepared) -> float:
        prepared, t = self._preparer, self._preparer.tokens
        assert row.owner is not None
        width, height = max(row.owner.width + t.px(10), t.px(26)), t.px(18)
        box = QRectF(right - width, top + (prepared.line_height - height) / 2, width, height)
        painter.setPen(color(t.focus if row.is_mine else t.line))
        painter.setBrush(color(blend(t.focus, t.panel, 0.22) if row.is_mine else t.raised))
        painter.drawRoundedRect(box, t.px(5), t.px(5))
        painter.setFont(prepared.tiny)
        middle = box.top() + (height - row.owner.text.size().height()) / 2
        painter.setPen(color(t.text))
        painter.drawStaticText(QPointF(box.left() + (width - row.owner.width) / 2, middle), row.owner.text)
        return box.left() - t.px(8)

    def _presence(self, painter: QPainter, right: float, top: float, row: Prepared) -> float:
        """An eye, or a pencil that is moving, and whose."""
        prepared, t = self._preparer, self._preparer.tokens
        assert row.others is not None
        tone = t.focus if row.is_typed_in else t.dim
        sign = icons.pixmap("pencil-simple" if row.is_typed_in else "eye", tone, t.px(14), prepared.ratio)
        right -= row.others.width
        painter.setFont(prepared.tiny)
        painter.setPen(color(tone))
        middle = top + (prepared.line_height - row.others.text.size().height()) / 2
        painter.drawStaticText(QPointF(right, middle), row.others.text)
        right -= t.px(17)
        painter.drawPixmap(QPointF(right, top + (prepared.line_height - t.px(14)) / 2), sign)
        return right - t.px(8)

    def _second_line(self, painter: QPainter, rect: QRect, top: float, row: Prepared, level: str) -> None:
        prepared, t = self._preparer, self._preparer.tokens
        x = rect.left() + t.px(30)
        painter.setFont(prepared.plain)
        self._draw(painter, x, top, row.place, row.place_color)
        painter.setFont(prepared.small)
        if row.handle.width:
            self._draw(painter, x + row.handle_x, top, row.handle, t.dim)
        step = row.steps.get(level) or row.steps["running"]
        tone = t.color(LATE_ROLE[level]) if level in row.steps else t.dim
        self._draw(painter, rect.right() - t.px(10) - step.width, top, step, tone)

    def _draw(self, painter: QPainter, x: float, y: float, piece: Piece, tone: str) -> None:
        painter.setPen(color(tone))
        painter.drawStaticText(QPointF(x, y + self._preparer.rise - piece.rise), piece.text)

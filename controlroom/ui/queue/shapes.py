"""The mark of a priority: a shape besides the colour, for eyes that do not tell red from amber."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF


@cache
def shape(priority: int, color: str, size: int, ratio: float) -> QPixmap:
    """1 octagon, 2 triangle, 3 disc, 4 ring, 5 dash; `size` in logical pixels."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if priority == 4:
        painter.setPen(QPen(QColor(color), max(1.5, size / 8)))
        painter.drawEllipse(QRectF(0, 0, size, size).adjusted(2, 2, -2, -2))
    else:
        painter.fillPath(_path(priority, float(size)), QColor(color))
    painter.end()
    return made


def _path(priority: int, size: float) -> QPainterPath:
    path = QPainterPath()
    if priority <= 1:
        corner = size * 0.29
        path.addPolygon(
            _polygon(
                (corner, 0),
                (size - corner, 0),
                (size, corner),
                (size, size - corner),
                (size - corner, size),
                (corner, size),
                (0, size - corner),
                (0, corner),
            )
        )
    elif priority == 2:
        path.addPolygon(_polygon((size / 2, size * 0.06), (size, size * 0.94), (0, size * 0.94)))
    elif priority == 3:
        path.addEllipse(QRectF(0, 0, size, size).adjusted(1, 1, -1, -1))
    else:
        path.addRoundedRect(QRectF(0, size * 0.38, size, size * 0.24), size * 0.12, size * 0.12)
    path.closeSubpath()
    return path


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])

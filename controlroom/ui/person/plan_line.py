"""The follow-up as one line: a dot for each contact, with its day and how it stands. Main thread only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.domain.care.plans import Plan, contact_state, day_in_india
from controlroom.ui.case.kit import tip
from controlroom.ui.kit.theme import Tokens, font
from controlroom.ui.person import words
from controlroom.wording import care_words

_HERE = ("overdue", "due")


@dataclass(frozen=True, slots=True)
class Dot:
    """One contact. `day` is a day in India; `tries` in vain or not."""

    day: date
    state: str
    tries: int


def dots(plan: Plan, now: datetime) -> tuple[Dot, ...]:
    """In the order of the days."""
    return tuple(Dot(one.due, contact_state(plan, one, now), len(one.attempts)) for one in plan.contacts)


class PlanLine(QWidget):
    """Filled: made. Ringed: owed. A cross: nobody made it and it is owed no more. A bar: today."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._dots: tuple[Dot, ...] = ()
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def told(self) -> str:
        """The same in words."""
        return ", ".join(f"{words.day(dot.day)} {care_words.state(dot.state)}" for dot in self._dots)

    def show_plan(self, plan: Plan | None, now: datetime) -> None:
        """This plan, as it stands now; nothing where there is none."""
        self._dots = dots(plan, now) if plan else ()
        self._today = day_in_india(now)
        self.setVisible(bool(self._dots))
        self.setToolTip(tip(self.told.replace(", ", "\n")))
        self.setAccessibleName(self.told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._tokens.px(24) + 2 * QFontMetrics(font(self._tokens, 12)).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self._spots()
        self._paint_line(painter, spots)
        for spot, dot in zip(spots, self._dots, strict=True):
            self._paint_dot(painter, spot, dot)
        self._paint_days(painter, spots)

    def _spots(self) -> list[QPoint]:
        edge, top = self._tokens.px(34), self._tokens.px(12)
        last = max(1, len(self._dots) - 1)
        wide = self.width() - 2 * edge
        return [QPoint(edge + wide * at // last, top) for at in range(len(self._dots))]

    def _paint_line(self, painter: QPainter, spots: Sequence[QPoint]) -> None:
        t = self._tokens
        for at in range(1, len(spots)):
            is_behind = self._today is not None and self._dots[at].day <= self._today
            painter.setPen(QPen(QColor(t.dim if is_behind else t.line), 2))
            painter.drawLine(spots[at - 1], spots[at])

    def _paint_dot(self, painter: QPainter, spot: QPoint, dot: Dot) -> None:
        t = self._tokens
        colour = QColor(t.color(care_words.CONTACT_ROLES[dot.state]))
        is_here = dot.state in _HERE
        radius = t.px(8 if is_here else 6)
        painter.setPen(QPen(colour if dot.state != "waiting" else QColor(t.off), t.px(2)))
        painter.setBrush(colour if dot.state == "made" else QColor(t.panel))
        painter.drawEllipse(spot, radius, radius)
        if dot.state == "made":
            self._paint_tick(painter, spot)
        elif dot.state in ("missed", "let-go"):
            arm = t.px(3)
            painter.drawLine(spot + QPoint(-arm, -arm), spot + QPoint(arm, arm))
            painter.drawLine(spot + QPoint(-arm, arm), spot + QPoint(arm, -arm))
        elif dot.tries:  # tried in vain: a core of the ring
            painter.setBrush(colour)
            painter.drawEllipse(spot, t.px(2), t.px(2))

    def _paint_tick(self, painter: QPainter, spot: QPoint) -> None:
        t = self._tokens
        painter.setPen(QPen(QColor(t.on_accent), t.px(1.6)))
        a, b, c = (QPoint(t.px(x), t.px(y)) for x, y in ((-3, 0), (-1, 2), (3, -2)))
        painter.drawLine(spot + a, spot + b)
        painter.drawLine(spot + b, spot + c)

    def _paint_days(self, painter: QPainter, spots: Sequence[QPoint]) -> None:
        """What is owed now first, then the others where they do not lie over one another."""
        t = self._tokens
        metrics = QFontMetrics(font(t, 12, tabular=True))
        order = sorted(range(len(spots)), key=lambda at: (self._dots[at].state not in _HERE, at))
        taken: list[QRect] = []
        for at in order:
            dot = self._dots[at]
            day, state = f"{dot.day:%d.%m.%y}", care_words.state(dot.state)
            wide = max(map(metrics.horizontalAdvance, (day, state))) + 6
            left = min(max(0, spots[at].x() - wide // 2), max(0, self.width() - wide))
            spot = QRect(left, t.px(24), wide, 2 * metrics.height())
            if any(spot.intersects(other) for other in taken):
                continue
            taken.append(spot)
            self._paint_day(painter, spot, dot, (day, state))

    def _paint_day(self, painter: QPainter, spot: QRect, dot: Dot, told: tuple[str, str]) -> None:
        t, half = self._tokens, spot.height() // 2
        is_here = dot.state in _HERE
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        painter.setFont(font(t, 12, bold=is_here, tabular=True))
        painter.setPen(QColor(t.text if is_here else t.dim))
        painter.drawText(QRect(spot.x(), spot.y(), spot.width(), half), centre, told[0])
        role = care_words.CONTACT_ROLES[dot.state]
        painter.setPen(QColor(t.color("dim" if role == "off" else role)))
        painter.drawText(QRect(spot.x(), spot.y() + half, spot.width(), half), centre, told[1])

"""The ladder of a case as one line of steps with their times; elides what the width cannot hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.domain.case import LADDER, RANK, Case
from controlroom.ui.case import ist
from controlroom.ui.case.kit import tip
from controlroom.ui.kit.theme import Tokens, font
from controlroom.wording import words


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder. `at` is the time on the ground, None while it is still to come."""

    state: str
    at: datetime | None
    is_now: bool


def rungs(case: Case) -> tuple[Rung, ...]:
    """Every rung but follow-up where there is none; the last time each was reached."""
    reached: dict[str, datetime] = {}
    if case.received_at is not None:
        reached["new"] = case.received_at
    for step in case.steps:
        if step.kind in RANK and step.happened_at >= reached.get(step.kind, step.happened_at):
            reached[step.kind] = step.happened_at
    shown = [state for state in LADDER if state != "in follow-up" or state in reached]
    rank = RANK[case.state]
    return tuple(
        Rung(state, reached.get(state) if RANK[state] <= rank else None, state == case.state)
        for state in shown
    )


class Ladder(QWidget):
    """Dots on a line: filled where reached, ringed where the case stands; names where they fit."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._rungs: tuple[Rung, ...] = ()
        self._now: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def show_case(self, case: Case, now: datetime) -> None:
        """The ladder of this case."""
        self._rungs, self._now = rungs(case), now
        told = [f"{words.state(rung.state)}  {self._time(rung) or '-'}" for rung in self._rungs]
        self.setToolTip(tip("\n".join(told)))
        self.setAccessibleName(words.state(case.state))
        self.setAccessibleDescription(", ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._tokens.px(14) + 2 * QFontMetrics(font(self._tokens, 12)).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rungs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self._spots()
        self._paint_line(painter, spots)
        self._paint_names(painter, spots)

    def _spots(self) -> list[QPoint]:
        edge = self._tokens.px(7)
        last = max(1, len(self._rungs) - 1)
        wide = self.width() - 2 * edge
        return [QPoint(edge + wide * at // last, edge) for at in range(len(self._rungs))]

    def _paint_line(self, painter: QPainter, spots: Sequence[QPoint]) -> None:
        tokens = self._tokens
        for before, (spot, rung) in zip([None, *spots], zip(spots, self._rungs, strict=True), strict=False):
            if before is not None:
                colour = tokens.dim if rung.at else tokens.line
                painter.setPen(QPen(QColor(colour), 2))
                painter.drawLine(before, spot)
        for spot, rung in zip(spots, self._rungs, strict=True):
            colour = tokens.color(words.role(words.STATES, rung.state)) if rung.is_now else tokens.dim
            if rung.at is None and not rung.is_now:
                colour = tokens.line
            painter.setPen(QPen(QColor(tokens.panel), 2))
            painter.setBrush(QColor(colour))
            radius = tokens.px(6 if rung.is_now else 4)
            painter.drawEllipse(spot, radius, radius)

    def _paint_names(self, painter: QPainter, spots: Sequence[QPoint]) -> None:
        """The step where the case stands first, then its neighbours outward, none over another."""
        metrics = QFontMetrics(font(self._tokens, 12, tabular=True))
        taken: list[QRect] = []
        here = next((at for at, rung in enumerate(self._rungs) if rung.is_now), 0)
        order = sorted(range(len(self._rungs)), key=lambda at: (self._rungs[at].at is None, abs(at - here)))
        for at in sorted(order, key=lambda at: at != here):
            rung = self._rungs[at]
            clock = self._time(rung)
            width = (
                max(metrics.horizontalAdvance(words.state(rung.state)), metrics.horizontalAdvance(clock)) + 4
            )
            left = min(max(0, spots[at].x() - width // 2), max(0, self.width() - width))
            spot = QRect(left, self._tokens.px(14), width, 2 * metrics.height())
            if any(spot.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
                continue
            taken.append(spot)
            self._paint_name(painter, spot, rung, clock)

    def _paint_name(self, painter: QPainter, spot: QRect, rung: Rung, clock: str) -> None:
        tokens = self._tokens
        role = words.role(words.STATES, rung.state) if rung.is_now else ("dim" if rung.at else "off")
        painter.setFont(font(tokens, 12, bold=rung.is_now, tabular=True))
        painter.setPen(QColor(tokens.color(role)))
        half = spot.height() // 2
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
        painter.drawText(QRect(spot.x(), spot.y(), spot.width(), half), centre, words.state(rung.state))
        painter.setPen(QColor(tokens.dim))
        painter.setFont(font(tokens, 12, tabular=True))
        painter.drawText(QRect(spot.x(), spot.y() + half, spot.width(), half), centre, clock)

    def _time(self, rung: Rung) -> str:
        return ist.clock_text(rung.at, self._now) if rung.at and self._now else ""

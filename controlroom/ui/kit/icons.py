"""The one icon set: Phosphor. Only its font and its names are read, at the first icon."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

_FACE, _NAMES = "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"
_FILL: Final = 0.875  # of the height: the rest is the room around a sign
_FADED: Final = 0x66


class _Sign(QIconEngine):
    """One sign of the font in one colour; fainter where it is disabled."""

    def __init__(self, sign: str, color: str) -> None:
        super().__init__()
        self._sign, self._color = sign, color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = QColor(self._color)
        if mode == QIcon.Mode.Disabled:
            tone.setAlpha(_FADED)
        face = QFont(_family())
        face.setPixelSize(max(1, round(_FILL * rect.height())))
        painter.save()
        painter.setPen(tone)
        painter.setFont(face)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(made.rect()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Sign(self._sign, self._color)


def _folder() -> Path:
    """The package that carries the font is never imported: it would load all of Qt's names once more."""
    spec = find_spec("qtawesome")
    assert spec is not None and spec.submodule_search_locations
    return Path(next(iter(spec.submodule_search_locations))) / "fonts"


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / _FACE))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = json.loads((_folder() / _NAMES).read_bytes())
    return codes


def icon(name: str, color: str) -> QIcon:
    """The icon of this name ("phone") in this colour; an unknown name raises."""
    return QIcon(_Sign(chr(int(_codes()[name], 16)), color))


@cache
def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The same as a picture, `size` in logical pixels, made once."""
    return icon(name, color).pixmap(QSize(size, size), ratio)

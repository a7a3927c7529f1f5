"""The one icon set: Phosphor. Only its own font is loaded, at the first icon."""

import os
from functools import cache
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

os.environ.setdefault("QT_API", "pyside6")

_SET = ("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json")


@cache
def _font() -> Any:
    from qtawesome.iconic_font import IconicFont

    return IconicFont(_SET)


def icon(name: str, color: str) -> QIcon:
    """The icon of this name ("phone") in this colour; an unknown name raises."""
    made: QIcon = _font().icon(
        f"ph.{name}", color=color, color_disabled=color + "66"[: 2 * (len(color) == 7)]
    )
    return made


@cache
def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The same as a picture, `size` in logical pixels, made once."""
    return icon(name, color).pixmap(QSize(size, size), ratio)

"""Room for what is too large: a window is no larger than the screen, and what finds no room scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget


class _Floor(QWidget):
    """What stands in it has the height of the window; less than it needs it is never given.

    Without a layout of its own: a scroll area gives one whose height follows its width all that it would
    like to have, and lists that scroll themselves like a great deal.
    """

    def __init__(self, column: QBoxLayout) -> None:
        super().__init__()
        self._column, self._inside = column, QWidget(self)
        self._inside.setLayout(column)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._column.minimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inside.resize(event.size())


def scrolled(part: QWidget, parent: QWidget) -> QScrollArea:
    """This, scrolling where the screen is too low for it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(part)
    part.setAutoFillBackground(False)
    return area


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """As large as this, and no larger than the screen; where that leaves too little, all of it scrolls."""
    wanted, room = QSize(width, height), window.screen().availableGeometry().size()
    inner = window.layout()
    if wanted.boundedTo(room) != wanted and isinstance(inner, QBoxLayout):
        scroll, floor = QScrollArea(window), _Floor(inner)
        scroll.setWidget(floor)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (scroll.viewport(), floor):
            ground.setAutoFillBackground(False)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
    window.resize(wanted.boundedTo(room))

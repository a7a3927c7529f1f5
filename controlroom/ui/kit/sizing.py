"""How large a window of its own is at first: as large as it wants to be, and no larger than the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """As large as this, and no larger than the screen: there, with large text, all of it scrolls."""
    wanted, room = QSize(width, height), window.screen().availableGeometry().size()
    inner = window.layout()
    if wanted.boundedTo(room) != wanted and inner is not None:
        scroll, floor = QScrollArea(window), QWidget()
        floor.setLayout(inner)
        scroll.setWidget(floor)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (scroll.viewport(), floor):
            ground.setAutoFillBackground(False)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
    window.resize(wanted.boundedTo(room))

"""A frame around the window that blinks where a ring cannot be heard. It never takes the mouse."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget


class Frame(QWidget):
    """Lies over its parent, as large as it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = "#FF5A5F"
        self._around = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        self.hide()

    def blink(self, color: str, *, is_on: bool) -> None:
        """On one second, off the next, while something rings."""
        self._color = color
        self.setGeometry(self._around.rect())
        self.setVisible(is_on and not self.isVisible())
        if self.isVisible():
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._around.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._color), 8))
        painter.drawRect(self.rect())
        painter.end()

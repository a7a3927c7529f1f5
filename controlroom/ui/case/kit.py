"""Small parts of the case pane: labels that show text as it is, chips that flow, tips that are never HTML."""

import html
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from controlroom.ui.theme import Tokens, font, mixed


class Text(QLabel):
    """A label for text that strangers wrote: never read as HTML, wraps, and can be selected where asked."""

    def __init__(self, parent: QWidget, *, kind: str = "", wrap: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if kind:
            self.setProperty("kind", kind)
        policy = QSizePolicy(
            QSizePolicy.Policy.Ignored if wrap else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def dress(self, tokens: Tokens, role: str = "text", size: float = 13, *, bold: bool = False) -> None:
        """Colour role and size of the design; figures always stand in columns."""
        sheet = f"color: {tokens.color(role)};"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        made = font(tokens, size, bold=bold, tabular=True)
        if made != self.font():
            self.setFont(made)

    def put(self, text: str) -> None:
        """Show this, and nothing where there is nothing to say."""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))


class Flow(QLayout):
    """Lays its items in lines from left to right and breaks the line where the width ends."""

    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, is_real=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, is_real: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if is_real:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x, line = x + width + self._gap, max(line, hint.height())
        return y + line - rect.y()


class FlowBox(QWidget):
    """A widget whose children flow."""

    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self.flow = Flow(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, widgets: Iterable[QWidget]) -> None:
        """These, in this order."""
        for widget in widgets:
            self.flow.addWidget(widget)


def button(parent: QWidget, kind: str = "") -> QPushButton:
    """A push button of the house; `kind` as in the style sheet: primary, quiet, tab, danger."""
    made = QPushButton(parent)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    return made


def tip(text: str) -> str:
    """A tool tip that is never guessed to be HTML."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""


def chip_sheet(tokens: Tokens) -> str:
    """How a chip looks: quiet until it is chosen."""
    chosen = mixed(tokens.focus, tokens.panel, 0.22)
    return (
        f"QPushButton[chip='true'] {{ padding: {tokens.px(4)}px {tokens.px(10)}px;"
        f" border-radius: {tokens.px(6)}px; color: {tokens.dim}; background: {tokens.raised};"
        f" border: 1px solid {tokens.line}; }}"
        f"QPushButton[chip='true']:hover {{ color: {tokens.text}; }}"
        f"QPushButton[chip='true']:checked {{ color: {tokens.text}; background: {chosen};"
        f" border: 1px solid {tokens.focus}; }}"
    )

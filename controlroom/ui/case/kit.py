"""Small parts of the case pane: labels that show text as it is, chips that flow, tips that are never HTML."""

import html
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from controlroom.ui.kit import icons
from controlroom.ui.kit.flow import FlowLayout
from controlroom.ui.kit.theme import Tokens, font, mixed


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


class Title(Text):
    """Words that want one line, beside others; wrapped only where the line is too narrow for them alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(wide, self.heightForWidth(wide))


class Sign(QWidget):
    """A small icon and a few words beside it, gone where there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._text = QLabel(self), Text(self, wrap=False)
        self._said = ("", "", "dim")
        self._tokens: Tokens | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._said[0]

    def put(self, text: str, icon: str, role: str) -> None:
        """Say this, in this colour, or nothing."""
        self._said = (text, icon, role)
        self.setVisible(bool(text))
        if text and self._tokens is not None:
            t = self._tokens
            self._icon.setPixmap(icons.pixmap(icon, t.color(role), t.px(14), self.devicePixelRatioF()))
            self._text.dress(t, role, 12)
            self._text.put(text)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self.put(*self._said)


class Narrow(QWidget):
    """What stands in a scroll area: as wide as there is room for, and as high as its words then are."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0 if self.hasHeightForWidth() else super().minimumSizeHint().height())


class FlowBox(QWidget):
    """A widget whose children flow."""

    def __init__(self, parent: QWidget, gap: int = 6, *, to_right: bool = False) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, gap, to_right=to_right)
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
        f"QPushButton[chip='true'] {{ text-align: left; padding: {tokens.px(4)}px {tokens.px(10)}px;"
        f" border-radius: {tokens.px(6)}px; color: {tokens.dim}; background: {tokens.raised};"
        f" border: 1px solid {tokens.line}; }}"
        f"QPushButton[chip='true']:hover {{ color: {tokens.text}; }}"
        f"QPushButton[chip='true']:checked {{ color: {tokens.text}; background: {chosen};"
        f" border: 1px solid {tokens.focus}; }}"
    )

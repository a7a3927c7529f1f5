"""What stands where there are no rows: what it means, and what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from controlroom.ui import icons, theme
from controlroom.ui.theme import Tokens


class EmptyState(QWidget):
    """An icon, a sentence, one more that says what to do, and perhaps a button."""

    acted = Signal(str)  # the key of the command that the button stands for

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._icon, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        self._text.setProperty("kind", "dim")
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self._tokens = tokens

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens

    def show_words(
        self, icon: str, title: str, text: str, *, key: str = "", button: str = "", role: str = "dim"
    ) -> None:
        """Say this; `key` is the command of the button."""
        t = self._tokens
        self._icon.setPixmap(icons.pixmap(icon, t.color(role), t.px(40), self.devicePixelRatioF()))
        self._title.setText(title)
        self._title.setFont(theme.font(t, 15, bold=True))
        self._text.setText(text)
        self._key = key
        self._button.setText(button)
        self._button.setVisible(bool(button))

    @Slot()
    def _on_clicked(self) -> None:
        self.acted.emit(self._key)

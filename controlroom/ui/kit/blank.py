"""What stands in the middle of a list that holds nothing: a sentence that says so, and what to do."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel

from controlroom.ui.kit import theme
from controlroom.ui.kit.theme import Tokens


class Blank(QLabel):
    """Lies on the list and is seen only while there is no row in it."""

    def __init__(self, view: QAbstractItemView, tokens: Tokens, text: str = "") -> None:
        super().__init__(text, view.viewport())
        self._view, self._margin = view, tokens.px(24)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setFont(theme.font(tokens, 15))
        self.setStyleSheet(f"color: {tokens.dim}")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        model = view.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._look)
        self._look()

    def say(self, text: str) -> None:
        """Why there is nothing, and what to do."""
        self.setText(text)

    @Slot()
    def _look(self) -> None:
        self.setVisible(self._view.model().rowCount() == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            inner = self._view.viewport().rect()
            self.setGeometry(inner.adjusted(self._margin, self._margin, -self._margin, -self._margin))
        return False

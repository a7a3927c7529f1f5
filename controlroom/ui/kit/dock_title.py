"""The title of a pane: its name, and a button that tears it off or puts it back. It grows with the text."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import DARK, Tokens


class DockTitle(QWidget):
    """Qt's own title keeps the first size of its text when the application's style sheet changes."""

    pressed = Signal()  # its button

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock, self._tokens = dock, DARK
        self.setObjectName("dock-title")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = QLabel(self)
        self._name.setProperty("kind", "dim")
        self._button = QToolButton(self)
        self._button.setProperty("kind", "quiet")
        self._button.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self._button)
        dock.windowTitleChanged.connect(self._name.setText)
        dock.topLevelChanged.connect(self._say)
        self.use(DARK)

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self._row.setContentsMargins(tokens.px(12), tokens.px(2), tokens.px(4), tokens.px(2))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    @Slot()
    def _say(self) -> None:
        is_torn = self._dock.isFloating()
        text = self.tr("Put this pane back") if is_torn else self.tr("Tear this pane off")
        self._button.setIcon(
            icons.icon("arrow-square-in" if is_torn else "arrow-square-out", self._tokens.dim)
        )
        ground = (
            self._tokens.raised if is_torn else self._tokens.ground
        )  # one that lies over others has an edge
        self.setStyleSheet(f"QWidget#dock-title {{ background: {ground}; }}")
        self._button.setToolTip(text)
        self._button.setAccessibleName(text)

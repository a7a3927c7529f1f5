"""What stands in the map's place while there is no page: one plain sentence, and a button where one helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class MapPlaceholder(QWidget):
    """A calm sentence in the middle."""

    reload_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.reload_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def show_text(self, text: str, *, can_reload: bool) -> None:
        """Changes the sentence; the button is there only where it can do something."""
        self.text.setText(text)
        self.button.setText(self.tr("Reload map"))
        self.button.setVisible(can_reload)

"""Small windows before the room is there: a passphrase is asked for, a fault is said in one sentence."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from controlroom.ui import icons, theme
from controlroom.ui.theme import Tokens


class Notice(QDialog):
    """One plain sentence, and a button."""

    def __init__(self, sentence: str) -> None:
        tokens = _dress()
        super().__init__()
        self.setWindowTitle(QCoreApplication.translate("Opening", "Control room"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        line = QHBoxLayout()
        sign, text = QLabel(self), QLabel(sentence, self)
        sign.setPixmap(icons.pixmap("warning", tokens.soon, tokens.px(28)))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setMinimumWidth(tokens.px(360))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        column.addLayout(line)
        end = QPushButton(QCoreApplication.translate("Opening", "Close"), self)
        end.clicked.connect(self.accept)
        column.addWidget(end, 0, Qt.AlignmentFlag.AlignRight)


class PassphraseQuestion(QDialog):
    """Asks for the passphrase; twice where it is a new one. `problem` is what was wrong the last time."""

    def __init__(self, *, is_new: bool, problem: str = "") -> None:
        tokens = _dress()
        super().__init__()
        self._is_new = is_new
        self.setWindowTitle(QCoreApplication.translate("Opening", "Control room"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = QLabel(self._title(), self)
        title.setFont(theme.font(tokens, 15, bold=True))
        why = QLabel(
            QCoreApplication.translate(
                "Opening",
                "Everything on this desk is encrypted, and this machine has no keyring for the key.",
            ),
            self,
        )
        why.setWordWrap(True)
        why.setProperty("kind", "dim")
        self._first, self._again = QLineEdit(self), QLineEdit(self)
        self._problem = QLabel(problem, self)
        self._problem.setWordWrap(True)
        self._problem.setStyleSheet(f"color: {tokens.act}")
        for part in (title, why, self._first, self._again, self._problem):
            column.addWidget(part)
        for field in (self._first, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._again.setPlaceholderText(QCoreApplication.translate("Opening", "The same once more"))
        self._again.setVisible(is_new)
        go = QPushButton(QCoreApplication.translate("Opening", "Open"), self)
        go.setProperty("kind", "primary")
        go.setDefault(True)
        go.clicked.connect(self._on_go)
        column.addWidget(go)
        self.setMinimumWidth(tokens.px(420))

    @property
    def typed(self) -> str:
        """The passphrase."""
        return self._first.text()

    def _title(self) -> str:
        if self._is_new:
            return QCoreApplication.translate("Opening", "Choose a passphrase for this desk")
        return QCoreApplication.translate("Opening", "The passphrase of this desk")

    @Slot()
    def _on_go(self) -> None:
        if self._is_new and len(self.typed) < 8:
            self._problem.setText(QCoreApplication.translate("Opening", "Take at least eight characters."))
        elif self._is_new and self.typed != self._again.text():
            self._problem.setText(QCoreApplication.translate("Opening", "The two are not the same."))
        elif self.typed:
            self.accept()


def _dress() -> Tokens:
    """In the first look: which one was chosen is known once the profile is open."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return theme.apply(app, "dark")

"""Small windows before the room is there: a passphrase is asked for, a fault is said in one sentence."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.look import Look
from controlroom.ui.kit.theme import Tokens


class Notice(QDialog):
    """One plain sentence, and a button; with `go` another one, by which it is accepted."""

    def __init__(self, look: Look, sentence: str, *, go: str = "", close: str = "") -> None:
        tokens = _dress(look)
        super().__init__()
        self.setWindowTitle(QCoreApplication.translate("Opening", "Control room"))
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.px(24), tokens.px(20), tokens.px(24), tokens.px(20))
        column.setSpacing(tokens.px(16))
        line = QHBoxLayout()
        sign, text = QLabel(self), QLabel(sentence, self)
        sign.setPixmap(icons.pixmap("warning", tokens.soon, tokens.px(28)))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setMinimumWidth(tokens.px(360))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        column.addLayout(line)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        end = QPushButton(close or QCoreApplication.translate("Opening", "Close"), self)
        end.clicked.connect(self.reject)
        buttons.addWidget(end)
        if go:
            yes = QPushButton(go, self)
            yes.setProperty("kind", "primary")
            yes.setDefault(True)
            yes.clicked.connect(self.accept)
            buttons.addWidget(yes)
        column.addLayout(buttons)


def mending_notice(look: Look, *, can_open: bool) -> Notice:
    """The database is damaged: shall it be mended?"""
    sentence = QCoreApplication.translate(
        "Opening",
        "A part of this desk's database cannot be read. Mending makes a new one of all that can;"
        " the damaged one is kept beside it. A desk of a shared room then fetches what it lacks.",
    )
    return Notice(
        look,
        sentence,
        go=QCoreApplication.translate("Opening", "Mend it now"),
        close=QCoreApplication.translate("Opening", "Open it as it is") if can_open else "",
    )


class Busy(QDialog):
    """Says that the database is being mended, and goes when it is."""

    def __init__(self, look: Look, is_done: Callable[[], bool]) -> None:
        tokens = _dress(look)
        super().__init__()
        self._is_done = is_done
        self.setWindowTitle(QCoreApplication.translate("Opening", "Control room"))
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.px(24), tokens.px(20), tokens.px(24), tokens.px(20))
        column.setSpacing(tokens.px(12))
        sentence = QCoreApplication.translate("Opening", "A new database is made of what can be read…")
        text, bar = QLabel(sentence, self), QProgressBar(self)
        text.setWordWrap(True)
        text.setMinimumWidth(tokens.px(360))
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        column.addWidget(text)
        column.addWidget(bar)
        self._look = QTimer(self, interval=50)
        self._look.timeout.connect(self._on_look)
        self._look.start()

    @Slot()
    def _on_look(self) -> None:
        if self._is_done():
            self.accept()

    def reject(self) -> None:
        """It can't be put away before."""


class PassphraseQuestion(QDialog):
    """Asks for the passphrase; twice where it is a new one. `problem` is what was wrong the last time."""

    def __init__(self, look: Look, *, is_new: bool, problem: str = "") -> None:
        tokens = _dress(look)
        super().__init__()
        self._is_new = is_new
        self.setWindowTitle(QCoreApplication.translate("Opening", "Control room"))
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.px(24), tokens.px(20), tokens.px(24), tokens.px(20))
        column.setSpacing(tokens.px(12))
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
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._say(problem)
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

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @Slot()
    def _on_go(self) -> None:
        if self._is_new and len(self.typed) < 8:
            self._say(QCoreApplication.translate("Opening", "Take at least eight characters."))
        elif self._is_new and self.typed != self._again.text():
            self._say(QCoreApplication.translate("Opening", "The two are not the same."))
        elif self.typed:
            self.accept()


def _dress(look: Look) -> Tokens:
    """Like the window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return theme.apply(app, look.theme, look.scale)

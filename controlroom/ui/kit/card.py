"""A small window that asks one thing: sign, title, why, the fields, what came of it, two buttons."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from controlroom.errors import BadInput
from controlroom.ui.case.kit import Narrow
from controlroom.ui.context import Room, not_carried_out
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.fault_words import fault_text

T = TypeVar("T")
WRITING: Final = "card"  # why keys wait


_TYPED_IN = (QLineEdit, QPlainTextEdit)


class Card(QDialog):
    """Opened by `open()`; as high as what it says, or as the screen: then `body`, the fields, scrolls."""

    def __init__(self, room: Room, parent: QWidget, *, icon: str, width: int = 500) -> None:
        super().__init__(parent)
        self.room = room
        self.setProperty("kind", "panel")  # so that the fields stand out in either theme
        self._title, self.why, self.answer = QLabel(self), QLabel(self), QLabel(self)
        self.go, self.back = QPushButton(self), QPushButton(self)
        self._scroll = QScrollArea(self)
        self._floor = Narrow(self._scroll)
        self.body = QVBoxLayout(self._floor)
        self._lay_out(icon)
        self.setFixedWidth(min(room.tokens.px(width), self.screen().availableGeometry().width()))
        self.go.clicked.connect(self.submit)
        self.back.clicked.connect(self.reject)

    def _lay_out(self, icon: str) -> None:
        t = self.room.tokens
        sign = QLabel(self)
        sign.setPixmap(icons.pixmap(icon, t.focus, t.px(28), self.devicePixelRatioF()))
        self._title.setFont(theme.font(t, 16, bold=True))
        self.why.setProperty("kind", "dim")
        for label in (self._title, self.why, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.why.hide()
        self.answer.hide()
        words = QVBoxLayout()
        words.setSpacing(t.px(4))
        words.addWidget(self._title)
        words.addWidget(self.why)
        head = QHBoxLayout()
        head.setSpacing(t.px(12))
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(t.px(14))
        self._scroll.setWidget(self._floor)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._scroll.viewport(), self._floor):
            ground.setAutoFillBackground(False)
        self._buttons = buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.back.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(24), t.px(20), t.px(24), t.px(20))
        column.setSpacing(t.px(14))
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self.answer)
        column.addLayout(buttons)

    def add_button(self, text: str) -> QPushButton:
        """A third one, on the left, away from the two that everybody looks for."""
        made = QPushButton(text, self)
        made.setAutoDefault(False)
        self._buttons.insertWidget(0, made)
        return made

    def be_busy(self, *, is_busy: bool) -> None:
        """What it asks for is being written: keys wait, and the button does nothing."""
        self.go.setEnabled(not is_busy)
        if is_busy:
            self.room.held.hold(WRITING)
        else:
            self.room.held.let_go(WRITING)

    def show_fault(self, fault: Exception) -> None:
        """It was not done: why, and what was typed meanwhile. What is in the fields stays."""
        meanwhile = not_carried_out(self.room.held.take_text())
        self.be_busy(is_busy=False)
        self.say("\n".join(filter(None, (fault_text(fault), meanwhile))))

    def done(self, result: int) -> None:
        super().done(result)
        self.room.held.let_go(WRITING)  # the keys go on to the window behind it

    @Slot()
    def submit(self) -> None:
        """What the button does."""
        self.accept()

    def name_it(self, title: str) -> None:
        """The title, in the words of the form."""
        self.setWindowTitle(title)
        self._title.setText(title)

    def explain(self, text: str) -> None:
        """Why this is asked."""
        self.why.setText(text)
        self.why.setVisible(bool(text))
        self.fit()

    def say(self, text: str, role: str = "act") -> None:
        """What came of it, or what is missing."""
        self.answer.setText(text)
        self.answer.setStyleSheet(f"color: {self.room.tokens.color(role)}")
        self.answer.setVisible(bool(text))
        self.fit()

    def typed_or_say(self, typed: Callable[[], T]) -> T | None:
        """What is typed; None where something is missing, which is said."""
        try:
            return typed()
        except BadInput as wrong:
            self.say(fault_text(wrong), "soon")
            return None

    def fit(self) -> None:
        """As high as its words are at its width, and no higher than the screen; it grows both ways."""
        column = self.layout()
        if column is None:
            return
        screen, frame = self.screen().availableGeometry(), self.frameGeometry()
        self._scroll.setVisible(not self.body.isEmpty())
        inside = self._fields_height()
        self._floor.setMinimumHeight(inside)
        self._scroll.setFixedHeight(inside)
        column.invalidate()
        column.activate()
        over = max(0, column.totalHeightForWidth(self.width()) - screen.height())
        if over:
            self._scroll.setFixedHeight(max(self.room.tokens.px(80), inside - over))
        grown = column.totalHeightForWidth(self.width()) - self.height()
        self.setFixedHeight(self.height() + grown)
        if self.isVisible() and grown:
            top = min(frame.y() - grown // 2, screen.y() + screen.height() - frame.height() - grown)
            self.move(frame.x(), max(screen.y(), top))

    def _begin_in_first(self) -> None:
        """The typing begins in the first line to fill in, unless somebody has said otherwise."""
        if self.focusWidget() in (None, self.go, self.back):
            lines = (one for one in self._floor.findChildren(QWidget) if isinstance(one, _TYPED_IN))
            first = next((one for one in lines if one.isVisibleTo(self) and one.isEnabled()), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields_height(self) -> int:
        self.body.invalidate()
        width = self.width() - 2 * self.room.tokens.px(24)
        wanted = self.body.totalHeightForWidth(width)
        return wanted if wanted >= 0 else self.body.totalSizeHint().height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        self._begin_in_first()
        QTimer.singleShot(0, self, self.fit)  # the style sheet has its say about the fields only now


def secret_field(room: Room, parent: QWidget, example: str = "") -> QLineEdit:
    """A line that shows dots, with an eye to look at what was typed."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(example)
    color = room.tokens.dim
    eye = field.addAction(icons.icon("eye", color), QLineEdit.ActionPosition.TrailingPosition)
    eye.setCheckable(True)

    def on_eye(is_seen: bool) -> None:
        field.setEchoMode(QLineEdit.EchoMode.Normal if is_seen else QLineEdit.EchoMode.Password)
        eye.setIcon(icons.icon("eye-slash" if is_seen else "eye", color))

    eye.toggled.connect(on_eye)
    return field

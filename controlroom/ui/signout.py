"""Signing out: what is not shared yet is sent first; what cannot be sent is named before anybody goes."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from controlroom.ui import theme
from controlroom.ui.context import Room
from controlroom.ui.fault_words import fault_text
from controlroom.ui.outside import Outside


class SignOutForm(QDialog):
    """Opened by `open()`: begins to send at once."""

    signed_out = Signal()

    def __init__(self, room: Room, outside: Outside, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._outside = room, outside
        self.setWindowTitle(self.tr("Sign out"))
        t = room.tokens
        title = QLabel(self.tr("Sign out %1").replace("%1", room.sharing.link.login or room.person), self)
        title.setFont(theme.font(t, 16, bold=True))
        self.what, self.why = QLabel(self), QLabel(self)
        self.why.setProperty("kind", "dim")
        for label in (title, self.what, self.why):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.go, self._back = QPushButton(self), QPushButton(self.tr("Stay"), self)
        self.go.setProperty("kind", "primary")
        self.go.clicked.connect(self._on_go)
        self._back.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(24), t.px(20), t.px(24), t.px(20))
        column.setSpacing(t.px(12))
        for part in (title, self.what, self.why):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setFixedWidth(t.px(480))
        self._send()

    def _send(self) -> None:
        send = self._outside.send_pending
        if send is None:
            self._on_sent(self._room.sharing.link.pending)
            return
        self._say(self.tr("Sending what is not shared yet…"), "", self.tr("Sign out"), can_go=False)
        self._room.tasks.work(send, done=self._on_sent, failed=self._on_fault)

    def _on_sent(self, left: int) -> None:
        if left:
            self._warn(left, "")
        else:
            text = self.tr("Everything of this desk is in the shared database.")
            why = self.tr("The window is locked, and alerts still ring, until somebody signs in.")
            self._say(text, why, self.tr("Sign out"), can_go=True)

    def _on_fault(self, fault: Exception) -> None:
        self._warn(self._room.sharing.link.pending, fault_text(fault))

    def _warn(self, left: int, fault: str) -> None:
        text = self.tr("Steps of yours that no other desk sees yet: %1.").replace("%1", f"{left:,}")
        why = self.tr(
            "They stay on this desk under your name, and are sent when you sign in here again."
            " Tell the next shift what they are."
        )
        self._say(text, f"{fault} {why}".strip(), self.tr("Sign out all the same"), can_go=True)
        self.what.setStyleSheet(f"color: {self._room.tokens.soon}")

    def _say(self, what: str, why: str, button: str, *, can_go: bool) -> None:
        self.what.setText(what)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.go.setText(button)
        self.go.setEnabled(can_go)

    @Slot()
    def _on_go(self) -> None:
        self.go.setEnabled(False)
        if self._outside.sign_out is not None:
            self._room.tasks.work(self._outside.sign_out, done=self._on_gone, failed=self._on_not_gone)

    def _on_gone(self, nothing: object) -> None:
        self.signed_out.emit()
        self.accept()

    def _on_not_gone(self, fault: Exception) -> None:
        self.why.setText(fault_text(fault))
        self.why.show()
        self.go.setEnabled(True)

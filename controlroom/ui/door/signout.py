"""Signing out: what is not shared yet is sent first; what cannot be sent is named before anybody goes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from controlroom.ui.context import Room
from controlroom.ui.kit.card import Card
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.outside import Outside


class SignOutForm(Card):
    """Begins to send at once."""

    signed_out = Signal()

    def __init__(self, room: Room, outside: Outside, parent: QWidget) -> None:
        super().__init__(room, parent, icon="sign-out", width=480)
        self._outside = outside
        self.name_it(self.tr("Sign out %1").replace("%1", room.sharing.link.login or room.person))
        self.back.setText(self.tr("Stay"))
        self._send()

    def _send(self) -> None:
        send = self._outside.send_pending
        if send is None:
            self._on_sent(self.room.sharing.link.pending)
            return
        self.go.setText(self.tr("Sign out"))
        self.go.setEnabled(False)
        self.explain(self.tr("Sending what is not shared yet…"))
        self.room.tasks.work(send, done=self._on_sent, failed=self._on_fault)

    def _on_sent(self, left: int) -> None:
        if left:
            self._warn(left, "")
            return
        self.go.setText(self.tr("Sign out"))
        self.go.setEnabled(True)
        self.explain(
            self.tr(
                "Everything of this desk is in the shared database. The window is locked, and alerts still"
                " ring, until somebody signs in."
            )
        )

    def _on_fault(self, fault: Exception) -> None:
        self._warn(self.room.sharing.link.pending, fault_text(fault))

    def _warn(self, left: int, fault: str) -> None:
        text = self.tr("Steps of yours that no other desk sees yet: %1.").replace("%1", f"{left:,}")
        self.go.setText(self.tr("Sign out all the same"))
        self.go.setEnabled(True)
        what = self.tr(
            "They stay on this desk under your name, and are sent when you sign in here again."
            " Tell the next shift what they are."
        )
        self.explain(f"{text} {what}")
        self.say(fault, "soon")

    @Slot()
    def submit(self) -> None:
        """End the session."""
        self.go.setEnabled(False)
        if self._outside.sign_out is not None:
            self.room.tasks.work(self._outside.sign_out, done=self._on_gone, failed=self._on_not_gone)

    def _on_gone(self, nothing: object) -> None:
        self.signed_out.emit()
        self.accept()

    def _on_not_gone(self, fault: Exception) -> None:
        self.say(fault_text(fault))
        self.go.setEnabled(True)

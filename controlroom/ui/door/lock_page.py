"""What a locked window shows: the time, whether an alert has come, and the way in. No data at all."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from controlroom.ui.case.ist import IST
from controlroom.ui.case.kit import Text, button
from controlroom.ui.context import Room
from controlroom.ui.door.door import Door
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.card import secret_field
from controlroom.ui.kit.theme import Tokens, mixed
from controlroom.ui.shared.shared_desk import DISABLED
from controlroom.ui.status.link_words import fault_text
from controlroom.ui.status.situation import Situation


class LockPage(QFrame):
    """`unlocked` after the right PIN or password, or at once where none is set."""

    unlocked = Signal()
    other_wanted = Signal()
    sign_in_wanted = Signal()
    forgotten = Signal(str)

    def __init__(self, room: Room, door: Door, parent: QWidget, *, is_signed_out: bool) -> None:
        super().__init__(parent)
        self.setObjectName("lock")
        self._room, self._door, self._is_signed_out = room, door, is_signed_out
        self._new, self._waiting = 0, 0
        self._is_wrong = False
        self.clock, self._sign, self.title = QLabel(self), QLabel(self), Text(self, wrap=False)
        self.alert, self.answer, self._keys = Text(self), Text(self), Text(self)
        self.pin = secret_field(room, self)
        self.pin.returnPressed.connect(self.submit)
        self.pin.textEdited.connect(self._on_edited)
        self._go, self._other, self._forgot = (button(self, kind) for kind in ("primary", "quiet", "quiet"))
        self._go.clicked.connect(self.submit)
        self._other.clicked.connect(self._on_other)
        self._forgot.clicked.connect(self._on_forgotten)
        self._lay_out()
        room.tick.connect(self._on_tick)
        room.tokens_changed.connect(self.dress)
        room.language_changed.connect(self.retranslate)
        self.dress(room.tokens)
        self.retranslate()
        self._on_tick(room.now())

    def _lay_out(self) -> None:
        t = self._room.tokens
        box = QFrame(self)
        box.setObjectName("box")
        box.setFixedWidth(t.px(420))
        head = QHBoxLayout()
        head.setSpacing(t.px(10))
        head.addStretch(1)
        head.addWidget(self._sign)
        head.addWidget(self.title)
        head.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(t.px(8))
        row.addWidget(self.pin, 1)
        row.addWidget(self._go)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(t.px(28), t.px(24), t.px(28), t.px(20))
        inner.setSpacing(t.px(14))
        for part in (head, row):
            inner.addLayout(part)
        inner.addWidget(self.answer)
        foot = QHBoxLayout()
        foot.addWidget(self._other)
        foot.addStretch(1)
        foot.addWidget(self._forgot)
        inner.addLayout(foot)
        inner.insertWidget(1, self.alert)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(t.px(20))
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(t.px(16))
        column.addWidget(self._keys)
        column.addStretch(3)
        for text in (self.alert, self.answer, self._keys):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)

    # --- look and words -----------------------------------------------------------------------------------

    @Slot(object)
    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        t = tokens
        self.setStyleSheet(
            f"QFrame#lock {{ background: {t.ground}; }} QFrame#box {{ background: {t.panel};"
            f" border: 1px solid {t.line}; border-radius: {t.px(10)}px; }}"
        )
        self._sign.setPixmap(icons.pixmap("lock-key", t.dim, t.px(22), self.devicePixelRatioF()))
        self.clock.setFont(theme.font(t, 44, tabular=True))
        self.clock.setStyleSheet(f"color: {t.text}")
        self.title.dress(t, "text", 15, bold=True)
        self.answer.dress(t, "act", 13)
        self._keys.dress(t, "dim", 12)
        self._show_alert()

    @Slot()
    def retranslate(self) -> None:
        """Another language."""
        kind = "" if self._is_signed_out else self._door.kind_of(self._room.person)
        if self._is_signed_out:
            self.title.put(self.tr("Nobody is signed in"))
            self._go.setText(self.tr("Sign in…"))
        else:
            self.title.put(self.tr("Locked by %1").replace("%1", self._room.person))
            self._go.setText(self.tr("Unlock"))
        self.pin.setPlaceholderText(self.tr("Password") if kind == "password" else self.tr("PIN"))
        self.pin.setVisible(bool(kind))
        is_shared = bool(self._door.login)
        other = self.tr("Sign in again…") if is_shared else self.tr("Another person takes over…")
        self._other.setText(other)
        self._other.setVisible(not self._is_signed_out)
        self._forgot.setText(self.tr("PIN forgotten…"))
        self._forgot.setVisible(kind == "pin")
        hint = self.tr("Everything goes on behind this: mail is fetched, and alerts ring.")
        if not kind and not self._is_signed_out:
            own = self.tr("No PIN is set for you: Enter unlocks. The menu Room has “PIN and lock…”.")
            hint = f"{hint} {own}"
        self._keys.put(hint)
        self._show_alert()

    @Slot(object)
    def _on_tick(self, now: datetime) -> None:
        self.clock.setText(now.astimezone(IST).strftime("%H:%M:%S"))
        wait = 0 if self._is_signed_out else self._door.wait_s(self._room.person)
        self._go.setEnabled(not wait)
        text = self.tr("That was not right.") if self._is_wrong or wait else ""
        if wait:
            text += " " + self.tr("The next try is possible in %1 s.").replace("%1", str(wait))
        self.answer.put(self._why_out() if self._is_signed_out else text)

    def _why_out(self) -> str:
        """What has put out who sat here; who signed out themselves knows it."""
        link = self._room.sharing.link
        return fault_text(link) if link.fault == DISABLED else ""

    # --- alarms -------------------------------------------------------------------------------------------

    def count_alerts(self, number: int) -> None:
        """So many have come since it was locked."""
        self._new += number
        self._show_alert()

    def show_situation(self, now: Situation) -> None:
        """How many wait: a number tells nobody anything."""
        self._waiting = len(now.waiting())
        self._show_alert()

    def _show_alert(self) -> None:
        t = self._room.tokens
        self.alert.dress(t, "act" if self._new else "dim", 15 if self._new else 13, bold=bool(self._new))
        if self._new:
            ground = mixed(t.act, t.panel, 0.14)
            self.alert.setStyleSheet(
                f"color: {t.act}; background: {ground}; border-radius: {t.px(6)}px; padding: {t.px(10)}px;"
            )
            self.alert.put(self.tr("A new alert: unlock to see it"))
        else:
            text = self.tr("Alerts that nobody has claimed: %1").replace("%1", str(self._waiting))
            self.alert.put(text if self._waiting else "")

    # --- the way in ---------------------------------------------------------------------------------------

    def sign_out(self) -> None:
        """Nobody may come in any more without signing in."""
        if not self._is_signed_out:
            self._is_signed_out = True
            self.retranslate()
            self._on_tick(self._room.now())
            self.focus_first()

    def focus_first(self) -> None:
        """The keys go to the field, or to the button."""
        part = self._go if self.pin.isHidden() else self.pin
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Try what is typed."""
        if self._is_signed_out:
            self.sign_in_wanted.emit()
        elif self._go.isEnabled():
            self._go.setEnabled(False)
            self._door.knock(self._room.person, self.pin.text(), self._on_answer)

    def _on_answer(self, is_right: bool, wait: int) -> None:
        if is_right:
            self.unlocked.emit()
            return
        self.pin.clear()
        self._is_wrong = True
        self._on_tick(self._room.now())
        self.focus_first()

    @Slot()
    def _on_edited(self) -> None:
        self._is_wrong = False
        self._on_tick(self._room.now())

    @Slot()
    def _on_other(self) -> None:
        (self.sign_in_wanted if self._door.login else self.other_wanted).emit()

    @Slot()
    def _on_forgotten(self) -> None:
        self.forgotten.emit(self._room.person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

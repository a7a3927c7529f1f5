"""The bottom line: the single most urgent thing that is late, with its key; then what the room has to say."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from controlroom.casework.calling.callnow import CHASED
from controlroom.casework.room.sharing import Link
from controlroom.casework.rows import QueueRow
from controlroom.ui.case.ist import age_text
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.status.situation import Situation
from controlroom.wording import words

KEPT = ("warning", "error")  # these stay, whatever language is spoken meanwhile
STAYS = {"info": 6, "done": 6, "warning": 20, "error": 60, "offer": 90}  # seconds
_ICONS = {
    "info": "info",
    "done": "check-circle",
    "warning": "warning",
    "error": "warning-octagon",
    "offer": "lifebuoy",
}
_LEVEL_ROLES = {"info": "dim", "done": "safe", "warning": "soon", "error": "act", "offer": "follow"}


class BottomLine(QFrame):
    """Nothing pops up over what somebody types: it is said here."""

    go_to_late = Signal()

    def __init__(self, tokens: Tokens, book: CommandBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._now_is, self._is_blind = Situation(), False
        self._link = Link("alone")
        self._now: datetime | None = None
        self._until: datetime | None = None
        self._said = ("", "info")
        self.most_late: QueueRow | None = None
        self._leads: tuple[str, ...] = ()
        self._sign, self._late, self._message_sign = QLabel(self), QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.go_to_late)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._late.setTextFormat(Qt.TextFormat.PlainText)
        self._late.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._late.setMinimumWidth(1)  # a narrow window cuts it rather than growing
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._late)
        row.addWidget(self._button)
        row.addStretch(1)
        row.addWidget(self._message_sign)
        row.addWidget(self._message, 4)
        self.use(tokens)

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self.setMinimumHeight(tokens.px(38))
        self._late.setFont(theme.font(tokens, 13, tabular=True))
        self._refresh()
        self._show_message()

    def retranslate(self) -> None:
        """Another language: what was said in the one before goes, but for what somebody must know."""
        if self._said[1] not in KEPT:
            self._said, self._until = ("", "info"), None
            self._show_message()
        self._refresh()

    def show_situation(self, now_is: Situation) -> None:
        """What is open."""
        self._now_is, self._is_blind = now_is, False
        self._refresh()

    @Slot()
    def go_blind(self) -> None:
        """What is late cannot be read."""
        self._is_blind = True
        self._refresh()

    @Slot(str, str)
    def say(self, text: str, level: str) -> None:
        """A message; it stays for a while, an error longer."""
        self._said = (text, level)
        self._until = self._now + timedelta(seconds=STAYS.get(level, 6)) if self._now else None
        self._show_message()

    @Slot(object)
    def on_tick(self, now: datetime) -> None:
        """A second has passed."""
        self._now = now
        if self._said[0] and self._until is None:
            self._until = now + timedelta(seconds=STAYS.get(self._said[1], 6))
        if self._until is not None and now >= self._until:
            self._said, self._until = ("", "info"), None
            self._show_message()
        self._refresh()

    def _show_message(self) -> None:
        text, level = self._said
        t = self._tokens
        self._message_sign.setVisible(bool(text))
        if text:
            color = t.color(_LEVEL_ROLES.get(level, "dim"))
            picture = icons.pixmap(_ICONS.get(level, "info"), color, t.px(16), self.devicePixelRatioF())
            self._message_sign.setPixmap(picture)
        self._message.setText(text)
        role = {"error": t.act, "warning": t.soon}.get(level, t.text)
        self._message.setStyleSheet(f"color: {role}")

    def _refresh(self) -> None:
        t, now = self._tokens, self._now
        late = self._now_is.late(now) if now is not None else []
        self.most_late = late[0] if late else None
        self._button.setVisible(bool(late))
        ratio = self.devicePixelRatioF()
        if self._is_blind:
            self._button.hide()
            self._sign.setPixmap(icons.pixmap("warning", t.act, t.px(18), ratio))
            self._show_late(self.tr("What is late cannot be read"), t.act)
            return
        if not self._link.reads_cases:
            self._sign.setPixmap(icons.pixmap("eye-slash", t.dim, t.px(18), ratio))
            self._show_late(self.tr("What is late is not shown to this login"), t.dim)
            return
        if not late or now is None:
            self._sign.setPixmap(icons.pixmap("check-circle", t.safe, t.px(18), ratio))
            self._show_late(self.tr("Nothing is late"), t.dim)
            return
        row = late[0]
        is_alarm = row.alarm_at is not None and now >= row.alarm_at
        color = t.act if is_alarm else t.soon
        self._sign.setPixmap(icons.pixmap("timer", color, t.px(18), ratio))
        since = age_text(now - row.due_at) if row.due_at is not None else ""
        text = self.tr("Late: %1 %2, for %3")
        text = text.replace("%1", row.number).replace("%2", words.clock(row.clock)).replace("%3", since)
        self._show_late(f"{text}{self._to_whom(row) if is_alarm else ''}", color)
        step = self.tr("call now") if row.clock in CHASED else words.next_step(row.next_step)
        self._button.setText(f"{step[:1].upper()}{step[1:]}  {self._book.key_text('late')}")

    def show_link(self, link: Link) -> None:
        """Whoever reads no case is not told that nothing is late."""
        self._link = link
        self._refresh()

    def show_leads(self, leads: tuple[str, ...]) -> None:
        """Who leads the shift: what is in alarm is theirs too."""
        self._leads = leads
        self._refresh()

    def _to_whom(self, row: QueueRow) -> str:
        if not self._leads:
            return ""
        return " · " + self.tr("rings at %1").replace("%1", ", ".join(self._leads))

    def _show_late(self, text: str, color: str) -> None:
        if text != self._late.text():
            self._late.setText(text)
            self._late.setToolTip(text)
        style = f"color: {color}"
        if style != self._late.styleSheet():
            self._late.setStyleSheet(style)

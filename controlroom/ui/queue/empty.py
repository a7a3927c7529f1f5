"""What stands where there are no rows: what it means, and what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from controlroom.speech import sentence
from controlroom.ui.context import Room
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.queue.fetch import Shown
from controlroom.ui.status.link_words import no_cases_text
from controlroom.wording import words


class EmptyQueue(QWidget):
    """An icon, a sentence, one more that says what to do, and perhaps a button."""

    acted = Signal(str)  # the key of the command that the button stands for

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sharing = room.sharing
        self._key = ""
        self._icon, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        self._text.setProperty("kind", "dim")
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self._tokens = room.tokens

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens

    def tell(self, shown: Shown, *, has_mailbox: bool, mail_fault: str = "") -> None:
        """Why this list holds nothing."""
        if not self._sharing.link.reads_cases:
            more = self.tr("Operators, supervisors, counsellors and auditors see them.")
            text = f"{no_cases_text(self._sharing.link)} {more}"
            self._say("eye-slash", self.tr("Not for this login"), text)
        elif shown.text:
            self._say("magnifying-glass", *self._nothing_found())
        elif not has_mailbox and not self._sharing.link.intakes:
            self._say(
                "envelope-simple",
                self.tr("No mailbox is set up yet"),
                self.tr(
                    "Alerts from Meta come by mail. Say where the mailbox is; until then alerts are "
                    "entered by hand with Ctrl+N."
                ),
                key="settings",
                button=self.tr("Set up the mailbox"),
                role="soon",
            )
        elif mail_fault and not shown.states and shown.view in ("new", "open", "all"):
            more = self.tr("Until then alerts may be waiting in the mailbox.")
            title, _ = self._calm_words(shown)
            self._say("envelope-simple", title, f"{sentence(mail_fault)} {more}", role="soon")
        else:
            self._say("check-circle", *self._calm_words(shown), role="safe")

    def tell_fault(self, fault: Exception) -> None:
        """Why nothing can be shown, which is not that there is nothing."""
        more = self.tr("That nothing stands here does not mean that no alert waits.")
        self._say("warning", self.tr("The cases cannot be read"), f"{fault_text(fault)} {more}", role="act")

    def _nothing_found(self) -> tuple[str, str]:
        if self._sharing.is_looking:
            return self.tr("Not on this desk"), self.tr("Asking the server for older cases…")
        text = self.tr("Try fewer letters, another spelling or the other script. Esc shows the list again.")
        if not self._sharing.is_alone and not self._sharing.can_ask:
            older = self.tr("Older cases are on the server, which cannot be asked now.")
            text = f"{older} {text}"
        return self.tr("Nothing found"), text

    def _calm_words(self, shown: Shown) -> tuple[str, str]:
        if shown.states:
            title = self.tr("No case is at: %1").replace("%1", words.state(shown.states[0]))
            return title, self.tr("Ctrl+3 shows all open cases.")
        return {
            "new": (self.tr("No alert is waiting"), self.tr("The next one rings and appears here.")),
            "mine": (self.tr("You hold no case"), self.tr("Choose one that is new and press C to claim it.")),
            "open": (self.tr("No case is open"), self.tr("The next alert rings and appears here.")),
            "closed": (self.tr("No case has been closed yet"), self.tr("Closed cases are kept here.")),
            "all": (self.tr("There is no case yet"), self.tr("The first alert rings and appears here.")),
            "unplaced": (
                self.tr("Every open case has a place"),
                self.tr("Cases without one are listed here."),
            ),
            "review": (
                self.tr("Nothing waits for a second person"),
                self.tr("Closings and outcomes that somebody else has to confirm are listed here."),
            ),
        }[shown.view]

    def _say(
        self, icon: str, title: str, text: str, *, key: str = "", button: str = "", role: str = "dim"
    ) -> None:
        t = self._tokens
        self._icon.setPixmap(icons.pixmap(icon, t.color(role), t.px(40), self.devicePixelRatioF()))
        self._title.setText(title)
        self._title.setFont(theme.font(t, 15, bold=True))
        self._text.setText(text)
        self._key = key
        self._button.setText(button)
        self._button.setVisible(bool(button))

    @Slot()
    def _on_clicked(self) -> None:
        self.acted.emit(self._key)

"""The Mail tab: the alert in its own words as plain text, masked until revealed; never drawn as a page."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from controlroom.casework.arriving.pictures import pictures_of
from controlroom.domain.case import Alert
from controlroom.ui.case import ist
from controlroom.ui.case.kit import FlowBox, Text, button
from controlroom.ui.case.mail_reasons import reason_text
from controlroom.ui.case.mail_text import attachments_of, link_hosts, size_text
from controlroom.ui.case.sight import Sight, safe_text
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import Tokens, font
from controlroom.wording import words

translate = QCoreApplication.translate


class PlainView(QPlainTextEdit):
    """Text to read and select. Left and Right go to the tabs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        reading = Qt.TextInteractionFlag
        self.setTextInteractionFlags(reading.TextSelectableByMouse | reading.TextSelectableByKeyboard)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) or event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def put(self, text: str) -> None:
        """Show this; what is selected stays while the text is the same."""
        if text != self.toPlainText():
            self.setPlainText(text)


class MailTab(QWidget):
    """Asks for what it needs: `asked` names a step, `headers_wanted` the SHA-256 of the mail."""

    asked = Signal(str)
    headers_wanted = Signal(str)

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._sight: Sight | None = None
        self._key = self._words_key = ""
        self._headers: str | None = None  # the first part of the raw mail, where it was asked for
        self._shield = QLabel(self)
        self._label, self._why = Text(self, wrap=False), Text(self)
        self._subject, self._from = Text(self), Text(self)
        self._reveal, self._raw = button(self, "quiet"), button(self, "quiet")
        self._words = button(self, "quiet")
        self._words.clicked.connect(self._on_words)
        self._pictures = button(self, "quiet")
        self._pictures.clicked.connect(self._on_pictures)
        self.body = PlainView(self)
        self._parts, self._hosts = Text(self), Text(self)
        self._reveal.clicked.connect(self._on_reveal)
        self._raw.clicked.connect(self._on_raw)
        self._lay_out()
        self.setFocusProxy(self.body)

    def _lay_out(self) -> None:
        top = FlowBox(self, 6)
        top.fill((self._shield, self._label, self._raw, self._pictures, self._reveal, self._words))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(6)
        column.addWidget(top)
        for part in (self._why, self._subject, self._from):
            column.addWidget(part)
        column.addWidget(self.body, 1)
        for part in (self._parts, self._hosts):
            column.addWidget(part)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        for part in (self._why, self._from, self._parts, self._hosts):
            part.dress(tokens, "dim", 12)
        self._subject.dress(tokens, "text", 15, bold=True)
        self.body.setFont(font(tokens, 15))
        self._reveal.setIcon(icons.icon("eye", tokens.dim))
        self._words.setIcon(icons.icon("eye", tokens.dim))
        self._raw.setIcon(icons.icon("file-text", tokens.dim))
        self._pictures.setIcon(icons.icon("image", tokens.dim))
        self._say_label()

    def show_keys(self, key: str, words_key: str) -> None:
        """The keys that reveal, as they are set: all, and the alert's own words."""
        self._key, self._words_key = key, words_key

    def retranslate(self) -> None:
        """Words that stand in it whatever is shown."""
        self._reveal.setText(translate("case", "Reveal  %1").replace("%1", self._key))
        self._words.setText(translate("case", "Show the words  %1").replace("%1", self._words_key))
        self._say_raw()

    def leave_case(self) -> None:
        """Another case is about to be shown: nothing of this one may stay."""
        self._headers = self._sight = None
        self.body.setPlainText("")
        for part in (self._label, self._why, self._subject, self._from, self._parts, self._hosts):
            part.put("")

    def show_sight(self, sight: Sight) -> None:
        """The case as it is now."""
        self._sight = sight
        alerts = sight.case.alerts
        self._reveal.setVisible(not sight.is_revealed)
        self._words.setVisible(sight.is_revealed and not sight.has_words)
        self._raw.setVisible(any(alert.mail for alert in alerts))
        count = len(pictures_of(sight.view.events))
        self._pictures.setVisible(count > 0)
        self._pictures.setText(translate("case", "Pictures, blurred: %1").replace("%1", str(count)))
        self._say_label()
        first = alerts[0] if alerts else None
        self._why.put(safe_text(reason_text(first.why)) if first else "")
        self._subject.put(sight.words(first.subject) if first else "")
        self._from.put(_from_line(sight, first) if first else "")
        self._say_body(sight)
        self._parts.put(_parts_line(sight))
        self._hosts.put(_hosts_line(sight))
        self._say_raw()

    @Slot(str)
    def show_headers(self, text: str) -> None:
        """The first part of the raw mail."""
        self._headers = text
        if self._sight is not None:
            self._say_body(self._sight)
        self._say_raw()

    def _say_body(self, sight: Sight) -> None:
        if not sight.is_revealed:
            text = translate(
                "case", "What the alert says is masked. %1 shows it, and the log says that you looked."
            )
            self.body.put(text.replace("%1", self._key))
        elif not sight.has_words:
            text = translate(
                "case", "The words of the alert stay covered, as you have chosen. %1 shows them."
            )
            self.body.put(text.replace("%1", self._words_key))
        elif self._headers is not None:
            self.body.put(self._headers)
        else:
            texts = [safe_text(alert.text) for alert in sight.case.alerts if alert.text.strip()]
            self.body.put("\n\n----------\n\n".join(texts) or translate("case", "The alert has no text."))

    def _say_label(self) -> None:
        alerts = self._sight.case.alerts if self._sight else ()
        label = alerts[0].authenticity if alerts else ""
        role = words.role(words.AUTHENTICITY, label)
        self._label.put(words.authenticity(label) if label else "")
        self._label.dress(self._tokens, role, 13, bold=True)
        self._shield.setVisible(bool(label))
        if label:
            icon = words.icon(words.AUTHENTICITY, label) or "shield"
            side = self._tokens.px(16)
            self._shield.setPixmap(
                icons.pixmap(icon, self._tokens.color(role), side, self.devicePixelRatioF())
            )

    def _say_raw(self) -> None:
        is_raw = self._headers is not None
        self._raw.setText(translate("case", "Text") if is_raw else translate("case", "Headers"))

    @Slot()
    def _on_reveal(self) -> None:
        self.asked.emit("reveal")

    @Slot()
    def _on_words(self) -> None:
        self.asked.emit("reveal_words")

    @Slot()
    def _on_pictures(self) -> None:
        self.asked.emit("pictures")

    @Slot()
    def _on_raw(self) -> None:
        if self._headers is not None:
            self._headers = None
            if self._sight is not None:
                self._say_body(self._sight)
            self._say_raw()
            return
        alerts = self._sight.case.alerts if self._sight else ()
        mail = next((alert.mail for alert in alerts if alert.mail), "")
        if mail:
            self.headers_wanted.emit(mail)


def _from_line(sight: Sight, alert: Alert) -> str:
    sender = sight.words(alert.sender) or words.source(alert.source)
    form = translate("case", "form: %1").replace("%1", alert.template) if alert.template else ""
    return "   ".join(filter(None, (sender, ist.full_text(alert.received_at), form)))


def _parts_line(sight: Sight) -> str:
    parts = [
        "  ".join(filter(None, (sight.words(name) or "-", kind, size_text(size))))
        for name, kind, size in attachments_of(sight.view.events)
    ]
    text = translate("case", "Attachments: %1. Only pictures are shown, as pixels from a limited process.")
    return text.replace("%1", "; ".join(parts)) if parts else ""


def _hosts_line(sight: Sight) -> str:
    hosts = link_hosts(alert.text for alert in sight.case.alerts)
    listed = ", ".join(f"{host} x{count}" if count > 1 else host for host, count in hosts)
    return translate("case", "Links lead to: %1").replace("%1", listed) if listed else ""

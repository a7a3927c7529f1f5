"""The form that connects this desk to the shared database: address, login, password, and what came of it."""

from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import quote, urlsplit

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from controlroom.errors import BadInput
from controlroom.ui import icons, theme
from controlroom.ui.context import Room
from controlroom.ui.fault_words import fault_text
from controlroom.ui.outside import SignIn

DATABASE: Final = "controlroom"
_HERE: Final = ("localhost", "127.", "[::1]", "::1", "/")


def dsn_of(address: str, ca_file: str = "") -> str:
    """The address as it is told to the database: a whole DSN as it stands, else host[:port][/database]."""
    text = address.strip()
    if "=" in text and "://" not in text:
        return text
    url = text if "://" in text else f"postgresql://{text}"
    if url.count("/") == 2:
        url = f"{url}/{DATABASE}"
    if ca_file.strip() and "sslrootcert=" not in url:
        url += f"{'&' if '?' in url else '?'}sslrootcert={quote(ca_file.strip(), safe='/')}"
    return url


def is_here(address: str) -> bool:
    """Whether the server is this machine: only then may it go without TLS."""
    text = address.strip()
    url = urlsplit(text if "://" in text else f"//{text}")
    hosts = [host.rpartition("@")[2] for host in url.netloc.split(",")]
    return bool(text) and all(host.startswith(_HERE) or not host for host in hosts)


class SignInForm(QDialog):
    """Opened by `open()`. Asks in the background; what is wrong is said here, and what was typed stays."""

    connected = Signal(object)  # SignIn

    def __init__(
        self, room: Room, sign_in: Callable[[SignIn], None], parent: QWidget, *, address: str, login: str
    ) -> None:
        super().__init__(parent)
        self._room, self._sign_in = room, sign_in
        self.address, self.login = QLineEdit(address, self), QLineEdit(login, self)
        self.password, self.ca_file = QLineEdit(self), QLineEdit(self)
        self.plain = QCheckBox(self.tr("Without TLS: the server is this machine"), self)
        self.answer = QLabel(self)
        self._go, self._back = QPushButton(self), QPushButton(self.tr("Back"), self)
        self.setWindowTitle(self.tr("Connect to the shared database"))
        self._lay_out()
        self.address.textChanged.connect(self._on_address)
        self.address.textEdited.connect(self._on_edited)
        for field in (self.login, self.password, self.ca_file):
            field.textEdited.connect(self._on_edited)
        self._go.clicked.connect(self.submit)
        self._back.clicked.connect(self.reject)
        self._on_address()
        self._show_busy(is_busy=False)
        first = self.address if not address else self.login if not login else self.password
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        t = self._room.tokens
        sign, title, why = QLabel(self), QLabel(self.windowTitle(), self), QLabel(self._why(), self)
        sign.setPixmap(icons.pixmap("cloud-check", t.focus, t.px(28), self.devicePixelRatioF()))
        title.setFont(theme.font(t, 16, bold=True))
        why.setProperty("kind", "dim")
        for label in (why, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(t.px(12))
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(t.px(4))
        words.addWidget(title)
        words.addWidget(why)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._go)
        self._go.setProperty("kind", "primary")
        self._go.setDefault(True)
        self._back.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(24), t.px(20), t.px(24), t.px(20))
        column.setSpacing(t.px(16))
        column.addLayout(head)
        column.addLayout(self._fields())
        column.addWidget(self.answer)
        column.addLayout(buttons)
        self.answer.hide()
        self.setFixedWidth(t.px(520))

    def _fields(self) -> QFormLayout:
        t = self._room.tokens
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.password.addAction(
            icons.icon("eye", t.dim), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.triggered.connect(self._on_eye)
        choose = self.ca_file.addAction(
            icons.icon("folder-open", t.dim), QLineEdit.ActionPosition.TrailingPosition
        )
        choose.setToolTip(self.tr("Choose…"))
        choose.triggered.connect(self._on_choose)
        self.address.setPlaceholderText("db1.example.in,db2.example.in/controlroom")
        self.ca_file.setPlaceholderText(self.tr("only if the server has a certificate of its own"))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(t.px(16))
        self._form.setVerticalSpacing(t.px(10))
        self._form.addRow(self.tr("Address"), self.address)
        self._form.addRow(self.tr("Login"), self.login)
        self._form.addRow(self.tr("Password"), self.password)
        self._form.addRow(self.tr("CA file"), self.ca_file)
        self._form.addRow("", self.plain)
        return self._form

    def _why(self) -> str:
        if self._room.sharing.is_alone:
            return self.tr(
                "This desk works alone until now. Once it is connected, all desks see what each of them does"
                " within a second; what was done here is sent, and nothing is lost."
            )
        return self.tr("Your administrator has given you the login. What is not shared yet is sent at once.")

    def typed(self) -> SignIn:
        """What is typed. Raises BadInput where something is missing."""
        if not self.address.text().strip():
            raise BadInput(self.tr("Type the address of the database; your administrator knows it."))
        if not self.login.text().strip():
            raise BadInput(self.tr("Type your login."))
        if not self.password.text():
            raise BadInput(self.tr("Type your password."))
        dsn = dsn_of(self.address.text(), self.ca_file.text())
        is_plain = self.plain.isChecked() and is_here(self.address.text())
        return SignIn(dsn, self.login.text().strip(), self.password.text(), is_plain)

    @Slot()
    def submit(self) -> None:
        """Ask the server, in the background."""
        if not self._go.isEnabled():
            return
        try:
            typed = self.typed()
        except BadInput as wrong:
            self._say(str(wrong), "soon")
            return
        self._say(self.tr("Asking the server…"), "dim")
        self._show_busy(is_busy=True)
        self._room.tasks.work(
            partial(self._sign_in, typed), done=partial(self._on_good, typed), failed=self._on_bad
        )

    def _on_good(self, typed: SignIn, nothing: object) -> None:
        self.connected.emit(typed)
        self.accept()

    def _on_bad(self, fault: Exception) -> None:
        self._show_busy(is_busy=False)
        self._say(fault_text(fault), "act")
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def reject(self) -> None:
        """Not while the server is being asked: what it answers would be told to nobody."""
        if self._go.isEnabled():
            super().reject()

    def _show_busy(self, *, is_busy: bool) -> None:
        self._go.setEnabled(not is_busy)
        self._back.setEnabled(not is_busy)
        self._go.setText(self.tr("Connecting…") if is_busy else self.tr("Connect"))
        for field in (self.address, self.login, self.password, self.ca_file, self.plain):
            field.setEnabled(not is_busy)

    def _say(self, text: str, role: str) -> None:
        self.answer.setText(text)
        self.answer.setStyleSheet(f"color: {self._room.tokens.color(role)}")
        self.answer.setVisible(bool(text))

    @Slot()
    def _on_address(self) -> None:
        here = is_here(self.address.text())
        self._form.setRowVisible(self.plain, here)
        self._form.setRowVisible(self.ca_file, not here)

    @Slot()
    def _on_edited(self) -> None:
        self._say("", "dim")

    @Slot()
    def _on_eye(self) -> None:
        is_seen = self.password.echoMode() == QLineEdit.EchoMode.Normal
        mode = QLineEdit.EchoMode.Password if is_seen else QLineEdit.EchoMode.Normal
        self.password.setEchoMode(mode)
        self._draw_eye(self._eye, is_seen=not is_seen)

    def _draw_eye(self, eye: QAction, *, is_seen: bool) -> None:
        eye.setIcon(icons.icon("eye-slash" if is_seen else "eye", self._room.tokens.dim))

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("CA file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.ca_file.setText)
        dialog.open()

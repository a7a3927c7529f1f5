"""The form that connects this desk to the shared database: address, login, password, and what came of it."""

import re
import shlex
from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import quote, urlsplit

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFormLayout, QLineEdit, QWidget

from controlroom.errors import BadInput
from controlroom.ui.context import Room
from controlroom.ui.kit import icons
from controlroom.ui.kit.card import Card, secret_field
from controlroom.ui.kit.fault_words import fault_text
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


def shown_address(dsn: str) -> tuple[str, str]:
    """(address, file of the authority) of a DSN as it is kept, in the words in which people type it."""
    try:
        parts = dict(word.partition("=")[::2] for word in shlex.split(dsn)) if "://" not in dsn else {}
    except ValueError:
        parts = {}
    if not parts.get("host") or parts.keys() - {"host", "port", "dbname", "sslrootcert", "user"}:
        return dsn, ""
    hosts, ports = parts["host"].split(","), parts.get("port", "").split(",")
    ports = ports * len(hosts) if len(ports) == 1 else ports
    named = [f"{host}:{port}" if port else host for host, port in zip(hosts, ports, strict=False)]
    return f"{','.join(named)}/{parts.get('dbname') or DATABASE}", parts.get("sslrootcert", "")


def is_here(address: str) -> bool:
    """Whether the server is this machine: only then may it go without TLS."""
    text = address.strip()
    if "=" in text and "://" not in text:
        named = re.search(r"\bhost(?:addr)?\s*=\s*'?([^'\s]+)", text)
        hosts = named[1].split(",") if named else [""]
    else:
        try:
            netloc = urlsplit(text if "://" in text else f"//{text}").netloc
        except ValueError:  # half an IPv6 address, still being typed
            return False
        hosts = [host.rpartition("@")[2] for host in netloc.split(",")]
    return bool(text) and all(host.startswith(_HERE) or not host for host in hosts)


class SignInForm(Card):
    """Asks in the background; what is wrong is said here, and what was typed stays."""

    connected = Signal(object)  # outside.SignIn

    def __init__(
        self,
        room: Room,
        sign_in: Callable[[SignIn], None],
        parent: QWidget,
        *,
        address: str,
        login: str,
        is_plain: bool = False,
    ) -> None:
        super().__init__(room, parent, icon="cloud-check", width=520)
        self._sign_in = sign_in
        self.name_it(self.tr("Connect to the shared database"))
        self.back.setText(self.tr("Back"))
        address, ca_file = shown_address(address)
        self.address, self.login = QLineEdit(address, self), QLineEdit(login, self)
        self.password, self.ca_file = secret_field(room, self), QLineEdit(ca_file, self)
        self.plain = QCheckBox(self.tr("Without TLS: the server is this machine"), self)
        self.plain.setChecked(is_plain)
        self._form = QFormLayout()
        self._fill_form()
        self.explain(self._why())
        self.address.textChanged.connect(self._on_address)
        for field in (self.address, self.login, self.password, self.ca_file):
            field.textEdited.connect(self._on_edited)
        self._on_address()
        self._show_busy(is_busy=False)
        first = self.address if not address else self.login if not login else self.password
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_form(self) -> None:
        t = self.room.tokens
        choose = self.ca_file.addAction(
            icons.icon("folder-open", t.dim), QLineEdit.ActionPosition.TrailingPosition
        )
        choose.setToolTip(self.tr("Choose…"))
        choose.triggered.connect(self._on_choose)
        self.address.setPlaceholderText("db1.example.in,db2.example.in/controlroom")
        self.ca_file.setPlaceholderText(self.tr("only if the server has a certificate of its own"))
        self._form.setHorizontalSpacing(t.px(16))
        self._form.setVerticalSpacing(t.px(10))
        self._form.addRow(self.tr("Address"), self.address)
        self._form.addRow(self.tr("Login"), self.login)
        self._form.addRow(self.tr("Password"), self.password)
        self._form.addRow(self.tr("CA file"), self.ca_file)
        self._form.addRow("", self.plain)
        self.body.addLayout(self._form)

    def _why(self) -> str:
        if self.room.sharing.is_alone:
            return self.tr(
                "This desk works alone until now. Once it is connected, all desks see what each of them does"
                " within a second; what was done here is sent, and nothing is lost."
            )
        return self.tr("What is not shared yet is sent as soon as you are signed in.")

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
        if not self.go.isEnabled():
            return
        typed = self.typed_or_say(self.typed)
        if typed is None:
            return
        self.say(self.tr("Asking the server…"), "dim")
        self._show_busy(is_busy=True)
        self.room.tasks.work(
            partial(self._sign_in, typed), done=partial(self._on_good, typed), failed=self._on_bad
        )

    def reject(self) -> None:
        """Not while the server is being asked: what it answers would be told to nobody."""
        if self.go.isEnabled():
            super().reject()

    def _on_good(self, typed: SignIn, nothing: object) -> None:
        self.connected.emit(typed)
        self.accept()

    def _on_bad(self, fault: Exception) -> None:
        self._show_busy(is_busy=False)
        self.say(fault_text(fault))
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def _show_busy(self, *, is_busy: bool) -> None:
        self.go.setText(self.tr("Connecting…") if is_busy else self.tr("Connect"))
        fields = (self.address, self.login, self.password, self.ca_file, self.plain)
        for part in (self.go, self.back, *fields):
            part.setEnabled(not is_busy)

    @Slot()
    def _on_address(self) -> None:
        here = is_here(self.address.text())
        self._form.setRowVisible(self.plain, here)
        self._form.setRowVisible(self.ca_file, not here)
        self.fit()

    @Slot()
    def _on_edited(self) -> None:
        self.say("")

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("CA file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.ca_file.setText)
        dialog.open()

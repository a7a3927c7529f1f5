"""The form for the mailbox: where it is, who reads it, and whether it answers."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from controlroom.errors import BadInput
from controlroom.ui.context import Room
from controlroom.ui.kit.card import Card
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.outside import Outside

KINDS = ("imap", "folder")


class MailboxForm(Card):
    """What is typed is kept only when the mailbox answered, or when one insists."""

    kept = Signal(object)  # the mailbox as the settings keep it

    def __init__(self, room: Room, outside: Outside, known: dict[str, Any] | None, parent: QWidget) -> None:
        super().__init__(room, parent, icon="envelope-simple", width=520)
        self._outside = outside
        self._checked: dict[str, Any] | None = None
        self._kind = QComboBox(self)
        self._kind.addItems([self.tr("Mail server (IMAP over TLS)"), self.tr("Folder of mail files")])
        self._host, self._user = QLineEdit(self), QLineEdit(self)
        self._password = QLineEdit(self)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._ca_file, self._folder = QLineEdit(self), QLineEdit(self)
        self._host.setPlaceholderText("mail.example.in:993")
        self._ca_file.setPlaceholderText(self.tr("only if the server has a certificate of its own"))
        self.go.setText(self.tr("Check and save"))
        self.back.setText(self.tr("Cancel"))
        self._anyway = self.add_button(self.tr("Save all the same"))
        self._anyway.hide()
        self.name_it(self.tr("Mailbox"))
        self._list_fields()
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._anyway.clicked.connect(self._keep)
        self._fill(known or {})

    def _list_fields(self) -> None:
        self._form = QFormLayout()
        self._form.setSpacing(self.room.tokens.px(10))
        self._form.addRow(self.tr("Alerts come by"), self._kind)
        self._form.addRow(self.tr("Server and port"), self._host)
        self._form.addRow(self.tr("User"), self._user)
        self._form.addRow(self.tr("Password"), self._password)
        self._form.addRow(self.tr("CA file"), self._with_browse(self._ca_file, self._browse_file))
        self._form.addRow(self.tr("Folder"), self._with_browse(self._folder, self._browse_folder))
        self.body.addLayout(self._form)

    def _with_browse(self, field: QLineEdit, browse: Any) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.room.tokens.px(8))
        choose = QPushButton(self.tr("Choose…"), box)
        choose.setAutoDefault(False)
        choose.clicked.connect(browse)
        row.addWidget(field, 1)
        row.addWidget(choose)
        return box

    def _fill(self, known: dict[str, Any]) -> None:
        self._kind.setCurrentIndex(KINDS.index(str(known.get("kind", "imap"))))
        port = known.get("port", 993)
        self._host.setText(f"{known['host']}:{port}" if known.get("host") else "")
        self._user.setText(str(known.get("user", "")))
        self._password.setText(str(known.get("password", "")))
        self._ca_file.setText(str(known.get("ca_file", "")))
        self._folder.setText(str(known.get("folder", "")))
        self._on_kind()

    def typed(self) -> dict[str, Any]:
        """The mailbox as it is typed. Raises BadInput where something is missing."""
        if KINDS[self._kind.currentIndex()] == "folder":
            if not self._folder.text().strip():
                raise BadInput(self.tr("Say which folder the mail files come to."))
            return {"kind": "folder", "folder": self._folder.text().strip()}
        host, _, port = self._host.text().strip().rpartition(":")
        if not host:
            host, port = port, "993"
        if not host or not self._user.text().strip():
            raise BadInput(self.tr("Type the server and the user."))
        if not port.isdigit():
            raise BadInput(self.tr("Type the server as name:port, for example mail.example.in:993."))
        return {
            "kind": "imap",
            "host": host,
            "port": int(port),
            "user": self._user.text().strip(),
            "password": self._password.text(),
            "ca_file": self._ca_file.text().strip(),
        }

    @Slot()
    def _on_kind(self) -> None:
        is_folder = KINDS[self._kind.currentIndex()] == "folder"
        for row in range(1, 6):
            self._form.setRowVisible(row, is_folder == (row == 5))
        self.fit()

    @Slot()
    def submit(self) -> None:
        """Ask the mailbox whether it answers; it is kept when it does."""
        typed = self.typed_or_say(self.typed)
        if typed is None:
            return
        self._checked = typed
        self.go.setEnabled(False)
        self.say(self.tr("Asking the mailbox…"), "dim")
        outside = self._outside
        self.room.tasks.work(lambda: outside.check_mailbox(typed), done=self._on_good, failed=self._on_bad)

    def _on_good(self, sentence: str) -> None:
        self.room.say(sentence, "done")
        self._keep()

    def _on_bad(self, fault: Exception) -> None:
        self.go.setEnabled(True)
        self._anyway.show()
        self.say(fault_text(fault))

    @Slot()
    def _keep(self) -> None:
        if self._checked is not None:
            self.kept.emit(self._checked)
        self.accept()

    @Slot()
    def _browse_file(self) -> None:
        self._browse(QFileDialog.FileMode.ExistingFile, self._ca_file)

    @Slot()
    def _browse_folder(self) -> None:
        self._browse(QFileDialog.FileMode.Directory, self._folder)

    def _browse(self, mode: QFileDialog.FileMode, field: QLineEdit) -> None:
        dialog = QFileDialog(self)
        dialog.setFileMode(mode)
        dialog.setDirectory(str(Path(field.text()).parent) if field.text() else "")
        dialog.fileSelected.connect(field.setText)
        dialog.open()

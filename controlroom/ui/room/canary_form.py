"""The form for the test mails that say whether mails arrive: by which way, how often, and how it stands."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from controlroom.casework.arriving.canary import (
    EVERY_S,
    SETTING,
    VERDICT,
    Canary,
    canary_in,
    new_key,
    set_canary,
    stop_canary,
)
from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.queries import Reader
from controlroom.errors import BadInput
from controlroom.ui.case import ist
from controlroom.ui.case.kit import button
from controlroom.ui.context import Room
from controlroom.ui.kit.card import secret_field
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.room.room_forms import RoomForm, SecondsField

_MINUTE_S = 60


class _Known(NamedTuple):
    """What holds now."""

    canary: Canary | None
    standing: CanaryStanding
    is_ill: bool
    mailbox: dict[str, Any]


class CanaryForm(RoomForm):
    """Saved when the server has taken the sign-in, or when one insists."""

    def __init__(
        self, room: Room, parent: QWidget, try_way: Callable[[Canary], str] | None, width: int = 600
    ) -> None:
        super().__init__(room, parent, icon="heartbeat", width=width)
        self._try_way = try_way
        self._known = Canary()
        self.name_it(self.tr("Test mail"))
        self.explain(
            self.tr(
                "A small mail is sent to the alert mailbox again and again, and taken in when it comes. When"
                " none has come back for ten minutes it rings. It never stands in the queue."
            )
        )
        self.stands = QLabel(self)
        self.stands.setWordWrap(True)
        self.to, self.server, self.from_whom = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.password, self.ca_file = secret_field(room, self), QLineEdit(self)
        self.every = SecondsField(self, EVERY_S // _MINUTE_S)
        self.off, self.anyway = button(self, "quiet"), button(self, "quiet")
        self.off.setText(self.tr("Switch off"))
        self.anyway.setText(self.tr("Save all the same"))
        self.go.setText(self.tr("Check and save"))
        self._fill_body()
        self.off.clicked.connect(self._stop)
        self.anyway.clicked.connect(self._keep)
        for part in (self.off, self.anyway):
            part.hide()
        room.tasks.ask(_known, done=self._on_known)

    def _fill_body(self) -> None:
        rows = QFormLayout()
        rows.setSpacing(self.room.tokens.px(8))
        self.to.setPlaceholderText("alerts@mail.example.in")
        self.server.setPlaceholderText("smtps://room@mail.example.in:465")
        self.from_whom.setPlaceholderText(self.tr("the user of the server, where nothing is typed"))
        self.ca_file.setPlaceholderText(self.tr("only if the server has a certificate of its own"))
        rows.addRow(self.tr("To the alert mailbox"), self.to)
        rows.addRow(self.tr("By the mail server"), self.server)
        rows.addRow(self.tr("Password"), self.password)
        rows.addRow(self.tr("From"), self.from_whom)
        rows.addRow(self.tr("CA file"), self.ca_file)
        rows.addRow(self.tr("Every so many minutes (1 to 8)"), self.every)
        buttons = QHBoxLayout()
        buttons.addWidget(self.off)
        buttons.addWidget(self.anyway)
        buttons.addStretch(1)
        self.body.addWidget(self.stands)
        self.body.addLayout(rows)
        self.body.addLayout(buttons)

    def _on_known(self, known: _Known) -> None:
        canary = known.canary or _proposed(self.room.connectors, known.mailbox)
        self._known = canary
        self.to.setText(canary.to)
        self.server.setText(canary.server)
        self.from_whom.setText(canary.sender)
        self.password.setText(canary.secret)
        self.ca_file.setText(canary.ca_file)
        self.every.setValue((canary.every_s or EVERY_S) // _MINUTE_S)
        is_on = known.canary is not None and canary.every_s > 0
        self.off.setVisible(is_on)
        text, role = self._standing(known, is_on=is_on)
        self.stands.setText(text)
        self.stands.setStyleSheet(f"color: {self.room.tokens.color(role)}")
        self.fit()

    def _standing(self, known: _Known, *, is_on: bool) -> tuple[str, str]:
        """How it stands, and in which colour."""
        now = self.room.now()
        if not is_on:
            return self.tr("No test mails are sent."), "dim"
        back, missing = known.standing.back, known.standing.missing
        if known.is_ill and missing is not None:
            text = self.tr("Mails are not arriving: the test mail of %1 has not come back.")
            return text.replace("%1", ist.clock_text(missing, now)), "act"
        if known.is_ill:
            return self.tr("Whether mails arrive is not known: no test mail could be sent."), "act"
        if back is None:
            return self.tr("No test mail has come back yet."), "soon"
        text = self.tr("Mails arrive: the test mail of %1 came back.")
        return text.replace("%1", ist.clock_text(back, now)), "safe"

    def typed(self) -> Canary:
        """As it is typed. Raises BadInput where something is missing."""
        canary = replace(
            self._known,
            every_s=round(self.every.value()) * _MINUTE_S,
            server=self.server.text().strip(),
            to=self.to.text().strip(),
            sender=self.from_whom.text().strip(),
            secret=self.password.text(),
            ca_file=self.ca_file.text().strip(),
            key=self._known.key or new_key(),
        )
        if not canary.to or not canary.server:
            raise BadInput(self.tr("Type the address of the alert mailbox, and the server that takes mail."))
        return canary

    @Slot()
    def submit(self) -> None:
        """Try the way, then keep it."""
        typed = self.typed_or_say(self.typed)
        if typed is None:
            return
        if self._try_way is None:
            self._keep()
            return
        self.go.setEnabled(False)
        self.say(self.tr("Asking the mail server…"), "dim")
        self.room.tasks.work(partial(self._try_way, typed), done=self._on_good, failed=self._on_bad)

    def _on_good(self, sentence: str) -> None:
        self._keep()

    def _on_bad(self, fault: Exception) -> None:
        self.go.setEnabled(True)
        self.anyway.setVisible(not isinstance(fault, BadInput))
        self.say(fault_text(fault))

    @Slot()
    def _keep(self) -> None:
        typed = self.typed_or_say(self.typed)
        if typed is not None:
            self.act(partial(set_canary, canary=typed))

    @Slot()
    def _stop(self) -> None:
        self.act(stop_canary)


def _known(reader: Reader) -> _Known:
    mailbox = reader.setting("mailbox")
    return _Known(
        canary_in(reader.setting(SETTING)),
        reader.canaries(),
        reader.setting(VERDICT) is not None,
        mailbox if isinstance(mailbox, dict) else {},
    )


def _proposed(connectors: tuple[ConnectorSettings, ...], mailbox: dict[str, Any]) -> Canary:
    """By the way that letters go, to the mailbox that is read."""
    user, host = str(mailbox.get("user", "")), str(mailbox.get("host", ""))
    to = user if "@" in user else f"{user}@{host}" if user and host else ""
    for one in connectors:
        if one.kind == "smtp" and one.server:
            return Canary(
                server=one.server,
                to=to,
                sender=one.sender,
                secret=one.secret,
                ca_file=one.ca_file,
                plain_loopback=one.plain_loopback,
            )
    return Canary(to=to)

"""A mail server that delivers what it takes into Dovecot, as long as nobody breaks that."""

from pathlib import Path
from typing import Any

from aiosmtpd.smtp import Envelope, Session
from dovecot import Dovecot
from receivers import SmtpReceiver


class MailServer(SmtpReceiver):
    """Takes mail for the alert mailbox and delivers it there, as long as nobody breaks that."""

    def __init__(self, folder: Path, dovecot: Dovecot) -> None:
        self.dovecot, self.delivers, self.folder = dovecot, True, "INBOX"
        super().__init__(folder)

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        said = await super().handle_DATA(server, session, envelope)
        if said.startswith("250") and self.delivers:
            self.dovecot.deliver(relayed(bytes(envelope.content or b"")), self.folder)
        return said


def relayed(mail: bytes, by: str = "mx") -> bytes:
    """What a relay puts before a mail, in several lines, and its own ends of lines."""
    stamp = f"Received: from hq.example\n\tby {by}.police.example; Wed, 14 Jan 2026 20:30:01 +0000\n"
    return f"Return-Path: <room@hq.example>\n{stamp}X-Spam-Score: 0.1\n".encode() + mail.replace(
        b"\r\n", b"\n"
    )


def mailbox_of(dovecot: Dovecot) -> dict[str, Any]:
    """As the setting "mailbox" holds it."""
    return {
        "kind": "imap",
        "host": dovecot.host,
        "port": dovecot.port,
        "user": dovecot.user,
        "password": dovecot.password,
        "ca_file": str(dovecot.ca_file),
    }

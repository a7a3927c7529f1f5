"""smtp: an e-mail by implicit TLS or STARTTLS. Its Message-ID comes from the key: a retry is one mail."""

import base64
import smtplib
import socket
import ssl
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC
from email.utils import format_datetime
from typing import Final, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings, Receipt
from controlroom.clues.answers import message_id, subject_tag
from controlroom.errors import BadInput, WorldFault
from controlroom.handover import tls
from controlroom.handover.deadline import Deadline, seconds_of
from controlroom.log import fail_point

_WORD_BYTES: Final = 42  # of one encoded word
_PORTS: Final = {"smtps": 465, "smtp": 587}


class Server(NamedTuple):
    """Where mail is given in. `is_implicit`: TLS from the first byte; else STARTTLS."""

    host: str
    port: int
    user: str
    is_implicit: bool
    is_plain: bool


class Smtp:
    """Implements Connector."""

    is_outside, is_by_hand = True, False

    def __init__(self, settings: ConnectorSettings) -> None:
        self._server = server_of(settings)
        self._to, self._from = recipient_of(settings), sender_of(settings, self._server)
        self._settings, self._seconds = settings, seconds_of(settings.options)

    def compose(self, message: Message) -> bytes:
        """The mail, as it stands at the other end: text only, nothing attached.

        Written by hand: the library takes ten times as long, and somebody waits for the one writer.
        """
        identity = message_id(message.letter, message.case_id, self._from.partition("@")[2])
        headers = (
            f"From: {self._from}",
            f"To: {self._to}",
            f"Subject:{_folded(f'{message.title} {subject_tag(message.letter)}')}",
            f"Date: {format_datetime(message.written_at.astimezone(UTC))}",
            f"Message-ID:\r\n {identity}",
            "Auto-Submitted: no",
            *(("X-Priority: 1",) if message.is_urgent else ()),
            "MIME-Version: 1.0",
            'Content-Type: text/plain; charset="utf-8"',
            "Content-Transfer-Encoding: base64",
        )
        body = base64.encodebytes(f"{message.text}\n".replace("\n", "\r\n").encode())
        return "\r\n".join(headers).encode() + b"\r\n\r\n" + body.replace(b"\n", b"\r\n")

    def send(self, payload: bytes, key: UUID) -> Receipt:
        """Give it to the server; from then on it is the server's. It goes to whom it was written to."""
        with self._signed_in() as client:
            client.sendmail(self._from, [_written_to(payload) or self._to], payload)
            fail_point("half-sent")
        return Receipt()

    def check(self) -> str:
        """Connect and sign in, send nothing."""
        with self._signed_in() as client:
            client.noop()
        return f"{self._server.host} takes mail."

    @contextmanager
    def _signed_in(self) -> Iterator["_Client"]:
        """One connection; closed again whatever happens. Raises WorldFault."""
        server, deadline = self._server, Deadline(self._seconds)
        with deadline, tls.plain_faults(server.host, deadline), _smtp_faults(server.host):
            context = None if server.is_plain else tls.context(self._settings.ca_file)
            client = _Client(deadline, context if server.is_implicit else None)
            try:
                client.connect_to(server.host, server.port)
                if context is not None and not server.is_implicit:
                    client.starttls(context=context)
                client.ehlo_or_helo_if_needed()
                if server.user or self._settings.secret:
                    client.login(server.user or self._from, self._settings.secret)
                yield client
                with suppress(OSError):  # what they say to a goodbye changes nothing
                    client.quit()
            finally:
                client.close()


def _written_to(payload: bytes) -> str:
    """Whom a mail of ours names in its To: a referral goes to an address of the directory."""
    head = payload.partition(b"\r\n\r\n")[0].decode("ascii", "replace")
    lines = (line for line in head.splitlines() if line.startswith("To: "))
    return next(lines, "").removeprefix("To: ").strip()


def _folded(text: str) -> str:
    """A header's value, each line short: as it stands, or in encoded words (RFC 2047) of whole signs."""
    text = " ".join(text.split())
    if text.isascii():
        return "".join(f"\r\n {line}" for line in textwrap.wrap(text, 70)).removeprefix("\r\n")
    chunks, size = [""], 0
    for sign in text:
        size += len(sign.encode())
        if size > _WORD_BYTES:
            chunks, size = [*chunks, ""], len(sign.encode())
        chunks[-1] += sign
    words = (base64.b64encode(chunk.encode()).decode() for chunk in chunks)
    return "\r\n".join(f" =?utf-8?b?{word}?=" for word in words)


@contextmanager
def _smtp_faults(host: str) -> Iterator[None]:
    """What the server says no to, in one sentence. A connection that broke is told with all others."""
    try:
        yield
    except smtplib.SMTPServerDisconnected as fault:
        raise ConnectionResetError from fault
    except smtplib.SMTPAuthenticationError as fault:
        raise WorldFault("{host} does not take the name or password of this connector.", host=host) from fault
    except smtplib.SMTPNotSupportedError as fault:
        raise WorldFault("{host} offers no TLS or no sign-in; nothing was sent.", host=host) from fault
    except smtplib.SMTPRecipientsRefused as fault:
        code = next((answer[0] for answer in fault.recipients.values()), 0)
        raise WorldFault(
            "{host} refuses the address of the receiver ({code}).", host=host, code=code
        ) from fault
    except smtplib.SMTPException as fault:
        code = getattr(fault, "smtp_code", 0)
        raise WorldFault(
            "{host} refused the mail ({code}); it is tried again.", host=host, code=code
        ) from fault


class _Client(smtplib.SMTP):
    """The library's client, with TLS from the first byte where asked, and a deadline on its socket."""

    def __init__(self, deadline: Deadline, context: ssl.SSLContext | None) -> None:
        super().__init__(local_hostname="[127.0.0.1]", timeout=deadline.seconds)
        self._context_of_ours = context
        self._pending: socket.socket | None = None
        deadline.watch(lambda: self._pending)
        deadline.watch(lambda: self.sock)

    def connect_to(self, host: str, port: int) -> None:
        """Raises OSError or SMTPException."""
        self._host = host  # the name that STARTTLS checks the certificate for
        code, said = self.connect(host, port)
        if code != 220:
            raise smtplib.SMTPConnectError(code, said)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        made = socket.create_connection((host, port), timeout)
        if self._context_of_ours is None:
            return made
        wrapped = self._context_of_ours.wrap_socket(made, server_hostname=host, do_handshake_on_connect=False)
        self._pending = wrapped
        try:
            wrapped.do_handshake()
        except BaseException:
            wrapped.close()
            raise
        return wrapped


def server_of(settings: ConnectorSettings) -> Server:
    """From --server, or from --to where that is the server's address. Raises BadInput."""
    address = settings.server or settings.to
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise BadInput(
            "Say which server takes the mail: --server smtps://user@mail.example:465, or smtp:// (STARTTLS)."
        )
    is_implicit = parts.scheme == "smtps"
    is_plain = not is_implicit and settings.plain_loopback and tls.is_loopback(parts.hostname)
    return Server(
        parts.hostname, port or _PORTS[parts.scheme], unquote(parts.username or ""), is_implicit, is_plain
    )


def recipient_of(settings: ConnectorSettings) -> str:
    """The one mailbox that gets it. Raises BadInput."""
    to = settings.to.removeprefix("mailto:")
    if to.startswith(("smtp://", "smtps://")):
        parts = urlsplit(to)
        to = (parse_qs(parts.query).get("to") or [unquote(parts.path.lstrip("/"))])[0]
    return _address(to)


def sender_of(settings: ConnectorSettings, server: Server) -> str:
    """Who it comes from: as set, else the user of the server."""
    if settings.sender:
        return _address(settings.sender)
    return _address(server.user if "@" in server.user else f"{server.user or 'control-room'}@{server.host}")


def _address(text: str) -> str:
    name, at, host = text.strip().rpartition("@")
    is_good = bool(name and at and host) and text.isascii() and not set(" \r\n\t<>,;\"'") & set(text.strip())
    if not is_good:
        raise BadInput("'{text}' is no e-mail address; write it like control.lucknow@up.example.", text=text)
    return text.strip()

"""One connection to an IMAP server: few commands, each with a deadline, none that changes anything."""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Event, Timer
from typing import Any, Final, NamedTuple

from controlroom.errors import WorldFault
from controlroom.intake.sources.faults import Refused
from controlroom.intake.sources.imap_idle import wait_for_news
from controlroom.intake.sources.imap_settings import ImapSettings

_OVERALL: Final = 15  # times the deadline: what one command may take even if the server keeps talking
_UID: Final = re.compile(rb"\bUID (\d+)")
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d+)")
_DATE: Final = re.compile(rb'INTERNALDATE "([^"]{10,40})"')
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905


class Listed(NamedTuple):
    """A mail as the server lists it. `internal_date` is aware UTC."""

    uid: int
    size: int
    internal_date: datetime | None


class Selected(NamedTuple):
    """The folder that is open, read-only."""

    uidvalidity: int = 0
    uidnext: int = 0
    exists: int = 0


class ImapLink:
    """Logged in when made. Any trouble is a WorldFault with a plain sentence."""

    def __init__(self, settings: ImapSettings) -> None:
        self._settings = settings
        self.state = Selected()
        self._can_idle = False
        try:
            with self._plainly():
                self._box = _connect(settings)
                with self._plainly_at_login():
                    self._login()
        except BaseException:
            self.close()
            raise

    def folders(self) -> list[str]:
        """Every folder that can hold mail, the inbox first."""
        with self._plainly():
            listed = self._box.folder.list()
        names = [
            one.name for one in listed if not {"\\noselect", "\\nonexistent"} & {f.lower() for f in one.flags}
        ]
        rest = [name for name in names if name.upper() != "INBOX"]
        return ["INBOX", *rest]

    def examine(self, name: str) -> Selected | None:
        """Open a folder read-only; None where the server does not give it."""
        from imap_tools.errors import MailboxFolderSelectError

        with self._plainly():
            try:
                self._box.folder.set(name, readonly=True)
            except MailboxFolderSelectError:
                if name.upper() == "INBOX":
                    raise
                return None
            client = self._box.client
            self.state = Selected(*(_number(client, key) for key in ("UIDVALIDITY", "UIDNEXT", "EXISTS")))
        return self.state

    def list_above(self, uid: int) -> list[Listed]:
        """What lies above this UID; servers give the last mail for an empty range."""
        return [one for one in self._list(f"{uid + 1}:*") if one.uid > uid]

    def list_these(self, uids: Sequence[int]) -> list[Listed]:
        """Size and date of these mails."""
        pieces = [uids[at : at + 200] for at in range(0, len(uids), 200)]
        return [one for piece in pieces for one in self._list(",".join(map(str, piece)))]

    def _list(self, which: str) -> list[Listed]:
        rows = self._uid("FETCH", which, "(UID RFC822.SIZE INTERNALDATE)")
        return [listed for row in rows if isinstance(row, bytes) and (listed := _listed(row))]

    def uids_since(self, day: datetime) -> list[int]:
        """Of the open folder, what came on this day or later by the server's clock."""
        words = self._uid("SEARCH", "SINCE", f"{day.day}-{_MONTHS[day.month - 1]}-{day.year}")
        return [int(word) for row in words if isinstance(row, bytes) for word in row.split()]

    def fetch(self, uids: Sequence[int]) -> list[tuple[int, bytes]]:
        """The bytes of these mails, without marking them as seen."""
        rows = self._uid("FETCH", ",".join(map(str, uids)), "(UID BODY.PEEK[])")
        found: list[tuple[int, bytes]] = []
        for at, row in enumerate(rows):
            if isinstance(row, tuple):
                tail = rows[at + 1] if at + 1 < len(rows) and isinstance(rows[at + 1], bytes) else b""
                uid = _UID.search(row[0]) or _UID.search(tail)  # some servers say the UID after the body
                if uid:
                    found.append((int(uid[1]), row[1]))
            elif isinstance(row, bytes) and (b'BODY[] ""' in row or b"BODY[] NIL" in row):
                uid = _UID.search(row)
                found.extend([(int(uid[1]), b"")] if uid else [])
        return found

    def idle(self, stop: Event, seconds: float) -> None:
        """Until the server says something, `stop` is set or the time is up; then a NOOP, without which
        servers have been seen to keep new mail from the next FETCH."""
        if not self._can_idle:
            stop.wait(min(seconds, 5.0))
        else:
            with self._plainly():
                wait_for_news(self._box, stop, seconds)
        with self._plainly():
            self._box.client.noop()

    def close(self) -> None:
        """Say goodbye if the server listens, and go."""
        box = getattr(self, "_box", None)
        if box is None:
            return
        with suppress(Exception):
            box.client.sock.settimeout(1.0)
            box.client.logout()
        with suppress(Exception):
            box.client.shutdown()

    def _login(self) -> None:
        user, password = self._settings.user, self._settings.password()
        if user.isascii() and password.isascii():
            self._box.login(user, password, initial_folder=None)
        else:
            self._box.login_utf8(user, password, initial_folder=None)
        _, data = self._box.client.capability()  # it may differ from what it said before the login
        self._can_idle = bool(data and data[-1]) and b"IDLE" in data[-1].upper().split()

    def _uid(self, *words: str) -> list[Any]:
        with self._plainly():
            kind, rows = self._box.client.uid(*words)
            if kind != "OK":
                raise WorldFault(
                    "The mail server {host} refused to list mail; it is asked again.",
                    host=self._settings.host,
                )
        return [row for row in rows if row is not None]

    @contextmanager
    def _plainly_at_login(self) -> Iterator[None]:
        """A "no" to the login is a refusal; anything else is told by `_plainly`."""
        from imap_tools.errors import ImapToolsError

        try:
            yield
        except (ImapToolsError, imaplib.IMAP4.error) as no:
            if isinstance(no, imaplib.IMAP4.abort):
                raise
            user, host = self._settings.user, self._settings.host
            raise Refused(
                "The mail server {host} refuses the login of {user}: check user name and password.",
                host=host,
                user=user,
            ) from None

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """What the network and the library raise, as one sentence; and a deadline for all of it."""
        from imap_tools.errors import ImapToolsError

        host = self._settings.host
        guard = Timer(self._settings.deadline * _OVERALL, self._cut)
        guard.daemon = True
        guard.start()
        try:
            yield
        except ssl.SSLCertVerificationError as wrong:
            raise Refused(
                "The certificate of {host} is not valid ({verify_message}): no password was sent. "
                "Ask its administrator before anything else.",
                host=host,
                verify_message=wrong.verify_message,
            ) from None
        except TimeoutError:
            raise WorldFault(
                "The mail server {host} does not answer; it is tried again.", host=host
            ) from None
        except socket.gaierror:
            raise WorldFault(
                "The mail server {host} can't be found: check its name and the network.", host=host
            ) from None
        except ssl.SSLError as wrong:
            raise Refused(
                "No safe connection to {host} ({value}): no password was sent.",
                host=host,
                value=wrong.reason or "TLS failed",
            ) from None
        except (OSError, imaplib.IMAP4.error, ImapToolsError) as lost:
            why = lost.strerror if isinstance(lost, OSError) and lost.strerror else "the connection broke off"
            raise WorldFault(
                "The mail server {host} can't be reached ({why}); it is tried again.", host=host, why=why
            ) from None
        finally:
            guard.cancel()

    def _cut(self) -> None:
        with suppress(Exception):
            self._box.client.sock.shutdown(socket.SHUT_RDWR)


def _connect(settings: ImapSettings) -> Any:
    """TLS from the first byte; name, date and authority are checked before anything is said."""
    from imap_tools import MailBox

    try:
        context = ssl.create_default_context(cafile=str(settings.ca_file) if settings.ca_file else None)
    except (OSError, ssl.SSLError):
        raise WorldFault(
            "The file of authorities {ca_file} can't be read.", ca_file=settings.ca_file
        ) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return MailBox(settings.host, settings.port, timeout=settings.deadline, ssl_context=context)


def _number(client: Any, key: str) -> int:
    data = client.untagged_responses.get(key) or [b"0"]
    digits = re.search(rb"\d+", data[-1] or b"0")
    return int(digits[0]) if digits else 0


def _listed(row: bytes) -> Listed | None:
    uid, size, date = _UID.search(row), _SIZE.search(row), _DATE.search(row)
    return (
        Listed(int(uid[1]), int(size[1]) if size else 0, _moment(date[1]) if date else None) if uid else None
    )


def _moment(text: bytes) -> datetime | None:
    try:
        return datetime.strptime(text.decode("ascii").strip(), "%d-%b-%Y %H:%M:%S %z").astimezone(UTC)
    except (ValueError, OverflowError):
        return None

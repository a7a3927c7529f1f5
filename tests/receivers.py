"""The other side of a hand-over, real: an HTTPS server, a mail server, a folder; each misbehaves when told.

A receiver counts incidents as such systems do: by Idempotency-Key, by Message-ID, by the name of the file.
"""

import asyncio
import email
import logging
import ssl
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from certificates import write_certificates

from controlroom.casework.handing.ports import ConnectorSettings

logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # aiosmtpd warns of itself at each sign-in
PASSWORD = "four-words-for-sending"
DEADLINE_S = 3.0  # of the whole exchange; what is slow takes longer


class Receiver:
    """What each of them has. `misbehave` counts for the next delivery only."""

    faults: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self.tries: list[bytes] = []  # what came, each time
        self.keys: list[str] = []
        self.incidents: dict[str, bytes] = {}  # what is counted
        self.reply = b""
        self._fault = ""

    def misbehave(self, fault: str) -> None:
        self._fault = fault

    def settings(self, name: str = "there", **more: Any) -> ConnectorSettings:
        raise NotImplementedError

    def take(self, key: str, body: bytes) -> str:
        """Count it; gives how to misbehave this time."""
        fault, self._fault = self._fault, ""
        self.tries.append(body)
        self.keys.append(key)
        if fault != "refuse":
            assert self.incidents.get(key, body) == body, "another body under the same key"
            self.incidents[key] = body
        return fault

    def go_away(self) -> None:
        """Nobody is there any more."""

    def close(self) -> None:
        """The end of the test."""


def server_context(folder: Path, which: str = "good") -> ssl.SSLContext:
    """TLS with one of the certificates; they are made at first use."""
    if not (folder / "ca.pem").exists():
        folder.mkdir(exist_ok=True)
        write_certificates(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "tls" / f"{which}.crt", folder / "tls" / f"{which}.key")
    return context


# --- HTTPS --------------------------------------------------------------------------------------------------


class HttpsReceiver(Receiver):
    """Takes a POST on any path."""

    faults = ("refuse", "rubbish", "slow", "drips", "dies", "twice", "redirect")

    def __init__(self, folder: Path, kind: str = "eido-https", *, certificate: str = "good") -> None:
        super().__init__()
        self.kind = kind
        self.ca_file = folder / "ca.pem"
        self.headers: list[dict[str, str]] = []
        self.context = server_context(folder, certificate)
        self.let_go = threading.Event()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        self.port = self._server.server_address[1]

    def settings(self, name: str = "there", **more: Any) -> ConnectorSettings:
        to = f"https://localhost:{self.port}/incidents?desk=1"
        options = {"deadline": str(DEADLINE_S)} | more.pop("options", {})
        told = {"to": to, "ca_file": str(self.ca_file), "receiver": "112", "secret": PASSWORD} | more
        return ConnectorSettings(name, self.kind, options=options, **told)

    def go_away(self) -> None:
        self.close()

    def close(self) -> None:
        self.let_go.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, receiver: HttpsReceiver) -> None:
        self.receiver = receiver
        super().__init__(("127.0.0.1", 0), _Handler)

    def get_request(self) -> Any:
        connection, address = super().get_request()
        wrapped = self.receiver.context.wrap_socket(
            connection, server_side=True, do_handshake_on_connect=False
        )
        return wrapped, address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that turns away from a certificate is no error here."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def setup(self) -> None:
        self.request.do_handshake()  # one who turns away here has sent nothing
        super().setup()

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        for file in (self.wfile, self.rfile):
            with suppress(OSError):
                file.close()

    def do_POST(self) -> None:
        receiver = self.server.receiver
        body = self.rfile.read(int(self.headers["Content-Length"]))
        receiver.headers.append(dict(self.headers))
        fault = receiver.take(self.headers["Idempotency-Key"], body)
        if fault == "slow":
            receiver.let_go.wait(2 * DEADLINE_S)
        if fault == "dies":
            self.close_connection = True
            return
        if fault == "drips":
            self._drip()
            return
        if fault == "rubbish":
            self.wfile.write(b"\x00\xff this is no HTTP at all\r\n\r\n")
            return
        status = {"refuse": 503, "redirect": 302}.get(fault, 201)
        for _ in range(2 if fault == "twice" else 1):
            self._answer(status, receiver.reply)

    def _drip(self) -> None:
        """A sign now and then, each in good time, for ever: only a deadline over the whole ends it."""
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 2")
            for _ in range(300):
                self.wfile.write(b"a")
                if self.server.receiver.let_go.wait(0.1):
                    break
        self.close_connection = True

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "https://localhost:1/elsewhere")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


# --- e-mail -------------------------------------------------------------------------------------------------


class SmtpReceiver(Receiver):
    """Takes mail by implicit TLS or STARTTLS, after a sign-in."""

    faults = ("refuse", "rubbish", "slow", "dies")
    kind = "smtp"

    def __init__(self, folder: Path, *, is_implicit: bool = True, certificate: str = "good") -> None:
        super().__init__()
        self.ca_file, self._is_implicit = folder / "ca.pem", is_implicit
        self.context = server_context(folder, certificate)
        self.passwords: list[bytes] = []
        self.recipients: list[list[str]] = []  # as the envelope says, each time
        self._loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._is_up.wait(60)

    def settings(self, name: str = "there", **more: Any) -> ConnectorSettings:
        scheme = "smtps" if self._is_implicit else "smtp"
        told = {
            "to": "control.lucknow@up.example",
            "server": f"{scheme}://room@localhost:{self.port}",
            "sender": "room@hq.example",
            "ca_file": str(self.ca_file),
            "receiver": "district",
            "secret": PASSWORD,
            "options": {"deadline": str(DEADLINE_S)},
        } | more
        return ConnectorSettings(name, "smtp", **told)

    def go_away(self) -> None:
        self.close()

    def close(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        if not session.authenticated:
            return "530 5.7.0 Sign in first"
        body = bytes(envelope.content or b"")
        self.recipients.append(list(envelope.rcpt_tos))
        key = str(email.message_from_bytes(body)["Message-ID"]).strip()
        fault = self.take(key, body)
        if fault == "slow":
            await asyncio.sleep(2 * DEADLINE_S)
        if fault == "dies":
            server.transport.abort()
        return {"refuse": "451 4.3.0 Try again later", "rubbish": "what is this"}.get(fault, "250 OK")

    def _authenticate(
        self, server: Any, session: Session, envelope: Envelope, mechanism: str, login: LoginPassword
    ) -> AuthResult:
        self.passwords.append(login.password)
        return AuthResult(success=login.password == PASSWORD.encode(), handled=False)

    def _made(self) -> SMTP:
        tls = {} if self._is_implicit else {"tls_context": self.context, "require_starttls": True}
        return SMTP(
            self,
            hostname="localhost",
            loop=self._loop,
            authenticator=self._authenticate,
            auth_required=not self._is_implicit,  # the library does not see a TLS that was there first
            auth_require_tls=not self._is_implicit,
            **tls,
        )

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        context = self.context if self._is_implicit else None
        self._server = self._loop.run_until_complete(
            self._loop.create_server(self._made, "127.0.0.1", 0, ssl=context)
        )
        self.port = self._server.sockets[0].getsockname()[1]
        self._is_up.set()
        self._loop.run_forever()
        self._server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()


# --- a folder -----------------------------------------------------------------------------------------------


class FolderReceiver(Receiver):
    """A folder that somebody looks into: whole files count, what begins with a dot is not looked at."""

    faults = ("refuse",)

    def __init__(self, folder: Path, kind: str = "cap-folder") -> None:
        super().__init__()
        self.kind, self._folder = kind, folder
        folder.mkdir(parents=True)

    def misbehave(self, fault: str) -> None:
        self._folder.rename(self._folder.with_name("moved"))
        self._fault = fault

    def settings(self, name: str = "there", **more: Any) -> ConnectorSettings:
        return ConnectorSettings(
            name, self.kind, **({"to": str(self._folder), "receiver": "thana", "language": "hi"} | more)
        )

    def look(self) -> None:
        """Take what lies there; after a fault, put the folder back first."""
        if self._fault:
            self._folder.with_name("moved").rename(self._folder)
            self._fault = ""
        for file in self._folder.iterdir():
            if not file.name.startswith("."):
                data = file.read_bytes()
                assert self.incidents.get(file.name, data) == data, "another file under the same name"
                self.incidents[file.name] = data

    def go_away(self) -> None:
        self._folder.rename(self._folder.with_name("gone"))

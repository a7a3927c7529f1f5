"""The server that the mail tests trust: it speaks TLS, idles, keeps bytes and changes what a test changes."""

import imaplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dovecot import Dovecot

MAIL = b"From: alerts@example.org\r\nTo: desk@example.org\r\nSubject: one\r\n\r\nBody \xe0\xa4\x95\r\n"


@contextmanager
def login(server: Dovecot) -> Iterator[imaplib.IMAP4_SSL]:
    trust = ssl.create_default_context(cafile=server.ca_file)
    with imaplib.IMAP4_SSL(server.host, server.port, ssl_context=trust, timeout=60) as client:
        client.login(server.user, server.password)
        yield client


def fetch(client: imaplib.IMAP4_SSL, folder: str) -> list[bytes]:
    client.select(folder, readonly=True)
    _, answer = client.fetch("1:*", "(BODY.PEEK[])")
    return [part[1] for part in answer if isinstance(part, tuple)]


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it ended while we looked
        return b""


def uidvalidity(client: imaplib.IMAP4_SSL) -> int:
    client.select("INBOX", readonly=True)
    return int(client.response("UIDVALIDITY")[1][0])


def test_that_a_delivered_mail_is_fetched_byte_for_byte(dovecot: Dovecot) -> None:
    dovecot.deliver(MAIL)
    with login(dovecot) as client:
        assert fetch(client, "INBOX") == [MAIL]
    assert dovecot.flags() == [""]


def test_that_a_mark_a_client_leaves_is_seen(dovecot: Dovecot) -> None:
    dovecot.deliver(MAIL)
    with login(dovecot) as client:
        client.select("INBOX")
        client.fetch("1", "(BODY[])")
    assert dovecot.flags() == ["S"]


def test_that_junk_and_folders_of_its_own_are_listed(dovecot: Dovecot) -> None:
    dovecot.deliver(MAIL, folder="Junk")
    dovecot.deliver(MAIL, folder="Alerts/Meta")
    with login(dovecot) as client:
        listed = b"\n".join(line for line in client.list()[1] if isinstance(line, bytes))
        assert fetch(client, "Junk") == fetch(client, "Alerts/Meta") == [MAIL]
    assert b"\\Junk" in listed
    assert b"Alerts/Meta" in listed


def test_that_idle_tells_of_a_mail_that_comes(dovecot: Dovecot) -> None:
    with login(dovecot) as client:
        assert "IDLE" in client.capabilities
        client.select("INBOX", readonly=True)
        client.send(b"i1 IDLE\r\n")
        assert client.readline().startswith(b"+")
        dovecot.deliver(MAIL)
        assert b"EXISTS" in client.readline()
        client.send(b"DONE\r\n")
        while not client.readline().startswith(b"i1 OK"):
            pass


def test_that_a_restart_keeps_the_port_and_the_mail(dovecot: Dovecot) -> None:
    dovecot.deliver(MAIL)
    with login(dovecot) as client:
        before = uidvalidity(client)
    port = dovecot.port
    dovecot.restart()
    assert dovecot.port == port
    with login(dovecot) as client:
        assert fetch(client, "INBOX") == [MAIL]
        assert uidvalidity(client) == before


def test_that_uidvalidity_changes_and_the_mail_stays(dovecot: Dovecot) -> None:
    dovecot.deliver(MAIL)
    with login(dovecot) as client:
        before = uidvalidity(client)
    changed = dovecot.change_uidvalidity()
    with login(dovecot) as client:
        assert uidvalidity(client) == changed != before
        assert fetch(client, "INBOX") == [MAIL]


@pytest.mark.parametrize("kind", ["expired", "wrong-name", "self-signed"])
def test_that_a_bad_certificate_is_refused(dovecot: Dovecot, kind: str) -> None:
    dovecot.use_certificate(kind)
    with pytest.raises(ssl.SSLCertVerificationError), login(dovecot):
        pass


def test_that_it_speaks_nothing_without_tls(dovecot: Dovecot) -> None:
    with socket.create_connection(("127.0.0.1", dovecot.port), timeout=60) as line:
        line.sendall(b"a LOGIN alerts x\r\n")
        assert not line.recv(100).startswith(b"* OK")


def test_that_an_old_password_is_refused(dovecot: Dovecot) -> None:
    dovecot.set_password("another")
    with login(dovecot) as client:
        assert client.state == "AUTH"
    dovecot.password = "river-lamp-42"
    with pytest.raises(imaplib.IMAP4.error, match="AUTHENTICATIONFAILED"), login(dovecot):
        pass


def test_that_it_leaves_nothing() -> None:
    server = Dovecot()
    server.start()
    server.remove()
    named = str(server.folder).encode()
    assert [one for one in Path("/proc").glob("[0-9]*/cmdline") if named in read(one)] == []
    assert not server.folder.exists()

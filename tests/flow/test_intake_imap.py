"""Mail by real IMAP: every folder, short bodies, new UIDs, new mail at once; nothing to a stranger."""

import hashlib
import shutil
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from certificates import write_certificates
from dovecot import Dovecot

from controlroom.casework.arriving.ports import KeptMail, RawMail, ReadMail
from controlroom.casework.ports import Health
from controlroom.errors import BadInput, WorldFault
from controlroom.intake.loop import IntakeLoop
from controlroom.intake.sift import Sift
from controlroom.intake.sources import ImapSettings, ImapSource
from controlroom.intake.sources.faults import Refused
from controlroom.intake.sources.imap_link import ImapLink


class Shelf:
    """MailShelf in memory, which also remembers where each mail was seen."""

    def __init__(self) -> None:
        self.mails: dict[str, KeptMail] = {}
        self.rows: dict[str, ReadMail] = {}
        self.sightings: list[tuple[str, int | None, int | None]] = []

    def keep(self, mails: Sequence[RawMail]) -> int:
        before = len(self.mails)
        for mail in mails:
            sha = hashlib.sha256(mail.raw).hexdigest()
            new = KeptMail(sha, mail.raw, mail.account, mail.folder, mail.internal_date, datetime.now(UTC))
            self.mails.setdefault(sha, new)
            self.sightings.append((mail.folder, mail.uidvalidity, mail.uid))
        return len(self.mails) - before

    def waiting(self, limit: int, *, after: str = "") -> Sequence[KeptMail]:
        behind = list(self.mails)[list(self.mails).index(after) + 1 if after else 0 :]
        return [self.mails[sha] for sha in behind if sha not in self.rows][:limit]

    def count_try(self, sha256: str) -> int:
        return 1

    def seen_uids(self, account: str, folder: str, uidvalidity: int) -> tuple[int, frozenset[int]]:
        seen = [uid for name, epoch, uid in self.sightings if (name, epoch) == (folder, uidvalidity)]
        return 0, frozenset(uid for uid in seen if uid is not None)

    def backlog(self) -> int:
        return len(self.mails) - len(self.rows)

    def raw(self, sha256: str) -> bytes | None:
        return self.mails[sha256].raw


def settings(dovecot: Dovecot, host: str = "localhost", deadline: float = 20.0) -> ImapSettings:
    return ImapSettings(host, dovecot.user, lambda: dovecot.password, dovecot.port, dovecot.ca_file, deadline)


def mail(word: str, body: str = "98390 12345") -> bytes:
    return f"From: a@example.org\r\nSubject: {word}\r\n\r\n{body}\r\n".encode()


def fetch(source: ImapSource, shelf: Shelf) -> list[bytes]:
    """What one look at everything gave."""
    before = len(shelf.sightings)
    source._looked_at = -1e9
    for _ in source.fetch(shelf, Event()):
        pass
    assert len(shelf.sightings) >= before
    return [mail.raw for mail in shelf.mails.values()]


def wait_until(is_so: Callable[[], bool], seconds: float = 60.0) -> float:
    started = time.monotonic()
    while not is_so():
        assert time.monotonic() - started < seconds, "it never came"
        time.sleep(0.005)
    return time.monotonic() - started


@pytest.fixture
def source(dovecot: Dovecot) -> Iterator[ImapSource]:
    one = ImapSource(settings(dovecot))
    yield one
    one.close()


def test_that_every_folder_is_read_to_the_byte_and_nothing_is_marked(
    dovecot: Dovecot, source: ImapSource
) -> None:
    raws = [mail("inbox"), mail("junk"), mail("deep"), b"Subject: 8-bit \xff\r\n\r\n\xfe"]
    for raw, folder in zip(raws, ("INBOX", "Junk", "लखनऊ/अलर्ट", "INBOX"), strict=True):
        dovecot.deliver(raw, folder if folder.isascii() else "&CTIJFg-")
    shelf = Shelf()
    assert sorted(fetch(source, shelf)) == sorted(raws)
    assert {folder for folder, _, _ in shelf.sightings} >= {"INBOX", "Junk"}
    assert all("S" not in flags for flags in dovecot.flags())
    assert all(kept.internal_date is not None for kept in shelf.mails.values())


def test_that_what_is_kept_is_not_fetched_again(dovecot: Dovecot, source: ImapSource) -> None:
    for number in range(120):
        dovecot.deliver(mail(f"n{number}"))
    shelf = Shelf()
    fetch(source, shelf)
    fetch(source, shelf)
    assert len(shelf.sightings) == 120
    again = ImapSource(settings(dovecot))  # as after a restart: only the shelf remembers
    dovecot.deliver(mail("new"))
    fetch(again, shelf)
    again.close()
    assert len(shelf.sightings) == 121


def test_that_the_same_bytes_are_one_row_and_other_bytes_are_two(
    dovecot: Dovecot, source: ImapSource
) -> None:
    same = b"Message-ID: <x@y>\r\nSubject: one\r\n\r\n1"
    for raw, folder in ((same, "INBOX"), (same, "INBOX"), (same, "Junk"), (same + b"2", "INBOX")):
        dovecot.deliver(raw, folder)
    shelf = Shelf()
    assert sorted(fetch(source, shelf)) == sorted([same, same + b"2"])
    assert len(shelf.sightings) == 4


def test_that_a_new_uidvalidity_is_looked_through_again(dovecot: Dovecot, source: ImapSource) -> None:
    dovecot.deliver(mail("old"))
    shelf = Shelf()
    fetch(source, shelf)
    source.close()
    new = dovecot.change_uidvalidity()
    dovecot.deliver(mail("new"))
    assert sorted(fetch(source, shelf)) == sorted([mail("old"), mail("new")])
    assert ("INBOX", new, 1) in shelf.sightings


def test_that_a_short_body_is_asked_for_again(
    dovecot: Dovecot, source: ImapSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, honest = mail("long", "word " * 500), ImapLink.fetch
    dovecot.deliver(whole)
    dovecot.deliver(mail("other"))

    def short(link: ImapLink, uids: Sequence[int]) -> list[tuple[int, bytes]]:
        return [(uid, raw[:100]) for uid, raw in honest(link, uids)]

    shelf = Shelf()
    monkeypatch.setattr(ImapLink, "fetch", short)
    assert fetch(source, shelf) == [mail("other")]
    monkeypatch.setattr(ImapLink, "fetch", honest)
    assert sorted(fetch(source, shelf)) == sorted([whole, mail("other")])


def test_that_a_mail_that_was_passed_over_is_found_by_the_reconcile(dovecot: Dovecot) -> None:
    dovecot.deliver(mail("one"))
    shelf = Shelf()
    source = ImapSource(settings(dovecot), reconcile=0.0)
    source._folders["INBOX"] = source._folder("INBOX", 0, shelf)
    fetch(source, shelf)
    (folder,) = [source._folders["INBOX"]]
    dovecot.deliver(mail("two"))
    folder.high = 99  # as if it had been taken for kept
    assert sorted(fetch(source, shelf)) == sorted([mail("one"), mail("two")])
    source.close()


class Running:
    """The loop on its thread."""

    def __init__(self, source: ImapSource) -> None:
        self.shelf, self.said, self.stop = Shelf(), list[Health](), Event()
        loop = IntakeLoop(source, self.shelf, Sift(), self.take, self.said.append)
        self.thread = threading.Thread(target=loop.run, args=(self.stop,))
        self.thread.start()

    def take(self, ready: Sequence[tuple[ReadMail, KeptMail]]) -> None:
        for read, kept in ready:
            self.shelf.rows[kept.sha256] = read

    def subjects(self) -> set[str]:
        return {read.subject for read in self.shelf.rows.values()}

    def state(self) -> str:
        return self.said[-1].state if self.said else ""

    def end(self) -> None:
        self.stop.set()
        self.thread.join(60)
        assert not self.thread.is_alive()


@pytest.fixture
def running(source: ImapSource) -> Iterator[Running]:
    one = Running(source)
    yield one
    one.end()


def test_that_new_mail_in_the_inbox_is_a_row_soon(dovecot: Dovecot, running: Running) -> None:
    wait_until(lambda: running.state() == "ok")
    for number in range(8):
        dovecot.deliver(mail(f"n{number}"))
        wait_until(lambda: f"n{number}" in running.subjects())  # noqa: B023


def test_that_it_comes_back_after_the_server_was_away(dovecot: Dovecot, running: Running) -> None:
    wait_until(lambda: running.state() == "ok")
    dovecot.stop()
    wait_until(lambda: running.state() in ("late", "down"))
    dovecot.deliver(mail("meanwhile"))
    dovecot.start()
    wait_until(lambda: "meanwhile" in running.subjects())
    wait_until(lambda: running.state() == "ok")


def test_that_stopping_takes_no_time(running: Running) -> None:
    wait_until(lambda: running.state() == "ok")
    started = time.monotonic()
    running.end()
    assert time.monotonic() - started < 20  # far less than an IDLE lasts
    assert running.state() == "off"


def test_that_a_wrong_password_is_told_at_once_and_plainly(dovecot: Dovecot) -> None:
    wrong = ImapSettings("localhost", dovecot.user, lambda: "wrong", dovecot.port, dovecot.ca_file)
    with pytest.raises(Refused, match="refuses the login of alerts: check user name and password"):
        list(ImapSource(wrong).fetch(Shelf(), Event()))


def test_that_a_server_that_is_not_there_is_told_plainly(dovecot: Dovecot) -> None:
    dovecot.stop()
    with pytest.raises(WorldFault, match="can't be reached"):
        list(ImapSource(settings(dovecot)).fetch(Shelf(), Event()))


# --- certificates ---


class Eavesdropper:
    """A TLS server that speaks IMAP far enough to be told a password, and writes down what it hears."""

    def __init__(self, folder: Path, kind: str) -> None:
        write_certificates(folder)
        self.ca_file = folder / "ca.pem"
        self.heard = b""
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(folder / "tls" / f"{kind}.crt", folder / "tls" / f"{kind}.key")
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        plain, _ = self._socket.accept()
        plain.settimeout(30)
        try:
            with self._context.wrap_socket(plain, server_side=True) as link:
                link.sendall(b"* OK hello\r\n")
                while more := link.recv(4096):
                    self.heard += more
                    tag = more.split()[0]
                    link.sendall(b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n")
        except OSError:
            return
        finally:
            plain.close()

    def close(self) -> bytes:
        self._thread.join(60)
        self._socket.close()
        return self.heard


@pytest.mark.parametrize("kind", ["expired", "wrong-name", "self-signed"])
def test_that_a_stranger_gets_no_password_byte(tmp_path: Path, kind: str) -> None:
    stranger = Eavesdropper(tmp_path, kind)
    source = ImapSource(
        ImapSettings("localhost", "alerts", lambda: "secret", stranger.port, stranger.ca_file, 20)
    )
    with pytest.raises(Refused, match=r"certificate of localhost is not valid .*no password was sent"):
        list(source.fetch(Shelf(), Event()))
    assert stranger.close() == b""


def test_that_the_right_certificate_does_get_it(tmp_path: Path) -> None:
    friend = Eavesdropper(tmp_path, "good")
    source = ImapSource(
        ImapSettings("localhost", "alerts", lambda: "secret", friend.port, friend.ca_file, 20)
    )
    list(source.fetch(Shelf(), Event()))
    source.close()
    assert b"secret" in friend.close()


def test_that_without_tls_nothing_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings = ImapSettings("localhost", "alerts", lambda: "secret", server.getsockname()[1], None, 0.5)
        with pytest.raises(WorldFault, match="does not answer"):
            list(ImapSource(settings).fetch(Shelf(), Event()))
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("url", ["imap://a@b", "imaps://b", "http://x", "imaps://a@b:port", "nonsense"])
def test_that_a_bad_address_is_bad_input(url: str) -> None:
    with pytest.raises(BadInput):
        ImapSettings.from_url(url, lambda: "")


def test_that_an_address_is_understood() -> None:
    read = ImapSettings.from_url("imaps://duty%40up@mail.example:1993", lambda: "")
    assert (read.host, read.port, read.user) == ("mail.example", 1993, "duty@up")

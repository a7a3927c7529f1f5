"""A real IMAP server for the tests: Debian's Dovecot on a free loopback port, TLS from the first byte."""

import getpass
import grp
import os
import pwd
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from certificates import write_certificates
from postgres_cluster import free_port

USER = "alerts"
PASSWORD = "river-lamp-42"
_ANSWER_WITHIN_S = 60.0
_GOODBYE_S = 0.3


class Dovecot:
    """One server with the account `alerts` (INBOX, Junk). Runs as root or as anybody; ends with the tests."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
        self.folder.chmod(0o755)
        self.host = "127.0.0.1"  # not a name: a bare system may not know even localhost
        self.port = free_port()
        self.user = USER
        self.password = PASSWORD
        self.log_file = self.folder / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        write_certificates(self.folder)
        self.use_certificate("good", restart=False)
        self._account = _Account.choose()
        self.mail = self.folder / "mail"
        self.mail.mkdir()
        self.set_password(self.password)
        for name in ("run", "state"):
            (self.folder / name).mkdir()
        self._config = self.folder / "dovecot.conf"
        self._config.write_text(_configuration(self.folder, self.port, self._account))
        self._own(self.mail)

    @property
    def ca_file(self) -> Path:
        """The authority that the client must trust, PEM."""
        return self.folder / "ca.pem"

    @property
    def url(self) -> str:
        return f"imaps://{self.user}@{self.host}:{self.port}"

    def start(self) -> None:
        """Returns when it answers; raises with the server's own words when it does not."""
        command = ["setpriv", "--pdeathsig", "TERM", "dovecot", "-F", "-c", str(self._config)]
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )
        deadline = time.monotonic() + _ANSWER_WITHIN_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"Dovecot did not start:\n{self.log_file.read_text()}")
            time.sleep(0.005)

    def _answers(self) -> bool:
        """Whether it greets: that a connection is taken is too early, it may still be reset."""
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE
        try:
            with (
                socket.create_connection(("127.0.0.1", self.port), timeout=10) as line,
                trust.wrap_socket(line) as told,
            ):
                return told.recv(4) == b"* OK"
        except OSError:
            return False

    def stop(self) -> None:
        """Ends it and every session in it. What was delivered stays."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GOODBYE_S)  # it would wait 6 s for a client in the middle of a handshake
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- what a test does to it ---

    def deliver(self, mail: bytes, folder: str = "INBOX") -> Path:
        """Puts these very bytes into the folder, as a delivery agent would; makes the folder when needed."""
        box = self._maildir(folder)
        name = f"{time.time_ns()}.M{next(self._numbers)}P{os.getpid()}.test"
        raw = box / "tmp" / name
        raw.write_bytes(mail)
        self._own(raw)
        return raw.rename(box / "new" / name)

    def flags(self, folder: str = "INBOX") -> list[str]:
        """The flags of each stored mail in order of delivery: an `S` where a client has marked it as seen."""
        box = self._maildir(folder)
        names = sorted(path.name for sub in ("new", "cur") for path in (box / sub).iterdir())
        return [name.partition(":2,")[2] for name in names]

    def set_password(self, password: str) -> None:
        """Another password, from the next login on."""
        self.password = password
        (self.folder / "users").write_text(f"{self.user}:{{PLAIN}}{password}::::::\n")

    def use_certificate(self, kind: str, *, restart: bool = True) -> None:
        """`good`, `expired`, `wrong-name` or `self-signed`."""
        for end in ("crt", "key"):
            shutil.copy(self.folder / "tls" / f"{kind}.{end}", self.folder / f"server.{end}")
        if restart:
            self.restart()

    def change_uidvalidity(self, folder: str = "INBOX") -> int:
        """What a restored backup does: the same mails, new UIDs, a new UIDVALIDITY, which is returned."""
        self.stop()
        box = self._maildir(folder)
        listing = box / "dovecot-uidlist"
        old = re.search(r"\bV(\d+)", listing.read_text()) if listing.exists() else None
        new = (int(old.group(1)) if old else int(time.time())) + 1000
        for stale in box.glob("dovecot[.-]*"):
            stale.unlink()
        listing.write_text(f"3 V{new} N1\n")
        self._own(listing)
        self.start()
        return new

    def _maildir(self, folder: str) -> Path:
        root = self.mail / self.user / "Maildir"
        box = root if folder == "INBOX" else root / ("." + folder.replace("/", "."))
        for path in (root.parent, root, box):
            if not path.exists():
                path.mkdir(mode=0o700)
                self._own(path)
        for sub in ("tmp", "new", "cur"):
            if not (box / sub).exists():
                (box / sub).mkdir(mode=0o700)
                self._own(box / sub)
        return box

    def _own(self, path: Path) -> None:
        if os.geteuid() == 0:
            os.chown(path, self._account.uid, self._account.gid)


class _Account:
    """Whose processes and files they are: Dovecot serves no mail as root."""

    def __init__(self, uid: int, gid: int, name: str, group: str) -> None:
        self.uid, self.gid, self.name, self.group = uid, gid, name, group

    @classmethod
    def choose(cls) -> "_Account":
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid(), getpass.getuser(), grp.getgrgid(os.getegid()).gr_name)
        someone = pwd.getpwnam("dovecot")
        return cls(someone.pw_uid, someone.pw_gid, someone.pw_name, grp.getgrgid(someone.pw_gid).gr_name)


def _version() -> tuple[int, ...]:
    said = subprocess.run(["dovecot", "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in re.findall(r"\d+", said)[:2])


def _configuration(folder: Path, port: int, account: _Account) -> str:
    dialect = _DIALECT_24 if _version() >= (2, 4) else _DIALECT_23
    return (dialect + _COMMON).format(
        folder=folder,
        port=port,
        user=account.name,
        group=account.group,
        uid=account.uid,
        gid=account.gid,
    )


_DIALECT_23 = """
ssl = required
ssl_cert = <{folder}/server.crt
ssl_key = <{folder}/server.key
ssl_dh =
disable_plaintext_auth = yes
mail_location = maildir:~/Maildir
passdb {{
  driver = passwd-file
  args = scheme=plain {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
"""

_DIALECT_24 = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
ssl = required
ssl_server_cert_file = {folder}/server.crt
ssl_server_key_file = {folder}/server.key
auth_allow_cleartext = no
mail_driver = maildir
mail_path = ~/Maildir
passdb passwd-file {{
  default_password_scheme = plain
  passwd_file_path = {folder}/users
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {folder}/mail/%{{user}}
  }}
}}
"""

_COMMON = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 200
auth_failure_delay = 0
mailbox_idle_check_interval = 1 s
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Junk {{
    auto = subscribe
    special_use = \\Junk
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
"""

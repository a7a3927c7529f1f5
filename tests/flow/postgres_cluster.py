"""What a test server is made of: the programs, the account it runs as, its settings and who may log in."""

import os
import pwd
import random
import shutil
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from certificates import write_certificates

ADMIN = "postgres"
HOST = "127.0.0.1"  # not a name: a bare system may not know even localhost
REPLICATOR = "replicator"
OLDEST = 15


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a server differs from the usual one."""

    durable: bool = False  # whether it waits for the disk
    plain_loopback: bool = False  # whether a login by TCP may do without TLS
    certificate: str = "good"  # or `expired`, `wrong-name`, `self-signed`
    settings: dict[str, str] = field(default_factory=dict)  # more lines of postgresql.conf


def find_programs() -> Path:
    """The folder of the newest server programs here. None is found by PATH: Debian keeps them apart."""
    folders = {
        int(path.parent.name): path
        for path in Path("/usr/lib/postgresql").glob("*/bin")
        if path.parent.name.isdigit() and (path / "initdb").exists()
    }
    if not folders or max(folders) < OLDEST:
        raise RuntimeError(
            f"no PostgreSQL {OLDEST} or later in /usr/lib/postgresql: is the package installed?"
        )
    return folders[max(folders)]


def unprivileged() -> list[str]:
    """What goes before a command: PostgreSQL never runs as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={ADMIN}", f"--regid={ADMIN}", "--clear-groups"]


def run_program(folder: Path, *command: str) -> None:
    """Raises with the program's own words when it fails."""
    done = subprocess.run(
        [*unprivileged(), str(find_programs() / command[0]), *command[1:]],
        capture_output=True,
        text=True,
        env=environment(),
        cwd=folder,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def environment(**more: str) -> dict[str, str]:
    """Nothing of the person who runs the tests: no PGHOST, no ~/.pgpass."""
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", **more}


def free_port() -> int:
    """Below the ports that a connection going out may take: a server that is down must find its own again."""
    while True:
        port = random.SystemRandom().randrange(20000, 32000)
        with socket.socket() as one:
            try:
                one.bind((HOST, port))
            except OSError:
                continue
            return port


def lay_out(folder: Path, port: int, options: Options, tls: Path | None = None) -> None:
    """The folder but for the data. `tls` holds the certificates of another server, else they are new."""
    (folder / "socket").mkdir(mode=0o700)
    if tls is None:
        write_certificates(folder)
    else:
        shutil.copytree(tls, folder / "tls")
        shutil.copy(tls.parent / "ca.pem", folder)
    use_certificate(folder, options.certificate)
    (folder / "pg_hba.conf").write_text(_who_may_log_in(options))
    (folder / "postgresql.conf").write_text(_settings(folder, port, options))
    if os.geteuid() == 0:
        account = pwd.getpwnam(ADMIN)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid)


def use_certificate(folder: Path, kind: str) -> None:
    """The server must read its certificates again after this."""
    for end in ("crt", "key"):
        served = folder / f"server.{end}"
        served.touch(mode=0o600)
        served.write_bytes((folder / "tls" / f"{kind}.{end}").read_bytes())


def _who_may_log_in(options: Options) -> str:
    by_tcp = "host" if options.plain_loopback else "hostssl"
    return f"""
local    all          {ADMIN}                      trust
local    all          all                           scram-sha-256
{by_tcp} all          all           127.0.0.1/32    scram-sha-256
hostssl  replication  {REPLICATOR}  127.0.0.1/32    scram-sha-256
host     all          all           all             reject
host     replication  all           all             reject
"""


def _settings(folder: Path, port: int, options: Options) -> str:
    settings = {
        "cluster_name": folder.name,
        "listen_addresses": HOST,
        "port": str(port),
        "unix_socket_directories": str(folder / "socket"),
        "hba_file": str(folder / "pg_hba.conf"),
        "ssl": "on",
        "ssl_cert_file": str(folder / "server.crt"),
        "ssl_key_file": str(folder / "server.key"),
        "max_connections": "300",
        "dynamic_shared_memory_type": "mmap",  # within the folder, so that a killed server leaves nothing
        "wal_receiver_status_interval": "1s",
        "wal_retrieve_retry_interval": "100ms",  # how soon a standby calls a primary that is back
    }
    if not options.durable:
        settings |= {"fsync": "off", "full_page_writes": "off"}
    settings |= options.settings
    return "".join(f"{name} = {_quoted(value)}\n" for name, value in settings.items())


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"

"""A real PostgreSQL for the tests: its own cluster on a free loopback port, TLS only, gone with the tests."""

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import postgres_processes
import psycopg
from postgres_cluster import (
    ADMIN,
    HOST,
    REPLICATOR,
    Options,
    environment,
    find_programs,
    free_port,
    lay_out,
    run_program,
    unprivileged,
    use_certificate,
)
from psycopg import sql

_REPLICA_PASSWORD = "stone-barge-19"
_WITHIN_S = 60.0
_SIGNALS = {"smart": signal.SIGTERM, "fast": signal.SIGINT, "immediate": signal.SIGQUIT}


class Said(NamedTuple):
    """What psql answered."""

    code: int
    stdout: str
    stderr: str


class Postgres:
    """One server. Roles and settings are the whole cluster's: who changes settings has an own server."""

    def __init__(self, options: Options | None = None, *, parent: Path = Path("/tmp")) -> None:
        self._prepare(options or Options(), parent)
        try:
            lay_out(self.folder, self.port, self.options)
            run_program(
                self.folder,
                "initdb",
                *("--pgdata", str(self.data), "--username", ADMIN, "--auth", "reject"),
                *("--locale", "C.UTF-8", "--encoding", "UTF8", "--no-sync", "--no-instructions"),
            )
        except BaseException:
            self.remove()
            raise

    def _prepare(self, options: Options, parent: Path) -> None:
        self.options = options
        self.host = HOST
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir=parent))  # short: a socket's path has 107 bytes
        self.data = self.folder / "data"
        self.log_file = self.folder / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self._standbys: list[Postgres] = []
        self._numbers = count(1)
        guard = [sys.executable, "-S", "-E", postgres_processes.__file__, str(self.folder)]
        self._guard = subprocess.Popen(guard, stdin=subprocess.PIPE, start_new_session=True)

    @property
    def ca_file(self) -> Path:
        """The authority that a client must trust, PEM."""
        return self.folder / "ca.pem"

    # --- ways in ---

    def admin_dsn(self, dbname: str = ADMIN) -> str:
        """The superuser, by the server's own socket, without a password."""
        return f"postgresql://{ADMIN}@/{quote(dbname)}?" + urlencode(
            {"host": str(self.folder / "socket"), "port": self.port}
        )

    def dsn(
        self, dbname: str = ADMIN, user: str | None = None, password: str | None = None, *, tls: bool = True
    ) -> str:
        """By TCP, with the certificate checked in full or, without `tls`, in the clear."""
        return joint_dsn(self, ports=[self.port], dbname=dbname, user=user, password=password, tls=tls)

    def query(self, statement: str, *values: object, db: str = ADMIN) -> list[tuple[Any, ...]]:
        """The superuser's rows, committed; an empty list where a statement has none."""
        with psycopg.connect(self.admin_dsn(db), autocommit=True) as connection:
            done = connection.execute(statement.encode(), values or None)
            return done.fetchall() if done.description else []

    def psql(
        self, script: str, *, user: str | None = None, password: str | None = None, db: str = ADMIN
    ) -> Said:
        """The real psql, by TCP and TLS as this user, else by the socket as superuser. Ends at an error."""
        dsn = self.dsn(db, user) if user else self.admin_dsn(db)
        done = subprocess.run(
            [str(find_programs() / "psql"), "-XAtqw", "-v", "ON_ERROR_STOP=1", "-f", "-", dsn],
            input=script,
            capture_output=True,
            text=True,
            env=environment(**({"PGPASSWORD": password} if password else {})),
            timeout=120,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def new_database(self) -> "Database":
        """An empty database of its own, in some hundredths of a second."""
        before = frozenset(self._roles())
        name = f"room_{next(self._numbers)}"
        self._as_admin("CREATE DATABASE {}", name)
        return Database(server=self, name=name, roles_before=before)

    def drop(self, database: "Database") -> None:
        """With everybody in it thrown out, and with the roles made since that nothing else needs."""
        self._as_admin("DROP DATABASE IF EXISTS {} WITH (FORCE)", database.name)
        for role in self._roles():
            if role not in database.roles_before and role != REPLICATOR:
                with suppress(psycopg.errors.DependentObjectsStillExist):
                    self._as_admin("DROP ROLE {}", role)

    def _roles(self) -> list[str]:
        return [name for (name,) in self.query("SELECT rolname::text FROM pg_roles")]

    def _as_admin(self, statement: str, name: str) -> None:
        with psycopg.connect(self.admin_dsn(), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))

    # --- its life ---

    def start(self) -> None:
        """Returns when it answers; raises with the server's own words when it does not."""
        config = self.folder / "postgresql.conf"
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *unprivileged(),
                    str(find_programs() / "postgres"),
                    "-D",
                    str(self.data),
                    f"--config-file={config}",
                ],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=environment(),
                cwd=self.folder,
                start_new_session=True,
            )
        self._wait(self._is_ready)

    def _is_ready(self) -> bool:
        assert self._process is not None
        if self._process.poll() is not None:
            raise RuntimeError(f"PostgreSQL did not start:\n{self.log_file.read_text()}")
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) > 7 and int(lines[0]) == self._process.pid and lines[7].strip() == "ready"

    def stop(self, mode: str = "fast") -> None:
        """`smart` waits for those who are in, `fast` throws them out, `immediate` is a crash."""
        if self._process is not None:
            self._process.send_signal(_SIGNALS[mode])
            self._process.wait(_WITHIN_S)
            self._process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def reload(self) -> None:
        """Reads its settings, its certificates and pg_hba.conf again; new logins see them very soon after."""
        before = self.query("SELECT pg_conf_load_time()")
        self.query("SELECT pg_reload_conf()")
        self._wait(lambda: self.query("SELECT pg_conf_load_time()") != before)

    def kill(self) -> None:
        """As when the plug is pulled: no process is left, and none could say goodbye."""
        postgres_processes.kill_all(self.folder)
        if self._process is not None:
            self._process.wait(_WITHIN_S)
            self._process = None

    def pause(self) -> None:
        """It is there, and its port takes connections, but nothing answers."""
        for _ in range(2):  # the postmaster stops first: the second time also what it had just started
            postgres_processes.signal_all(self.folder, signal.SIGSTOP)

    def resume(self) -> None:
        postgres_processes.signal_all(self.folder, signal.SIGCONT)

    def use_certificate(self, kind: str) -> None:
        """`good`, `expired`, `wrong-name` or `self-signed`."""
        use_certificate(self.folder, kind)
        self.reload()

    def remove(self) -> None:
        """Ends it and its standbys, in whatever state they are, and deletes their folders."""
        for standby in self._standbys:
            standby.remove()
        assert self._guard.stdin is not None
        self._guard.stdin.close()
        self._guard.wait()
        if self._process is not None:
            self._process.wait()
            self._process = None

    # --- its standby ---

    def standby(self, *, through: int | None = None) -> "Postgres":
        """A new server that follows this one; returned when it streams. It goes when this one is removed.

        `through` is the port of a proxy before this server, to cut them apart.
        """
        if REPLICATOR not in self._roles():
            self.query(f"CREATE ROLE {REPLICATOR} LOGIN REPLICATION PASSWORD '{_REPLICA_PASSWORD}'")
        other = Postgres.__new__(Postgres)
        other._prepare(self.options, self.folder.parent)
        self._standbys.append(other)
        lay_out(other.folder, other.port, other.options, tls=self.folder / "tls")
        slot = other.folder.name.replace("-", "_").lower()
        run_program(
            other.folder,
            *("pg_basebackup", "--pgdata", str(other.data), "--write-recovery-conf", "--checkpoint=fast"),
            *("--create-slot", "--slot", slot, "--no-sync"),
            *("--dbname", self._replication_dsn(through or self.port)),
        )
        other.start()
        streams = "SELECT 1 FROM pg_stat_replication JOIN pg_replication_slots ON pid = active_pid"
        self._wait(lambda: bool(self.query(f"{streams} WHERE slot_name = '{slot}' AND state = 'streaming'")))
        return other

    def _replication_dsn(self, port: int) -> str:
        return joint_dsn(
            self, ports=[port], dbname="replication", user=REPLICATOR, password=_REPLICA_PASSWORD
        )

    def catch_up(self, standby: "Postgres") -> None:
        """Returns when this standby has replayed all that is written here up to now."""
        ((head,),) = self.query("SELECT pg_current_wal_flush_lsn()::text")
        self._wait(
            lambda: standby.query("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", head) == [(True,)],
        )

    def promote(self) -> None:
        """This standby is the primary from now on."""
        assert self.query("SELECT pg_promote(true, 15)") == [(True,)]

    def _wait(self, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + _WITHIN_S
        while not is_so():
            if time.monotonic() > deadline:
                raise RuntimeError(f"it did not come in {_WITHIN_S:g} s:\n{self.log_file.read_text()}")
            time.sleep(0.005)


@dataclass(frozen=True, kw_only=True)
class Database:
    """One database on a server that others use too. Roles are not its own: see `Postgres.drop`."""

    server: Postgres
    name: str
    roles_before: frozenset[str]

    @property
    def admin_dsn(self) -> str:
        return self.server.admin_dsn(self.name)

    def dsn(self, user: str | None = None, password: str | None = None, *, tls: bool = True) -> str:
        return self.server.dsn(self.name, user, password, tls=tls)

    def query(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self.server.query(statement, *values, db=self.name)

    def psql(self, script: str, *, user: str | None = None, password: str | None = None) -> Said:
        return self.server.psql(script, user=user, password=password, db=self.name)

    def drop(self) -> None:
        self.server.drop(self)


class Pair(NamedTuple):
    """A server and the one that follows it."""

    primary: Postgres
    standby: Postgres


def joint_dsn(
    server: Postgres,
    *,
    ports: list[int],
    dbname: str = ADMIN,
    user: str | None = None,
    password: str | None = None,
    tls: bool = True,
) -> str:
    """One DSN for several servers (or proxies before them) that share the authority of this one."""
    login = "" if user is None else quote(user, safe="")
    if password is not None:
        login += ":" + quote(password, safe="")
    hosts = ",".join(f"{HOST}:{port}" for port in ports)
    how = {"sslmode": "verify-full", "sslrootcert": str(server.ca_file)} if tls else {"sslmode": "disable"}
    return f"postgresql://{login}{'@' if login else ''}{hosts}/{quote(dbname, safe='')}?" + urlencode(how)

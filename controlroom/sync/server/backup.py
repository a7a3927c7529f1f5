"""The whole database in a file, the keys of persons in another, and back: by PostgreSQL's own tools."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from controlroom.domain.care.plans import IST
from controlroom.errors import BadInput, WorldFault
from controlroom.sync.audited import OfAdministrator
from controlroom.sync.connection import Connection
from controlroom.sync.server.doors import close_doors
from controlroom.sync.server.setup import make_roles
from controlroom.sync.verify import Verdict, verify_log

_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
_SAY = ("host", "port", "user", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey")
KEYS_DAYS: Final = (
    30  # after which the backup of the keys is to be destroyed: so long an erasure is not whole
)
_KEYS: Final = "log.person_keys"
_NO_KEYS_OF_ERASED: Final = (
    "DELETE FROM log.person_keys k USING log.erased e WHERE e.stream_id = k.stream_id AND e.room = k.room"
)


def keys_of(file: Path) -> Path:
    """Where the keys of what is said of persons lie: beside the backup, to be destroyed much sooner."""
    return file.with_name(file.name + ".keys")


def _keys(connection: Connection) -> int:
    row = connection.execute(f"SELECT count(*) FROM {_KEYS}").fetchone()  # noqa: S608  our own
    return int(row[0]) if row else 0


def back_up(connection: Connection, file: Path) -> dict[str, Any]:
    """Everything but the passwords, at one moment, readable by nobody else. Raises BadInput, WorldFault."""
    keys = keys_of(file)
    for there in (file, keys):
        if there.exists():
            raise BadInput("{file} is there already; a backup never writes over another.", file=there)
    _demand_room(connection)
    part = file.with_name(file.name + ".part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        _run(connection, "pg_dump", "--format=custom", f"--exclude-table-data={_KEYS}", f"--file={part}")
        keys.touch(mode=0o600, exist_ok=False)
        _run(connection, "pg_dump", "--format=custom", "--data-only", f"--table={_KEYS}", f"--file={keys}")
        part.rename(file)
    except OSError as fault:
        raise WorldFault("{file} cannot be written; choose another place.", file=file) from fault
    finally:
        part.unlink(missing_ok=True)
    return {
        "file": str(file),
        "bytes": file.stat().st_size,
        "events": _events(connection),
        "keys": str(keys),
        "destroy_keys_by": (datetime.now(IST) + timedelta(days=KEYS_DAYS)).date().isoformat(),
    }


def restore(connection: Connection, file: Path) -> dict[str, Any]:
    """Into an empty database only. Gives what is there now, and who must be let in again."""
    if not file.is_file():
        raise BadInput("There is no file {file}.", file=file)
    _demand_empty(connection)
    make_roles(connection)
    _run(connection, "pg_restore", "--single-transaction", "--exit-on-error", str(file))
    keys = keys_of(file)
    if keys.exists():
        _run(connection, "pg_restore", "--single-transaction", "--exit-on-error", "--data-only", str(keys))
    connection.execute(_NO_KEYS_OF_ERASED)
    close_doors(connection)
    verdicts = verify(connection)
    broken = {room: verdict.first_bad for room, verdict in verdicts.items() if not verdict.ok}
    rows = connection.execute(
        "SELECT login FROM people.logins WHERE disabled_at IS NULL"
        " AND login NOT IN (SELECT rolname FROM pg_roles WHERE rolcanlogin) ORDER BY 1"
    ).fetchall()
    if broken:
        raise WorldFault(
            "The backup is restored, but its log is broken at event {first}; take an older backup.",
            first=min(bad for bad in broken.values() if bad is not None),
        )
    return {
        "file": str(file),
        "events": _events(connection),
        "chain": "ok",
        "keys": _keys(connection),
        "people_to_add_again": [login for (login,) in rows],
    }


def verify(connection: Connection) -> dict[str, Verdict]:
    """The chain of every room, made again from its events: name of the room and what was found."""
    rooms = connection.execute("SELECT name, room FROM log.rooms ORDER BY 1").fetchall()
    return {str(name): verify_log(OfAdministrator(connection, room)) for name, room in rooms}


def _events(connection: Connection) -> int:
    row = connection.execute("SELECT coalesce(sum(last_seq), 0)::bigint FROM log.heads").fetchone()
    return int(row[0]) if row else 0


def _demand_room(connection: Connection) -> None:
    connection.execute("SELECT 1 FROM log.rooms")


def _demand_empty(connection: Connection) -> None:
    row = connection.execute(
        "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')"
        " AND relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'"
    ).fetchone()
    if row and row[0]:
        raise BadInput("The database is not empty; make a new one by createdb, and restore into that.")


def _run(connection: Connection, program: str, *options: str) -> None:
    """One of PostgreSQL's own tools on this connection's database; the password goes by the environment."""
    info = connection.info
    parts = {**info.get_parameters(), "host": info.host, "port": str(info.port), "dbname": info.dbname}
    words = {name: parts[name] for name in _SAY if parts.get(name)}
    where = " ".join(f"{name}='{_quoted(value)}'" for name, value in words.items())
    environment = {**os.environ, "PGOPTIONS": "-c statement_timeout=0", "LC_ALL": "C"}
    if info.password:
        environment["PGPASSWORD"] = info.password
    done = subprocess.run(
        [_tool(program, info.server_version // 10_000), f"--dbname={where}", "--no-password", *options],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = next((line for line in done.stderr.splitlines() if "error" in line), "no reason given")
        raise WorldFault("{program} did not finish: {said}", program=program, said=said)


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")


def _tool(program: str, major: int) -> str:
    """The tool of this version or a later one; an older one cannot read the server."""
    fitting = sorted(
        (version, path)
        for path in _places(program)
        if (version := _version(path)) is not None and version >= major
    )
    if not fitting:
        raise WorldFault(
            "{program} of PostgreSQL {major} or later is not on this machine; install the package"
            " postgresql-client-{major}, or run this on the server.",
            program=program,
            major=major,
        )
    return fitting[0][1]


def _places(program: str) -> Sequence[str]:
    found = [str(path / program) for pattern in _FOLDERS for path in Path("/").glob(pattern[1:])]
    by_path = shutil.which(program)
    return [path for path in [*found, *([by_path] if by_path else [])] if os.access(path, os.X_OK)]


def _version(path: str) -> int | None:
    """`pg_dump (PostgreSQL) 15.18 ...` says 15."""
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    words = done.stdout.split()
    major = words[2].split(".")[0] if len(words) > 2 else ""
    return int(major) if done.returncode == 0 and major.isdigit() else None

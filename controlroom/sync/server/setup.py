"""`server init`: schema, roles, functions and policies, in versioned steps forward. Run by the database's owner."""

import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID, uuid4

from psycopg import sql

from controlroom.config import resources_dir
from controlroom.domain.events import KINDS
from controlroom.errors import BadInput, WorldFault
from controlroom.sync.connection import Connection
from controlroom.sync.server.rights import READERS, ROLES, kinds_of

STEPS: tuple[tuple[str, ...], ...] = (("0001_tables.sql", "0002_functions.sql", "0003_rights.sql"),)
SHAPE = len(STEPS)
OLDEST_PROGRAM = 1  # programs that know at least this shape may still connect
PATCH_FLOOR = {15: 18, 16: 14, 17: 10, 18: 4}  # below it are known holes; security.md, section 4
_HOUSE_ROLES = ("cr_owner", "cr_exec", "cr_projector", *(f"g_{role}" for role in ROLES))


def is_patched(version_num: int) -> bool:
    """Whether a server (its version as PostgreSQL counts it, 150018) is at or above the patch floor."""
    major, minor = divmod(version_num, 10_000)
    return minor >= PATCH_FLOOR.get(major, 0) if major <= max(PATCH_FLOOR) else True


def set_up(connection: Connection, room_name: str) -> list[str]:
    """Make or bring forward everything, and the room. Idempotent. Gives what was done, one line each."""
    _refuse_old(connection)
    said = []
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('controlroom server init'))")
        _make_roles(connection)
        found = _shape(connection)
        if found > SHAPE:
            raise WorldFault(
                "The shared database was made by a newer version of the program; use that version here."
            )
        for number in range(found + 1, SHAPE + 1):
            _run_step(connection, number)
            said.append(f"schema brought to shape {number}")
        _write_rights(connection)
        said += [f"room {room_name} opened"] if _open_room(connection, room_name) else []
        _close_doors(connection)
    return said or ["everything was in place already"]


def _refuse_old(connection: Connection) -> None:
    version = connection.info.server_version
    if version < 150_000:
        raise WorldFault("PostgreSQL 15 or later is needed; this server is older.")
    if not is_patched(version):
        major, minor = divmod(version, 10_000)
        raise WorldFault(
            "PostgreSQL {found} has known security holes; install {major}.{floor} or later, then type the same again.",
            found=f"{major}.{minor}",
            major=major,
            floor=PATCH_FLOOR[major],
        )
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if not row or not row[0]:
        raise BadInput("This must be run as the superuser of the database server, from its own socket.")


def _make_roles(connection: Connection) -> None:
    rows = connection.execute("SELECT rolname FROM pg_roles").fetchall()
    known = {name for (name,) in rows}
    for role in _HOUSE_ROLES:
        if role not in known:
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN NOINHERIT").format(sql.Identifier(role)))
    connection.execute(
        "GRANT pg_read_all_stats, pg_signal_backend TO cr_exec WITH ADMIN FALSE"
        if connection.info.server_version >= 160_000
        else "GRANT pg_read_all_stats, pg_signal_backend TO cr_exec"
    )
    connection.execute("ALTER ROLE cr_exec INHERIT")


def _shape(connection: Connection) -> int:
    there = connection.execute("SELECT to_regclass('log.migrations')").fetchone()
    if not there or there[0] is None:
        return 0
    row = connection.execute("SELECT coalesce(max(version), 0) FROM log.migrations").fetchone()
    return int(row[0]) if row else 0


def _run_step(connection: Connection, number: int) -> None:
    for name in STEPS[number - 1]:
        if name == "0002_functions.sql":
            _make_record(connection)
        connection.execute(_script(name))
    connection.execute(
        "INSERT INTO log.migrations (version, oldest_program, applied_at) VALUES (%s, %s, %s)",
        (number, OLDEST_PROGRAM, time.time_ns() // 1000),
    )


def _make_record(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE IF NOT EXISTS log.migrations"
        " (version int PRIMARY KEY, oldest_program int NOT NULL, applied_at bigint NOT NULL)"
    )
    for schema in ("log", "people", "work"):
        rows = connection.execute(
            "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = %s::regnamespace AND relkind = 'r'",
            (schema,),
        ).fetchall()
        for (table,) in rows:
            connection.execute(f"ALTER TABLE {table} OWNER TO cr_owner".encode())


def _script(name: str) -> bytes:
    return (Path(resources_dir()) / "server" / name).read_bytes()


def _write_rights(connection: Connection) -> None:
    """The kinds and who may append and read them, as this version has them."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM log.writers")
        cursor.execute("DELETE FROM log.readers")
        cursor.executemany(
            "INSERT INTO log.kinds VALUES (%s, %s, %s) ON CONFLICT (kind)"
            " DO UPDATE SET audience = excluded.audience, version = excluded.version",
            [(kind.name, kind.audience, kind.version) for kind in KINDS.values()],
        )
        cursor.executemany(
            "INSERT INTO log.writers VALUES (%s, %s)",
            [(role, kind) for role in ROLES for kind in sorted(kinds_of(role))],
        )
        cursor.executemany(
            "INSERT INTO log.readers VALUES (%s, %s)",
            [(role, audience) for role in ROLES for audience in READERS[role]],
        )


def _open_room(connection: Connection, name: str) -> bool:
    if connection.execute("SELECT 1 FROM log.rooms WHERE name = %s", (name,)).fetchone():
        return False
    room = uuid4()
    now = time.time_ns() // 1000
    connection.execute("INSERT INTO log.rooms (room, name, opened_at) VALUES (%s, %s, %s)", (room, name, now))
    connection.execute("INSERT INTO log.heads (room) VALUES (%s)", (room,))
    return True


def room_of(connection: Connection, name: str | None = None) -> UUID:
    """The room of this name, or the only one there is."""
    rows: Sequence[tuple[UUID, str]] = connection.execute("SELECT room, name FROM log.rooms").fetchall()
    fitting = [room for room, known in rows if name is None or known == name]
    if len(fitting) != 1:
        raise BadInput(
            "Say which room is meant: --room NAME, one of {names}.", names=", ".join(n for _, n in rows)
        )
    return fitting[0]


def _close_doors(connection: Connection) -> None:
    """Nobody gets in by a default grant; the groups may connect to this database only."""
    rows = connection.execute("SELECT datname FROM pg_database WHERE datallowconn").fetchall()
    for (name,) in rows:
        connection.execute(
            sql.SQL("REVOKE CONNECT, TEMPORARY ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name))
        )
    groups = sql.SQL(", ").join(sql.Identifier(f"g_{role}") for role in ROLES)
    connection.execute(
        sql.SQL("GRANT CONNECT ON DATABASE {} TO {}, cr_projector").format(
            sql.Identifier(connection.info.dbname), groups
        )
    )
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    rows = connection.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace"
        " AND (p.proname ~ '^lo_' OR p.proname IN ('loread', 'lowrite'))"
    ).fetchall()
    for (function,) in rows:
        connection.execute(f"REVOKE ALL ON FUNCTION pg_catalog.{function} FROM PUBLIC".encode())
    for role in ("cr_owner", "cr_exec"):
        connection.execute(
            sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC").format(
                sql.Identifier(role)
            )
        )

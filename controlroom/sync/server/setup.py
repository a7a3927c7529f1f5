"""`server init`: schema, roles, functions and policies, in versioned steps forward. Run by a superuser."""

import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID, uuid4

from psycopg import sql

from controlroom.config import resources_dir
from controlroom.domain.events import KINDS
from controlroom.errors import BadInput, Sentence, WorldFault
from controlroom.sync.connection import Connection
from controlroom.sync.server.door import demand_superuser
from controlroom.sync.server.doors import close_doors
from controlroom.sync.server.rights import READERS, ROLES, kinds_of

STEPS: tuple[tuple[str, ...], ...] = (
    ("0001_tables.sql", "0002_functions.sql", "0003_rights.sql"),
    ("0004_held_up.sql",),
    ("0005_cases_of_readers.sql",),
    ("0006_persons.sql",),
    ("0007_limits_of_the_index.sql",),
    ("0008_quicker.sql",),
    ("0009_bounds.sql",),
    ("0010_erasing.sql",),
    ("0011_fewer_looks.sql",),
    ("0012_nobody_in_the_way.sql",),
    ("0013_bounds_of_events.sql",),
    ("0014_words_of_cases.sql",),
    ("0015_in_ones_own_name.sql",),
    ("0016_less_for_the_poked.sql",),
    ("0017_one_stream.sql",),
    ("0018_poked_by_what_comes.sql",),
    ("0019_by_their_indexes.sql",),
    ("0020_who_fetches_mail.sql",),
)
SHAPE = len(STEPS)
OLDEST_PROGRAM = 12  # programs that know at least this shape may still connect: older ones open no case
PATCH_FLOOR = {15: 18, 16: 14, 17: 10, 18: 4}  # below it are known holes; security.md, section 4
_HOUSE_ROLES = ("cr_owner", "cr_exec", "cr_projector", *(f"g_{role}" for role in ROLES))


def is_patched(version_num: int) -> bool:
    """Whether a server (its version as PostgreSQL counts it, 150018) is at or above the patch floor."""
    major, minor = divmod(version_num, 10_000)
    return minor >= PATCH_FLOOR.get(major, 0) if major <= max(PATCH_FLOOR) else True


def set_up(
    connection: Connection,
    room_name: str,
    *,
    standbys: int | None = None,
    gib_a_day: int | None = None,
    steps: Sequence[Sequence[str]] = STEPS,
) -> list[Sentence]:
    """Make or bring forward everything, and the room. Idempotent. Gives what was done, one line each."""
    _refuse_unfit(connection)
    _refuse_name(room_name)
    said: list[Sentence] = []
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('controlroom server init'))")
        make_roles(connection)
        found = _shape(connection)
        if found > len(steps):
            raise WorldFault(
                "The shared database was made by a newer version of the program; use that version here."
            )
        for number, scripts in enumerate(steps[found:], start=found + 1):
            _run_step(connection, number, scripts)
            said.append(Sentence("schema brought to shape {shape}", shape=number))
        _write_rights(connection)
        said += [Sentence("room {room} opened", room=room_name)] if _open_room(connection, room_name) else []
        said += _set_standbys(connection, room_name, standbys)
        said += _set_files(connection, room_name, gib_a_day)
        closed = close_doors(connection)
        if closed:
            said.append(
                Sentence("{count} things closed that PostgreSQL leaves open to everybody", count=closed)
            )
    return said or [Sentence("everything was in place already")]


def _refuse_unfit(connection: Connection) -> None:
    version = connection.info.server_version
    if version < 150_000:
        raise WorldFault("PostgreSQL 15 or later is needed; this server is older.")
    if not is_patched(version):
        major, minor = divmod(version, 10_000)
        raise WorldFault(
            "PostgreSQL {found} has known security holes; install {major}.{floor} or later, then try again.",
            found=f"{major}.{minor}",
            major=major,
            floor=PATCH_FLOOR[major],
        )
    demand_superuser(connection)
    row = connection.execute("SELECT current_setting('server_encoding'), pg_is_in_recovery()").fetchone()
    if row and row[1]:
        raise WorldFault("This server is a standby; name the primary.")
    if row and row[0] != "UTF8":
        raise BadInput(
            "The database holds no Hindi; make one by: createdb --encoding UTF8 --template template0 NAME"
        )


def _refuse_name(room_name: str) -> None:
    if not room_name.strip() or len(room_name) > 60 or not room_name.isprintable():
        raise BadInput("The name of a room is 1 to 60 signs; give it another.")


def make_roles(connection: Connection) -> None:
    """The house's own roles; nobody logs in as one of them."""
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


def _run_step(connection: Connection, number: int, scripts: Sequence[str]) -> None:
    for name in scripts:
        connection.execute(_script(name))
    connection.execute(
        "INSERT INTO log.migrations (version, oldest_program, applied_at) VALUES (%s, %s, %s)",
        (number, OLDEST_PROGRAM, time.time_ns() // 1000),
    )


def _script(name: str) -> bytes:
    """The text of a step: in the program's own folder, or, by a whole path, elsewhere."""
    return (Path(resources_dir()) / "server" / name).read_bytes()


def _write_rights(connection: Connection) -> None:
    """The kinds and who may append and read them, as this version has them; what a newer one added stays."""
    everyone = {"kinds": list(KINDS), "roles": list(ROLES)}
    connection.execute(
        "DELETE FROM log.writers WHERE kind = ANY (%(kinds)s) AND role = ANY (%(roles)s)", everyone
    )
    connection.execute("DELETE FROM log.readers WHERE role = ANY (%(roles)s)", everyone)
    with connection.cursor() as cursor:
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


def _set_standbys(connection: Connection, name: str, standbys: int | None) -> list[Sentence]:
    if standbys is None:
        return []
    changed = connection.execute(
        "UPDATE log.rooms SET standbys = %s WHERE name = %s AND standbys <> %s", (standbys, name, standbys)
    )
    told = Sentence("room {room}: an event is safe when {count} standbys have it", room=name, count=standbys)
    return [told] if changed.rowcount else []


def _set_files(connection: Connection, name: str, gib_a_day: int | None) -> list[Sentence]:
    if gib_a_day is None:
        return []
    changed = connection.execute(
        "UPDATE log.rooms SET file_bytes_a_day = %(most)s"
        " WHERE name = %(name)s AND file_bytes_a_day <> %(most)s",
        {"most": gib_a_day << 30, "name": name},
    )
    told = Sentence("room {room}: each login may keep {count} GiB of mails a day", room=name, count=gib_a_day)
    return [told] if changed.rowcount else []


def room_of(connection: Connection, name: str | None = None) -> UUID:
    """The room of this name, or the only one there is."""
    rows: Sequence[tuple[UUID, str]] = connection.execute("SELECT room, name FROM log.rooms").fetchall()
    fitting = [room for room, known in rows if name is None or known == name]
    if len(fitting) != 1:
        raise BadInput(
            "Say which room is meant: --room NAME, one of {names}.", names=", ".join(n for _, n in rows)
        )
    return fitting[0]

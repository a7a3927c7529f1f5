"""Who may sign in: one login a person, in one group; the password never reaches the server in the clear."""

import re
import time
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import psycopg
from psycopg import sql

from controlroom.casework.room.sharing import Account
from controlroom.errors import BadInput
from controlroom.sync.connection import Connection, open_connection
from controlroom.sync.faults import plain_fault
from controlroom.sync.server.rights import ROLE_WORDS, ROLES, word_of
from controlroom.sync.server.setup import room_of

PROJECTOR: Final = "projector"  # the login of `server run`; no person, in no room
SESSIONS: Final = 20  # windows, words and loops of one person at once, on two machines
SETTINGS: Final = (
    ("statement_timeout", "60s"),
    ("lock_timeout", "15s"),
    ("idle_in_transaction_session_timeout", "10s"),
    ("temp_file_limit", "256MB"),  # a sort of millions of rows does not fill the disk; nobody may lift it
    ("synchronous_commit", "local"),  # a standby that is away never holds up a desk
    ("log_parameter_max_length", "0"),
    ("log_parameter_max_length_on_error", "0"),
    ("log_error_verbosity", "terse"),
    ("log_min_error_statement", "panic"),
    ("log_statement", "none"),
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,62}")
_KEPT = re.compile(r"(pg_|cr_|g_)|(public|none|all)$", re.IGNORECASE)
_SHORTEST = 8
_KINDS_OF_SIGN = 4


@dataclass(frozen=True)
class Added:
    """What came of it."""

    login: str
    role: str
    room: str | None
    state: str  # "added" or "changed"


def add_login(
    connection: Connection, login: str, *, role: str, password: str, room_name: str | None = None
) -> Added:
    """Make the login, or give a known one this role and password and let it in again. Raises BadInput."""
    role = _known_role(role)
    _demand_name(login)
    _demand_password(login, password)
    room = None if role == PROJECTOR else room_of(connection, room_name)
    is_known = _is_ours(connection, login)
    with connection.transaction():
        _keep_out_of_log(connection)
        _write_role(connection, login, password, is_known=is_known)
        _put_in_group(connection, login, "cr_projector" if role == PROJECTOR else f"g_{role}")
        if room is None:
            connection.execute("DELETE FROM people.logins WHERE login = %s", (login,))
        else:
            _write_person(connection, login, room)
    if is_known:
        end_sessions(connection, login)
    return Added(login, word_of(role), _name_of(connection, room), "changed" if is_known else "added")


def disable_login(connection: Connection, login: str) -> int:
    """Takes the right to log in and ends the sessions; gives how many there were. Raises BadInput."""
    if not _is_ours(connection, login):
        raise BadInput("There is no login {name} here; controlroom server roles lists them.", name=login)
    with connection.transaction():
        connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))
        connection.execute(
            "UPDATE people.logins SET disabled_at = %s WHERE login = %s AND disabled_at IS NULL",
            (time.time_ns() // 1000, login),
        )
    return end_sessions(connection, login)


def disable_from_desk(account: Account, password: str | None, login: str) -> int:
    """The same from an administrator's own desk: the login may still log in, and is shown nothing.

    Gives how many sessions were ended. Raises WorldFault where this login is no administrator.
    """
    try:
        with open_connection(
            account.dsn,
            user=account.login,
            password=password,
            plain_loopback=account.plain_loopback,
            target_session_attrs="read-write",
        ) as connection:
            row = connection.execute("SELECT api.disable(%s)", (login,)).fetchone()
    except psycopg.errors.InvalidParameterValue as fault:
        raise BadInput("There is no login {name} in this room, or it is out already.", name=login) from fault
    except psycopg.Error as fault:
        raise plain_fault(fault, {"user": account.login}) from fault
    return int(row[0]) if row else 0


def end_sessions(connection: Connection, login: str) -> int:
    """Ends every session of this login; gives how many there were."""
    row = connection.execute(
        "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = %s",
        (login,),
    ).fetchone()
    return int(row[0]) if row else 0


@dataclass(frozen=True)
class Person:
    """One login, as `server roles` prints it."""

    login: str
    role: str
    room: str | None
    is_disabled: bool


def list_people(connection: Connection) -> list[Person]:
    """Every login of the control room by name, that of `server run` too."""
    rows = connection.execute(
        "SELECT r.rolname, coalesce((SELECT string_agg(regexp_replace(g.rolname, '^(g|cr)_', ''), ' ')"
        "   FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid), ''),"
        " o.name, NOT r.rolcanlogin OR l.disabled_at IS NOT NULL"
        " FROM pg_roles r LEFT JOIN people.logins l ON l.login = r.rolname"
        " LEFT JOIN log.rooms o ON o.room = l.room"
        " WHERE l.login IS NOT NULL OR EXISTS (SELECT 1 FROM pg_auth_members m"
        "   WHERE m.member = r.oid AND m.roleid = 'cr_projector'::regrole) ORDER BY 1"
    ).fetchall()
    return [Person(login, role, room, is_disabled) for login, role, room, is_disabled in rows]


def _known_role(word: str) -> str:
    role = ROLE_WORDS.get(word, word)
    if role not in (*ROLES, PROJECTOR):
        known = ", ".join(map(word_of, ROLES))
        raise BadInput("There is no role {role}; take one of {roles}.", role=word, roles=known)
    return role


def _demand_name(login: str) -> None:
    if not _NAME.fullmatch(login) or _KEPT.match(login):
        raise BadInput(
            "A login is 1 to 63 letters, digits, dots, dashes and underscores, begins with a letter,"
            " and not with pg_, cr_ or g_; take another name."
        )


def _demand_password(login: str, password: str) -> None:
    if not password:
        raise BadInput("The password is empty; give one of {length} signs or more.", length=_SHORTEST)
    if len(password) < _SHORTEST or len(set(password)) < _KINDS_OF_SIGN or login.lower() == password.lower():
        raise BadInput(
            "That password is too easy to guess; take {length} signs or more, not the login.",
            length=_SHORTEST,
        )
    if any(ord(sign) < 0x20 for sign in password):
        raise BadInput("The password holds a sign that nobody can type; take another.")


def _is_ours(connection: Connection, login: str) -> bool:
    """Whether we made this login; one that somebody else made is never taken over."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM people.logins WHERE login = %s) OR EXISTS ("
        "  SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
        "  WHERE m.member = r.oid AND g.rolname ~ '^(g_|cr_projector$)'),"
        " r.rolsuper FROM pg_roles r WHERE r.rolname = %s",
        (login, login),
    ).fetchone()
    if row is None:
        return False
    if not row[0] or row[1]:
        raise BadInput("{name} is an account of the server itself; take another name.", name=login)
    return True


def _keep_out_of_log(connection: Connection) -> None:
    """The statement holds the verifier: not into the server's log, not even when it fails."""
    for name, value in (("log_statement", "none"), ("log_min_error_statement", "panic")):
        connection.execute("SELECT set_config(%s, %s, true)", (name, value))
    connection.execute("SELECT set_config('log_min_duration_statement', '-1', true)")


def _write_role(connection: Connection, login: str, password: str, *, is_known: bool) -> None:
    encoding = connection.info.encoding
    verifier = connection.pgconn.encrypt_password(
        password.encode(encoding), login.encode(encoding), b"scram-sha-256"
    ).decode("ascii")
    name = sql.Identifier(login)
    connection.execute(
        sql.SQL(
            "{verb} ROLE {name} LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
            " CONNECTION LIMIT {most} PASSWORD {verifier}"
        ).format(
            verb=sql.SQL("ALTER" if is_known else "CREATE"),
            name=name,
            most=sql.Literal(SESSIONS),
            verifier=sql.Literal(verifier),
        )
    )
    connection.execute(sql.SQL("ALTER ROLE {} RESET ALL").format(name))
    for setting, value in SETTINGS:
        connection.execute(
            sql.SQL("ALTER ROLE {} SET {} = {}").format(name, sql.Identifier(setting), sql.Literal(value))
        )


def _put_in_group(connection: Connection, login: str, group: str) -> None:
    rows = connection.execute(
        "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
        " JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = %s AND g.rolname <> %s",
        (login, group),
    ).fetchall()
    for (other,) in rows:
        connection.execute(sql.SQL("REVOKE {} FROM {}").format(sql.Identifier(other), sql.Identifier(login)))
    grant = sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), sql.Identifier(login))
    if connection.info.server_version >= 160_000:
        grant += sql.SQL(" WITH ADMIN FALSE, INHERIT TRUE, SET FALSE")
    connection.execute(grant)


def _write_person(connection: Connection, login: str, room: UUID) -> None:
    row = connection.execute("SELECT room FROM people.logins WHERE login = %s", (login,)).fetchone()
    if row and row[0] != room:
        raise BadInput("{name} belongs to another room; take another name for this one.", name=login)
    connection.execute(
        "INSERT INTO people.logins (login, room, added_at) VALUES (%s, %s, %s)"
        " ON CONFLICT (login) DO UPDATE SET disabled_at = NULL",
        (login, room, time.time_ns() // 1000),
    )


def _name_of(connection: Connection, room: UUID | None) -> str | None:
    row = connection.execute("SELECT name FROM log.rooms WHERE room = %s", (room,)).fetchone()
    return str(row[0]) if row else None

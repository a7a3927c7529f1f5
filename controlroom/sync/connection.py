"""Connections to the shared database: what a DSN must be, and each way it can fail as one plain sentence."""

import ipaddress
from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import conninfo
from psycopg.abc import RV, PQGen
from psycopg.waiting import wait

from controlroom.errors import BadInput, ControlRoomError, WorldFault

CONNECT_S = 5
CALL_S = 4.0  # a call without an answer for so long is a broken connection
_KEEPALIVE = {"keepalives": 1, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}
_NO_SECRETS = ("password", "passfile", "sslpassword", "service")


class Connection(psycopg.Connection[tuple[Any, ...]]):
    """One whose every call has a deadline of this side too: a network that hangs says nothing."""

    deadline_s: float | None = None

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        try:
            return wait(gen, self.pgconn.socket, interval, self.deadline_s if timeout is None else timeout)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
                self.pgconn.finish()  # what comes later would be taken for the answer to another question
            raise


def parts_of(dsn: str) -> dict[str, str]:
    """The parts of a DSN, written as a URL or as words. Raises BadInput."""
    try:
        return {
            name: str(value) for name, value in conninfo.conninfo_to_dict(dsn).items() if value is not None
        }
    except psycopg.Error as wrong:
        raise BadInput(
            "That is not the address of a database; write it like"
            " postgresql://db1.example,db2.example/controlroom?sslrootcert=ca.pem"
        ) from wrong


def without_password(dsn: str) -> str:
    """The DSN as it may be written down."""
    parts = parts_of(dsn)
    return conninfo.make_conninfo("", **{name: parts[name] for name in parts if name not in _NO_SECRETS})


def hosts_of(parts: Mapping[str, str]) -> list[str]:
    """The hosts, in the order given; a path is a Unix socket, and so is none at all."""
    return (parts.get("hostaddr") or parts.get("host") or "/").split(",")


def is_loopback(host: str) -> bool:
    """A Unix socket or an address of this machine."""
    if host.startswith(("/", "@")) or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def safe_parts(dsn: str, *, plain_loopback: bool) -> dict[str, Any]:
    """The DSN's parts with TLS verified in full, unless every host is this machine and plain was allowed."""
    parts: dict[str, Any] = parts_of(dsn)
    hosts = hosts_of(parts)
    parts |= {"connect_timeout": CONNECT_S, "application_name": "controlroom", **_KEEPALIVE}
    if plain_loopback and all(is_loopback(host) for host in hosts):
        parts.setdefault("sslmode", "prefer" if not all(h.startswith("/") for h in hosts) else "disable")
        return parts
    if all(host.startswith(("/", "@")) for host in hosts):
        raise BadInput(
            "A Unix socket has no TLS; add --allow-plain-loopback when the database is meant to be on this"
            " machine."
        )
    return parts | {
        "sslmode": "verify-full",
        "sslrootcert": parts.get("sslrootcert", "system"),
        "require_auth": "scram-sha-256",
        "channel_binding": "require",
        "gssencmode": "disable",
    }


def open_connection(
    dsn: str, *, user: str = "", password: str | None = None, plain_loopback: bool = False, **more: Any
) -> Connection:
    """A connection in autocommit. Raises WorldFault or BadInput, each one plain sentence."""
    parts = safe_parts(dsn, plain_loopback=plain_loopback) | more
    if user:
        parts["user"] = user
    if password is not None:
        parts["password"] = password
    try:
        return Connection.connect(autocommit=True, **parts)
    except psycopg.Error as fault:
        raise plain_fault(fault, parts) from fault


SIGNED_OUT = "Nobody is signed in at this desk; type your password to share again."
_NO_ROOM_YET = (
    "This database holds no control room yet; the administrator makes it by: controlroom server init"
)
_OTHER_SHAPE = (
    "This database holds no control room of this version; the administrator runs: controlroom server init"
)
_BY_STATE: Mapping[str, str] = {
    "28P01": "The database refuses the name {user} with this password; type both again.",
    "53300": (
        "The database takes no more connections of {user}; close another window, or tell the administrator."
    ),
    "57P03": "The database is starting up or shutting down; it is tried again by itself.",
    "3D000": "There is no such database on the server; look at the end of its address.",
    "42501": "The login {user} may not do this; ask the administrator.",
    "3F000": _NO_ROOM_YET,
    "42883": _OTHER_SHAPE,
    "42P01": _OTHER_SHAPE,
    "53100": (
        "The disk of the database is full; tell the administrator. Everything typed is kept on this desk."
    ),
    "55P03": "The database is busy; it is tried again by itself.",
    "57014": "The database took too long; it is tried again by itself.",
    "57P01": "The connection to the database was ended by its administrator.",
    "25006": "This server is a standby and takes no writing; name all servers in the address.",
    "CR001": "This desk is registered to another login; sign in as that person, or use another profile.",
    "CR002": (
        "Another copy of this desk's profile is in use; go on with that one, or connect this as a new desk."
    ),
}
_BY_WORDS: tuple[tuple[str, str], ...] = (
    ("password authentication failed", _BY_STATE["28P01"]),
    ("no password supplied", SIGNED_OUT),
    ("does not match host name", "The certificate of the database is for another host; check the address."),
    (
        "root certificate file",
        "The file with the certificate of the authority cannot be read; check sslrootcert.",
    ),
    (
        "certificate",
        "The certificate of the database is expired or not one we trust; check the dates and sslrootcert.",
    ),
    (
        "does not support SSL",
        "The database offers no TLS, so nothing was sent; the administrator must switch it on.",
    ),
    (
        "authentication method requirement",
        "The database does not ask for SCRAM, so nothing was sent; the administrator must set scram-sha-256.",
    ),
    (
        "channel binding",
        "The database does not offer channel binding, so nothing was sent; check that it uses TLS.",
    ),
    ("not permitted to log in", "The login {user} was disabled; ask the administrator."),
    (
        "no pg_hba.conf entry",
        "The database does not let {user} in from here; the administrator sets this in pg_hba.conf.",
    ),
    (
        "pg_hba.conf rejects",
        "The database does not let {user} in from here; the administrator sets this in pg_hba.conf.",
    ),
    ("session is not read-write", _BY_STATE["25006"]),
    ("starting up", _BY_STATE["57P03"]),
    ("shutting down", _BY_STATE["57P03"]),
    ("too many connections", _BY_STATE["53300"]),
    ("does not exist", "The database or the login {user} is not there; check the address and the name."),
    (
        "could not translate host name",
        "The name of the database's host is not known here; check the address.",
    ),
    ("failed to resolve host", "The name of the database's host is not known here; check the address."),
    ("timeout expired", "The database does not answer; everything goes on here and is sent later."),
    (
        "Connection refused",
        "The database is not running or not reachable; everything goes on here and is sent later.",
    ),
)
_UNKNOWN = (
    "The database gave an answer that this program does not know ({state}); everything goes on here."
    " Tell the administrator."
)
_AWAY = "The database cannot be reached; everything goes on here and is sent later."


def plain_fault(fault: psycopg.Error, parts: Mapping[str, Any]) -> ControlRoomError:
    """A fault of the driver as one plain sentence. Its own text may hold names and is not shown."""
    values = {"user": str(parts.get("user", ""))}
    state, said = fault.sqlstate or "", str(fault)
    template = _BY_STATE.get(state) or next((told for words, told in _BY_WORDS if words in said), "")
    if state == "28P01" or "password authentication failed" in said:
        return BadInput(template, **values)
    if state and state not in _BY_STATE:
        return WorldFault(_UNKNOWN, state=state)
    return WorldFault(template or _AWAY, **(values if "{user}" in template else {}))

"""Connections to the shared database: what a DSN must be, and how it is opened."""

import ipaddress
from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import conninfo
from psycopg.abc import RV, PQGen
from psycopg.waiting import wait

from controlroom.errors import BadInput
from controlroom.sync.faults import plain_fault

CONNECT_S = 5
CALL_S = 4.0  # a call without an answer for so long is a broken connection
_KEEPALIVE = {"keepalives": 1, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}
_NO_SECRETS = ("password", "passfile", "sslpassword", "service")
_NEVER = ("service", "sslkeylogfile")  # another address behind this one; the keys of the line in a file
# What the address leaves open is not taken from the environment, which could name another host.
_NOT_FROM_OUTSIDE = {"host": "", "hostaddr": ""}


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
    parts: dict[str, Any] = _NOT_FROM_OUTSIDE | parts_of(dsn)
    for name in _NEVER:
        if name in parts:
            raise BadInput("{name} has no place in the address of the database; leave it out.", name=name)
    hosts = hosts_of(parts)
    parts |= {"connect_timeout": CONNECT_S, "application_name": "controlroom", **_KEEPALIVE}
    parts["client_encoding"] = "utf8"
    if plain_loopback and all(is_loopback(host) for host in hosts):
        parts.setdefault("sslmode", "prefer" if not all(h.startswith("/") for h in hosts) else "disable")
        return parts | {"require_auth": "scram-sha-256,none"}  # no password that anybody could read
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
        "ssl_min_protocol_version": "TLSv1.2",
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

"""The administrator's connection: a superuser's, with each fault of the world as one plain sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from controlroom.errors import BadInput
from controlroom.sync.connection import Connection, open_connection, parts_of
from controlroom.sync.faults import plain_fault

_NOT_OURS = frozenset({"42501", "3F000", "42P01", "42883", "25006"})  # and whatever is operational


@contextmanager
def administrator(dsn: str | None, *, plain_loopback: bool) -> Iterator[Connection]:
    """Closed at the end. Raises BadInput where the login is not a superuser of the server."""
    if not dsn:
        raise BadInput("Say which database is meant: --dsn DSN.")
    try:
        with open_connection(dsn, plain_loopback=plain_loopback) as connection:
            demand_superuser(connection)
            yield connection
    except psycopg.Error as fault:
        if isinstance(fault, psycopg.OperationalError) or fault.sqlstate in _NOT_OURS:
            raise plain_fault(fault, parts_of(dsn)) from fault
        raise


def demand_superuser(connection: Connection) -> None:
    """Only a superuser may make roles with settings of the log, and see what the check looks at."""
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if not row or not row[0]:
        raise BadInput("This must be run as the superuser of the database server, from its own socket.")

"""What PostgreSQL opens to everybody by default, found and closed; and what must stand in its own files."""

from collections.abc import Sequence
from typing import Final

from psycopg import sql

from controlroom.sync.connection import Connection
from controlroom.sync.server.rights import ROLES

# Large objects are a table that everybody may write; advisory locks let one login stop the others' programs;
# pg_logical_emit_message fills the write-ahead log. Databases, schemas and languages need no word.
_OPEN: Final = """
SELECT 'DATABASE ' || quote_ident(d.datname), lower(x.privilege_type) || ' on database ' || d.datname
FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS x
WHERE x.grantee = 0 AND d.datallowconn
UNION
SELECT 'SCHEMA ' || quote_ident(n.nspname), lower(x.privilege_type) || ' on schema ' || n.nspname
FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) AS x
WHERE x.grantee = 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION
SELECT 'LANGUAGE ' || quote_ident(l.lanname), 'language ' || l.lanname
FROM pg_language l, aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) AS x
WHERE x.grantee = 0 AND l.lanpltrusted
UNION
SELECT 'FUNCTION pg_catalog.' || p.oid::regprocedure, 'function ' || p.oid::regprocedure
FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS x
WHERE x.grantee = 0 AND p.pronamespace = 'pg_catalog'::regnamespace
  AND p.proname ~ '^(lo_|loread$|lowrite$|pg_(try_)?advisory_|pg_logical_emit_message$)'
"""
_GROUPS: Final = (*(f"g_{role}" for role in ROLES), "cr_projector")

LOG_SETTINGS: Final = (
    "password_encryption = scram-sha-256",
    "log_parameter_max_length = 0",
    "log_parameter_max_length_on_error = 0",
    "log_error_verbosity = terse",
    "log_statement = none",
    "max_prepared_transactions = 0",
)


def standing_open(connection: Connection) -> list[str]:
    """What everybody may do by a default grant, in words."""
    return sorted(told for _, told in connection.execute(_OPEN).fetchall())


def close_doors(connection: Connection) -> int:
    """Nobody gets in by a default grant; the groups may connect to this database only. How many were open."""
    things = {thing for thing, _ in connection.execute(_OPEN).fetchall()}
    for thing in sorted(things):
        connection.execute(f"REVOKE ALL ON {thing} FROM PUBLIC".encode())
    connection.execute(
        sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
            sql.Identifier(connection.info.dbname), sql.SQL(", ").join(map(sql.Identifier, _GROUPS))
        )
    )
    for role in ("cr_owner", "cr_exec"):
        connection.execute(
            sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC").format(
                sql.Identifier(role)
            )
        )
    return len(things)


def hba_lines(dbname: str) -> Sequence[str]:
    """The whole of pg_hba.conf: what is not in it does not get in."""
    quoted = f'"{dbname}"' if not dbname.isidentifier() or not dbname.islower() else dbname
    return (
        "local    all          postgres             peer",
        f"hostssl  {quoted:<12} all       samenet   scram-sha-256",
        "# or, for samenet, the network of the desks: 10.20.0.0/16",
        "# a standby: hostssl  replication  replicator  ADDRESS/32  scram-sha-256",
        "host     all          all       all       reject",
        "host     replication  all       all       reject",
    )


def tls_lines() -> Sequence[str]:
    """What must stand in postgresql.conf."""
    return (
        "ssl = on",
        "ssl_cert_file = 'server.crt'",
        "ssl_key_file = 'server.key'",
        "ssl_min_protocol_version = 'TLSv1.2'",
        *LOG_SETTINGS,
    )

"""`server check`: is the shared database what it must be? What is, and what to do about it."""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from controlroom.domain.events import KINDS
from controlroom.errors import Sentence
from controlroom.sync.connection import Connection
from controlroom.sync.server.doors import standing_open
from controlroom.sync.server.matrix import differences
from controlroom.sync.server.setup import PATCH_FLOOR, SHAPE, is_patched

OK, WARN, BAD = "ok", "warn", "bad"
_SKEW_S = 2.0
IDLE_S = 60
_BEHIND = 1_000
_INIT = Sentence("Run: controlroom server init --dsn DSN --room NAME")
_BEHIND_BYTES = 64 * 1024 * 1024


class Finding(NamedTuple):
    """`state` is "ok", "warn" or "bad"; `do` is empty where nothing need be done."""

    what: str
    state: str = OK
    do: str = ""


def check(connection: Connection) -> list[Finding]:
    """Everything, in the order in which it is best mended. The connection is a superuser's."""
    findings = [*_version(connection), *_shape(connection)]
    if any(finding.state == BAD for finding in findings[1:]):
        return findings  # there is no room to look into
    return findings + [finding for look in _LOOKS for finding in look(connection)]


def _rows(connection: Connection, query: str) -> list[tuple[object, ...]]:
    return list(connection.execute(query.encode()).fetchall())


def _setting(connection: Connection, name: str) -> str:
    row = connection.execute(
        "SELECT coalesce((SELECT reset_val FROM pg_settings WHERE name = %s), '')", (name,)
    ).fetchone()
    return str(row[0]) if row else ""


def _version(connection: Connection) -> Iterator[Finding]:
    major, minor = divmod(connection.info.server_version, 10_000)
    if is_patched(connection.info.server_version) and major >= min(PATCH_FLOOR):
        yield Finding(Sentence("PostgreSQL {version}", version=f"{major}.{minor}"))
        return
    what = Sentence("PostgreSQL {version} has known security holes", version=f"{major}.{minor}")
    if major in PATCH_FLOOR:
        do = Sentence("Install {version}.", version=f"{major}.{PATCH_FLOOR[major]}")
    else:
        do = Sentence("Install {version} or later.", version=min(PATCH_FLOOR))
    yield Finding(what, BAD, do)


def _shape(connection: Connection) -> Iterator[Finding]:
    row = connection.execute("SELECT to_regclass('log.migrations')").fetchone()
    if not row or row[0] is None:
        yield Finding(Sentence("this database holds no control room"), BAD, _INIT)
        return
    row = connection.execute("SELECT coalesce(max(version), 0) FROM log.migrations").fetchone()
    shape = int(row[0]) if row else 0
    if shape == SHAPE:
        yield Finding(Sentence("the schema has shape {shape}", shape=shape))
    elif shape < SHAPE:
        what = Sentence("the schema has shape {shape}, this program brings {newer}", shape=shape, newer=SHAPE)
        yield Finding(what, BAD, _INIT)
    else:
        what = Sentence("the schema has the newer shape {shape}", shape=shape)
        yield Finding(what, BAD, Sentence("Use the newer program that made it."))


def _tls(connection: Connection) -> Iterator[Finding]:
    if _setting(connection, "ssl") != "on":
        do = Sentence("Set ssl = on with ssl_cert_file and ssl_key_file, then restart.")
        yield Finding(Sentence("TLS is off"), BAD, do)
        return
    least = _setting(connection, "ssl_min_protocol_version")
    if least not in ("TLSv1.2", "TLSv1.3"):
        what = Sentence("TLS as old as {version} is taken", version=least or "TLSv1")
        yield Finding(what, BAD, Sentence("Set ssl_min_protocol_version = 'TLSv1.2'."))
    if connection.pgconn.ssl_in_use:
        yield Finding(Sentence("TLS is on; this connection is checked in full"))
    else:
        yield Finding(Sentence("TLS is on; this connection is by the server's own socket"))
    plain = _rows(
        connection,
        "SELECT DISTINCT a.usename::text FROM pg_stat_activity a JOIN pg_stat_ssl s USING (pid)"
        " WHERE a.client_addr IS NOT NULL AND NOT s.ssl",
    )
    if plain:
        who = ", ".join(str(name) for (name,) in plain)
        what = Sentence("connected without TLS now: {who}", who=who)
        yield Finding(what, BAD, Sentence("Let pg_hba.conf hold only hostssl lines."))


def _hba(connection: Connection) -> Iterator[Finding]:
    rows = _rows(
        connection,
        "SELECT line_number, type, auth_method, error, array_to_string(database, ','),"
        " array_to_string(user_name, ','), coalesce(address, '') FROM pg_hba_file_rules ORDER BY line_number",
    )
    is_well, is_closed = True, False
    for line, kind, method, error, databases, users, address in rows:
        rule = f"{kind} {databases} {users} {address} {method}"
        told = Sentence("pg_hba.conf line {line} ({rule})", line=line, rule=rule)
        if error:
            is_well = False
            what = Sentence("pg_hba.conf line {line} is not understood: {fault}", line=line, fault=error)
            yield Finding(what, BAD, Sentence("Correct it, then reload."))
        elif method == "reject":
            is_closed |= kind == "host" and (databases, users, address) == ("all", "all", "all")
        elif kind == "local":
            if method == "trust":
                is_well = False
                what = Sentence("{line} lets anybody on this machine in", line=told)
                yield Finding(what, WARN, Sentence("Write peer instead of trust, or scram-sha-256."))
        elif kind != "hostssl" or method not in ("scram-sha-256", "cert"):
            is_well = False
            what = Sentence("{line} lets in without TLS and SCRAM", line=told)
            yield Finding(what, BAD, Sentence("Take the line out, then reload."))
    if is_well:
        yield Finding(Sentence("pg_hba.conf lets in by TLS with SCRAM only"))
    if not is_closed:
        what = Sentence("pg_hba.conf does not end with a reject")
        yield Finding(what, WARN, Sentence("Add last: host all all all reject"))


def _settings(connection: Connection) -> Iterator[Finding]:
    wrong = 0
    for name, fitting, state, why in _WANTED:
        value = _setting(connection, name)
        if value not in fitting:
            wrong += 1
            do = Sentence("Set {name} = {value}, then reload.", name=name, value=fitting[0])
            yield Finding(_unfit(name, value, why), state, do)
    if not wrong:
        yield Finding(Sentence("the settings of log, passwords and writing are as they must be"))
    if names := _setting(connection, "synchronous_standby_names"):
        yield Finding(
            Sentence(
                "synchronous_standby_names is {names}: without that standby every other commit hangs",
                names=names,
            ),
            WARN,
            Sentence(
                "Empty it; the room itself knows how many standbys there are (server init --standbys N)."
            ),
        )


def _unfit(name: str, value: str, why: Sentence) -> Sentence:
    if value:
        return Sentence("{name} is {value}: {why}", name=name, value=value, why=why)
    return Sentence("{name} is not set: {why}", name=name, why=why)


_WANTED: Final = (
    ("password_encryption", ("scram-sha-256",), BAD, Sentence("passwords would be kept in a weak form")),
    (
        "log_parameter_max_length_on_error",
        ("0",),
        BAD,
        Sentence("what people typed would stand in the server's log"),
    ),
    ("log_parameter_max_length", ("0",), WARN, Sentence("what people typed may stand in the server's log")),
    ("log_error_verbosity", ("terse",), WARN, Sentence("a failing row would stand in the server's log")),
    ("log_statement", ("none", "ddl"), WARN, Sentence("statements would stand in the server's log")),
    ("max_prepared_transactions", ("0",), BAD, Sentence("one login could hold up the room for ever")),
    ("fsync", ("on",), BAD, Sentence("a power cut loses what was said to be stored")),
    ("full_page_writes", ("on",), BAD, Sentence("a power cut can break the database")),
    (
        "synchronous_commit",
        ("on", "local", "remote_write", "remote_apply"),
        BAD,
        Sentence("a power cut loses events"),
    ),
    ("event_triggers", ("on", ""), BAD, Sentence("the guard against changes of the schema is off")),
    ("row_security", ("on",), WARN, Sentence("programs would be told errors instead of rows")),
)


def _doors(connection: Connection) -> Iterator[Finding]:
    opened = standing_open(connection)
    if opened:
        what = Sentence("open to everybody by default: {things}", things=_some(opened, "; "))
        yield Finding(what, BAD, Sentence("Run controlroom server init again."))
    else:
        yield Finding(Sentence("nothing is open to everybody by default"))


def _some(things: Sequence[str], between: str) -> str | Sentence:
    """The first of them, and how many more there are."""
    first = between.join(things[:5])
    if len(things) <= 5:
        return first
    return Sentence("{first} and {count} more", first=first, count=len(things) - 5)


def _rights(connection: Connection) -> Iterator[Finding]:
    unknown = _unknown_kinds(connection)
    if unknown:
        what = Sentence(
            "an older program set this up, it does not know the events {kinds}", kinds=_some(unknown, ", ")
        )
        yield Finding(what, BAD, _INIT)
    found = [line for line in differences(connection) if not _is_about(line, unknown)]
    for line in found[:20]:
        if line.startswith("-"):
            what = Sentence("rights: '{line}' is missing", line=line[2:])
        else:
            what = Sentence("rights: '{line}' should not be there", line=line[2:])
        yield Finding(what, BAD, Sentence("Find out who changed it, then put it back."))
    if not found:
        yield Finding(Sentence("every right, policy and trigger is as this version has it"))


def _unknown_kinds(connection: Connection) -> list[str]:
    """Kinds of this program that came after the last `server init`."""
    known = {kind for (kind,) in _rows(connection, "SELECT kind FROM log.kinds")}
    return sorted(KINDS.keys() - known)


def _is_about(line: str, kinds: Collection[str]) -> bool:
    """Whether this line is missing because the database does not know the kind yet."""
    words = line.split()
    return words[0] == "-" and any(word == "kind" and kind in kinds for word, kind in pairwise(words))


def _logins(connection: Connection) -> Iterator[Finding]:
    rows = _rows(
        connection,
        "SELECT r.rolname::text, NOT r.rolcanlogin OR coalesce(r.rolpassword LIKE 'SCRAM-SHA-256$%', false),"
        " r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls,"
        " (SELECT count(*) FROM pg_auth_members m WHERE m.member = r.oid),"
        " EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.roleid = r.oid), r.rolconnlimit,"
        " l.disabled_at IS NOT NULL AND r.rolcanlogin"
        " FROM pg_authid r JOIN people.logins l ON l.login = r.rolname ORDER BY 1",
    )
    wrong = 0
    for name, is_scram, is_mighty, groups, has_members, most, is_half_out in rows:
        again = Sentence("Run controlroom server adduser {name} again.", name=name)
        part = Sentence('REVOKE "{name}" from them.', name=name)
        out = Sentence("Run controlroom server disable {name}", name=name)
        in_many = Sentence("is in {count} groups instead of one", count=groups)
        faults = [
            (not is_scram, BAD, Sentence("has no SCRAM password"), again),
            (is_mighty, BAD, Sentence("has rights of the whole server"), again),
            (groups != 1 and not is_half_out, BAD, in_many, again),
            (has_members, BAD, Sentence("has members of its own"), part),
            (most == -1, WARN, Sentence("has no limit of connections"), again),
            (is_half_out, WARN, Sentence("is disabled, but may still log in"), out),
        ]
        for is_so, state, told, do in faults:
            if is_so:
                wrong += 1
                yield Finding(Sentence("the login {name} {fault}", name=name, fault=told), state, do)
    if not wrong:
        yield Finding(Sentence("{count} logins, each in one group, with a SCRAM password", count=len(rows)))


def _standbys(connection: Connection) -> Iterator[Finding]:
    rooms = _rows(connection, "SELECT name, standbys FROM log.rooms ORDER BY name")
    rows = _rows(
        connection,
        "SELECT application_name, coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn), 0)::bigint"
        " FROM pg_stat_replication WHERE state = 'streaming' AND flush_lsn IS NOT NULL",
    )
    for room, wanted in rooms:
        assert isinstance(wanted, int)
        told = Sentence(
            "room {room}: {wanted} standbys wanted, {count} stream", room=room, wanted=wanted, count=len(rows)
        )
        if len(rows) < wanted:
            do = Sentence("Start the standby, or say how many there are: server init --standbys N")
            yield Finding(told, BAD, do)
        else:
            yield Finding(told)
    for name, behind in rows:
        assert isinstance(behind, int)
        if behind > _BEHIND_BYTES:
            what = Sentence("standby {name} is {count} MB behind", name=name, count=behind // 1_000_000)
            yield Finding(what, WARN, Sentence("Look at its disk and network."))


def _projector(connection: Connection) -> Iterator[Finding]:
    rows = _rows(
        connection,
        "SELECT r.name, h.last_seq, c.seq FROM log.rooms r JOIN log.heads h USING (room)"
        " LEFT JOIN work.cursors c ON c.room = r.room AND c.name = 'projector' ORDER BY 1",
    )
    for room, last, seq in rows:
        assert isinstance(last, int)
        if seq is None:
            if last:
                what = Sentence("room {room}: no projector ever ran", room=room)
                yield Finding(what, WARN, Sentence("Run controlroom server run; desks poll without it."))
            continue
        assert isinstance(seq, int)
        what = Sentence("room {room}: the projector is {count} events behind", room=room, count=last - seq)
        if last - seq > _BEHIND:
            yield Finding(what, WARN, Sentence("Is server run there?"))
        else:
            yield Finding(what)


def _idle(connection: Connection) -> Iterator[Finding]:
    rows = _rows(
        connection,
        "SELECT usename::text, pid, extract(epoch FROM clock_timestamp() - state_change)::int"
        " FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'",
    )
    for name, pid, seconds in rows:
        assert isinstance(seconds, int)
        if seconds < IDLE_S:
            continue
        yield Finding(
            Sentence("{name} holds a transaction open for {count} s", name=name, count=seconds),
            WARN,
            Sentence("SELECT pg_terminate_backend({pid}); is server run there?", pid=pid),
        )


def _clock(connection: Connection) -> Iterator[Finding]:
    before = time.time()
    row = connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8").fetchone()
    skew = abs(float(row[0]) - (before + time.time()) / 2) if row else 0.0
    if skew > _SKEW_S:
        what = Sentence("the clocks of server and this machine differ by {count} s", count=f"{skew:.1f}")
        yield Finding(what, WARN, Sentence("Set up NTP on both."))


_LOOKS: Final[tuple[Callable[[Connection], Iterator[Finding]], ...]] = (
    _tls,
    _hba,
    _settings,
    _doors,
    _rights,
    _logins,
    _standbys,
    _projector,
    _idle,
    _clock,
)

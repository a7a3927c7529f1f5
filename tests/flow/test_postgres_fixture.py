"""The server that the tests of the shared database trust: TLS only, a standby, and every way to lose them."""

import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from postgres import Database, Pair, Postgres, joint_dsn
from postgres_cluster import Options
from postgres_processes import processes_of
from postgres_proxy import Proxy

PASSWORD = "river: lamp/42@"


@pytest.fixture
def room(database: Database) -> Database:
    """A database that `asha` may use, with a table of hers."""
    database.query(f"CREATE ROLE asha LOGIN PASSWORD '{PASSWORD}'")
    database.query("CREATE TABLE notes (text text)")
    database.query("GRANT ALL ON notes TO asha")
    return database


@pytest.fixture
def proxy(postgres_server: Postgres) -> Iterator[Proxy]:
    with Proxy(postgres_server.port) as made:
        yield made


def by_proxy(proxy: Proxy, room: Database) -> psycopg.Connection:
    dsn = joint_dsn(room.server, ports=[proxy.port], dbname=room.name, user="asha", password=PASSWORD)
    return psycopg.connect(dsn, autocommit=True, connect_timeout=30)


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def ask(connection: psycopg.Connection, statement: str = "SELECT 1") -> None:
    """Without waiting for the answer."""
    connection.pgconn.send_query(statement.encode())
    connection.pgconn.flush()


def is_answered(connection: psycopg.Connection) -> bool:
    connection.pgconn.consume_input()
    return not connection.pgconn.is_busy()


def stays_silent(connection: psycopg.Connection) -> bool:
    ready, _, _ = select.select([connection.fileno()], [], [], 0.3)
    return not ready


# --- who gets in ---


def test_that_a_login_is_encrypted_and_checked(room: Database) -> None:
    with psycopg.connect(room.dsn("asha", PASSWORD)) as connection:
        said = connection.execute(
            "SELECT session_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).fetchone()
    assert said == ("asha", True)


def test_that_a_login_in_the_clear_is_refused(room: Database) -> None:
    with pytest.raises(psycopg.OperationalError, match=r"pg_hba\.conf rejects"):
        psycopg.connect(room.dsn("asha", PASSWORD, tls=False))


def test_that_a_wrong_password_and_the_superuser_are_refused(room: Database) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(room.dsn("asha", "guess"))
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(room.dsn("postgres", "guess"))


def test_that_bad_certificates_are_seen_and_plain_loopback_is_a_choice() -> None:
    server = Postgres(Options(certificate="expired", plain_loopback=True))
    try:
        server.start()
        server.query("CREATE ROLE asha LOGIN PASSWORD 'x'")
        untrusted = "certificate verify failed"  # libpq says no more than that
        for kind, fault in (
            ("expired", untrusted),
            ("self-signed", untrusted),
            ("wrong-name", "does not match"),
        ):
            server.use_certificate(kind)
            with pytest.raises(psycopg.OperationalError, match=fault):
                psycopg.connect(server.dsn(user="asha", password="x"))
        server.use_certificate("good")
        psycopg.connect(server.dsn(user="asha", password="x")).close()
        psycopg.connect(server.dsn(user="asha", password="x", tls=False)).close()
        assert server.query("SHOW fsync") == [("off",)]
    finally:
        server.remove()


def test_that_psql_answers_up_to_its_first_error(room: Database) -> None:
    script = "SELECT current_user;\nSELECT 1/0;\nSELECT 'not reached';"
    said = room.psql(script, user="asha", password=PASSWORD)
    assert (said.code, said.stdout) == (3, "asha\n")
    assert "division by zero" in said.stderr
    assert room.psql("SELECT 1", user="asha", password="guess").code == 2
    assert room.psql("SELECT current_user") == (0, "postgres\n", "")


# --- databases ---


def test_that_a_dropped_database_takes_its_roles_along(postgres_server: Postgres) -> None:
    first, other = postgres_server.new_database(), postgres_server.new_database()
    try:
        assert first.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]
        first.query("CREATE ROLE passing")
        other.query("CREATE ROLE staying")
        other.query("CREATE TABLE kept ()")
        other.query("GRANT SELECT ON kept TO staying")
        with psycopg.connect(first.admin_dsn):
            first.drop()
        roles = "SELECT rolname::text FROM pg_roles WHERE rolname IN ('passing', 'staying')"
        assert other.query(roles) == [("staying",)]
        assert other.query("SELECT 1 FROM pg_database WHERE datname = %s", first.name) == []
    finally:
        other.drop()
    assert postgres_server.query(roles) == []


# --- two servers ---


def test_that_a_standby_has_the_rows_takes_none_and_can_be_promoted(pair: Pair) -> None:
    pair.primary.query("CREATE TABLE notes AS SELECT 1 AS n")
    pair.primary.catch_up(pair.standby)
    assert pair.standby.query("SELECT n FROM notes") == [(1,)]
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        pair.standby.query("INSERT INTO notes VALUES (2)")
    pair.primary.kill()
    pair.standby.promote()
    pair.standby.query("INSERT INTO notes VALUES (2)")
    third = pair.standby.standby()
    assert third.query("SELECT n FROM notes ORDER BY n") == [(1,), (2,)]


def test_that_a_killed_primary_is_gone_and_its_rows_come_back(pair: Pair) -> None:
    pair.primary.query("CREATE ROLE asha LOGIN PASSWORD 'x'")
    pair.primary.query("CREATE TABLE notes AS SELECT 1 AS n")
    pair.primary.catch_up(pair.standby)
    both = joint_dsn(pair.primary, ports=[pair.primary.port, pair.standby.port], user="asha", password="x")
    pair.primary.kill()
    assert processes_of(pair.primary.folder) == []
    with pytest.raises(psycopg.OperationalError, match="refused"):
        psycopg.connect(pair.primary.dsn(user="asha", password="x"))
    with psycopg.connect(both) as connection:
        assert connection.info.port == pair.standby.port
    pair.primary.start()
    assert pair.primary.query("SELECT n FROM notes") == [(1,)]
    with psycopg.connect(both) as connection:
        assert connection.info.port == pair.primary.port


def test_that_a_standby_behind_a_cut_line_catches_up_later(pair: Pair) -> None:
    with Proxy(pair.primary.port) as line:
        far = pair.primary.standby(through=line.port)
        line.cut()
        pair.primary.query("CREATE TABLE notes AS SELECT 1 AS n")
        pair.primary.catch_up(pair.standby)
        assert far.query("SELECT to_regclass('notes')") == [(None,)]
        line.heal()
        pair.primary.catch_up(far)
        assert far.query("SELECT n FROM notes") == [(1,)]
        far.stop("immediate")  # else it would call the proxy that is gone


def test_that_a_paused_server_answers_when_it_is_resumed(pair: Pair) -> None:
    with closing(psycopg.connect(pair.primary.admin_dsn())) as connection:
        pair.primary.pause()
        ask(connection)
        assert stays_silent(connection)
        pair.primary.resume()
        wait_until(lambda: is_answered(connection))


# --- the line ---


def test_that_a_cut_line_breaks_and_refuses_until_it_is_healed(proxy: Proxy, room: Database) -> None:
    connection = by_proxy(proxy, room)
    proxy.cut()
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="refused"):
        by_proxy(proxy, room)
    proxy.heal()
    with by_proxy(proxy, room) as again:
        assert again.execute("SELECT 1").fetchone() == (1,)


def test_that_a_dropped_line_takes_the_next_call(proxy: Proxy, room: Database) -> None:
    connection = by_proxy(proxy, room)
    proxy.drop()
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    with by_proxy(proxy, room) as again:
        assert again.execute("SELECT 1").fetchone() == (1,)


def test_that_a_hanging_line_is_silent_and_then_goes_on(proxy: Proxy, room: Database) -> None:
    with closing(by_proxy(proxy, room)) as connection:
        proxy.hang()
        ask(connection)
        assert stays_silent(connection)
        proxy.heal()
        wait_until(lambda: is_answered(connection))


def test_that_a_commit_whose_answer_hangs_is_done_all_the_same(proxy: Proxy, room: Database) -> None:
    with closing(by_proxy(proxy, room)) as connection:
        proxy.hang_answers()
        ask(connection, "INSERT INTO notes VALUES ('kept')")
        wait_until(lambda: room.query("SELECT text FROM notes") == [("kept",)])
        assert stays_silent(connection)
        proxy.cut()
        with pytest.raises(psycopg.OperationalError):
            connection.pgconn.consume_input()


# --- the end ---

ORPHAN = """
import sys, time
sys.path[:0] = sys.argv[2:]
from postgres import Postgres
server = Postgres()
server.start()
standby = server.standby()
standby.kill() if sys.argv[1] == "killed" else standby.pause()
print(server.folder, standby.folder, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("state", ["paused", "killed"])
def test_that_nothing_is_left_when_the_tests_are_killed(state: str) -> None:
    tests = subprocess.Popen(
        [sys.executable, "-c", ORPHAN, state, *map(str, Path(__file__).parents[:2])],
        stdout=subprocess.PIPE,
        text=True,
    )
    with tests:
        assert tests.stdout is not None
        folders = [Path(name) for name in tests.stdout.readline().split()]
        assert [bool(processes_of(folder)) for folder in folders] == [True, state == "paused"]
        memory = shared_memory(folders)
        assert memory <= held_memory()
        tests.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(folder.exists() for folder in folders))
    assert not any(processes_of(folder) for folder in folders)
    assert not memory & held_memory()


def shared_memory(folders: list[Path]) -> set[str]:
    """The number of the segment that each server of these names in its lock file."""
    return {(folder / "data" / "postmaster.pid").read_text().splitlines()[6].split()[1] for folder in folders}


def held_memory() -> set[str]:
    lines = Path("/proc/sysvipc/shm").read_text().splitlines()[1:]
    return {line.split()[1] for line in lines}

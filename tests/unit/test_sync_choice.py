"""Which server a desk talks to, what a DSN must be, and how a fault is told: without any server."""

import socket
import struct
import threading
from contextlib import suppress

import psycopg
import pytest

from controlroom.casework.room.sharing import Memory
from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.sync.connection import open_connection, safe_parts, without_password
from controlroom.sync.faults import plain_fault
from controlroom.sync.hosts import Look, choose, each_host, warning_about
from controlroom.sync.joining import kept_dsn
from controlroom.sync.server.setup import SHAPE
from controlroom.sync.shared import Cluster

HERE = "postgresql://127.0.0.1:5432,127.0.0.1:5433/room"


def cluster(system: int = 7, timeline: int = 1, **more: object) -> Cluster:
    return Cluster(system, timeline, False, 150018, SHAPE, 1)._replace(**more)


def look(*given: int, **more: object) -> Look:
    return Look(None, cluster(*given, **more))


def test_that_the_primary_of_the_newest_time_line_is_taken() -> None:
    old, standby, new = look(7, 1), look(7, 2, is_standby=True), look(7, 2)
    assert choose([old, standby, new], Memory()) is new
    assert choose([old], Memory()) is old


@pytest.mark.parametrize(
    ("looks", "memory", "words"),
    [
        ([look(7, 1), look(7, 2, is_standby=True)], Memory(), "old primary"),
        ([look(7, 1)], Memory(7, 2), "old primary"),
        ([look(8, 5)], Memory(7, 2), "another database"),
        ([look(7, 2, is_standby=True)], Memory(7, 2), "Only a standby"),
        ([look(7, 2, oldest_program=SHAPE + 1)], Memory(), "newer version"),
        ([look(7, 2, shape=None)], Memory(), "no control room yet"),
        ([Look(None, None, WorldFault("gone"))], Memory(), "gone"),
        ([], Memory(), "does not answer"),
    ],
)
def test_that_a_server_that_will_not_do_is_refused_in_a_sentence(
    looks: list[Look], memory: Memory, words: str
) -> None:
    with pytest.raises(WorldFault, match=words):
        choose(looks, memory)


def test_that_another_cluster_beside_ours_is_not_looked_at() -> None:
    ours = look(7, 1)
    assert choose([look(8, 9), ours], Memory(7, 1)) is ours


def test_that_a_wrong_password_is_told_before_a_host_that_is_away() -> None:
    looks = [Look(None, None, WorldFault("away")), Look(None, None, BadInput("wrong"))]
    with pytest.raises(BadInput, match="wrong"):
        choose(looks, Memory())


def test_that_each_host_is_asked_at_its_own_port() -> None:
    assert each_host(HERE) == [
        {"host": "127.0.0.1", "port": "5432"},
        {"host": "127.0.0.1", "port": "5433"},
    ]
    assert each_host("host=a,b port=1 dbname=x") == [{"host": "a", "port": "1"}, {"host": "b", "port": "1"}]
    assert each_host("postgresql://one/room") == [{}]
    with pytest.raises(BadInput, match="2 hosts"):
        each_host("host=a,b port=1,2,3")


def test_that_tls_is_verified_in_full_unless_plain_was_allowed_on_this_machine() -> None:
    parts = safe_parts("postgresql://db.example/room?sslmode=disable", plain_loopback=True)
    assert (parts["sslmode"], parts["require_auth"]) == ("verify-full", "scram-sha-256")
    assert parts["channel_binding"] == "require"
    assert safe_parts(HERE, plain_loopback=False)["sslmode"] == "verify-full"
    assert safe_parts(f"{HERE}?sslmode=disable", plain_loopback=True)["sslmode"] == "disable"
    mixed = "host=127.0.0.1,db.example sslmode=disable"
    assert safe_parts(mixed, plain_loopback=True)["sslmode"] == "verify-full"
    with pytest.raises(BadInput, match="no TLS"):
        safe_parts("host=/run/postgresql", plain_loopback=False)


def test_that_no_password_is_written_down_and_files_are_found_from_everywhere() -> None:
    dsn = "postgresql://asha:secret@db.example/room?sslrootcert=ca.pem&sslpassword=secret"
    assert "secret" not in without_password(dsn)
    kept = kept_dsn(dsn)
    assert "secret" not in kept and "asha" not in kept
    assert "/ca.pem" in kept


def test_that_a_server_below_the_patch_floor_is_told() -> None:
    assert warning_about(cluster(version_num=150018)) is None
    told = warning_about(cluster(version_num=150017))
    assert told is not None and "PostgreSQL 15.17" in str(told) and "15.18" in str(told)


def test_that_a_fault_shows_nothing_that_the_driver_said() -> None:
    said = psycopg.OperationalError('no pg_hba.conf entry for host "10.9.8.7", user "asha"')
    told = plain_fault(said, {"user": "asha"})
    assert "10.9.8.7" not in str(told) and "asha" in str(told)
    strange = plain_fault(psycopg.errors.UndefinedColumn("column secret"), {})
    assert "42703" in str(strange) and "secret" not in str(strange)


class Stranger:
    """Listens where no database is, offers no TLS and asks for a password that anybody can read."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.2", 0))
        self.port = self._listener.getsockname()[1]
        self.heard = b""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                with line, suppress(OSError):
                    self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        while len(head := line.recv(8)) == 8:
            length, code = struct.unpack("!II", head)
            if code >> 16 == 1234:
                line.sendall(b"N")
                continue
            line.recv(length - 8)
            line.sendall(b"R" + struct.pack("!II", 8, 3))
            self.heard += line.recv(1000)
            return

    def close(self) -> None:
        self._listener.close()


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(
    ("dsn", "name"),
    [
        ("dbname=room", "PGHOST"),
        ("dbname=room", "PGHOSTADDR"),
        ("host=localhost dbname=room", "PGHOSTADDR"),
        ("host=localhost dbname=room", "PGSSLMODE"),
        ("host=127.0.0.2 dbname=room", "PGREQUIREAUTH"),
        ("host=127.0.0.2 dbname=room", "PGSSLMODE"),
    ],
)
def test_that_the_environment_leads_no_password_elsewhere_and_into_no_open_line(
    monkeypatch: pytest.MonkeyPatch, dsn: str, name: str, plain: bool
) -> None:
    stranger = Stranger()
    values = {"PGSSLMODE": "disable", "PGREQUIREAUTH": "password"}
    monkeypatch.setenv(name, values.get(name, "127.0.0.2"))
    monkeypatch.setenv("PGPORT", str(stranger.port))
    with pytest.raises(ControlRoomError):
        open_connection(dsn, user="asha", password="Stone-barge-19", plain_loopback=plain)
    stranger.close()
    assert stranger.heard == b""


@pytest.mark.parametrize("more", ["service=other", "sslkeylogfile=/tmp/keys"])
def test_that_an_address_holds_no_other_address_and_lays_down_no_keys(more: str) -> None:
    with pytest.raises(BadInput, match="has no place in the address"):
        safe_parts(f"host=db.example {more}", plain_loopback=False)


def test_that_no_older_tls_is_taken() -> None:
    dsn = "host=db.example ssl_min_protocol_version=TLSv1"
    assert safe_parts(dsn, plain_loopback=False)["ssl_min_protocol_version"] == "TLSv1.2"

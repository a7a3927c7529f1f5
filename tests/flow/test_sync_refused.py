"""Who is let in, to which server: every way to be refused is one plain sentence, and nothing is lost."""

from pathlib import Path

import pytest
from plain_replica import PlainReplica
from postgres import Database, Postgres, joint_dsn
from sync_house import PASSWORD, House, once, running, wait_until

from controlroom.casework.room.sharing import Memory
from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.sync.connection import Connection
from controlroom.sync.hosts import Login, connect
from controlroom.sync.joining import join_room
from controlroom.sync.server.people import add_login
from controlroom.ui.shared.shared_desk import OUT


@pytest.fixture
def house(database: Database) -> House:
    return House.new(database)


def sentence_of(replica: PlainReplica, login: Login) -> tuple[type, str]:
    with pytest.raises(ControlRoomError) as caught:
        join_room(replica, login)
    assert replica.account() is None
    assert replica.pending_count() == 1
    return type(caught.value), str(caught.value)


def test_that_every_way_to_be_refused_is_one_plain_sentence_and_loses_nothing(house: House) -> None:
    asha = PlainReplica()
    asha.new_case()
    server = house.server
    good = house.login("asha")
    kind, said = sentence_of(asha, Login(good.dsn, "asha", "not it"))
    assert (kind, said) == (
        BadInput,
        "The database refuses the name asha with this password; type both again, or ask the administrator for"
        " a new one if it has expired.",
    )
    assert sentence_of(asha, Login(good.dsn, "nobody", PASSWORD))[0] is BadInput
    plain = joint_dsn(server, ports=[server.port], dbname=house.name, tls=False)
    kind, said = sentence_of(asha, Login(plain, "asha", PASSWORD))
    assert "certificate" in said
    kind, said = sentence_of(asha, Login(plain, "asha", PASSWORD, plain_loopback=True))
    assert said == (
        "The database does not let asha in from here; the administrator sets this in pg_hba.conf."
    )
    assert "not running" in sentence_of(asha, Login(house.dsn(1), "asha", PASSWORD))[1]
    server.query("UPDATE log.migrations SET oldest_program = 99", db=house.name)
    assert "newer version" in sentence_of(asha, good)[1]
    server.query("UPDATE log.migrations SET oldest_program = 1", db=house.name)
    join_room(asha, good)
    assert asha.pending_count() == 0


def test_that_a_password_that_lies_about_signs_nobody_in(
    house: House, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = home / ".pgpass"
    kept.write_text(f"*:*:*:*:{PASSWORD}\n")
    kept.chmod(0o600)
    out = Login(house.login("asha").dsn, "asha", None)
    for _ in range(2):
        with pytest.raises(ControlRoomError, match="Nobody is signed in at this desk"):
            connect(out, Memory())
        monkeypatch.setenv("PGPASSWORD", PASSWORD)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("expired", "is expired or not one we trust"),
        ("wrong-name", "for another host"),
        ("self-signed", "is expired or not one we trust"),
    ],
)
def test_that_a_bad_certificate_is_told_and_gets_no_password(kind: str, words: str) -> None:
    server = Postgres()
    try:
        server.start()
        house = House.on(server)
        asha = PlainReplica()
        asha.new_case()
        server.use_certificate(kind)
        said = sentence_of(asha, house.login("asha"))[1]
        assert words in said and ("clock of this desk" in said) == ("expired" in words)
    finally:
        server.remove()


def test_that_a_copied_profile_is_refused_and_the_other_goes_on(house: House) -> None:
    asha = house.plain("asha")
    copy = PlainReplica()
    copy.__dict__.update({name: value for name, value in vars(asha).items() if name != "_lock"})
    once(asha)
    with pytest.raises(WorldFault, match="Another copy"):
        once(copy)
    once(asha)


def test_that_another_database_is_refused(house: House) -> None:
    asha = house.plain("asha")
    asha.remember(Memory(42, 1))
    asha.new_case()
    with pytest.raises(WorldFault, match="another database"):
        once(asha)
    assert asha.pending_count() == 1


def test_that_a_server_behind_what_was_seen_is_refused(house: House) -> None:
    asha, ravi = house.plain("asha"), house.plain("ravi", "M3")
    asha.new_case()
    once(asha)
    once(ravi)
    ravi.new_case()
    known = ravi.memory()
    ravi.remember(Memory(known.system, known.timeline, 7, b"\1" * 32))
    with pytest.raises(WorldFault, match="behind what this desk has seen"):
        once(ravi)
    assert ravi.pending_count() == 1


def test_that_an_old_time_line_is_refused(house: House) -> None:
    asha = house.plain("asha")
    known = asha.memory()
    with pytest.raises(WorldFault, match="old primary"):
        connect(house.login("asha"), Memory(known.system, known.timeline + 1))
    shared, _ = connect(house.login("asha"), known)
    shared.close()


def test_that_who_is_put_out_is_refused_at_once_and_loses_nothing(house: House) -> None:
    asha = house.plain("asha")
    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        house.server.query("ALTER ROLE asha NOLOGIN")
        house.server.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'asha' AND datname = %s",
            house.name,
        )
        wait_until(lambda: desk.state == "refused")
        assert desk.link.fault == "The login {user} was disabled; ask the administrator."
        assert desk.link.fault_values == {"user": "asha"}
        asha.new_case()
        wait_until(lambda: desk.link.pending == 1)


def test_that_who_is_put_out_from_a_desk_is_told_so_and_loses_nothing(house: House) -> None:
    asha = house.plain("asha")
    asha.new_case()
    once(asha)
    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        add_login(admin, "rekha", role="administrator", password=PASSWORD)
    with running(asha) as desk:
        wait_until(lambda: desk.state == "connected")
        with house.connect("rekha") as administrator:
            administrator.execute("SELECT api.disable('asha')")
        wait_until(lambda: desk.state == "refused")
        assert desk.link.fault in OUT and desk.link.fault_values == {"user": "asha"}
        asha.new_case()
        wait_until(lambda: desk.link.pending == 1)

"""Two people erase a person: no byte is left to be read, every chain holds, and who was away follows."""

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from erasing_house import (
    DESKS,
    LETTER,
    MAIL,
    NAME,
    NOTE,
    PHONE,
    SECRETS,
    act,
    cases_at,
    clear,
    copied,
    dumped,
    everything,
    found_there,
    in_sight,
    indexed,
    keys,
    known,
    seen_at,
    share,
)
from postgres import Database
from sync_house import PASSWORD, House, opened

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import followup, persons, retention
from controlroom.domain.events import utc_now
from controlroom.errors import BadInput
from controlroom.store import Profile
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.backup import verify
from controlroom.sync.server.people import add_login
from controlroom.sync.server.projector import Projector


@pytest.fixture
def house(database: Database) -> House:
    made = House.new(database)
    with Connection.connect(made.server.admin_dsn(made.name), autocommit=True) as admin:
        add_login(admin, "meera", role="counsellor", password=PASSWORD)
        add_login(admin, "farah", role="supervisor", password=PASSWORD)
    return made


@pytest.fixture
def desks(house: House, tmp_path: Path, profile: Path) -> Iterator[dict[str, Profile]]:
    with ExitStack() as stack:
        found = {name: stack.enter_context(opened(tmp_path / name)) for name in (*DESKS, "farah")}
        for name, desk in found.items():
            join_room(desk.replica, house.login(name))
        yield found


def test_that_after_an_erasure_nothing_is_left_to_be_read_and_every_chain_holds(
    house: House, desks: dict[str, Profile], tmp_path: Path
) -> None:
    case = known(desks)
    person = persons.person_of_case(case)
    for name in DESKS:
        assert [row.names for row, _ in desks[name].care().find(NAME)] == [(NAME,)], name
        assert NAME in in_sight(everything(desks[name])), name  # in the rows drawn from the sealed
    assert in_sight(dumped(house)) == []
    indexed(house)
    assert found_there(house, LETTER) == [(case,)]
    assert [audience for audience, _ in keys(desks["asha"])] == ["care", *["case"] * 3]
    assert [audience for audience, _ in keys(desks["meera"])] == ["care", *["case"] * 3, "counsel"]
    before = {one: seen_at(desks["asha"], one) for one in cases_at(desks["asha"])}
    assert len(before) == 2 and not any(one.sealed for one in before.values())
    told = str([event.body for one in before for event in desks["ravi"].reader().events(one)])
    assert set(in_sight(told)) == set(SECRETS) - {NOTE}, "who reads the case reads every word of it"
    exported = copied(desks["asha"], before[case].number, tmp_path / "before")
    assert set(in_sight(exported)) == set(SECRETS) - {NOTE} and "ERASED" not in exported
    share(desks, *DESKS)
    act(desks, "meera", lambda tx: tx.save_draft(f"{person}/contact.note", NOTE))

    with pytest.raises(BadInput, match="Only a supervisor"):
        act(desks, "asha", retention.ask_erasure, person, ground="request", reason="her letter")
    act(desks, "sunita", retention.ask_erasure, person, ground="request", reason="her letter")
    with pytest.raises(BadInput, match="second supervisor"):
        act(desks, "sunita", retention.erase_person, person)
    share(desks, "sunita", "farah")
    done = act(desks, "farah", retention.erase_person, person)
    assert (len(done.cases), done.left) == (2, ())
    assert keys(desks["farah"]) != [], "not before the room has it"
    share(desks, "farah", "asha", "meera", "sunita")

    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        Projector(admin).run_once()
        assert [verdict.ok for verdict in verify(admin).values()] == [True]
    text = dumped(house)
    assert in_sight(text) == []
    assert house.server.query("SELECT count(*) FROM log.person_keys", db=house.name) == [(0,)]
    assert house.server.query("SELECT count(*) FROM log.blobs", db=house.name) == [(0,)]
    assert found_there(house, LETTER) == []
    assert [row.names for row, _ in desks["ravi"].care().find(NAME)] == [(NAME,)], "it was away"
    share(desks, "ravi")
    for name in (*DESKS, "farah"):
        desk = desks[name]
        assert in_sight(everything(desk)) == [], name
        assert keys(desk) == [] and desk.care().find(NAME) == []
        assert desk.reader().first_broken() is None
        assert desk.reader().cards(is_all=True, text=LETTER) == []
        assert desk.replica.blob(hashlib.sha256(MAIL).hexdigest()) is None
        left = desk.care().person(person)
        assert left is not None and left.erased_at is not None and left.cases[0].id == case
        assert desk.replica.refused_count() == desk.replica.set_aside_count() == 0
        for one, was in before.items():
            now = seen_at(desk, one)
            assert now.is_erased and now.sealed and not now.unreadable
            assert clear(now) == clear(was), name
    with pytest.raises(BadInput, match="was erased"):
        act(desks, "sunita", retention.say_export, person, reason="asked", with_notes=True)
    exported = copied(desks["asha"], before[case].number, tmp_path / "after")
    assert in_sight(exported) == [] and "The words of this case were ERASED" in exported
    for use_case, more in ((steps.add_note, {"text": "x"}), (steps.reopen_case, {"reason": "x"})):
        with pytest.raises(BadInput, match="were erased; nothing more"):
            act(desks, "asha", use_case, case, **more)


def hand_in(house: House, desk: Profile, login: str, kind: str, file: UUID, **body: Any) -> tuple[str, str]:
    """What the database answers to whoever hands an event in with a client of their own."""
    now = time.time_ns() // 1000
    event = {"id": str(uuid4()), "stream": "person", "stream_id": str(file), "kind": kind, "version": 1}
    event |= {"happened_at": now, "at": now, "actor": login, "desk": str(desk.replica.desk()), "body": body}
    with house.connect(login) as connection:
        query = "SELECT verdict, why FROM api.append_events(%s)"
        found = connection.execute(query, (json.dumps([event]),)).fetchone()
    assert found is not None
    return found


def test_that_the_database_itself_wants_two_supervisors_and_gives_no_key_to_who_may_not_read(
    house: House, desks: dict[str, Profile]
) -> None:
    person = persons.person_of_case(known(desks))
    two = "another supervisor must have asked for it first"
    assert hand_in(house, desks["asha"], "asha", "erasure_asked", person, ground="request")[0] == "refused"
    assert hand_in(house, desks["sunita"], "sunita", "person_erased", person) == ("refused", two)
    assert (
        hand_in(house, desks["sunita"], "sunita", "erasure_asked", person, ground="request")[0] == "accepted"
    )
    assert hand_in(house, desks["sunita"], "sunita", "person_erased", person) == ("refused", two)
    kept = hand_in(house, desks["farah"], "farah", "retention_reviewed", person, keep_until="2030-01-01")
    assert kept[0] == "accepted"
    assert hand_in(house, desks["farah"], "farah", "person_erased", person) == ("refused", two)

    mine = "SELECT DISTINCT k.audience FROM api.person_keys(%s) k ORDER BY 1"
    ids = [id_ for (id_,) in house.server.query("SELECT id FROM log.person_keys", db=house.name)]
    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        for login, role in (("root1", "admin"), ("wall1", "board"), ("post1", "intake")):
            add_login(admin, login, role=role, password=PASSWORD)
    seen = {}
    for login in ("asha", "meera", "sunita", "abdul", "root1", "wall1", "post1"):
        with house.connect(login) as connection:
            seen[login] = [audience for (audience,) in connection.execute(mine, (ids,)).fetchall()]
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT key FROM log.person_keys")
    assert seen == {
        "asha": ["care", "case"],
        "meera": ["care", "case", "counsel"],
        "sunita": ["care", "case", "counsel"],
        "abdul": ["case"],
        "root1": [],
        "wall1": [],
        "post1": ["case"],
    }

    [(id_, audience, key)] = house.server.query(
        "SELECT id::text, audience, encode(key, 'hex') FROM log.person_keys WHERE audience = 'counsel'",
        db=house.name,
    )
    forged = {"id": str(uuid4()), "stream_id": str(person), "audience": "case", "key": key}
    with house.connect("asha") as connection:
        put = "SELECT api.put_person_keys(%s)"
        assert connection.execute(put, (json.dumps([forged]),)).fetchone() == (0,), (
            "its id says what a key is for"
        )
    act(desks, "sunita", retention.ask_erasure, person, ground="request", reason="her letter")
    share(desks, "sunita", "farah")
    act(desks, "farah", retention.erase_person, person)
    share(desks, "farah")
    with house.connect("meera") as connection:
        again = forged | {"id": id_, "audience": audience}
        assert connection.execute(put, (json.dumps([again]),)).fetchone() == (0,), "never again"
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        house.server.query(
            "INSERT INTO log.blobs SELECT room, '\\x00', '\\x00', 0 FROM log.rooms", db=house.name
        )
        house.server.query("DELETE FROM log.blobs", db=house.name)


def test_that_an_erasure_at_a_desk_that_was_alone_waits_in_the_room_for_a_second_supervisor(
    house: House, desks: dict[str, Profile], tmp_path: Path
) -> None:
    """Both who did it there are one login by then: the room cannot tell that they were two."""
    with opened(tmp_path / "was-alone") as desk:
        alone = {"local": desk}

        def do(who: str, use_case: Any, *what: Any, **more: Any) -> Any:
            with desk.writer.write(actor=who) as tx:
                return use_case(tx, *what, **more)

        case: UUID = do("bina", alerts.add_alert, source="phone", text=LETTER)
        do("bina", steps.record_outcome, case, facts=["reached", "alive"])
        person = persons.person_of_case(case)
        do("bina", persons.tell_of_person, person, lists={"names": [NAME], "phones": [PHONE]}, words={})
        do("bina", followup.end_plan, person, end="not-needed", reason="moved to her mother")
        do("bina", steps.close_case, case)
        do("bina", retention.ask_erasure, person, ground="request", reason=f"letter of {NAME}")
        do("chitra", retention.erase_person, person)
        assert keys(desk) == []
        with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
            add_login(admin, "vera", role="supervisor", password=PASSWORD)
        join_room(desk.replica, house.login("vera"))
        share(alone, "local")
        assert desk.replica.refused_count() == 1
        share(desks, "farah", "sunita")
        for one in (desks["farah"], desk):
            [row] = one.care().reviews(utc_now())
            assert (row.person, row.asked_by, row.ground, row.first_name) == (person, "vera", "request", "")
            assert one.care().reviews_due(utc_now()) == 1
        with desk.writer.write(actor="vera") as tx, pytest.raises(BadInput, match="second supervisor"):
            retention.erase_person(tx, person)
        done = act(desks, "farah", retention.erase_person, person)
        assert len(done.cases) == 1
        share(desks, "farah", "sunita")
        share(alone, "local")
        for one in (desks["farah"], desks["sunita"], desk):
            left = one.care().person(person)
            assert left is not None and left.erased_at is not None
            assert list(one.care().reviews(utc_now())) == []
            assert in_sight(everything(one)) == []
            assert one.reader().cards(is_all=True, text=LETTER) == []
    assert in_sight(dumped(house)) == []

"""Persons and plans over a real shared database: who has them, and who reads not a word of a note."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from postgres import Database
from sync_house import PASSWORD, House, new_alert, once, opened

from controlroom.casework import steps
from controlroom.casework.care import counsellors, followup, knownpersons, persons
from controlroom.casework.care.roster import Counsellor
from controlroom.domain.care.person import Person
from controlroom.errors import BadInput
from controlroom.store import Profile
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.people import add_login
from controlroom.sync.server.projector import Projector
from controlroom.sync.server.setup import SHAPE
from controlroom.sync.session import PERSONS_SHAPE

SECRET = "Unsagbares Geheimnis"


@pytest.fixture
def house(database: Database) -> House:
    made = House.new(database)
    with Connection.connect(made.server.admin_dsn(made.name), autocommit=True) as admin:
        add_login(admin, "meera", role="counsellor", password=PASSWORD)
    return made


@pytest.fixture
def desks(house: House, tmp_path: Path, profile: Path) -> Iterator[dict[str, Profile]]:
    with ExitStack() as stack:
        found = {name: stack.enter_context(opened(tmp_path / name)) for name in ("asha", "meera")}
        for name, desk in found.items():
            join_room(desk.replica, house.login(name))
        yield found


def rescued(desk: Profile, actor: str) -> UUID:
    case = new_alert(desk)
    with desk.writer.write(actor=actor) as tx:
        steps.record_outcome(tx, case, facts=["reached", "alive"])
    return case


def person_of(desk: Profile, case: UUID) -> Person:
    found = desk.care().person_of_case(case)
    assert found is not None
    return found


def noted(desks: dict[str, Profile]) -> UUID:
    """Somebody whom the operator saved and the counsellor spoke with, and wrote down what was said."""
    case = rescued(desks["asha"], "asha")
    for name in ("asha", "meera"):
        once(desks[name].replica)
    with desks["meera"].writer.write(actor="meera") as tx:
        followup.try_contact(tx, persons.person_of_case(case), result="reached", note=SECRET, minutes=9)
    for name in ("meera", "asha"):
        once(desks[name].replica)
        assert desks[name].replica.refused_count() == 0
    return case


def forget_file(desk: Profile, file: UUID) -> None:
    """As on a desk that never was given it."""
    with desk.writer.write(actor="look") as tx:
        tx.connection.execute("DELETE FROM held WHERE stream_id = ?", (file.bytes,))
        tx.connection.execute("DROP TRIGGER events_never_go")
        tx.connection.execute("DELETE FROM events WHERE stream_id = ?", (file.bytes,))


def everything(desk: Profile) -> str:
    with desk.writer.write(actor="look") as tx:
        names = [
            row[0] for row in tx.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return "\n".join(str(tx.connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names)


def seals(desk: Profile) -> set[str]:
    """For what this desk has keys."""
    with desk.writer.write(actor="look") as tx:
        return {row[0] for row in tx.connection.execute("SELECT audience FROM person_seals")}


def test_that_the_plan_is_everybodys_and_the_note_only_theirs_who_may(
    house: House, desks: dict[str, Profile]
) -> None:
    case = noted(desks)
    seen = {name: person_of(desk, case) for name, desk in desks.items()}
    assert seen["asha"].plans == seen["meera"].plans
    assert [len(person.attempts) for person in seen.values()] == [1, 1]
    assert [note.text for note in seen["meera"].notes] == [SECRET]
    assert seen["asha"].notes == ()
    assert [SECRET in everything(desk) for desk in desks.values()] == [False, False], "it lies sealed"
    assert {name: "counsel" in seals(desk) for name, desk in desks.items()} == {"asha": False, "meera": True}


def test_that_a_gap_in_a_persons_file_is_fetched_though_not_all_of_it_may_be_read(
    house: House, desks: dict[str, Profile], tmp_path: Path
) -> None:
    case = noted(desks)  # its note is not the operators' to read, and leaves out a place in the file
    file = persons.person_of_case(case)
    with opened(tmp_path / "ravi") as late:
        join_room(late.replica, house.login("ravi"))
        forget_file(late, file)
        with desks["meera"].writer.write(actor="meera") as tx:
            followup.try_contact(tx, file, result="no-answer", note=SECRET, minutes=1)
        once(desks["meera"].replica)
        once(late.replica)
        assert len(late.reader().events(file)) == len(desks["asha"].reader().events(file)) + 1
        once(desks["asha"].replica)
        assert person_of(late, case) == person_of(desks["asha"], case)
        assert len(person_of(late, case).attempts) == 2
        assert late.replica.land(()).gaps == desks["asha"].replica.land(()).gaps == ()


def test_that_a_desk_of_an_older_server_gets_the_persons_when_the_server_has_become_newer(
    house: House, desks: dict[str, Profile], tmp_path: Path
) -> None:
    case = noted(desks)
    with opened(tmp_path / "ravi") as ravi:
        join_room(ravi.replica, house.login("ravi"))
        forget_file(ravi, persons.person_of_case(case))
        once(ravi.replica)
        assert not ravi.reader().events(persons.person_of_case(case))  # nothing of it is new
        ravi.replica.note_set_shape(PERSONS_SHAPE - 1)
        once(ravi.replica)
        assert person_of(ravi, case) == person_of(desks["asha"], case)
        assert ravi.replica.set_shape() == SHAPE


@pytest.mark.parametrize("login", ["asha", "abdul", "sunita", "meera"])
def test_that_any_client_reads_a_note_by_role_only(
    house: House, desks: dict[str, Profile], login: str
) -> None:
    file = persons.person_of_case(noted(desks))
    asked = (
        "SELECT string_agg(e::text, '') FROM log.events e",
        "SELECT string_agg(p::text, '') FROM api.pull(0, 5000) p",
        f"SELECT string_agg(p::text, '') FROM api.pull_streams(ARRAY['{file}'::uuid], ARRAY[0::bigint], 9) p",
    )
    [(key, closed)] = house.server.query(
        "SELECT body::json ->> 'seal', body::json ->> 'sealed' FROM log.events WHERE kind = 'contact_noted'",
        db=house.name,
    )
    with house.connect(login) as connection:
        answers = [str(connection.execute(one.encode()).fetchone()) for one in asked]
        given = connection.execute("SELECT audience FROM api.person_keys(%s)", ([key],)).fetchall()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM log.person_keys")
    may = login in ("sunita", "meera")
    assert [closed in answer for answer in answers] == [may] * 3
    assert given == [("counsel",)] * may
    assert not any(SECRET in answer for answer in answers)
    assert all("plan_started" in answer for answer in answers)


def test_that_an_operator_may_not_write_a_note_and_a_counsellor_no_outcome(
    house: House, desks: dict[str, Profile]
) -> None:
    case = noted(desks)
    with (
        pytest.raises(BadInput, match="counsellors' and supervisors'"),
        desks["asha"].writer.write(actor="asha") as tx,
    ):
        followup.write_note(tx, persons.person_of_case(case), text="mine")
    with desks["meera"].writer.write(actor="meera") as tx:
        steps.record_outcome(tx, case, facts=["died"])
    once(desks["meera"].replica)
    assert desks["meera"].replica.refused_count() == 1
    with house.connect("asha") as connection, pytest.raises(psycopg.Error):
        connection.execute("INSERT INTO log.events (kind) VALUES ('contact_noted')")


def test_that_a_new_desk_has_every_person_from_its_first_sync(
    house: House, desks: dict[str, Profile], tmp_path: Path
) -> None:
    case = noted(desks)
    with desks["asha"].writer.write(actor="asha") as tx:
        steps.close_case(tx, case)
    once(desks["asha"].replica)
    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        Projector(admin).run_once()
    with opened(tmp_path / "ravi") as ravi, opened(tmp_path / "sunita") as sunita:
        for name, desk in (("ravi", ravi), ("sunita", sunita)):
            join_room(desk.replica, house.login(name))
        theirs = person_of(ravi, case)
        assert (theirs.plans, theirs.notes) == (person_of(desks["asha"], case).plans, ())
        assert list(ravi.care().running()) == list(desks["meera"].care().running())
        assert [note.text for note in person_of(sunita, case).notes] == [SECRET]


def test_that_a_wider_role_fetches_the_notes(house: House, desks: dict[str, Profile]) -> None:
    case = noted(desks)
    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        add_login(admin, "asha", role="supervisor", password=PASSWORD)
    once(desks["asha"].replica)
    assert [note.text for note in person_of(desks["asha"], case).notes] == [SECRET]


def test_that_the_roster_is_the_supervisors_and_a_second_alert_meets_the_plan_on_another_desk(
    house: House, desks: dict[str, Profile], tmp_path: Path
) -> None:
    case = noted(desks)
    with desks["asha"].writer.write(actor="asha") as tx:
        counsellors.save_counsellor(tx, Counsellor("irfan", "Irfan"))
    once(desks["asha"].replica)
    assert desks["asha"].replica.refused_count() == 1
    assert list(desks["asha"].care().counsellors()) == []
    with desks["meera"].writer.write(actor="meera") as tx:
        persons.tell_of_person(
            tx, persons.person_of_case(case), lists={"phones": ["+919839077777"]}, words={}
        )
    for name in ("meera", "asha"):
        once(desks[name].replica)
    again = new_alert(desks["asha"], phone="98390 77777")
    with desks["asha"].writer.write(actor="asha") as tx:
        known = tx.case(again)
        assert known is not None and [one.is_sure for one in known.known] == [True]
        knownpersons.confirm_person(tx, again, known.known[0].person)
    for name in ("asha", "meera"):
        once(desks[name].replica)
    plans = person_of(desks["meera"], again).plans
    assert [plan.is_running for plan in plans] == [False, True]
    assert plans == person_of(desks["asha"], case).plans

"""The shift over a real shared database: two desks take over; a word to the supervisor is theirs alone."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from postgres import Database
from sync_house import PASSWORD, PEOPLE, House, new_alert, once, opened

from controlroom.casework import steps
from controlroom.casework.shift import incidents, relief
from controlroom.domain.events import utc_now
from controlroom.store import Profile
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.people import add_login

SECRET = "Unsagbar schwere Nacht"
DESKS = ("asha", "ravi", "abdul", "sunita")  # two operators, an auditor, a supervisor


@pytest.fixture
def house(database: Database) -> House:
    return House.new(database)


@pytest.fixture
def desks(house: House, tmp_path: Path, profile: Path) -> Iterator[dict[str, Profile]]:
    with ExitStack() as stack:
        found = {name: stack.enter_context(opened(tmp_path / name)) for name in DESKS}
        for name, desk in found.items():
            join_room(desk.replica, house.login(name))
        yield found


def sync(desks: dict[str, Profile], *names: str) -> None:
    for name in names or DESKS:
        once(desks[name].replica)
        assert desks[name].replica.refused_count() == 0


def held(desks: dict[str, Profile]) -> UUID:
    case = new_alert(desks["asha"])
    with desks["asha"].writer.write(actor="asha") as tx:
        steps.claim_case(tx, case)
        steps.triage_case(tx, case, category="attempt")
        steps.reveal(tx, case, field="all")
    return case


def everything(desk: Profile) -> str:
    with desk.writer.write(actor="look") as tx:
        tables = tx.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return "\n".join(
            str(tx.connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in tables
        )


def from_sql(house: House, login: str) -> str:
    asked = (
        "SELECT * FROM log.events",
        "SELECT * FROM api.pull(0, 100)",
        "SELECT * FROM api.pull_streams((SELECT array_agg(DISTINCT stream_id) FROM log.events), NULL, 100)",
    )
    told = []
    with house.connect(login) as connection:
        for query in asked:
            try:
                told.append(str(connection.execute(query).fetchall()))  # type: ignore[arg-type]
            except psycopg.Error as fault:
                told.append(str(fault))
    return "\n".join(told)


def test_that_a_word_to_the_supervisor_is_in_no_other_hands_of_the_room(
    house: House, desks: dict[str, Profile]
) -> None:
    held(desks)
    with desks["asha"].writer.write(actor="asha") as tx:
        incidents.write_note(tx, text=SECRET, number="of another room", wish="break")  # in clear: no key
    sync(desks, "asha", *DESKS)
    notes = {name: desk.reader().shift().incident_notes(name) for name, desk in desks.items()}
    assert {name: len(found) for name, found in notes.items()} == {
        "asha": 1,
        "ravi": 0,
        "abdul": 0,
        "sunita": 1,
    }
    assert notes["sunita"][0][1:5] == ("asha", "of another room", SECRET, "break")
    assert [name for name, desk in desks.items() if SECRET in everything(desk)] == ["asha", "sunita"]
    assert [login for login in PEOPLE if SECRET in from_sql(house, login)] == ["sunita"]
    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        add_login(admin, "ravi", role="supervisor", password=PASSWORD)
    sync(desks, "ravi")
    assert [note.text for note in desks["ravi"].reader().shift().incident_notes("ravi")] == [SECRET]
    with house.connect("abdul") as connection, pytest.raises(psycopg.Error):
        connection.execute("INSERT INTO log.events (kind) VALUES ('incident_noted')")


def test_that_what_one_desk_offers_another_takes_and_only_the_supervisor_sees_what_others_saw(
    desks: dict[str, Profile],
) -> None:
    case = held(desks)
    with desks["asha"].writer.write(actor="asha") as tx:
        relief.ask_relief(tx, "asha")
    sync(desks, "asha", "ravi", "sunita")
    ravi = desks["ravi"]
    assert [one.person for one in ravi.reader().shift().reliefs()] == ["asha"]
    seen = {
        name: desks[name].reader().shift().exposures(["asha"], utc_now())[0]
        for name in ("asha", "ravi", "sunita")
    }
    assert {name: (one.words, one.attempts) for name, one in seen.items()} == {
        "asha": (1, 1),
        "ravi": (0, 1),
        "sunita": (1, 1),
    }
    cases = relief.held_by(ravi.reader(), "asha")
    with ravi.writer.write(actor="ravi") as tx:
        assert len(relief.take_over(tx, "asha", cases)) == 1
    sync(desks, "ravi", "asha", "sunita")
    for name in ("asha", "ravi", "sunita"):
        view = desks[name].reader().case_view(case)
        assert view is not None and view.case.owner == "ravi"
        assert list(desks[name].reader().shift().reliefs()) == []

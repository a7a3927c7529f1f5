"""A backup comes back into the server: no desk takes it by itself, and none loses what it holds."""

from pathlib import Path
from uuid import UUID

import pytest
from postgres import Database, Postgres
from sync_house import House, new_alert, once, opened, shared_log

from controlroom.errors import BadInput
from controlroom.store import Profile
from controlroom.sync.connection import Connection
from controlroom.sync.faults import OtherDatabase, Refused
from controlroom.sync.joining import join_room
from controlroom.sync.server.backup import back_up, restore
from controlroom.sync.server.people import add_login


@pytest.fixture
def house(database: Database) -> House:
    return House.new(database)


def bring_back(server: Postgres, name: str, file: Path) -> None:
    server.query(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    server.query(f"CREATE DATABASE {name}")
    with Connection.connect(server.admin_dsn(name), autocommit=True) as admin:
        restore(admin, file)


def go_on(profile: Profile, house: House, login: str) -> None:
    """As `connect --as-new-desk` does."""
    profile.replica.become_new_desk()
    join_room(profile.replica, house.login(login), is_anew=True)


def numbers(profile: Profile) -> dict[UUID, str]:
    return {UUID(card["id"]): card["number"] for card in profile.reader().cards(is_all=True)}


def test_that_desks_go_on_from_a_backup_and_send_again_what_it_lacks(
    house: House, tmp_path: Path, profile: Path
) -> None:
    file = tmp_path / "room.dump"
    with opened(tmp_path / "asha") as asha, opened(tmp_path / "ravi") as ravi:
        for desk, login in ((asha, "asha"), (ravi, "ravi")):
            join_room(desk.replica, house.login(login))
        cases = [new_alert(asha)]
        once(asha.replica)
        with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
            back_up(admin, file)
        cases += [new_alert(asha, "after the backup")]
        once(asha.replica)
        cases += [new_alert(ravi, "after it at the other desk")]
        once(ravi.replica)
        bring_back(house.server, house.name, file)
        cases += [new_alert(ravi, "made while it was refused")]
        for desk in (asha, ravi):
            with pytest.raises(Refused, match="behind what this desk has seen"):
                once(desk.replica)
        go_on(asha, house, "asha")
        go_on(ravi, house, "ravi")
        once(asha.replica)
        assert shared_log(asha) == shared_log(ravi) and len(house.log()) == 4
        assert numbers(asha) == numbers(ravi) and set(numbers(asha)) == set(cases)
        assert asha.replica.pending_count() == ravi.replica.pending_count() == 0
        assert asha.replica.refused_count() == ravi.replica.refused_count() == 0


def test_that_a_desk_first_connected_after_the_backup_sends_everything_again(
    house: House, tmp_path: Path, profile: Path
) -> None:
    file = tmp_path / "room.dump"
    with opened(tmp_path / "asha") as asha, opened(tmp_path / "ravi") as ravi:
        join_room(asha.replica, house.login("asha"))
        cases = [new_alert(asha)]
        once(asha.replica)
        with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
            back_up(admin, file)
        cases += [new_alert(ravi, "before it knew the room")]
        join_room(ravi.replica, house.login("ravi"))
        cases += [new_alert(ravi, "after the backup")]
        once(ravi.replica)
        bring_back(house.server, house.name, file)
        cases += [new_alert(ravi, "made while it was refused")]
        go_on(ravi, house, "ravi")
        assert (ravi.replica.refused_count(), ravi.replica.pending_count()) == (0, 0)
        go_on(asha, house, "asha")
        assert shared_log(asha) == shared_log(ravi) and len(house.log()) == 4
        assert numbers(asha) == numbers(ravi) and set(numbers(asha)) == set(cases)


def test_that_a_backup_on_another_server_is_taken_only_when_a_person_says_so(
    house: House, tmp_path: Path, profile: Path
) -> None:
    file = tmp_path / "room.dump"
    other = Postgres()
    try:
        other.start()
        with opened(tmp_path / "asha") as asha:
            join_room(asha.replica, house.login("asha"))
            new_alert(asha)
            once(asha.replica)
            with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
                back_up(admin, file)
            case = new_alert(asha, "after the backup")
            once(asha.replica)
            bring_back(other, "lucknow", file)
            with Connection.connect(other.admin_dsn("lucknow"), autocommit=True) as admin:
                add_login(admin, "asha", role="operator", password=house.login("asha").password or "")
            there = House(other, "lucknow", house.room, [other.port])
            with pytest.raises(OtherDatabase):
                join_room(asha.replica, there.login("asha"))
            go_on(asha, there, "asha")
            assert len(there.log()) == 2 and str(case) in there.cases()
    finally:
        other.remove()


def test_that_another_room_is_never_taken_for_a_backup(house: House, tmp_path: Path, profile: Path) -> None:
    with opened(tmp_path / "asha") as asha:
        join_room(asha.replica, house.login("asha"))
        new_alert(asha)
        once(asha.replica)
        held = shared_log(asha)
        other = house.server.new_database()
        try:
            stranger = House.new(other)
            with pytest.raises(BadInput, match="another room"):
                go_on(asha, stranger, "asha")
        finally:
            other.drop()
        assert shared_log(asha) == held and asha.replica.pending_count() == 0

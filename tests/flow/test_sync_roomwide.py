"""What holds for the whole room, over a real shared database: on every desk, in one order, and by role."""

from dataclasses import replace
from pathlib import Path

import pytest
from postgres import Database
from sync_house import House, new_alert, once, opened

from controlroom.casework import steps
from controlroom.casework.calling import directory_steps
from controlroom.casework.calling.directory import Entry
from controlroom.casework.room import exercises, roomset
from controlroom.casework.room.gone import return_claim
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.projector import Projector

CHINHAT = Entry("t1", "thana", "Chinhat", "चिनहट", "Lucknow", phones=("05222700001",))


@pytest.fixture
def room(database: Database) -> House:
    return House.new(database)


def test_that_a_new_desk_has_directory_limits_and_roster_from_its_first_sync(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "sunita") as sunita, opened(tmp_path / "asha") as asha:
        with sunita.writer.write(actor="local") as tx:  # before it was ever connected
            directory_steps.save_entry(tx, CHINHAT)
            roomset.set_limits(tx, {"acknowledged": 240})
            roomset.go_on_duty(tx, "sunita", role="supervisor")
            exercises.start_exercise(tx, None, name="x", people=["ravi"], every_s=60)
        join_room(sunita.replica, room.login("sunita"))
        case = new_alert(sunita)
        with sunita.writer.write(actor="sunita") as tx:
            steps.claim_case(tx, case)
            steps.hand_over(tx, case, to="112")
        once(sunita.replica)
        with Connection.connect(room.server.admin_dsn(room.name), autocommit=True) as admin:
            Projector(admin).run_once()
        join_room(asha.replica, room.login("asha"))
        reader = asha.reader()
        assert reader.directory().get("t1") == sunita.reader().directory().get("t1")
        assert asha.writer.limits.acknowledged == 240
        assert [(one.person, one.role) for one in reader.duty()] == [("sunita", "supervisor")]
        assert reader.exercise() is not None
        view = reader.case_view(case)
        assert view is not None
        waiting = next(clock for clock in view.clocks if clock.name == "acknowledged")
        assert (waiting.due_at - waiting.started_at).total_seconds() == 240
        assert reader.rows([case])[0].due_at == view.clocks[0].due_at


def test_that_the_limits_are_the_supervisors_and_the_directory_is_everybodys(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "asha") as asha, opened(tmp_path / "sunita") as sunita:
        for desk, login in ((asha, "asha"), (sunita, "sunita")):
            join_room(desk.replica, room.login(login))
        with asha.writer.write(actor="asha") as tx:
            roomset.set_limits(tx, {"claim": 3600})
            directory_steps.save_entry(tx, CHINHAT)
        assert asha.writer.limits.claim == 3600  # here, until the room has spoken
        once(asha.replica)
        assert asha.replica.refused_count() == 1
        assert asha.writer.limits.claim == 60
        once(sunita.replica)
        assert sunita.reader().directory().get("t1") is not None
        with sunita.writer.write(actor="sunita") as tx:
            roomset.set_limits(tx, {"claim": 90})
            directory_steps.save_entry(tx, replace(CHINHAT, note="by night 100"))
        once(sunita.replica)
        once(asha.replica)
        assert asha.writer.limits.claim == 90
        entry = asha.reader().directory().get("t1")
        assert entry is not None
        assert entry.note == "by night 100"


def test_that_of_two_desks_that_return_one_claim_the_new_owner_keeps_the_case(
    room: House, tmp_path: Path, profile: Path
) -> None:
    with opened(tmp_path / "asha") as asha, opened(tmp_path / "ravi") as ravi:
        for desk, login in ((asha, "asha"), (ravi, "ravi")):
            join_room(desk.replica, room.login(login))
        case = new_alert(asha)
        with asha.writer.write(actor="asha") as tx:
            steps.claim_case(tx, case)
        once(asha.replica)
        once(ravi.replica)
        with ravi.writer.write(actor="ravi") as tx:
            assert return_claim(tx, case, owner="asha")
            steps.claim_case(tx, case)
        with asha.writer.write(actor="asha") as tx:
            assert return_claim(tx, case, owner="asha")  # knows nothing of it yet
        for desk in (ravi, asha, ravi):
            once(desk.replica)
        for desk in (asha, ravi):
            view = desk.reader().case_view(case)
            assert view is not None
            assert view.case.owner == "ravi"

"""A damaged database is made anew of what can be read of it: any page, any moment, alone and connected."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

import pytest
from roominmemory import Open, SharedRoom, connect, pull, push

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.room import roomset
from controlroom.casework.rows import QueueFilter, QueueRow
from controlroom.errors import Damaged, WorldFault
from controlroom.store import Profile, is_damage_seen, mend_profile, open_profile
from controlroom.store.database import DATABASE
from controlroom.store.desk.attendance import alone, door
from controlroom.store.desk.mending import PLACE

PAGE = 4096
TABLES = 120  # pages at the head, which say where the tables are: without them nothing can be read
CASES = 60


def fill(profile: Profile, count: int = CASES) -> None:
    for at in range(count):
        with profile.writer.write(actor="asha") as tx:
            case = alerts.add_alert(tx, source="phone", text=f"goodbye {at} " * 30, phone=f"98390 {at:05d}")
            tx.put_blob(random.Random(at).randbytes(3 * PAGE))
        with profile.writer.write(actor="asha") as tx:
            steps.claim_case(tx, case)
            steps.triage_case(tx, case, category="ideation")


def rows_of(profile: Profile) -> Sequence[QueueRow]:
    return profile.reader().queue(QueueFilter(), limit=10_000).rows


def states(profile: Profile) -> dict[str, str]:
    """What each case is now, by its number; with what the tallies and the search say of them all."""
    reader = profile.reader()
    found = {row.number: f"{row.state} {row.owner} {row.category}" for row in rows_of(profile)}
    assert reader.tallies().open == len(found)
    hits = reader.queue(QueueFilter(view="all", text="goodbye"), limit=10_000)
    assert len(hits.rows) == sum(
        row.source == "phone" for row in rows_of(profile)
    )  # not of one whose alert is lost
    return found


def strangers(profile: Profile) -> list[str]:
    """Numbers that lead to another case than the one that bears them."""
    with profile._reading.connection() as connection:
        found = connection.execute(
            "SELECT k.number FROM numbers AS k JOIN cases AS c ON c.id = k.case_id WHERE k.n IS NOT c.n"
        )
        return [number for (number,) in found]


def damage(folder: Path, page: int) -> None:
    with (folder / DATABASE).open("r+b") as file:
        file.seek(page * PAGE + 200)
        file.write(bytes(64))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("whole") / "desk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTROLROOM_PASSPHRASE", "correct horse battery staple")  # as in `profile`
        profile = open_profile(folder)
        fill(profile)
        with profile.writer.write(actor="asha") as tx:
            roomset.set_limits(tx, {"claim": 120.0})
        profile.close()
        yield folder


@pytest.fixture
def desk(whole: Path, profile: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "desk"))


@pytest.mark.parametrize("seed", range(12))
def test_that_all_is_kept_that_lies_on_other_pages(desk: Path, seed: int) -> None:
    before = open_profile(desk)
    known = states(before)
    before.close()
    rng = random.Random(seed)
    pages = (desk / DATABASE).stat().st_size // PAGE
    for page in rng.sample(range(TABLES, pages), 1 + seed % 4):
        damage(desk, page)
    made = mend_profile(desk)
    after = open_profile(desk)
    found = states(after)
    assert after.reader().check() == [] or "events" in made.lost
    assert strangers(after) == []
    after.close()
    whole_cases = {number for number in found if found[number] == known.get(number)}
    if "events" not in made.lost:
        assert found == known
    else:  # a page holds the events of a few cases
        assert len(whole_cases) >= CASES - 25
    assert (desk / made.damaged / DATABASE).exists()
    assert not (desk / PLACE).exists()


def test_that_a_sound_database_loses_nothing(desk: Path) -> None:
    known = open_profile(desk)
    before, identity = states(known), (known.desk, known.mark, known.room)
    known.close()
    assert mend_profile(desk).lost == {}
    after = open_profile(desk)
    assert states(after) == before
    assert (after.desk, after.mark, after.room) == identity
    assert after.reader().check() == []
    assert after.reader().room_setting("limits")["claim"] == 120.0
    with after.writer.write(actor="asha") as tx:
        alerts.add_alert(tx, source="phone", text="goodbye, one more")
    assert len(states(after)) == len(before) + 1
    after.close()


@pytest.mark.parametrize("point", ["mended", "half-in-place"])
def test_that_a_kill_at_any_point_is_made_good_by_the_next_start(desk: Path, point: str) -> None:
    known = open_profile(desk)
    before = states(known)
    known.close()
    words = [sys.executable, "-m", "controlroom", "--profile", str(desk), "mend"]
    done = subprocess.run(
        words, env=os.environ | {"CONTROLROOM_FAIL_POINT": point}, capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL
    after = open_profile(desk)
    assert states(after) == before
    after.close()
    assert not (desk / PLACE).exists()
    assert len(list(desk.glob("damaged-*/room.db"))) == 1


def test_that_nothing_is_changed_where_nothing_can_be_read(desk: Path) -> None:
    with (desk / DATABASE).open("r+b") as file:
        file.seek(100)
        file.write(bytes(64))
    before = (desk / DATABASE).read_bytes()
    with pytest.raises(WorldFault, match="Restore the profile from its backup"):
        mend_profile(desk)
    assert (desk / DATABASE).read_bytes() == before
    assert not list(desk.glob("damaged-*"))


def test_that_it_is_not_done_under_an_open_window(desk: Path) -> None:
    opened = open_profile(desk)
    opened.lock_window()
    with pytest.raises(WorldFault, match="already open"):
        mend_profile(desk)
    opened.close()


def test_that_it_is_not_done_under_a_program_without_a_window(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "mails").mkdir()
    words = [sys.executable, "-m", "controlroom", "--profile", str(desk)]
    service = subprocess.Popen(
        [*words, "intake", "--folder", str(tmp_path / "mails")], stdout=subprocess.PIPE
    )
    assert service.stdout is not None
    service.stdout.readline()  # it says how it is: it has the profile open
    done = subprocess.run([*words, "mend"], capture_output=True, text=True, check=False)
    assert (done.returncode, "Other programs have this profile open" in done.stderr) == (1, True)
    service.kill()
    service.communicate()
    assert mend_profile(desk).lost == {}


def test_that_it_is_not_opened_while_it_is_being_mended(desk: Path) -> None:
    with alone(desk), pytest.raises(WorldFault, match="being mended just now"):
        open_profile(desk)
    open_profile(desk).close()
    mend_profile(desk)  # a profile that was closed, or did not open, is not in the way


def test_that_who_opens_waits_at_the_door_for_who_finishes_the_mending(desk: Path) -> None:
    told: list[Profile] = []
    with door(desk):
        thread = Thread(target=lambda: told.append(open_profile(desk)))
        thread.start()
        thread.join(1)
        assert told == []
    thread.join(60)
    told[0].close()


def test_that_of_several_that_come_after_a_kill_one_finishes_it(desk: Path) -> None:
    known = open_profile(desk)
    before = states(known)
    known.close()
    words = [sys.executable, "-m", "controlroom", "--profile", str(desk)]
    killed = os.environ | {"CONTROLROOM_FAIL_POINT": "half-in-place"}
    assert subprocess.run([*words, "mend"], env=killed, check=False).returncode == -signal.SIGKILL
    both = [
        subprocess.Popen([*words, "cases", "--all", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for one in both:
        out, err = one.communicate()
        assert (one.returncode, err) == (0, b"")
        assert {row["number"] for row in json.loads(out)} == set(before)
    assert len(list(desk.glob("damaged-*/mended.json"))) == 1
    after = open_profile(desk)
    assert states(after) == before
    after.close()


def test_that_a_bad_page_spoils_no_other_reading_and_no_other_write(desk: Path) -> None:
    """SQLCipher reads nothing more on a connection that met one."""
    sound = (desk / DATABASE).read_bytes()
    for page in range(TABLES, len(sound) // PAGE):
        (desk / DATABASE).write_bytes(sound)
        damage(desk, page)
        opened = open_profile(desk)
        try:
            told = [_try(partial(opened.reader().case_view, row.id)) for row in rows_of(opened)]
            if not all(told):
                break
        except Damaged:  # the rows themselves
            pass
        finally:
            opened.close()
    opened = open_profile(desk)
    rows = rows_of(opened)
    assert [_try(partial(opened.reader().case_view, row.id)) for row in rows] == told
    assert CASES - 25 < sum(told) < CASES
    assert [_try(partial(_note, opened, row.id)) for row in rows] == told
    opened.close()


def _note(desk: Profile, case_id: UUID) -> None:
    with desk.writer.write(actor="asha") as tx:
        steps.add_note(tx, case_id, text="she answered")


def _try(work: Callable[[], object]) -> bool:
    try:
        work()
    except Damaged:
        return False
    return True


def test_that_a_connected_desk_fetches_what_it_lost(opening: Open, tmp_path: Path) -> None:
    room = SharedRoom()
    here, there = opening("a"), opening("b")
    connect(here, "asha")
    connect(there, "bilal")
    fill(here, 30)
    while push(here, room):
        pass
    while pull(there, room):
        pass
    with here.writer.write(actor="asha") as tx:
        alerts.add_alert(tx, source="phone", text="goodbye, not sent yet")
    here.close()
    shutil.copytree(tmp_path / "a", tmp_path / "c")
    pages = (tmp_path / "a" / DATABASE).stat().st_size // PAGE
    damage(tmp_path / "a", next(page for page in range(TABLES, pages) if _holds_events(tmp_path / "c", page)))
    made = mend_profile(tmp_path / "a")
    assert made.lost["events"] > 0
    again = opening("a")
    while pull(again, room):
        pass
    while push(again, room):
        pass
    while pull(there, room) + pull(again, room):
        pass
    assert states(again) == states(there)
    assert len(states(again)) == 31
    assert again.reader().check() == [] or made.lost
    assert again.replica.set_aside_count() == 0


def _holds_events(folder: Path, page: int) -> bool:
    """Whether this page, bad, costs events: tried on a copy."""
    sound = (folder / DATABASE).read_bytes()
    damage(folder, page)
    lost = mend_profile(folder).lost
    (folder / DATABASE).write_bytes(sound)
    for left in folder.glob("damaged-*"):
        shutil.rmtree(left)
    return "events" in lost


def test_that_a_bad_page_is_found_by_the_check_of_a_start(desk: Path) -> None:
    told: list[Damaged] = []
    for is_bad in (False, True):
        if is_bad:
            damage(desk, (desk / DATABASE).stat().st_size // PAGE - 1)
        opened = open_profile(desk)
        loop = opened.checkup(told.append)
        loop._after_s = 0
        loop.run(Event())
        opened.close()
        assert len(told) == is_bad
        assert is_damage_seen(desk) is is_bad
    mend_profile(desk)
    assert not is_damage_seen(desk)


def test_that_the_check_ends_when_the_program_does(desk: Path) -> None:
    opened, stop = open_profile(desk), Event()
    thread = Thread(target=opened.checkup(lambda fault: None).run, args=(stop,))
    thread.start()
    stop.set()
    thread.join(60)
    assert not thread.is_alive()
    opened.close()

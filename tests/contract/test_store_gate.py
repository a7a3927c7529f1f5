"""Who writes when: a loop is told that a person waits, and ends its transaction early."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from controlroom.casework.arriving import alerts
from controlroom.casework.ports import Changes
from controlroom.errors import WorldFault
from controlroom.mailroom import intake_loop, source_from
from controlroom.store import Profile, connections, open_profile
from controlroom.store.writer import StoreWriter


@pytest.fixture
def desk(profile: Path) -> Iterator[Profile]:
    opened = open_profile(profile)
    yield opened
    opened.close()


def test_that_a_loop_sees_that_a_person_waits(desk: Profile) -> None:
    def act() -> None:
        with desk.writer.write(actor="asha") as tx:
            alerts.add_alert(tx, source="phone", text="on the bridge")

    person = Thread(target=act)
    with desk.writer.write(actor="intake", is_person=False):
        assert not desk.writer.is_wanted
        person.start()
        until = time.monotonic() + 60
        while not desk.writer.is_wanted and time.monotonic() < until:
            time.sleep(0.001)
        assert desk.writer.is_wanted
    person.join(60)
    assert not desk.writer.is_wanted
    assert desk.reader().counts()["cases"] == 1


@pytest.mark.parametrize(("is_wanted", "most"), [(True, 1), (False, 10)])
def test_that_intake_takes_many_rows_in_one_transaction_only_while_nobody_waits(
    desk: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_wanted: bool, most: int
) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    for number in range(22):
        (folder / f"{number:02}.eml").write_bytes(b"Subject: alert\n\nPhone: 98390 123%02d" % number)
    monkeypatch.setattr(StoreWriter, "is_wanted", is_wanted)
    commits: list[Changes] = []
    desk.writer.published = commits.append
    intake_loop(desk, source_from({"kind": "folder", "folder": str(folder)}), lambda health: None).run_once()
    rows = [len(commit.new_alerts) for commit in commits if commit.new_alerts]
    assert sum(rows) == 22
    assert max(rows) == most


def pages_ahead(desk: Profile) -> int:
    return desk._gate._pages_ahead()


def test_that_a_loop_carries_the_log_over_beside_and_a_person_does_not(
    desk: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "CARRIED_FROM", 1)
    with desk.writer.write(actor="asha") as tx:
        alerts.add_alert(tx, source="phone", text="on the bridge")
    assert pages_ahead(desk) > 0
    with desk.writer.write(actor="intake", is_person=False) as tx:
        alerts.add_alert(tx, source="phone", text="on the roof")
    assert pages_ahead(desk) == 0


def test_that_a_person_writes_while_the_log_is_carried_over(
    desk: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "CARRIED_FROM", 1)
    carry_over = desk._gate._carry_over

    def slowly() -> None:
        with desk.writer.write(actor="asha") as tx:  # would wait for ever if it had to
            alerts.add_alert(tx, source="phone", text="on the bridge")
        carry_over()

    monkeypatch.setattr(desk._gate, "_carry_over", slowly)
    with desk.writer.write(actor="intake", is_person=False) as tx:
        alerts.add_alert(tx, source="phone", text="on the roof")
    assert desk.reader().counts()["cases"] == 2


def test_that_what_was_committed_is_told_although_the_log_could_not_be_carried_over(
    desk: Profile, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("could not be carried over")
    monkeypatch.setattr(connections, "CARRIED_FROM", 1)

    def full() -> None:
        raise WorldFault("The disk is full.")

    monkeypatch.setattr(desk._gate, "_connect", full)
    told: list[Changes] = []
    desk.writer.published = told.append
    with desk.writer.write(actor="intake", is_person=False) as tx:
        case = alerts.add_alert(tx, source="phone", text="on the roof")
    assert [changes.new_alerts for changes in told] == [{case}]


@pytest.mark.timeout(20)
def test_that_a_store_may_be_closed_twice(profile: Path) -> None:
    opened = open_profile(profile)
    opened.close()
    opened.close()

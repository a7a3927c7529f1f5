"""What holds for the whole room: the last word on each subject, on every desk the same."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from roominmemory import NOW, Open, SharedRoom, connect, pull, push

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.calling import directory_steps
from controlroom.casework.calling.directory import Entry
from controlroom.casework.ports import Changes
from controlroom.casework.room.gone import return_claim
from controlroom.casework.room.sharing import SharedEvent
from controlroom.domain.clocks import Limits
from controlroom.domain.roomwide import stream_of
from controlroom.store import Profile, open_profile

CHINHAT = Entry("t1", "thana", "Chinhat", "चिनहट", "Lucknow", phones=("05222700001",))


def save(profile: Profile, entry: Entry) -> None:
    with profile.writer.write(actor="asha") as tx:
        directory_steps.save_entry(tx, entry)


def known(profile: Profile) -> Entry | None:
    return profile.reader().directory().get("t1")


def test_that_helplines_are_there_from_the_first_and_are_to_be_checked(opening) -> None:
    book = opening("a").reader().directory()
    numbers = {phone for one in book.entries for phone in one.phones}
    assert {"112", "1090", "108", "181", "1076", "1098", "14416", "18008914416"} <= numbers
    assert all(one.is_built_in and one.is_stale(date(2026, 11, 29)) for one in book.entries)


def test_that_an_entry_is_seen_in_its_own_transaction_and_told_to_the_panes(opening) -> None:
    desk, heard = opening("a"), list[Changes]()
    desk.writer.published = heard.append
    with desk.writer.write(actor="asha") as tx:
        kept = directory_steps.save_entry(tx, CHINHAT)
        assert tx.directory().get("t1") == kept
        assert directory_steps.mark_checked(tx, "t1").checked_on is not None
        directory_steps.mark_checked(tx, "built-in-112")
    assert heard[0].room == {"directory_changed"}
    assert not desk.reader().directory().get("built-in-112").is_built_in
    with desk.writer.write(actor="asha") as tx:
        directory_steps.remove_entry(tx, "t1")
    assert known(desk) is None


def test_that_the_same_entry_again_is_no_event(opening) -> None:
    desk = opening("a")
    save(desk, CHINHAT)
    before = desk.reader().counts()["events"]
    save(desk, CHINHAT)
    entries = desk.reader().directory().entries
    with desk.writer.write(actor="asha") as tx:
        assert directory_steps.save_all(tx, entries) == 0
    assert desk.reader().counts()["events"] == before


def test_that_the_order_of_the_room_decides_on_both_desks(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    save(first, CHINHAT)
    save(second, replace(CHINHAT, note="second desk"))
    push(second, room)  # the room has the second desk's first
    pull(first, room)
    assert known(first).note == ""  # what is pending here is after what the room has
    push(first, room)
    pull(second, room)
    assert known(first) == known(second)
    assert known(first).note == ""
    save(second, replace(CHINHAT, note="later"))
    push(second, room)
    pull(first, room)
    assert known(first).note == "later"


def test_that_a_word_that_was_ahead_and_came_second_gives_way(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    save(first, CHINHAT)
    answers = room.append(
        "asha", list(first.replica.pending(10))
    )  # taken by the room, the answer still on its way
    save(second, replace(CHINHAT, note="second desk"))
    push(second, room)
    rows = [row for row in room.rows if row.desk == second.replica.desk()]
    first.replica.land(rows)
    assert known(first).note == ""
    first.replica.confirm(answers)
    assert known(first).note == "second desk"


def test_that_what_a_fail_over_lost_counts_as_pending_again(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    first, second = two
    save(second, replace(CHINHAT, note="second desk"))
    push(second, room)
    pull(first, room)
    save(first, CHINHAT)
    push(first, room)
    first.replica.forget_after(0)
    assert known(first).note == ""


def test_that_a_claim_is_returned_only_while_the_one_who_is_gone_holds_it(opening) -> None:
    desk, case = opening("a"), None
    with desk.writer.write(actor="asha") as tx:
        case = alerts.add_alert(tx, source="phone", text="goodbye")
        steps.claim_case(tx, case)
        number = tx.number_of(case)
    with desk.writer.write(actor="bilal") as tx:
        assert return_claim(tx, case, owner="chandan") == ""
        assert return_claim(tx, case, owner="asha") == number
        assert tx.case(case).owner == ""
        assert tx.events(case)[-1].body == {"of": "asha", "reason": "gone"}
        before = len(tx.events(case))
        assert return_claim(tx, case, owner="asha") == ""
        assert len(tx.events(case)) == before


UNUSABLE = (
    ("room_set", {"name": "limits", "value": "none"}),
    ("room_set", {"name": "limits", "value": [1]}),
    ("exercise_changed", {"key": "x", "on": True, "began": "2026-11-30T10:00:00+05:30", "people": 5}),
    ("exercise_changed", {"key": "y", "on": True, "began": "2026-11-30T10:00:00+05:30", "every_s": [1]}),
)


@pytest.mark.parametrize(("kind", "body"), UNUSABLE)
def test_that_a_word_that_nobody_can_use_stops_no_desk_and_keeps_none_from_opening(
    opening: Open, tmp_path: Path, kind: str, body: dict[str, Any]
) -> None:
    desk = opening("a")
    connect(desk, "asha")
    row = SharedEvent(
        1, uuid4(), "room", stream_of(kind), 1, kind, 1, NOW, NOW, "eve", uuid4(), json.dumps(body), "room",
        NOW, "", b"s" * 16, b"d" * 32, b"h" * 32,
    )  # fmt: skip
    assert desk.replica.land([row], cursor=1).set_aside == 0
    assert desk.reader().exercise() is None
    desk.close()
    again = open_profile(tmp_path / "a")
    assert again.writer.limits == Limits()
    assert again.reader().exercise() is None
    again.close()

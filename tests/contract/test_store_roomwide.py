"""What holds for the whole room: the last word on each subject, on every desk the same."""

from dataclasses import replace
from datetime import date

from roominmemory import SharedRoom, pull, push

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.calling import directory_steps
from controlroom.casework.calling.directory import Entry
from controlroom.casework.ports import Changes
from controlroom.casework.room.gone import return_claim
from controlroom.store import Profile

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

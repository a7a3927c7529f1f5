"""What was refused is counted, and its case named, for as long as somebody has to see to it."""

from roominmemory import SharedRoom, act, add, case_of, settle

from controlroom.casework import steps
from controlroom.store import Profile
from controlroom.store.replica import outgoing


def test_that_a_refused_step_is_counted_until_it_is_done_again_or_its_case_is_closed(
    two: tuple[Profile, Profile], room: SharedRoom
) -> None:
    a, _ = two
    first, second = add(a, "one"), add(a, "two")
    settle([a], room)
    room.refuse["note_added"] = "the role may not append this kind"
    for case in (first, second):
        act(a, steps.add_note, case, text="typed")
    settle([a], room)
    numbers = [case_of(a, case).number for case in (first, second)]
    assert a.replica.refused_in() == (numbers[1], numbers[0])
    room.refuse.clear()
    act(a, steps.add_note, first, text="typed")
    assert a.replica.refused_in() == (numbers[1],)
    act(a, steps.triage_case, second, category="not-suicide")
    act(a, steps.close_case, second)
    assert (a.replica.refused_in(), a.replica.refused_count()) == ((), 0)


def test_that_counting_what_was_refused_reads_no_more_than_that(two: tuple[Profile, Profile]) -> None:
    a, _ = two
    plan = a._gate.glance(lambda c: c.execute(f"EXPLAIN QUERY PLAN {outgoing._REFUSED}").fetchall())
    assert [how for *_, how in plan if " r" in how] == ["SCAN r USING INDEX events_refused"]  # a partial one

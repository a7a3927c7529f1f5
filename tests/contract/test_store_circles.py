"""Joins that close a circle, in a store to which the cases come one by one."""

from roominmemory import Open, SharedRoom, act, add, connect, give_keys, settle

from controlroom.casework.arriving import joins
from controlroom.casework.cards import queue_row
from controlroom.store import Profile


def test_that_a_good_join_beside_a_void_one_draws_the_other_case_anew(
    two: tuple[Profile, Profile], room: SharedRoom, opening: Open
) -> None:
    a, b = two
    kept, gone = (add(a, text, phone="9839012345") for text in ("one", "two"))
    settle([a, b], room)
    act(a, joins.join_cases, kept, gone, reason="same")
    act(b, joins.join_cases, gone, kept, reason="same")
    settle([a, b], room)  # the second of them is void
    act(a, joins.split_cases, kept, gone)
    act(a, joins.join_cases, gone, kept, reason="same")
    settle([a, b], room)
    late = opening("late")
    connect(late, "chitra")
    of_gone = [row for row in room.rows if row.stream_id == gone]
    good = max(at for at, row in enumerate(of_gone) if row.kind == "case_joined")
    give_keys(late, room, room.rows)
    for rows in ([row for row in room.rows if row.stream_id == kept], of_gone[:good], of_gone[good:]):
        late.replica.land(rows)
        view = late.reader().case_view(kept)
        assert view is not None
        assert view.row == queue_row(view.case)
    assert [case for case, _ in view.case.absorbed] == [gone]

"""Joins in a circle: which are void follows from the order of the room, not from the order of arrival."""

import random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from controlroom.domain.circles import Join, moment_of, void_joins

A, B, C = (UUID(int=n) for n in (1, 2, 3))


def join(event: int, case: UUID, into: UUID, *, undone: int | None = None) -> Join:
    seq = event if event < 100 else None  # from 100 on: pending
    gone = None if undone is None else moment_of(undone, UUID(int=undone))
    return Join(UUID(int=event), case, into, moment_of(seq, UUID(int=event)), gone)


def void(*joins: Join) -> set[int]:
    return {event.int for event in void_joins(joins)}


def test_that_the_later_of_two_is_void() -> None:
    assert void(join(1, A, B), join(2, B, A)) == {2}
    assert void(join(2, B, A), join(1, A, B)) == {2}
    assert void(join(150, A, B), join(2, B, A)) == {150}


def test_that_a_circle_of_three_is_cut_at_its_end() -> None:
    assert void(join(1, A, B), join(2, B, C), join(3, C, A)) == {3}
    assert void(join(1, A, B), join(2, B, C), join(3, A, C)) == set()
    assert void(join(1, A, A)) == {1}


def test_that_a_join_taken_back_before_does_not_count_and_one_taken_back_after_does() -> None:
    assert void(join(1, A, B, undone=2), join(3, B, A)) == set()
    assert void(join(1, A, B, undone=4), join(3, B, A)) == {3}


@given(
    st.lists(st.tuples(st.sampled_from([A, B, C]), st.sampled_from([A, B, C])), max_size=8),
    st.randoms(use_true_random=False),
)
def test_that_what_stands_never_closes_a_circle(pairs: list[tuple[UUID, UUID]], rng: random.Random) -> None:
    joins = [join(n, case, into) for n, (case, into) in enumerate(pairs, 1)]
    bad = void_joins(joins)
    good = [one for one in joins if one.event not in bad]
    for one in good:
        here, steps = {one.into}, 0
        while here and steps < 9:
            assert one.case not in here
            here, steps = {other.into for other in good if other.case in here}, steps + 1
    rng.shuffle(joins)
    assert void_joins(joins) == bad

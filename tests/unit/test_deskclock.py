"""A desk's wrong clock is put right while it is as wrong as it was."""

from controlroom.store.desk.deskclock import DeskClock


class Machine:
    """A wall clock that somebody sets, and one that runs since the start."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_800_000_300.0, 50.0

    def go(self, seconds: float) -> None:
        self.wall, self.steady = self.wall + seconds, self.steady + seconds

    def clock(self, kept: object = None) -> DeskClock:
        return DeskClock(kept, wall=lambda: self.wall, steady=lambda: self.steady)  # type: ignore[arg-type]


def test_that_a_clock_that_is_minutes_off_is_put_right_until_it_is_set() -> None:
    machine = Machine()
    clock = machine.clock()
    assert clock.now().timestamp() == 1_800_000_300
    kept = clock.learn(300_000)
    assert kept is not None
    assert clock.now().timestamp() == 1_800_000_000
    machine.go(60)
    assert clock.now().timestamp() == 1_800_000_060
    assert machine.clock(kept).now().timestamp() == 1_800_000_060  # another process of this desk
    assert clock.learn(300_020) is None
    machine.wall -= 300  # somebody sets it
    assert clock.now().timestamp() == 1_800_000_060
    assert machine.clock(kept).now().timestamp() == 1_800_000_060
    assert clock.learn(10) == (0.0, machine.wall - machine.steady)
    assert clock.learn(-20) is None


def test_that_a_machine_that_was_started_anew_forgets_what_its_clock_was() -> None:
    machine = Machine()
    kept = machine.clock().learn(-120_000)
    machine.go(500)
    machine.steady = 3.0
    again = machine.clock(kept)
    assert again.now().timestamp() == machine.wall
    assert again.learn(-120_000) is not None
    assert again.now().timestamp() == machine.wall + 120


def test_that_a_second_or_two_is_the_way_there_and_back() -> None:
    machine = Machine()
    clock = machine.clock()
    assert clock.learn(1_900) is None
    assert clock.now().timestamp() == machine.wall

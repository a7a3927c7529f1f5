"""Histories told from a seed: nothing lost, nothing doubled, all desks alike; and a fault is found."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import pytest

from controlroom.casework.room.sharing import Answer
from controlroom.simulation.history import simulate, size_of
from controlroom.simulation.room import Room
from controlroom.store.replica.replica import StoreReplica

_SMALL = {"desks": 3, "minutes": 3}


def _ill(seeds: Iterable[int], size_of: Callable[[int], dict[str, int]]) -> dict[str, Any]:
    """What went wrong in which history, by the words that tell it again."""
    told = {_words(seed, **size_of(seed)): simulate(seed, **size_of(seed)) for seed in seeds}
    return {words: end for words, end in told.items() if not _is_well(end)}


def _words(seed: int, *, desks: int, minutes: int) -> str:
    return f"controlroom simulate --seed {seed} --desks {desks} --minutes {minutes}"


def _is_well(told: dict[str, Any]) -> bool:
    return not (told["lost"] or told["doubled"] or told["diverged"])


@pytest.mark.parametrize("tens", range(20))
def test_that_two_hundred_histories_end_well(tens: int) -> None:
    assert _ill(range(10 * tens, 10 * tens + 10), lambda seed: _SMALL) == {}


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("hundreds", range(100))
def test_that_ten_thousand_histories_end_well(hundreds: int) -> None:
    assert _ill(range(1_000 + 100 * hundreds, 1_100 + 100 * hundreds), size_of) == {}


def test_that_the_same_seed_tells_the_same_history_and_another_another() -> None:
    words = [
        sys.executable,
        "-m",
        "controlroom",
        "simulate",
        "--json",
        "--desks",
        "4",
        "--minutes",
        "4",
        "--seed",
    ]
    said = [subprocess.run([*words, seed], capture_output=True, timeout=120, check=True) for seed in "776"]
    one, again, other = (json.loads(each.stdout) for each in said)
    assert one == again
    assert set(one) == {"seed", "events", "lost", "doubled", "diverged", "trace_sha256"}
    assert one["events"] > 20
    assert one["trace_sha256"] != other["trace_sha256"]


def test_that_a_desk_that_forgets_nothing_after_a_fail_over_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StoreReplica, "forget_after", lambda self, seq: 0)
    assert not all(_is_well(_told(seed)) for seed in range(10))


def test_that_a_desk_that_passes_over_a_row_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    land, rng = StoreReplica.land, random.Random(1)

    def careless(self: StoreReplica, rows: Any, *, cursor: int | None = None) -> Any:
        return land(self, [row for row in rows if rng.random() < 0.95], cursor=cursor)

    monkeypatch.setattr(StoreReplica, "land", careless)
    assert not all(_is_well(_told(seed)) for seed in range(10))


def test_that_a_desk_that_swaps_two_rows_of_a_case_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    land, rng = StoreReplica.land, random.Random(1)

    def careless(self: StoreReplica, rows: Any, *, cursor: int | None = None) -> Any:
        rows = list(rows)
        for at, (one, next_) in enumerate(pairwise(rows)):
            if one.stream_id == next_.stream_id and rng.random() < 0.05:
                rows[at : at + 2] = (
                    next_._replace(stream_seq=one.stream_seq),
                    one._replace(stream_seq=next_.stream_seq),
                )
                break
        return land(self, rows, cursor=cursor)

    monkeypatch.setattr(StoreReplica, "land", careless)
    assert not all(_is_well(_told(seed)) for seed in range(10))


def test_that_a_server_that_takes_an_event_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Room._one

    def forgetful(self: Room, *given: Any) -> Answer:
        self._known.clear()
        return one(self, *given)

    monkeypatch.setattr(Room, "_one", forgetful)
    monkeypatch.setattr(Room, "fail_over", lambda self, lost: None)
    assert any(_told(seed)["doubled"] for seed in range(10))


def _told(seed: int) -> dict[str, Any]:
    """A store that refuses what makes no sense has found the fault too."""
    try:
        return simulate(seed, desks=3, minutes=6)
    except Exception as fault:
        return {"lost": 0, "doubled": 1, "diverged": type(fault).__name__}

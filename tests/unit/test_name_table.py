"""The table of pairs: what is found, what is wrongly proposed, and what plain fuzzy matching makes of it."""

from collections.abc import Callable

import pytest
from name_table import Pair, at_its_best, figures, lot
from rapidfuzz import fuzz

from controlroom.clues.names import PROPOSED, alike, name_keys, sought_keys
from controlroom.clues.romanizing import latin_words

# For each lot the same persons that are found at least, and the others that are proposed at most.
HELD = {"rules": (55, 0), "scenes": (55, 0), "ear": (54, 0), "later": (30, 1)}
FUZZY: dict[str, Callable[[str, str], float]] = {
    "token_sort_ratio": lambda one, other: fuzz.token_sort_ratio(one.lower(), other.lower()),
    "WRatio": lambda one, other: fuzz.WRatio(one.lower(), other.lower()),
    "token_sort_ratio, romanised": lambda one, other: fuzz.token_sort_ratio(
        latin_words(one), latin_words(other)
    ),
    "WRatio, romanised": lambda one, other: fuzz.WRatio(latin_words(one), latin_words(other)),
}
EVERY = tuple(pair for name in HELD for pair in lot(name))


def ours(one: str, other: str) -> float:
    return alike(one, other).score


def test_that_the_table_is_as_large_as_promised() -> None:
    same = sum(pair.is_same for pair in EVERY)
    assert same >= 150
    assert len(EVERY) - same >= 120
    assert len({(pair.one, pair.other) for pair in EVERY}) == len(EVERY)


@pytest.mark.parametrize("name", HELD)
def test_that_each_lot_is_told_apart(name: str) -> None:
    found, wrong = HELD[name]
    told = figures(lot(name), ours, PROPOSED)
    assert told.found >= found, told
    assert told.wrong <= wrong, told


@pytest.mark.parametrize("fuzzy", FUZZY)
@pytest.mark.parametrize("name", HELD)
def test_that_plain_fuzzy_matching_is_worse_even_at_its_best(name: str, fuzzy: str) -> None:
    best = at_its_best(lot(name), FUZZY[fuzzy], range(30, 101))
    told = figures(lot(name), ours, PROPOSED)
    assert told.errors * 2 < best.errors, f"{told}; {fuzzy}: {best}"


@pytest.mark.parametrize("pair", EVERY, ids=str)
def test_that_a_likeness_does_not_depend_on_who_is_named_first(pair: Pair) -> None:
    assert ours(pair.one, pair.other) == pytest.approx(ours(pair.other, pair.one))


def test_that_whoever_is_proposed_is_also_found_by_the_keys() -> None:
    lost = [
        pair
        for pair in EVERY
        if ours(pair.one, pair.other) >= PROPOSED
        and not (
            name_keys(pair.one) & sought_keys(pair.other) and name_keys(pair.other) & sought_keys(pair.one)
        )
    ]
    assert lost == []

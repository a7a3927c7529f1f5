"""The tables of words by how they sound. Made at the first question: about 40 ms."""

from functools import cache

from controlroom.clues.names import given, words
from controlroom.clues.names.sounds import bones, sound

_WEIGHTS = (
    ("empty", words.EMPTY, 0.05),
    ("light", words.LIGHT, 0.3),
    ("half", words.HALVES, 0.45),
    ("family", words.FAMILY, 0.7),
)


def _sounds(*tables: str) -> frozenset[str]:
    return frozenset(sound(word) for table in tables for word in table.split())


@cache
def kinds() -> dict[str, tuple[str, float]]:
    """What kind of piece a sound is and how much it tells; what is not here is a given name."""
    told: dict[str, tuple[str, float]] = {}
    for kind, table, weight in reversed(_WEIGHTS):
        told |= dict.fromkeys(_sounds(table), (kind, weight))
    return told


@cache
def same_sounds() -> dict[str, str]:
    """The sound of a spelling that no rule leads home, and the sound that is meant."""
    return {sound(word): sound(same) for word, same in words.SAME.items()}


@cache
def own_names() -> frozenset[str]:
    """The sounds of names that stand by themselves: two of them that differ are two names."""
    return _sounds(given.MEN, given.WOMEN, given.MUSLIM, words.FAMILY, words.HALVES)


@cache
def full_names() -> dict[str, tuple[str, ...]]:
    """By the sound of a short form, the sounds of what it may stand for."""
    lines = words.lines_of(words.SHORT)
    return {sound(short): tuple(sound(name) for name in told) for short, told in lines.items()}


@cache
def full_bones() -> dict[str, tuple[str, ...]]:
    """The same by their bones, as they are kept."""
    return {short: tuple(bones(name) for name in told) for short, told in full_names().items()}

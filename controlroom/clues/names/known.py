"""The tables of words by how they sound, loosely. Made at the first question: about 40 ms."""

from functools import cache

from controlroom.clues.names import given, words
from controlroom.clues.names.sounds import bones, loose, sound

_WEIGHTS = (
    ("empty", words.EMPTY, 0.05),
    ("light", words.LIGHT, 0.3),
    ("half", words.HALVES, 0.45),
    ("family", words.FAMILY, 0.7),
)


def _sounds(*tables: str) -> frozenset[str]:
    return frozenset(loose(sound(word)) for table in tables for word in table.split())


@cache
def kinds() -> dict[str, tuple[str, float]]:
    """What kind of piece a sound is and how much it tells; what is not here is a given name."""
    told: dict[str, tuple[str, float]] = {}
    for kind, table, weight in reversed(_WEIGHTS):
        told |= dict.fromkeys(_sounds(table), (kind, weight))
    return told


@cache
def meant() -> dict[str, str]:
    """By a writing that no rule leads home, as it stands and as it sounds, the sound of what is meant."""
    told: dict[str, str] = {}
    for word, writings in words.lines_of(words.WRITINGS).items():
        for writing in writings:
            told[writing] = sound(word)
            if len(writing) > 3:  # a short one is an abbreviation, and means nothing by its sound
                told[loose(sound(writing))] = sound(word)
    return told


@cache
def own_names() -> frozenset[str]:
    """The sounds, strict and loose, of names that stand by themselves: two that differ are two names."""
    tables = (given.MEN, given.WOMEN, given.ARABIC_PERSIAN, words.FAMILY, words.HALVES)
    told = [sound(word) for table in tables for word in table.split()]
    return frozenset((*told, *map(loose, told)))


@cache
def full_names() -> dict[str, tuple[str, ...]]:
    """By the sound of a short form, the sounds of what it may stand for."""
    lines = words.lines_of(words.SHORT)
    return {loose(sound(short)): tuple(loose(sound(name)) for name in told) for short, told in lines.items()}


@cache
def full_bones() -> dict[str, tuple[str, ...]]:
    """The same by their bones, as they are kept."""
    return {short: tuple(bones(name) for name in told) for short, told in full_names().items()}

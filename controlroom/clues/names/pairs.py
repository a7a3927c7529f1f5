"""How alike two pieces of names are, and what makes them so. Pure."""

from functools import lru_cache
from typing import Final

from controlroom.clues.names.known import full_names, own_names
from controlroom.clues.names.sounds import loose, spoken

_VOWEL: Final = frozenset("aeiou")
_SOFT: Final = {frozenset("ae"), frozenset("ei"), frozenset("ou")}


@lru_cache(maxsize=16384)
def pieces_alike(one: str, other: str) -> tuple[float, str]:
    """Of two `sound`s: 0..1 and how they match: sound, short, typing, or nothing."""
    if one == other:
        return 1.0, "sound"
    if spoken(one) == spoken(other):
        return 0.93, "sound"
    mine, theirs = loose(one), loose(other)
    if theirs in full_names().get(mine, ()) or mine in full_names().get(theirs, ()):
        return 0.6, "short"
    if one in own_names() and other in own_names():
        return 0.0, ""
    if mine == theirs:
        return 0.9, "sound"
    if mine in own_names() and theirs in own_names():
        return 0.0, ""
    vowels = _by_vowels(one, other)
    if vowels:
        return vowels, "sound"
    return _by_typing(one, other)


def _by_vowels(one: str, other: str) -> float:
    """The same consonants, and vowels that are written for one another inside a word: Anil is not Anila."""
    if one[-1] != other[-1] and not _VOWEL.isdisjoint((one[-1], other[-1])):
        return 0.0
    if [c for c in one if c not in _VOWEL] != [c for c in other if c not in _VOWEL]:
        return 0.0
    if len(one) == len(other):
        unlike = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        return max(0.0, 0.9 - 0.1 * len(unlike)) if all(pair in _SOFT for pair in unlike) else 0.0
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return 0.85 if len(shorter) >= 4 and _apart(longer, shorter) == 1 else 0.0


def _apart(one: str, other: str) -> int:
    """Letters left out, put in, changed or turned round; 3 for whatever is more than 2."""
    from rapidfuzz.distance import OSA  # takes 15 ms to load

    return OSA.distance(one, other, score_cutoff=2)


def _by_typing(one: str, other: str) -> tuple[float, str]:
    """One letter wrong, missing or in the wrong place inside a word; two in a long one."""
    least = min(len(one), len(other))
    if one[0] != other[0] or least < 5:
        return 0.0, ""
    apart = _apart(one, other)
    is_turned = apart == 1 and least > 5 and sorted(one) == sorted(other)
    if is_turned or (one[-1] == other[-1] and apart <= (2 if least > 8 else 1)):
        return 0.65, "typing"
    return 0.0, ""

"""One spelling for names in either script, so that 'Chinhat' and 'चिनहट' meet. Pure.

Three keys, from strict to loose: `letters` (Latin letters and digits), `sound` (common variants made one, the
inherent a dropped) and `bones` (consonants only).
"""

import re

from controlroom.clues.romanizing import latin_words

# Written one way or another by different clerks; the order matters.
_SAME_SOUND = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"ksh|x", "ks"),
        (r"chh?", "c"),
        (r"sh", "s"),
        (r"([kgjtdpb])h", r"\1"),
        (r"f", "p"),
        (r"q", "k"),
        (r"z", "j"),
        (r"w", "v"),
        (r"ph", "p"),
        (r"rh", "d"),
        (r"iy(?=[aeiou])", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"ee|ie|y(?![aeiou])", "i"),
        (r"oo|ou", "u"),
        (r"a[iy]", "e"),
        (r"a[uv](?![aeiou])|o[uv](?![aeiou])", "o"),
        (r"(?<=.)a", ""),
        (r"m(?=[pb])", "n"),
        (r"(.)\1+", r"\1"),
    )
)


def letters(text: str) -> str:
    """The Latin letters and digits of a name, nothing between them."""
    return latin_words(text).replace(" ", "")


def sound(plain: str) -> str:
    """`letters` with the common variants made one: Bara Banki, Barabanki and बाराबंकी come out the same."""
    for pattern, made in _SAME_SOUND:
        plain = pattern.sub(made, plain)
    return plain


def bones(sounded: str) -> str:
    """The consonants of a `sound`."""
    return sounded[:1] + "".join(c for c in sounded[1:] if c not in "aeiou")

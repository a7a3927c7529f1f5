"""How a piece of a name sounds: one form for the spellings that clerks, phones and two scripts give it. Pure.

Three keys, from strict to loose. `sound` keeps what tells Sunita from Sangita and Kamal from Kamla; `loose`
also makes one what East and West say differently; `bones` are the consonants.
"""

import re
from functools import lru_cache

_VOWEL = "aeiou"
# The order matters: each rule reads what the one before left.
_ONE_SPELLING = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"(?:^|(?<=pra)|(?<=ya)|(?<=vi)|(?<=n))(?:jn|dny)|gny", "gy"),
        (r"(?:aw?|ow?)u(?![aeiou])|ow(?![aeiou])", "o"),
        (r"aiy+(?=[aeiou])", "ay"),
        (r"(?<=[aeiou])ya(?=[^aeiou])", "y"),
        (r"(?<=[aeiou]r)e$", ""),
        (r"deo$", "dev"),
        (r"ck|q", "k"),
        (r"ksh|x|kch", "ks"),
        (r"z", "j"),
        (r"w", "v"),
        (r"tch|chh?", "C"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"C", "c"),
        (r"ph", "f"),
        (r"sh", "s"),
        (r"([kgjtdb])h", r"\1"),
        (r"([bcdfgjklmnprstvyh])\1+", r"\1"),
        (r"(?<=[aeiou])h$", ""),
        (r"aa+", "a"),
        (r"(?<=[^aeiou])i(?:y+(?=[aeiou])|(?=[aou]))", "y"),
        (r"nks", "ns"),
        (r"i(?=i)", ""),
        (r"(?<=[ae])(?:ye+|yi+|ee)$", "y"),
        (r"ee+|ie$|ii+|(?<=[^aeiou])y(?![aeiou])", "i"),
        (r"oo+|uu+", "u"),
        (r"a[iy](?![aeiou])|e[iy](?![aeiou])|ae", "e"),
        (r"nd[ea]?ra?$", "ndr"),
        (r"(?<=[^aeiou])indr$", "endr"),
        (r"(?<=str|.tr|.sr|.kl|.sn|.pt|.rm|.kt|.dr|.vr)a$", ""),
        (r"n(?=[pbf])", "m"),
        (r"sinh$|sing$", "sing"),
    )
)
_LOOSE = str.maketrans({"v": "b", "f": "p"})


@lru_cache(maxsize=16384)  # two words that stand together come again and again
def sound(plain: str) -> str:
    """Of plain Latin letters: Chaudhary, Choudhary and चौधरी come out the same."""
    for pattern, made in _ONE_SPELLING:
        plain = pattern.sub(made, plain)
    return _without_inherent_a(plain)


def _without_inherent_a(plain: str) -> str:
    """Hindi does not speak an inherent a between vowel-consonant and consonant-vowel: kamala is kamla."""
    letters = list(plain)
    for at in range(len(letters) - 3, 1, -1):
        if (
            letters[at] == "a"
            and letters[at - 1] not in _VOWEL
            and letters[at - 2] in _VOWEL
            and letters[at + 1] not in _VOWEL
            and letters[at + 2] in _VOWEL
        ):
            del letters[at]
    return "".join(letters)


def spoken(sounded: str) -> str:
    """A `sound` without what is said differently from Punjab to Bihar: Vikas is Bikas, Yogendra Jogendra."""
    plain = sounded.translate(_LOOSE)
    return "j" + plain[1:] if plain[:1] == "y" else plain


def loose(sounded: str) -> str:
    """As `spoken`, without the a inside a word, written or not: Agarwal is Agrawal, Archana Archna."""
    plain = spoken(sounded)
    return plain[:1] + plain[1:-1].replace("a", "") + plain[1:][-1:]


def bones(sounded: str) -> str:
    """The first letter and the consonants of a `loose` form."""
    plain = loose(sounded)
    return plain[:1] + "".join(letter for letter in plain[1:] if letter not in _VOWEL)

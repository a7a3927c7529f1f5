"""One spelling for names in either script, so that 'Chinhat' and 'चिनहट' meet. Pure.

Three keys, from strict to loose: `letters` (Latin letters and digits), `sound` (common variants made one, the
inherent a dropped) and `bones` (consonants only).
"""

import re
import unicodedata

from controlroom.clues.folding import fold_text

_CONSONANTS = {
    **dict(zip("कखगघङ", ("k", "kh", "g", "gh", "n"), strict=True)),
    **dict(zip("चछजझञ", ("ch", "chh", "j", "jh", "n"), strict=True)),
    **dict(zip("टठडढण", ("t", "th", "d", "dh", "n"), strict=True)),
    **dict(zip("तथदधन", ("t", "th", "d", "dh", "n"), strict=True)),
    **dict(zip("पफबभम", ("p", "ph", "b", "bh", "m"), strict=True)),
    **dict(zip("यरलवळ", ("y", "r", "l", "v", "l"), strict=True)),
    **dict(zip("शषसह", ("sh", "sh", "s", "h"), strict=True)),
}
_VOWELS = dict(
    zip("अआइईउऊऋएऐओऔऑऍ", ("a", "a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o", "e"), strict=True)
)
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", ("a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o", "e"), strict=True))
_NASALS = "ंँ"
_HALANT = "\u094d"

_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_OTHER = re.compile(r"[^a-z0-9 ]+")
_SPACES = re.compile(r"\s+")
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


def words(text: str) -> str:
    """Lower-case Latin words of a text in either script, one space between them."""
    # The folding drops the dot below; in this one letter it is heard as r (हापुड़, Hapur).
    plain = fold_text(text if text.isascii() else unicodedata.normalize("NFKC", text).replace("ड़", "र"))
    latin = _romanize(plain) if _DEVANAGARI.search(plain) else plain
    return _SPACES.sub(" ", _OTHER.sub(" ", latin)).strip()


def letters(text: str) -> str:
    """The Latin letters and digits of a name, nothing between them."""
    return words(text).replace(" ", "")


def sound(plain: str) -> str:
    """`letters` with the common variants made one: Bara Banki, Barabanki and बाराबंकी come out the same."""
    for pattern, made in _SAME_SOUND:
        plain = pattern.sub(made, plain)
    return plain


def bones(sounded: str) -> str:
    """The consonants of a `sound`."""
    return sounded[:1] + "".join(c for c in sounded[1:] if c not in "aeiou")


def _romanize(text: str) -> str:
    out: list[str] = []
    at, end = 0, len(text)
    while at < end:
        letter = text[at]
        at += 1
        if letter in _CONSONANTS:
            out.append(_CONSONANTS[letter])
            if at < end and text[at] == _HALANT:
                at += 1
            elif at < end and _DEVANAGARI.match(text[at]) and text[at] not in _SIGNS:
                out.append("a")
        elif letter in _NASALS:
            out.append("n")
        else:
            out.append(_VOWELS.get(letter, _SIGNS.get(letter, " " if letter == "।" else letter)))
    return "".join(c for c in out if not _DEVANAGARI.match(c))

"""Words of either script in plain Latin letters: चिनहट is chinahat. For comparing only, never shown. Pure."""

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


def latin_words(text: str) -> str:
    """Lower-case Latin words of a text in either script, one space between them."""
    # The folding drops the dot below; in this one letter it is heard as r (हापुड़, Hapur).
    plain = fold_text(text if text.isascii() else unicodedata.normalize("NFKC", text).replace("ड़", "र"))
    latin = _romanize(plain) if _DEVANAGARI.search(plain) else plain
    return _SPACES.sub(" ", _OTHER.sub(" ", latin)).strip()


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

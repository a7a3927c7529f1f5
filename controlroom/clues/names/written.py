"""A name as it was written, taken apart: the pieces and what each is worth, aliases, whose child or wife."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from controlroom.clues.folding import WORD
from controlroom.clues.names import words
from controlroom.clues.names.known import kinds, meant
from controlroom.clues.names.sounds import bones, loose, sound
from controlroom.clues.romanizing import latin_words

LONGEST: Final = 200  # characters of a name that are read
_MOST_PIECES: Final = 6
_MOST_NAMES: Final = 4  # each is compared with each of the other side
_START = r"(?<![\w\u0900-\u0963])"  # of a word: a vowel sign is no \w
_END = r"(?![\w\u0900-\u0963])"
_ALIAS = re.compile(rf"[@()\[\]|]|{_START}(?:urf|alias|a\.?k\.?a\.?|उर्फ){_END}", re.I)
_RELATION = re.compile(
    rf"{_START}(?:(?P<latin>[swdc])\s*/\s*[o0]{_END}\.?"
    rf"|(?P<of>son|wife|daughter|care|father|mother|husband|brother|sister|friend) of{_END}"
    rf"|(?P<hindi>सुपुत्री|सुपुत्र|पुत्री|पुत्र|पत्नी|बेटी|बेटा|पिता|माता|पति){_END})",
    re.I,
)
_WHOSE: Final = {
    "s": "child", "d": "child", "son": "child", "daughter": "child", "w": "spouse", "wife": "spouse",
    "c": "care", "care": "care", "सुपुत्री": "child", "सुपुत्र": "child", "पुत्री": "child", "पुत्र": "child",
    "बेटी": "child", "बेटा": "child", "पिता": "child", "माता": "child", "पत्नी": "spouse", "पति": "spouse",
}  # fmt: skip
_HINDI_STOP = re.compile(r"(?<=[\u0904-\u0963])[०॰]")
_TOKEN = re.compile(rf"({WORD.pattern})(\.?)")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"\d+")
_SPOKEN: Final = {
    letter: latin
    for latin, told in {
        "a": "ए", "b": "बी", "c": "सी", "d": "डी", "e": "ई", "f": "एफ", "g": "जी", "h": "एच", "i": "आई",
        "j": "जे", "k": "के", "l": "एल", "m": "एम", "n": "एन", "o": "ओ", "p": "पी", "q": "क्यू", "r": "आर",
        "s": "एस", "t": "टी", "u": "यू", "v": "वी", "w": "डब्ल्यू", "x": "एक्स", "y": "वाई", "z": "जेड",
    }.items()
    for letter in told.split()
}  # fmt: skip


class Piece(NamedTuple):
    """One word of a name. `weight` says how much it tells: 1 a given name, near 0 Devi or Bano."""

    text: str  # as written
    plain: str  # Latin letters
    sound: str
    loose: str
    bones: str
    kind: str  # given, family, light, half, empty, initial
    weight: float


class Written(NamedTuple):
    """One name taken apart. `joins[i]` is how pieces i and i+1 sound as one word."""

    pieces: tuple[Piece, ...]
    joins: tuple[str, ...]


class Names(NamedTuple):
    """All that one text says: the name and its aliases, and the name of father, mother or husband."""

    names: tuple[Written, ...]
    whose: str  # child, spouse, care, other or nothing
    relation: Written | None


_TITLES: Final = frozenset(words.TITLES.split())
_JOINERS: Final = frozenset(words.JOINERS.split())


@lru_cache(maxsize=8192)
def names_in(text: str) -> Names:
    """Take a text apart; of one without a letter nothing comes out."""
    plain = text[:LONGEST]
    if not plain.isascii():
        plain = _HINDI_STOP.sub(".", unicodedata.normalize("NFKC", plain))
    plain = _HUMP.sub(" ", plain).replace("_", " ")
    told = _RELATION.search(plain)
    own, rest = (plain[: told.start()], plain[told.end() :]) if told else (plain, "")
    names = tuple(one for part in _ALIAS.split(own) if (one := written(part)).pieces)
    relation = written(_ALIAS.split(_RELATION.split(rest)[0])[0]) if told else None
    whose = _WHOSE.get(next(word for word in told.groups() if word).lower(), "other") if told else ""
    return Names(names[:_MOST_NAMES], whose, relation if relation and relation.pieces else None)


def written(text: str) -> Written:
    """One name in its pieces, without titles."""
    pieces: list[Piece] = []
    tokens = _TOKEN.findall(text)
    for at, (word, stop) in enumerate(tokens[: _MOST_PIECES + 3]):
        pieces += _pieces(word, stop, at == len(tokens) - 1 and at > 0)
    named = _placed([piece for piece in pieces if piece.kind != "title"] or pieces)[:_MOST_PIECES]
    joins = tuple(sound(one.plain + other.plain) for one, other in pairwise(named))
    return Written(tuple(named), joins)


def _placed(pieces: list[Piece]) -> list[Piece]:
    """In front Mohan of Mohan Lal is a given name, and so is Bharti of Bharti Devi, where no other stands."""
    if len(pieces) > 1 and (
        pieces[0].kind == "half"
        or (pieces[0].kind == "family" and all(piece.weight < 0.45 for piece in pieces[1:]))
    ):
        return [pieces[0]._replace(kind="given", weight=1.0), *pieces[1:]]
    return pieces


@lru_cache(maxsize=16384)
def _pieces(word: str, stop: str, is_last: bool) -> tuple[Piece, ...]:
    if not is_last and word in _SPOKEN and (stop or word not in ("जी",)):
        return (_initial(word, _SPOKEN[word]),)
    plain = _DIGITS.sub("", latin_words(word)).replace(" ", "")
    if word.endswith("्य"):
        plain += "a"  # said and written so in Latin letters: मौर्य is Maurya
    if not plain or plain in _JOINERS:
        return ()
    if plain in _TITLES:
        return (_made(word, plain, sound(plain), "title", 0.05),)
    if plain in meant():
        return (_made(word, plain, *_known(meant()[plain])),)
    if len(plain) == 1 or (stop and len(plain) == 2):
        return (_initial(word, plain),)
    if _is_initials(plain):
        return tuple(_initial(letter.upper(), letter) for letter in plain)
    sounded = sound(plain)
    return (_made(word, plain, *_known(meant().get(loose(sounded), sounded))),)


def _is_initials(plain: str) -> bool:
    """RK, SP, AK: no name is two letters with a consonant behind, but Om."""
    if len(plain) == 2:
        return plain[1] not in "aeiouy" and plain != "om"
    return len(plain) == 3 and not set(plain) & set("aeiouy")


def _known(sounded: str) -> tuple[str, str, float]:
    """How a piece is heard, its kind and its weight. Srivastav is Srivastava."""
    longer = f"{sounded}a"
    heard = longer if kinds().get(loose(longer), ("",))[0] == "family" else sounded
    return heard, *kinds().get(loose(heard), ("given", 1.0))


def _initial(word: str, plain: str) -> Piece:
    return _made(word, plain, sound(plain), "initial", 1.0)


def _made(word: str, plain: str, heard: str, kind: str, weight: float) -> Piece:
    return Piece(word, plain, heard, loose(heard), bones(heard), kind, weight)

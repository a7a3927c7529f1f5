"""The keys under which a name is stored and looked for. Pure.

What thousands share (a family, Kumar, Devi) begins with `COMMON`, so that the rest can count for more.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from controlroom.clues.names.known import full_bones
from controlroom.clues.names.sounds import bones
from controlroom.clues.names.written import Names, Piece, Written, names_in

COMMON: Final = "~"


def name_keys(text: str) -> frozenset[str]:
    """Under what a known name is kept: a few short Latin keys, none for a text without a letter."""
    return frozenset(key for name in _told(names_in(text)) for key in _kept(name))


def sought_keys(text: str) -> frozenset[str]:
    """By what a name is looked for: Kumar or Devi only where nothing else is, whole names not by initials."""
    return frozenset(key for name in _told(names_in(text)) for key in _sought(name))


def _told(names: Names) -> tuple[Written, ...]:
    return names.names or ((names.relation,) if names.relation else ())


def _kept(name: Written) -> Iterator[str]:
    for piece in _words(name):
        yield from _of_piece(piece)
    for piece, other in _beside(name):
        yield _initial(piece, "*" if piece.kind == "initial" else ".", other)
    yield from _joined(name)


def _sought(name: Written) -> Iterator[str]:
    words = _words(name)
    for piece in [piece for piece in words if piece.weight > 0.4] or words:
        yield from _of_piece(piece)
    for piece, other in _beside(name):
        yield _initial(piece, "*", other)
        if piece.kind == "initial":
            yield _initial(piece, ".", other)
    yield from _joined(name)


def _words(name: Written) -> Sequence[Piece]:
    return [piece for piece in name.pieces if piece.kind != "initial"] or name.pieces


def _beside(name: Written) -> Iterator[tuple[Piece, Piece]]:
    """Each piece with every word beside it that says more than Devi."""
    return ((one, other) for one, other in permutations(name.pieces, 2) if _is_word(other))


def _is_word(piece: Piece) -> bool:
    return piece.kind != "initial" and piece.weight > 0.1


def _of_piece(piece: Piece) -> Iterator[str]:
    yield piece.bones if piece.kind == "given" else f"{COMMON}{piece.bones}"
    yield from full_bones().get(piece.loose, ())


def _initial(piece: Piece, mark: str, other: Piece) -> str:
    """How a piece begins and the word beside it: with a star where only the initial is known, else a dot."""
    return f"{piece.loose[:1]}{mark}{other.bones}"


def _joined(name: Written) -> Iterator[str]:
    """Two pieces written as one: Ram Kumar is Ramkumar; nobody joins a family name."""
    for at, joined in enumerate(name.joins):
        if all(_is_word(piece) and piece.kind != "family" for piece in name.pieces[at : at + 2]):
            yield bones(joined)

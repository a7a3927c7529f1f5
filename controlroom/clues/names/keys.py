"""The keys under which a name is stored and looked for. Pure."""

from collections.abc import Iterator

from controlroom.clues.names.known import full_bones
from controlroom.clues.names.sounds import bones
from controlroom.clues.names.written import Names, Written, names_in


def name_keys(text: str) -> frozenset[str]:
    """Under what a known name is kept: a few short Latin keys, none for a text without a letter."""
    return frozenset(key for name in _told(names_in(text)) for key in _kept(name))


def sought_keys(text: str) -> frozenset[str]:
    """By what a name is looked for: initials only where it has one, whole names only by whole names."""
    return frozenset(key for name in _told(names_in(text)) for key in _sought(name))


def _told(names: Names) -> tuple[Written, ...]:
    return names.names or ((names.relation,) if names.relation else ())


def _kept(name: Written) -> Iterator[str]:
    yield from _whole(name)
    for piece in name.pieces:
        for other in name.pieces:
            if other is not piece and other.weight >= 0.3 and other.kind != "initial":
                yield f"{piece.loose[:1]}.{other.bones}"


def _sought(name: Written) -> Iterator[str]:
    yield from _whole(name)
    initials = [piece for piece in name.pieces if piece.kind == "initial"]
    for initial in initials:
        for other in name.pieces:
            if other.kind != "initial" and other.weight >= 0.3:
                yield f"{initial.loose[:1]}.{other.bones}"


def _whole(name: Written) -> Iterator[str]:
    """The pieces that tell something; where none does, all of them; and two written as one."""
    telling = [piece for piece in name.pieces if piece.weight >= 0.3 and piece.kind != "initial"]
    for piece in telling or name.pieces:
        yield piece.bones
        yield from full_bones().get(piece.sound, ())
    for joined in name.joins:
        yield bones(joined)

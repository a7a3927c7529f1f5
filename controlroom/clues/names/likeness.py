"""How alike two names are: the pieces of one laid on those of the other, and what stays over. Pure."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from controlroom.clues.names.pairs import pieces_alike
from controlroom.clues.names.written import Names, Piece, Written, names_in

MOST: Final = 0.95  # no name is certain by itself
PROPOSED: Final = 0.7  # from here on a person is asked whether it is the same
SHOWN: Final = 0.45  # from here on a search by name shows it: also a family name alone
_INITIAL: Final = 0.75
_LEFT_OVER: Final = 0.3  # of its weight, a piece that the other name leaves out counts against
_FAMILY_ALONE: Final = 0.7
_IN_OTHER_ORDER: Final = 0.97
_SAME_KIN: Final = 0.3
_OTHER_KIN: Final = 0.6


class Reason(NamedTuple):
    """One finding, with the pieces as written. `how`: same, sound, short, initial, joined or typing, where
    they match; only (the other leaves it out); differ; order; kin (one father, mother or husband); other kin.
    """

    how: str
    one: str = ""
    other: str = ""


class Likeness(NamedTuple):
    """0 (two names) to `MOST` (one name), and why."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """For scripts: name:0.84, then each reason as `how:one=other`."""
        return (f"name:{self.score:.2f}", *(f"{how}:{one}={other}" for how, one, other in self.reasons))


class _Match(NamedTuple):
    """Pieces that match, one of each or two against one: `ones` and `others` are their places, as bits."""

    loss: float  # what it is worth, negative: the best sorts first
    ones: int
    others: int
    weight: float
    reason: Reason
    is_family: bool = False  # or less: nothing that tells one of a family from the other


_TELL_LITTLE: Final = ("family", "light", "empty", "title")
_NOTHING: Final = Likeness(0.0, ())


def alike(a: str, b: str) -> Likeness:
    """Of two names as written, with titles, aliases and s/o: whichever of their names are the most alike."""
    one, other = names_in(a), names_in(b)
    best = max(
        (_compared(mine, theirs) for mine in one.names for theirs in other.names),
        key=lambda likeness: likeness.score,
        default=_NOTHING,
    )
    return _with_kin(best, one, other) if one.relation and other.relation else best


def likest(a: str, names: Iterable[str]) -> Likeness:
    """Of all the names that somebody is known by, the one that is the most alike."""
    return max((alike(a, name) for name in names), key=lambda likeness: likeness.score, default=_NOTHING)


def _with_kin(found: Likeness, one: Names, other: Names) -> Likeness:
    assert one.relation and other.relation
    kin = _compared(one.relation, other.relation).score
    names = (_text(one.relation), _text(other.relation))
    if kin >= PROPOSED:
        score = min(MOST, found.score + (1 - found.score) * _SAME_KIN)
        return Likeness(score, (*found.reasons, Reason("kin", *names)))
    if one.whose == other.whose:
        return Likeness(found.score * _OTHER_KIN, (*found.reasons, Reason("other kin", *names)))
    return found


def _text(name: Written) -> str:
    return " ".join(piece.text for piece in name.pieces)


def _compared(one: Written, other: Written) -> Likeness:
    matches = _taken(sorted(_matches(one, other)))
    over = tuple(_left_over(one, other, matches))
    total = sum(match.weight for match in matches) + sum(weight for weight, _ in over)
    score = -sum(match.loss for match in matches) / total if total else 0.0
    reasons = [*(match.reason for match in matches), *(reason for _, reason in over)]
    if all(match.is_family for match in matches):
        score *= _FAMILY_ALONE
        if matches and _is_within(one, other, matches):
            score = max(
                score, SHOWN
            )  # a family name typed alone finds its people, whatever else they are called
    if _is_turned(matches):
        score *= _IN_OTHER_ORDER
        reasons.append(Reason("order"))
    return Likeness(min(MOST, score), tuple(reasons))


def _is_within(one: Written, other: Written, matches: list[_Match]) -> bool:
    """Whether nothing of one of the two names is left over."""
    mine = _left(one.pieces, sum(match.ones for match in matches))
    theirs = _left(other.pieces, sum(match.others for match in matches))
    return not (mine and theirs)


def _left_over(one: Written, other: Written, matches: list[_Match]) -> Iterator[tuple[float, Reason]]:
    """What no match took, and what it costs: little where the other name only leaves it out."""
    mine = _left(one.pieces, sum(match.ones for match in matches))
    theirs = _left(other.pieces, sum(match.others for match in matches))
    for piece, against in zip(mine, theirs, strict=False):
        yield _against(piece, against), Reason("differ", piece.text, against.text)
    shared = min(len(mine), len(theirs))
    for piece in mine[shared:]:
        yield piece.weight * _LEFT_OVER, Reason("only", piece.text, "")
    for piece in theirs[shared:]:
        yield piece.weight * _LEFT_OVER, Reason("only", "", piece.text)


def _matches(one: Written, other: Written) -> Iterator[_Match]:
    for i, mine in enumerate(one.pieces):
        for j, theirs in enumerate(other.pieces):
            share, how = _pair(mine, theirs)
            if share:
                lighter, heavier = sorted((mine.weight, theirs.weight))
                weight = lighter if how == "initial" else heavier
                reason = Reason("same" if mine.plain == theirs.plain else how, mine.text, theirs.text)
                is_family = mine.kind in _TELL_LITTLE and theirs.kind in _TELL_LITTLE
                yield _Match(-share * weight, 1 << i, 1 << j, weight, reason, is_family)
    yield from _joined(one, other)
    for match in _joined(other, one):
        reason = Reason("joined", match.reason.other, match.reason.one)
        yield match._replace(ones=match.others, others=match.ones, reason=reason)


def _pair(mine: Piece, theirs: Piece) -> tuple[float, str]:
    if mine.kind == "initial" or theirs.kind == "initial":
        is_start = theirs.sound.startswith(mine.sound) or mine.sound.startswith(theirs.sound)
        return (_INITIAL, "initial") if is_start else (0.0, "")
    return pieces_alike(mine.sound, theirs.sound)


def _joined(one: Written, other: Written) -> Iterator[_Match]:
    """Two pieces of one that the other writes as one word."""
    for i, joined in enumerate(one.joins):
        for j, theirs in enumerate(other.pieces):
            if joined[0] == theirs.sound[0] and len(theirs.sound) > 4:
                share, _ = pieces_alike(joined, theirs.sound)
                if share >= 0.8:
                    first, second = one.pieces[i : i + 2]
                    weight = first.weight + second.weight
                    reason = Reason("joined", f"{first.text} {second.text}", theirs.text)
                    yield _Match(-share * weight, 3 << i, 1 << j, weight, reason)


def _taken(matches: list[_Match]) -> list[_Match]:
    """The best first, each piece once."""
    mine = theirs = 0
    taken = []
    for match in matches:
        if not (match.ones & mine or match.others & theirs):
            mine |= match.ones
            theirs |= match.others
            taken.append(match)
    return taken


def _against(mine: Piece, theirs: Piece) -> float:
    """What it costs that one name has this piece and the other that: Ram Lal and Ram Prasad are two men."""
    weight = max(mine.weight, theirs.weight)
    return 2 * weight if 0.1 < weight < 0.5 else weight


def _left(pieces: tuple[Piece, ...], matched: int) -> list[Piece]:
    over = [piece for at, piece in enumerate(pieces) if not matched >> at & 1]
    return sorted(over, key=lambda piece: -piece.weight) if over else over


def _is_turned(matches: list[_Match]) -> bool:
    """Whether the matches stand in another order in the other name."""
    if len(matches) < 2:
        return False
    places = [match.others for match in sorted(matches, key=lambda match: match.ones)]
    return places != sorted(places)

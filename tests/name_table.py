"""The pairs of names, written down before anything was tuned, and how a way to compare does on them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).resolve().parent / "data" / "names"


class Pair(NamedTuple):
    """Two writings: of one person, or of two who look alike."""

    is_same: bool
    kind: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a way to compare does at one threshold: same persons found, other persons wrongly proposed."""

    found: int
    same: int
    wrong: int
    others: int

    @property
    def errors(self) -> int:
        return self.same - self.found + self.wrong

    def __str__(self) -> str:
        return f"found {self.found} of {self.same}, wrongly proposed {self.wrong} of {self.others}"


def lot(name: str) -> tuple[Pair, ...]:
    """One file of the table, in its order."""
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_pair(line) for line in lines if line.strip() and not line.startswith("#"))


def _pair(line: str) -> Pair:
    head, names = line.split(": ", 1)
    which, kind = head.split(" ", 1)
    one, other = names.split(" | ")
    assert which in ("same", "other"), line
    return Pair(which == "same", kind, one, other)


def figures(pairs: Sequence[Pair], score: Callable[[str, str], float], least: float) -> Figures:
    """With everything from `least` on proposed."""
    told = [(pair.is_same, score(pair.one, pair.other) >= least) for pair in pairs]
    same = [is_proposed for is_same, is_proposed in told if is_same]
    others = [is_proposed for is_same, is_proposed in told if not is_same]
    return Figures(sum(same), len(same), sum(others), len(others))


def at_its_best(
    pairs: Sequence[Pair], score: Callable[[str, str], float], thresholds: Iterable[float]
) -> Figures:
    """At whichever threshold it errs least on these very pairs: more than it would know in the room."""
    return min((figures(pairs, score, least) for least in thresholds), key=lambda one: one.errors)

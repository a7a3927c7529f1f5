"""A pasted address taken apart: which words name something, and what the words beside them say it is. Pure.

"Thana X, district Y" and "X thana Y" read alike in either script. Every way to attach the labels is given:
only the one whose names are known is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from controlroom.clues.romanizing import latin_words

_PARTS = re.compile(r"[,;\n|।()\[\]]")
_DOTTED = re.compile(r"\b([a-z])\.\s?([a-z])\.?(?![a-z])", re.I)
_LABELS: Final = {
    "thana": ("thana", "thaana", "ps", "police station", "police thana", "pulis thana", "pulis steshan"),
    "district": ("district", "dist", "distt", "zila", "zilla", "jila", "jilla", "janapad", "janpad", "disst"),
    "tehsil": ("tehsil", "tahsil", "tahasil", "teh", "tehseel"),
    "village": ("village", "vill", "gram", "gaon", "gaanv", "ganv", "gav", "mauja", "gram panchayat"),
    "post office": ("post office", "post", "po", "dakaghar", "dakghar", "dakakhana"),
    "railway station": (
        "railway station", "relave steshan", "rly station", "rail station", "railway stn", "station",
        "steshan", "stn", "junction", "jankshan", "jn", "relave station", "railway junction",
        "relave jankshan",
    ),
}  # fmt: skip
_LABEL_OF: Final = {tuple(word.split()): kind for kind, each in _LABELS.items() for word in each}
_HOME: Final = frozenset(
    {
        ("uttar", "pradesh"),
        ("uttara", "pradesh"),
        ("up",),
        ("u", "p"),
        ("u0pra0",),
        ("upr",),
        ("yupi",),
        ("u", "pra"),
        ("u", "pr"),
        ("u0pr0",),
    }
)
_NOISE_WORDS: Final = """
near nikat samip ke pas paas kshetra kshetr chhetra chhetr area pin pincode pinakod postal ka ki ko
me men mein se par the in at of from and aur ev hai he is thi tha sthit wala vala india bharat pata
address location lokeshan sthan place niwasi nivasi resident ro house no number makan sankhya gali
street flat plot h shahar shahr rajya rajy state side taraf opposite behind beside samne pichhe
patri patari track lain line thane wale vale kod code tower last known area
"""
_NOISE: Final = frozenset(_NOISE_WORDS.split())
_NEAR_WORDS: Final = """
near nikat samip pas paas opposite behind beside samne pichhe
"""
_NEAR: Final = frozenset(_NEAR_WORDS.split())
_ALTERNATIVES_WORDS: Final = """
or ya athava shayad maybe perhaps between bich ke-bich not nahi nahin
"""
_ALTERNATIVES: Final = frozenset(_ALTERNATIVES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that stand together and may be a name, and the labels before and after them by their numbers."""

    tokens: tuple[str, ...]
    before: int = -1
    after: int = -1


@dataclass(frozen=True, slots=True)
class Phrase:
    """The chunks of a text in order; `labels` are the kinds of the labels by number."""

    chunks: tuple[Chunk, ...]
    labels: tuple[str, ...]
    says_home: bool
    says_or: bool
    says_near: bool

    def readings(self) -> Iterator[tuple[tuple[str, Chunk], ...] | None]:
        """Each chunk with its label ("" for none); None for a way that leaves a label without a name."""
        choices = []
        for number in range(len(self.labels)):
            choices.append(
                [
                    (at, side)
                    for at, chunk in enumerate(self.chunks)
                    for side, label in (("before", chunk.before), ("after", chunk.after))
                    if label == number
                ]
                or [(-1, "")]
            )
        for chosen in product(*choices) if len(self.labels) <= 8 else ():
            yield self._with(chosen)

    def _with(self, chosen: tuple[tuple[int, str], ...]) -> tuple[tuple[str, Chunk], ...] | None:
        kinds: dict[int, str] = {}
        for number, (at, _) in enumerate(chosen):
            if at < 0:
                return None
            if kinds.get(at, self.labels[number]) != self.labels[number]:
                return None
            kinds[at] = self.labels[number]
        return tuple(
            (f"{kinds.get(at, '')}", self._sided(chunk, at, chosen)) for at, chunk in enumerate(self.chunks)
        )

    def _sided(self, chunk: Chunk, at: int, chosen: tuple[tuple[int, str], ...]) -> Chunk:
        sides = {side for place, side in chosen if place == at}
        return Chunk(chunk.tokens, 0 if "before" in sides else -1, 0 if "after" in sides else -1)


def phrase_of(text: str) -> Phrase:
    """At most the first 400 signs; PIN codes are taken out before."""
    chunks: list[Chunk] = []
    labels: list[str] = []
    seen = {"home": False, "or": False, "near": False}
    for part in _PARTS.split(_DOTTED.sub(r"\1\2 ", text[:400])):
        chunks += _chunks(latin_words(part).split(), labels, seen)
    return Phrase(tuple(chunks), tuple(labels), seen["home"], seen["or"], seen["near"])


def _chunks(tokens: list[str], labels: list[str], seen: dict[str, bool]) -> list[Chunk]:
    """Of one part; labels of one kind side by side ("Junction railway station") are one label."""
    made: list[Chunk] = []
    run: list[str] = []
    before = -1
    last_label = -1  # the newest label that nothing but noise stands behind

    def end(after: int) -> None:
        nonlocal before
        if run:
            made.append(Chunk(tuple(run), before, after))
            run.clear()
            before = -1

    at = 0
    while at < len(tokens):
        kind, length = _label_at(tokens, at)
        if kind:
            if last_label >= 0 and not run and labels[last_label] == kind:
                number = last_label
            else:
                labels.append(kind)
                number = len(labels) - 1
                end(number)
            before = last_label = number
        elif (length := _home_at(tokens, at)) > 0:
            seen["home"] = True
            end(-1)
        elif tokens[at] in _NOISE or tokens[at] in _ALTERNATIVES:
            seen["or"] = seen["or"] or tokens[at] in _ALTERNATIVES
            seen["near"] = seen["near"] or tokens[at] in _NEAR
            end(-1)
            length = 1
        else:
            run.append(tokens[at])
            last_label, length = -1, 1
        at += length
    end(-1)
    return made


def _label_at(tokens: list[str], at: int) -> tuple[str, int]:
    for length in (2, 1):
        kind = _LABEL_OF.get(tuple(tokens[at : at + length]))
        if kind:
            return kind, length
    return "", 0


def _home_at(tokens: list[str], at: int) -> int:
    return next((length for length in (2, 1) if tuple(tokens[at : at + length]) in _HOME), 0)

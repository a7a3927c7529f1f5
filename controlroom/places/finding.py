"""Finding a place by what somebody typed: any script, half a word, a near spelling, a PIN code. Pure.

Built once and then only read, so that any thread may ask.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from controlroom.clues.romanizing import latin_words
from controlroom.places.entries import (
    Entry,
    district_entries,
    found_as,
    office_entries,
    pin_entries,
    thana_entries,
)
from controlroom.places.model import District, Found, Thana
from controlroom.places.offices import Office
from controlroom.places.spelling import bones, sound

_LONGEST = 120
_KINDS = ("district", "thana", "pin", "post office")
_PIN = re.compile(r"(?<!\d)([1-9]\d{2}) ?(\d{3})(?!\d)")
_SAID_ALONG = re.compile(
    r"\b(?:police station|post office|thana|ps|po|so|bo|ho|zila|jila|janapad|janpad|district|dist|"
    r"pin code|pincode|pin|dakaghar|dakghar|up|uttar pradesh|uttara pradesh)\b"
)
_CANDIDATES, _WEAKEST_DICE, _WEAKEST = 60, 0.3, 0.75
_LEAST = 0.5  # a score below it is no answer
_BEGUN = {"district": 0.05, "thana": 0.03}  # of half-typed names the larger place first
_HERE, _ELSEWHERE = 0.06, 0.25  # what a district that was named along adds or takes


class Finder:
    """An index over the names of districts, thanas and post offices, and the PIN codes."""

    def __init__(self, entries: Sequence[Entry], pins: dict[str, Entry]) -> None:
        self.entries = entries
        self.pins = pins
        self._by_letters: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, set[int]] = defaultdict(set)
        self._tails: dict[str, set[int]] = defaultdict(set)
        heard: dict[str, str] = {}
        for number, entry in enumerate(entries):
            for name in dict.fromkeys(entry.names):
                self._add(number, latin_words(name), heard)
        self._sounds = sorted(self._by_sound)
        self._sorted_tails = sorted(self._tails)
        self._by_bones: dict[str, list[str]] = defaultdict(list)
        self._by_piece: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self._sounds):
            self._by_bones[bones(each)].append(each)
            for piece in _pieces(each):
                self._by_piece[piece].append(number)

    def _add(self, number: int, spelt: str, heard: dict[str, str]) -> None:
        whole = spelt.replace(" ", "")
        self._by_letters[whole].append(number)
        self._by_sound[_sound(whole, heard)].add(number)
        while " " in spelt:
            spelt = spelt.split(" ", 1)[1]
            self._tails[_sound(spelt.replace(" ", ""), heard)].add(number)

    def find(self, text: str, limit: int) -> tuple[Found, ...]:
        """The best first, each place once."""
        typed = latin_words(text[:_LONGEST])
        found = [found_as(entry, 1.0) for entry in self._pins_in(typed)]
        found += [found_as(entry, score) for entry, score in self._scored(typed) if score >= _LEAST]
        found.sort(key=lambda each: (-each.score, _KINDS.index(each.kind), len(each.name_en), each.name_en))
        return tuple(_once(found))[: max(limit, 0)]

    def near(self, text: str) -> Sequence[tuple[Entry, float]]:
        """What is spelt like that, the likeliest first."""
        found = self._scored(latin_words(text[:_LONGEST]))
        return sorted(found, key=lambda pair: (-pair[1], _KINDS.index(pair[0].kind), pair[0].name_en))

    def _scored(self, typed: str) -> list[tuple[Entry, float]]:
        """Names alone; a PIN code beside them says where they are looked for."""
        scores: dict[int, float] = {}
        pins = list(self._pins_in(typed))
        rest = _without_what_is_said_along(_PIN.sub(" ", typed) if pins else typed)
        pin_district = pins[0].district if pins else None
        for number, fit in self._named(rest):
            score = fit + (_BEGUN.get(self.entries[number].kind, 0.0) if fit < 0.95 else 0.0)
            scores[number] = max(scores.get(number, 0.0), self._near_the_pin(number, score, pin_district))
        return [(self.entries[number], score) for number, score in scores.items()]

    def _near_the_pin(self, number: int, score: float, district: str | None) -> float:
        if district is None:
            return score
        return score if self.entries[number].district == district else score - _ELSEWHERE

    def _pins_in(self, typed: str) -> Iterator[Entry]:
        for match in _PIN.finditer(typed):
            entry = self.pins.get("".join(match.groups()))
            if entry is not None:
                yield entry
        if typed.isdigit() and 3 <= len(typed) < 6:
            begun = sorted(code for code in self.pins if code.startswith(typed))
            yield from (self.pins[code] for code in begun)

    def _named(self, typed: str) -> Iterator[tuple[int, float]]:
        """The whole text as one name, and its beginning or end as a district that holds the rest."""
        if not typed:
            return
        yield from self._one_name(typed.replace(" ", ""))
        parts = typed.split(" ")
        for cut in range(1, min(len(parts), 6)):
            for rest, place in ((parts[:cut], parts[cut:]), (parts[cut:], parts[:cut])):
                district = self._district_called("".join(place))
                if district is None:
                    continue
                for number, score in self._one_name("".join(rest)):
                    here = self.entries[number].district == district
                    yield number, min(1.0, score + _HERE) if here else score - _ELSEWHERE

    def _district_called(self, whole: str) -> str | None:
        numbers: list[int] = [*self._by_letters.get(whole, ()), *self._by_sound.get(sound(whole), ())]
        for number in numbers:
            if self.entries[number].kind == "district":
                return self.entries[number].district
        return None

    def _one_name(self, whole: str) -> Iterator[tuple[int, float]]:
        heard = sound(whole)
        if not heard:
            return
        strong = 0
        for number in self._by_letters.get(whole, ()):
            strong += 1
            yield number, 0.99
        is_shrunk = len(heard) <= 2 and len(whole) > 2 * len(heard)  # 'zzzz qqqq' sounds like Jakha
        for number in () if is_shrunk else self._by_sound.get(heard, ()):
            strong += 1
            yield number, 0.96
        if len(heard) * 3 < len(whole):
            return  # 'qqqq' is no half-typed name
        for each, number in _beginning(self._sounds, self._by_sound, heard):
            strong += 1
            yield number, 0.8 + 0.14 * len(heard) / len(each)
        for each, number in _beginning(self._sorted_tails, self._tails, heard):
            strong += 1
            yield number, 0.7 + 0.14 * len(heard) / len(each)
        if strong < 30 and len(heard) > 2:
            yield from self._near_spellings(heard)

    def _near_spellings(self, heard: str) -> Iterator[tuple[int, float]]:
        pieces = _pieces(heard)
        shared = Counter(number for piece in pieces for number in self._by_piece.get(piece, ()))
        likely = {self._sounds[number] for number, _ in self._likeliest(shared, len(pieces))}
        likely.update(self._by_bones.get(bones(heard), ()))
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(heard)
        for each in likely - {heard}:
            matcher.set_seq1(each)
            ratio = matcher.ratio()
            if ratio >= _WEAKEST:
                yield from ((number, 0.9 * ratio) for number in self._by_sound[each])

    def _likeliest(self, shared: Counter[int], pieces: int) -> list[tuple[int, float]]:
        alike = [(number, 2 * n / (pieces + len(self._sounds[number]) + 1)) for number, n in shared.items()]
        strong = [pair for pair in alike if pair[1] >= _WEAKEST_DICE]
        strong.sort(key=lambda pair: -pair[1])
        return strong[:_CANDIDATES]


def _sound(whole: str, heard: dict[str, str]) -> str:
    """Thousands of offices share a name: each is sounded once."""
    known = heard.get(whole)
    if known is None:
        known = heard[whole] = sound(whole)
    return known


def _pieces(heard: str) -> set[str]:
    """Pairs of letters, the edges marked."""
    edged = f"^{heard}$"
    return {edged[at : at + 2] for at in range(len(edged) - 1)}


def _beginning(ordered: list[str], index: dict[str, set[int]], heard: str) -> Iterator[tuple[str, int]]:
    at = bisect_left(ordered, heard)
    while at < len(ordered) and ordered[at].startswith(heard):
        yield from ((ordered[at], number) for number in index[ordered[at]])
        at += 1


def _without_what_is_said_along(typed: str) -> str:
    bare = " ".join(_SAID_ALONG.sub(" ", typed).split())
    return bare or typed


def _once(found: Iterable[Found]) -> Iterator[Found]:
    seen: set[tuple[str, str, str, float]] = set()
    for each in found:
        mark = (each.kind, each.name_en, each.district, each.lat)
        if mark not in seen:
            seen.add(mark)
            yield each


def make_finder(
    districts: Iterable[District],
    stations: Iterable[Thana],
    offices: Sequence[Office],
    reach_km: Callable[[District], float] | None,
) -> Finder:
    """`reach_km` tells a district's size where boundaries were imported."""
    pins = pin_entries(offices)
    entries = district_entries(districts, reach_km or _unknown_reach)
    return Finder([*entries, *thana_entries(stations), *office_entries(offices, pins)], pins)


def _unknown_reach(district: District) -> float:
    return 0.0

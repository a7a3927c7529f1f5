"""All that bears a name: districts, thanas, post offices, PIN codes, tehsils, towns, railway stations, and
the states and cities around. By name in either script. Pure once it is made; any thread may ask.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from controlroom.config import resources_dir
from controlroom.places.entries import Entry
from controlroom.places.spelling import letters, sound

_TEHSIL_M = 20_000.0
_STATION_M = 1_500.0
_CITY_M = 20_000.0
_ALIKE = 0.8  # so like a larger place's name that a slip of a key made one of the other
_SPELT = 0.75  # names that sound alike share most of their letters
LARGER = ("district", "tehsil", "thana", "town", "city")
CENTRES = ("town", "post office", "thana", "railway station")  # a tehsil stands where one of its name does


class State(NamedTuple):
    """Another state: its names, its extent in degrees (generous), how its PIN codes begin."""

    name_en: str
    name_hi: str
    names: tuple[str, ...]
    south: float
    north: float
    west: float
    east: float
    pins: tuple[tuple[int, int], ...]

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


class Gazetteer:
    """The names of a moment: made anew when boundaries or stations are imported."""

    def __init__(
        self,
        entries: Iterable[Entry],
        pins: dict[str, Entry],
        near: Callable[[str], Sequence[tuple[Entry, float]]],
    ) -> None:
        self._by_letters: dict[str, list[Entry]] = defaultdict(list)
        self._by_sound: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
        self.pins = pins
        self.near = near
        self.has_thanas = False
        heard: dict[str, str] = {}
        for entry in (*entries, *stations(), *towns(), *cities()):
            self.has_thanas = self.has_thanas or entry.kind == "thana"
            self._add(entry, heard)
        for tehsil in self._tehsils():
            self._add(tehsil, heard)
        self._larger = [
            each for each, known in self._by_letters.items() if any(one.kind in LARGER for one in known)
        ]

    def _add(self, entry: Entry, heard: dict[str, str]) -> None:
        for name in dict.fromkeys(letters(each) for each in entry.names):
            if name not in heard:
                heard[name] = sound(name)
            self._by_letters[name].append(entry)
            self._by_sound[heard[name]].append((entry, name))

    def called(self, name: str) -> list[Entry]:
        """All that are called so or sound so; `name` in Latin letters without spaces."""
        heard = sound(name)
        found = self.spelt(name)
        # 'zzzz qqqq' sounds like Jakha, and a single letter like anything
        is_shrunk = len(heard) <= 2 and len(name) > 2 * len(heard)
        if is_shrunk or len(heard) < 2 or len(name) < 3:
            return found
        alike = [entry for entry, spelt in self._by_sound.get(heard, ()) if _ratio(name, spelt) >= _SPELT]
        return list(dict.fromkeys([*found, *alike]))

    def spelt(self, name: str) -> list[Entry]:
        """All that are spelt just so."""
        return list(self._by_letters.get(name, ()))

    def larger_like(self, name: str) -> list[Entry]:
        """Districts, tehsils, thanas and cities of nearly that name: a slip of a key away."""
        found = []
        for each in self._larger:
            if each != name and _ratio(name, each) >= _ALIKE:
                found += [one for one in self._by_letters[each] if one.kind in LARGER]
        return list(dict.fromkeys(found))

    def _tehsils(self) -> Iterator[Entry]:
        for district, names in _rows("tehsils.csv", "district", "tehsils"):
            for name in names.split("|"):
                yield self._tehsil(name, district)

    def _tehsil(self, name: str, district: str) -> Entry:
        """Where a place of its name stands in the district; else as wide as the district."""
        same = [one for one in self.called(letters(name)) if one.district == district]
        for kind in CENTRES:
            for one in same:
                if one.kind == kind:
                    return replace(
                        one, kind="tehsil", name_en=name, name_hi=name, accuracy_m=_TEHSIL_M, names=(name,)
                    )
        home = next((one for one in same if one.kind == "district"), None) or self._district(district)
        return replace(home, kind="tehsil", name_en=name, name_hi=name, names=(name,))

    def _district(self, key: str) -> Entry:
        return next(
            one for one in self.called(letters(key)) if one.kind == "district" and one.district == key
        )


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.ratio() if matcher.real_quick_ratio() >= _SPELT and matcher.quick_ratio() >= _SPELT else 0.0
    )


def stations() -> list[Entry]:
    """The larger railway stations, by every name they had."""
    rows = _rows("railway-stations.csv", "name_en", "name_hi", "aliases", "district", "lat", "lon")
    return [
        Entry(
            "railway station", en, hi, district, float(lat), float(lon), _STATION_M,
            tuple(without_junction(name) for name in (en, hi, *filter(None, aliases.split("|")))),
        )
        for en, hi, aliases, district, lat, lon in rows
    ]  # fmt: skip


def without_junction(name: str) -> str:
    """The name of a station without the word that says that it is one."""
    return " ".join(word for word in name.split() if word not in ("Junction", "जंक्शन")) or name


def towns() -> list[Entry]:
    """Towns that changed their name, or that no list has."""
    rows = _rows("towns.csv", "name_en", "name_hi", "aliases", "district", "lat", "lon", "accuracy_m")
    return [
        Entry(
            "town", en, hi, district, float(lat), float(lon), float(reach),
            (en, hi, *filter(None, aliases.split("|"))),
        )
        for en, hi, aliases, district, lat, lon, reach in rows
    ]  # fmt: skip


@cache
def cities() -> tuple[Entry, ...]:
    """Large cities of other states; `district` is the state's English name, in front of it a sign."""
    rows = _rows("cities.csv", "name_en", "name_hi", "aliases", "state", "lat", "lon")
    return tuple(
        Entry(
            "city", en, hi, f"{ABROAD}{state}", float(lat), float(lon), _CITY_M,
            (en, hi, *filter(None, aliases.split("|"))),
        )
        for en, hi, aliases, state, lat, lon in rows
    )  # fmt: skip


ABROAD = "state:"  # before the name of a state where a district's key would stand


@cache
def states() -> tuple[State, ...]:
    """All but Uttar Pradesh."""
    columns = ("name_en", "name_hi", "aliases", "south", "north", "west", "east", "pins")
    return tuple(
        State(
            en, hi, (en, hi, *filter(None, aliases.split("|"))),
            float(south), float(north), float(west), float(east), tuple(_ranges(pins)),
        )
        for en, hi, aliases, south, north, west, east, pins in _rows("states.csv", *columns)
    )  # fmt: skip


def state_called(name: str) -> State | None:
    """A state by name, old name or short name; `name` in Latin letters without spaces."""
    exact = {letters(each): state for state in states() for each in state.names}
    if name in exact:
        return exact[name]
    alike = {sound(each): state for each, state in exact.items() if len(each) > 3}
    return alike.get(sound(name)) if len(name) > 3 else None


def state_of_pin(pin: str) -> State | None:
    """The state whose PIN codes begin so; None for those of Uttar Pradesh and where nobody can tell."""
    for state in states():
        for first, last in state.pins:
            if first <= int(pin[: len(str(first))]) <= last:
                return state
    return None


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    for part in filter(None, text.split("|")):
        first, _, last = part.partition("-")
        yield int(first), int(last or first)


def _rows(file: str, *columns: str) -> list[tuple[str, ...]]:
    with (resources_dir() / "places" / file).open(encoding="utf-8", newline="") as lines:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(lines)]

"""What the names of a pasted text may stand for, and how they fit together. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from controlroom.places.entries import Entry
from controlroom.places.nearby import distance_km

ANY: Final = ("district", "town", "thana", "post office", "tehsil", "city")
FITTING: Final = {
    "district": ("district", "city"),
    "thana": ("thana",),
    "tehsil": ("tehsil",),
    "post office": ("post office",),
    "village": ("town", "post office"),
    "railway station": ("railway station",),
}
# Where no list has it, what bears the name may still help: offered, never certain.
INSTEAD_OF: Final = {
    "thana": ("town", "post office", "tehsil", "district"),
    "tehsil": ("town", "post office"),
    "post office": ("town",),
    "railway station": ("town", "post office", "thana"),
}
_LONG: Final = frozenset(("road", "marg", "path", "highway", "expressway", "nahar", "nadi", "river", "canal"))
_FINEST: Final = (
    "railway station",
    "thana",
    "town",
    "post office",
    "village",
    "pin",
    "tehsil",
    "city",
    "district",
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one name of the text may stand for."""

    label: str
    entries: tuple[Entry, ...]
    is_instead: bool = False

    @property
    def districts(self) -> frozenset[str]:
        return frozenset(entry.district for entry in self.entries)


def is_long(name: str) -> bool:
    """A road or a river is no point."""
    return name.casefold().split()[-1] in _LONG


def is_district(said: Said) -> bool:
    return any(entry.kind == "district" for entry in said.entries)


def meant(said: Said, *, is_alone: bool) -> frozenset[str]:
    """A name beside others that a district bears means the district."""
    if not said.label and not is_alone and is_district(said):
        return frozenset(entry.district for entry in said.entries if entry.kind == "district")
    return said.districts


def rank(said: Said, *, is_alone: bool) -> int:
    """The finer the smaller. A name without a label beside others that is a district's means the district."""
    if said.label:
        return _FINEST.index(said.label)
    if not is_alone and is_district(said):
        return _FINEST.index("district")
    kinds = [_FINEST.index(entry.kind) for entry in said.entries if entry.kind != "railway station"]
    # A PIN code says more than a name that nothing labels.
    return max(
        min(kinds, default=0), _FINEST.index("pin") + 1 if _FINEST[min(kinds, default=0)] == "district" else 0
    )


def _touch(one: Entry, other: Entry) -> bool:
    if "district" in (one.kind, other.kind) or one.district != other.district:
        return False
    reach = (one.accuracy_m + other.accuracy_m) / 1000
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= min(reach, 12.0)


def merged(entries: Sequence[Entry], finest: Said, *, is_alone: bool) -> list[Entry]:
    """Places of one name whose circles touch are one place; a district stands for what it holds."""
    if is_alone and not finest.label:
        home = [entry for entry in entries if entry.kind == "district"]
        if len(home) == 1 and all(entry.district == home[0].district for entry in entries):
            return home
    elif not finest.label and any(entry.kind == "district" for entry in entries):
        return [entry for entry in entries if entry.kind == "district"]
    ordered = sorted(entries, key=lambda entry: _FINEST.index(entry.kind))
    kept: list[Entry] = []
    for entry in ordered:
        if not any(_touch(entry, other) for other in kept):
            kept.append(entry)
    return kept

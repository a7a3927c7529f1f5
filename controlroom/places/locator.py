"""The atlas as casework's Locator and PlaceFinder: the district of a point, and places by their names."""

from collections.abc import Sequence

from controlroom.casework.ports import FoundPlace
from controlroom.errors import WorldFault
from controlroom.places.atlas import Atlas, Found


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

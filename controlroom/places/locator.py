"""The atlas as casework's Locator: the district of a point or of a PIN code, and how sure that is."""

from controlroom.errors import WorldFault
from controlroom.places.atlas import Atlas


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

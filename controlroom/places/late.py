"""The atlas of a window: nothing of it is loaded before somebody asks. Any thread."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from controlroom.casework.placing.ports import FoundPlace

if TYPE_CHECKING:
    from controlroom.casework.placing.understood import Understood
    from controlroom.casework.placing.whose import Around
    from controlroom.places.atlas import Atlas, Imported


class LateAtlas:
    """Locator and PlaceFinder of casework's ports, outlines and imports, on one atlas."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: Atlas | None = None
        self._lock = Lock()

    def district_at(self, lat: float, lon: float) -> tuple[str, bool]:
        """See `AtlasLocator`."""
        from controlroom.places.locator import AtlasLocator

        return AtlasLocator(self._atlas()).district_at(lat, lon)

    def district_of_pin(self, pin: str) -> str:
        """See `AtlasLocator`."""
        from controlroom.places.locator import AtlasLocator

        return AtlasLocator(self._atlas()).district_of_pin(pin)

    def find(self, text: str) -> Sequence[FoundPlace]:
        """See `AtlasFinder`."""
        from controlroom.places.locator import AtlasFinder

        return AtlasFinder(self._atlas()).find(text)

    def at_once(self, text: str) -> "Understood | None":
        """See `Atlas`."""
        return self._atlas().at_once(text)

    def understand(self, text: str) -> "Understood":
        """See `Atlas`."""
        return self._atlas().understand(text)

    def prepare(self) -> None:
        """See `Atlas`."""
        self._atlas().prepare()

    def around(self, lat: float, lon: float, accuracy_m: float | None) -> "Around":
        """See `AtlasGround`."""
        from controlroom.places.locator import AtlasGround

        return AtlasGround(self._atlas()).around(lat, lon, accuracy_m)

    def outlines(self) -> dict[str, object]:
        """See `Atlas`."""
        return self._atlas().outlines()

    def import_file(self, path: Path) -> "Imported":
        """See `Atlas`."""
        return self._atlas().import_file(path)

    def _atlas(self) -> "Atlas":
        from controlroom.places.atlas import Atlas

        with self._lock:
            if self._held is None:
                self._held = Atlas(self._folder)
            return self._held

"""What the window needs from other rooms of the house; `app.py` hands it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from controlroom.casework.queries import MapRow
from controlroom.ui.map.port import Coder, MapCase, StreetMap, UnplacedCase


class MapSorter(Coder, Protocol):
    """The map's room: the page's messages, and rows sorted into those with a place and those without."""

    def sort_out(
        self, rows: Sequence[MapRow], now: datetime
    ) -> tuple[Sequence[MapCase], Sequence[UnplacedCase]]: ...


@dataclass(frozen=True, slots=True)
class Outside:
    """Calls that may take time: they run on worker threads."""

    map: MapSorter
    outlines: Callable[[], dict[str, Any]]
    street_map: Callable[[], StreetMap | None]
    import_places: Callable[[Path], str]  # gives one sentence of what was imported
    check_mailbox: Callable[[dict[str, Any]], str]  # looks once; gives one sentence; raises what is wrong
    use_mailbox: Callable[[dict[str, Any] | None], None]  # from now on this one


@dataclass(frozen=True, slots=True)
class Spot:
    """A place tried for the open case, as the map draws it."""

    lat: float
    lon: float
    accuracy_m: float | None
    is_guess: bool
    label: str
    is_current: bool

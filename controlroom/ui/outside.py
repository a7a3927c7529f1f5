"""What the window needs from other rooms of the house; `app.py` hands it in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from controlroom.casework.drawing import MapCoder, StreetMap


@dataclass(frozen=True, slots=True)
class Outside:
    """Calls that may take time: they run on worker threads."""

    map: MapCoder
    outlines: Callable[[], dict[str, Any]]
    street_map: Callable[[], StreetMap | None]
    import_places: Callable[[Path], str]  # gives one sentence of what was imported
    check_mailbox: Callable[[dict[str, Any]], str]  # looks once; gives one sentence; raises what is wrong
    use_mailbox: Callable[[dict[str, Any] | None], None]  # from now on this one

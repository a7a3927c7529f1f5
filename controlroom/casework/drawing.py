"""What crosses between the map's room and the window: what is drawn, and the ports of page and tiles."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

import msgspec

from controlroom.casework.rows import MapRow


class MapCase(msgspec.Struct, frozen=True):
    """One case on the map. Degrees WGS 84, accuracy in metres; the label is masked by who makes it."""

    id: str
    number: str
    label: str
    state: str
    priority: int  # 1 is worst
    lat: float
    lon: float
    accuracy_m: float | None
    is_guess: bool
    source: str
    late: bool


class MapCandidate(msgspec.Struct, frozen=True):
    """One place that was tried for the open case; the label says who named it and when."""

    label: str
    lat: float
    lon: float
    accuracy_m: float | None
    is_guess: bool
    is_current: bool = False
    is_refuted: bool = False  # somebody looked there and found nobody


class UnplacedCase(msgspec.Struct, frozen=True):
    """An open case without any place: it stays on the map's own list."""

    id: str
    number: str
    label: str
    state: str
    priority: int


class PageMessage(msgspec.Struct, frozen=True):
    """What the page said. `ready`: it waits for what to draw; `drew`: all up to `revision` is painted;
    `case`: that case was clicked; `place`: a place in degrees was picked, None when that was given up."""

    kind: Literal["ready", "drew", "case", "place"]
    case_id: str = ""
    place: tuple[float, float] | None = None
    revision: int = 0
    cases: int = 0  # how many stand on the map


class MapCoder(Protocol):
    """The page, the messages to and from it, and rows sorted into those with a place and those without."""

    def page(self, title: str) -> str: ...
    def sort_out(
        self, rows: Sequence[MapRow], now: datetime
    ) -> tuple[Sequence[MapCase], Sequence[UnplacedCase]]: ...
    def encode_cases(self, cases: Sequence[MapCase]) -> str: ...
    def encode_candidates(self, candidates: Sequence[MapCandidate]) -> str: ...
    def encode_unplaced(self, cases: Sequence[UnplacedCase]) -> str: ...
    def read_message(self, text: str) -> PageMessage: ...


class StreetFacts(Protocol):
    """What a street map says of itself."""

    @property
    def min_zoom(self) -> int: ...
    @property
    def max_zoom(self) -> int: ...
    @property
    def bounds(self) -> tuple[float, float, float, float] | None: ...
    @property
    def attribution(self) -> str: ...
    @property
    def layers(self) -> tuple[str, ...]: ...


class StreetMap(Protocol):
    """A street map in one file; `tile` may be slow and raises BadInput for a broken file."""

    @property
    def facts(self) -> StreetFacts: ...
    @property
    def is_vector(self) -> bool: ...
    @property
    def mime(self) -> bytes: ...
    def tile(self, z: int, x: int, y: int) -> bytes | None: ...

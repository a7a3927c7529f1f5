"""What casework asks of whoever knows places. No Qt, no SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from controlroom.casework.placing.understood import Understood  # not before somebody pastes a place


class Locator(Protocol):
    """Which district a point or a PIN code lies in, as far as places are known."""

    def district_at(self, lat: float, lon: float) -> tuple[str, bool]:
        """(English name or "", is it only a guess)."""

    def district_of_pin(self, pin: str) -> str:
        """English name of the district this PIN code probably lies in, or ""."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that fits what was typed. `kind`: district, thana, pin, post office. `score` is 0 to 1."""

    kind: str
    name_en: str
    name_hi: str
    district: str  # English name
    lat: float
    lon: float
    accuracy_m: float
    score: float


class PlaceFinder(Protocol):
    """What is called so, in either script. May read files: never on the Qt thread."""

    def find(self, text: str) -> Sequence[FoundPlace]: ...
    def at_once(self, text: str) -> "Understood | None":
        """What a point, a map link or a PIN code says by itself; None where names have to be looked up."""

    def understand(self, text: str) -> "Understood":
        """Whatever was pasted: one place for certain, several to choose from, or why not."""

    def prepare(self) -> None:
        """Reads what naming takes (a second of work), so that the first question need not wait for it."""

"""Names of the districts and states in both languages, by key or by English name."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from controlroom.clues.folding import fold_text
from controlroom.config import resources_dir


class KnownDistrict(NamedTuple):
    """A district by all its names, English first."""

    names: tuple[str, ...]
    is_commissionerate: bool


class DistrictNames:
    """Looks names up; what no table knows is shown as it stands."""

    def __init__(
        self,
        names: Mapping[str, tuple[str, str]] | None = None,
        districts: Sequence[KnownDistrict] = (),
        states: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._states = dict(states or {})
        self._names = dict(names or {}) | {
            english: (english, each[1]) for english, each in self._states.items()
        }
        self._districts = tuple(districts)

    def district_called(self, name: str) -> tuple[str, bool]:
        """(English name, is it a commissionerate) of a district named exactly, in either language."""
        for known in self._districts:
            if fold_text(name) in (fold_text(part) for part in known.names):
                return known.names[0], known.is_commissionerate
        return "", False

    def state_called(self, name: str) -> str:
        """The English name of a state other than Uttar Pradesh, named exactly in either language; else ""."""
        for english, names in self._states.items():
            if fold_text(name) in (fold_text(part) for part in names):
                return english
        return ""

    def name(self, district: str, language: str) -> str:
        """The name of a district, "en" or "hi"."""
        known = self._names.get(district)
        return known[language == "hi"] if known else district

    def english(self, name: str) -> str | None:
        """The English name of a district, from its name in either language; None for what is none."""
        return self.district_called(name)[0] or None


def read_district_names(path: Path | None = None) -> DistrictNames:
    """Reads the table; a worker thread calls this."""
    table = path or resources_dir() / "places" / "districts.csv"
    names: dict[str, tuple[str, str]] = {}
    districts = []
    for row in _rows(table):
        names[row["key"]] = names[row["name_en"]] = (row["name_en"], row["name_hi"])
        every = (row["name_en"], row["name_hi"], *filter(None, row["aliases"].split("|")))
        districts.append(KnownDistrict(every, row["commissionerate"] == "yes"))
    states = {
        row["name_en"]: (row["name_en"], row["name_hi"], *filter(None, row["aliases"].split("|")))
        for row in _rows(table.with_name("states.csv"))
    }
    return DistrictNames(names, districts, states)


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))

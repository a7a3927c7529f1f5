"""Names of the districts in both languages, by key or by English name."""

import csv
from collections.abc import Mapping
from pathlib import Path

from controlroom.config import resources_dir


class DistrictNames:
    """Looks names up; what no table knows is shown as it stands."""

    def __init__(self, names: Mapping[str, tuple[str, str]] | None = None) -> None:
        self._names = dict(names or {})

    def name(self, district: str, language: str) -> str:
        """The name of a district, "en" or "hi"."""
        known = self._names.get(district)
        return known[language == "hi"] if known else district


def read_district_names(path: Path | None = None) -> DistrictNames:
    """Reads the table; a worker thread calls this."""
    table = path or resources_dir() / "places" / "districts.csv"
    names: dict[str, tuple[str, str]] = {}
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            names[row["key"]] = names[row["name_en"]] = (row["name_en"], row["name_hi"])
    return DistrictNames(names)

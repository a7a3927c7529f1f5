"""Names of the districts by key, in both languages, as the tables that came along have them."""

import csv
from collections.abc import Mapping
from pathlib import Path

from controlroom.config import resources_dir


class DistrictNames:
    """Looks names up; a key that no table knows is shown as it stands."""

    def __init__(self, names: Mapping[str, tuple[str, str]] | None = None) -> None:
        self._names = dict(names or {})

    def name(self, key: str, language: str) -> str:
        """The name of a district, "en" or "hi"."""
        known = self._names.get(key)
        return known[language == "hi"] if known else key


def read_district_names(path: Path | None = None) -> DistrictNames:
    """Reads the table; a worker thread calls this."""
    table = path or resources_dir() / "places" / "districts.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        names = {row["key"]: (row["name_en"], row["name_hi"]) for row in csv.DictReader(lines)}
    return DistrictNames(names)

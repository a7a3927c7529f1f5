"""The built-in facts: the 75 districts and every name they are known by."""

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from controlroom.config import resources_dir
from controlroom.places.model import District
from controlroom.places.spelling import letters, sound

_SAID_ALONG = re.compile(r"^(?:district|zila|jila|janapad)|(?:district|zila|jila|janapad)$")


def districts_file() -> Path:
    return resources_dir() / "places" / "districts.csv"


class DistrictNames:
    """The districts, found by key, Census 2011 code, or any spelling of any of their names."""

    def __init__(self, rows: Iterable[tuple[District, str]]) -> None:
        pairs = tuple(rows)
        self.all = tuple(district for district, _ in pairs)
        self.by_key = {district.key: district for district in self.all}
        self._by_census = {code: district for district, code in pairs if code}
        self._by_letters: dict[str, District] = {}
        by_sound: dict[str, set[str]] = {}
        for district in self.all:
            for name in (district.key, district.name_en, district.name_hi, *district.aliases):
                self._by_letters.setdefault(letters(name), district)
                by_sound.setdefault(sound(letters(name)), set()).add(district.key)
        # A sound that two districts share names neither of them.
        self._by_sound = {heard: self.by_key[min(keys)] for heard, keys in by_sound.items() if len(keys) == 1}

    def named(self, text: str) -> District | None:
        """The district of that name, old name or spelling, in either script; None when there is none."""
        plain = letters(text)
        if not plain:
            return None
        bare = _SAID_ALONG.sub("", plain)
        for name in (plain, bare) if bare else (plain,):
            found = self._by_letters.get(name) or self._by_sound.get(sound(name))
            if found is not None:
                return found
        return None

    def with_census_code(self, code: str) -> District | None:
        return self._by_census.get(code.strip().lstrip("0"))


def read_districts(path: Path) -> DistrictNames:
    """The table that the program brings along; a fault in it is a fault of ours."""
    with path.open(encoding="utf-8", newline="") as lines:
        return DistrictNames([(_district(row), row["census_2011"]) for row in csv.DictReader(lines)])


def _district(row: dict[str, str]) -> District:
    return District(
        key=row["key"],
        name_en=row["name_en"],
        name_hi=row["name_hi"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        hq_lat=float(row["hq_lat"]),
        hq_lon=float(row["hq_lon"]),
        is_commissionerate=row["commissionerate"] == "yes",
    )

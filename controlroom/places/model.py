"""What the atlas answers with: districts, thanas, and where a point is. Plain values, no reading."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class District:
    """One of the 75 districts; coordinates of the headquarters in degrees (WGS84)."""

    key: str
    name_en: str
    name_hi: str
    aliases: tuple[str, ...]
    hq_lat: float
    hq_lon: float
    is_commissionerate: bool


@dataclass(frozen=True, slots=True)
class Thana:
    """A police station of the imported list; `district` is the district's key.

    `type` and `zone` as the list says, where it has such columns: a zone of a commissionerate.
    """

    code: str
    name_en: str
    name_hi: str
    district: str
    lat: float
    lon: float
    type: str = field(default="", compare=False)
    zone: str = field(default="", compare=False)

    @property
    def is_railway(self) -> bool:
        """A station of the railway police (GRP): its ground is the tracks, not the land around it."""
        said = f"{self.type} {self.name_en}".upper()
        return "GRP" in said.split() or "RAILWAY" in self.type.upper()


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a point is.

    `sure` speaks of the district alone, and is only true inside an imported boundary more than 3 km from its
    border; `others` are the districts it may be instead, the likeliest first. A thana is always the nearest
    station of the district: `is_thana_sure` is therefore false. `outside`: not in Uttar Pradesh.
    """

    district: District | None
    thana: Thana | None
    sure: bool
    others: tuple[District, ...]
    outside: bool
    why: str
    is_thana_sure: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A place that fits what was typed; `score` is 0 to 1; `name_hi` is English where no Hindi is known."""

    kind: str
    name_en: str
    name_hi: str
    district: str
    lat: float
    lon: float
    accuracy_m: float
    score: float


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import took in; the notes are sentences for the person who imports."""

    districts: int
    stations: int
    notes: tuple[str, ...]

"""What a boundary file holds, whatever its format: numbered features with properties and rings."""

import math
from dataclasses import dataclass
from typing import cast

from controlroom.errors import BadInput

Point = tuple[float, float]
Ring = list[Point]
Rings = list[Ring]  # the outer ring, then the holes


@dataclass(frozen=True, slots=True)
class Feature:
    """Numbered from 1 as they stand in the file; coordinates as they stand there, (x, y)."""

    number: int
    properties: dict[str, object]
    polygons: list[Rings]


@dataclass(frozen=True, slots=True)
class FeatureFile:
    name: str
    features: list[Feature]
    notes: tuple[str, ...] = ()


def points(file: str, number: int, value: object) -> Ring:
    """A list of positions as (x, y) pairs, each checked to be two finite numbers."""
    if not isinstance(value, list):
        raise BadInput(
            "{file}, feature {number}: a ring of coordinates is missing; export the file again.",
            file=file,
            number=number,
        )
    return [point(file, number, position) for position in cast("list[object]", value)]


def point(file: str, number: int, value: object) -> Point:
    if isinstance(value, list | tuple) and len(value) >= 2:
        x, y = value[0], value[1]
        if is_number(x) and is_number(y):
            return float(x), float(y)
    raise BadInput(
        "{file}, feature {number}: a coordinate is not two plain numbers; export the file again.",
        file=file,
        number=number,
    )


def is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer of hundreds of digits
        return False

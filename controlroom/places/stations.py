"""The station master as a table: code, names, district, place. Every error with its line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple
from typing import Protocol

from controlroom.errors import BadInput, WorldFault
from controlroom.places.model import Thana
from controlroom.places.tables import DistrictNames

COLUMNS = ("code", "name_en", "name_hi", "district", "lat", "lon")
_MORE = ("type", "zone")  # may be there: thana or GRP; the zone of a commissionerate
_SHOWN = 10
_DELIMITERS = ",;\t|"
_MOST = 20_000
_SOUTH, _NORTH, _WEST, _EAST = 23.0, 31.5, 76.0, 85.5


class _Reader(Protocol):
    """What csv.reader gives back; its type has no public name."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


class _LineFault(Exception):  # noqa: N818  gathered into one BadInput
    pass


def read_stations(name: str, text: str, names: DistrictNames) -> tuple[Thana, ...]:
    """All stations, or BadInput with the first ten faults by line."""
    lines = _lines(name, text)
    header = [cell.strip().lower().lstrip("\ufeff") for _, row in lines[:1] for cell in row]
    _check_header(name, header)
    stations: list[Thana] = []
    faults: list[str] = []
    first_line: dict[str, int] = {}
    for number, row in lines[1:]:
        try:
            station = _station(_cells(header, row), names)
            if station.code in first_line:
                raise _LineFault(f"code {station.code} stands in line {first_line[station.code]} already")
        except _LineFault as fault:
            faults.append(f"line {number}: {fault}")
            continue
        first_line[station.code] = number
        stations.append(station)
    if faults:
        more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise BadInput(
            "{name} was not imported: {value}{more}.", name=name, value="; ".join(faults[:_SHOWN]), more=more
        )
    if not stations:
        raise BadInput("{name} holds a header but no stations; export it again.", name=name)
    return tuple(stations)


def stations_body(stations: tuple[Thana, ...]) -> dict[str, object]:
    """For keeping."""
    return {"stations": [list(astuple(station)) for station in stations]}


def stations_from_body(body: dict[str, object], names: DistrictNames) -> tuple[Thana, ...]:
    """WorldFault where the rows are not ours."""
    rows = body.get("stations")
    try:
        stations = tuple([Thana(*row) for row in rows]) if isinstance(rows, list) else ()
    except TypeError as fault:
        raise WorldFault("The kept stations are damaged; import the official list again.") from fault
    if any(station.district not in names.by_key for station in stations):
        raise WorldFault("The kept stations are of other districts; import the official list again.")
    return stations


def _lines(name: str, text: str) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, with the line they end on."""
    first = text.lstrip("\ufeff\r\n ").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = list(_filled(reader))
    except csv.Error as fault:
        raise BadInput(
            "{name}, line {line_num}: this is not a table ({fault}); save it as CSV again.",
            name=name,
            line_num=reader.line_num,
            fault=fault,
        ) from fault
    if len(rows) > _MOST:
        raise BadInput(
            "{name} holds {value} rows; a station list has about 1,530. Choose the right file.",
            name=name,
            value=len(rows),
        )
    return rows


def _filled(reader: "_Reader") -> Iterator[tuple[int, list[str]]]:
    for row in reader:
        if any(cell.strip() for cell in row):
            yield reader.line_num, row


def _check_header(name: str, header: list[str]) -> None:
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        found = ", ".join(cell[:30] or "(blank)" for cell in header[:12]) or "nothing"
        raise BadInput(
            "{name}, line 1: missing: {missing}; found: {found}. Name the columns {columns}.",
            name=name,
            missing=", ".join(missing),
            found=found,
            columns=",".join(COLUMNS),
        )
    twice = sorted({column for column in COLUMNS if header.count(column) > 1})
    if twice:
        raise BadInput(
            "{name}, line 1: the column {value} stands there twice; keep one.",
            name=name,
            value=", ".join(twice),
        )


def _cells(header: list[str], row: list[str]) -> dict[str, str]:
    """A cell too few or too many moves all that follow, so that neither is guessed at."""
    if len(row) < len(header) or any(cell.strip() for cell in row[len(header) :]):
        raise _LineFault(f"{len(row)} cells where {len(header)} are wanted")
    return dict(zip(header, row, strict=False))


def _station(row: dict[str, str], names: DistrictNames) -> Thana:
    value = {column: " ".join(row.get(column, "").split()) for column in (*COLUMNS, *_MORE)}
    empty = [column for column in COLUMNS if not value[column] and column != "name_hi"]
    if empty:
        raise _LineFault(f"{', '.join(empty)} is empty")
    district = names.named(value["district"])
    if district is None:
        raise _LineFault(f"'{value['district'][:40]}' is not a district of Uttar Pradesh")
    lat, lon = _place(value["lat"], value["lon"])
    return Thana(
        code=value["code"],
        name_en=value["name_en"],
        name_hi=value["name_hi"] or value["name_en"],
        district=district.key,
        lat=lat,
        lon=lon,
        type=value["type"],
        zone=value["zone"],
    )


def _place(lat_text: str, lon_text: str) -> tuple[float, float]:
    try:
        lat, lon = float(lat_text), float(lon_text)
    except ValueError:
        raise _LineFault(f"lat '{lat_text[:20]}', lon '{lon_text[:20]}' are not decimal degrees") from None
    if _SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST:
        return lat, lon
    if _SOUTH <= lon <= _NORTH and _WEST <= lat <= _EAST:
        raise _LineFault(f"lat and lon are exchanged ({lat_text}, {lon_text})")
    raise _LineFault(f"{lat_text}, {lon_text} lies outside Uttar Pradesh")

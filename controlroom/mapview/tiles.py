"""A street map in one file, dropped in by the administrator. Reads only; any one thread at a time."""

import json
import re
import sqlite3
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from threading import Lock
from typing import Any

from controlroom.errors import BadInput

MIME_OF_FORMAT = {
    "png": b"image/png",
    "jpg": b"image/jpeg",
    "webp": b"image/webp",
    "pbf": b"application/x-protobuf",
}
LARGEST_TILE = 8 * 1024 * 1024  # bytes, unpacked; a small file must not fill the memory
_SUFFIXES = (".pmtiles", ".mbtiles")


@dataclass(frozen=True, slots=True)
class StreetMapFacts:
    """What the file says of itself. Bounds are west, south, east, north in degrees."""

    name: str
    format: str  # png, jpg, webp or pbf
    min_zoom: int
    max_zoom: int
    bounds: tuple[float, float, float, float] | None
    attribution: str
    layers: tuple[str, ...]  # of a vector map


class StreetMap:
    """One `.mbtiles` or `.pmtiles` file. Opening raises BadInput for a file that is none or is broken."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        if not path.is_file():
            raise BadInput("There is no street map at {name}.", name=path.name)
        kind = path.suffix.lower()
        if kind not in _SUFFIXES:
            raise BadInput(
                "{name} is no street map: an .mbtiles or a .pmtiles file is needed.", name=path.name
            )
        try:
            opened = _open_mbtiles(path) if kind == ".mbtiles" else _open_pmtiles(path)
        except BadInput:
            raise
        except Exception as wrong:
            raise _broken(path) from wrong
        self.facts, self._read, self._close = opened

    @classmethod
    def in_folder(cls, folder: Path) -> "StreetMap | None":
        """The street map that lies in a folder, the newest if several do; None where there is none."""
        if not folder.is_dir():
            return None
        found = [file for file in folder.iterdir() if file.suffix.lower() in _SUFFIXES and file.is_file()]
        return cls(max(found, key=lambda file: (file.stat().st_mtime, file.name))) if found else None

    @property
    def is_vector(self) -> bool:
        return self.facts.format == "pbf"

    @property
    def mime(self) -> bytes:
        return MIME_OF_FORMAT[self.facts.format]

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """The bytes of a tile in the web's numbering (y from the north), unpacked; None: there is none."""
        if not (0 <= z <= 30 and 0 <= x < 1 << z and 0 <= y < 1 << z):
            return None
        with self._lock:
            try:
                data = self._read(z, x, y)
                return None if data is None else _unpacked(data)
            except BadInput:
                raise
            except Exception as wrong:
                raise _broken(self.path) from wrong

    def close(self) -> None:
        """Lets go of the file; no tile can be read afterwards."""
        with self._lock:
            self._close()


_Opened = tuple[StreetMapFacts, Callable[[int, int, int], bytes | None], Callable[[], None]]


def _broken(path: Path) -> BadInput:
    return BadInput(
        "The street map {name} is broken or incomplete: copy it again from its source.", name=path.name
    )


def _unpacked(data: bytes) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    unpacker = zlib.decompressobj(wbits=31)
    plain = unpacker.decompress(data, LARGEST_TILE)
    if not unpacker.eof:
        raise BadInput("A tile of the street map is cut off or far too large.")
    return plain


def _open_mbtiles(path: Path) -> _Opened:
    database = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        database.execute("PRAGMA trusted_schema=OFF")
        said = {str(key): str(value) for key, value in database.execute("SELECT name, value FROM metadata")}
        lowest, highest = database.execute("SELECT min(zoom_level), max(zoom_level) FROM tiles").fetchone()
        if lowest is None:
            raise BadInput("The street map {name} holds no tiles.", name=path.name)
        facts = _facts(path, said, int(lowest), int(highest), _first_format(database, said))
    except Exception:
        database.close()
        raise

    def read(z: int, x: int, y: int) -> bytes | None:
        row = database.execute(
            "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
            (z, x, (1 << z) - 1 - y),  # MBTiles counts rows from the south
        ).fetchone()
        return None if row is None or row[0] is None else bytes(row[0])

    return facts, read, database.close


def _first_format(database: sqlite3.Connection, said: Mapping[str, str]) -> str:
    declared = said.get("format", "").lower().replace("jpeg", "jpg")
    if declared in MIME_OF_FORMAT:
        return declared
    (data,) = database.execute("SELECT tile_data FROM tiles LIMIT 1").fetchone()
    return _format_of_bytes(bytes(data))


def _format_of_bytes(data: bytes) -> str:
    if data[:4] == b"\x89PNG":
        return "png"
    if data[:2] == b"\xff\xd8":
        return "jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "pbf"


def _open_pmtiles(path: Path) -> _Opened:
    from pmtiles import reader as untyped_reader
    from pmtiles.tile import Compression, TileType

    library: Any = untyped_reader
    with path.open("rb") as file:
        source = library.MmapSource(file)  # the mapping outlives the handle
    reader = library.Reader(source)
    header: dict[str, Any] = reader.header()
    formats = {TileType.MVT: "pbf", TileType.PNG: "png", TileType.JPEG: "jpg", TileType.WEBP: "webp"}
    if header["tile_type"] not in formats:
        raise BadInput("The street map {name} holds a kind of tile that cannot be drawn.", name=path.name)
    if header["tile_compression"] not in (Compression.NONE, Compression.GZIP):
        raise BadInput(
            "The street map {name} is packed in a way that cannot be read: gzip is needed.", name=path.name
        )
    said = {str(key): value for key, value in dict(reader.metadata()).items()}
    edges = ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")
    said.setdefault("bounds", ",".join(str(header[edge] / 1e7) for edge in edges))
    facts = _facts(path, said, header["min_zoom"], header["max_zoom"], formats[header["tile_type"]])
    return facts, reader.get, lambda: None


def _facts(path: Path, said: Mapping[str, Any], lowest: int, highest: int, form: str) -> StreetMapFacts:
    return StreetMapFacts(
        name=str(said.get("name") or path.stem)[:200],
        format=form,
        min_zoom=lowest,
        max_zoom=min(highest, 22),
        bounds=_bounds(said.get("bounds")),
        attribution=_as_text(str(said.get("attribution") or ""))[:300],
        layers=_layers(said),
    )


def _bounds(said: object) -> tuple[float, float, float, float] | None:
    try:
        west, south, east, north = (float(edge) for edge in str(said).split(","))
    except ValueError:
        return None
    inside = -180 <= west < east <= 180 and -90 <= south < north <= 90
    return (west, south, east, north) if inside else None


def _layers(said: Mapping[str, Any]) -> tuple[str, ...]:
    layers = said.get("vector_layers")
    if layers is None and isinstance(said.get("json"), str):
        try:
            layers = json.loads(said["json"]).get("vector_layers")
        except (ValueError, AttributeError):
            return ()
    if not isinstance(layers, list):
        return ()
    return tuple(str(layer.get("id", "")) for layer in layers if isinstance(layer, dict))


def _as_text(html: str) -> str:
    """An attribution is often HTML with links; only its words are shown."""

    return unescape(re.sub(r"<[^>]*>", "", html)).strip()

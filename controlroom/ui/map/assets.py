"""The files of the map page, by an exact list, read once into memory. Any thread; no Qt widgets."""

from pathlib import Path

import msgspec

from controlroom.config import resources_dir
from controlroom.errors import WorldFault

_MODULES = "web/node_modules"
_FILES = {
    "leaflet.js": f"{_MODULES}/leaflet/dist/leaflet.js",
    "leaflet.css": f"{_MODULES}/leaflet/dist/leaflet.css",
    "protomaps-leaflet.js": f"{_MODULES}/protomaps-leaflet/dist/protomaps-leaflet.js",
    "cells.js": "map/cells.js",
    "marks.js": "map/marks.js",
    "districts.js": "map/districts.js",
    "labels.js": "map/labels.js",
    "controls.js": "map/controls.js",
    "street.js": "map/street.js",
    "room.js": "map/room.js",
    "room.css": "map/room.css",
}
_MIME = {".js": b"text/javascript", ".css": b"text/css", ".html": b"text/html", ".json": b"application/json"}


class Asset(msgspec.Struct, frozen=True):
    """One thing that the page may load."""

    mime: bytes
    data: bytes


def read_assets(folder: Path | None = None) -> dict[str, Asset]:
    """Every file of the page, by its path under `room://map/`; raises WorldFault when one is missing."""
    root = folder or resources_dir()
    assets = {f"assets/{name}": _read(root / path) for name, path in _FILES.items()}
    assets["assets/qwebchannel.js"] = Asset(_MIME[".js"], _channel_script())
    return assets


def page_asset(html: str) -> Asset:
    """The page itself."""
    return Asset(b"text/html; charset=utf-8", html.encode())


def _read(path: Path) -> Asset:
    try:
        return Asset(_MIME[path.suffix], path.read_bytes())
    except OSError as missing:
        raise WorldFault(
            "The map cannot start because its file {name} is missing: set the program up again.",
            name=path.name,
        ) from missing


def _channel_script() -> bytes:
    """Qt brings its half of the channel inside the library, which has to be loaded for it."""
    import PySide6.QtWebChannel  # noqa: F401
    from PySide6.QtCore import QFile, QIODevice

    script = QFile(":/qtwebchannel/qwebchannel.js")
    if not script.open(QIODevice.OpenModeFlag.ReadOnly):
        raise WorldFault(
            "The map cannot start because Qt's web channel is missing: set the program up again."
        )
    return bytes(script.readAll().data())

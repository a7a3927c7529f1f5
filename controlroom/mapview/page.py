"""The map page: made by folium once, every link in it turned to an asset of our own. Any thread."""

import re
import secrets
from functools import lru_cache
from typing import Any

ASSETS = "room://map/assets/"

# folium's own names. None: folium would load it, our page has no use for it.
_LINKED: dict[str, str | None] = {
    "leaflet": "leaflet.js",
    "leaflet_css": "leaflet.css",
    "jquery": None,
    "bootstrap": None,
    "awesome_markers": None,
    "bootstrap_css": None,
    "glyphicons_css": None,
    "awesome_markers_font_css": None,
    "awesome_markers_css": None,
    "awesome_rotate_css": None,
}
_OUR_SCRIPTS = ("qwebchannel.js", "protomaps-leaflet.js", "cells.js", "marks.js", "districts.js", "labels.js",
                "controls.js", "street.js", "room.js")  # fmt: skip
_OUR_STYLES = ("room.css",)

_UTTAR_PRADESH = (26.9, 80.9)
_POLICY = (
    "default-src 'none'; script-src room://map 'nonce-{nonce}'; style-src room://map 'nonce-{nonce}'; "
    "img-src room://map room://tiles; connect-src room://map room://tiles; "
    "base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'"
)


def local_links(links: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """folium's list of scripts or styles with our own addresses.

    Raises LookupError for a name that this version of the page does not know, so that a newer folium
    cannot slip a foreign address in."""
    unknown = [name for name, _ in links if name not in _LINKED]
    if unknown:
        raise LookupError(f"folium asks for an unknown asset: {', '.join(unknown)}")
    return [(name, ASSETS + file) for name, _ in links if (file := _LINKED[name]) is not None]


_PLAIN_OPTIONS: dict[str, Any] = {
    "minZoom": 4,
    "maxZoom": 18,  # without a tile layer Leaflet knows no limit of its own
    "zoomSnap": 0.25,
    "zoomDelta": 0.5,
    "wheelPxPerZoomLevel": 90,
    "attributionControl": False,
    "zoomAnimation": False,
    "fadeAnimation": False,
    "markerZoomAnimation": False,
    "inertia": False,
}


@lru_cache(maxsize=4)
def build_page(*, title: str) -> str:
    """The whole page as HTML. Importing folium takes most of the half second this needs the first time."""
    import folium
    from branca.element import MacroElement
    from folium.template import Template

    class RoomMap(folium.Map):
        default_js = local_links(folium.Map.default_js) + _links(_OUR_SCRIPTS)
        default_css = local_links(folium.Map.default_css) + _links(_OUR_STYLES)

    class Start(MacroElement):
        _template = Template(
            "{% macro script(this, kwargs) %}Room.start({{ this._parent.get_name() }});{% endmacro %}"
        )

    drawn = RoomMap(
        location=_UTTAR_PRADESH,
        zoom_start=7,
        tiles=None,
        prefer_canvas=True,
        zoom_control=False,
        **_PLAIN_OPTIONS,
    )
    drawn._id = "room"  # folium would make up another name each time
    start: Any = Start
    drawn.add_child(start())
    return _under_policy(drawn.get_root().render(), title)


def _links(files: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(file, ASSETS + file) for file in files]


def _under_policy(page: str, title: str) -> str:
    """Every inline piece is let in by one secret word; nothing else that is inline may run."""
    nonce = secrets.token_urlsafe(16)
    page = re.sub(r"<(script|style)>", rf'<\1 nonce="{nonce}">', page)
    safe_title = title.replace("&", "&amp;").replace("<", "&lt;")
    policy = _POLICY.format(nonce=nonce)
    head = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"><title>{safe_title}</title>'
    return page.replace("<head>", head, 1)

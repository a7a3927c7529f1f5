"""The point that a map link shows: Google, Apple, OpenStreetMap, Bing, Waze, Here, Mappls and geo: links.

The marked place is preferred to the middle of the view. Short links (maps.app.goo.gl) hold no point.
"""

import re
from urllib.parse import unquote

from controlroom.clues.links import Link

_NUMBER = r"[+-]?\d{1,3}(?:\.\d{1,18})?"
_PAIR = re.compile(
    rf"(?:loc:|point[:.]|geo:)?\s*\(?({_NUMBER})\s*(?:,|~|_|%2C|\s)\s*({_NUMBER})(?![\d.])", re.I
)
_MARKED = re.compile(rf"!3d({_NUMBER})!4d({_NUMBER})")
_VIEW = re.compile(rf"@({_NUMBER}),({_NUMBER})(?=[,/?]|$)")
_IN_PATH = re.compile(rf"/(?:place|search|dir|dir/[^/]{{0,200}})/+({_NUMBER}),[+\s]*({_NUMBER})(?=[/?,]|$)")
_HASH_MAP = re.compile(rf"(?:^|&)map=\d{{1,2}}(?:\.\d+)?/({_NUMBER})/({_NUMBER})")
_GOOGLE = re.compile(r"(?:maps\.google|(?:www\.)?google)\.[a-z]{2,3}(?:\.[a-z]{2})?")
_WORDS = (
    "q", "query", "ll", "destination", "daddr", "center", "coordinate", "cp", "sll", "cbll", "viewpoint",
    "saddr", "origin", "sp", "map", "latlng", "pin", "to",
)  # fmt: skip


def is_map(link: Link) -> bool:
    """Whether the link leads to a map that we know."""
    host = link.host.removeprefix("www.")
    if _GOOGLE.fullmatch(link.host):
        return link.host.startswith("maps.") or link.path.startswith("/maps") or "/maps" in link.path[:12]
    if host == "bing.com":
        return link.path.startswith("/maps")
    return link.scheme in ("comgooglemaps", "geo", "waze", "om", "maps") or host in (
        "maps.apple.com", "openstreetmap.org", "osm.org", "waze.com", "ul.waze.com", "wego.here.com",
        "share.here.com",
        "here.com", "mappls.com", "maps.mapmyindia.com", "maps.me", "maps.app", "bhuvan.nrsc.gov.in",
    )  # fmt: skip


def _pair(found: re.Match[str] | None) -> tuple[float, float] | None:
    if not found:
        return None
    lat, lon = float(found[1]), float(found[2])
    return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0.0, 0.0) else None


_UNCERTAIN = re.compile(r";u=(\d{1,7}(?:\.\d{1,3})?)(?![\d.])", re.I)


def radius_of(link: Link) -> float | None:
    """The uncertainty in metres that a geo: link states (RFC 5870), or nothing."""
    stated = _UNCERTAIN.search(unquote(link.path)) if link.scheme == "geo" else None
    return float(stated[1]) if stated else None


def point_of(link: Link) -> tuple[float, float] | None:
    """Latitude and longitude that the link shows, or nothing."""
    if not is_map(link):
        return None
    path = unquote(link.path)
    if link.scheme == "geo":
        asked = link.word("q")
        return (_pair(_PAIR.match(asked)) if asked else None) or _pair(_PAIR.match(path))
    whole = f"{path}?{'&'.join(value for _, value in link.query)}"
    if marked := _pair(_MARKED.search(whole)):
        return marked
    for name in ("mlat", "lat", "latitude"):
        if found := _pair(
            _PAIR.match(f"{link.word(name)},{link.word(name.replace('lat', 'lon', 1)) or link.word('lng')}")
        ):
            return found
    for name in _WORDS:
        value = link.word(name)
        if value and "." in value and (found := _pair(_PAIR.match(value))):
            return found
    fragment = _pair(_HASH_MAP.search(unquote(link.fragment)))
    return _pair(_IN_PATH.search(path)) or _pair(_VIEW.search(path)) or fragment

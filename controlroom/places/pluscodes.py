"""Plus codes (Open Location Code): a full one is a point, a short one needs a place beside it. Pure."""

import re

_SIGNS = "23456789CFGHJMPQRVWX"
CODE = re.compile(rf"(?<![\w+])([{_SIGNS}]{{4,8}}\+[{_SIGNS}]{{2,3}})(?![\w+])", re.I)
_PAIRS = (20.0, 1.0, 0.05, 0.0025, 0.000125)


def point_of(code: str) -> tuple[float, float, float] | None:
    """Latitude, longitude, radius in metres of a full code; None for a short one."""
    digits = code.upper().replace("+", "")
    if code.index("+") != 8 or _SIGNS.index(digits[0]) > 8 or _SIGNS.index(digits[1]) > 17:
        return None
    lat, lon = -90.0, -180.0
    for at, size in enumerate(_PAIRS):
        lat += _SIGNS.index(digits[2 * at]) * size
        lon += _SIGNS.index(digits[2 * at + 1]) * size
    return round(lat + _PAIRS[-1] / 2, 6), round(lon + _PAIRS[-1] / 2, 6), 10.0


def short_near(code: str, lat: float, lon: float) -> tuple[float, float, float] | None:
    """The point of a short code (four signs before the plus) that lies nearest to a place."""
    if code.index("+") != 4:
        return None
    head = _head(lat, lon)
    found = point_of(head + code)
    if found is None:
        return None
    return _nearer(found[0], lat), _nearer(found[1], lon), found[2]


def _head(lat: float, lon: float) -> str:
    """The first four signs of the code of a point."""
    y, x = lat + 90, lon + 180
    return "".join(_SIGNS[int(part)] for part in (y // 20, x // 20, y % 20, x % 20))


def _nearer(value: float, wanted: float) -> float:
    """A short code repeats itself at every degree."""
    nearest: float = min((value - 1, value, value + 1), key=lambda each: abs(each - wanted))
    return round(nearest, 6)

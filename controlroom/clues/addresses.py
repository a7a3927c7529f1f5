"""IP addresses, without port, each with the time that stands beside it.

Every IPv4 and IPv6 address is kept as it stands, private ones too, except those that name no machine
(0.0.0.0, 255.255.255.255, ::) or the machine itself (127.*, ::1). Numbers with four parts after "version",
"build", "Chrome/" and the like are no addresses. An IPv4 address in IPv6 clothes (::ffff:1.2.3.4) is the
IPv4 address.
"""

import ipaddress
import re
from dataclasses import dataclass
from datetime import datetime

from controlroom.clues.page import Page
from controlroom.clues.times import TimeSeen


@dataclass(frozen=True, slots=True)
class IpSeen:
    """An address and when it was used (aware UTC), where the mail says so."""

    ip: str
    at: datetime | None


_FOUR = re.compile(r"(?<![\w.])(?<!\d-)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![A-Za-z0-9_]|\.\d)")
_SIX = re.compile(
    r"(?:(?<=[vV]6:)|(?<=[g-zG-Z)\]\"':]:)|(?<![\w:.]))(?=[0-9a-fA-F]{0,4}:[0-9a-fA-F]{0,4}:)"
    r"(?:[0-9a-fA-F:]{1,30}:\d{1,3}(?:\.\d{1,3}){3}"
    r"|[0-9a-fA-F:]{3,45})(?:%[A-Za-z0-9]{1,15})?(?![A-Za-z0-9_])"
)
# without these there is none: they are found much faster
_TWO_COLONS = re.compile(r":[0-9a-fA-F]{0,4}:")
_TWO_DOTS = re.compile(r"\.\d{1,3}\.\d")
_VERSION = re.compile(
    r"(?i)(?:\bv|ver|version|build|release|firmware|revision|rev|chrome|firefox|safari|android|ios"
    r"|app|windows|edge|edg|opera|"
    r"instagram|facebook|whatsapp|webkit|section|clause|para|rule|chapter|संस्करण|धारा"
    r"|वर्जन)\.?\s?[:=(-]?\s?$|[A-Za-z]/$"
)


def _four(text: str, seen: re.Match[str]) -> str:
    octets = [int(part) for part in seen[0].split(".")]
    padded = any(len(part) > 1 and part[0] == "0" for part in seen[0].split("."))
    named = "ip" in text[max(0, seen.start() - 24) : seen.start()].lower()
    if max(octets) > 255 or octets[0] in (0, 127) or octets == [255] * 4 or (padded and not named):
        return ""
    if _VERSION.search(text[max(0, seen.start() - 24) : seen.start()]):
        return ""
    return ".".join(str(octet) for octet in octets)


def _six(shown: str) -> str:
    shown = shown.partition("%")[0]
    if shown.endswith(":") and not shown.endswith("::"):
        shown = shown[:-1]
    if shown.startswith(":") and not shown.startswith("::"):
        shown = shown[1:]
    try:
        address = ipaddress.IPv6Address(shown)
    except ValueError:
        return ""
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    wide = any(len(part) > 2 for part in shown.split(":"))
    known = not (address.is_unspecified or address.is_loopback)
    return str(address) if known and wide and re.search(r"\d", shown) else ""


def find_ips(page: Page) -> tuple[tuple[int, int, str], ...]:
    """Start, end and address; hidden afterwards, so that no part of it is taken for a time or a number."""
    text = page.open
    found = []
    if _TWO_COLONS.search(text):
        found += [(seen.start(), seen.end(), ip) for seen in page.numeric(_SIX) if (ip := _six(seen[0]))]
    if _TWO_DOTS.search(text):
        taken = [(start, end) for start, end, _ in found]
        for seen in page.with_digit(_FOUR):
            if (ip := _four(text, seen)) and not any(
                start <= seen.start() < end for start, end in taken[:500]
            ):
                found.append((seen.start(), seen.end(), ip))
    page.hide((start, end) for start, end, _ in found)
    return tuple(sorted(found))


_TIME_LABEL = re.compile(r"(?i)\s*[>|*•-]?\s*(?:time|date|timestamp|login|logged in|seen|समय|दिनांक|तारीख)\b")


def with_times(
    page: Page, ips: tuple[tuple[int, int, str], ...], times: tuple[TimeSeen, ...]
) -> tuple[IpSeen, ...]:
    """Each address with the time of its line, else of the next line, else of a line "Time: ..." just
    above it.
    """
    if not ips:
        return ()
    breaks = [place.start() for place in re.finditer("\n", page.text)]
    by_line_ip = _by_line([ip[0] for ip in ips], breaks)
    by_line_time = _by_line([time.start for time in times], breaks)
    found: dict[str, IpSeen] = {}
    turned = _times_come_first(by_line_ip, by_line_time)
    for line, places in by_line_ip.items():
        for rank, which in enumerate(places):
            near = _time_of(line, rank, which, ips, times, by_line_ip, by_line_time)
            if near is None or (turned and line not in by_line_time):
                above = _above(page.text, line, breaks, times, by_line_ip, by_line_time, turned=turned)
                near = above if above is not None else near
            seen = IpSeen(ips[which][2], times[near].at if near is not None else None)
            if seen.ip not in found or (found[seen.ip].at is None and seen.at is not None):
                found[seen.ip] = seen
            elif seen.at is not None and seen.at != found[seen.ip].at:
                found.setdefault(f"{seen.ip} {seen.at}", seen)
    return tuple(found.values())


def _by_line(places: list[int], breaks: list[int]) -> dict[int, list[int]]:
    """Which things stand in which line."""
    from bisect import bisect_left

    lines: dict[int, list[int]] = {}
    for which, place in enumerate(places):
        lines.setdefault(bisect_left(breaks, place), []).append(which)
    return lines


def _times_come_first(ips: dict[int, list[int]], times: dict[int, list[int]]) -> bool:
    """Whether lines alternate time, address, time, address: then each address belongs to the time
    above it.
    """
    order = sorted([(line, "i") for line in ips] + [(line, "t") for line in times])
    kinds = "".join(kind for _, kind in order)
    return not set(ips) & set(times) and kinds == "ti" * (len(kinds) // 2) and len(kinds) >= 4


def _time_of(
    line: int, rank: int, which: int, ips: tuple[tuple[int, int, str], ...], times: tuple[TimeSeen, ...],
    by_line_ip: dict[int, list[int]], by_line_time: dict[int, list[int]],
) -> int | None:  # fmt: skip
    here = by_line_time.get(line)
    if here:
        if len(here) == len(by_line_ip[line]):
            return here[rank]
        return min(here, key=lambda time: abs(times[time].start - ips[which][0]))
    for below in (line + 1, line + 2):
        if below in by_line_ip:
            return None
        if below in by_line_time:
            return by_line_time[below][0]
    return None


def _above(
    text: str, line: int, breaks: list[int], times: tuple[TimeSeen, ...],
    by_line_ip: dict[int, list[int]], by_line_time: dict[int, list[int]], *, turned: bool,
) -> int | None:  # fmt: skip
    for above in (line - 1, line - 2):
        if above in by_line_ip:
            return None
        if above in by_line_time:
            start = breaks[above - 1] + 1 if above > 0 else 0
            first = by_line_time[above][0]
            return first if turned or _TIME_LABEL.match(text, start, times[first].start + 1) else None
    return None

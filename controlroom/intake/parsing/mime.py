"""A mail taken apart into its leaves, by offsets and without recursion. Never raises."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from controlroom.intake.parsing.charsets import decode
from controlroom.intake.parsing.headers import Headers, content_type, header_text, split
from controlroom.intake.parsing.transfer import undo

MAX_DEPTH: Final = 50
MAX_PARTS: Final = 500

_GUESSED_BOUNDARY: Final = re.compile(rb"^--([!-~](?:[ -~]{0,68}[!-~])?)[ \t]*\r?$", re.M)
_BETWEEN_LINES: Final = re.compile(rb"^--[^\n]*$", re.M)
_MAIL_TYPES: Final = ("message/rfc822", "message/global", "message/news")


class Part(NamedTuple):
    """One leaf: its type, its parameters, and where its body stands in `raw`."""

    headers: Headers
    type: str
    parameters: Mapping[str, str]
    disposition: str
    name: str
    raw: bytes
    start: int
    end: int

    def body(self, limit: int | None = None) -> bytes:
        """The bytes as they stand, at most `limit` of them."""
        end = self.end if limit is None else min(self.end, self.start + limit)
        return self.raw[self.start : end]

    @property
    def encoding(self) -> str:
        """The transfer encoding as the part names it."""
        return self.headers.text("content-transfer-encoding")


@dataclass(slots=True)
class Pieces:
    """A mail's own headers, its leaves in order, and what stood in the way."""

    headers: Headers
    parts: list[Part] = field(default_factory=list)
    over: str = ""  # the limit that was passed
    damage: list[str] = field(default_factory=list)


class _Todo(NamedTuple):
    raw: bytes
    start: int
    end: int
    depth: int
    default: str


def take_apart(raw: bytes) -> Pieces:
    """The leaves of a mail. A forwarded mail gives a leaf of its own (for its subject), then its parts."""
    pieces: Pieces | None = None
    todo = [_Todo(raw, 0, len(raw), 0, "text/plain")]
    opened = 0
    while todo:
        one = todo.pop()
        opened += 1
        headers, body = split(one.raw, one.start, one.end)
        if pieces is None:
            pieces = Pieces(headers)
        if not headers.is_whole:
            pieces.over = "its headers are too long"
        if opened > MAX_PARTS:
            pieces.over = f"it has more than {MAX_PARTS} parts"
            break
        part = _part(headers, one, body)
        inside = list(_inside(part, one.depth, pieces))
        if inside and one.depth >= MAX_DEPTH:
            pieces.over = f"it is nested more than {MAX_DEPTH} deep"
        elif inside:
            todo.extend(reversed(inside))
        if part.type in _MAIL_TYPES or not inside:
            pieces.parts.append(part)
    assert pieces is not None
    return pieces


def _part(headers: Headers, one: _Todo, body: int) -> Part:
    declared = _first(headers, b"content-type")
    kind, parameters = content_type(declared) if declared else (one.default, {})
    if kind.count("/") != 1 or kind.startswith("/") or kind.endswith("/"):
        kind = "text/plain" if kind.split("/")[0] in ("text", "plain", "") else "application/octet-stream"
    disposition, more = content_type(_first(headers, b"content-disposition"))
    name = header_text((more.get("filename") or parameters.get("name") or "").encode())[:200]
    return Part(headers, kind, parameters, disposition, name, one.raw, body, one.end)


def _first(headers: Headers, name: bytes) -> bytes:
    values = headers.all(name.decode())
    return values[0] if values else b""


def _inside(part: Part, depth: int, pieces: Pieces) -> Iterator[_Todo]:
    """The parts of a multipart, or the mail inside a forwarded one."""
    if part.type.startswith("multipart/"):
        default = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
        sections = list(_sections(part))
        if sections and not (
            _are_blank(part, sections) and _BETWEEN_LINES.sub(b"", part.body(20_000)).strip()
        ):
            for start, end in sections:
                yield _Todo(part.raw, start, end, depth + 1, default)
        elif part.end > part.start:
            pieces.damage.append("the line between its parts is missing")
    elif part.type in _MAIL_TYPES or part.name.lower().endswith(".eml"):
        body, _ = undo(part.body(), part.encoding)
        begin = len(body) - len(body.lstrip(b"\r\n"))
        if body[begin:]:
            yield _Todo(body, begin, len(body), depth + 1, "text/plain")


def _are_blank(part: Part, sections: list[tuple[int, int]]) -> bool:
    return not any(part.raw[start : min(end, start + 200)].strip() for start, end in sections)


def _sections(part: Part) -> Iterator[tuple[int, int]]:
    """Where each part of a multipart begins and ends; no more than can be looked at."""
    boundary = part.parameters.get("boundary", "").encode("utf-8", "replace").rstrip()
    if not boundary or part.raw.find(b"--" + boundary, part.start, part.end) < 0:
        guessed = _GUESSED_BOUNDARY.search(part.raw, part.start, min(part.end, part.start + 200_000))
        boundary = guessed[1] if guessed else b""
    begin, count = -1, 0
    for at, after, is_last in _delimiters(part, b"--" + boundary) if boundary else ():
        if begin >= 0:
            yield begin, max(begin, at)
            count += 1
        begin = after
        if is_last or count > MAX_PARTS:
            return
    if begin >= 0:
        yield begin, part.end


def _delimiters(part: Part, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """(end of what stands before, begin of what follows, is it the closing one) of each delimiter line."""
    raw, at = part.raw, part.start
    while (at := raw.find(mark, at, part.end)) >= 0:
        line_end = raw.find(b"\n", at, part.end)
        line_end = part.end if line_end < 0 else line_end
        rest = raw[at + len(mark) : min(line_end, at + len(mark) + 200)].strip()
        if (at == part.start or raw[at - 1] == 10) and rest in (b"", b"--"):
            before = at - 1 if at > part.start else at
            before -= before > part.start and raw[before - 1] == 13
            yield before, min(line_end + 1, part.end), rest == b"--"
        at = max(line_end, at + 1)


def body_text(part: Part, data: bytes) -> str:
    """The text of a leaf's decoded bytes, by its charset; soft line ends of format=flowed joined."""
    text = decode(data, part.parameters.get("charset", ""))
    if part.parameters.get("format", "").lower() == "flowed":
        gap = "" if part.parameters.get("delsp", "").lower() == "yes" else " "
        text = re.sub(r"(?<!^-)(?<!\n-) \r?\n(?!>|-- )", gap, text)
    return text

"""The header block of a mail, from bytes, in linear time. Never raises."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_tz
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from controlroom.intake.parsing.charsets import clean, decode
from controlroom.intake.parsing.transfer import from_base64

MAX_BLOCK: Final = 2_000_000  # bytes of headers that are read at all
MAX_VALUE: Final = 20_000  # bytes of one header that are read
MAX_COUNT: Final = 2_000

_NAMES: Final = (
    "from to cc bcc subject date message-id in-reply-to references reply-to sender received return-path "
    "mime-version delivered-to dkim-signature authentication-results user-agent importance priority "
    "precedence auto-submitted errors-to organization thread-topic thread-index status"
)
_KNOWN: Final = frozenset(_NAMES.split())
_KNOWN_STARTS: Final = ("content-", "x-", "arc-", "list-", "resent-", "received-")
_FIELD: Final = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*(.*)", re.S)
_BLANK: Final = re.compile(rb"\n[ \t]*\r?\n")
_BLANK_START: Final = re.compile(rb"[ \t]+\r?\n")
# a block in which each line is a header or goes on with one, as nearly all are; else line by line
_PLAIN_FIELD: Final = re.compile(rb"([!-9;-~]++)[ \t]*+:[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)(?:\n|\Z)")
_WORD: Final = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_NEIGHBOURS: Final = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?==\?\1\?\2\?([^?]*)\?=", re.I)
_GAP: Final = re.compile(r"(\?=)\s+(=\?[^?\s]{1,60}\?[bBqQ]\?)")
_PARAMETER: Final = re.compile(r';\s*([!-:<-~]{1,60}?)\s*=\s*("(?:[^"\\]|\\.)*"|[^;"]*)', re.S)


class Headers(NamedTuple):
    """What stands before the body: (name in small letters, raw value), and whether all of it was read."""

    fields: tuple[tuple[str, bytes], ...]
    is_whole: bool
    strays: bytes = b""  # lines among them that are no header: somebody may have meant them to be read

    def all(self, name: str) -> list[bytes]:
        """Every value of this name, from the top."""
        return [value for key, value in self.fields if key == name]

    def text(self, name: str) -> str:
        """The first value of this name, decoded, on one line; or empty."""
        for key, value in self.fields:
            if key == name:
                return header_text(value)
        return ""


def split(raw: bytes, start: int, end: int) -> tuple[Headers, int]:
    """The headers of raw[start:end], and where the body begins."""
    for blank in (b"\n", b"\r\n"):
        if raw.startswith(blank, start, end):
            return Headers((), True), start + len(blank)
    found = (_BLANK_START.match(raw, 0, end) if not start else None) or _BLANK.search(raw, start, end)
    stop, body = (found.start(), found.end()) if found else (end, end)
    block = raw[start : min(stop, start + MAX_BLOCK)]
    plain = _plain_fields(block)
    headers, broke = (Headers(plain, True), None) if plain is not None else _fields(block)
    if broke is not None:  # a line that can't be a header: the body begins there
        return headers, start + broke
    return headers._replace(is_whole=headers.is_whole and stop - start <= MAX_BLOCK), body


def _plain_fields(block: bytes) -> tuple[tuple[str, bytes], ...] | None:
    """The fields of a block that holds nothing but fields, else None."""
    if block.count(b"\r") != block.count(b"\r\n") or block.count(b"\n") >= MAX_COUNT:
        return None
    fields: list[tuple[str, bytes]] = []
    at = 0
    for found in _PLAIN_FIELD.finditer(block):
        if found.start() != at:
            return None
        at = found.end()
        name = found[1]
        small = _small(name) if len(name) < 80 else name.decode("ascii").lower()
        fields.append((small, found[2][:MAX_VALUE].strip()))
    return tuple(fields) if at == len(block) else None


@lru_cache(maxsize=512)
def _small(name: bytes) -> str:
    return name.decode("ascii").lower()


def is_known(name: str) -> bool:
    """Is this a header that mail programs write?"""
    return name in _KNOWN or name.startswith(_KNOWN_STARTS)


def _fields(block: bytes) -> tuple[Headers, int | None]:
    """The fields, and where in the block the body begins after all (None: not in it)."""
    fields: list[tuple[str, bytes]] = []
    strays: list[bytes] = []
    at, first_stray = 0, 0
    for line in _unfolded(block):
        found = _FIELD.match(line)
        name = found[1].decode("ascii").lower() if found else ""
        if found and (is_known(name) or not strays):
            fields.append((name, found[2][:MAX_VALUE].strip()))
        elif at or not line.startswith((b"From ", b">From ")):
            first_stray = first_stray if strays else at
            strays.append(line)
            if len(strays) > 3 or found or not fields:
                return Headers(tuple(fields), True), first_stray
        if len(fields) >= MAX_COUNT:
            return Headers(tuple(fields), False, b"".join(strays)), None
        at += len(line)
    return Headers(tuple(fields), True, b"".join(strays)), None


def _unfolded(block: bytes) -> Iterator[bytes]:
    """Each header with its continuation lines."""
    held: list[bytes] = []
    for line in block.splitlines(keepends=True):
        if held and not line.startswith((b" ", b"\t")):
            yield b"".join(held)
            held = []
        held.append(line)
    if held:
        yield b"".join(held)


def header_text(value: bytes) -> str:
    """A header's value as people read it: RFC 2047 words decoded, also broken ones; on one line."""
    plain = decode(value)
    if "=?" in plain:
        plain = _WORD.sub(_decode_word, _joined(plain))
    return " ".join(clean(plain).split())


def _joined(text: str) -> str:
    """Neighbouring encoded words as one: a letter may be cut between them."""
    text = _GAP.sub(r"\1\2", text)
    while True:
        joined = _NEIGHBOURS.sub(r"=?\1?\2?\3\4?=", text)
        if joined == text:
            return text
        text = joined


def _decode_word(found: re.Match[str]) -> str:
    charset, how, body = found[1].split("*")[0], found[2].lower(), found[3]
    if how == "b":
        return decode(from_base64(body.encode("ascii", "replace")), charset)
    return decode(unquote_to_bytes(body.replace("_", " ").replace("%", "%25").replace("=", "%")), charset)


@lru_cache(maxsize=256)
def content_type(value: bytes) -> tuple[str, Mapping[str, str]]:
    """A Content-Type or Content-Disposition: its main word, and its parameters (RFC 2231 joined)."""
    text = decode(value)
    main, _, _ = text.partition(";")
    raw: dict[str, str] = {}
    for found in _PARAMETER.finditer(text[:MAX_VALUE]):
        name, bare = found[1].lower(), found[2].strip()
        if bare.startswith('"'):
            bare = re.sub(r"\\(.)", r"\1", bare[1:-1] if bare.endswith('"') else bare[1:])
        raw.setdefault(name, bare)
    return main.strip().lower(), _continued(raw)


def _continued(raw: dict[str, str]) -> dict[str, str]:
    """RFC 2231: name*0*=..., name*1=... are one value."""
    done = {name: value for name, value in raw.items() if "*" not in name}
    for name in dict.fromkeys(name.split("*")[0] for name in raw if "*" in name):
        pieces = [f"{name}*", f"{name}*0", f"{name}*0*"]
        start = next((piece for piece in pieces if piece in raw), "")
        if not start:
            continue
        value, encoded = raw[start], start.endswith("*")
        for count in range(1, 100):
            more = raw.get(f"{name}*{count}", raw.get(f"{name}*{count}*"))
            if more is None:
                break
            value += more
        charset = ""
        if encoded and value.count("'") >= 2:
            charset, _, value = value.split("'", 2)
        done[name] = decode(unquote_to_bytes(value), charset) if encoded else value
    return done


def addresses(value: bytes) -> list[str]:
    """The bare addresses in a From header, small letters. What stands in quotes is a name."""
    text = re.sub(r'"(?:[^"\\]|\\.)*"', " ", decode(value))
    text = re.sub(r"\([^()]*\)", " ", text)
    found: list[str] = []
    for piece in re.split(r"[,;]", text):
        angled = re.findall(r"<\s*([^<>\s@]+@[^<>\s@]+)\s*>", piece)
        found += angled or re.findall(r"[^<>\s@:\"()]+@[^<>\s@:\"()]+", piece)
    return [one.lower().strip(".") for one in found]


def sent_time(value: str) -> datetime | None:
    """A Date header as aware UTC; without a zone it is taken as UTC. None where it can't be read."""
    try:
        parts = parsedate_tz(value[:200])
        if parts is None or parts[0] < 1970:
            return None
        moment = datetime(*parts[:6], tzinfo=UTC).timestamp() - (parts[9] or 0)
        return datetime.fromtimestamp(moment, UTC)
    except (ValueError, OverflowError, TypeError, IndexError, OSError):
        return None

"""A file that somebody chose, as bytes and as text: sizes, encodings, half files, each with its sentence."""

import codecs
import json
from pathlib import Path

from controlroom.errors import BadInput, WorldFault

_MEGABYTE = 1 << 20


def read_bytes(path: Path, *, limit_mb: int) -> bytes:
    """The whole file, if it is one, can be read, is not empty and not above the limit."""
    try:
        if not path.exists():
            raise BadInput("There is no file {name}; check the name.", name=path.name)
        if not path.is_file():
            raise BadInput("{name} is not a file; choose the file itself.", name=path.name)
        with path.open("rb") as file:
            content = file.read(limit_mb * _MEGABYTE + 1)
    except OSError as fault:
        raise WorldFault(
            "{name} cannot be read ({strerror}); mend that and try again.",
            name=path.name,
            strerror=fault.strerror,
        ) from fault
    if len(content) > limit_mb * _MEGABYTE:
        raise BadInput(
            "{name} is larger than {limit_mb} MB; export it with less detail.",
            name=path.name,
            limit_mb=limit_mb,
        )
    if not content.strip(b"\x00 \t\r\n"):
        raise BadInput("{name} is empty; export it again.", name=path.name)
    return content


def as_text(name: str, content: bytes) -> str:
    """UTF-8, or UTF-16 as spreadsheets write it (with a mark, or told by its zero bytes)."""
    encoding = _encoding(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise BadInput(
            "{name}, line {line}: the text is not UTF-8; save the file as UTF-8.", name=name, line=line
        ) from fault


def as_json(name: str, content: bytes) -> object:
    """The JSON value; a file that was cut in the middle is told by line and column."""
    text = as_text(name, content)
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as fault:
        cut = "the file ends in the middle" if fault.pos >= len(text.rstrip()) - 1 else "this is not JSON"
        if fault.msg.startswith("Unterminated string"):
            cut = "the file ends in the middle"
        raise BadInput(
            "{name}, line {lineno}, column {colno}: {cut}; export or copy it again.",
            name=name,
            lineno=fault.lineno,
            colno=fault.colno,
            cut=cut,
        ) from fault
    except RecursionError as fault:
        raise BadInput("{name} is nested too deep to be a map; export it again.", name=name) from fault
    except ValueError as fault:  # a number of thousands of digits
        raise BadInput(
            "{name} holds a number that cannot be a coordinate; export it again.", name=name
        ) from fault
    return value


def _encoding(content: bytes) -> str:
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = content[:200]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if start[0::2].count(0) > len(start) // 4:
        return "utf-16-be"
    return "utf-8"

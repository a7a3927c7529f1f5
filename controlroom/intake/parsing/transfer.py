"""Transfer encodings undone as far as the bytes allow: base64, quoted-printable, uuencode. Never raises."""

import binascii
import re
from typing import Final

_NOT_BASE64: Final = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
)
_URL_SAFE: Final = bytes.maketrans(b"-_", b"+/")
_ESCAPE: Final = re.compile(rb"=([0-9A-Fa-f]{2})|=[ \t]*\r?\n")
_UU_BEGIN: Final = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n", re.M)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def undo(body: bytes, encoding: str) -> tuple[bytes, str]:
    """The decoded bytes, and what was wrong with them (empty if nothing was)."""
    name = encoding.strip().lower().strip("\"'")
    if name in ("base64", "b64"):
        return _base64_or_plain(body)
    if name in ("quoted-printable", "quotedprintable", "qp"):
        return from_quoted(body), ""
    if name in ("x-uuencode", "uuencode", "uue", "x-uue"):
        files = uu_files(body)[1]
        return (files[0][1], "") if files else (body, "its uuencode is broken")
    return body, ""


def _base64_or_plain(body: bytes) -> tuple[bytes, str]:
    """What says base64 but holds words with blanks between them was never encoded."""
    whole = _whole_base64(body)
    if whole:
        return whole, ""
    dense = body.split()
    blanks = body.count(b" ")
    if blanks > 3 and len(dense) > 2 and sum(map(len, dense)) / len(dense) < 20:
        return body, "it says base64 and is not"
    odd = len(body.translate(None, _NOT_BASE64)) / (sum(map(len, dense)) or 1)
    data = from_base64(body)
    return data, "its base64 is broken" if odd < 0.97 or (dense and not data) else ""


def _whole_base64(body: bytes) -> bytes:
    """The bytes of what is base64 from the first letter to the last, as nearly all is; else nothing."""
    try:
        return binascii.a2b_base64(body.translate(None, b"\r\n"), strict_mode=True)
    except (binascii.Error, ValueError):
        return b""


def from_base64(body: bytes) -> bytes:
    """Every whole group of four, past padding in the middle and over foreign characters."""
    letters = body.translate(_URL_SAFE if b"-" in body or b"_" in body else None, b"\r\n \t")
    try:
        return binascii.a2b_base64(letters, strict_mode=True)
    except (binascii.Error, ValueError):
        letters = letters.translate(None, _NOT_BASE64)
    return b"".join(map(_group, re.split(rb"=+", letters)))


def _group(letters: bytes) -> bytes:
    usable = len(letters) - (len(letters) % 4 == 1)
    padded = letters[:usable] + b"=" * (-usable % 4)
    return binascii.a2b_base64(padded) if padded else b""


def from_quoted(body: bytes) -> bytes:
    """Quoted-printable. An escape that would make a control character was not one: it stays as it stands."""
    decoded = binascii.a2b_qp(body)
    return _ESCAPE.sub(_one_escape, body) if _CONTROL.search(decoded) else decoded


def _one_escape(found: re.Match[bytes]) -> bytes:
    if found[1] is None:
        return b""
    byte = bytes((int(found[1], 16),))
    return found[0] if _CONTROL.match(byte) else byte


def uu_files(body: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The body without its uuencoded files, and those files: (name, bytes)."""
    if b"begin " not in body:
        return body, []
    kept: list[bytes] = []
    files: list[tuple[bytes, bytes]] = []
    at = 0
    while (begin := _UU_BEGIN.search(body, at)) is not None:
        end = body.find(b"\nend", begin.end())
        if end < 0:
            break
        kept.append(body[at : begin.start()])
        files.append((begin[1].strip(), _uu_lines(body[begin.end() : end])))
        at = end + 4
    return (b"".join([*kept, body[at:]]) if files else body), files


def _uu_lines(block: bytes) -> bytes:
    out = []
    for line in block.splitlines():
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            count = ((line[0] - 32) & 63) * 4 // 3 + 1 if line else 0
            try:
                out.append(binascii.a2b_uu(line[: count + 1]))
            except binascii.Error:
                continue
    return b"".join(out)

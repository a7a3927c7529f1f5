"""Bytes to text, whatever the mail says about its character set. Never raises."""

import codecs
import re
import unicodedata
from typing import Final

_ALIASES: Final = {
    "utf8mb4": "utf-8",
    "utf-8mb4": "utf-8",
    "unicode": "utf-16",
    "x-unknown": "",
    "ansi": "cp1252",
}
_SINGLE_BYTE: Final = re.compile(r"^(us-?ascii|ascii|iso-?8859|latin|cp125|windows-125|mac|koi8)", re.I)
_NOT_CHARSETS: Final = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"}
_WIDE: Final = re.compile(r"^utf-?(16|32)", re.I)
# what a reader does not see, and what turns the reading direction of a shown address
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]"
)
_NO_LETTERS: Final = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_READABLE: Final = re.compile("[\t\n\r -~\u0900-\u097f]{16,}")
_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def decode(data: bytes, charset: str = "") -> str:
    """The text of these bytes: the declared character set where it can be true, else the likeliest."""
    if data.isascii() and b"\x00" not in data and not _WIDE.match(charset) and charset.lower() != "utf-7":
        return data.decode("ascii")
    bom = _by_mark(data)
    if bom:
        return data.decode(bom, "replace")
    name = _known(charset)
    if not name or _SINGLE_BYTE.match(name) or name in ("utf-8", "utf8"):
        return _guess(data, "" if name in ("utf-8", "utf8", "ascii", "us-ascii") else name)
    if _WIDE.match(name) and not _looks_wide(data):
        return _guess(data, "")
    return data.decode(name, "replace")


def clean(text: str) -> str:
    """Without control and direction characters, with plain spaces and line ends."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _UNSEEN.sub("", text)).replace("\x85", "\n"))


def without_noise(text: str) -> tuple[str, bool]:
    """Bytes of a picture or program that were passed off as text give letters, handles and numbers by
    chance: only what nobody can doubt to be text stays of them. And whether it was such."""
    if text.isascii() and text.isprintable():
        return text, False
    for sample in (text[:4_000], text[len(text) // 2 :][:4_000]):
        letters = sample.replace("\0", "")
        if len(_NO_LETTERS.findall(letters)) * 25 > len(letters) > 30:
            return "\n".join(_READABLE.findall(text)), True
    return text, False


def _known(charset: str) -> str:
    """The codec of this name if it is one for text, else nothing."""
    name = _ALIASES.get(charset.strip().lower(), charset.strip().lower())
    if not name or len(name) > 40 or not name.isascii():
        return ""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    is_text = getattr(info, "_is_text_encoding", True)
    if info.name == "utf-7":
        return "utf-7"
    return info.name if is_text and info.name.replace("-", "_") not in _NOT_CHARSETS else ""


def _by_mark(data: bytes) -> str:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return name
    return ""


def _looks_wide(data: bytes) -> bool:
    sample = data[:2000]
    return sample.count(0) * 8 > len(sample) or not sample.isascii()


def _guess(data: bytes, declared: str) -> str:
    """UTF-8 that is whole is UTF-8, whatever single-byte set is declared: mail is mislabelled that way."""
    wide = _wide_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as broken:
        if declared and declared != "ascii":
            return data.decode(declared, "replace")
        good = data[: broken.start]
    if not good.isascii() or _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return data.decode("cp1252", "replace")


def _mostly_utf8(data: bytes) -> bool:
    sample = data[:4000]
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    return broken * 4 < sum(byte > 0x7F for byte in sample)


def _wide_without_mark(data: bytes) -> str:
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample) // 2 and even * 20 < len(sample):
        return "utf-16-le"
    if even * 3 > len(sample) // 2 and odd * 20 < len(sample):
        return "utf-16-be"
    return ""

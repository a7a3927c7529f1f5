"""One mail's bytes to headers, text, links and attachments. Runs in the reading child. Never raises."""

import re
from typing import Final

import msgspec

from controlroom.clues.read import Clues
from controlroom.intake.parsing.charsets import clean, decode, without_noise
from controlroom.intake.parsing.headers import Headers, addresses, header_text, is_known, sent_time, split
from controlroom.intake.parsing.htmltext import read_html
from controlroom.intake.parsing.mime import Part, body_text, take_apart
from controlroom.intake.parsing.tables import CARD_TYPES, card_lines, cells_apart
from controlroom.intake.parsing.transfer import undo, uu_files

MAX_TEXT: Final = 1_000_000  # characters
MAX_HTML: Final = 6_000_000  # bytes of one HTML part
MAX_LINKS: Final = 2_000
MAX_ATTACHMENTS: Final = 200

_TEXT_NAMES: Final = (".txt", ".csv", ".tsv", ".json", ".log", ".md", ".xml", ".vcf", ".ics", ".text", ".asc")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_TEXT_TYPES: Final = ("application/json", "application/xml", "application/csv", "application/x-ndjson")
_UNREAD_TEXTS: Final = ("text/css", "text/javascript", "text/rtf", "text/richtext", "text/rfc822-headers")
_HTML_START: Final = re.compile(r"\s*(?:<!doctype html|<html|<body|<table|<div)", re.I)


class Parsed(msgspec.Struct, frozen=True):
    """What the child hands back. `over`: a limit that was passed; `damage`: broken but read past."""

    subject: str = ""
    sender: str = ""
    from_addresses: list[str] = []
    sent_at: str = ""  # ISO 8601, UTC
    text: str = ""
    links: list[str] = []
    attachments: list[tuple[str, str, int]] = []  # name, media type, bytes
    over: str = ""
    damage: str = ""
    answers_to: list[str] = []  # In-Reply-To and References
    is_automatic: bool = False  # it says of itself that no person wrote it
    is_mail: bool = True  # it had at least one header of a mail
    clues: Clues | None = None  # what was found in it, once somebody has looked


def parse(raw: bytes) -> Parsed:
    """What a reader of this mail sees: all of its texts, its links, the names of what else is in it."""
    raw = upright(raw)
    pieces = take_apart(raw)
    page = _Gathered()
    page.over = pieces.over
    page.damage.extend(pieces.damage)
    if pieces.headers.strays:
        page.add_text(decode(pieces.headers.strays))
    for part in pieces.parts:
        _read_part(part, page)
    if page.is_blank_html and not page.text():
        page.damage.append("it shows no text")
    headers = pieces.headers
    froms = headers.all("from")
    sent = sent_time(headers.text("date"))
    return Parsed(
        subject=headers.text("subject")[:2_000],
        sender=header_text(froms[0])[:500] if froms else "",
        from_addresses=[one for value in froms[:20] for one in addresses(value)][:50],
        sent_at=sent.isoformat() if sent else "",
        text=page.text(),
        links=list(dict.fromkeys(page.links))[:MAX_LINKS],
        attachments=page.attachments[:MAX_ATTACHMENTS],
        over=page.over,
        damage="; ".join(dict.fromkeys(page.damage))[:300],
        answers_to=[
            header_text(value)[:4_000]
            for name in ("in-reply-to", "references")
            for value in headers.all(name)[:5]
        ],
        is_automatic=_is_automatic(headers),
        is_mail=_is_mail(headers),
    )


def upright(raw: bytes) -> bytes:
    """The same mail with line ends and an encoding that can be read from the top."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raw = raw.decode("utf-16", "replace").encode("utf-8", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    if b"\r\r\n" in raw:
        raw = raw.replace(b"\r\r\n", b"\r\n")
    if b"\n" not in raw and b"\r" in raw:
        raw = raw.replace(b"\r", b"\n")
    begin = re.compile(rb"\s*").match(raw)
    skip = begin.end() if begin else 0
    name = raw[skip : skip + 60].partition(b":")[0].decode("ascii", "replace").lower()
    return raw[skip:] if skip and is_known(name) else raw


def start_of(raw: bytes, limit: int = 20_000) -> str:
    """The first bytes of a mail that could not be read, as printable text."""
    return clean(without_noise(decode(raw[:limit]))[0]).strip()


def _is_mail(headers: Headers) -> bool:
    return any(is_known(name) for name, _ in headers.fields)


def _is_automatic(headers: Headers) -> bool:
    """A machine's own word about itself: nothing is skipped for it, but it is no answer of a person."""
    said = headers.text("auto-submitted").strip().casefold()
    precedence = headers.text("precedence").strip().casefold()
    is_report = headers.text("content-type").strip().casefold().startswith("multipart/report")
    told = said not in ("", "no") or precedence == "auto_reply" or bool(headers.all("x-autoreply"))
    return told or is_report


class _Gathered:
    """What has been read so far."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._size = 0
        self._words: set[str] | None = None
        self.links: list[str] = []
        self.attachments: list[tuple[str, str, int]] = []
        self.over = ""
        self.damage: list[str] = []
        self.is_blank_html = False

    @property
    def room(self) -> int:
        return MAX_TEXT - self._size

    def add_text(self, text: str) -> None:
        text, is_noise = without_noise(text)
        if is_noise:
            self.damage.append("it holds bytes that are no text")
        text = clean(text).strip()
        if len(text) > self.room:
            self.over = f"its text is longer than {MAX_TEXT:,} letters"
            text = text[: max(0, self.room)]
        if text:
            self._texts.append(text)
            self._size += len(text)

    def add_unless_said(self, text: str) -> None:
        """The HTML of a mail whose plain text says the same is not said twice."""
        known = set(" ".join(self._texts).split())
        if not known or not known.issuperset(clean(text).split()):
            self.add_text(text)

    def text(self) -> str:
        return "\n\n".join(self._texts)


def _read_part(part: Part, page: _Gathered) -> None:
    kind = _kind_of(part)
    is_attached = bool(part.name) or part.disposition == "attachment" or kind == "other"
    if kind == "mail":
        subject = part_subject(part)
        if subject:
            page.add_text(subject)
    elif kind != "other":
        data = _decoded(part, page)
        if kind == "html" or (not part.headers.all("content-type") and _HTML_START.match(decode(data[:200]))):
            _read_html_part(part, data, page)
        else:
            _read_text_part(part, data, page)
    if is_attached and not (part.type == "text/plain" and not part.name and part.disposition != "attachment"):
        page.attachments.append((part.name, part.type[:100], _size_of(part)))


def _kind_of(part: Part) -> str:
    name = part.name.lower()
    if part.type in ("message/rfc822", "message/global", "message/news"):
        return "mail"
    if part.type in ("text/html", "application/xhtml+xml") or (
        name.endswith(_HTML_NAMES) and not part.type.startswith(("image/", "audio/", "video/"))
    ):
        return "html"
    if part.type in _UNREAD_TEXTS:
        return "other"
    if part.type.startswith(("text/", "multipart/")) or part.type in _TEXT_TYPES:
        return "text"
    is_named = name.endswith(_TEXT_NAMES) and part.type.startswith("application/")
    return "text" if is_named else "other"


def part_subject(part: Part) -> str:
    """The subject of a forwarded mail: a reader sees it."""
    body, _ = undo(part.body(limit=200_000), part.encoding)
    begin = len(body) - len(body.lstrip(b"\r\n"))
    return split(body, begin, len(body))[0].text("subject")[:2_000]


def _decoded(part: Part, page: _Gathered) -> bytes:
    limit = 4 * max(page.room, 50_000)
    if part.end - part.start > limit and part.type != "text/html":
        page.over = f"its text is longer than {MAX_TEXT:,} letters"
    data, wrong = undo(part.body(limit if part.type != "text/html" else 2 * MAX_HTML), part.encoding)
    if wrong:
        page.damage.append(wrong)
    return data


def _read_html_part(part: Part, data: bytes, page: _Gathered) -> None:
    if len(data) > MAX_HTML:
        page.over, data = "its HTML is too long", data[:MAX_HTML]
    charset = part.parameters.get("charset") or _charset_in_html(data)
    seen = read_html(decode(data, charset))
    if not seen.is_whole:
        page.over = "its HTML has too many elements"
    page.is_blank_html = page.is_blank_html or bool(data.strip() and not seen.text)
    page.add_unless_said(seen.text)
    page.links.extend(seen.links)


def _charset_in_html(data: bytes) -> str:
    found = re.search(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,40})", data[:2_000])
    return found[1].decode("ascii") if found else ""


def _read_text_part(part: Part, data: bytes, page: _Gathered) -> None:
    data, files = uu_files(data)
    page.add_text(_as_seen(part, body_text(part, data)))
    for name, content in files[:MAX_ATTACHMENTS]:
        plain_name = clean(decode(name))[:200]
        page.attachments.append((plain_name, "application/octet-stream", len(content)))
        if plain_name.lower().endswith(_TEXT_NAMES):
            page.add_text(decode(content))


def _as_seen(part: Part, text: str) -> str:
    """A table, a card or an invitation as a program shows it."""
    if part.type in ("text/csv", "application/csv") or part.name.lower().endswith(".csv"):
        return cells_apart(text)
    if part.type in CARD_TYPES or part.name.lower().endswith((".ics", ".vcf")):
        return card_lines(text)
    return text


def _size_of(part: Part) -> int:
    size = part.end - part.start
    return size * 3 // 4 if part.encoding.strip().lower() == "base64" else size

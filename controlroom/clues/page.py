"""A mail as the recognisers read it: plain signs, its links taken out, and what was already understood
hidden.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from controlroom.clues.links import Link, find_links, read_href

LONGEST_TEXT = 1_000_000
MOST_HREFS = 5_000
MOST_NUMBERS = 8_000  # of one kind; a mail with more of them is a log, and a trap for our time
HIDDEN = "\0"  # stands where something was understood; no recogniser reads over it

# everything but what is plain already: ASCII, and Devanagari without its digits and nukta letters
_ODD = re.compile("[^\t\n -~ऀ-\u093bऽ-\u0957ॠ-॥॰-ॿ]")
_ZERO_WIDTH = re.compile(
    "[\u00ad\u034f\u061c\u093c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_NEW_LINES = "\x85\u2028\u2029"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.I)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([/\"nrt]))")
_MASKED_DOT = re.compile(r"(?<=\w) ?[\[({] ?(?:\.|dot|डॉट) ?[\])}] ?(?=\w)", re.I)
_MASKED_AT = re.compile(r"(?<=[\w.]) ?[\[({] ?(?:at|@|ऐट|एट) ?[\])}] ?(?=\w)", re.I)
_MASKED = re.compile(r"[\[({] ?(?:\.|@|dot|at|डॉट|ऐट|एट) ?[\])}]", re.I)
_ANGLED_LINK = re.compile(
    r"<(?=\s{0,3}(?:URL:)?\s{0,3}(?:h(?:tt|xx)ps?://|www\.))"
    r"(\s{0,3}(?:URL:)?\s{0,3}(?:[^<>\s]|[ \t]{0,3}\n[> \t]*+){1,2000})>",
    re.I,
)
_BROKEN_LINK = re.compile(
    r"(?<=[?&=])\n[> \t]*(?=[a-z_]{1,20}=|\d{5})"
    r"|(?<=/)\n[> \t]*(?=(?:profile|permalink|story|photo)\.php\?|(?:p|reel|stories|posts|videos|groups)/\w)"
    r"|(?:(?<=/p/)|(?<=/reel/)|(?<=/tv/))\n[> \t]*(?=[\w-]{8})"  # none of these is a whole link
    r"|(?:(?<=/posts/)|(?<=/videos/)|(?<=/reel/))\n[> \t]*(?=\d{5}|pfbid)"
)


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    """What one unusual sign stands for: a digit, a space, a hyphen, a letter, or nothing."""
    if _ZERO_WIDTH.match(sign):
        return ""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if sign in _NEW_LINES:
        return "\n"
    kind = unicodedata.category(sign)
    if kind in ("Zs", "Cc"):
        return " "
    if kind == "Pd" or sign == "\u2212":
        return "-"
    if kind == "Cs":
        return "\ufffd"  # a lone half of a pair: nothing that stores text would take it
    if sign == "İ":
        return "I"  # the one letter whose small form is longer: places would shift
    if "\u0958" <= sign <= "\u095f":
        return unicodedata.normalize("NFD", sign)[0]
    if "\uff01" <= sign <= "\uff5e" or "\U0001d400" <= sign <= "\U0001d7ff":
        return unicodedata.normalize("NFKC", sign)
    return sign


def _unescaped(match: re.Match[str]) -> str:
    code, sign = match.groups()
    if code is not None:
        return chr(int(code, 16))
    return sign if sign in '/"' else "\n" if sign in "nr" else "\t"


def _unbroken(match: re.Match[str]) -> str:
    """A link in angle brackets goes on over line ends (RFC 3986, appendix C)."""
    return "<" + "".join(line.strip("> \t") for line in match[1].split("\n")) + ">"


def plain_text(text: str) -> str:
    """The text in signs that recognisers know; link and address disguises (hxxp, [.], [at], \\/) undone."""
    text = text[:LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if not text.isascii() or not text.isprintable():
        text = _ODD.sub(lambda found: _plain_sign(found[0]), text)
    if "[" in text or "(" in text or "{" in text:
        if _MASKED.search(text):
            text = _MASKED_AT.sub("@", _MASKED_DOT.sub(".", text))
        text = text.replace("[:]", ":").replace("[://]", "://")
    if "<" in text:
        text = _ANGLED_LINK.sub(_unbroken, text)
    if "=\n" in text or "&\n" in text or "?\n" in text or "/\n" in text:
        text = _BROKEN_LINK.sub("", text)
    return text


_NUMBERS = re.compile(r"\d(?:[^\d]{0,90}\d)*")
_DIGITS = re.compile(r"\d+")


def _near_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text around digits, each with the words before it that may say what they are."""
    floor = 0
    for found in _NUMBERS.finditer(text):
        start, floor = max(floor, found.start() - 60), min(len(text), found.end() + 30)
        yield start, floor


class Page:
    """The plain text, the links in and under it, and the text with what was understood hidden."""

    def __init__(self, text: str, hrefs: Sequence[str] = ()) -> None:
        self.text = plain_text(text)
        in_text = find_links(self.text)
        self.open = self.text
        self.near_numbers = tuple(_near_numbers(self.text))
        self.lower = self.text.lower()
        self._digits: list[tuple[int, int]] | None = None
        self.hide((link.start, link.end) for link in in_text)
        under: list[Link] = []
        for place, href in enumerate(hrefs[:MOST_HREFS]):
            under.extend(read_href(plain_text(href[:8_000].strip()), len(self.text) + place))
        self.links: tuple[Link, ...] = (*in_text, *under)

    def hide(self, spans: Iterable[tuple[int, int]]) -> None:
        """Cover these pieces, so that the next recogniser does not read them again; places stay what
        they were.
        """
        pieces: list[str] = []
        upto = 0
        for start, end in sorted(spans):
            if end > upto:
                start = max(start, upto)
                pieces += (self.open[upto:start], HIDDEN * (end - start))
                upto = end
        if pieces:
            pieces.append(self.open[upto:])
            self.open = "".join(pieces)
            self._digits = None

    def digits(self) -> list[tuple[int, int]]:
        """Where digits stand, with no other digit before or after them."""
        if self._digits is None:
            text, near = self.open, self.near_numbers
            self._digits = [found.span() for place in near for found in _DIGITS.finditer(text, *place)]
        return self._digits

    def at(self, pattern: re.Pattern[str], places: Iterable[int]) -> Iterator[re.Match[str]]:
        """What a pattern finds that begins at one of these places, in order and up to a limit."""
        return islice(self._at(pattern, places), MOST_NUMBERS)

    def _at(self, pattern: re.Pattern[str], places: Iterable[int]) -> Iterator[re.Match[str]]:
        text, upto = self.open, 0
        for place in places:
            seen = pattern.match(text, place) if place >= upto else None
            if seen:
                upto = seen.end()
                yield seen

    def with_digit(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a pattern finds that begins with a digit and lets none stand before it, up to a limit."""
        return self.at(pattern, [start for start, _ in self.digits()])

    def numeric(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a pattern with a digit in it finds, up to a limit; only the surroundings of digits are
        read.
        """
        text = self.open
        found = (seen for start, end in self.near_numbers for seen in pattern.finditer(text, start, end))
        return islice(found, MOST_NUMBERS)


def unique(found: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """The values in the order in which they stand, each once."""
    return tuple(dict.fromkeys(value for _, value in sorted(found, key=lambda pair: pair[0])))


def places_of(words: Iterable[str], lower: str) -> list[int]:
    """Where one of these words begins: plain search for a few is much faster than one pattern of them all."""
    places: set[int] = set()
    for word in words:
        at = lower.find(word)
        while at >= 0:
            places.add(at)
            at = lower.find(word, at + len(word))
    return sorted(places)

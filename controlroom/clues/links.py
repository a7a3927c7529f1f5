"""The links that stand in a text or lie under it, taken apart and out of the redirects around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

LONGEST_LINK = 8_000
_DEEPEST_WRAP = 5
_MOST_LINKS = 5_000

_MARK = re.compile(r"[/:]|%3")  # no link is without one of these, nor without one of those
_SECOND_MARK = re.compile(r"[/?#%]|geo:", re.I)
_BLANK = re.compile(r"[ \t\n]")
_START = re.compile(
    r"h(?:tt|xx)ps?(?:://?/?|%3a%2f%2f)"
    r"|(?<![a-z0-9])[a-z][a-z0-9]{1,20}://"
    r"|(?<![a-z0-9])geo:(?=-?\d)"
    r"|(?<![\w@./-])(?://)?(?:[a-z0-9-]{1,63}\.){1,6}"
    r"(?:com|org|net|in|me|co|am|gl|watch|io|gov|edu|us|uk|app|ly|link|info|be)(?::\d{1,5})?(?=[/?#])",
    re.I,
)
_END = re.compile(
    r"[\s<>\"|`\\^\x00।॥\u0900-\u097f\u2018-\u201f\u2026«»]|'(?=[\s,\])};]|$)|[,;|)\]}'](?=h(?:tt|xx)ps?:)",
    re.I,
)
_TRAILING = ".,;:!?'*~([{"
_PAIRS = {")": "(", "]": "[", "}": "{"}

_REDIRECT_WORDS = (
    "u",
    "url",
    "q",
    "next",
    "href",
    "continue",
    "link",
    "target",
    "a",
    "z",
    "to",
    "uddg",
    "redirecturl",
)
_FACEBOOK = re.compile(r"(?:[a-z0-9-]+\.)*(?:facebook|fb)\.com")
_WRAPPERS = (
    # host, path: what counts as an envelope around another link
    (re.compile(r"(?:l|lm|m|www|mbasic|touch|web|business|[a-z]{2}-[a-z]{2})?\.?(?:facebook|fb)\.com"),
     re.compile(r"/(?:l\.php|flx/warn|login|login\.php|login/.*|checkpoint.*|sharer.*|share\.php)?/?")),
    (re.compile(r"l\.(?:instagram|threads|messenger|wl)\.(?:com|net|co)"), re.compile(r".*")),
    (re.compile(r"(?:www\.)?instagram\.com"), re.compile(r"/(?:linkshim|accounts/login|challenge)/?")),
    (re.compile(r"(?:www\.)?google\.(?:com|co\.in)"), re.compile(r"/url")),
    (re.compile(r"(?:[a-z0-9]+\.)*safelinks\.protection\.outlook\.com"), re.compile(r".*")),
    (re.compile(r"facewebmodal|webview|web"), re.compile(r".*")),
    # what mail gateways and other sites put around the links of strangers
    (re.compile(r"urldefense\.proofpoint\.com"), re.compile(r"/v1/url")),
    (re.compile(r"linkprotect\.cudasvc\.com|(?:[a-z0-9-]+\.)?protect2?\.fireeye\.com|clicktime\.symantec\.com"
                r"|(?:[a-z0-9-]+\.)*ctp\.trendmicro\.com|deref-(?:gmx|mail|web-02)\.\w+|slack-redir\.net"
                r"|out\.reddit\.com|t\.umblr\.com"), re.compile(r".*")),
    (re.compile(r"(?:www\.|m\.)?youtube\.com|(?:www\.)?linkedin\.com|(?:www\.)?bing\.com|duckduckgo\.com|vk\.com"),
     re.compile(r"/(?:redirect|redir/redirect|l|away\.php)/?")),
)  # fmt: skip
_COUNTER_WORDS = ("dest", "destination", "redirect", "redirect_url", "redirect_uri", "goto", "r", "l", "p")
_COUNTER = re.compile(r"(?:^|[./-])(?:clicks?|track|tracking|tracker|trk|ct|redir|redirect)(?=[./-]|$)")
_SITE_HOST = re.compile(r"(?:[a-z0-9-]+\.)*(?:facebook|fb|instagram)\.(?:com|me|watch)")
_TO_A_SITE = re.compile(rf"h(?:tt|xx)ps?://{_SITE_HOST.pattern}/.", re.I)
_CISCO = re.compile(r"https?://secure-web\.cisco\.com/[^/]{1,400}/(h(?:tt|xx)ps?(?:%3a|:).{1,4000})", re.I)
_URLDEFENSE_2 = re.compile(
    r"https?://urldefense\.proofpoint\.com/v2/url\?(?:.{0,500}&)?u=([^&]{1,4000})", re.I
)
_URLDEFENSE = re.compile(r"https?://urldefense\.com/v3/__(.{1,4000}?)__;", re.I)
_ENCODED = re.compile(r"h(?:tt|xx)ps?%3a", re.I)
_WRAPPED_START = re.compile(r"(?:h(?:tt|xx)ps?://|//|www\.|fb://|[a-z0-9-]{1,60}\.(?:com|me|in)/)", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its place in the text, and its parts. `host` is lower case, without user, port or last
    dot.
    """

    start: int
    end: int
    scheme: str
    host: str
    path: str
    query: tuple[tuple[str, str], ...]
    fragment: str

    def word(self, name: str) -> str:
        """The value of a word of the query, or nothing."""
        for key, value in self.query:
            if key == name:
                return value
        return ""


def _words(query: str) -> tuple[tuple[str, str], ...]:
    pairs = (piece.partition("=") for piece in re.split("[&;]", query)[:200])
    return tuple(
        (unquote(key).lower(), unquote(value.replace("+", " ")).strip()) for key, _, value in pairs if key
    )


def take_apart(url: str, start: int, end: int) -> Link:
    """The parts of a link. Never fails: what makes no sense has no host."""
    scheme, mark, rest = url.partition(":")
    if not mark or "." in scheme or "/" in scheme:  # without a scheme: facebook.com/name
        scheme, rest = "https", url
    scheme = scheme.lower().replace("hxxp", "http").replace("intent", "https")
    rest, _, fragment = rest.partition("#")
    rest, _, query = rest.partition("?")
    if rest.startswith("/") or scheme == "https":
        host, slash, path = rest.lstrip("/").partition("/")
        path = slash + path
    else:
        host, path = "", rest
    if scheme in ("http", "https"):
        host = "" if "@" in host else re.sub(r":\d*$", "", host.lower()).rstrip(".")
    return Link(start, end, scheme, host, path, _words(query), fragment)


def _wrapped_in(url: str, link: Link) -> str:
    """The link inside a redirect's link, or nothing."""
    defended = _URLDEFENSE.match(url)
    if defended:
        return defended[1]
    if inside := _URLDEFENSE_2.match(url):  # its own escapes: - for %, _ for /
        return unquote(re.sub(r"-(?=[0-9A-Fa-f]{2})", "%", inside[1]).replace("_", "/"))
    if inside := _CISCO.match(url):
        return unquote(inside[1])
    for host, path in _WRAPPERS:
        if host.fullmatch(link.host) and path.fullmatch(link.path):
            for name in _REDIRECT_WORDS:
                value = link.word(name)
                if _WRAPPED_START.match(value):
                    # an inner link that was not encoded has lost its own later words to the outer one
                    return url[url.find(value) :] if value in url and "?" in value else value
            inner = link.word("next") or link.word("href")
            if inner.startswith("/") and _FACEBOOK.fullmatch(link.host):
                return f"https://www.facebook.com{inner}"
    return "" if _SITE_HOST.fullmatch(link.host) else _through_a_counter(link)


def _through_a_counter(link: Link) -> str:
    """Out of a link that says of itself that it counts clicks, where it names a page of the sites in full."""
    if not _COUNTER.search(link.host + link.path.lower()):
        return ""
    for name in (*_REDIRECT_WORDS, *_COUNTER_WORDS):
        value = link.word(name)
        if _TO_A_SITE.match(value):
            return value
    return ""


def unwrap(url: str, start: int, end: int) -> Link:
    """The link that a reader lands on: out of l.facebook.com and other envelopes, however deep."""
    link = take_apart(url, start, end)
    for _ in range(_DEEPEST_WRAP):
        inner = _wrapped_in(url, link)
        if not inner:
            break
        url = unquote(inner) if _ENCODED.match(inner) else inner
        link = take_apart(url, start, end)
    return link


# a link in a row of values: nothing of the sites holds a comma or semicolon before its words, nor these after
_SITES = re.compile(
    r"(?:h(?:tt|xx)ps?://)?(?:[a-z0-9-]{1,20}\.){0,2}(?:facebook|fb|instagram)\.(?:com|me|watch)/", re.I
)
_NEXT_VALUE = re.compile(
    r"(?<=/)[^?,;]*+([,;])|.*?(,(?=[^&]*$)|;(?=(?:phone|mob|tel|contact|msisdn|ip|pin|lat|lo?ng?|e?mail|user|handle|name|case"
    r"|time|ts|category|platform|location|address)\w{0,20}[=:]))",
    re.I,
)


def _trimmed(url: str, before: str) -> str:
    """Without the punctuation of the sentence around it; a closing bracket stays when it was opened
    inside, an underline (names may end in one) unless one stands before the link too.
    """
    if (site := _SITES.match(url)) and (value := _NEXT_VALUE.match(url, site.end())):
        url = url[: value.start(value.lastindex or 0)]
    if before == "_":
        url = url.rstrip("_")
    while url:
        last = url[-1]
        if last in _TRAILING or (last in _PAIRS and url.count(last) > url.count(_PAIRS[last])):
            url = url[:-1]
        else:
            break
    return url


def _spans(text: str) -> Iterator[tuple[int, int]]:
    stop = 0
    while mark := _MARK.search(text, stop):
        at = max(stop, 1 + max(text.rfind(blank, stop, mark.start()) for blank in " \t\n"))
        blank = _BLANK.search(text, mark.end())
        stop = blank.start() if blank else len(text)
        if not _SECOND_MARK.search(text, at, stop):
            continue
        while found := _START.search(text, at, stop):
            closing = _END.search(text, found.end(), stop)
            at = closing.start() if closing else stop
            yield found.start(), min(at, found.start() + LONGEST_LINK)
            if at <= found.end():
                at = found.end()


def find_links(text: str) -> tuple[Link, ...]:
    """Every link in a plain text, unwrapped; mail addresses and bare hosts are not links."""
    if "/" not in text and "geo:" not in text and "%3" not in text:
        return ()
    found: list[Link] = []
    for start, stop in _spans(text):
        url = _trimmed(text[start:stop], text[start - 1 : start])
        glued = re.match(r"[a-z0-9]{1,20}?(?=h(?:tt|xx)ps?://)", url, re.I)
        if glued:  # a cell's text without a space before the next
            url = url[glued.end() :]
        if _ENCODED.match(url):
            url = unquote(url)
        found.append(unwrap(url, start, max(start + 1, start + len(url))))
        if len(found) >= _MOST_LINKS:
            break
    return tuple(found)


def read_href(href: str, place: int) -> tuple[Link, ...]:
    """The link under a word of the HTML part; a mail address or number under it counts too."""
    href = re.sub(r"\s+", "", href) if not re.match(r"(?i)(?:tel|mailto|sms)", href) else href
    if not href or href.startswith("#"):
        return ()
    return (unwrap(unquote(href) if _ENCODED.match(href) else href, place, place),)

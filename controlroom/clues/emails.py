"""E-mail addresses in the text, or under a word of it; never the addresses of a forwarded header."""

import re
from itertools import zip_longest
from urllib.parse import unquote

from controlroom.clues.page import Page

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9._%+@-])([A-Za-z0-9._%+'-]{1,64})@((?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})(?![A-Za-z0-9_@-])"
)
_NOT_A_DOMAIN = frozenset(
    """
    png jpg jpeg gif svg webp bmp pdf html htm js css php mp4 mp3 txt doc docx
    """.split()  # noqa: SIM905 - a list of words reads better without a quote around each
)
_USUAL_END = frozenset(["com", "in", "org", "net", "edu", "gov"])
_HEADER = re.compile(
    r"(?m)^[>\s*]{0,8}(from|to|cc|bcc|sent|date|subject|reply-to|प्रेषक|सेवा में|विषय|दिनांक)\*?\s?:.*$", re.I
)
_MACHINE = re.compile(
    r"(?mi)^[> ]{0,8}(?:message-id|in-reply-to|references|content-id|return-path|x-[a-z-]{1,40})\s?:.*$"
)


def _forwarded_headers(text: str) -> list[tuple[int, int]]:
    """Header blocks of forwarded mails: three such lines or more that follow one another, sender and
    subject in them.
    """
    blocks: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    lines = list(_HEADER.finditer(text))
    for line, after in zip_longest(lines, lines[1:]):
        run.append(line)
        if after is None or text[line.end() : after.start()].strip("\r\n> "):
            names = {found[1].lower() for found in run}
            if len(run) >= 3 and names & {"from", "प्रेषक"} and names & {"subject", "विषय"}:
                blocks.append((run[0].start(), run[-1].end()))
            run = []
    return blocks


def tidy_address(local: str, domain: str) -> str:
    """The address as it is kept: the domain in small letters, no stray signs before it; or nothing."""
    local = local.lstrip("-.'%+_").rstrip(".")
    labels = domain.split(".")
    if len(labels) > 2 and labels[-1][:1].isupper() and labels[-2] in _USUAL_END:
        labels.pop()  # a sentence that starts without a space: gmail.com.Please
    end = labels[-1].lower()
    if (
        not local
        or ".." in local
        or end in _NOT_A_DOMAIN
        or any(part[0] == "-" or part[-1] == "-" for part in labels)
    ):
        return ""
    return f"{local}@{'.'.join(labels).lower()}"


def find_emails(page: Page) -> tuple[tuple[int, str], ...]:
    """Place and address; what was read is hidden from those who look for numbers and handles."""
    found: list[tuple[int, str]] = []
    spans: list[tuple[int, int]] = []
    if "@" in page.open:
        apart = [*_forwarded_headers(page.open), *(line.span() for line in _MACHINE.finditer(page.open))]
        for seen in _ADDRESS.finditer(page.open):
            spans.append(seen.span())
            address = tidy_address(seen[1], seen[2])
            if address and not any(start <= seen.start() < end for start, end in apart):
                found.append((seen.start(), address))
        page.hide(spans)
    for link in page.links:
        if link.scheme == "mailto":
            for address in (link.path, link.word("to")):
                for seen in _ADDRESS.finditer(unquote(address).replace(",", " ").replace(";", " ")):
                    found.append((link.start, tidy_address(seen[1], seen[2])))
    return tuple(pair for pair in found if pair[1])

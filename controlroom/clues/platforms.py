"""Which of Meta's sites the mail is about: what a label says, else its links, else its words."""

import re

from controlroom.clues.page import Page, places_of

_FACEBOOK = re.compile(r"(?i)(?<![a-z])(?:face ?book|fb)(?![a-z])|फेसबुक|फेस बुक")
_INSTAGRAM = re.compile(r"(?i)(?<![a-z])(?:instagram|insta|ig)(?![a-z])|इंस्टाग्राम|इन्स्टाग्राम|इंस्टा")
_LABEL = re.compile(
    r"(?i)(?<![a-z])(?:platform|service|product|app|network|site|source|प्लेटफार्म|प्लेटफॉर्म|मंच"
    r"|माध्यम)[\"'*]{0,3}[ \t]{0,4}[:=|\t–-][^\n]{0,60}"
)


_MENTIONS = ("facebook", "face book", "fb", "insta", "ig", "फेसबुक", "फेस बुक", "इंस्टा", "इन्स्टा")
_LABEL_WORDS = ("platform", "service", "product", "app", "network", "site", "source", "प्लेट", "मंच", "माध्यम")


def _named(facebook: bool, instagram: bool) -> str:
    return "+".join(name for name, there in (("facebook", facebook), ("instagram", instagram)) if there)


def find_platform(page: Page, account_urls: tuple[tuple[int, str], ...]) -> str:
    """`facebook`, `instagram`, `facebook+instagram` or nothing."""
    if not any(word in page.lower for word in _MENTIONS):
        return ""
    for label in page.at(_LABEL, places_of(_LABEL_WORDS, page.lower)):
        if said := _named(bool(_FACEBOOK.search(label[0])), bool(_INSTAGRAM.search(label[0]))):
            return said
    urls = [url for _, url in account_urls]
    linked = _named(
        any("instagram.com" not in url for url in urls), any("instagram.com" in url for url in urls)
    )
    return linked or _named(bool(_FACEBOOK.search(page.open)), bool(_INSTAGRAM.search(page.open)))

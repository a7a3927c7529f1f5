"""Names of accounts: from their links, from @handles, and where a label says so.

Kept as written, each once whatever its case; no '@', no numbers of accounts, no words of the sites' own
paths.
"""

import re

from controlroom.clues.page import Page, places_of

_FROM_LINK = re.compile(
    r"https://www\.(?:facebook\.com/(?!profile\.php|permalink\.php|story\.php|photo\.php|watch/"
    r"|people/|groups/|reel/|share/|live/|photos/|"
    r"posts/|stories/)([A-Za-z0-9._-]+)|facebook\.com/stories/([A-Za-z0-9.]+)(?=/|$)|"
    r"instagram\.com/(?:stories/(?!highlights)([A-Za-z0-9._]+)|(?!(?:p|reel|tv|stories|share"
    r"|s)/)([A-Za-z0-9._]+)))"
)
_HANDLE = re.compile(r"(?<![\w@./=&+-])@([A-Za-z0-9_][A-Za-z0-9._]{0,59})(?![\w@-])")
_NOT_HANDLES = frozenset(
    """
    everyone all here channel highlight followers media import charset facebook instagram meta
    fontface page keyframes
    """.split()  # noqa: SIM905 - a list of words reads better without a quote around each
)
_TIME_OR_RATE = re.compile(
    r"(?i)\d{1,2}(?:[.:]\d\d)?(?:am|pm|hrs)|rs\.?\d.*|.*\.(?:com|in|org|net|co|gov|edu)|\d+(?:st|nd"
    r"|rd|th|k|x)"
)
_STRONG = (
    r"user[ _-]?names?|user[ _]id|vanity(?:[ _](?:name|url|id))?|screen[ _]?names?|handles?|log[ -]?in name|"
    r"उपयोगकर्ता[ -]?(?:का[ ])?नाम|यूजर[ -]?नेम|यूजर[ ]?आईडी|हैंडल|प्रयोक्ता नाम|प्रयोगकर्ता नाम"
)
_WEAK = (
    r"instagram|insta|ig|facebook|fb|इंस्टाग्राम|इंस्टा|फेसबुक|instagram (?:id|account|profile|user)"
    r"|insta id|ig (?:id|account)|fb (?:id|account)|"
    r"facebook (?:id|account|profile|user)|(?:इंस्टाग्राम|फेसबुक) (?:आईडी|खाता|अकाउंट|प्रोफाइल)"
    r"|account(?: name)?|profile|target|user|vanity"
)
_LABELLED = re.compile(
    rf"(?<![\w@./])(?:(?P<strong>(?:(?:instagram|insta|ig|facebook|fb|account|profile|इंस्टाग्राम"
    rf"|फेसबुक)[ _]?)?(?:{_STRONG}))|(?P<weak>{_WEAK}))"
    r"[\"'*]{0,3}[ ]?(?:\((?:[^()\n]{0,24})\)|/ ?[a-z]{1,10})?[ \t]{0,4}"
    r"(?P<sep>(?:[:=|–-]|:-|\bis\b|है|=>|\t|->)[ \t|]{0,4}|[ ]?\n[ \t|]{0,4}|[ ]{2,20})[\"'*<(\[@]{0,3}"
    r"(?P<name>[A-Za-z0-9_][A-Za-z0-9._]{1,59})(?P<after>[^\n]{0,40})",
    re.I,
)
_LABEL_STARTS = (
    "user", "vanity", "screen", "handle", "log", "insta", "ig", "facebook", "fb", "profile", "account",
    "target",
    "उपयोगकर्ता", "यूजर", "हैंडल", "प्रयो", "इंस्टा", "फेसबुक",
)  # fmt: skip
_NOTHING = frozenset(
    """
    none na nil null unknown not available private public deleted disabled active account accounts
    alert profile user username name post posts report suicide yes no true false url link links id
    email mail phone mobile number ip address date time facebook instagram insta meta fb ig is the
    and of in on has was with for from platform status page photo video story reel handle verified
    unverified blocked type details info information content message safety team support request
    """.split()  # noqa: SIM905 - a list of words reads better without a quote around each
)


def _bare(name: str) -> str:
    return name.rstrip("._") if name.endswith(".") else name


def _is_name(name: str) -> bool:
    return bool(re.search(r"[A-Za-z]", name)) and name.lower() not in _NOTHING and len(name) > 1


def _whole_value(name: str, after: str) -> bool:
    """Whether the name is all that the label was given: a display name of two words is not an
    account's name.
    """
    return bool(
        re.match(
            r"[\"'\])>*]{0,3}\s*(?:$|[,;|।)\]}\"'<(/]|\.\s|\.$|\t|  |[-–] )"
            r"|\s+[^\s:]{2,20}(?: [a-z]{2,10})?\s?:",
            after,
            re.I,
        )
    )


def _labelled(match: re.Match[str]) -> str:
    name, after = _bare(match["name"]), match["after"]
    if after[:1] in ("@", "/") or after[:3] == "://" or re.match(r"[A-Za-z0-9_@]", after):
        return ""
    if not _is_name(name):
        return ""
    handle = match[0][: match.start("name") - match.start()].endswith("@")
    telling = bool(re.search(r"[._\d]", name)) and not re.fullmatch(r"\d[\d.]*[a-z]{0,2}", name, re.I)
    if handle or (telling and match["strong"]):
        return name
    own_line = "\n" in match["sep"] or match["sep"].isspace()
    if match["strong"]:
        if own_line:
            return name if _whole_value(name, after) and re.match(r"[\"'*\s|]*$", after[:1] or " ") else ""
        lower_next = re.match(r"\s+[a-z\u0900-\u097f]", after)
        return name if _whole_value(name, after) or (lower_next and name[1:].islower()) else ""
    if own_line or not _whole_value(name, after) or match["sep"].strip() in ("is", "है"):
        return ""
    insta = match["weak"].lower().startswith(("ig", "insta", "इंस्टा"))
    return name if telling or (insta and name.islower() and len(name) >= 5) else ""


def find_usernames(page: Page, account_urls: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
    """Every name, in the order in which they stand."""
    found: list[tuple[int, str]] = []
    for place, url in account_urls:
        if seen := _FROM_LINK.fullmatch(url) or _FROM_LINK.match(url):
            found.append((place, next(group for group in seen.groups() if group)))
    text = page.open
    if "@" in text:
        for seen in _HANDLE.finditer(text):
            name = _bare(seen[1])
            if name.lower() not in _NOT_HANDLES and not _TIME_OR_RATE.fullmatch(name):
                found.append((seen.start(), name))
    upto = 0
    for place in places_of(_LABEL_STARTS, page.lower):
        label = _LABELLED.match(text, place) if place >= upto else None
        if label:
            upto = label.start("name")
            if name := _labelled(label):
                found.append((upto, name))
    names: dict[str, str] = {}
    for _, name in sorted(found, key=lambda pair: pair[0]):
        if _is_name(name):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())

"""Accounts of Facebook and Instagram: one canonical link for every spelling of it.

The canonical form is `https://www.facebook.com/...` or `https://www.instagram.com/...`: https, `www.`, no
slash at the end, no tracking words, no fragment, names in the case in which they stand. A profile by number
is `/profile.php?id=N` (also for /N, /people/NAME/N, /p/NAME-N, fb://profile/N); a post by number is
`/permalink.php?story_fbid=S&id=N` or `/story.php?...` as it stood; a photo is `/photo.php?fbid=N`; a video
`/watch/?v=N`; posts, videos, reels, stories, groups and share links keep their path. A short link that
nobody can resolve offline (fb.watch, fb.me with a code) stays as it is. A bare name never becomes a link,
nor does a look-alike host, nor a page of the companies themselves (help, legal, settings, login ...).
"""

import re
from urllib.parse import unquote

from controlroom.clues.links import Link, unwrap
from controlroom.clues.page import Page

_FACEBOOK = re.compile(
    r"(?:(?:www|m|mbasic|touch|web|free|mobile|iphone|d|x|0|h|o|p|z-m|en|hi|business|beta|m\.beta|m\.alpha"
    r"|[a-z]{2}-[a-z]{2}|www\.business)\.)?(?:facebook|fb)\.com"
)
_INSTAGRAM = re.compile(r"(?:(?:www|m|mobile|web|i)\.)?(?:instagram\.com|instagr\.am)")
_SHORT = re.compile(r"(?:www\.|m\.)?fb\.(?:me|watch)")

_FACEBOOK_RESERVED = frozenset(
    """
    about account accountquality ad_campaign ad_center ads adsmanager ajax android api apps a
    blocked bookmarks business careers checkpoint community communitystandards confirmemail contact
    cookie cookies creators data developers dialog directory donate e ent events facebook flx
    friends fundraisers games gaming graphql hacked hashtag help home i identify images impressum
    instagram ios jobs l language legal lite live local login logout marketplace me media memories
    messages messenger meta mobile n nd news notes notifications onthisday pages payments photo
    photos plugins policies policy privacy privacycenter profile public qr r records recover reel
    reels reg report rsrc safety safetycheck safetyv2 saved search security settings share sharer
    signup site sitemap stories story support survey t terms tr translations ufi unsupportedbrowser
    video videos watch whitehat work workplace groups group people p posts permalink latest overview
    activitylog allactivity birthdays email emails imgs lawenforcement notif notifs pg reporting requests
    threat transparency unsubscribe wellbeing
    """.split()  # noqa: SIM905 - a list of words reads better without a quote around each
)
_INSTAGRAM_RESERVED = frozenset(
    """
    about accounts ads api ar archive blog business challenge community contact create creators data
    developer developers direct directory download emails explore graphql guide guides help
    instagram invites jobs legal lite live locations location nametag oauth p policies popular press
    privacy qr reel reels safety session settings share shop static stories story support terms
    topics tv web s privacycenter highlights your_activity
    logging login logout notifications password push reporting signup unsubscribe
    """.split()  # noqa: SIM905 - a list of words reads better without a quote around each
)
_FACEBOOK_PARTS = ("posts", "videos", "photos", "reel", "reels", "live", "notes", "activity", "permalink")
_FACEBOOK_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-_]{1,90}")
_INSTAGRAM_NAME = re.compile(r"[A-Za-z0-9._]{1,30}")
_CODE = re.compile(r"[A-Za-z0-9_.:\-]{1,200}=?=?")
# pages about one's own account that the sites' mails link to: names with an underline that nobody bears
_OWN_PAGE = re.compile(
    r"(?i)(?:all|email|off|your|two|lead|support|account|ad|ads|page|pages|privacy|security|confirm|cookie|user|help|mobile"
    r"|notif|notification|notifications|unsubscribe|download|device|login|oauth|push|legal)_[a-z_]{3,40}"
)
_FILE = re.compile(r"(?i)\.(?:com|net|php|html?|ico|txt|png|jpe?g|js|css|xml|json|gif|svg)$")


def _segments(path: str) -> list[str]:
    return [piece.strip() for piece in unquote(path).split("/") if piece.strip()]


def _digits(text: str) -> str:
    found = re.match(r"\d{1,20}", text)
    return found[0] if found else ""


def _code(text: str) -> str:
    found = _CODE.match(text)
    return found[0].rstrip(".:=") if found else ""  # the codes of posts may well end in - or _


def _facebook_file(name: str, link: Link) -> str:
    """The pages that are named by a file and its words: profile.php, permalink.php, story.php,
    photo.php, watch.
    """
    number = _digits(link.word("id"))
    if name == "profile.php":
        return f"profile.php?id={number}" if number else ""
    if name in ("permalink.php", "story.php"):
        story = _code(link.word("story_fbid")) or _digits(link.word("fbid"))
        words = [f"story_fbid={story}"] if story else []
        words += [f"id={number}"] if number else []
        return f"{name}?{'&'.join(words)}" if story else f"profile.php?id={number}" if number else ""
    if name in ("photo", "photo.php", "photos"):
        photo = _digits(link.word("fbid"))
        return f"photo.php?fbid={photo}" if photo else ""
    video = _digits(link.word("v"))
    return f"watch/?v={video}" if video else ""


def _facebook_tree(parts: list[str]) -> str:
    """The pages with a tree of their own: groups, reels, stories, share links, people."""
    first, rest = parts[0].lower(), [_code(part) for part in parts[1:5]]
    if not rest or not rest[0]:
        return ""
    if first in ("people", "p", "pages"):
        number = re.search(r"(?:^|-)(\d{5,20})$", rest[1] if first != "p" and len(rest) > 1 else rest[0])
        if first == "people" and len(rest) > 1 and rest[1].startswith("pfbid"):
            return f"people/{rest[0]}/{rest[1]}"  # who that is only Facebook can say
        return f"profile.php?id={number[1]}" if number else ""
    if first == "groups":
        kept = 3 if len(rest) > 2 and rest[1].lower() in ("posts", "permalink", "user") else 1
        return "/".join(["groups", *rest[:kept]])
    if first in ("reel", "reels"):
        return f"reel/{rest[0]}" if rest[0][:1].isdigit() else ""
    if first == "share":
        if len(rest[0]) == 1 and len(rest) > 1 and rest[1]:
            return f"share/{rest[0]}/{rest[1]}"
        return f"share/{rest[0]}" if len(rest[0]) > 1 else ""
    if first == "stories":
        return "" if rest[0] == "create" else "/".join(["stories", *[part for part in rest[:2] if part]])
    if first in ("videos", "video", "watch"):
        return f"watch/?v={rest[0]}" if rest[0].isdigit() else ""
    return f"{first}/{rest[0]}" if first in ("photos", "posts", "live") and _digits(rest[0]) else ""


def _facebook_path(link: Link) -> str:
    """The canonical path of a Facebook account or of something that it posted, or nothing."""
    path = link.fragment[1:] if link.fragment.startswith("!") else link.path
    if link.fragment.startswith("!") and "?" in path:
        return _facebook_path(unwrap(f"https://www.facebook.com/{path.lstrip('/')}", link.start, link.end))
    parts = _segments(path)
    if not parts:
        return ""
    first = parts[0].lower()
    if first in ("watch", "video") and len(parts) > 1 and parts[1].lower() == "live":
        video = _digits(link.word("v"))
        return f"watch/live/?v={video}" if video else ""
    if first in ("profile.php", "permalink.php", "story.php", "photo.php", "video.php") or (
        first in ("photo", "photos", "watch") and len(parts) == 1
    ):
        return _facebook_file(first, link)
    if first in ("groups", "reel", "reels", "share", "stories", "people", "p", "pages", "videos", "video",
                 "watch",
                 "photos", "posts", "live"):  # fmt: skip
        return _facebook_tree(parts)
    name = parts[0].lstrip("@").rstrip(".-_")
    if (
        name.lower() in _FACEBOOK_RESERVED
        or _OWN_PAGE.fullmatch(name)
        or _FILE.search(name)
        or not _FACEBOOK_NAME.fullmatch(name)
    ):
        return ""
    if len(parts) > 2 and parts[1].lower() in _FACEBOOK_PARTS and _code(parts[-1]):
        return "/".join([name, parts[1].lower(), *[_code(part) for part in parts[2:5] if _code(part)]])
    return f"profile.php?id={name}" if name.isdigit() else name


def _instagram_path(link: Link) -> str:
    """The canonical path of an Instagram account or of something that it posted, or nothing."""
    parts = _segments(link.path)
    if parts and parts[0].lower() in ("_u", "_n"):
        parts = parts[1:]
    if not parts:
        return ""
    first, rest = parts[0].lower(), [_code(part) for part in parts[1:4]]
    if first in ("p", "reel", "reels", "tv"):
        if not rest or not rest[0] or rest[0].lower() in ("audio", "videos"):
            return ""
        return f"{'reel' if first == 'reels' else first}/{rest[0]}"
    if first in ("stories", "share", "s"):
        kept = [part for part in rest[:2] if part]
        return "/".join([first, *kept]) if (kept and kept[0].lower() != "highlights") or len(kept) > 1 else ""
    name = parts[0].lstrip("@").rstrip(".")
    if first in _INSTAGRAM_RESERVED or _FILE.search(name) or not _INSTAGRAM_NAME.fullmatch(name):
        return ""
    if (
        rest
        and parts[1].lower() in ("p", "reel", "tv", "live")
        and (len(rest) > 1 or parts[1].lower() == "live")
    ):
        return "/".join([name, parts[1].lower(), *[part for part in rest[1:2] if part]])
    return name


def _app_link(link: Link) -> str:
    """fb://profile/ID and instagram://user?username=NAME, which a telephone opens in the app."""
    if link.scheme == "fb":
        number = link.word("id") or (_segments(link.path) or [""])[0]
        if link.host.lower() in ("profile", "page") and _digits(number) == number != "":
            return f"https://www.facebook.com/profile.php?id={number}"
        if link.host.lower() in ("profile", "page") and _FACEBOOK_NAME.fullmatch(number):
            return f"https://www.facebook.com/{number}"
    name = link.word("username").lstrip("@")
    if link.scheme == "instagram" and link.host.lower() == "user" and _INSTAGRAM_NAME.fullmatch(name):
        return f"https://www.instagram.com/{name}"
    return ""


def _short_link(link: Link) -> str:
    """fb.me/NAME is facebook.com/NAME; a code stays a short link, for nobody can say offline where it
    leads.
    """
    parts = _segments(link.path)
    if not parts:
        return ""
    if link.host.endswith("fb.watch"):
        code = _code(parts[0])
        return f"https://fb.watch/{code}" if code else ""
    path = _facebook_path(link)
    if not path:
        return ""
    if len(parts) == 1 and re.search(r"\d", path) and "." not in path and "?" not in path:
        return f"https://fb.me/{parts[0]}"
    return f"https://www.facebook.com/{path}"


def account_url(link: Link) -> str:
    """The canonical link of an account, or of a post, video, reel or story of one; otherwise nothing."""
    if link.scheme in ("fb", "instagram"):
        return _app_link(link)
    if link.scheme not in ("http", "https"):
        return ""
    if _FACEBOOK.fullmatch(link.host):
        path = _facebook_path(link)
        return f"https://www.facebook.com/{path}" if path else ""
    if _INSTAGRAM.fullmatch(link.host):
        path = _instagram_path(link)
        return f"https://www.instagram.com/{path}" if path else ""
    if _SHORT.fullmatch(link.host):
        return _short_link(link)
    if link.host in ("m.me", "ig.me"):
        parts = _segments(link.path)
        site = "facebook" if link.host == "m.me" else "instagram"
        name = parts[1] if link.host == "ig.me" and len(parts) > 1 else parts[0] if parts else ""
        return account_url(unwrap(f"https://www.{site}.com/{name}", link.start, link.end)) if name else ""
    return ""


def find_accounts(page: Page) -> tuple[tuple[int, str], ...]:
    """Place and canonical link of every account link, each account or post once."""
    found: dict[str, tuple[int, str]] = {}
    for link in page.links:
        url = account_url(link)
        # names do not care for case, the codes of posts do
        key = url.casefold() if url.count("/") == 3 else url
        if url and key not in found:
            found[key] = (link.start, url)
    return tuple(sorted(found.values()))

"""Accounts: every spelling of a link, and everything that looks like one."""
# ruff: noqa: E501 - tables of examples are read row by row

import pytest

from controlroom.clues.read import read_clues

FB, IG = "https://www.facebook.com/", "https://www.instagram.com/"

LINKS = [
    (
        "https://click.mail.example/ls/click?upn=u1&u=https%3A%2F%2Fwww.facebook.com%2Fravi.kumar.94%3Ffbclid%3D1",
        FB + "ravi.kumar.94",
    ),
    ("https://www.facebook.com/people/Ravi-Kumar/pfbid02AbC/", FB + "people/Ravi-Kumar/pfbid02AbC"),
    ("https://www.facebook.com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("http://facebook.com/ravi.kumar.94/", FB + "ravi.kumar.94"),
    ("facebook.com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("www.facebook.com/ravi.kumar.94.", FB + "ravi.kumar.94"),
    ("HTTPS://M.FACEBOOK.COM/Ravi.Kumar.94?refsrc=x", FB + "Ravi.Kumar.94"),
    ("fb.com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("https://mbasic.facebook.com/ravi.kumar.94?fbclid=IwAR0&eav=x&paipv=0", FB + "ravi.kumar.94"),
    ("https://hi-in.facebook.com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("https://touch.facebook.com/ravi.kumar.94#about", FB + "ravi.kumar.94"),
    ("hxxps://www.facebook[.]com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("hxxp[:]//facebook(.)com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("https://www.facebook.com:443/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("https://www.facebook.com./ravi.kumar.94", FB + "ravi.kumar.94"),
    ("ｈｔｔｐｓ://www.facebook.com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("https://face\u200bbook.com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("https://www.facebook.com/ravi.kumar.94/about", FB + "ravi.kumar.94"),
    ("https://www.facebook.com/profile.php?id=100012345678901", FB + "profile.php?id=100012345678901"),
    (
        "https://m.facebook.com/profile.php?v=info&id=100012345678901&mibextid=ZbWKwL",
        FB + "profile.php?id=100012345678901",
    ),
    (
        "https://www.facebook.com/profile.php?&id=100012345678901&sk=photos",
        FB + "profile.php?id=100012345678901",
    ),
    (
        "https://www.facebook.com/profile.php?ref=x&amp;id=100012345678901",
        FB + "profile.php?id=100012345678901",
    ),
    ("fb://profile/100012345678901", FB + "profile.php?id=100012345678901"),
    ("fb://profile?id=100012345678901", FB + "profile.php?id=100012345678901"),
    ("https://www.facebook.com/100012345678901", FB + "profile.php?id=100012345678901"),
    ("https://www.facebook.com/people/Ravi-Kumar/100012345678901/", FB + "profile.php?id=100012345678901"),
    (
        "https://www.facebook.com/permalink.php?id=100012345678901&__cft__[0]=AZ&story_fbid=pfbid02Abc&__tn__=%2CO",
        FB + "permalink.php?story_fbid=pfbid02Abc&id=100012345678901",
    ),
    (
        "https://m.facebook.com/story.php?story_fbid=123456&id=100012&m_entstream_source=x",
        FB + "story.php?story_fbid=123456&id=100012",
    ),
    ("https://www.facebook.com/photo.php?fbid=998877&set=a.1&type=3", FB + "photo.php?fbid=998877"),
    ("https://www.facebook.com/photo/?fbid=998877&set=a.1", FB + "photo.php?fbid=998877"),
    ("https://www.facebook.com/watch/?v=445566&ref=sharing", FB + "watch/?v=445566"),
    ("https://www.facebook.com/watch?v=445566", FB + "watch/?v=445566"),
    ("https://www.facebook.com/watch/live/?v=445566&ref=x", FB + "watch/live/?v=445566"),
    ("https://www.facebook.com/groups/112233/posts/445566/?comment_id=9", FB + "groups/112233/posts/445566"),
    ("https://www.facebook.com/groups/up.mitra/permalink/445566/", FB + "groups/up.mitra/permalink/445566"),
    ("https://www.facebook.com/ravi.kumar.94/posts/pfbid0Xyz?rdid=1", FB + "ravi.kumar.94/posts/pfbid0Xyz"),
    ("https://www.facebook.com/ravi.kumar.94/videos/445566/", FB + "ravi.kumar.94/videos/445566"),
    ("https://www.facebook.com/reel/445566?s=yWDuG2", FB + "reel/445566"),
    ("https://www.facebook.com/stories/112233/UzpfSVND/?view_single=1", FB + "stories/112233/UzpfSVND"),
    ("https://www.facebook.com/share/p/1AbCdEf/?mibextid=oFDknk", FB + "share/p/1AbCdEf"),
    ("https://www.facebook.com/share/1AbCdEf/", FB + "share/1AbCdEf"),
    ("https://fb.watch/aB3-xYz/", "https://fb.watch/aB3-xYz"),
    ("https://fb.me/ravi.kumar.94", FB + "ravi.kumar.94"),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fravi.kumar.94%3Ffbclid%3DIw&h=AT0",
        FB + "ravi.kumar.94",
    ),
    ("https://lm.facebook.com/l.php?u=https%3A%2F%2Finstagram.com%2Fravi_k%2F&h=AT0", IG + "ravi_k"),
    (
        "https://l.instagram.com/?u=https%3A%2F%2Fwww.facebook.com%2Fprofile.php%3Fid%3D1000123&e=x",
        FB + "profile.php?id=1000123",
    ),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fl.instagram.com%2F%3Fu%3Dhttps%253A%252F%252Fwww.facebook.com%252Fravi.kumar.94&h=1",
        FB + "ravi.kumar.94",
    ),
    ("https%3A%2F%2Fwww.facebook.com%2Fravi.kumar.94", FB + "ravi.kumar.94"),
    (
        "https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Fravi.kumar.94",
        FB + "ravi.kumar.94",
    ),
    ("https://www.google.com/url?q=https://www.facebook.com/ravi.kumar.94&sa=D", FB + "ravi.kumar.94"),
    ("https://instagram.com/ravi_k.94?igsh=MzRl==", IG + "ravi_k.94"),
    ("https://www.instagram.com/@ravi_k.94/", IG + "ravi_k.94"),
    ("instagram.com/_u/ravi_k.94", IG + "ravi_k.94"),
    ("instagram://user?username=ravi_k.94", IG + "ravi_k.94"),
    ("https://instagr.am/p/Cabc-D_1/", IG + "p/Cabc-D_1"),
    ("https://www.instagram.com/reel/Cabc123/?utm_source=ig_web&igsh=x", IG + "reel/Cabc123"),
    ("https://www.instagram.com/reels/Cabc123/", IG + "reel/Cabc123"),
    ("https://www.instagram.com/tv/Cabc123/", IG + "tv/Cabc123"),
    (
        "https://www.instagram.com/stories/ravi_k.94/3141592653589793238/",
        IG + "stories/ravi_k.94/3141592653589793238",
    ),
    ("https://www.instagram.com/stories/ravi_k.94", IG + "stories/ravi_k.94"),
    ("https://www.instagram.com/ravi_k.94/live/", IG + "ravi_k.94/live"),
    ('{"url":"https:\\/\\/www.facebook.com\\/ravi.kumar.94","n":1}', FB + "ravi.kumar.94"),
    ("(https://www.facebook.com/ravi.kumar.94),", FB + "ravi.kumar.94"),
    ("«https://www.facebook.com/ravi.kumar.94»", FB + "ravi.kumar.94"),
    ("“https://www.facebook.com/ravi.kumar.94”।", FB + "ravi.kumar.94"),
    ("https://www.facebook.com/ravi.kumar.94।", FB + "ravi.kumar.94"),
    ("[प्रोफ़ाइल](https://www.facebook.com/ravi.kumar.94)", FB + "ravi.kumar.94"),
    ("Profile-https://www.facebook.com/ravi.kumar.94;", FB + "ravi.kumar.94"),
    ("LINKhttps://www.facebook.com/ravi.kumar.94", FB + "ravi.kumar.94"),
    ("<https://www.facebook.com/\n   ravi.kumar.94>", FB + "ravi.kumar.94"),
    ("<https://www.facebook.com/profile.php?\nid=100012345678901>", FB + "profile.php?id=100012345678901"),
    ("https://www.facebook.com/profile.php?\nid=100012345678901", FB + "profile.php?id=100012345678901"),
    ("> https://www.facebook.com/profile.php?id=\n> 100012345678901", FB + "profile.php?id=100012345678901"),
    ("> <https://www.facebook.com/\n> ravi.kumar.94>", FB + "ravi.kumar.94"),
    ("https://www.instagram.com/ravi_k_", IG + "ravi_k_"),
    ("_https://www.instagram.com/ravi_k_", IG + "ravi_k"),
    ("https://www.instagram.com/p/DCa-bc_-x_/", IG + "p/DCa-bc_-x_"),
    ("7,https://www.instagram.com/ravi_k?utm_source=qr,9670011223,157.48.3.9", IG + "ravi_k"),
    ("link=https://www.instagram.com/ravi_k;phone=9670011223;pin=226010", IG + "ravi_k"),
    ("u=https://www.facebook.com/profile.php?id=1000123;phone=96700", FB + "profile.php?id=1000123"),
    (
        "https://www.facebook.com/permalink.php?__tn__=,d&story_fbid=12&id=99",
        FB + "permalink.php?story_fbid=12&id=99",
    ),
    ("intent://www.instagram.com/p/Cx_12/#Intent;scheme=https;end", IG + "p/Cx_12"),
    (
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.facebook.com_ravi.kumar.94&d=DwMF&c=x",
        FB + "ravi.kumar.94",
    ),
    ("https://urldefense.proofpoint.com/v1/url?u=https://www.instagram.com/ravi_k&k=abc", IG + "ravi_k"),
    ("https://secure-web.cisco.com/1aB/https%3A%2F%2Fwww.facebook.com%2Fravi.kumar.94", FB + "ravi.kumar.94"),
    (
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.instagram.com%2fravi_k&c=E,1,abc&typo=1",
        IG + "ravi_k",
    ),
]


@pytest.mark.parametrize(("text", "url"), LINKS)
def test_that_an_account_link_has_one_form(text: str, url: str) -> None:
    assert read_clues(f"Please see {text} today").account_urls == (url,)


NOTHING = [
    "https://www.facebook.com/facebook.com/",
    "https://click.mail.example/ls/click?u=https%3A%2F%2Fwww.facebook.com%2Fpolicies",
    "ravi.kumar.94 on Facebook", "https://www.facebook.com/", "facebook.com", "https://www.facebook.com/help/1234",
    "https://www.facebook.com/policies/x", "https://www.facebook.com/legal/terms", "https://facebook.com/settings?tab=x",
    "https://www.facebook.com/login.php?skip=1", "https://www.facebook.com/privacy/policy", "https://www.facebook.com/records/x",
    "https://www.facebook.com/business", "https://www.facebook.com/hashtag/sad", "https://www.facebook.com/sharer/sharer.php",
    "https://about.instagram.com/x", "https://help.instagram.com/123", "https://www.instagram.com/about/us",
    "https://www.instagram.com/legal/privacy/", "https://www.instagram.com/accounts/login/", "https://www.instagram.com/",
    "https://www.instagram.com/explore/tags/sad", "https://facebook.com.evil.in/ravi", "https://notfacebook.com/ravi",
    "notfacebook.com/ravi", "https://facebook.com@evil.in/ravi", "https://www.facebook.com:x@evil.in/ravi",
    "https://evil.in/facebook.com/ravi", "https://evil.in/?u=https://www.facebook.com/ravi", "my-facebook.com/ravi",
    "https://fаcebook.com/ravi", "facebookmail.com/ravi", "security@facebookmail.com", "ravi@facebook.com",
    "https://developers.facebook.com/docs", "https://www.facebook.com/profile.php", "https://www.facebook.com/groups/",
    "https://www.facebook.com/watch", "https://www.instagram.com/p/", "https://www.instagram.com/reel/",
    "https://static.xx.fbcdn.net/rsrc.php/x", "https://www.facebook.com/favicon.ico", "https://", "http://[", "fb://", "//",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Ffacebook.com%2Fravi", "https://www.facebook.com/\nRegards",
    "https://www.facebook.com/safety/wellbeing/suicideprevention", "https://www.facebook.com/email_forward_notice/?mid=1",
    "https://www.facebook.com/o.php?k=1", "https://www.facebook.com/n/?a=1", "https://www.facebook.com/notifications",
    "https://www.facebook.com/events?x=1", "https://www.facebook.com/marketplace/item/1", "https://www.facebook.com/reel",
    "https://www.facebook.com/lawenforcement", "https://www.facebook.com/two_factor/x", "https://www.facebook.com/email_optout",
    "https://www.facebook.com/off_facebook_activity", "https://www.facebook.com/stories/create", "https://www.facebook.com/imgs/x",
    "https://www.facebook.com/your_information", "https://www.facebook.com/pg/", "https://www.facebook.com/birthdays",
    "https://www.instagram.com/direct/inbox/", "https://www.instagram.com/notifications", "https://www.instagram.com/push/web",
    "https://protect-in.mimecast.com/s/AbCdEf?domain=facebook.com", "https://evil.in/v2/url?u=https-3A__www.facebook.com_ravi",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_that_no_account_is_made_of_what_is_none(text: str) -> None:
    assert read_clues(f"see {text}").account_urls == ()


def test_that_links_under_words_count_and_nothing_counts_twice() -> None:
    clues = read_clues(
        "profile https://www.facebook.com/ravi.kumar.94 and https://m.facebook.com/Ravi.Kumar.94/",
        [
            "https://www.facebook.com/ravi.kumar.94?fbclid=x",
            " https://www.insta\ngram.com/p/Cx1/ ",
            "#top",
            "",
            "javascript:x()",
        ],
    )
    assert clues.account_urls == (FB + "ravi.kumar.94", IG + "p/Cx1")
    assert clues.platform == "facebook+instagram"


NAMES = [
    ("https://www.facebook.com/ravi.kumar.94/posts/1", ("ravi.kumar.94",)),
    ("https://www.instagram.com/stories/ravi_k/123", ("ravi_k",)),
    ("https://www.instagram.com/ravi_k/reel/Cx1/", ("ravi_k",)),
    ("posted by @ravi_k.94, see", ("ravi_k.94",)),
    ("(@ravi_k)", ("ravi_k",)),
    ("Username: ravikumar94", ("ravikumar94",)),
    ("Username: ravikumar\nPhone: 1", ("ravikumar",)),
    ("User name - Ravi.K", ("Ravi.K",)),
    ("Instagram username: ravi_k Email: none", ("ravi_k",)),
    ("Instagram handle: @ravi_k", ("ravi_k",)),
    ("IG: ravi_k", ("ravi_k",)),
    ('"username": "ravi_k", "id": 4', ("ravi_k",)),
    ("| Username | ravi_k |", ("ravi_k",)),
    ("Username\travi_k", ("ravi_k",)),
    ("Username\nravi_k\nPhone", ("ravi_k",)),
    ("उपयोगकर्ता नाम: ravi_k", ("ravi_k",)),
    ("यूज़रनेम - ravi_k", ("ravi_k",)),
    ("इंस्टाग्राम आईडी: ravi_k94", ("ravi_k94",)),
    ("Vanity: ravi.kumar.94", ("ravi.kumar.94",)),
    ("Username: Ravi_K and @ravi_k", ("Ravi_K",)),
    ("mail ravi@gmail.com, ravi @gmail.com", ()),
    ("Username: not available", ()),
    ("User: ravi_k (Instagram)", ("ravi_k",)),
    ("Account: suspended", ()),
    ("IG: ravikumar", ("ravikumar",)),
    ("Username: Ravi Kumar", ()),
    ("Username: 100012345678901", ()),
    ("Instagram: the person", ()),
    ("Facebook profile: Sunita Devi", ()),
    ("https://www.facebook.com/profile.php?id=1000123", ()),
    ("https://www.facebook.com/groups/up.mitra/posts/1", ()),
    ("https://www.instagram.com/p/Cx1/", ()),
    ("https://www.facebook.com/share/p/1AbC/", ()),
    ("https://www.facebook.com/watch/?v=1", ()),
    ("meet @5pm, pay @Rs500, @everyone", ()),
    ("The username was changed in 2024", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_that_usernames_are_names_of_accounts(text: str, names: tuple[str, ...]) -> None:
    assert read_clues(text).usernames == names


PLATFORMS = [
    ("https://www.facebook.com/ravi.k", "facebook"), ("instagram.com/ravi", "instagram"), ("a newsletter", ""),
    ("posted on Instagram", "instagram"), ("फ़ेसबुक पर", "facebook"), ("Platform: Instagram\nby Facebook Ireland", "instagram"),
    ("Facebook and इंस्टाग्राम", "facebook+instagram"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "platform"), PLATFORMS)
def test_that_the_platform_is_known(text: str, platform: str) -> None:
    assert read_clues(text).platform == platform

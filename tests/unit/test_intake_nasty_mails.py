"""Malformed, hostile and huge mails: each is read without an exception, in time, with what a reader sees."""

import base64
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.intake.parsing.headers import Headers, _fields, _plain_fields
from controlroom.intake.parsing.parse import Parsed, parse

SEEN = "call 98390 12345 now"
WORDS = SEEN.encode()
HINDI = "फ़ोन 98390 12345 तुरंत"


def mail(body: bytes = WORDS, head: bytes = b"Content-Type: text/plain; charset=utf-8\r\n") -> bytes:
    return b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Alert\r\n" + head + b"\r\n" + body


def multipart(
    *parts: bytes, boundary: bytes = b"b", end: bytes = b"--b--\r\n", kind: bytes = b"mixed"
) -> bytes:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/" + kind + b'; boundary="' + boundary + b'"\r\n'
    return mail(b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts) + end, head)


def text(body: bytes = WORDS, kind: bytes = b"text/plain", more: bytes = b"") -> bytes:
    return b"Content-Type: " + kind + b"\r\n" + more + b"\r\n" + body


def html(body: str) -> bytes:
    return mail(body.encode(), b"Content-Type: text/html; charset=utf-8\r\n")


def b64(body: bytes) -> bytes:
    return base64.encodebytes(body)


def nested(depth: int, innermost: bytes) -> bytes:
    inner = innermost
    for level in range(depth):
        mark = b"n%d" % level
        inner = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n%s\r\n--%s--\r\n' % (
            mark,
            mark,
            inner,
            mark,
        )
    return b"From: a@example.org\r\nSubject: Alert\r\n" + inner


def forwarded(depth: int) -> bytes:
    inner = mail()
    for _ in range(depth):
        inner = b"From: a@example.org\r\nSubject: Fwd\r\nContent-Type: message/rfc822\r\n\r\n" + inner
    return inner


CTE = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
PLAIN = b"Content-Type: text/plain; charset="
READABLE: dict[str, Callable[[], bytes]] = {
    "plain": mail,
    "no header at all": lambda: WORDS,
    "only a blank line, then text": lambda: b"\r\n" + WORDS,
    "no blank line before the body": lambda: b"From: a@example.org\r\nSubject: x\r\n" + WORDS,
    "blank lines before the headers": lambda: b"\r\n\r\n" + mail(),
    "a From_ line on top": lambda: b"From a@example.org Wed Jan 14 20:15:00 2026\n" + mail(),
    "line feeds only": lambda: mail().replace(b"\r\n", b"\n"),
    "carriage returns only": lambda: mail().replace(b"\r\n", b"\r"),
    "doubled carriage returns": lambda: mail().replace(b"\r\n", b"\r\r\n"),
    "byte order mark": lambda: b"\xef\xbb\xbf" + mail(),
    "whole file in UTF-16": lambda: mail().decode().encode("utf-16"),
    "a line of rubbish among the headers": lambda: (
        b"From: a@example.org\r\n%%%%\r\nSubject: x\r\n\r\n" + WORDS
    ),
    "unknown charset": lambda: mail(WORDS, PLAIN + b"x-klingon-8\r\n"),
    "charset of no text": lambda: mail(WORDS, PLAIN + b"zlib\r\n"),
    "charset rot13": lambda: mail(WORDS, PLAIN + b"rot13\r\n"),
    "charset with a NUL": lambda: mail(WORDS, PLAIN + b"utf\x008\r\n"),
    "charset idna": lambda: mail(WORDS, PLAIN + b"idna\r\n"),
    "charset without an end quote": lambda: mail(WORDS, PLAIN + b'"utf-8\r\n'),
    "says ASCII, is UTF-8": lambda: mail(HINDI.encode(), PLAIN + b"us-ascii\r\n"),
    "says Latin-1, is UTF-8": lambda: mail(HINDI.encode(), PLAIN + b"iso-8859-1\r\n"),
    "says UTF-8, is Windows": lambda: mail("“café” 98390 12345".encode("cp1252")),
    "says UTF-16, is ASCII": lambda: mail(WORDS, PLAIN + b"utf-16\r\n"),
    "UTF-16 in base64": lambda: mail(
        b64(HINDI.encode("utf-16")), PLAIN + b"utf-16\r\nContent-Transfer-Encoding: base64\r\n"
    ),
    "UTF-16 without a mark, undeclared": lambda: mail(SEEN.encode("utf-16-le"), b""),
    "UTF-8 cut in the middle of a letter": lambda: mail(HINDI.encode() + "त".encode()[:2]),
    "NUL bytes inside": lambda: mail(b"call 98390\x00 12345\x00 now"),
    "zero-width signs inside": lambda: mail("call 98390\u200b 1\u200b2345 now".encode()),
    "direction marks around": lambda: mail("call \u202a98390 12345\u202c now".encode()),
    "base64": lambda: mail(b64(WORDS), CTE + b"base64\r\n"),
    "base64 without padding": lambda: mail(b64(WORDS).rstrip(b"=\n"), CTE + b"base64\r\n"),
    "base64 with foreign signs": lambda: mail(
        b64(WORDS)[:9] + b"!*\x00" + b64(WORDS)[9:], CTE + b"base64\r\n"
    ),
    "base64 in two padded pieces": lambda: mail(
        base64.b64encode(b"abcd") + base64.b64encode(b" " + WORDS), CTE + b"base64\r\n"
    ),
    "base64 that is cut": lambda: mail(b64(WORDS + b" and more")[:-7], CTE + b"base64\r\n"),
    "says base64, is text": lambda: mail(WORDS + b" and some more words here", CTE + b"base64\r\n"),
    "quoted-printable": lambda: mail(b"call 98390=2012345 n=\r\now", CTE + b"quoted-printable\r\n"),
    "quoted-printable that is broken": lambda: mail(
        b"=ZZ= call 98390 12345 now =\r\n=4", CTE + b"quoted-printable\r\n"
    ),
    "unknown transfer encoding": lambda: mail(WORDS, CTE + b"x-magic\r\n"),
    "uuencode as transfer encoding": lambda: mail(
        b"begin 644 a.txt\n" + b"4" + _uu(WORDS) + b"`\nend\n", CTE + b"x-uuencode\r\n"
    ),
    "uuencoded text file in the body": lambda: mail(
        b"see file\nbegin 644 a.txt\n4" + _uu(WORDS) + b"`\nend\n"
    ),
    "no boundary parameter": lambda: multipart(text()).replace(b'; boundary="b"', b""),
    "wrong boundary parameter": lambda: multipart(text()).replace(b'boundary="b"', b'boundary="other"'),
    "no closing boundary": lambda: multipart(text(), end=b""),
    "multipart without any part": lambda: mail(WORDS, b'Content-Type: multipart/mixed; boundary="b"\r\n'),
    "boundary with regex signs": lambda: multipart(text(), boundary=b"(+*?[b", end=b"--(+*?[b--"),
    "an empty boundary": lambda: mail(
        b"--\r\n" + text() + b"\r\n----\r\n", b'Content-Type: multipart/mixed; boundary=""\r\n'
    ),
    "empty parts": lambda: multipart(b"", b"\r\n", text(), b""),
    "unknown kind of multipart": lambda: multipart(text(), kind=b"hologram"),
    "digest": lambda: multipart(b"\r\n" + mail(), kind=b"digest"),
    "alternative where only the HTML says it": lambda: multipart(
        text(b"see the HTML"), text(b"<p>" + WORDS + b"</p>", b"text/html"), kind=b"alternative"
    ),
    "content type without a slash": lambda: mail(WORDS, b"Content-Type: text\r\n"),
    "content type of nonsense": lambda: mail(WORDS, b"Content-Type: ;;;=;\r\n"),
    "content type twice": lambda: mail(WORDS, b"Content-Type: text/plain\r\nContent-Type: image/png\r\n"),
    "forwarded": lambda: forwarded(1),
    "forwarded ten times": lambda: forwarded(10),
    "forwarded in base64": lambda: multipart(
        text(b64(mail()), b"message/rfc822", b"Content-Transfer-Encoding: base64\r\n")
    ),
    "attached as a text file": lambda: multipart(
        text(b"see file"), text(WORDS, b"text/plain; name=a.txt", b"Content-Disposition: attachment\r\n")
    ),
    "attached as octets with a name": lambda: multipart(
        text(b"see file"),
        text(b64(WORDS), b"application/octet-stream; name=a.csv", b"Content-Transfer-Encoding: base64\r\n"),
    ),
    "attached as an eml file": lambda: multipart(text(mail(), b"application/octet-stream; name=a.eml")),
    "attached as JSON": lambda: multipart(text(b'{"phone": "' + WORDS + b'"}', b"application/json")),
    "nested as deep as is allowed": lambda: nested(45, text()),
    "8-bit letters in headers": lambda: mail().replace(b"Alert", "चेतावनी".encode()),
    "an encoded word that is broken": lambda: mail().replace(
        b"Alert", b"=?utf-8?B?4KSa4KSw?= =?x?Q?=?= =?utf-8?B?!!"
    ),
    "a message id of brackets": lambda: mail(WORDS, b"Message-ID: [[[<\r\n"),
    "a date of nonsense": lambda: mail(WORDS, b"Date: 99 Foo 99999 99:99:99 +99999\r\n"),
    "a date before Christ": lambda: mail(WORDS, b"Date: Mon, 0 Jan -004 00:00:00 -2400\r\n"),
    "no sender": lambda: b"Subject: x\r\n\r\n" + WORDS,
    "a sender of quotes": lambda: mail().replace(b"a@example.org", b'"""""" <<<>>>@@@,;:'),
    "a header of one megabyte": lambda: mail(WORDS, b"X-Long: " + b"x" * 1_000_000 + b"\r\n"),
    "thousand short headers": lambda: mail(WORDS, b"X-A: b\r\n" * 1_000),
    "HTML without an end": lambda: html(f"<html><body><p>{SEEN}<b><i><table><tr><td>"),
    "HTML that is text": lambda: html(SEEN),
    "HTML in entities": lambda: html("<p>call &#57;8390&nbsp;12345 now</p>"),
    "HTML in letters of no size, but for this": lambda: html(
        f"<td style='font-size:0'><p style='font-size:12px'>{SEEN}"
    ),
    "HTML in a cell": lambda: html("<table><tr><td>Phone<td>98390 12345</table>"),
    "HTML with an open comment before": lambda: html(f"<!-- note --><p>{SEEN}</p><!-- open"),
    "HTML with ten thousand open tags": lambda: html("<div>" * 10_000 + SEEN),
    "HTML without any content type": lambda: mail(f"<html><body><p>{SEEN}".encode(), b""),
}
SEARCHED = ("98390 12345", "Phone: 98390 12345")


def _uu(body: bytes) -> bytes:
    import binascii

    return binascii.b2a_uu(body)[1:]


HUGE: dict[str, Callable[[], bytes]] = {
    "a hundred thousand headers": lambda: mail(WORDS, b"X-A: b\r\n" * 100_000),
    "a header line of ten megabytes": lambda: mail(WORDS, b"X-Long: " + b"x" * 10_000_000 + b"\r\n"),
    "a subject of ten megabytes": lambda: mail().replace(b"Alert", b"=?utf-8?B?4KSa?= " * 600_000),
    "thousand nested multiparts": lambda: nested(1_000, text()),
    "two hundred forwards": lambda: forwarded(200),
    "twenty thousand parts": lambda: multipart(*[text(b"x")] * 20_000),
    "fifty megabytes of text": lambda: mail(b"word " * 10_000_000),
    "fifty megabytes without a line end": lambda: mail(b"a" * 50_000_000),
    "thirty megabytes of line ends": lambda: mail(b"\n" * 30_000_000),
    "twenty megabytes of boundaries": lambda: multipart(end=b"--b\r\n" * 4_000_000),
    "ten megabytes of boundary beginnings": lambda: multipart(end=b"--bx\r\n" * 1_700_000),
    "twenty megabytes in base64": lambda: mail(b64(b"word " * 3_000_000), CTE + b"base64\r\n"),
    "a hundred thousand elements in one another": lambda: html("<div>" * 100_000 + SEEN),
    "a style sheet of slow rules": lambda: html(
        "<style>" + "div:has(div):not(:has(p)) div div div{display:none}" * 300 + "</style>" + "<div>" * 3_000
    ),
    "five megabytes of open tags": lambda: html("<b>" * 1_700_000),
    "five megabytes of a style sheet": lambda: html(
        "<style>" + ".a{display:none}" * 300_000 + "</style><p>x"
    ),
    "a million entities": lambda: html("&amp;" * 1_000_000),
    "a megabyte of begin lines": lambda: mail(b"begin 644 a.txt\n" * 60_000 + b"\nend"),
    "a megabyte of brackets in From": lambda: mail().replace(b"a@example.org", b"(<" * 500_000),
    "a megabyte of content type": lambda: mail(
        WORDS, b"Content-Type: text/plain" + b"; a=b" * 200_000 + b"\r\n"
    ),
    "continued parameters": lambda: mail(
        WORDS, b"Content-Type: text/plain" + b"".join(b"; a*%d=x" % n for n in range(5_000)) + b"\r\n"
    ),
}


@pytest.mark.parametrize("name", READABLE)
def test_that_what_a_reader_sees_is_read(name: str) -> None:
    parsed = parse(READABLE[name]())
    assert "98390 12345" in " ".join(parsed.text.split())
    assert parsed.over == ""


@pytest.mark.parametrize("name", HUGE)
def test_that_a_huge_mail_is_read_or_cut_in_time(name: str) -> None:
    raw = HUGE[name]()
    started = time.process_time()
    parsed = parse(raw)
    assert time.process_time() - started < 6
    assert len(parsed.text) <= 1_000_100


def test_that_what_was_cut_says_so() -> None:
    cut = {name: parse(HUGE[name]()).over for name in ("thousand nested multiparts", "twenty thousand parts")}
    assert "nested" in cut["thousand nested multiparts"]
    assert "500 parts" in cut["twenty thousand parts"]
    assert parse(HUGE["fifty megabytes of text"]()).over


HIDDEN = (
    "<div style='display:none'>{}</div>",
    "<div style='DISPLAY : NONE !important'>{}</div>",
    "<span style='visibility:hidden'>{}</span>",
    "<span style='font-size:0px'>{}</span>",
    "<span style='font-size:0'><b>{}</b></span>",
    "<div hidden>{}</div>",
    "<div style='max-height:0;overflow:hidden'>{}</div>",
    "<div style='opacity:0'>{}</div>",
    "<div style='mso-hide:all'>{}</div>",
    "<div style='color:#fff;background-color:#ffffff'>{}</div>",
    "<div style='position:absolute;left:-9999px'>{}</div>",
    "<style>.x{{display:none}}</style><p class=x>{}</p>",
    "<style>#pre, .x{{ max-height:0 ; overflow:hidden }}</style><p id=pre>{}</p>",
    "<!-- {} -->",
    "<!--[if mso]>{}<![endif]-->",
    "<script>var a = '{}'</script>",
    "<style>p{{content:'{}'}}</style>",
    "<head><title>{}</title></head>",
    "<template>{}</template>",
    "<input type=hidden value='{}'>",
    "<img alt='' src='https://example.org/{}'>",
    "<p data-phone='{}'></p>",
    "<font color=white>{}</font>",
    "<span style='color:#FFF'>{}</span>",
    "<table bgcolor='#1877F2'><tr><td><font color='#1877f2'>{}</font></td></tr></table>",
    "<div style='color: rgb(255,255,255)'><b>{}</b></div>",
)


@pytest.mark.parametrize("shape", HIDDEN)
def test_that_what_a_reader_does_not_see_is_not_read(shape: str) -> None:
    parsed = parse(html("<body><p>hello</p>" + shape.format("98390 12345") + "<p>bye</p>"))
    assert parsed.text.split() == ["hello", "bye"]


@pytest.mark.parametrize(
    "shape",
    [
        "<style>@media (max-width:600px){{.x{{display:none}}}}</style><p class=x>{}</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>{}</p></div>",
        "<style>.x{{display:none}}</style><p class=x style='display:block'>{}</p>",
        "<p style='color:#fff;background-color:#1877f2'>{}</p>",
        "<noscript>{}</noscript>",
        "<font color=black>{}</font>",
        "<table bgcolor=navy><tr><td><font color=white>{}</font></td></tr></table>",
        "<body background='night.png'><font color=white>{}</font></body>",
        "<div style='background:url(x.png)'><p style='color:white'>{}</p></div>",
        "<style>.b{{background:#1877f2}}</style><p class=b style='color:#fff'>{}</p>",
        "<div style='color:#fff'><p style='color:#000'>{}</p></div>",
        "<div style='height:0'>{}</div>",
    ],
)
def test_that_what_only_looks_hidden_is_read(shape: str) -> None:
    assert "98390 12345" in parse(html(shape.format("98390 12345"))).text


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ("<td>Phone</td><td>+91</td><td>98390</td><td>12345</td>", "Phone: +91 98390 12345"),
        ("<td>मोबाइल</td><td>98390</td><td>12345</td>", "मोबाइल: 98390 12345"),
        ("<td>Likes</td><td>98390</td><td>12345</td>", "Likes | 98390 | 12345"),
        ("<td>98390</td><td>12345</td>", "98390: 12345"),
        ("<td>Phone</td><td>98390 12345</td><td>Insp. Rao</td>", "Phone | 98390 12345 | Insp. Rao"),
    ],
)
def test_that_only_a_telephone_number_goes_on_over_cells(row: str, seen: str) -> None:
    assert parse(html(f"<table><tr>{row}</tr></table>")).text == seen


def test_that_links_are_those_that_can_be_clicked() -> None:
    parsed = parse(
        html(
            "<a href='https://a.example/1'>one</a><a style='display:none' href='https://b.example'>no</a>"
            "<form action='https://c.example'><button formaction='https://d.example'>go</button></form>"
            "<img src='https://e.example'><link href='https://f.example'><a href='#top'>top</a>"
        )
    )
    assert parsed.links == ["https://a.example/1", "https://c.example", "https://d.example"]


def test_that_plain_and_html_that_say_the_same_are_said_once() -> None:
    raw = multipart(text(), text(b"<p>" + WORDS + b"</p>", b"text/html"), kind=b"alternative")
    assert parse(raw).text == SEEN


def test_that_names_of_attachments_are_not_text() -> None:
    raw = multipart(text(b"see picture"), text(b"x", b"image/png; name=IMG_9839012345.png"))
    parsed = parse(raw)
    assert parsed.text == "see picture"
    assert parsed.attachments == [("IMG_9839012345.png", "image/png", 1)]


def test_that_encoded_words_are_joined_across_a_cut_letter() -> None:
    raw = mail().replace(b"Alert", b"=?utf-8?Q?=E0=A4?= =?UTF-8?Q?=9A_x?=\r\n =?utf-8?B?4KSa?=")
    assert parse(raw).subject == "च xच"


def test_that_a_file_name_in_pieces_is_joined() -> None:
    part = text(
        b"x",
        b"image/png",
        b"Content-Disposition: attachment; filename*0*=utf-8''%E0%A4; filename*1*=%9A.png\r\n",
    )
    assert parse(multipart(part)).attachments[0][0] == "च.png"


def test_that_an_address_in_a_name_is_no_sender() -> None:
    raw = mail().replace(b"From: a@", b'From: "alerts@facebookmail.com" <a@')
    assert parse(raw).from_addresses == ["a@example.org"]


_PIECES = (
    b"From: a@b.c\r\n|Subject: =?utf-8?|"
    b"Content-Type: multipart/mixed; boundary=b\r\n|\r\n|--b\r\n|--b--|=|\x00"
    b"|Content-Type: message/rfc822\r\n\r\n|"
    b"Content-Transfer-Encoding: base64\r\n|Content-Type: text/html\r\n\r\n"
    b"|<p style='|<!--|begin 644 a\n|\nend|charset=utf-16|\xff\xfe"
)
_pieces = st.sampled_from(_PIECES.split(b"|"))


@given(st.lists(st.one_of(_pieces, st.binary(max_size=20)), max_size=40).map(b"".join))
def test_that_no_bytes_make_it_raise(raw: bytes) -> None:
    parsed = parse(raw)
    assert isinstance(parsed, Parsed)
    assert "\x00" not in parsed.text
    (parsed.subject + parsed.sender + parsed.text).encode("utf-8")


_LINES = (
    b"From: a@b.c\r\n|SUBJECT : x\n|\tgoes on\r\n| \n|no header\n|From me Mon\n|x:|\r|\n|:\n"
    b"|\xff: y\n|X-A:  b  \r\n|X-B: c\rX-D: e\n"
)


@given(
    st.lists(st.one_of(st.sampled_from(_LINES.split(b"|")), st.binary(max_size=6)), max_size=12).map(b"".join)
)
def test_that_headers_read_at_once_are_those_that_are_read_line_by_line(block: bytes) -> None:
    plain = _plain_fields(block)
    assert plain is None or _fields(block) == (Headers(plain, True), None)

"""No text, however hostile, makes the recognisers raise, or work long, or find what breaks the next part."""
# ruff: noqa: E501 - tables of examples are read row by row

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.clues.read import Clues, read_clues

PIECES = st.sampled_from([
    "https://www.facebook.com/", "facebook.com/ravi", "https://l.facebook.com/l.php?u=", "%3A%2F%2F", "@", "[at]", "[.]", "+91", "98390", " ",
    "12345", "\n", "26.8467", "80.9462", "°", "'", '"', "N", "E", "lat:", "24/11/2026", "02:11", "IST", "+0530", "PIN", "226001", "(0522)",
    "1.2.3.4", "2401:", "::", "[", "]", "(", ")", "<", ">", "username:", "\ud800", "\0", "९", "पिन", "नवंबर", "timestamp:", "17", "9" * 15, "İ",
    "\\u0000", "\\ud800", "&#0;", "&#x110000;", "&#9999999;", "accuracy", "99999 km", "10 Jan 0000", "9999-12-31 23:59 -1400", "+1400", "١",
])  # fmt: skip


def _is_sound(clues: Clues) -> None:
    assert all(phone[0] == "+" and phone[1:].isdecimal() and phone.isascii() for phone in clues.phones)
    assert all(
        url.startswith("https://") and url.isascii() and not url.endswith(" ") for url in clues.account_urls
    )
    assert all("@" not in name and not name.isdecimal() for name in clues.usernames)
    assert all(-90 <= point.lat <= 90 and -180 <= point.lon <= 180 for point in clues.points)
    assert all(at.tzinfo is not None for at in clues.times)
    assert all(len(pin) == 6 and pin.isdecimal() for pin in clues.pin_codes)
    repr(clues).encode()  # no lone surrogates: what is found can be stored
    for point in clues.points:
        point.text.encode()


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=300), st.lists(st.text(max_size=60), max_size=3))
def test_that_any_text_can_be_read(text: str, links: list[str]) -> None:
    _is_sound(read_clues(text, links))


@settings(max_examples=400, deadline=None)
@given(
    st.lists(PIECES, max_size=25).map("".join),
    st.lists(st.lists(PIECES, max_size=6).map("".join), max_size=2),
)
def test_that_any_mixture_of_pieces_can_be_read(text: str, links: list[str]) -> None:
    _is_sound(read_clues(text, links))


UNITS = [
    "9", "@", "(", "1.1.1.", "a@", "[.]", "+91 ", "::", "https://", "https%3A%2F%2F", "26.8467,", "26°", "lat ", "24 Nov ", "02:11 ", "226001 ",
    "username: ", "9839012345/", "((((,", "\n", "<http:// ", "From: a\n", "PIN ", "1.2.3.4\n", "accuracy ", "\\u0041", "&amp;", "९", "geo:1.0,1.0 ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_that_a_megabyte_of_anything_is_read_in_linear_time(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    started = time.thread_time()
    read_clues(text, [text[:9_000]])
    assert (
        time.thread_time() - started < 4
    )  # about one second on an idle core; quadratic work would take hours


def test_that_a_mail_without_clues_is_empty() -> None:
    assert read_clues("Your newsletter of 24 November 2026. Facebook is 12.5% faster.").is_empty
    assert not read_clues("call 9839012345").is_empty

"""The folding that the index and every query share."""
# ruff: noqa: E501 - tables of examples are read row by row

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.clues.folding import fold_text, plain_digits

SAME = [
    ("क़ानून", "कानून"), ("क़ानून", "\u0958ानून"), ("फ़ोन", "फोन"), ("हिन्दी", "हिंदी"), ("नम्बर", "नंबर"), ("चाँद", "चांद"),
    ("ज़िला", "जिला"), ("पढ़ना", "पढना"), ("९८३९०", "98390"), ("Lucknow", "LUCKNOW"), ("Café", "cafe"), ("ＦＢ１", "fb1"),
    ("a\u200bb", "ab"), ("  a \n b\u00a0", "a b"), ("राम\u200d", "राम"), ("ﬁr", "fir"), ("Straße", "STRASSE"), ("a\0b", "a b"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_that_two_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold_text(one) == fold_text(other)


DIFFERENT = [("कमल", "कमला"), ("राम", "रमा"), ("दिन", "दीन"), ("ravi", "rava"), ("बल", "बाल"), ("सन्न", "संन")]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_that_different_words_stay_different(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


def test_that_digits_of_every_script_are_plain() -> None:
    assert plain_digits("फ़ोन ९८३ ９８３ ٩٨٣ 983") == "फ़ोन 983 983 983 983"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_that_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)

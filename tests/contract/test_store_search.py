"""A large store looks words up before it searches: it must find the very same rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from controlroom.casework.arriving import alerts
from controlroom.casework.rows import QueueFilter
from controlroom.store import Profile, open_profile
from controlroom.store.reading import search

TEXTS = (
    "post on instagram about the railway bridge at Varanasi",
    "instagrammer at the river, railways",
    "नदी के पास, सहायता चाहिए, 98390 12345",
    "इंस्टाग्राम पर लिखा, नदियों के बीच",
    "call 98390 54321 for help, roof of house 12-A",
)
TYPED = (
    *("i", "in", "instagram", "insta", "rail var", "railway varanasi", "railway nowhere", "nowhere"),
    *("नदी", "नद", "सहा", "98390", "98390 12345", "9839012345", "983", "12-a", "h"),
)


@pytest.fixture
def desk(profile: Path) -> Iterator[Profile]:
    opened = open_profile(profile)
    for text in TEXTS * 2:
        with opened.writer.write(actor="asha") as tx:
            alerts.add_alert(tx, source="phone", text=text)
    yield opened
    opened.close()


def found(desk: Profile, typed: str) -> list[str]:
    page = desk.reader().queue(QueueFilter(view="all", text=typed), limit=3)
    rows = list(page.rows)
    while page.after is not None:
        page = desk.reader().queue(QueueFilter(view="all", text=typed), after=page.after, limit=3)
        rows += page.rows
    return [row.number for row in rows]


@pytest.mark.parametrize("most", [1, 16])
def test_that_a_large_store_finds_what_a_small_one_finds(
    desk: Profile, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = {typed: found(desk, typed) for typed in TYPED}
    assert [len(small[typed]) for typed in ("instagram", "nowhere", "rail var", "नद")] == [4, 0, 2, 4]
    monkeypatch.setattr(search, "MOST_TERMS", most)
    desk._reading.newest = search.LARGE
    assert {typed: found(desk, typed) for typed in TYPED} == small


def test_that_words_that_begin_alike_are_named_and_too_many_are_not(desk: Profile) -> None:
    terms = search.terms_in(desk._gate.raw)
    assert list(terms("railway")) == ["railway", "railways"]
    assert list(terms("nowhere")) == ["nowhere"]  # itself, and none that is longer
    assert list(terms("мост")) == []  # of a script whose words the index may divide otherwise
    assert search.match_query("Railway", terms) == '("railway" OR "railways")'
    assert search.match_query("railway varanasi", terms) == '("railway" OR "railways") AND "varanasi"'
    assert search.match_query("rail nowhere") == '"rail"* AND "nowhere"*'

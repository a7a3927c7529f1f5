"""Every word has its colour and an icon that exists; the fuzzy search finds what is meant."""

from uuid import uuid4

import pytest
from PySide6.QtGui import QColor

from controlroom.domain.case import LADDER
from controlroom.domain.events import KINDS, Event, utc_now
from controlroom.domain.triage import CATEGORIES, NOT_REACHED, OUTCOME_FACTS, PLACE_SOURCES
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.fuzzy import score
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import DARK, LIGHT, Tokens, mixed, tokens_of
from controlroom.wording import event_icons, event_words, words

COLOURS = [name for name in Tokens.__struct_fields__ if name not in ("name", "scale")]


def all_icons() -> set[str]:
    found = {look.icon for table in words.TABLES.values() for look in table.values()}
    found |= {word.icon for word in command_words.COMMANDS.values()}
    return (found | set(event_icons.ICONS.values())) - {""}


def test_that_every_icon_exists_in_the_one_set(qapp: object) -> None:
    assert len(all_icons()) > 50
    for name in all_icons():
        assert not icons.icon(name, DARK.text).isNull()


def test_that_an_icon_that_does_not_exist_is_noticed(qapp: object) -> None:
    with pytest.raises(Exception, match="phone-plus-plus"):
        icons.icon("phone-plus-plus", DARK.text)


def test_that_every_colour_role_is_a_token() -> None:
    roles = {look.role for table in words.TABLES.values() for look in table.values()}
    assert roles <= set(COLOURS)


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (words.STATES, LADDER),
        (words.CATEGORIES, CATEGORIES),
        (words.OUTCOMES, OUTCOME_FACTS),
        (words.NOT_REACHED, NOT_REACHED),
        (words.PLACE_SOURCES, PLACE_SOURCES),
    ],
)
def test_that_what_the_domain_names_has_a_word(table: dict[str, words.Look], keys: tuple[str, ...]) -> None:
    assert set(keys) - set(table) == set()


def test_that_every_kind_of_event_has_a_sentence_and_an_icon() -> None:
    now = utc_now()
    for kind in KINDS:
        event = Event(uuid4(), "case", uuid4(), kind, 1, now, now, "op", "d", {}, "case")
        assert event_words.sentence(event)
        assert event_icons.icon(kind) in event_icons.ICONS.values()
    unknown = Event(uuid4(), "case", uuid4(), "drone_sent", 2, now, now, "op", "d", {}, "case")
    assert "drone_sent" in event_words.sentence(unknown)


def luminance(color: str) -> float:
    parts = [part / 255 for part in QColor(color).toTuple()[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("role", ["text", "dim", "act", "soon", "moving", "safe", "follow"])
def test_that_every_text_can_be_read_on_every_ground(tokens: Tokens, role: str) -> None:
    color = tokens.color(role)
    grounds = [tokens.ground, tokens.panel, tokens.raised]
    if role in ("text", "dim"):
        grounds.append(tokens.selected)
    assert min(contrast(color, ground) for ground in grounds) >= 4.5
    assert contrast(tokens.act, mixed(tokens.act, tokens.panel, 0.08)) >= 4.5


def test_that_the_text_size_stays_between_its_ends() -> None:
    assert [tokens_of("dark", scale).px(10) for scale in (0.2, 1.0, 1.5, 9.0)] == [10, 10, 15, 20]


@pytest.mark.parametrize(
    ("typed", "wanted", "other"),
    [
        ("cla", "Claim", "Close the case"),
        ("ho", "Hand over", "Report from the ground"),
        ("bound", "Import boundaries…", "Import stations…"),
        ("सौंप", "सौंपें", "दावा करें"),
    ],
)
def test_that_a_few_letters_find_what_is_meant(typed: str, wanted: str, other: str) -> None:
    assert score(typed, wanted) > score(typed, other)


def test_that_letters_that_are_not_there_find_nothing() -> None:
    assert score("xyz", "Claim") == 0

"""The cards on how to speak: both languages, the right one first, and an administrator's own."""

import re
from pathlib import Path
from uuid import UUID

import pytest

from controlroom.casework.care.speaking import FILE, SpeakingCards
from controlroom.config import resources_dir
from controlroom.domain.case import Case
from controlroom.errors import WorldFault

OWN = '[family]\nen_title = "Kin"\nhi_title = "परिजन"\nen = "Sit down first."\nhi = "पहले बैठें।"\n'
NEVER_SAID = re.compile(r"victim|accused|commit|offence|पीड़ित|अभियुक्त|आरोपी|अपराध", re.IGNORECASE)
HINDI = re.compile("[\u0904-\u0963]")


def case(*, is_minor: bool = False, state: str = "claimed") -> Case:
    return Case(UUID(int=1), is_minor=is_minor, state=state)


def keys(cards: SpeakingCards, of: Case) -> list[str]:
    return [card.key for card in cards.of(of)]


def test_that_each_card_says_the_same_points_in_both_languages() -> None:
    for card in SpeakingCards().of(case(is_minor=True)):
        assert len(card.points("en")) == len(card.points("hi")) >= 4
        assert all(HINDI.search(point) for point in (card.title("hi"), *card.points("hi")))
        assert not any(HINDI.search(point) for point in (card.title("en"), *card.points("en")))


def test_that_the_law_is_told_by_its_sections() -> None:
    [law] = [card for card in SpeakingCards().of(case()) if card.key == "law"]
    for section, english, hindi in zip((115, 100, 23, 24), law.points("en"), law.points("hi"), strict=True):
        assert english.startswith(f"s.{section}:")
        assert hindi.startswith(f"धारा {section}:")


def test_that_no_word_makes_the_person_a_culprit() -> None:
    assert NEVER_SAID.findall((resources_dir() / FILE).read_text(encoding="utf-8")) == []


def test_that_the_card_that_is_needed_now_comes_first() -> None:
    cards = SpeakingCards()
    assert keys(cards, case())[0] == "person"
    assert "child" not in keys(cards, case())
    assert keys(cards, case(is_minor=True))[0] == "child"
    assert keys(cards, case(is_minor=True, state="with the person"))[0] == "family"


def test_that_an_administrators_card_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(OWN, encoding="utf-8")
    own = SpeakingCards(tmp_path)
    assert {card.key: card.en for card in own.of(case())}["family"] == "Sit down first."
    assert keys(own, case()) == keys(SpeakingCards(), case())


@pytest.mark.parametrize("text", ["[family", "family = 1", '[family]\nen = "only this"'])
def test_that_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(WorldFault, match=FILE):
        SpeakingCards(tmp_path).of(case())

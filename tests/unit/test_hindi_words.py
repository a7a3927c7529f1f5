"""One thing has one word in Hindi, wherever the words are ours: the window, letters, cards, lists."""

import re
from pathlib import Path

import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
OURS = (
    "translations/controlroom_hi.ts",
    "texts/hi.po",
    "requests.toml",
    "speaking.toml",
    "checklists.toml",
    "plans.toml",
)
OFFICIAL = ("ज़िला मानसिक स्वास्थ्य कार्यक्रम",)  # names that others have given
DISTRICT = re.compile("ज़िल[ाेो]|जिल[ाेो]|डिस्ट्रिक्ट")
PHONE = re.compile("फोन")


def others(text: str) -> list[str]:
    """The lines that call a district or a telephone otherwise than जनपद and फ़ोन."""
    for name in OFFICIAL:
        text = text.replace(name, "")
    return [line.strip() for line in text.splitlines() if DISTRICT.search(line) or PHONE.search(line)]


@pytest.mark.parametrize("name", OURS)
def test_that_a_district_is_a_janpad_and_a_telephone_has_its_dot(name: str) -> None:
    text = (RESOURCES / name).read_text(encoding="utf-8")
    assert re.search("[\u0904-\u0939]", text), "there is Hindi in it"
    assert "\u095e" not in text
    assert "\u095b" not in text, "the dot is a sign of its own, as a search of the file types it"
    assert others(text) == []


def test_that_the_other_words_are_found() -> None:
    assert others("माँ को फोन किया") == ["माँ को फोन किया"]
    assert others("किसी ज़िले को") == ["किसी ज़िले को"]
    assert others("ज़िला मानसिक स्वास्थ्य कार्यक्रम, जनपद, फ़ोन") == []

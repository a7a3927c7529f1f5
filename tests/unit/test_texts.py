"""The catalogue of the texts outside the window is complete, keeps its places for values, and is Hindi."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from controlroom.texts import LANGUAGES, catalogue, district_name, texts

PACKAGE = Path(__file__).resolve().parents[2] / "controlroom"
MARKS = {"say", "mark"}


def said() -> Iterator[str]:
    """Every sentence that the sources mark for the catalogue."""
    for file in sorted(PACKAGE.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "controlroom.texts" not in source or "controlroom.cli.language" in source:  # its own `say`
            continue
        for node in ast.walk(ast.parse(source)):
            is_marked = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS
            )
            if is_marked and node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def test_that_every_sentence_is_there_in_hindi_and_none_is_left_over() -> None:
    assert len(set(said())) > 40
    assert set(said()) ^ set(catalogue("hi")) == set()
    assert LANGUAGES == ("hi", "en")


def test_that_a_translation_keeps_its_values_and_is_in_devanagari() -> None:
    for english, hindi in catalogue("hi").items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", hindi)), english
        assert re.search("[\u0904-\u0939]", hindi), english


def test_that_a_sentence_nobody_has_translated_stands_in_english() -> None:
    assert texts("hi")("This {n} is new.", n=1) == "This 1 is new."
    assert district_name("Lucknow", "hi") == "लखनऊ"
    assert district_name("Nowhere", "hi") == "Nowhere"

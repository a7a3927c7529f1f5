"""The documents are kept true: each word of the command line stands in the README."""

import argparse
from pathlib import Path

from controlroom.cli.main import parser

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def choices(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    nested = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(nested[0].choices) if nested else {}


def test_that_every_word_and_verb_stands_in_the_readme() -> None:
    words = choices(parser())
    verbs = [verb for word in words.values() for verb in choices(word)]
    missing = [word for word in [*words, *verbs] if f"`{word}" not in README and f" {word}" not in README]
    assert missing == []
    assert len(words) > 10

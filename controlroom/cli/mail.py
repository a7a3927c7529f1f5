"""Words about mail: import files, run the intake."""

import argparse
from typing import Any


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """import, intake."""

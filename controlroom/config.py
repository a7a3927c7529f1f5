"""Where the program finds what it brings along, and itself. Leaf module, standard library only."""

import os
import sys
from pathlib import Path


def resources_dir() -> Path:
    """The folder of web assets, tables, sounds and translations: frozen, installed, or in a checkout."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return Path(unpacked) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def child_command(hidden_word: str) -> list[str]:
    """How a child of this program is started: the same program with a hidden word, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, hidden_word]
    return [sys.executable, "-m", "controlroom", hidden_word]


def child_environment() -> dict[str, str]:
    """Ours without the settings and secrets of the program, and able to find the program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CONTROLROOM_")}
    if not getattr(sys, "frozen", False):
        kept["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
    return kept

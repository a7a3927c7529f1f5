"""Where the program finds what it brings along. Leaf module, standard library only."""

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

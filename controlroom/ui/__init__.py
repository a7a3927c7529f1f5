"""All Qt: the window, its panes, theme, keys and sounds."""

import sys

import shiboken6  # noqa: F401  brings the hook that is spared its work here


def _spare_reading_sources() -> None:
    """Each module imported after Qt is else read as text, and kept in memory, to see whether it uses Qt.

    That is for `from __feature__ import ...`, which nobody here does; a frozen program has no text to read.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda module: False  # type: ignore[union-attr]


_spare_reading_sources()

"""How the window looks and sounds, as the settings keep it.

The settings lie in the encrypted profile, and the door is there before it is open: how it looks, and no more,
lies beside the database as a plain file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from controlroom.speech import LANGUAGES, language_here
from controlroom.ui.kit.theme import THEMES

DOOR: Final = "door.json"


@dataclass(frozen=True, slots=True)
class Look:
    """A theme by name, text from 1.0 to 2.0, a language."""

    language: str = "en"
    theme: str = "dark"
    scale: float = 1.0
    is_muted: bool = False


def look_from(kept: Any, wish: Mapping[str, str | None]) -> Look:
    """The look that was kept, or a first one in the language of the machine; `wish` goes before either."""
    found = kept if isinstance(kept, dict) else {}
    language = wish.get("language") or found.get("language") or language_here()
    name = wish.get("theme") or found.get("theme")
    scale = found.get("scale", 1.0)
    return Look(
        language=language if language in LANGUAGES else "en",
        theme=name if name in THEMES else "dark",
        scale=min(2.0, max(1.0, float(scale))) if isinstance(scale, int | float) else 1.0,
        is_muted=found.get("is_muted") is True,
    )


def door_look(folder: Path, wish: Mapping[str, str | None]) -> Look:
    """How the door of this profile looks: like the window the last time."""
    try:
        kept = json.loads((folder / DOOR).read_bytes())
    except (OSError, ValueError):
        kept = None
    return look_from(kept, wish)


def door_text(look: Look) -> bytes:
    """What is kept for the door: nothing about anybody."""
    kept = {"language": look.language, "theme": look.theme, "scale": look.scale}
    return json.dumps(kept).encode()

"""What a word prints: JSON for scripts, lines for people; and the plain sentence when it fails."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec


def show(value: Any, *, is_json: bool, lines: Sequence[str] = ()) -> None:
    """Print `value` as one JSON value, or the lines made of it for a person."""
    if is_json:
        sys.stdout.buffer.write(msgspec.json.encode(value, enc_hook=_as_text) + b"\n")
        sys.stdout.flush()
        return
    for line in lines or plain(value):
        print(line)


def _as_text(item: Any) -> str:
    """A sentence that the window could translate is English here."""
    if isinstance(item, str):
        return str(item)
    raise NotImplementedError(type(item).__name__)


def plain(value: Any) -> list[str]:
    """A value as lines: a mapping as `name: value`."""
    if isinstance(value, Mapping):
        return [f"{name}: {_short(item)}" for name, item in value.items()]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_short(item) for item in value]
    return [str(value)]


def _short(item: Any) -> str:
    if isinstance(item, Mapping):
        return ", ".join(f"{name} {_short(part)}" for name, part in item.items())
    if isinstance(item, list | tuple):
        return " ".join(_short(part) for part in item) or "-"
    return "-" if item is None or item == "" else str(item)


def explain(sentence: str, code: int) -> int:
    """One plain sentence on standard error; gives the exit code back."""
    print(sentence, file=sys.stderr)
    return code


def case_line(card: Mapping[str, Any]) -> str:
    """One case on one line."""
    what = card["subject"] or ", ".join(card["account_urls"][:1] + card["phones"][:1]) or "-"
    parts = (card["number"], card["state"], f"p{card['priority']}", card["received_at"][:16], what)
    return "  ".join(str(part) for part in parts)

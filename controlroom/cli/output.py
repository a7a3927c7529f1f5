"""What a word prints: JSON for scripts, lines for people; and the plain sentence when it fails."""

import re
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import msgspec

from controlroom.cli import labels
from controlroom.cli.labels import label
from controlroom.cli.language import say
from controlroom.domain.care.plans import IST
from controlroom.errors import ControlRoomError
from controlroom.speech import sentence

if TYPE_CHECKING:
    from controlroom.casework.ports import Health

_IS_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)").fullmatch


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
    """A value as lines: a mapping as `name: value`, without what is empty."""
    if isinstance(value, Mapping):
        named = ((name, item) for name, item in value.items() if not _is_empty(item))
        return [f"{label(name)}: {_short(item, name)}" for name, item in named]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_short(item) for item in value]
    return [sentence(value)]


def _short(item: Any, name: str = "") -> str:
    if isinstance(item, Mapping):
        parts = ((part, value) for part, value in item.items() if not _is_empty(value))
        return ", ".join(f"{label(part)} {_short(value, part)}" for part, value in parts)
    if isinstance(item, list | tuple):
        return ", ".join(_short(part, name) for part in item)
    if isinstance(item, bool):
        return say("yes") if item else say("no")
    return "-" if item is None else moment(labels.value(name, sentence(item)))


def _is_empty(item: Any) -> bool:
    return item is None or item == "" or item == [] or item == {} or item == ()


def moment(text: str) -> str:
    """A time of ISO 8601 as people read it, in India; any other text as it stands."""
    if not _IS_TIME(text):
        return text
    return datetime.fromisoformat(text).astimezone(IST).strftime("%Y-%m-%d %H:%M IST")


def tell(told: str | ControlRoomError) -> None:
    """One plain sentence on standard error, in the language of the moment."""
    print(sentence(told), file=sys.stderr)


def explain(told: str | ControlRoomError, code: int) -> int:
    """The sentence of a failure; gives the exit code back."""
    tell(told)
    return code


def case_line(card: Mapping[str, Any]) -> str:
    """One case on one line."""
    what = card["subject"] or ", ".join(card["account_urls"][:1] + card["phones"][:1]) or "-"
    state, came = labels.value("state", card["state"]), moment(card["received_at"] or "-")
    return "  ".join((card["number"], came, say("p{priority}", priority=card["priority"]), state, what))


def health_line(health: "Health") -> str:
    """How a loop is, on one line."""
    return f"{health.name}: {labels.value('state', health.state)}. {sentence(health.text)}"

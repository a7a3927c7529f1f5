"""The words of a request for a place, ready in Hindi and English: a file that the administrator edits.

Any thread; reads two small files at each asking, so that a change shows at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Final

from controlroom.config import resources_dir
from controlroom.domain.case import Case
from controlroom.domain.finding import Ask
from controlroom.errors import WorldFault

FILE: Final = "requests.toml"
NOBODY: Final = "-"
_IST: Final = timezone(timedelta(hours=5, minutes=30), "IST")
_PARTS: Final = ("to_en", "to_hi", "by", "en", "hi")


@dataclass(frozen=True, slots=True)
class Request:
    """What to say to whom. `by`: phone, e-mail, desk."""

    source: str
    to_en: str
    to_hi: str
    by: str
    en: str
    hi: str

    def to(self, language: str) -> str:
        return self.to_hi if language == "hi" else self.to_en

    def text(self, language: str) -> str:
        return self.hi if language == "hi" else self.en


class RequestWords:
    """`folder` is the profile's; its file takes the place of ours, table by table."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def request(self, case: Case, ask: Ask, *, person: str = "") -> Request | None:
        """The request for one thing to try; None where no words are kept for it."""
        table = self._tables().get(ask.source)
        if not isinstance(table, dict):
            return None
        values = _values(case, ask, person)
        parts = {part: _put_in(str(table.get(part) or ""), values).strip() for part in _PARTS}
        return Request(ask.source, **parts)

    def _tables(self) -> Mapping[str, Any]:
        tables = _read(resources_dir() / FILE)
        if self._folder is not None and (own := self._folder / FILE).exists():
            tables = {**tables, **_read(own)}
        return tables


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # not before somebody asks

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise WorldFault(
            "The words of the requests ({name}) cannot be read: {fault}. Mend the file or take it away.",
            name=path.name,
            fault=fault,
        ) from fault


def _values(case: Case, ask: Ask, person: str) -> dict[str, str]:
    facts = case.facts
    received = case.received_at
    return {
        "number": case.number or NOBODY,
        "received": _clock(received) if received else NOBODY,
        "phones": ", ".join(facts.phones) or NOBODY,
        "accounts": ", ".join(facts.account_urls or facts.usernames) or NOBODY,
        "emails": ", ".join(facts.emails) or NOBODY,
        "ips": ", ".join(f"{seen.ip} ({seen.at})" if seen.at else seen.ip for seen in facts.ips) or NOBODY,
        "words": ask.words or NOBODY,
        "desk": "",
        "person": person,
    }


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(_IST):%d.%m.%Y %H:%M} IST"


def _put_in(text: str, values: Mapping[str, str]) -> str:
    """Only our own names in braces: the file is edited by hand, the values were written by strangers."""
    parts = text.split("{")
    made = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        made.append(values[name] + rest if closed and name in values else "{" + part)
    return "".join(made)

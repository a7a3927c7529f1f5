"""The administrator's list of who Meta is: domains, addresses, link hosts, and our own mail server."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from controlroom.config import resources_dir
from controlroom.errors import Sentence
from controlroom.intake.templates import LISTS_FILE


@dataclass(frozen=True, slots=True)
class Senders:
    """See resources/templates/senders.toml, where each key is explained."""

    domains: tuple[str, ...] = ()
    senders: tuple[str, ...] = ("*",)
    link_hosts: tuple[str, ...] = ()
    authserv_id: str = ""
    own_hosts: tuple[str, ...] = ()
    dns: str = "off"

    def has_domain(self, domain: str) -> bool:
        """Is this a domain of Meta, or below one?"""
        return _is_below(domain, self.domains)

    def has_link_host(self, host: str) -> bool:
        """May a link in an alert lead there?"""
        return _is_below(host, self.link_hosts)


def _is_below(name: str, known: tuple[str, ...]) -> bool:
    name = name.lower().rstrip(".")
    return any(name == one or name.endswith(f".{one}") for one in known)


def load_senders(own: Path | None = None) -> tuple[Senders, str]:
    """The list as shipped under the keys of the file in the folder `own`; and what is wrong in that."""
    values = _read(resources_dir() / "templates" / LISTS_FILE)
    trouble = ""
    path = own / LISTS_FILE if own else None
    if path is not None and path.is_file():
        try:
            values |= _read(path)
        except (OSError, ValueError) as wrong:
            trouble = Sentence("The list {name} can't be used: {why}", name=LISTS_FILE, why=wrong)
    return Senders(**values), trouble


def _read(path: Path) -> dict[str, Any]:
    known = {field.name: field.type for field in fields(Senders)}
    values: dict[str, Any] = {}
    for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if key not in known:
            raise ValueError(f"“{key}” is not one of {', '.join(known)}.")
        if known[key] is str:
            if not isinstance(value, str):
                raise ValueError(f"“{key}” must be a text in quotes.")
            values[key] = value.strip().lower()
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            values[key] = tuple(one.strip().lower() for one in value)
        else:
            raise ValueError(f'“{key}” must be a list of texts, like ["one", "two"].')
    return values

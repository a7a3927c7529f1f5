"""Words about the key of a profile: its passphrase, and the escrow that two custodians open together."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from controlroom.casework.ports import NewEvent
from controlroom.cli.desk import opened, person, profile_folder
from controlroom.cli.output import show
from controlroom.domain.events import ROOM
from controlroom.errors import BadInput
from controlroom.store import Profile

_LINES = "one a line on standard input"


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """key and its verbs."""
    key = words.add_parser(
        "key",
        parents=[shared],
        help="the passphrase, and what helps when it is forgotten",
        epilog="Example: controlroom key escrow escrow.json",
    )
    verbs = key.add_subparsers(title="verbs", metavar="VERB", required=True)
    make = verbs.add_parser(
        "make-escrow",
        parents=[shared],
        help="a new escrow file: two of its custodians together can open a desk",
        description="Done once for the room. Each custodian keeps a passphrase apart from the file.",
        epilog="Example: controlroom key make-escrow escrow.json --custodian sp --custodian dsp ...",
    )
    _add_file(make)
    _add_custodians(make, "two or more; their passphrases follow in the same order")
    make.set_defaults(run=_make)
    escrow = verbs.add_parser(
        "escrow",
        parents=[shared],
        help="seal this profile's key for the custodians; an event says so",
        epilog="Example: controlroom key escrow escrow.json",
    )
    _add_file(escrow)
    escrow.set_defaults(run=_escrow)
    recover = verbs.add_parser(
        "recover",
        parents=[shared],
        help="give a profile a new passphrase, by two custodians; an event says so",
        epilog="Example: controlroom key recover escrow.json --custodian sp --custodian dsp ...",
    )
    _add_file(recover)
    _add_custodians(recover, "both who are here; their passphrases and then the new one follow")
    recover.set_defaults(run=_recover)
    change = verbs.add_parser(
        "change", parents=[shared], help="another passphrase", epilog="Example: controlroom key change"
    )
    change.add_argument("--passphrase-stdin", action="store_true", required=True, help="the new one")
    change.set_defaults(run=_change)


def _add_file(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE", help="the escrow file")


def _add_custodians(verb: argparse.ArgumentParser, help_: str) -> None:
    verb.add_argument("--custodian", action="append", required=True, metavar="NAME", help=help_)
    verb.add_argument("--passphrases-stdin", action="store_true", required=True, help=_LINES)


def _lines(count: int) -> Sequence[str]:
    given = [sys.stdin.readline().rstrip("\r\n") for _ in range(count)]
    if not all(given):
        raise BadInput("{count} lines are expected on standard input, none of them empty.", count=count)
    return given


def _named(options: argparse.Namespace, passphrases: Sequence[str]) -> dict[str, str]:
    names = options.custodian
    if len(set(names)) < len(names):
        raise BadInput("Each custodian is named once.")
    return dict(zip(names, passphrases, strict=True))


def _make(options: argparse.Namespace) -> None:
    from controlroom.store.desk.escrow import make_escrow

    make_escrow(options.file, _named(options, _lines(len(options.custodian))))
    told = {"file": str(options.file), "custodians": sorted(options.custodian)}
    show(told, is_json=options.json)


def _escrow(options: argparse.Namespace) -> None:
    from controlroom.store.desk.escrow import read_escrow

    found = read_escrow(options.file)
    custodians = [custodian.name for custodian in found.custodians]
    with opened(options) as profile:
        _say(profile, options, "key_escrowed", {"custodians": custodians})
        profile.escrow(found)
    show({"custodians": custodians}, is_json=options.json)


def _recover(options: argparse.Namespace) -> None:
    from controlroom.store.desk.escrow import read_escrow
    from controlroom.store.desk.keys import demand_passphrase
    from controlroom.store.desk.profile import open_by_custodians

    if len(options.custodian) != 2:
        raise BadInput("Two custodians must be there: --custodian NAME --custodian NAME.")
    *passphrases, fresh = _lines(3)
    named = _named(options, passphrases)
    demand_passphrase(fresh)
    profile = open_by_custodians(profile_folder(options), read_escrow(options.file), named)
    options.login = profile.login
    try:
        _say(profile, options, "key_recovered", {"custodians": sorted(named)})
        profile.change_passphrase(fresh)
    finally:
        profile.close()
    show({"custodians": sorted(named)}, is_json=options.json)


def _change(options: argparse.Namespace) -> None:
    from controlroom.store.desk.keys import demand_passphrase

    [fresh] = _lines(1)
    demand_passphrase(fresh)
    with opened(options) as profile:
        _say(profile, options, "passphrase_changed", {})
        profile.change_passphrase(fresh)
    show({"changed": True}, is_json=options.json)


def _say(profile: Profile, options: argparse.Namespace, kind: str, body: dict[str, Any]) -> None:
    """The event first, the thing second."""
    with profile.writer.write(actor=person(options)) as tx:
        tx.append([NewEvent(ROOM, UUID(profile.room), kind, body)])

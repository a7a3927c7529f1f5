"""connector add|list|test|remove: the ways out of the room that this desk has. No secret is ever printed."""

import argparse
import os
import re
import sys
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from controlroom.casework.handing.connectors import (
    CHANGES,
    KINDS,
    SETTING,
    add_connector,
    connector_named,
    connectors_in,
    remove_connector,
    shown,
)
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.cli import labels
from controlroom.cli.desk import opened, person
from controlroom.cli.language import say
from controlroom.cli.output import explain, moment, show
from controlroom.domain.triage import RECEIVERS
from controlroom.errors import BadInput, WorldFault
from controlroom.speech import sentence

SECRET = "CONTROLROOM_CONNECTOR_SECRET"  # noqa: S105  the name of a variable


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """connector, with its verbs."""
    noun = words.add_parser(
        "connector",
        parents=[shared],
        help="the ways out of the room: to UP-112, districts, thanas",
        epilog="Example: controlroom connector add up112 --kind eido-https --to https://112.example/incidents"
        " --receiver 112 --token-stdin",
    )
    verbs = noun.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_add(
        verbs.add_parser(
            "add",
            parents=[shared],
            help="one more",
            epilog="Example: controlroom connector add lucknow --kind smtp --to control.lucknow@up.example"
            " --server smtps://room@mail.example:465 --receiver district --district Lucknow --password-stdin",
        )
    )
    listing = verbs.add_parser(
        "list", parents=[shared], help="all of them", epilog="Example: controlroom connector list --json"
    )
    listing.set_defaults(run=_list)
    log = verbs.add_parser(
        "log",
        parents=[shared],
        help="who added or removed which, and when",
        epilog="Example: controlroom connector log",
    )
    log.set_defaults(run=_log)
    for name, run, help_ in (
        ("test", _test, "would it work? Nothing is sent"),
        ("remove", _remove, "forget it, and its secrets"),
    ):
        verb = verbs.add_parser(
            name, parents=[shared], help=help_, epilog=f"Example: controlroom connector {name} up112"
        )
        verb.add_argument("name", metavar="NAME")
        verb.set_defaults(run=run)


def _add_add(parser: Any) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--kind", required=True, choices=KINDS)
    parser.add_argument("--to", required=True, metavar="ADDRESS_OR_URL", help="address, URL, folder, number")
    parser.add_argument("--receiver", default="", choices=RECEIVERS, help="whom it reaches")
    parser.add_argument("--district", default="", help="English name: only for cases of this district")
    parser.add_argument("--lang", default="hi", choices=("hi", "en"), help="of what is sent")
    parser.add_argument(
        "--server", default="", metavar="URL", help="smtps://user@host:465, smtp://user@host:587"
    )
    parser.add_argument("--from", dest="sender", default="", metavar="ADDRESS", help="in the mail's From")
    parser.add_argument("--phone", default="", metavar="NUMBER", help="whom an SMS goes to")
    parser.add_argument(
        "--ca-file", default="", metavar="PEM", help="if the certificate is of an own authority"
    )
    parser.add_argument(
        "--set", nargs="+", action="extend", default=[], metavar="NAME=VALUE", help="see README"
    )
    secret = parser.add_mutually_exclusive_group()
    for option in ("--password-stdin", "--token-stdin"):
        secret.add_argument(
            option,
            dest="reads_secret",
            action="store_true",
            help="from standard input, or CONTROLROOM_CONNECTOR_SECRET",
        )
    parser.add_argument(
        "--allow-plain-loopback", action="store_true", help="without TLS, to this machine itself only"
    )
    parser.set_defaults(run=_add)


def _add(options: argparse.Namespace) -> None:
    from controlroom.handover.folders import folder_of, make_folder
    from controlroom.handover.registry import connector_of

    is_receiver = not options.receiver and options.name in RECEIVERS
    new = ConnectorSettings(
        name=options.name,
        kind=options.kind,
        to=options.to.strip(),
        receiver=options.name if is_receiver else options.receiver,
        district=options.district,
        language=options.lang,
        server=options.server,
        sender=options.sender,
        phone=options.phone,
        secret=_secret(options),
        ca_file=options.ca_file,
        plain_loopback=options.allow_plain_loopback,
        options=dict(_pair(one) for one in options.set),
    )
    new = _without_password(new)
    connector_of(new)  # says what is wrong with it
    if new.kind in ("cap-folder", "slip"):
        make_folder(folder_of(new.to))
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            add_connector(tx, new)
        show(shown(new), is_json=options.json)


def _without_password(new: ConnectorSettings) -> ConnectorSettings:
    """A password inside the address of a mail server goes where secrets are kept: addresses are printed."""
    found = re.fullmatch(r"(smtps?://[^:/@]*):([^/@]*)(@.+)", new.server or new.to)
    if found is None:
        return new
    bare, secret = found[1] + found[3], new.secret or unquote(found[2])
    return replace(new, server=bare, secret=secret) if new.server else replace(new, to=bare, secret=secret)


def _secret(options: argparse.Namespace) -> str:
    if options.reads_secret:
        return sys.stdin.readline().rstrip("\r\n")
    return os.environ.get(SECRET, "")


def _pair(text: str) -> tuple[str, str]:
    name, is_pair, value = text.partition("=")
    if not is_pair or not name:
        raise BadInput("Write a setting as NAME=VALUE; '{text}' is none.", text=text)
    return name, value


def _list(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        known = connectors_in(profile.reader().setting(SETTING))
    lines = [
        "  ".join(
            filter(
                None,
                (
                    one.name,
                    labels.value("via", one.kind),
                    one.to,
                    labels.value("receiver", one.receiver),
                    labels.value("district", one.district),
                ),
            )
        )
        for one in known
    ]
    show([shown(one) for one in known], is_json=options.json, lines=lines or [say("No connector is set up.")])


def _log(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        events = profile.reader().events(CHANGES)
    told = [{"at": one.at.isoformat(), "actor": one.actor, "desk": one.desk, **one.body} for one in events]
    lines = [
        f"{moment(one['at'])}  {one['actor']}  {labels.value('change', one['change'])}  {one['name']}"
        f"  {labels.value('via', one['kind'])}"
        for one in told
    ]
    show(told, is_json=options.json, lines=lines or [say("No connector was ever added or removed here.")])


def _test(options: argparse.Namespace) -> int:
    from controlroom.handover.registry import connector_of

    with opened(options) as profile:
        way = connector_named(profile.reader().setting(SETTING), options.name)
    try:
        text, is_ok = connector_of(way).check(), True
    except WorldFault as fault:
        text, is_ok = fault.sentence, False
    if options.json:
        show({"name": way.name, "ok": is_ok, "text": text}, is_json=True)
    elif is_ok:
        print(sentence(text))
    return 0 if is_ok else explain(text, 1)


def _remove(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        with profile.writer.write(actor=person(options)) as tx:
            remove_connector(tx, options.name)
        left = connectors_in(profile.reader().setting(SETTING))
        show(
            [shown(one) for one in left],
            is_json=options.json,
            lines=[say("{name} is forgotten.", name=options.name)],
        )

"""intake canary: the test mail that says whether mails arrive. It is set, shown, switched off here."""

import argparse
import os
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from controlroom.casework.arriving.canary import (
    EVERY_S,
    SETTING,
    VERDICT,
    Canary,
    canary_in,
    clock_text,
    new_key,
    set_canary,
    stop_canary,
)
from controlroom.casework.handing.connectors import SETTING as CONNECTORS
from controlroom.casework.handing.connectors import connector_named
from controlroom.casework.room.mailway import that_hold
from controlroom.cli.desk import opened, person
from controlroom.cli.output import show
from controlroom.errors import BadInput, Sentence, WorldFault
from controlroom.speech import sentence
from controlroom.store import Profile

SECRET = "CONTROLROOM_CONNECTOR_SECRET"  # noqa: S105  the name of a variable
_PASSWORD = re.compile(r"(smtps?://[^:/@]*):([^/@]*)(@.+)")
_UNITS = {"": 1, "s": 1, "m": 60}


def add_verb(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """canary, behind the word intake."""
    verb = verbs.add_parser(
        "canary",
        parents=[shared],
        help="a test mail that says whether mails arrive: shown, set, or switched off",
        epilog="Example: controlroom intake canary --every 5m --smtp smtps://room@mail.example:465"
        " --to alerts@mail.example --password-stdin",
    )
    verb.add_argument("--every", type=_seconds, metavar="TIME", help="1m to 8m; 5m where nothing is said")
    way = verb.add_mutually_exclusive_group()
    way.add_argument("--smtp", default="", metavar="URL", help="smtps://user@host:465, smtp://user@host:587")
    way.add_argument("--connector", default="", metavar="NAME", help="the way of this connector of kind smtp")
    verb.add_argument("--to", default="", metavar="ADDRESS", help="the mailbox that alerts come to")
    verb.add_argument("--from", dest="sender", default="", metavar="ADDRESS", help="in the mail's From")
    verb.add_argument(
        "--ca-file", default="", metavar="PEM", help="if the certificate is of an own authority"
    )
    verb.add_argument("--password-stdin", action="store_true", help=f"from standard input, or {SECRET}")
    verb.add_argument(
        "--key-file",
        type=Path,
        metavar="FILE",
        help="where several machines read this mailbox: the same key for all; made where it is not there",
    )
    verb.add_argument(
        "--allow-plain-loopback", action="store_true", help="without TLS, to this machine itself only"
    )
    verb.add_argument("--off", action="store_true", help="send no more of them")
    verb.set_defaults(run=_canary)


def _canary(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        if options.off:
            with profile.writer.write(actor=person(options)) as tx:
                stop_canary(tx)
        elif options.smtp or options.connector or options.to or options.every or options.key_file:
            canary = _wanted(options, profile)
            _check_way(canary)
            with profile.writer.write(actor=person(options)) as tx:
                set_canary(tx, canary)
        card = canary_card(profile)
        show(card, is_json=options.json, lines=[sentence(card["text"])])


def _check_way(canary: Canary) -> None:
    from controlroom.handover.smtp import Smtp

    Smtp(canary.connector)  # says what is wrong with it


def _wanted(options: argparse.Namespace, profile: Profile) -> Canary:
    """As given; what is not given stays as it is."""
    known = canary_in(profile.reader().setting(SETTING)) or Canary()
    server, secret, sender, ca_file, is_plain = _way(options, profile, known)
    return Canary(
        every_s=options.every or known.every_s or EVERY_S,
        server=server,
        to=(options.to or known.to).strip(),
        sender=options.sender or sender,
        secret=secret,
        ca_file=options.ca_file or ca_file,
        plain_loopback=options.allow_plain_loopback or is_plain,
        key=_key(options.key_file) if options.key_file else known.key or new_key(),
    )


def _way(options: argparse.Namespace, profile: Profile, known: Canary) -> tuple[str, str, str, str, bool]:
    """(server, password, sender, file of the authority, may it go plain to this machine)."""
    if options.connector:
        one = connector_named(profile.reader().setting(CONNECTORS), options.connector)
        if one.kind != "smtp":
            raise BadInput("{name} sends no e-mail; name a connector of kind smtp.", name=one.name)
        return one.server or one.to, one.secret, one.sender, one.ca_file, one.plain_loopback
    secret = sys.stdin.readline().rstrip("\r\n") if options.password_stdin else os.environ.get(SECRET, "")
    if not options.smtp:
        return known.server, secret or known.secret, known.sender, known.ca_file, known.plain_loopback
    inside = _PASSWORD.fullmatch(options.smtp)
    if inside:
        return inside[1] + inside[3], secret or unquote(inside[2]), "", "", False
    return options.smtp, secret, "", "", False


def _key(file: Path) -> str:
    """The key in this file; made, for this user only, where there is no such file."""
    try:
        if not file.exists():
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
                new.write(new_key() + "\n")
        return file.read_text(encoding="ascii").strip()
    except UnicodeDecodeError as fault:
        raise BadInput("The key of the test mails is at least 64 hexadecimal digits.") from fault
    except OSError as fault:
        raise WorldFault(
            "The file {file} can't be used: {reason}.", file=file, reason=fault.strerror
        ) from fault


def _seconds(text: str) -> int:
    found = re.fullmatch(r"([0-9]{1,5})([sm]?)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"'{text}' is no time; write it like 5m or 300s")
    return int(found[1]) * _UNITS[found[2]]


def canary_card(profile: Profile) -> dict[str, Any]:
    """How the test mails of this profile stand, as scripts read it. `text` is one sentence."""
    reader = profile.reader()
    canary, stands, verdict = canary_in(reader.setting(SETTING)), reader.canaries(), reader.setting(VERDICT)
    is_on = canary is not None and canary.every_s > 0
    faults = that_hold(reader.mail_faults(), profile.clock.now())  # as any desk of the room has said
    return {
        "on": is_on,
        "every_s": canary.every_s if canary else 0,
        "server": canary.server if canary else "",
        "to": canary.to if canary else "",
        "last_sent": _iso(stands.last_sent),
        "last_back": _iso(stands.back),
        "missing": _iso(stands.missing),
        "ill": bool(faults or (is_on and verdict)),
        "text": faults[0].text if faults else _text(profile, is_on=is_on, verdict=verdict),
    }


def _text(profile: Profile, *, is_on: bool, verdict: Any) -> str:
    if not is_on:
        return Sentence("No test mails are sent.")
    if verdict:
        return Sentence(verdict["template"], **verdict["values"])
    back, now = profile.reader().canaries().back, profile.clock.now()
    if back is None:
        return Sentence("No test mail has come back yet: is the intake running?")
    return Sentence("Mails arrive: the test mail of {time} came back.", time=clock_text(back, now))


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if moment is not None else None
